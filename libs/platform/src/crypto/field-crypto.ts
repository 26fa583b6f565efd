import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretKey } from './secret-keys.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

interface DerivedKeys {
  id: string;
  seal: Buffer;
  lookup: Buffer;
  mac: Buffer;
}

function derive(key: SecretKey): DerivedKeys {
  const sub = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key.bytes, 'qingsai', purpose, 32));
  return { id: key.id, seal: sub('field encryption'), lookup: sub('look-up hash'), mac: sub('message authentication') };
}

/** A sealed text that no key of ours opens: made with a key that is no longer configured, or altered. */
export class UnsealError extends Error {
  constructor(reason: string) {
    super(`Sealed text cannot be opened: ${reason}`);
    this.name = 'UnsealError';
  }
}

/**
 * Encrypts single fields (identity numbers, TOTP secrets) with AES-256-GCM and makes keyed hashes for finding them again.
 * Every product names the key that made it, so keys can be rotated: `isCurrent` and `reseal` move a text to the newest key.
 */
export class FieldCrypto {
  private readonly keys: [DerivedKeys, ...DerivedKeys[]];

  /** `keys`: the current one first, then those that only open what they sealed before. */
  constructor(keys: readonly SecretKey[]) {
    const [first, ...rest] = keys.map(derive);
    if (!first) throw new Error('No secret key');
    this.keys = [first, ...rest];
  }

  /** `<key id>.<base64url of iv, ciphertext, tag>`; the same text sealed twice gives two different results. */
  seal(text: string): string {
    const key = this.keys[0];
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.seal, iv);
    cipher.setAAD(Buffer.from(key.id));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${key.id}.${sealed.toString('base64url')}`;
  }

  /** @throws UnsealError for an unknown key or an altered text */
  unseal(sealed: string): string {
    const [id = '', body = ''] = sealed.split('.');
    const key = this.keys.find((candidate) => candidate.id === id);
    if (!key) throw new UnsealError(`key "${id}" is not configured`);
    const bytes = Buffer.from(body, 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) throw new UnsealError('it is too short');
    const decipher = createDecipheriv('aes-256-gcm', key.seal, bytes.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(id));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new UnsealError('it was altered');
    }
  }

  /** The public name of the newest key. */
  get currentKeyId(): string {
    return this.keys[0].id;
  }

  /** Whether a sealed text was made with the newest key. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.keys[0].id}.`);
  }

  /** The same text under the newest key; unchanged when it is already. */
  reseal(sealed: string): string {
    return this.isCurrent(sealed) ? sealed : this.seal(this.unseal(sealed));
  }

  /** Keyed hash (HMAC-SHA-256, hex) by which a sealed field is found again; the same text always gives the same hash under one key. */
  lookupHash(text: string): string {
    return createHmac('sha256', this.keys[0].lookup).update(text).digest('hex');
  }

  /** The hashes under every configured key, newest first: `WHERE hash = ANY(...)` while a rotation is under way. */
  lookupHashes(text: string): string[] {
    return this.keys.map((key) => createHmac('sha256', key.lookup).update(text).digest('hex'));
  }

  /** `<key id>.<hex>`: proves that a text was written by this instance. `purpose` keeps proofs of different kinds apart. */
  sign(purpose: string, text: string): string {
    const key = this.keys[0];
    return `${key.id}.${createHmac('sha256', key.mac).update(`${purpose}\n${text}`).digest('hex')}`;
  }

  isSignedBy(signature: string, purpose: string, text: string): boolean {
    const [id = '', hex = ''] = signature.split('.');
    const key = this.keys.find((candidate) => candidate.id === id);
    if (!key) return false;
    const expected = createHmac('sha256', key.mac).update(`${purpose}\n${text}`).digest();
    const given = Buffer.from(hex, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
