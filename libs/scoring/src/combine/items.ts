import { sum, type Rational } from '../exact/rational.js';
import type { JudgeCombination } from '../rules/stage-rules.types.js';
import { combineJudges, type Combined } from './judges.js';

/** The sum of all items, each combined over the judges on its own; `items` says how. */
export interface CombinedItems extends Combined {
  items: readonly Combined[];
}

/** As {@link combineJudges}, item by item. `points`: by sheet, the points of every item. */
export function combineItems(points: readonly (readonly Rational[])[], rule: JudgeCombination, weightOf: (index: number) => Rational): CombinedItems {
  const [first] = points;
  if (!first) return { ...combineJudges([], rule, weightOf), items: [] };
  const items = first.map((_, item) => combineJudges(points.map((own) => own[item] as Rational), rule, weightOf));
  const failed = items.find((one) => one.score === null);
  return { state: failed?.state ?? 'ok', score: failed ? null : sum(items.map((one) => one.score as Rational)), droppedHigh: [], droppedLow: [], items: failed ? [] : items };
}
