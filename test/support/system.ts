import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Database, SettableClock, type Config } from '#libs/platform';
import { createApi } from '../../apps/api/src/api.js';
import { rooms } from '../../apps/rooms.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { HttpClient } from './http-client.js';
import { testConfig } from './config.js';
import { freshDatabase } from './fresh-database.js';

export interface TestSystem {
  /** Address of the API, e.g. http://127.0.0.1:41234 */
  url: string;
  databaseUrl: string;
  config: Config;
  clock: SettableClock;
  api: NestFastifyApplication;
  worker?: INestApplicationContext;
  /** The API's own way to the database, for looking at what is stored. */
  db: Database;
  /** A client with no session. */
  client(): HttpClient;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** Runs the queues too. Default false: most specs need only the API. */
  worker?: boolean;
  env?: Record<string, string>;
  /** Where the clock stands at the start; it runs on from there. */
  now?: string;
  webDir?: string;
  /** Use this database instead of a fresh copy of the template. */
  databaseUrl?: string;
}

const open = new Set<TestSystem>();

/** A whole Qingsai on its own database: API on a free port, worker if asked for. Closed by itself after the spec file. */
export async function startSystem(options: SystemOptions = {}): Promise<TestSystem> {
  const database = options.databaseUrl ? { url: options.databaseUrl, drop: async () => undefined } : await freshDatabase();
  const config = testConfig(options.env);
  const clock = new SettableClock();
  if (options.now) clock.set(new Date(options.now));
  const shared = { config, databaseUrl: database.url, rooms, clock, poolSize: 10 };
  const api = await createApi({ ...shared, webDir: options.webDir });
  await api.listen(0, '127.0.0.1');
  const address = api.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${address.port}`;
  // In a rehearsal each process follows the set clock by itself; two on one clock would put it back.
  const worker = options.worker ? await startWorker(config.settings.rehearsal ? { ...shared, clock: new SettableClock() } : shared) : undefined;
  const system: TestSystem = {
    url,
    databaseUrl: database.url,
    config,
    clock,
    api,
    worker,
    db: new Database(api.get(DataSource)),
    client: () => new HttpClient(url),
    async close() {
      open.delete(system);
      await worker?.close();
      await api.close();
      await database.drop();
    },
  };
  open.add(system);
  return system;
}

/** Closes what a spec file left open. */
export async function closeSystems(): Promise<void> {
  for (const system of [...open]) await system.close();
}
