import { Injectable } from '@nestjs/common';
import { AuditQueries, type AuditFilter, type AuditRow } from '#libs/audit';
import { Database, type Page } from '#libs/platform';

export interface NamedAuditRow extends AuditRow {
  accountName: string | null;
}

/** The audit log with the names of those who acted; the log itself keeps ids only. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly audit: AuditQueries,
    private readonly database: Database,
  ) {}

  async list(filter: AuditFilter): Promise<Page<NamedAuditRow>> {
    const page = await this.audit.list(filter);
    const ids = [...new Set(page.rows.map((row) => row.accountId).filter((id) => id !== null))];
    const accounts = await this.database.query<{ id: string; name: string }>('SELECT id, name FROM account WHERE id = ANY($1::uuid[])', [ids]);
    const names = new Map(accounts.map((account) => [account.id, account.name]));
    return { ...page, rows: page.rows.map((row) => ({ ...row, accountName: names.get(row.accountId ?? '') ?? null })) };
  }
}
