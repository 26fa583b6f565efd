import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import '../index.js';
import { loadConfig } from '../config.js';
import { withContext } from '../context.js';
import { FieldCrypto, UnsealError } from './field-crypto.js';
import { loadSecretKeys } from './secret-keys.js';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const folder = (): string => mkdtempSync(join(tmpdir(), 'qingsai-crypto-'));
const cryptoWith = (env: Record<string, string>): FieldCrypto => new FieldCrypto(loadSecretKeys(loadConfig({ QINGSAI_DATA_DIR: folder(), ...env }).settings, { mayMake: true }));

describe('field encryption', () => {
  const crypto = cryptoWith({ QINGSAI_SECRET_KEY: key(1) });

  it.each(['430102201001011234', '', '买买提·吐尔逊 㛃𠅤', 'x'.repeat(10_000)])('opens what it sealed: %.20s', (text) => expect(crypto.unseal(crypto.seal(text))).toBe(text));

  it('seals the same text differently each time and hides it', () => {
    const [first, second] = [crypto.seal('430102201001011234'), crypto.seal('430102201001011234')];
    expect(first).not.toBe(second);
    expect(first).not.toContain('4301');
  });

  it('refuses a text that was altered, cut or sealed by somebody else', () => {
    const [id, body = ''] = crypto.seal('secret').split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let place = 0; place < bytes.length; place++) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => crypto.unseal(`${id}.${altered.toString('base64url')}`)).toThrow(UnsealError);
    }
    for (const foreign of [`${id}.AAAA`, `00000000.${body}`, '', 'nothing', cryptoWith({ QINGSAI_SECRET_KEY: key(2) }).seal('secret')]) expect(() => crypto.unseal(foreign)).toThrow(UnsealError);
  });

  it('rotates: old texts open, new ones carry the new key, reseal moves them', () => {
    const before = cryptoWith({ QINGSAI_SECRET_KEY: key(1) });
    const after = cryptoWith({ QINGSAI_SECRET_KEY: key(3), QINGSAI_OLD_SECRET_KEYS: `${key(1)}, ${key(2)}` });
    const old = before.seal('secret');
    expect(after.unseal(old)).toBe('secret');
    expect(after.isCurrent(old)).toBe(false);
    const moved = after.reseal(old);
    expect([after.isCurrent(moved), after.unseal(moved), after.reseal(moved)]).toEqual([true, 'secret', moved]);
    expect(() => before.unseal(moved)).toThrow(UnsealError);
    expect(after.lookupHashes('a')).toContain(before.lookupHash('a'));
    expect(after.lookupHashes('a')[0]).toBe(after.lookupHash('a'));
    expect(after.isSignedBy(before.sign('audit', 'x'), 'audit', 'x')).toBe(true);
  });

  it('finds by a keyed hash and signs for one purpose only', () => {
    expect(crypto.lookupHash('a')).toBe(crypto.lookupHash('a'));
    expect(crypto.lookupHash('a')).not.toBe(cryptoWith({ QINGSAI_SECRET_KEY: key(2) }).lookupHash('a'));
    const signature = crypto.sign('audit', 'x');
    expect([crypto.isSignedBy(signature, 'audit', 'x'), crypto.isSignedBy(signature, 'link', 'x'), crypto.isSignedBy(signature, 'audit', 'y'), crypto.isSignedBy('', 'audit', 'x')]).toEqual([true, false, false, false]);
  });
});

describe('the key', () => {
  const load = (settings: Parameters<typeof loadSecretKeys>[0], mayMake = true) => withContext({ requestId: 'spec', language: 'en' }, () => loadSecretKeys(settings, { mayMake }));

  it('is made once beside an own database, readable by its owner alone', () => {
    const dataDir = folder();
    const [first] = load({ dataDir, oldSecretKeys: [] });
    expect(load({ dataDir, oldSecretKeys: [] })[0]?.bytes).toEqual(first?.bytes);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('is not made anew where one is needed', () => {
    const dataDir = folder();
    expect(() => load({ dataDir, oldSecretKeys: [] }, false)).toThrow(/secret\.key: the secret key that this data was sealed with is not there/);
    expect(existsSync(join(dataDir, 'secret.key'))).toBe(false);
  });

  it('is used by the processes of the same instance that are told the database\'s address', () => {
    const dataDir = folder();
    const [made] = load({ dataDir, oldSecretKeys: [] });
    expect(load({ dataDir, oldSecretKeys: [], databaseUrl: 'postgres://localhost/x' })[0]?.id).toBe(made?.id);
  });

  it('must be given with an outside database', () => {
    expect(() => load({ dataDir: folder(), oldSecretKeys: [], databaseUrl: 'postgres://db/x' })).toThrow(/QINGSAI_SECRET_KEY: needed with DATABASE_URL/);
  });

  it('can be rotated by a new first line; loose rights are tightened, an empty file is refused', () => {
    const dataDir = folder();
    const path = join(dataDir, 'secret.key');
    writeFileSync(path, `${key(5)}\n${key(4)}\n`, { mode: 0o644 });
    expect(load({ dataDir, oldSecretKeys: [] })).toHaveLength(2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain(key(5));
    writeFileSync(path, '\n');
    expect(() => load({ dataDir, oldSecretKeys: [] })).toThrow(/is empty/);
    writeFileSync(path, 'short\n');
    expect(() => load({ dataDir, oldSecretKeys: [] })).toThrow(/32 random bytes/);
  });
});
