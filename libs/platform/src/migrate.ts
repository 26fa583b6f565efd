import { dataSourceFor } from './data-source.js';
import { migrateQueues } from './jobs/queues.service.js';
import type { Room } from './room.js';

/** Brings the database to this version's shape; the names of what ran. Safe to run again and from several processes at once. */
export async function migrateDatabase(databaseUrl: string, rooms: Room[]): Promise<string[]> {
  const source = await dataSourceFor(databaseUrl, rooms, 2).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('qingsai.migrate'))`);
    const ran = await source.runMigrations();
    await migrateQueues(databaseUrl);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('qingsai.migrate'))`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
