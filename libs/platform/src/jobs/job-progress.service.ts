import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database.js';
import { LIVE_CHANNEL } from '../live/live.service.js';
import { LiveTopics } from '../live/live-topics.js';

export type JobState = 'waiting' | 'queued' | 'running' | 'retrying' | 'dead' | 'done';

export interface JobStatus {
  id: string;
  state: JobState;
  done: number | null;
  total: number | null;
}

const REPORT_EVERY_MS = 200;

/** How far jobs are, for the page that waits for them. */
@Injectable()
export class JobProgress implements OnModuleInit {
  private readonly lastReport = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly topics: LiveTopics,
  ) {}

  /** Whoever knows a job's id was given it; there are only figures to see. */
  onModuleInit(): void {
    this.topics.declare('job', async (_topic, accountId) => accountId !== undefined);
  }

  /** Stored on a connection of its own, so that it is seen while the handler's transaction is open; at most five times a second. */
  async report(outboxId: string, done: number, total: number): Promise<void> {
    const now = Date.now();
    if (done < total && now - (this.lastReport.get(outboxId) ?? 0) < REPORT_EVERY_MS) return;
    this.lastReport.set(outboxId, now);
    await this.database.source.query(
      `WITH changed AS (UPDATE outbox SET progress_done = least($2::bigint, $3::bigint), progress_total = $3, changed_at = now() WHERE id = $1)
       SELECT pg_notify('${LIVE_CHANNEL}', json_build_object('topic', 'job:' || $1::text, 'data', json_build_object('done', $2::bigint, 'total', $3::bigint))::text)`,
      [outboxId, done, total],
    );
  }

  /** Called when a run has ended. */
  forget(outboxId: string): void {
    this.lastReport.delete(outboxId);
  }

  /** Where a job stands. A row that is gone was done: the outbox keeps what is still to do. */
  async of(outboxId: string): Promise<JobStatus> {
    const row = await this.database.first<{ state: JobState; done: string | null; total: string | null }>(
      'SELECT state, progress_done AS done, progress_total AS total FROM outbox WHERE id = $1',
      [outboxId],
    );
    if (!row) return { id: outboxId, state: 'done', done: null, total: null };
    return { id: outboxId, state: row.state, done: row.done === null ? null : Number(row.done), total: row.total === null ? null : Number(row.total) };
  }
}
