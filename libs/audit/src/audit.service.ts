import { Injectable } from '@nestjs/common';
import { Clock, currentContext, Database, Random } from '#libs/platform';
import { AuditSealer } from './audit-sealer.service.js';
import { recordHash } from './core/record-hash.js';
import { redact } from './core/redact.js';

export interface AuditEntry {
  /** `<noun>.<what happened>`, e.g. `entry.recommended`. */
  action: string;
  subject: { type: string; id: string };
  /** The changed fields before and after; ids and field values, no personal data. */
  before?: unknown;
  after?: unknown;
  /** Why, where a person had to say so. */
  reason?: string;
}

/** Writes the audit log. Who, when and which request are taken from the context and the clock. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly sealer: AuditSealer,
  ) {}

  /** Adds one record. Inside a transaction it commits or vanishes with it. */
  record(entry: AuditEntry): Promise<void> {
    return this.recordAll([entry]);
  }

  /** Adds many records in one statement, for set-based work. */
  async recordAll(entries: AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const context = currentContext();
    const rows = entries.map((entry) => {
      const row = {
        id: this.random.uuid(),
        at: this.clock.now().toISOString(),
        accountId: context.accountId ?? null,
        requestId: context.requestId,
        action: entry.action,
        subjectType: entry.subject.type,
        subjectId: entry.subject.id,
        before: redact(entry.before),
        after: redact(entry.after),
        reason: entry.reason === undefined ? null : String(redact(entry.reason)),
      };
      return { ...row, sha256: recordHash(row) };
    });
    await this.database.often(
      `INSERT INTO audit_record (id, at, account_id, request_id, action, subject_type, subject_id, before, after, reason, sha256)
       SELECT (r->>'id')::uuid, (r->>'at')::timestamptz, (r->>'accountId')::uuid, r->>'requestId', r->>'action', r->>'subjectType', r->>'subjectId',
              nullif(r->'before', 'null'::jsonb), nullif(r->'after', 'null'::jsonb), r->>'reason', r->>'sha256'
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (r, place) ORDER BY place`,
      [JSON.stringify(rows)],
    );
    this.database.afterCommit(() => this.sealer.soon());
  }
}
