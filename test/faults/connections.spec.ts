import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue, Worker } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from '../../libs/platform/src/data-source.js';
import { createAskingBackend } from '../../libs/platform/src/jobs/asking-backend.js';
import { migrateQueues } from '../../libs/platform/src/jobs/queues.service.js';
import { SteadyClient } from '../../libs/platform/src/steady-client.js';
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

  it('is told to whoever begins to listen just after it', async () => {
    const client = new SteadyClient(fresh.url);
    await client.connect();
    const heard: string[] = [];
    client.emit('error', new Error('lost in the same packet'));
    await Promise.resolve();
    client.on('error', (error: Error) => heard.push(error.message));
    await pause(50);
    expect(heard).toEqual(['lost in the same packet']);
    await client.end();
  });

  it('does not keep a worker of a queue from its jobs, even when nobody heard of the loss', async () => {
    await migrateQueues(fresh.url);
    const pool = new pg.Pool({ Client: SteadyClient, connectionString: fresh.url, options: '-c search_path=bullmq', max: 6, keepAlive: true });
    const open: pg.Client[] = [];
    pool.on('connect', (client) => open.push(client as unknown as pg.Client));
    pool.on('error', () => undefined);
    const done: string[] = [];
    const worker = new Worker('lost', async (job) => void done.push(job.name), { connection: pool, autorun: false }, createAskingBackend);
    const errors: string[] = [];
    worker.on('error', (error) => errors.push(error.message));
    await worker.waitUntilReady();
    // The worker holds its listening connection by now, but does not listen yet.
    const ended = open.map((client) => new Promise((resolve) => client.once('end', resolve)));
    for (const client of open) client.removeAllListeners('error');
    await source.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await Promise.all(ended);
    const running = worker.run();
    const queue = new Queue('lost', { connection: pool }, createAskingBackend);
    queue.on('error', () => undefined);
    for (let added = false; !added; ) added = await queue.add('job', {}).then(() => true, () => false);
    const until = Date.now() + 20_000;
    while (done.length === 0 && Date.now() < until) await pause(100);
    expect(done).toEqual(['job']);
    expect(errors).not.toEqual([]);
    await worker.close();
    await running;
    await queue.close();
    await pool.end();
  });
});
