import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from '../../libs/platform/src/data-source.js';
import { freshDatabase } from '../support/fresh-database.js';

describe('a connection that is cut', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let source: DataSource;

  beforeAll(async () => {
    fresh = await freshDatabase();
    source = await dataSourceFor(fresh.url, [], 4).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await fresh.drop();
  });

  it('ends no process while nobody listens to it, and the pool goes on', async () => {
    const pool = (source.driver as unknown as { master: pg.Pool }).master;
    const client = await pool.connect();
    expect(client.listenerCount('error')).toBe(0);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await source.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await pause(0);
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release();
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
