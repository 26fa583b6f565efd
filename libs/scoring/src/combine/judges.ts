import { compare, divide, mean, median, multiply, sum, type Rational } from '../exact/rational.js';
import type { JudgeCombination } from '../rules/stage-rules.types.js';

/** One judge's score for an entry in a round, voids already taken out. */
export interface JudgeScore {
  judge: string;
  score: Rational;
  weight: Rational;
}

export interface Combined {
  /** several: more than one sheet where the rule expects one. */
  state: 'ok' | 'insufficient' | 'noResult' | 'several';
  score: Rational | null;
  /** Positions in the given list that were left out. */
  droppedHigh: number[];
  droppedLow: number[];
}

const nothing = (state: 'insufficient' | 'noResult' | 'several'): Combined => ({ state, score: null, droppedHigh: [], droppedLow: [] });
const plain = (score: Rational): Combined => ({ state: 'ok', score, droppedHigh: [], droppedLow: [] });

/**
 * One score from several judges (domain 4.5 R2, R6, R7). Only one of several equal extremes is dropped.
 * The list must be in a stable order (by judge), which then decides which of two equal scores is called the dropped one.
 */
export function combineJudges(scores: readonly JudgeScore[], rule: JudgeCombination): Combined {
  if (scores.length === 0) return nothing('noResult');
  if (scores.length < minimumOf(rule)) return nothing('insufficient');
  const values = scores.map((entry) => entry.score);
  switch (rule.method) {
    case 'single':
      return values.length > 1 ? nothing('several') : plain(values[0] as Rational);
    case 'mean':
      return plain(rule.weighted ? weightedMean(scores) : mean(values));
    case 'sum':
      return plain(sum(values));
    case 'median':
      return plain(median(values));
    case 'trimmed':
      return scores.length >= rule.trimFrom ? meanWithout(values, rule.drop ?? 1, rule.drop ?? 1) : plain(mean(values));
    case 'dropped':
      return meanWithout(values, rule.high, rule.low);
  }
}

function minimumOf(rule: JudgeCombination): number {
  if (rule.method === 'single') return 1;
  const kept = rule.method === 'dropped' ? rule.high + rule.low + 1 : 1;
  return Math.max(rule.minimum ?? 1, kept);
}

function weightedMean(scores: readonly JudgeScore[]): Rational {
  return divide(sum(scores.map((entry) => multiply(entry.score, entry.weight))), sum(scores.map((entry) => entry.weight)));
}

function meanWithout(values: readonly Rational[], high: number, low: number): Combined {
  const order = values.map((_, index) => index).sort((a, b) => compare(values[a] as Rational, values[b] as Rational) || a - b);
  const droppedLow = order.slice(0, low);
  const droppedHigh = order.slice(order.length - high);
  const kept = order.slice(low, order.length - high).map((index) => values[index] as Rational);
  return { state: 'ok', score: mean(kept), droppedHigh, droppedLow };
}
