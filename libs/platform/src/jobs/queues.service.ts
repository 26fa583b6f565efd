import { Injectable, Logger } from '@nestjs/common';
import { createRedisBackend, Queue, runMigrations, Worker, type BackendFactory, type IQueueBackend, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { Database } from '../database.js';
import { withOneConnection } from '../one-connection.js';
import { SteadyClient } from '../steady-client.js';
import { createAskingBackend } from './asking-backend.js';
import { QUEUES, type QueueName } from './job.js';

/** BullMQ's own tables live apart from ours. */
const SCHEMA = 'bullmq';
/** A job whose worker died is taken over after at most the sum of both. */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 5_000;

/** Handlers of one queue at a time in one process. */
const CONCURRENCY: Record<QueueName, number> = { scores: 2, notices: 4, documents: 2, imports: 1 };

/** Address of the database that a data source uses. */
export const databaseUrlOf = (source: DataSource): string => (source.options as { url?: string }).url ?? '';

/** Brings BullMQ's schema to the installed version; part of the migrate step, does nothing when it is there. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  await withOneConnection(databaseUrl, (connection) => runMigrations(connection, SCHEMA));
}

/** A queue or worker on whichever backend. */
export type AnyQueue = Queue<object, void, string, object, void, string, IQueueBackend>;
type AnyWorker = Worker<object, void, string, IQueueBackend>;

interface QueueStore {
  factory: BackendFactory;
  /** For queues: fails at once when the store is away. */
  producer: object;
  /** For workers: waits until it is back. */
  consumer: object;
  prefix?: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The only door to BullMQ: its queues and workers, on PostgreSQL or, with `REDIS_URL`, on Redis. */
@Injectable()
export class Queues {
  private readonly log = new Logger('queues');
  private readonly queues = new Map<QueueName, AnyQueue>();
  private readonly workers: AnyWorker[] = [];
  private store?: Promise<QueueStore>;
  private closed = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  async queue(name: QueueName): Promise<AnyQueue> {
    const store = await this.opened();
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue<object, void, string, object, void, string, IQueueBackend>(name, { connection: store.producer, prefix: store.prefix }, store.factory);
      queue.on('error', (error) => this.tell(name, error));
      this.queues.set(name, queue);
    }
    return queue;
  }

  async startWorker(name: QueueName, processor: Processor<object, void>): Promise<void> {
    const store = await this.opened();
    const worker = new Worker<object, void, string, IQueueBackend>(
      name,
      processor,
      {
        connection: store.consumer,
        prefix: store.prefix,
        concurrency: CONCURRENCY[name],
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_CHECK_MS,
        // The outbox counts the runs; BullMQ only hands the job over again.
        maxStalledCount: 1_000,
        runRetryDelay: 1_000,
      },
      store.factory,
    );
    // Without a listener a worker that loses its store would end the process or spin.
    worker.on('error', (error) => this.tell(name, error));
    this.workers.push(worker);
    await worker.waitUntilReady();
  }

  /** @throws when the store of the queues does not answer */
  async ping(): Promise<void> {
    await (await this.opened()).ping();
  }

  /** Waits for running handlers; what is not finished stays in the outbox. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await (await this.store)?.close();
  }

  private opened(): Promise<QueueStore> {
    if (this.closed) return Promise.reject(new Error('The queues are closed'));
    this.store ??= this.open().catch((error: unknown) => {
      this.store = undefined;
      throw error;
    });
    return this.store;
  }

  private async open(): Promise<QueueStore> {
    const { redisUrl } = this.config.settings;
    return redisUrl ? this.openRedis(redisUrl) : this.openPostgres();
  }

  private openPostgres(): QueueStore {
    const pool = new pg.Pool({
      Client: SteadyClient,
      connectionString: databaseUrlOf(this.database.source),
      options: `-c search_path=${SCHEMA}`,
      // A listening connection for each worker and some for their statements; opened only when used.
      max: 2 * QUEUES.length + 4,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    // An idle connection that is cut must not end the process.
    pool.on('error', (error) => this.tell('store', error));
    return {
      factory: createAskingBackend,
      producer: pool,
      consumer: pool,
      ping: async () => void (await pool.query('SELECT 1 FROM migration LIMIT 1')),
      close: () => pool.end(),
    };
  }

  private async openRedis(url: string): Promise<QueueStore> {
    const options = { connectTimeout: 5_000, retryStrategy: (tries: number) => Math.min(tries * 200, 2_000) };
    const producer = new Redis(url, { ...options, maxRetriesPerRequest: 1, enableOfflineQueue: true, commandTimeout: 5_000 });
    const consumer = new Redis(url, { ...options, maxRetriesPerRequest: null });
    for (const connection of [producer, consumer]) connection.on('error', (error) => this.tell('redis', error));
    // Several instances may share one Redis; each is told apart by its own id and its database's name.
    const instance = await this.database.first<{ prefix: string }>(
      `SELECT 'qingsai:' || current_database() || ':' || left(value #>> '{}', 8) AS prefix FROM setting WHERE name = 'instance'`,
    );
    return {
      factory: createRedisBackend as BackendFactory,
      producer,
      consumer,
      prefix: instance?.prefix,
      ping: async () => void (await producer.ping()),
      close: async () => {
        producer.disconnect();
        consumer.disconnect();
      },
    };
  }

  private tell(where: string, error: Error): void {
    if (!this.closed) this.log.warn(`${where}: ${error.message}`);
  }
}
