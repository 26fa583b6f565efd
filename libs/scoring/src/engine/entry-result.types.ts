import type { TotalPart } from '../combine/total.js';
import type { Rational } from '../exact/rational.js';
import type { RowState } from './score-output.types.js';

/** Everything known of one entry before ranks. */
export interface EntryResult {
  state: RowState;
  total: Rational | null;
  /** The total before rounding. */
  exact: Rational | null;
  /** What the total was added up from; for the derivation. */
  parts: (entry: number) => readonly TotalPart[];
}
