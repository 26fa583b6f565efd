import type { Rational } from '../exact/rational.js';
import type { Meeting } from './match-stage.js';
import type { CorrectionReport } from './score-output.types.js';
import type { StageOutcome } from './stage-outcome.js';

/** What the stages gave, before totals and ranks. */
export interface StageResults {
  /** By stage, then by entry position. */
  outcomes: ReadonlyMap<string, readonly (StageOutcome | undefined)[]>;
  corrections: readonly ReadonlyMap<string | null, CorrectionReport>[];
  counted: ReadonlyMap<string, ReadonlyMap<number, readonly Rational[]>>;
  meetings: ReadonlyMap<string, () => readonly Meeting[]>;
}
