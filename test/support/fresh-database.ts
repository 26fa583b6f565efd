import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureDatabase } from '#libs/platform';

const TEMPLATE = 'qingsai_template';

let counter = 0;

/** A fresh copy of the run's template; `drop` removes it, whoever is still connected. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const adminUrl = process.env.QINGSAI_TEST_SERVER ?? '';
  const name = `spec_${process.pid}_${Date.now().toString(36)}_${++counter}`;
  await ensureDatabase(adminUrl, name, TEMPLATE);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      try {
        // Connections that are just closing get a moment: cut off, they would report an error that belongs to nobody.
        for (let turn = 0; turn < 40; turn++) {
          const { rows } = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name]);
          if (rows.length === 0) break;
          await pause(50);
        }
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      } finally {
        await client.end();
      }
    },
  };
}
