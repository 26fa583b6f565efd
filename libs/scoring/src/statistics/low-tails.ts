import { fDistribution, normalTail } from './distributions.js';

/** One judge's figure and the error that chance alone gives it, judged from the number of its sheets. */
export interface Figure {
  value: number;
  error: number;
}

const MAD = 1.4826;
/** Fewer figures say nothing of what is usual. */
const FEWEST = 5;

/**
 * How likely it is that chance alone puts a figure so far below the usual one (the median): Student's tail of the distance in standard errors. Where
 * judges differ among themselves by more than their errors, as in speed, by the robust spread (MAD * 1.4826) of those distances instead, so that few
 * judges who happen to lie close together do not make the next one look odd. Null in, null out; all null for fewer than five figures.
 */
export function lowTails(figures: readonly (Figure | null)[]): (number | null)[] {
  const present = figures.filter((one): one is Figure => one !== null);
  if (present.length < FEWEST) return figures.map(() => null);
  const centre = medianOf(present.map((one) => one.value));
  const distances = figures.map((one) => (one === null ? null : distance(centre - one.value, one.error)));
  const spread = Math.max(1, MAD * medianOf(distances.filter((one): one is number => one !== null).map(Math.abs)));
  const tail = spread > 1 ? (t: number): number => studentTail(t, present.length - 1) : normalTail;
  return distances.map((one) => (one === null ? null : tail(one / spread)));
}

/** In standard errors. Where sheets have no spread at all there is no error to measure by, and nothing to say. */
const distance = (below: number, error: number): number => (error > 0 ? below / error : 0);

function studentTail(t: number, df: number): number {
  const half = (1 - fDistribution(t * t, 1, df)) / 2;
  return t < 0 ? 1 - half : half;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
