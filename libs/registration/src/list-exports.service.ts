import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, Actors, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Handles, Outbox, Refusal, type JobRun, type Language } from '#libs/platform';
import type { ExportQuery, ListExportView } from './dto/lists.dto.js';
import { EntryExport } from './entry-export.service.js';
import { EntryLists } from './entry-lists.queries.js';
import { MakeListExport } from './registration.jobs.js';

/** Up to so many rows are written while the caller waits; more are a job. */
const AT_ONCE = 500;
const KEPT_MS = 24 * 3_600_000;

interface StoredExport {
  id: string;
  editionId: string;
  query: ExportQuery;
  language: Language;
  jobId: string | null;
  rows: number | null;
  ready: boolean;
  refusedCode: string | null;
  requestedBy: string;
  expiresAt: Date;
}

const COLUMNS = `id, edition_id AS "editionId", query, language, job_id AS "jobId", rows, content IS NOT NULL AS ready, refused_code AS "refusedCode", requested_by AS "requestedBy", expires_at AS "expiresAt"`;

/** Lists as files: ordered, made at once or by a job, fetched by who ordered them for a day. Every one is in the audit log. */
@Injectable()
export class ListExports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly actors: Actors,
    private readonly lists: EntryLists,
    private readonly exports: EntryExport,
  ) {}

  /** Refuses EXPORT_COLUMN for names that are no column, EXPORT_TOO_LARGE. */
  order(actor: Actor, query: ExportQuery): Promise<ListExportView> {
    return this.database.transaction(async () => {
      this.exports.columns(query);
      const { language } = currentContext();
      const now = this.clock.now();
      const row = await this.database.first<{ id: string }>(
        'INSERT INTO list_export (edition_id, query, language, requested_by, requested_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
        [query.editionId, JSON.stringify(query), language, actor.accountId, now, new Date(now.getTime() + KEPT_MS)],
      );
      const id = row?.id as string;
      if ((await this.lists.count(actor, query)) <= AT_ONCE) await this.make(actor, await this.stored(id));
      else await this.database.query('UPDATE list_export SET job_id = $2 WHERE id = $1', [id, await this.outbox.add(MakeListExport, { exportId: id }, { dedupeKey: id })]);
      return view(await this.stored(id));
    });
  }

  /** Only one's own; NOT_FOUND for anybody else's. */
  async look(actor: Actor, id: string): Promise<ListExportView> {
    return view(await this.own(actor, id));
  }

  /** The finished file, as long as it is kept. Refuses EXPORT_NOT_READY and, after a day, EXPORT_OVER. */
  async file(actor: Actor, id: string): Promise<{ content: Buffer; name: string; format: 'csv' | 'xlsx' }> {
    const made = await this.own(actor, id);
    if (this.clock.now() >= made.expiresAt) throw new Refusal('gone', 'EXPORT_OVER');
    // Who has lost the right since does not fetch it any more.
    if (this.access.orgPaths(actor, 'entry.export', made.editionId).length === 0) throw new Refusal('missing', 'NOT_FOUND');
    const row = await this.database.first<{ content: Buffer | null; requestedAt: Date }>('SELECT content, requested_at AS "requestedAt" FROM list_export WHERE id = $1', [id]);
    if (!row?.content) throw new Refusal('conflict', 'EXPORT_NOT_READY');
    const format = made.query.format === 'csv' ? 'csv' : 'xlsx';
    return { content: row.content, name: `entries-${row.requestedAt.toISOString().slice(0, 10)}.${format}`, format };
  }

  /** Writes the file with the rights its orderer has now. */
  @Handles(MakeListExport)
  async makeOrdered({ exportId }: { exportId: string }, run: JobRun): Promise<void> {
    const stored = await this.stored(exportId);
    if (stored.rows !== null) return;
    const actor = await this.actors.of(stored.requestedBy);
    try {
      if (!actor) throw new Refusal('missing', 'NOT_FOUND');
      await this.make(actor, stored, (done, all) => run.report(done, all));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.database.query('UPDATE list_export SET refused_code = $2 WHERE id = $1', [exportId, error.code]);
    }
  }

  /** Empties the files whose day is over; how many. What was exported by whom stays on record. */
  async clear(): Promise<number> {
    const rows = await this.database.query('UPDATE list_export SET content = NULL WHERE expires_at <= $1 AND content IS NOT NULL RETURNING id', [this.clock.now()]);
    return rows.length;
  }

  private async make(actor: Actor, stored: StoredExport, tell?: (done: number, all: number) => Promise<void>): Promise<void> {
    const { content, rows } = await this.exports.table(actor, stored.query, stored.language, tell);
    await this.database.query('UPDATE list_export SET content = $2, rows = $3 WHERE id = $1', [stored.id, content, rows]);
    await this.audit.record({
      action: 'entry.exported', subject: { type: 'edition', id: stored.editionId }, after: { format: stored.query.format ?? 'xlsx', rows, columns: this.exports.columns(stored.query), by: stored.requestedBy },
    });
  }

  private async own(actor: Actor, id: string): Promise<StoredExport> {
    const stored = await this.stored(id);
    if (stored.requestedBy !== actor.accountId) throw new Refusal('missing', 'NOT_FOUND');
    return stored;
  }

  private async stored(id: string): Promise<StoredExport> {
    const row = await this.database.first<StoredExport>(`SELECT ${COLUMNS} FROM list_export WHERE id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }
}

function view(stored: StoredExport): ListExportView {
  // A file that was made and is not there any more has been cleared.
  const refusedCode = stored.refusedCode ?? (stored.rows !== null && !stored.ready ? 'EXPORT_OVER' : null);
  return { id: stored.id, state: stored.ready ? 'ready' : refusedCode ? 'refused' : 'making', jobId: stored.jobId, rows: stored.rows, refusedCode, expiresAt: stored.expiresAt.toISOString() };
}
