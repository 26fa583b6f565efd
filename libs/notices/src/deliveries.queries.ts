import { Injectable } from '@nestjs/common';
import { Clock, Database, Outbox, Refusal, type Page } from '#libs/platform';
import { DeliverNotice } from './notices.jobs.js';

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
  /** It can be sent once more: it stopped, and what it says is still known. */
  mayRetry: boolean;
  changedAt: string;
}

const STOPPED: readonly DeliveryState[] = ['failed', 'uncertain', 'skipped'];

export interface DeliveryFilter {
  page: number;
  size: number;
  state?: string;
  channel?: string;
  /** A notice's template or its beginning, e.g. `results.`. */
  template?: string;
}

/** What went out of the house and what did not, for administrators. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Newest change first. */
  async list(query: DeliveryFilter): Promise<Page<DeliveryListRow>> {
    const from = `FROM delivery d LEFT JOIN notice n ON n.id = d.notice_id
      WHERE ($1::text IS NULL OR d.state = $1) AND ($2::text IS NULL OR d.channel = $2) AND ($3::text IS NULL OR starts_with(n.template, $3))`;
    const values = [query.state ?? null, query.channel ?? null, query.template ?? null];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from}`, values);
    const rows = await this.database.query<Omit<DeliveryListRow, 'changedAt' | 'mayRetry'> & { changed_at: Date }>(
      `SELECT d.id, d.channel, d.state, d.attempts, d.error, n.template, n.account_id AS "accountId", d.changed_at ${from} ORDER BY d.changed_at DESC, d.id LIMIT $4 OFFSET $5`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map(({ changed_at, ...row }) => ({ ...row, mayRetry: STOPPED.includes(row.state) && row.template !== null, changedAt: changed_at.toISOString() })),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  /**
   * Sends a delivery that stopped once more. DELIVERY_NOT_STOPPED while it waits, is being sent or has arrived; LETTER_NOT_KEPT for a letter
   * with a link that works once: it is forgotten when it stops, and whoever needs it asks for a new one.
   */
  async retry(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.database.first<{ state: DeliveryState; noticeId: string | null }>('SELECT state, notice_id AS "noticeId" FROM delivery WHERE id = $1 FOR UPDATE', [id]);
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      if (!STOPPED.includes(row.state)) throw new Refusal('conflict', 'DELIVERY_NOT_STOPPED');
      if (row.noticeId === null) throw new Refusal('conflict', 'LETTER_NOT_KEPT');
      await this.database.query(`UPDATE delivery SET state = 'waiting', error = NULL, changed_at = $2 WHERE id = $1`, [id, this.clock.now()]);
      await this.outbox.add(DeliverNotice, { deliveryId: id });
    });
  }
}
