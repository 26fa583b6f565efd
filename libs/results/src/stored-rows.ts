import type { ResultRow, StageScore, Trace } from '#libs/scoring';
import type { SelectionProof } from './core/row-explanation.js';

/** A row of a snapshot with what the office sees beside it. */
export interface StoredRow {
  entryId: string;
  entryNo: string | null;
  title: string;
  school: string;
  prefecture: string;
  group: string;
  position: number;
  state: ResultRow['state'];
  rank: number | null;
  tied: boolean;
  total: string | null;
  exact: string | null;
  stages: Record<string, StageScore>;
  awards: Record<string, string | null>;
  trace: Trace;
  selections: SelectionProof[];
}

export const STORED_ROW = `r.entry_id AS "entryId", e.entry_no AS "entryNo", e.title, school.name AS school, prefecture.name AS prefecture,
  r.group_key AS "group", r.position, r.state, r.rank, r.tied, r.total, r.exact, r.stages, r.awards, r.trace, r.selections`;
export const ROW_ENTRY = `JOIN entry e ON e.id = r.entry_id JOIN org_unit school ON school.id = e.school_id JOIN org_unit prefecture ON prefecture.id = e.prefecture_id`;

/** The engine's row again, as explain wants it. */
export const resultRowOf = (row: StoredRow): ResultRow => ({
  entry: row.entryId, group: row.group, state: row.state, rank: row.rank, tied: row.tied, total: row.total, exact: row.exact, stages: row.stages,
  awards: row.awards, trace: row.trace,
});
