import { rmSync } from 'node:fs';
import pg from 'pg';
import { prepareDatabase } from '../../dist/apps/cli/src/prepare.js';
import { rooms } from '../../dist/apps/rooms.js';
import { ensureDatabase, loadConfig, migrateDatabase, startEmbeddedPostgres } from '../../dist/libs/platform/src/index.js';

const TEMPLATE = 'qingsai_template';

async function dropTemplate(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the run's server (or uses DATABASE_URL's) and makes the template: migrated, with the province's divisions.
 * The spec files find the server through the environment, which jest hands on to its workers.
 */
export async function prepareTemplate(folder) {
  const outside = process.env.DATABASE_URL;
  const embedded = outside ? undefined : await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  const adminUrl = outside ?? embedded.url;
  process.env.QINGSAI_TEST_SERVER = adminUrl;
  process.env.QINGSAI_TEST_FOLDER = folder;
  const config = loadConfig({ QINGSAI_DATA_DIR: folder, QINGSAI_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), QINGSAI_DEMO: 'off', LOG_LEVEL: 'error' });
  const template = new URL(adminUrl);
  template.pathname = `/${TEMPLATE}`;
  await dropTemplate(adminUrl);
  await ensureDatabase(adminUrl, TEMPLATE);
  await migrateDatabase(template.href, rooms);
  await prepareDatabase({ config, databaseUrl: template.href, rooms });
  return {
    async stop() {
      if (outside) await dropTemplate(adminUrl);
      await embedded?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
