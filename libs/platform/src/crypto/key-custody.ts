import type { DataSource } from 'typeorm';
import { ConfigError, type Settings } from '../config.js';
import { dataSourceFor } from '../data-source.js';
import { sqlState } from '../database.js';
import { text } from '../texts.js';
import { loadSecretKeys, type SecretKey } from './secret-keys.js';

const SETTING = 'secret.keys';
const UNDEFINED_TABLE = '42P01';

/** The public names of the keys that this database's texts are sealed with; empty for a new one; undefined before its first migration. */
async function sealedWith(source: DataSource): Promise<string[] | undefined> {
  try {
    const rows = await source.query<{ value: string[] }[]>('SELECT value FROM setting WHERE name = $1', [SETTING]);
    return rows[0]?.value ?? [];
  } catch (error) {
    if (sqlState(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

/**
 * The instance's keys, checked against the database: one that was sealed with other keys is not opened, and a lost key is never
 * quietly replaced by a new one, which would bury what was sealed before.
 * @throws ConfigError when a key that the database needs is missing
 */
export async function keysInCustody(settings: Pick<Settings, 'secretKey' | 'oldSecretKeys' | 'dataDir' | 'databaseUrl'>, source: DataSource): Promise<SecretKey[]> {
  const needed = source.isInitialized ? await sealedWith(source) : undefined;
  const keys = loadSecretKeys(settings, { mayMake: !needed?.length });
  const missing = needed?.filter((id) => !keys.some((key) => key.id === id)) ?? [];
  if (missing.length > 0) throw new ConfigError([text('settings.keyUnknown', { ids: missing.join(', ') })]);
  const [current] = keys;
  if (needed && current && !needed.includes(current.id)) {
    await source.query(
      `INSERT INTO setting (name, value) VALUES ($1, jsonb_build_array($2::text))
       ON CONFLICT (name) DO UPDATE SET value = setting.value || excluded.value, changed_at = now() WHERE NOT setting.value ? $2`,
      [SETTING, current.id],
    );
  }
  return keys;
}

/** Refuses in one sentence, before anything is started, what {@link keysInCustody} would refuse. @throws ConfigError */
export async function requireSecretKeys(settings: Parameters<typeof keysInCustody>[0], databaseUrl: string): Promise<void> {
  const source = await dataSourceFor(databaseUrl, [], 1).initialize();
  try {
    await keysInCustody(settings, source);
  } finally {
    await source.destroy();
  }
}

/** After everything was sealed anew: only this key is needed from here on. `query` runs in the caller's transaction. */
export async function keepOnlyKey(query: (sql: string, parameters: unknown[]) => Promise<unknown>, id: string): Promise<void> {
  await query('UPDATE setting SET value = jsonb_build_array($2::text), changed_at = now() WHERE name = $1', [SETTING, id]);
}
