import type { AssignmentInstance } from './instance.js';

/** The load every judge would reach if work could be spread like water between the minima and maxima; 0 if evenness does not come first. */
export function waterLevel({ weights, need, least, most }: AssignmentInstance): number {
  if (!weights.evenFirst) return 0;
  const total = need.reduce((sum, one) => sum + one, 0);
  const spread = (level: number): number => least.reduce((sum, low, judge) => sum + Math.min(Math.max(level, low), most[judge]!), 0);
  let low = 0;
  let high = most.reduce((a, b) => Math.max(a, b), 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (spread(middle) <= total) low = middle;
    else high = middle - 1;
  }
  return low;
}
