import { Injectable } from '@nestjs/common';
import { currentContext, Database, FieldCrypto, findText, Refusal, text, writeReport, type Language, type Page, type SheetCell } from '#libs/platform';
import type { Actor } from './actor.js';
import type { ImportRowView, ImportRowsQuery, ImportRunView, RemarkView } from './dto/import.dto.js';
import type { ImportTarget, RowProblem } from './import-kinds.js';

export interface RunRow {
  id: string;
  kind: string;
  target: ImportTarget;
  language: Language;
  fileName: string;
  fileSha256: string;
  fileId: string | null;
  state: string;
  jobId: string | null;
  heads: string[];
  notes: { code: string; where: string }[];
  failure: { code: string; params: Record<string, string | number> } | null;
  createdBy: string;
  createdAt: Date;
  checkedAt: Date | null;
  committedAt: Date | null;
}

export const RUN = `id, kind, target, language, file_name AS "fileName", file_sha256 AS "fileSha256", file_id AS "fileId", state, job_id AS "jobId", heads, notes, failure,
  created_by AS "createdBy", created_at AS "createdAt", checked_at AS "checkedAt", committed_at AS "committedAt"`;

interface StoredRow {
  number: number;
  title: string;
  outcome: string;
  problems: RowProblem[];
  hints: RowProblem[];
  resultId: string | null;
  sealed: string | null;
}

/** Imports as their uploader sees them; nobody else does. */
@Injectable()
export class ImportQueries {
  constructor(private readonly database: Database, private readonly crypto: FieldCrypto) {}

  /** The caller's own run. NOT_FOUND for anybody else's. */
  async own(actor: Actor, id: string, lock = false): Promise<RunRow> {
    const row = await this.database.first<RunRow>(`SELECT ${RUN} FROM import_run WHERE id = $1 AND created_by = $2 ${lock ? 'FOR UPDATE' : ''}`, [id, actor.accountId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  async view(actor: Actor, id: string): Promise<ImportRunView> {
    return this.viewOf(await this.own(actor, id));
  }

  /** The caller's latest runs. */
  async recent(actor: Actor): Promise<ImportRunView[]> {
    const rows = await this.database.query<RunRow>(`SELECT ${RUN} FROM import_run WHERE created_by = $1 ORDER BY created_at DESC, id LIMIT 20`, [actor.accountId]);
    return Promise.all(rows.map((row) => this.viewOf(row)));
  }

  async rows(actor: Actor, id: string, query: ImportRowsQuery): Promise<Page<ImportRowView>> {
    await this.own(actor, id);
    const wanted = query.outcome ? query.outcome.split(',') : null;
    const where = 'WHERE run_id = $1 AND ($2::text[] IS NULL OR outcome = ANY ($2))';
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM import_row ${where}`, [id, wanted]);
    const rows = await this.database.query<StoredRow>(
      `SELECT number, title, outcome, problems, hints, result_id AS "resultId" FROM import_row ${where} ORDER BY number LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      [id, wanted],
    );
    return { rows: rows.map((row) => ({ ...row, problems: row.problems.map(remark), hints: row.hints.map(remark) })), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  /** The table that was sent in, with the verdict before each row and the remarks at their cells. IMPORT_CELLS_GONE once the cells were forgotten. */
  async report(actor: Actor, id: string, columnOf: (key: string) => string | undefined): Promise<Buffer> {
    const run = await this.own(actor, id);
    const rows = await this.database.query<StoredRow>('SELECT number, title, outcome, problems, hints, result_id AS "resultId", sealed FROM import_row WHERE run_id = $1 ORDER BY number', [id]);
    if (rows.length === 0 || rows.some((row) => row.sealed === null)) throw new Refusal('gone', 'IMPORT_CELLS_GONE');
    return writeReport(
      run.heads,
      rows.map((row) => {
        const remarks = new Map<number, string[]>();
        const whole: string[] = [];
        for (const problem of [...row.problems, ...row.hints]) {
          const at = problem.column === undefined ? -1 : run.heads.indexOf(columnOf(problem.column) ?? '');
          if (at < 0) whole.push(worded(problem));
          else remarks.set(at, [...(remarks.get(at) ?? []), worded(problem)]);
        }
        const told = [...whole, ...[...remarks.values()].flat()];
        return { cells: this.cells(row.sealed).map((cell) => cell.text), remarks, verdict: [text(`imports.outcomes.${row.outcome}`), ...told].join('\n') };
      }),
    );
  }

  cells(sealed: string | null): SheetCell[] {
    return sealed === null ? [] : (JSON.parse(this.crypto.unseal(sealed)) as SheetCell[]);
  }

  private async viewOf(run: RunRow): Promise<ImportRunView> {
    const counts = await this.database.query<{ outcome: string; count: number }>('SELECT outcome, count(*)::int AS count FROM import_row WHERE run_id = $1 GROUP BY 1', [run.id]);
    const before = await this.database.first(
      `SELECT 1 FROM import_run WHERE created_by = $1 AND kind = $2 AND target = $3 AND file_sha256 = $4 AND state = 'committed' AND id <> $5 LIMIT 1`,
      [run.createdBy, run.kind, JSON.stringify(run.target), run.fileSha256, run.id],
    );
    return {
      id: run.id, kind: run.kind, target: run.target, fileName: run.fileName, state: run.state, jobId: run.jobId,
      failure: run.failure ? (findText(`errors.${run.failure.code}`, run.failure.params) ?? run.failure.code) : null,
      notes: run.notes.map((note) => text(`sheets.notes.${note.code}`, { where: note.where })),
      counts: Object.fromEntries(counts.map((row) => [row.outcome, row.count])), rows: counts.reduce((sum, row) => sum + row.count, 0), sentBefore: before !== undefined,
      createdAt: run.createdAt.toISOString(), checkedAt: run.checkedAt?.toISOString() ?? null, committedAt: run.committedAt?.toISOString() ?? null,
    };
  }
}

function worded(problem: RowProblem): string {
  const { language } = currentContext();
  const words = Object.fromEntries(Object.entries(problem.words ?? {}).map(([name, one]) => [name, one[language]]));
  return findText(`errors.${problem.code}`, { ...problem.params, ...words }) ?? problem.code;
}

const remark = (problem: RowProblem): RemarkView => ({ column: typeof problem.params?.column === 'string' && problem.params.column !== '' ? problem.params.column : null, code: problem.code, message: worded(problem) });
