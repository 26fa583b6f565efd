import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { FieldCrypto, withContext } from '#libs/platform';
import { freshDatabase } from '../support/fresh-database.js';
import { startSystem, type TestSystem } from '../support/system.js';

const english = <T>(work: () => T): T => withContext({ requestId: 'spec', language: 'en' }, work);

/** What was sealed stays readable, or the start says why not: a lost key is never quietly replaced. */
describe('a start without the right secret key', () => {
  it('is refused, and works again once the file is back', async () => {
    const { url: databaseUrl, drop } = await freshDatabase();
    // Nothing was sealed in it yet.
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`DELETE FROM setting WHERE name = 'secret.keys'`);
    await client.end();
    const folder = mkdtempSync(join(tmpdir(), 'qingsai-key-'));
    const file = join(folder, 'secret.key');
    // As with our own database: nothing names a key, so it is made beside the data.
    const start = (key = ''): Promise<TestSystem> => english(() => startSystem({ databaseUrl, env: { QINGSAI_DATA_DIR: folder, QINGSAI_SECRET_KEY: key } }));

    const first = await start();
    const sealed = first.api.get(FieldCrypto, { strict: false }).seal('430102201001011234');
    await first.close();

    renameSync(file, `${file}.away`);
    await expect(start()).rejects.toThrow(/secret\.key: the secret key that this data was sealed with is not there/);
    expect(existsSync(file)).toBe(false);

    const other = Buffer.alloc(32, 3).toString('base64');
    await expect(start(other)).rejects.toThrow(/this database was sealed with another key/);
    writeFileSync(file, `${other}\n`, { mode: 0o600 });
    await expect(start()).rejects.toThrow(/this database was sealed with another key/);

    // A new first line with the former key behind it is a rotation.
    writeFileSync(file, `${other}\n${readFileSync(`${file}.away`, 'utf8')}`, { mode: 0o600 });
    const again = await start();
    expect(again.api.get(FieldCrypto, { strict: false }).unseal(sealed)).toBe('430102201001011234');
    await again.close();
    // Until everything is sealed anew both are needed.
    writeFileSync(file, `${other}\n`, { mode: 0o600 });
    await expect(start()).rejects.toThrow(/this database was sealed with another key/);
    await drop();
  });
});
