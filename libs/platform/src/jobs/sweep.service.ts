import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database.js';
import { QUEUES, type QueueName } from './job.js';
import { Queues } from './queues.service.js';
import { Relay } from './relay.service.js';

const EVERY_MS = 10_000;
/** Rows that changed a moment ago are about to be relayed, claimed or removed. */
const SETTLED = `changed_at < now() - interval '5 seconds'`;
const OPEN = `state IN ('queued', 'running', 'retrying')`;
const EVERY_ROW_EACH = 60;

/**
 * Finds rows whose entry in the queue's store has vanished (Redis flushed, replaced or restored) and lets them be relayed again.
 * The outbox alone decides what is still to do.
 */
@Injectable()
export class Sweep {
  private readonly log = new Logger('sweep');
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();
  private round = 0;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly relay: Relay,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.sweep(this.round++ % EVERY_ROW_EACH === 0)).catch((error: unknown) => {
        this.log.warn(`Not swept: ${error instanceof Error ? error.message : String(error)}`);
      });
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** How many rows were let go again. Without `everyRow` a queue that holds as many jobs as the outbox has rows is taken as whole. */
  async sweep(everyRow = false): Promise<number> {
    let released = 0;
    for (const name of QUEUES) released += await this.sweepQueue(name, everyRow);
    if (released > 0) {
      this.log.warn(`${released} jobs had vanished from their queue and are relayed again`);
      this.relay.wake();
    }
    return released;
  }

  private async sweepQueue(name: QueueName, everyRow: boolean): Promise<number> {
    const rows = await this.database.query<{ id: string }>(`SELECT id FROM outbox WHERE queue = $1 AND ${OPEN} AND ${SETTLED}`, [name]);
    if (rows.length === 0) return 0;
    const queue = await this.queues.queue(name);
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'waiting-children');
    const held = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (!everyRow && held >= rows.length) return 0;
    const vanished: string[] = [];
    for (const { id } of rows) {
      const state = await queue.getJobState(id);
      if (state === 'unknown' || state === 'completed' || state === 'failed') vanished.push(id);
    }
    if (vanished.length === 0) return 0;
    const released = await this.database.query<{ id: string }>(
      `UPDATE outbox o SET state = 'waiting', changed_at = now()
       WHERE id = ANY($1) AND ${OPEN} AND ${SETTLED}
         AND (dedupe_key IS NULL OR state = 'queued' OR NOT EXISTS (
           SELECT 1 FROM outbox n WHERE n.name = o.name AND n.dedupe_key = o.dedupe_key AND n.id <> o.id AND n.state IN ('waiting', 'queued')))
       RETURNING id`,
      [vanished],
    );
    return released.length;
  }
}
