import { Injectable } from '@nestjs/common';
import { AuditQueries, type AuditFilter, type AuditRow } from '#libs/audit';
import { AccessService, Accounts, type Actor } from '#libs/identity';
import { Database, likePattern, type Page } from '#libs/platform';

export interface NamedAuditRow extends AuditRow {
  accountName: string | null;
}

/** More people than this share a piece of a name only when it says too little. */
const NAMESAKES = 500;

/** The audit log with the names of those who acted; the log itself keeps ids only. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly audit: AuditQueries,
    private readonly access: AccessService,
    private readonly accounts: Accounts,
    private readonly database: Database,
  ) {}

  /** `who` is a part of the name or login of those who acted. For those who watch over everything. */
  async list(actor: Actor, { who, ...filter }: Omit<AuditFilter, 'accountIds'> & { who?: string }): Promise<Page<NamedAuditRow>> {
    this.access.throughout(actor, 'audit.read');
    const page = await this.audit.list({ ...filter, ...(who?.trim() && { accountIds: await this.accountsCalled(who.trim()) }) });
    const names = await this.accounts.names(page.rows.flatMap((row) => row.accountId ?? []));
    return { ...page, rows: page.rows.map((row) => ({ ...row, accountName: names.get(row.accountId ?? '') ?? null })) };
  }

  private async accountsCalled(who: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT a.id FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.name ILIKE $1 OR p.name ILIKE $1 OR a.login_name ILIKE $1 ORDER BY a.id LIMIT ${NAMESAKES}`,
      [likePattern(who)],
    );
    return rows.map((row) => row.id);
  }
}
