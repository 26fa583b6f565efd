import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { JobHandlers } from './job-handlers.service.js';
import { QUEUES, type QueueName } from './job.js';
import { OUTBOX_CHANNEL } from './outbox.service.js';
import { PgListener } from './pg-listener.js';
import { databaseUrlOf, Queues } from './queues.service.js';

const BATCH = 200;
const POLL_MS = 1_000;
const AWAY_MS = 2_000;

interface WaitingRow {
  id: string;
  name: string;
  queue: QueueName;
  relayed_at: Date | null;
}

/**
 * Carries due outbox rows to BullMQ: woken by NOTIFY, and by a poll each second for what is due later and what a lost connection
 * kept silent about. Rows are locked while they are carried, so several relays share the work.
 */
@Injectable()
export class Relay {
  private readonly log = new Logger('relay');
  private listener?: PgListener;
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = true;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.stopped = false;
    this.listener = new PgListener(databaseUrlOf(this.database.source), OUTBOX_CHANNEL, {
      message: () => this.wake(),
      connect: () => this.wake(),
      error: (error) => this.log.warn(`Not listening: ${error.message}`),
    });
    this.listener.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.listener?.stop();
    await this.running;
  }

  /** Looks for due rows now; calls while it looks make one further look. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.relayAll().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async relayAll(): Promise<void> {
    let next = POLL_MS;
    try {
      while (!this.stopped && (await this.relayBatch()) === BATCH) continue;
    } catch (error) {
      // The rows stay; the queue's store or the database is away for now.
      this.log.warn(`Nothing could be relayed: ${error instanceof Error ? error.message : String(error)}`);
      next = AWAY_MS;
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), next);
  }

  /** How many rows went over. BullMQ has them before the row says so; the row's id is the job's id, so none is there twice. */
  async relayBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<WaitingRow>(
        `SELECT id, name, queue, relayed_at FROM outbox WHERE state = 'waiting' AND run_at <= $1
         ORDER BY run_at LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
        [this.clock.now()],
      );
      for (const name of QUEUES) await this.hand(name, rows.filter((row) => row.queue === name));
      await this.database.query(`UPDATE outbox SET state = 'queued', relayed_at = now(), changed_at = now() WHERE id = ANY($1)`, [rows.map((row) => row.id)]);
      return rows.length;
    });
  }

  private async hand(name: QueueName, rows: WaitingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const queue = await this.queues.queue(name);
    // A row that comes a second time may have left a finished job behind, which would swallow the new one.
    for (const row of rows) if (row.relayed_at) await queue.remove(row.id).catch(() => undefined);
    await queue.addBulk(
      rows.map((row) => {
        const job = this.handlers.all().get(row.name)?.job;
        return {
          name: row.name,
          data: {},
          opts: {
            jobId: row.id,
            attempts: job?.attempts ?? 1,
            backoff: { type: 'exponential', delay: job?.backoffMs ?? 1_000 },
            removeOnComplete: { count: 500 },
            removeOnFail: true,
          },
        };
      }),
    );
  }
}
