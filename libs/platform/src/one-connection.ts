import type pg from 'pg';
import { SteadyClient } from './steady-client.js';

const WITHIN_MS = 8_000;

/**
 * Runs `work` on a connection of its own, which is closed whatever happens: for what is done before there is a pool. A connection that cannot be made within
 * eight seconds, or is cut, is told by the statement that needed it.
 */
export async function withOneConnection<T>(databaseUrl: string, work: (connection: pg.Client) => Promise<T>): Promise<T> {
  const client = new SteadyClient({ connectionString: databaseUrl, connectionTimeoutMillis: WITHIN_MS });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
