import { loadConfig, migrateDatabase, text } from '#libs/platform';
import { rooms } from '../../../rooms.js';
import { chooseDatabase } from '../database-choice.js';
import { prepareDatabase } from '../prepare.js';

/** `migrate`: brings the database to this version's shape and puts in what every installation needs. */
export async function run(): Promise<number> {
  const config = loadConfig();
  const database = await chooseDatabase(config);
  try {
    const ran = await migrateDatabase(database.url, rooms);
    await prepareDatabase({ config, databaseUrl: database.url, rooms });
    process.stdout.write(`${ran.length > 0 ? text('cli.migrated', { count: ran.length }) : text('cli.upToDate')}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
