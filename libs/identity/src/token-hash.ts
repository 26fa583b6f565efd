import { createHash } from 'node:crypto';

/** SHA-256 of a random token, in hex. The tokens carry 256 bits of randomness, so a slow hash would add nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
