import type { Rational } from '../exact/rational.js';

/** One judge's total for one entry in one round. */
export interface Observation {
  entry: number;
  id: string;
  judge: string;
  score: Rational;
  confidence: number;
  attributes: Readonly<Record<string, string | number | boolean | null>>;
}

/** Observations of one judge, by position in the list of all. */
export interface JudgeSample {
  judge: string;
  positions: number[];
}
