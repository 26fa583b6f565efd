import { Injectable, Logger } from '@nestjs/common';
import { withContext } from '../context.js';
import { Database } from '../database.js';
import { JobHandlers, type JobHandler } from './job-handlers.service.js';
import { JobProgress } from './job-progress.service.js';

interface Claimed {
  id: string;
  name: string;
  payload: object;
  dedupe_key: string | null;
  request_id: string;
  attempts: number;
}

/** How a run ended. `gone`: somebody had done it already. `dead`: it failed for the last time and is laid aside. */
export type RunOutcome = 'done' | 'gone' | 'dead';

const LOCK = `hashtextextended('qingsai.job.' || $1, 0)`;

/** Runs one outbox row: claims it, calls its handler, removes it. Any number of processes may try the same row at the same time. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('jobs');

  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly progress: JobProgress,
  ) {}

  /** @throws what the handler threw, when there are runs left */
  async run(outboxId: string): Promise<RunOutcome> {
    const row = await this.claim(outboxId);
    if (!row) return 'gone';
    const handler = this.handlers.all().get(row.name);
    return withContext({ requestId: row.request_id, language: 'zh' }, async () => {
      if (!handler) return this.layAside(row.id, `No room handles "${row.name}"`);
      // Runs that ended with the process are counted too: a job that kills its worker must not do so for ever.
      if (row.attempts > handler.job.attempts) return this.layAside(row.id, 'The process ended during each of its runs');
      try {
        return await (handler.job.atomic ? this.runAtomically(row, handler) : this.runGuarded(row, handler));
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (row.attempts >= handler.job.attempts) return this.layAside(row.id, message);
        this.log.warn(`${row.name} ${row.id} failed in run ${row.attempts}: ${message}`);
        await this.database.query(`UPDATE outbox SET state = 'retrying', error = $2, changed_at = now() WHERE id = $1`, [row.id, message.slice(0, 10_000)]);
        throw error;
      } finally {
        this.progress.forget(row.id);
      }
    });
  }

  /**
   * From here on nobody new can rely on the entry (see Outbox); then waits for the transactions that already do, so that the
   * handler sees what they wrote.
   */
  private async claim(id: string): Promise<Claimed | undefined> {
    const row = await this.database.first<Claimed>(
      `UPDATE outbox SET state = 'running', attempts = attempts + 1, changed_at = now() WHERE id = $1 AND state <> 'dead'
       RETURNING id, name, payload, dedupe_key, request_id, attempts`,
      [id],
    );
    if (row?.dedupe_key) await this.database.query('SELECT 1 FROM outbox WHERE id = $1 FOR UPDATE', [id]);
    return row;
  }

  /** The handler's writes and the row's removal are one transaction. Runs of one key follow each other. */
  private async runAtomically(row: Claimed, handler: JobHandler): Promise<RunOutcome> {
    return this.database.transaction(async () => {
      // A long calculation between two statements is no forgotten transaction.
      await this.database.query(`SET LOCAL idle_in_transaction_session_timeout = '30min'`);
      await this.database.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [row.dedupe_key === null ? row.id : `${row.name} ${row.dedupe_key}`]);
      const stillThere = await this.database.first(`SELECT 1 FROM outbox WHERE id = $1 AND state <> 'dead'`, [row.id]);
      if (!stillThere) return 'gone';
      await handler.handle(row.payload, this.runOf(row));
      await this.database.query('DELETE FROM outbox WHERE id = $1', [row.id]);
      return 'done';
    });
  }

  /** Nobody else runs the row meanwhile: the lock lasts as long as this process's connection. */
  private async runGuarded(row: Claimed, handler: JobHandler): Promise<RunOutcome> {
    const guard = this.database.source.createQueryRunner();
    try {
      const [lock] = (await guard.query(`SELECT pg_try_advisory_lock(${LOCK}) AS held`, [row.id])) as { held: boolean }[];
      if (!lock?.held) throw new Error('Another process is running it');
      try {
        await handler.handle(row.payload, this.runOf(row));
        await this.database.query('DELETE FROM outbox WHERE id = $1', [row.id]);
        return 'done';
      } finally {
        await guard.query(`SELECT pg_advisory_unlock(${LOCK})`, [row.id]).catch(() => undefined);
      }
    } finally {
      await guard.release();
    }
  }

  private runOf(row: Claimed) {
    return { id: row.id, attempt: row.attempts, report: (done: number, total: number) => this.progress.report(row.id, done, total) };
  }

  private async layAside(id: string, error: string): Promise<RunOutcome> {
    this.log.error(`Job ${id} is laid aside as dead: ${error}`);
    await this.database.query(`UPDATE outbox SET state = 'dead', error = $2, changed_at = now() WHERE id = $1`, [id, error.slice(0, 10_000)]);
    return 'dead';
  }
}
