import type { ServerResponse } from 'node:http';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { PgListener } from '../jobs/pg-listener.js';
import { databaseUrlOf } from '../jobs/queues.service.js';
import { Refusal } from '../refusal.js';
import { LIVE_CHANNEL, type LiveMessage } from './live.service.js';

const HEARTBEAT_MS = 20_000;
const KEPT = `interval '15 minutes'`;
const CLEAN_EVERY = 60;
/** A follower that does not read (a sleeping phone) is let go; it comes back and gets the newest. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
/** A stream ends after a while and its browser asks again: so whoever was logged out meanwhile hears nothing more. */
const FOLLOWED_MS = 5 * 60_000;
/** Open streams of one account (its tabs), and of one address without a login (perhaps a whole school behind it). */
const MOST_STREAMS = { account: 20, address: 300 } as const;

/** Who follows: an account, or an address when nobody is logged in. */
export interface FollowerIdentity {
  kind: keyof typeof MOST_STREAMS;
  id: string;
}

interface Follower {
  who: string;
  until: number;
  topics: Set<string>;
  response: ServerResponse;
}

/** Fans messages out to this process's followers by server-sent events, over one listening connection to the database. */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly log = new Logger('live');
  private readonly followers = new Set<Follower>();
  private listener?: PgListener;
  private heartbeat?: NodeJS.Timeout;
  private beats = 0;
  private lastSeen = '0';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the response open and writes every message of these topics to it. A client that comes back (`lastEventId`) gets the newest
   * message of each topic first, be it one it has seen. Whether it may follow the topics is the caller's to decide (`requireRoom` first).
   */
  async follow(response: ServerResponse, topics: string[], who: FollowerIdentity, lastEventId?: string): Promise<void> {
    // Gone again before its topics were looked at: it would never be taken off the list.
    if (response.destroyed) return;
    this.start();
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', connection: 'keep-alive', 'x-accel-buffering': 'no' });
    response.write('retry: 2000\n\n');
    const follower: Follower = { who: keyOf(who), until: this.clock.millis() + FOLLOWED_MS, topics: new Set(topics), response };
    this.followers.add(follower);
    response.once('close', () => this.followers.delete(follower));
    if (lastEventId !== undefined) for (const message of await this.newest(topics)) this.write(follower, message);
  }

  /** TOO_MANY_STREAMS when somebody holds as many streams open as one may. */
  requireRoom(who: FollowerIdentity): void {
    const most = MOST_STREAMS[who.kind];
    let open = 0;
    for (const follower of this.followers) if (follower.who === keyOf(who)) open++;
    if (open >= most) throw new Refusal('tooMany', 'TOO_MANY_STREAMS', { count: most });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeat);
    for (const { response } of this.followers) response.end();
    this.followers.clear();
    await this.listener?.stop();
  }

  private start(): void {
    if (this.listener) return;
    this.listener = new PgListener(databaseUrlOf(this.database.source), LIVE_CHANNEL, {
      message: (payload) => void this.receive(payload).catch((error: Error) => this.log.warn(error.message)),
      connect: () => void this.catchUp().catch((error: Error) => this.log.warn(error.message)),
      error: (error) => this.log.warn(`Not listening: ${error.message}`),
    });
    this.listener.start();
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  }

  private async receive(payload: string): Promise<void> {
    const notice = JSON.parse(payload) as { id?: string; topic: string; data: unknown; inline?: boolean };
    if (![...this.followers].some((follower) => follower.topics.has(notice.topic))) return;
    const data = notice.inline === false ? (await this.database.first<{ data: unknown }>('SELECT data FROM live_message WHERE id = $1', [notice.id]))?.data : notice.data;
    this.fanOut({ id: notice.id ?? '', topic: notice.topic, data });
  }

  /** After the listening connection was lost: the newest of what was missed. */
  private async catchUp(): Promise<void> {
    const topics = [...new Set([...this.followers].flatMap((follower) => [...follower.topics]))];
    if (this.lastSeen === '0' || topics.length === 0) return;
    for (const message of await this.newest(topics)) if (BigInt(message.id) > BigInt(this.lastSeen)) this.fanOut(message);
  }

  private newest(topics: string[]): Promise<LiveMessage[]> {
    return this.database.query<LiveMessage>('SELECT DISTINCT ON (topic) id::text, topic, data FROM live_message WHERE topic = ANY($1) ORDER BY topic, id DESC', [topics]);
  }

  private fanOut(message: LiveMessage): void {
    if (message.id !== '') this.lastSeen = message.id;
    for (const follower of this.followers) if (follower.topics.has(message.topic)) this.write(follower, message);
  }

  private write(follower: Follower, { id, topic, data }: LiveMessage): void {
    if (!this.followers.has(follower) || this.endIfOver(follower)) return;
    if (follower.response.writableLength > MAX_BUFFERED_BYTES) {
      follower.response.destroy();
      return;
    }
    follower.response.write(`${id === '' ? '' : `id: ${id}\n`}data: ${JSON.stringify({ topic, data })}\n\n`);
  }

  private beat(): void {
    for (const follower of this.followers) if (!this.endIfOver(follower)) follower.response.write(': still here\n\n');
    if (this.beats++ % CLEAN_EVERY === 0) {
      this.database.query(`DELETE FROM live_message WHERE at < $1::timestamptz - ${KEPT}`, [this.clock.now()]).catch((error: Error) => this.log.warn(error.message));
    }
  }

  private endIfOver(follower: Follower): boolean {
    if (this.clock.millis() < follower.until) return false;
    this.followers.delete(follower);
    follower.response.end();
    return true;
  }
}

const keyOf = ({ kind, id }: FollowerIdentity): string => `${kind}:${id}`;
