import { add, compare, divide, mean, median, multiply, subtract, sum, whole, type Rational } from '../exact/rational.js';
import type { JudgeCombination } from '../rules/stage-rules.types.js';

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
 * One score from the scores of several judges, void ones already taken out (domain 4.5 R2, R6, R7). Only one of several equal extremes is dropped.
 * The list must be in a stable order (by judge), which then decides which of two equal scores is called the dropped one.
 */
export function combineJudges(values: readonly Rational[], rule: JudgeCombination, weightOf: (index: number) => Rational): Combined {
  if (values.length === 0) return nothing('noResult');
  if (values.length < minimumOf(rule)) return nothing('insufficient');
  switch (rule.method) {
    case 'single':
      return values.length > 1 ? nothing('several') : plain(values[0] as Rational);
    case 'mean':
      return plain(rule.weighted ? weightedMean(values, weightOf) : mean(values));
    case 'sum':
      return plain(sum(values));
    case 'median':
      return plain(median(values));
    case 'trimmed':
      return values.length >= rule.trimFrom ? meanWithout(values, rule.drop ?? 1, rule.drop ?? 1) : plain(mean(values));
    case 'dropped':
      return meanWithout(values, rule.high, rule.low);
  }
}

function minimumOf(rule: JudgeCombination): number {
  if (rule.method === 'single') return 1;
  const kept = rule.method === 'dropped' ? rule.high + rule.low + 1 : 1;
  return Math.max(rule.minimum ?? 1, kept);
}

function weightedMean(values: readonly Rational[], weightOf: (index: number) => Rational): Rational {
  const weights = values.map((_, index) => weightOf(index));
  return divide(sum(values.map((value, index) => multiply(value, weights[index] as Rational))), sum(weights));
}

function meanWithout(values: readonly Rational[], high: number, low: number): Combined {
  if (high === 1 && low === 1) return meanWithoutExtremes(values);
  const order = values.map((_, index) => index).sort((a, b) => compare(values[a] as Rational, values[b] as Rational) || a - b);
  const droppedLow = order.slice(0, low);
  const droppedHigh = order.slice(order.length - high);
  const kept = order.slice(low, order.length - high).map((index) => values[index] as Rational);
  return { state: 'ok', score: mean(kept), droppedHigh, droppedLow };
}

/** The common case in one pass: of equal scores the first is the lowest and the last the highest, as in the sorted order. */
function meanWithoutExtremes(values: readonly Rational[]): Combined {
  let [low, high] = [0, 0];
  let total = values[0] as Rational;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] as Rational;
    total = add(total, value);
    if (compare(value, values[low] as Rational) < 0) low = index;
    if (compare(value, values[high] as Rational) >= 0) high = index;
  }
  const kept = subtract(subtract(total, values[low] as Rational), values[high] as Rational);
  return { state: 'ok', score: divide(kept, whole(values.length - 2)), droppedHigh: [high], droppedLow: [low] };
}
