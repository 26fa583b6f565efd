import { chiSquareTail } from './distributions.js';

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha; rows are coders, columns are units, null is a missing value. Units with fewer than two values are left out.
 * Null when nothing varies or nothing can be paired.
 */
export function krippendorffAlpha(coders: readonly (readonly (number | null)[])[], level: Level): number | null {
  const units = Array.from({ length: Math.max(0, ...coders.map((coder) => coder.length)) }, (_, unit) =>
    coders.map((coder) => coder[unit] ?? null).filter((value): value is number => value !== null),
  ).filter((values) => values.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const at = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  if (size < 2) return null;
  const coincidence = new Float64Array(size * size);
  for (const unit of units) {
    const weight = 1 / (unit.length - 1);
    for (const [i, a] of unit.entries()) for (const [j, b] of unit.entries()) if (i !== j) coincidence[(at.get(a) as number) * size + (at.get(b) as number)]! += weight;
  }
  const margin = values.map((_, row) => values.reduce((sum, _value, column) => sum + (coincidence[row * size + column] as number), 0));
  const n = margin.reduce((a, b) => a + b, 0);
  const distance = distanceOf(level, values, margin);
  let [observed, expected] = [0, 0];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const d = distance(row, column);
      observed += (coincidence[row * size + column] as number) * d;
      expected += (margin[row] as number) * (margin[column] as number) * d;
    }
  }
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

function distanceOf(level: Level, values: readonly number[], margin: readonly number[]): (a: number, b: number) => number {
  const value = (at: number): number => values[at] as number;
  switch (level) {
    case 'nominal':
      return (a, b) => (a === b ? 0 : 1);
    case 'interval':
      return (a, b) => (value(a) - value(b)) ** 2;
    case 'ratio':
      return (a, b) => (value(a) + value(b) === 0 ? 0 : ((value(a) - value(b)) / (value(a) + value(b))) ** 2);
    case 'ordinal':
      return (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const between = margin.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
        return (between - ((margin[low] as number) + (margin[high] as number)) / 2) ** 2;
      };
  }
}

/** Mean ranks (1 = lowest), ties sharing their mean. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

export interface Concordance {
  w: number;
  chiSquare: number;
  df: number;
  p: number;
}

/** Kendall's W with correction for ties; rows are judges, columns are entries. Null when nothing varies or there are fewer than two of either. */
export function kendallW(judges: readonly (readonly number[])[]): Concordance | null {
  const m = judges.length;
  const n = judges[0]?.length ?? 0;
  if (m < 2 || n < 2) return null;
  const sums = new Array<number>(n).fill(0);
  let ties = 0;
  for (const scores of judges) {
    for (const [index, rank] of midRanks(scores).entries()) sums[index]! += rank;
    const counts = new Map<number, number>();
    for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
    for (const count of counts.values()) ties += count ** 3 - count;
  }
  const bottom = m * m * n * (n * n - 1) - m * ties;
  if (bottom <= 0) return null;
  const w = (12 * sums.reduce((total, sum) => total + sum * sum, 0) - 3 * m * m * n * (n + 1) ** 2) / bottom;
  const chiSquare = m * (n - 1) * w;
  return { w, chiSquare, df: n - 1, p: chiSquareTail(chiSquare, n - 1) };
}

/** Kendall's tau-b. Null when one of the lists does not vary. O(n log n) by merge counting. */
export function kendallTau(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  const order = x.map((_, index) => index).sort((a, b) => (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number));
  const pairs = (n * (n - 1)) / 2;
  const tied = (values: readonly string[] | readonly number[]): number => {
    const counts = new Map<string | number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  };
  const tiedX = tied(x);
  const tiedY = tied(y);
  const tiedBoth = tied(x.map((value, index) => `${value} ${y[index]}`));
  const swaps = inversions(order.map((index) => y[index] as number));
  const bottom = Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  return bottom > 0 ? (pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / bottom : null;
}

function inversions(values: number[]): number {
  let from = Float64Array.from(values);
  let to = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let low = 0; low < values.length; low += 2 * width) {
      const middle = Math.min(low + width, values.length);
      const high = Math.min(low + 2 * width, values.length);
      let [left, right] = [low, middle];
      for (let at = low; at < high; at++) {
        if (left < middle && (right >= high || (from[left] as number) <= (from[right] as number))) to[at] = from[left++] as number;
        else {
          to[at] = from[right++] as number;
          count += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  return count;
}

/** Correlation of Pearson; null when one of the lists does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  if (n < 2) return null;
  const [mx, my] = [x.reduce((a, b) => a + b, 0) / n, y.reduce((a, b) => a + b, 0) / n];
  let [sxy, sxx, syy] = [0, 0, 0];
  for (let index = 0; index < n; index++) {
    const [dx, dy] = [(x[index] as number) - mx, (y[index] as number) - my];
    sxy += dx * dy;
    sxx += dx * dx;
    syy += dy * dy;
  }
  return sxx > 0 && syy > 0 ? sxy / Math.sqrt(sxx * syy) : null;
}

/** Spearman's rank correlation. */
export const spearman = (x: readonly number[], y: readonly number[]): number | null => correlation(midRanks(x), midRanks(y));

/** Cohen's kappa and quadratically weighted kappa of a table of two judges' categories (counts or shares). Null when chance agreement is complete. */
export function cohenKappa(table: readonly (readonly number[])[]): { kappa: number; weighted: number } | null {
  const size = table.length;
  const total = table.flat().reduce((a, b) => a + b, 0);
  const row = table.map((line) => line.reduce((a, b) => a + b, 0) / total);
  const column = table.map((_, at) => table.reduce((sum, line) => sum + (line[at] as number), 0) / total);
  const kappa = (distance: (a: number, b: number) => number): number | null => {
    let [observed, expected] = [0, 0];
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        observed += (((table[a] as readonly number[])[b] as number) / total) * distance(a, b);
        expected += (row[a] as number) * (column[b] as number) * distance(a, b);
      }
    }
    return expected > 0 ? 1 - observed / expected : null;
  };
  const plain = kappa((a, b) => (a === b ? 0 : 1));
  const weighted = kappa((a, b) => (a - b) ** 2);
  return plain === null || weighted === null ? null : { kappa: plain, weighted };
}

/** Fleiss' kappa; rows are entries, columns are categories, cells count judges. Null when chance agreement is complete. */
export function fleissKappa(counts: readonly (readonly number[])[]): number | null {
  const raters = (counts[0] ?? []).reduce((a, b) => a + b, 0);
  const entries = counts.length;
  if (entries === 0 || raters < 2) return null;
  const share = (counts[0] ?? []).map((_, category) => counts.reduce((sum, row) => sum + (row[category] as number), 0) / (entries * raters));
  const observed = counts.reduce((sum, row) => sum + row.reduce((inner, count) => inner + count * (count - 1), 0) / (raters * (raters - 1)), 0) / entries;
  const expected = share.reduce((sum, p) => sum + p * p, 0);
  return expected < 1 ? (observed - expected) / (1 - expected) : null;
}
