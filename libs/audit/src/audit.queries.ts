import { Injectable } from '@nestjs/common';
import { Database, literalInLike, type Page } from '#libs/platform';

export interface AuditFilter {
  subjectType?: string;
  subjectId?: string;
  accountId?: string;
  /** Any of these acted. */
  accountIds?: string[];
  /** Without records that only tell that somebody looked at something. */
  changes?: boolean;
  /** An action or its beginning, e.g. `entry.`. */
  action?: string;
  requestId?: string;
  /** ISO 8601; `from` included, `to` not. */
  from?: string;
  to?: string;
  page: number;
  size: number;
}

export interface AuditRow {
  id: string;
  at: string;
  accountId: string | null;
  requestId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  position: number;
}

/** Lists of the log for supervisors and administrators. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** Records that match every given filter, newest first. */
  async list(filter: AuditFilter): Promise<Page<AuditRow>> {
    const values: unknown[] = [];
    const conditions: string[] = [];
    const where = (condition: (placeholder: string) => string, value: unknown): void => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    where((p) => `r.subject_type = ${p}`, filter.subjectType);
    where((p) => `r.subject_id = ${p}`, filter.subjectId);
    where((p) => `r.account_id = ${p}::uuid`, filter.accountId);
    where((p) => `r.account_id = ANY (${p}::uuid[])`, filter.accountIds);
    where((p) => `(r.action !~ '[.](viewed|id_opened|exported|logged_in)$') = ${p}`, filter.changes === true ? true : undefined);
    where((p) => `r.action LIKE ${p}`, filter.action === undefined ? undefined : `${literalInLike(filter.action)}%`);
    where((p) => `r.request_id = ${p}`, filter.requestId);
    where((p) => `r.at >= ${p}::timestamptz`, filter.from);
    where((p) => `r.at < ${p}::timestamptz`, filter.to);
    const matching = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM audit_record r ${matching}`, values);
    const rows = await this.database.query<Omit<AuditRow, 'at' | 'position'> & { at: Date; position: string }>(
      `SELECT r.id, r.at, r.account_id AS "accountId", r.request_id AS "requestId", r.action, r.subject_type AS "subjectType", r.subject_id AS "subjectId",
              r.before, r.after, r.reason, l.position
       FROM audit_record r JOIN audit_link l ON l.record_id = r.id ${matching}
       ORDER BY r.sequence DESC LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`,
      values,
    );
    return {
      rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), position: Number(row.position) })),
      total: counted?.total ?? 0,
      page: filter.page,
      size: filter.size,
    };
  }
}
