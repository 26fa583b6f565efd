import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import {
  Clock, currentContext, Database, FieldCrypto, Files, Handles, headOf, Outbox, readCell, readSheet, Refusal, UploadPolicy, violatedConstraint, withContext, writeTemplate,
  XLSX_TYPE, type JobRun, type SheetCell, type SheetColumn, type UploadLimits, type UploadRequest,
} from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { Actors } from './actors.queries.js';
import type { BeginImport, ImportRunView, ImportTargetQuery } from './dto/import.dto.js';
import { ImportKinds, type ImportedRow, type ImportKind, type ImportTarget, type RowProblem, type RowVerdict } from './import-kinds.js';
import { CheckImport, CommitImport } from './imports.jobs.js';
import { ImportQueries, RUN, type RunRow } from './imports.queries.js';

const PURPOSE = 'import';
const MOST_BYTES = 5_000_000;
const MOST_COLUMNS = 120;
/** How long the cells of an upload are kept for its report. */
const CELLS_KEPT_MS = 14 * 86_400_000;

/** Tables people fill in a spreadsheet: template, upload, check of every row, and only then the taking over. */
@Injectable()
export class Imports implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crypto: FieldCrypto,
    private readonly files: Files,
    private readonly uploads: UploadPolicy,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly actors: Actors,
    private readonly kinds: ImportKinds,
    private readonly queries: ImportQueries,
  ) {}

  onModuleInit(): void {
    this.uploads.declare(PURPOSE, (request) => this.limitsFor(request));
  }

  async template(actor: Actor, query: ImportTargetQuery): Promise<{ content: Buffer; name: string }> {
    const { columns, notes, fileName, rows } = await this.kinds.of(query.kind).columns(actor, targetOf(query));
    return { content: await writeTemplate(columns, notes, rows), name: fileName };
  }

  /** Begins the check of an uploaded table. The file itself is forgotten as soon as it has been read. */
  begin(actor: Actor, input: BeginImport): Promise<ImportRunView> {
    const target = targetOf(input);
    return this.database.transaction(async () => {
      await this.kinds.of(input.kind).columns(actor, target);
      const file = await this.files.describe(input.fileId);
      if (file.createdBy !== actor.accountId || file.purpose !== PURPOSE) throw new Refusal('missing', 'FILE_NOT_FOUND');
      await this.forgetOldCells();
      const row = await this.database.first<{ id: string }>(
        `INSERT INTO import_run (kind, target, file_name, file_sha256, file_id, created_by, created_at, language) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [input.kind, JSON.stringify(target), file.name, file.sha256, file.id, actor.accountId, this.clock.now(), currentContext().language],
      );
      const runId = row?.id as string;
      const jobId = await this.outbox.add(CheckImport, { runId });
      await this.database.query('UPDATE import_run SET job_id = $2 WHERE id = $1', [runId, jobId]);
      await this.audit.record({ action: 'import.begun', subject: { type: 'import_run', id: runId }, after: { kind: input.kind, ...target, sha256: file.sha256 } });
      return this.queries.view(actor, runId);
    });
  }

  /** Takes over what the check found good; rows with problems stay out. Refuses IMPORT_STATE and, with nothing to do, IMPORT_NOTHING. */
  commit(actor: Actor, id: string): Promise<ImportRunView> {
    return this.database.transaction(async () => {
      const run = await this.queries.own(actor, id, true);
      if (run.state === 'committing' || run.state === 'committed') return this.queries.view(actor, id);
      if (run.state !== 'checked') throw new Refusal('conflict', 'IMPORT_STATE');
      if (!(await this.database.first(`SELECT 1 FROM import_row WHERE run_id = $1 AND outcome IN ('add', 'change') LIMIT 1`, [id]))) throw new Refusal('conflict', 'IMPORT_NOTHING');
      const jobId = await this.outbox.add(CommitImport, { runId: id });
      await this.database.query(`UPDATE import_run SET state = 'committing', job_id = $2 WHERE id = $1`, [id, jobId]);
      return this.queries.view(actor, id);
    });
  }

  discard(actor: Actor, id: string): Promise<ImportRunView> {
    return this.database.transaction(async () => {
      const run = await this.queries.own(actor, id, true);
      if (run.state === 'committing' || run.state === 'committed') throw new Refusal('conflict', 'IMPORT_STATE');
      await this.database.query(`UPDATE import_run SET state = 'discarded', failure = NULL WHERE id = $1`, [id]);
      await this.database.query('UPDATE import_row SET sealed = NULL WHERE run_id = $1', [id]);
      if (run.fileId !== null) await this.files.forget(run.fileId);
      return this.queries.view(actor, id);
    });
  }

  /** The table with verdicts, to be corrected and sent in again. */
  async report(actor: Actor, id: string): Promise<{ content: Buffer; name: string }> {
    const run = await this.queries.own(actor, id);
    const { columns } = await withContext({ ...currentContext(), language: run.language }, () => this.kinds.of(run.kind).columns(actor, run.target));
    const head = (key: string): string | undefined => run.heads[indexesOf(columns, run.heads).get(key) ?? -1];
    return { content: await this.queries.report(actor, id, head), name: `${run.fileName.replace(/\.[a-z]+$/i, '')}-checked.xlsx` };
  }

  @Handles(CheckImport)
  async check({ runId }: { runId: string }, job: JobRun): Promise<void> {
    const run = await this.database.first<RunRow>(`SELECT ${RUN} FROM import_run WHERE id = $1 FOR UPDATE`, [runId]);
    if (run?.state !== 'checking' || run.fileId === null) return;
    await this.asUploader(run, async (actor, kind) => {
      await job.report(0, 1);
      try {
        await this.read(run, actor, kind);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.database.query(`UPDATE import_run SET state = 'unreadable', failure = $2, checked_at = $3 WHERE id = $1`, [run.id, JSON.stringify({ code: error.code, params: error.params }), this.clock.now()]);
      }
      await this.files.forget(run.fileId as string);
      await job.report(1, 1);
    });
  }

  @Handles(CommitImport)
  async takeOver({ runId }: { runId: string }, job: JobRun): Promise<void> {
    const run = await this.database.first<RunRow>(`SELECT ${RUN} FROM import_run WHERE id = $1`, [runId]);
    if (run?.state !== 'committing') return;
    await this.asUploader(run, async (actor, kind) => {
      try {
        await this.takeRows(run, actor, kind, job);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.endRefused(run, kind, error);
      }
    });
  }

  private async takeRows(run: RunRow, actor: Actor, kind: ImportKind, job: JobRun): Promise<void> {
    const { columns } = await kind.columns(actor, run.target);
    const waiting = await this.database.query<{ number: number; sealed: string | null }>(`SELECT number, sealed FROM import_row WHERE run_id = $1 AND outcome IN ('add', 'change') ORDER BY number`, [run.id]);
    const rows = waiting.map((row) => this.rowOf(columns, run.heads, row.number, this.queries.cells(row.sealed)));
    // Between the check and now others may have worked on the same things: what is good is decided again.
    const verdicts = await kind.check(actor, run.target, rows);
    for (const [index, row] of rows.entries()) {
      await this.takeRow(run, kind, actor, row, verdicts[index] as RowVerdict);
      await job.report(index + 1, rows.length);
    }
    await this.database.transaction(async () => {
      await kind.finish?.(actor, run.target);
      await this.end(run);
    });
  }

  /** The ground is gone (a stage has closed, a right has ended): rows that were not taken say so, and the run ends. */
  private endRefused(run: RunRow, kind: ImportKind, refusal: Refusal): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query(`UPDATE import_row SET outcome = 'failed', problems = $2 WHERE run_id = $1 AND outcome = ANY ($3::text[])`, [
        run.id, JSON.stringify([{ code: refusal.code, params: refusal.params }]), kind.finish ? ['add', 'change', 'added', 'changed'] : ['add', 'change'],
      ]);
      await this.end(run);
    });
  }

  private async end(run: RunRow): Promise<void> {
    await this.database.query(`UPDATE import_row SET outcome = 'kept' WHERE run_id = $1 AND outcome = 'same'`, [run.id]);
    await this.database.query(`UPDATE import_run SET state = 'committed', committed_at = $2 WHERE id = $1`, [run.id, this.clock.now()]);
    const done = await this.database.query<{ outcome: string; count: number }>('SELECT outcome, count(*)::int AS count FROM import_row WHERE run_id = $1 GROUP BY 1', [run.id]);
    await this.audit.record({ action: 'import.committed', subject: { type: 'import_run', id: run.id }, after: Object.fromEntries(done.map((row) => [row.outcome, row.count])) });
  }

  private async takeRow(run: RunRow, kind: ImportKind, actor: Actor, row: ImportedRow, verdict: RowVerdict): Promise<void> {
    const note = (outcome: string, problems: unknown[], resultId: string | null): Promise<unknown> =>
      this.database.query('UPDATE import_row SET outcome = $3, problems = $4, result_id = $5 WHERE run_id = $1 AND number = $2', [run.id, row.number, outcome, JSON.stringify(problems), resultId]);
    if (verdict.outcome === 'problem') return void (await note('failed', verdict.problems, null));
    if (verdict.outcome === 'same') return void (await note('kept', [], verdict.existingId ?? null));
    try {
      await this.database.transaction(async () => {
        const resultId = await kind.take(actor, run.target, row, verdict);
        await note(verdict.outcome === 'add' ? 'added' : 'changed', [], resultId);
      });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : violatedConstraint(error) === undefined ? undefined : new Refusal('conflict', 'CHANGED_MEANWHILE');
      if (!refusal) throw error;
      const told = refusal.problems.length > 0 ? refusal.problems.map(({ code, params }) => ({ code, params })) : [{ code: refusal.code, params: refusal.params }];
      await note('failed', told, null);
    }
  }

  /** Reads the file and keeps its rows, sealed, with their verdicts. */
  private async read(run: RunRow, actor: Actor, kind: ImportKind): Promise<void> {
    const { columns } = await kind.columns(actor, run.target);
    const file = await this.files.describe(run.fileId as string);
    const table = await readSheet(await this.files.readBuffer(file.id), file.type, { rows: kind.mostRows, columns: MOST_COLUMNS });
    const places = indexesOf(columns, table.heads);
    const missing = columns.filter((column) => column.required && !places.has(column.key));
    if (missing.length > 0) throw new Refusal('unprocessable', 'IMPORT_HEADS', { heads: missing.map((column) => column.title).join(' / ') });
    const known = new Set(places.values());
    const others = table.heads.filter((head, index) => head !== '' && !known.has(index));
    const rows = table.rows.map((row) => this.rowOf(columns, table.heads, row.number, row.cells));
    const verdicts = await kind.check(actor, run.target, rows);
    const titles = new Map(columns.map((column) => [column.key, column.title]));
    const stored = table.rows.map((row, index) => {
      const verdict = verdicts[index] as RowVerdict;
      const headed = (problem: RowProblem): RowProblem => ({ ...problem, params: { column: titles.get(problem.column ?? '') ?? '', ...problem.params } });
      return {
        number: row.number, sealed: this.crypto.seal(JSON.stringify(row.cells)), title: [...verdict.title].slice(0, 200).join(''), outcome: verdict.outcome, problems: verdict.problems.map(headed), hints: verdict.hints.map(headed),
        existingId: verdict.existingId ?? null,
      };
    });
    await this.database.query(
      `INSERT INTO import_row (run_id, number, sealed, title, outcome, problems, hints, result_id)
       SELECT $1, r.number, r.sealed, r.title, r.outcome, r.problems, r.hints, r."existingId"
       FROM jsonb_to_recordset($2) AS r (number int, sealed text, title text, outcome text, problems jsonb, hints jsonb, "existingId" uuid)`,
      [run.id, JSON.stringify(stored)],
    );
    const notes = [...table.notes, ...(others.length > 0 ? [{ code: 'SHEET_OTHERS', where: [...others.slice(0, 12).join(' / ')].slice(0, 300).join('') }] : [])];
    await this.database.query(`UPDATE import_run SET state = 'checked', heads = $2, notes = $3, checked_at = $4 WHERE id = $1`, [run.id, JSON.stringify(table.heads), JSON.stringify(notes), this.clock.now()]);
  }

  private rowOf(columns: SheetColumn[], heads: string[], number: number, cells: SheetCell[]): ImportedRow {
    const places = indexesOf(columns, heads);
    const row: ImportedRow = { number, values: {}, problems: [] };
    for (const column of columns) {
      const place = places.get(column.key);
      if (place === undefined) continue;
      const reading = readCell(column, cells[place]);
      if ('problem' in reading) row.problems.push(reading.problem);
      else row.values[column.key] = reading.value;
    }
    return row;
  }

  /** With the rights the uploader has now; whoever has none any more imports nothing. */
  private async asUploader(run: RunRow, work: (actor: Actor, kind: ImportKind) => Promise<void>): Promise<void> {
    const actor = await this.actors.of(run.createdBy);
    if (!actor) throw new Error('The account of this import is gone');
    await withContext({ ...currentContext(), accountId: run.createdBy, language: run.language }, () => work(actor, this.kinds.of(run.kind)));
  }

  private async limitsFor(request: UploadRequest): Promise<UploadLimits> {
    const actor = await this.actors.of(request.accountId);
    if (!actor || !this.access.can(actor, 'import.run')) throw new Refusal('forbidden', 'FORBIDDEN');
    return { maxBytes: MOST_BYTES, types: [XLSX_TYPE, 'text/csv'] };
  }

  private async forgetOldCells(): Promise<void> {
    await this.database.query(
      `UPDATE import_row SET sealed = NULL FROM import_run r WHERE r.id = run_id AND sealed IS NOT NULL AND r.created_at < $1 AND r.state <> 'committing'`,
      [new Date(this.clock.millis() - CELLS_KEPT_MS)],
    );
  }
}

const targetOf = ({ editionId, type, schoolId, unitId, level, stageKey }: ImportTargetQuery): ImportTarget => ({
  ...(editionId && { editionId }), ...(type && { type }), ...(schoolId && { schoolId }), ...(unitId && { unitId }), ...(level && { level }), ...(stageKey && { stageKey }),
});

const sameHead = (head: string): string => head.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();

/** Where each column stands in the file, by its title or key; the first of two equal heads counts. */
function indexesOf(columns: SheetColumn[], heads: string[]): Map<string, number> {
  const found = heads.map(sameHead);
  return new Map(
    columns.flatMap((column) => {
      const at = found.findIndex((head) => head !== '' && (head === sameHead(headOf(column)) || head === sameHead(column.key)));
      return at < 0 ? [] : [[column.key, at] as const];
    }),
  );
}
