import type { ScreenRules } from '#libs/scoring';

export interface Divergence {
  /** Highest minus lowest, and population standard deviation, both with two decimals. */
  range: string;
  sd: string;
  overRange: boolean;
  overSd: boolean;
}

/**
 * How far the scores of one entry lie apart (domain R8: range above 15 or deviation above 8 ask for the group leader; nothing
 * is changed by it). Null for fewer than two scores. A screen for people: the result itself is exact and made elsewhere.
 */
export function divergenceOf(totals: readonly string[], limits: ScreenRules): Divergence | null {
  if (totals.length < 2) return null;
  const values = totals.map(Number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const range = Math.max(...values) - Math.min(...values);
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const above = (value: number, limit: ScreenRules['range']): boolean => limit !== undefined && value > Number(limit) + 1e-9;
  return { range: range.toFixed(2), sd: sd.toFixed(2), overRange: above(range, limits.range), overSd: above(sd, limits.sd) };
}
