import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database.js';

export const LIVE_CHANNEL = 'qingsai_live';
/** PostgreSQL carries 8000 bytes in a notification; larger data is fetched by its id. */
const INLINE_BYTES = 7_000;

/** What followers of a topic get. `id` grows; newest wins. */
export interface LiveMessage {
  id: string;
  topic: string;
  data: unknown;
}

/** Tells followers that something has changed; they hear of it when, and only if, the transaction commits. */
@Injectable()
export class Live {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `data` should be the newest state, or enough to know what to fetch: a follower that was away gets only the last one. */
  async publish(topic: string, data: unknown): Promise<void> {
    const text = JSON.stringify(data ?? null);
    const inline = Buffer.byteLength(text) + Buffer.byteLength(topic) < INLINE_BYTES;
    await this.database.query(
      `WITH kept AS (INSERT INTO live_message (topic, data, at) VALUES ($1, $2::jsonb, $3) RETURNING id)
       SELECT pg_notify('${LIVE_CHANNEL}', json_build_object('id', id::text, 'topic', $1::text, 'data', CASE WHEN $4 THEN $2::json END, 'inline', $4::boolean)::text) FROM kept`,
      [topic, text, this.clock.now(), inline],
    );
  }
}
