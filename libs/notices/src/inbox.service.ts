import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, LiveTopics, type Page } from '#libs/platform';
import { noticeBody, noticeTitle } from './core/letter.js';

export interface InboxRow {
  id: string;
  title: string;
  body: string;
  link: string | null;
  createdAt: string;
  readAt: string | null;
}

/** One account's notices, in the reader's language. */
@Injectable()
export class Inbox implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: LiveTopics,
  ) {}

  onModuleInit(): void {
    this.topics.declare('inbox', async (topic, accountId) => accountId !== undefined && topic === `inbox:${accountId}`);
  }

  /** Newest first. */
  async list(accountId: string, query: { page: number; size: number; unread?: boolean }): Promise<Page<InboxRow>> {
    const matching = `account_id = $1 AND ($2::boolean IS NOT TRUE OR read_at IS NULL)`;
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM notice WHERE ${matching}`, [accountId, query.unread ?? false]);
    const rows = await this.database.query<{ id: string; template: string; params: Record<string, string | number>; link: string | null; created_at: Date; read_at: Date | null }>(
      `SELECT id, template, params, link, created_at, read_at FROM notice WHERE ${matching} ORDER BY created_at DESC, id LIMIT $3 OFFSET $4`,
      [accountId, query.unread ?? false, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map((row) => ({ id: row.id, title: noticeTitle(row), body: noticeBody(row), link: row.link, createdAt: row.created_at.toISOString(), readAt: row.read_at?.toISOString() ?? null })),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  async unreadCount(accountId: string): Promise<number> {
    const counted = await this.database.first<{ unread: number }>('SELECT count(*)::int AS unread FROM notice WHERE account_id = $1 AND read_at IS NULL', [accountId]);
    return counted?.unread ?? 0;
  }

  /** Marks the given notices, or all without ids, as read; other people's are left alone. */
  async markRead(accountId: string, ids?: string[]): Promise<void> {
    await this.database.query('UPDATE notice SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3))', [accountId, this.clock.now(), ids ?? null]);
  }
}
