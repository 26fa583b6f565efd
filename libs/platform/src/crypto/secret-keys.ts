import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Settings } from '../config.js';
import { text } from '../texts.js';

/** A 32-byte secret and the short public name that sealed texts carry, so that they can be opened after a rotation. */
export interface SecretKey {
  id: string;
  bytes: Buffer;
}

const FILE = 'secret.key';

function keyFrom(base64: string, source: string): SecretKey {
  const bytes = Buffer.from(base64.trim(), 'base64');
  if (bytes.length !== 32) throw new ConfigError([text('settings.badKey', { name: source })]);
  return { id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8), bytes };
}

function keysInFile(path: string): SecretKey[] {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new ConfigError([text('settings.emptyKeyFile', { path })]);
  return lines.map((line) => keyFrom(line, path));
}

/**
 * The instance's secret keys, the current one first, then those that only open what they sealed before.
 * From `QINGSAI_SECRET_KEY` (and `QINGSAI_OLD_SECRET_KEYS`); without them from `secret.key` in the data folder (one key a line,
 * the first is current), which is made on first use, readable by its owner alone, when the database is our own as well.
 * @throws ConfigError when an outside database is named but no key (one that is lost with a folder would lose the data), or when the
 * file is not there and none may be made
 */
export function loadSecretKeys(settings: Pick<Settings, 'secretKey' | 'oldSecretKeys' | 'dataDir' | 'databaseUrl'>, { mayMake }: { mayMake: boolean }): SecretKey[] {
  if (settings.secretKey) return [settings.secretKey, ...settings.oldSecretKeys].map((key) => keyFrom(key, 'QINGSAI_SECRET_KEY'));
  const path = join(settings.dataDir, FILE);
  if (existsSync(path)) return keysInFile(path);
  if (settings.databaseUrl) {
    throw new ConfigError([text('settings.keyNeeded')]);
  }
  if (!mayMake) throw new ConfigError([text('settings.keyLost', { path })]);
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process of this instance made it a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return keysInFile(path);
}
