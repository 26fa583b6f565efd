import type { Trace } from '../trace/trace.types.js';

/** Numbers are texts: a published score in its fixed decimals ("89.67"), an exact one as a decimal or a fraction ("269/3"). */
export interface ScoreOutput {
  format: 'qingsai-result/1';
  engine: string;
  rulebookVersion: string;
  /** The rules' figures, by key. */
  figures: Record<string, string | null>;
  /** In code-unit order of the group's name. */
  groups: GroupResult[];
  selections: SelectionResult[];
}

export interface GroupResult {
  group: string;
  counts: { entries: number; ranked: number; absent: number; disqualified: number; withdrawn: number; unresolved: number };
  /** By rank; entries without a rank follow, in code-unit order of their id. Equal ranks are in that order too. */
  rows: ResultRow[];
  /** Entries that no rule could tell apart. */
  ties: { rank: number; entries: string[]; playOff: boolean }[];
  awards: AwardSummary[];
  screens: ScreenNote[];
  corrections: CorrectionReport[];
}

/**
 * ranked · absent, disqualified, withdrawn: by the entry's status · noResult: played or was due but has no result ·
 * insufficient: too few scores · pending: a stage is unfinished
 */
export type RowState = 'ranked' | 'absent' | 'disqualified' | 'withdrawn' | 'noResult' | 'insufficient' | 'pending';

export interface ResultRow {
  entry: string;
  group: string;
  state: RowState;
  rank: number | null;
  /** Shares its rank with others. */
  tied: boolean;
  /** The published total. */
  total: string | null;
  /** The total before rounding. */
  exact: string | null;
  stages: Record<string, StageScore>;
  /** Prize by award set; null: none. */
  awards: Record<string, string | null>;
  trace: Trace;
}

export interface StageScore {
  state: 'ok' | 'noResult' | 'insufficient' | 'pending' | 'missing';
  score: string | null;
  /** Without judge correction; equal to `score` where none is done. */
  raw: string | null;
  /** While rounds are outstanding: the best and worst score still possible ("none": no result; "open": no limit known). */
  forecast?: { best: string; worst: string };
  /** Further values of the stage, by name. */
  values: Record<string, string | null>;
}

export interface AwardSummary {
  award: string;
  state: 'awarded' | 'manual' | 'participationOnly';
  base: number;
  /** `line`: the worst value that has the level. */
  levels: { level: string; seats: number | null; cumulative: number | null; awarded: number; line: string | null }[];
  /** Ties across a cut, and what the rule did with them. */
  cuts: { level: string; entries: string[]; policy: 'expand' | 'shrink' | 'report'; places: number }[];
  unused: number;
}

export interface ScreenNote {
  stage: string;
  entry: string;
  kind: 'range' | 'sd';
  value: string;
  limit: string;
}

export interface CorrectionReport {
  stage: string;
  method: string;
  judges: { judge: string; entries: number; mean: string; effect: string | null; flags: string[] }[];
  parts: number;
  facts: Record<string, string | number | boolean | null>;
}

export interface SelectionResult {
  selection: string;
  group: string | null;
  places: number;
  /** In the order they were taken. */
  chosen: string[];
  unused: number;
  /** A tie across the last place that a person must decide. */
  undecided: string[];
  /** While results are outstanding: chosen whatever happens, and chosen only as things stand. */
  safe: string[];
  questionable: string[];
  /** Next in line, first to be called when someone declines. */
  next: string[];
  /** Taken before but no longer chosen. */
  revoked: string[];
  /** For each entry considered, the rule that took it or left it. */
  proof: { entry: string; chosen: boolean; reason: string; params: Record<string, string | number> }[];
}
