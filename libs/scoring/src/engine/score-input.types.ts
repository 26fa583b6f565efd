import type { Decimal } from '../exact/decimal.js';
import type { ScoringRules } from '../rules/rules.types.js';

/** Everything a result depends on. Nothing else (time, order of the lists, machine) changes the output. */
export interface ScoreInput {
  rules: ScoringRules;
  /** Version of the rulebook the rules come from; copied into the output. */
  rulebookVersion: string;
  entries: ScoredEntry[];
  sheets?: ScoreSheet[];
  matches?: MatchRecord[];
  judges?: JudgeRecord[];
  /** Judges who must not score certain entries: their sheets for them are void. */
  recusals?: { judge: string; entry: string; stage?: string }[];
  /** Stored draws, lowest first; used only where a ranking key says `lot`. */
  lots?: Record<string, number>;
  /** What was already decided about an entry in a selection: it plays, or it gave its place back (the next in line is called). */
  selected?: { selection: string; entry: string; state: 'taken' | 'declined' }[];
  /** Prizes taken back after publication: the prize is void and nobody moves up. */
  revoked?: { entry: string; award: string; reason: string }[];
}

export interface ScoredEntry {
  id: string;
  /** Entries are ranked inside their group. */
  group: string;
  status?: 'active' | 'absent' | 'disqualified' | 'withdrawn';
  attributes?: Record<string, string | number | boolean | null>;
}

/** What was filled in for one entry by one judge, referee or marker in one stage and round. */
export interface ScoreSheet {
  entry: string;
  stage: string;
  /** Absent where nobody in particular judges (a machine-read paper). */
  judge?: string;
  /** From 1; default 1. */
  round?: number;
  values?: Record<string, SheetValue>;
  /**
   * final (default): counts · draft: not handed in, does not count · void: set aside ·
   * noResult: played without a result (did not finish) · noShow: did not start · disqualified: this round only
   */
  state?: 'final' | 'draft' | 'void' | 'noResult' | 'noShow' | 'disqualified';
  /** The judge's declared confidence as a weight; only used by `mixed` correction with `confidence`. */
  confidence?: number;
  /** Marked paper: 1 first, 2 second, 3 third or leader, 4 arbitration. */
  mark?: 1 | 2 | 3 | 4;
}

export type SheetValue = Decimal | boolean | null | (Decimal | null)[];

export interface JudgeRecord {
  id: string;
  /** Sheets of a recused or withdrawn judge are void for every entry, before anything is averaged. */
  state?: 'active' | 'recused' | 'withdrawn';
  /** Only for this stage; default: for all. */
  stage?: string;
  weight?: Decimal;
}

export interface MatchRecord {
  id: string;
  stage: string;
  round?: number;
  /** final (default) counts · unconfirmed: only as a meeting of opponents · scheduled, void: not at all */
  state?: 'final' | 'unconfirmed' | 'scheduled' | 'void';
  sides: MatchSide[];
}

export interface MatchSide {
  entries: string[];
  score?: Decimal;
  /** Further figures of the side (autonomous points, bonus), `side.<name>` in the stage's figures. */
  figures?: Record<string, Decimal | boolean>;
  disqualified?: string[];
  absent?: string[];
  /** Entries that stand in: the game counts for the others, not for them. */
  surrogates?: string[];
}
