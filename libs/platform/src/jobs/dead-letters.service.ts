import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import type { Page } from '../dto.js';
import { Refusal } from '../refusal.js';
import { OUTBOX_CHANNEL } from './outbox.service.js';
import { QUEUES, type QueueName } from './job.js';

export interface DeadLetter {
  id: string;
  name: string;
  queue: QueueName;
  payload: Record<string, unknown>;
  attempts: number;
  error: string;
  requestId: string;
  createdAt: string;
  diedAt: string;
}

export interface QueueState {
  queue: QueueName;
  waiting: number;
  queued: number;
  running: number;
  retrying: number;
  dead: number;
  /** Age of the oldest row that could run, in seconds. */
  oldestSeconds: number;
}

/** Jobs that failed for the last time: seen and retried by an administrator. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: { page: number; size: number; queue?: string }): Promise<Page<DeadLetter>> {
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM outbox WHERE state = 'dead' AND ($1::text IS NULL OR queue = $1)`, [query.queue ?? null]);
    const rows = await this.database.query<Omit<DeadLetter, 'createdAt' | 'diedAt'> & { created_at: Date; changed_at: Date }>(
      `SELECT id, name, queue, payload, attempts, error, request_id AS "requestId", created_at, changed_at FROM outbox
       WHERE state = 'dead' AND ($1::text IS NULL OR queue = $1) ORDER BY changed_at DESC, id LIMIT $2 OFFSET $3`,
      [query.queue ?? null, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map(({ created_at, changed_at, ...row }) => ({ ...row, createdAt: created_at.toISOString(), diedAt: changed_at.toISOString() })),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  /** Lets a dead job run again with all its attempts. One that waits under the same key already takes its place. */
  async retry(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const dead = await this.database.first<{ name: string; dedupe_key: string | null }>(`SELECT name, dedupe_key FROM outbox WHERE id = $1 AND state = 'dead' FOR UPDATE`, [id]);
      if (!dead) throw new Refusal('missing', 'JOB_NOT_DEAD');
      const waiting = await this.database.first(
        `SELECT 1 FROM outbox WHERE name = $1 AND dedupe_key = $2 AND state IN ('waiting', 'queued')`,
        [dead.name, dead.dedupe_key],
      );
      if (waiting) await this.database.query('DELETE FROM outbox WHERE id = $1', [id]);
      else await this.database.query(`UPDATE outbox SET state = 'waiting', attempts = 0, run_at = $2, changed_at = now() WHERE id = $1`, [id, this.clock.now()]);
      await this.database.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
    });
  }

  /** Counts by queue and state, for the dashboard and the metrics. */
  async queueStates(): Promise<QueueState[]> {
    const rows = await this.database.query<QueueState>(
      `SELECT q.queue,
              count(*) FILTER (WHERE o.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE o.state = 'queued')::int AS queued,
              count(*) FILTER (WHERE o.state = 'running')::int AS running, count(*) FILTER (WHERE o.state = 'retrying')::int AS retrying,
              count(*) FILTER (WHERE o.state = 'dead')::int AS dead,
              coalesce(extract(epoch FROM $2::timestamptz - min(o.run_at) FILTER (WHERE o.state <> 'dead' AND o.run_at <= $2)), 0)::float AS "oldestSeconds"
       FROM unnest($1::text[]) WITH ORDINALITY AS q (queue, place) LEFT JOIN outbox o ON o.queue = q.queue
       GROUP BY q.queue, q.place ORDER BY q.place`,
      [[...QUEUES], this.clock.now()],
    );
    return rows;
  }
}
