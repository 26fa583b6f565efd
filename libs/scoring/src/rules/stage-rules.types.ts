import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { Words } from './words.types.js';

/** One stage: how its inputs become one stage score per entry. */
export type StageRules = {
  /** A name for formulas and ranking keys: letters, digits, - and _. */
  key: string;
  label: Words;
  /** Decimals of the stage score (half-up); null or absent: kept exact. */
  places?: number | null;
  better?: 'higher' | 'lower';
  /** An entry with nothing in this stage: has no result (default), or counts as 0. */
  whenMissing?: 'noResult' | 'zero';
  /** Stage scores above `above` are rounded to `places` instead (a stopwatch rule; -2 rounds to hundreds). */
  coarse?: { above: Decimal; places: number };
} & (SheetStage | GivenStage | MarkedStage | MatchStage);

/** Sheets filled by judges or referees, over one or several rounds. */
export interface SheetStage {
  kind: 'sheets';
  /** The sheet of every entry that no line of `sheetFor` fits. */
  sheet?: string;
  /** Sheets of kinds of entries: the first line all of whose attributes fit the entry. */
  sheetFor?: SheetChoice[];
  correction?: CorrectionRules;
  judges?: JudgeCombination;
  rounds?: RoundCombination;
  /** Further values of an entry, named `<stage>.<name>`, for ranking keys and formulas. */
  values?: Record<string, StageValue>;
  screens?: ScreenRules;
}

/** `{ when: { type: 'painting' }, sheet: 'painting' }`; a list of values fits any of them. */
export interface SheetChoice {
  when: Record<string, string | string[]>;
  sheet: string;
}

/** A number that comes with the entry (an imported score): its attribute of that name. */
export interface GivenStage {
  kind: 'given';
  attribute: string;
  min?: Decimal;
  max?: Decimal;
}

/** Paper marked per problem by several markers. */
export interface MarkedStage {
  kind: 'marked';
  problems: { key: string; label: Words; max: Decimal; step?: Decimal; tolerance?: Decimal }[];
  marking: MarkingRules;
}

/**
 * Games between sides. Every figure is added up over the entry's final games and named `<stage>.<figure>`; `<stage>.<figure>.perMatch` is its average,
 * with `opponents`, `<stage>.opponents.<figure>` is its sum over the opponents met (once for each game). Also `played`, `won`, `tied`, `lost`, `outs` (games it was
 * disqualified from or missed).
 */
export interface MatchStage {
  kind: 'matches';
  figures: Record<string, MatchFigure>;
  score: { figure: string; take: 'sum' | 'perMatch' };
  /** Add up the figures of the opponents met, as a measure of how strong they were. */
  opponents?: boolean;
  /** League points by place among the sides of a game (`[8,6,4,2]`); sides that share places share their points. */
  byPlace?: Decimal[];
}

/** From a sheet item or derived value: over the counted sheets of the entry. */
export interface StageValue {
  item: string;
  take: 'mean' | 'sum' | 'highest' | 'lowest' | 'last' | 'first';
  /** Only the sheets of the round(s) that made the stage score. */
  of?: 'all' | 'counted';
}

export type JudgeCombination =
  /** Exactly one sheet an entry and round (robots, machine-read papers). */
  | { method: 'single' }
  | { method: 'mean'; minimum?: number; weighted?: boolean }
  /** From `trimFrom` scores on, the `drop` (default 1) highest and lowest are left out; below, the plain mean; below `minimum`, no result. */
  | { method: 'trimmed'; minimum: number; trimFrom: number; drop?: number; each?: JudgedEach }
  | { method: 'median'; minimum?: number; each?: JudgedEach }
  | { method: 'dropped'; high: number; low: number; minimum?: number; each?: JudgedEach }
  | { method: 'sum'; minimum?: number };

/** What is combined over the judges: their totals (default), or the points of every item on its own, which are then added up. */
export type JudgedEach = 'sheet' | 'item';

