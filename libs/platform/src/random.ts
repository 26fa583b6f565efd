import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The only source of randomness for services; rules and plans take seeds instead. */
@Injectable()
export class Random {
  /** URL-safe text from `bytes` random bytes. */
  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  bytes(count: number): Buffer {
    return randomBytes(count);
  }

  uuid(): string {
    return randomUUID();
  }
}
