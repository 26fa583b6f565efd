import { Injectable } from '@nestjs/common';
import { Database, type Page } from '#libs/platform';

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryListRow {
  id: string;
  channel: 'email' | 'sms';
  state: DeliveryState;
  attempts: number;
  error: string | null;
  /** Absent for letters with single-use links. */
  template: string | null;
  accountId: string | null;
  changedAt: string;
}

/** What went out of the house and what did not, for administrators. */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: Database) {}

  /** Newest change first. */
  async list(query: { page: number; size: number; state?: string }): Promise<Page<DeliveryListRow>> {
    const counted = await this.database.first<{ total: number }>('SELECT count(*)::int AS total FROM delivery WHERE $1::text IS NULL OR state = $1', [query.state ?? null]);
    const rows = await this.database.query<Omit<DeliveryListRow, 'changedAt'> & { changed_at: Date }>(
      `SELECT d.id, d.channel, d.state, d.attempts, d.error, n.template, n.account_id AS "accountId", d.changed_at
       FROM delivery d LEFT JOIN notice n ON n.id = d.notice_id WHERE $1::text IS NULL OR d.state = $1
       ORDER BY d.changed_at DESC, d.id LIMIT $2 OFFSET $3`,
      [query.state ?? null, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at.toISOString() })),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }
}
