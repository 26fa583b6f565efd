import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { currentContext } from '../context.js';
import { Database } from '../database.js';
import type { Job } from './job.js';

export interface AddOptions {
  /** While an entry with this key has not begun, adding another does nothing: what is to be done will be done once, with what is committed by then. */
  dedupeKey?: string;
  /** Not before this many milliseconds from now. */
  delayMs?: number;
}

interface KeyRow {
  id: string;
  dedupe_key: string | null;
}

export const OUTBOX_CHANNEL = 'qingsai_outbox';

/** The way to have something done later: the job commits, or vanishes, with the transaction that adds it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The id of the outbox row (the waiting one's when the key is already there); it is also the id for asking about progress. */
  async add<P extends object>(job: Job<P>, payload: P, options: AddOptions = {}): Promise<string> {
    const [id] = await this.addAll(job, [{ payload, dedupeKey: options.dedupeKey }], options.delayMs);
    if (!id) throw new Error(`Job "${job.name}" was not added`);
    return id;
  }

  /** Adds many jobs of one kind in one statement; the ids of all rows that will do the work, in no particular order. */
  async addAll<P extends object>(job: Job<P>, entries: { payload: P; dedupeKey?: string }[], delayMs = 0): Promise<string[]> {
    const ids: string[] = [];
    let open = entries;
    while (open.length > 0) {
      const added = await this.insert(job, open, delayMs);
      const missing = new Set(open.map((entry) => entry.dedupeKey).filter((key) => key !== undefined));
      for (const row of added) if (row.dedupe_key !== null) missing.delete(row.dedupe_key);
      const held = missing.size > 0 ? await this.holdWaiting(job.name, [...missing]) : [];
      for (const row of held) missing.delete(row.dedupe_key ?? '');
      ids.push(...[...added, ...held].map((row) => row.id));
      // What is missing still began between the two statements, so now there is room for a new entry.
      open = open.filter((entry) => entry.dedupeKey !== undefined && missing.has(entry.dedupeKey));
    }
    return ids;
  }

  private insert(job: Job<object>, entries: { payload: object; dedupeKey?: string }[], delayMs: number): Promise<KeyRow[]> {
    return this.database.often<KeyRow>(
      `WITH added AS (
         INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
         SELECT $1, $2, e->'payload', e->>'dedupeKey', $3, $4 FROM jsonb_array_elements($5::jsonb) e
         ON CONFLICT (name, dedupe_key) WHERE state IN ('waiting', 'queued') DO NOTHING
         RETURNING id, dedupe_key
       )
       SELECT id, dedupe_key, pg_notify('${OUTBOX_CHANNEL}', '') FROM added`,
      [job.name, job.queue, currentContext().requestId, new Date(this.clock.millis() + delayMs), JSON.stringify(entries)],
    );
  }

  /**
   * Keeps waiting entries from beginning before this transaction has committed, so that they see what is written here. The weakest
   * lock there is: many transactions may rely on one entry at a time, and the relay may carry it meanwhile. JobRunner waits for it.
   */
  private holdWaiting(name: string, dedupeKeys: string[]): Promise<KeyRow[]> {
    return this.database.query<KeyRow>(
      `SELECT id, dedupe_key FROM outbox WHERE name = $1 AND dedupe_key = ANY($2) AND state IN ('waiting', 'queued') FOR KEY SHARE`,
      [name, dedupeKeys],
    );
  }
}
