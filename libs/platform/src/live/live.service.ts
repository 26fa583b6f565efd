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
  publish(topic: string, data: unknown): Promise<void> {
    return this.publishAll([{ topic, data }]);
  }

  /** Many messages in one statement. */
  async publishAll(messages: { topic: string; data: unknown }[]): Promise<void> {
    if (messages.length === 0) return;
    const rows = messages.map(({ topic, data }) => ({ topic, data: data ?? null, inline: Buffer.byteLength(JSON.stringify({ topic, data })) < INLINE_BYTES }));
    await this.database.often(
      `WITH given AS (SELECT m->>'topic' AS topic, m->'data' AS data, (m->>'inline')::boolean AS inline FROM jsonb_array_elements($1::jsonb) m),
            kept AS (INSERT INTO live_message (topic, data, at) SELECT topic, data, $2 FROM given RETURNING id, topic, data)
       SELECT pg_notify('${LIVE_CHANNEL}', json_build_object('id', kept.id::text, 'topic', kept.topic, 'inline', inline, 'data', CASE WHEN inline THEN kept.data END)::text)
       FROM kept JOIN given USING (topic, data)`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }
}