export interface RoundRulesBase {
  /** Bounds of one round's score: what outstanding rounds can still bring. Default: lowest 0, no highest. */
  bounds?: { lowest?: Decimal; highest?: Decimal };
  /** How many rounds are played; fewer sheets: the stage is unfinished for the entry. */
  planned?: number;
  /** What a round without a result (DNF, no-show, disqualified from the round) counts as. Default: it is left out. */
  noResult?: 'skip' | 'zero' | 'worst' | 'void';
  /** The same for a round that was not started (no-show), where the rule makes a difference. Default: as `noResult`. */
  noShow?: 'skip' | 'zero' | 'worst' | 'void';
  /** What the results of round 1, 2, … are multiplied by before they are compared or added. Default: 1. */
  factors?: Decimal[];
}

export type RoundCombination = RoundRulesBase &
  (
    | { method: 'best' }
    | { method: 'last' }
    | { method: 'sum' }
    | { method: 'mean' }
    | { method: 'bestOf'; count: number; take: 'sum' | 'mean' }
    /** The mean after leaving out the worst: how many depends on the number played (`{played:4,drop:1}`: from 4 on). */
    | { method: 'meanDropping'; drops: { played: number; drop: number }[] }
    /** The `drop` (default 1) best and worst left out, then the mean. A second round without a result gives no result. */
    | { method: 'meanOfMiddle'; drop?: number }
  );

/** Places the corrected score is rounded to before it goes on; default 6. */
interface CorrectionBase {
  /** Judges are compared inside each group (default), or over the whole stage (for `mixed` with a `track`). */
  within?: 'group' | 'stage';
  places?: number;
  /** A judge with fewer entries is refused (or, with `whenFew: "raw"`, left uncorrected and flagged). */
  minimumEntries?: number;
  whenFew?: 'refuse' | 'raw';
}

export type CorrectionRules = CorrectionBase &
  (
    | { method: 'none' }
    /** x - (judge's mean - mean of the judges' means) */
    | { method: 'shift' }
    /** M + S (x - mean) / population SD; SD 0 gives M. `to: "pool"`: M and S are the pool's own mean and SD. */
    | { method: 'zscore'; mean?: Decimal; sd?: Decimal; to?: 'constants' | 'pool' }
    /** M + S (x - median) / (1.4826 MAD); MAD 0 gives M. */
    | { method: 'robust'; mean?: Decimal; sd?: Decimal; to?: 'constants' | 'pool' }
    /** Additive entry + judge model by least squares; refuses a design in unlinked parts. */
    | { method: 'additive' }
    /** Crossed random entry + judge effects by REML. `track`: the attribute whose values get their own fixed mean. */
    | { method: 'mixed'; track?: string; confidence?: boolean }
  );

export interface MarkingRules {
  /** `double`: two marks, third on disagreement, then arbitration (2+1+1). `reviewed`: one mark, a leader's, then arbitration (1+1+1). `single`: one mark. */
  method: 'double' | 'reviewed' | 'single';
  /** Largest accepted difference, unless the problem has its own. Needed by `double` and `reviewed`. */
  tolerance?: Decimal;
  /** How near the third mark must be to one of the first two, where that is another difference. Default: the tolerance. */
  thirdTolerance?: Decimal;
  /** Decimals the mark of a problem is rounded to (half-up) once its marks are put together; default: not rounded. */
  places?: number;
  /** When the third mark is equally near to both: take the pair of the higher, of the lower, or the median mark. */
  equidistant?: 'higher' | 'lower' | 'median';
}

/** One figure of a side in one game, added up over the games. */
export interface MatchFigure {
  /**
   * Names: `score`, `opponent` (best score of the other sides), `won` `tied` `lost` (0 or 1), `place` and `league` (with `byPlace`),
   * `side.<figure>` for what the record gives.
   */
  value: Expression;
  /** Also counted for an entry disqualified from or absent at the game (default: 0). */
  evenWhenOut?: boolean;
}

/** Divergence screens: they open a question for a person and change no score. */
export interface ScreenRules {
  /** Highest minus lowest counted score above this. */
  range?: Decimal;
  /** Population standard deviation above this. */
  sd?: Decimal;
}
