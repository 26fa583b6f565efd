import { fQuantile } from './distributions.js';

type Form = 'icc1_1' | 'icc2_1' | 'icc3_1' | 'icc1_k' | 'icc2_k' | 'icc3_k';

export interface Intraclass {
  point: Record<Form, number>;
  f: Record<Form, number>;
  lower: Record<Form, number>;
  upper: Record<Form, number>;
  meanSquares: { entries: number; within: number; judges: number; residual: number };
  /** Generalisability theory: variances of entries and judges (negative ones set to 0 and flagged), relative and absolute coefficients. */
  study: { varEntry: number; varJudge: number; varResidual: number; g: number; phi: number; negative: boolean };
}

/**
 * The six intraclass correlations of Shrout and Fleiss (1979) for a complete table, rows entries, columns judges, with intervals.
 * Null when nothing varies, or the table has fewer than two rows or columns.
 */
export function intraclass(table: readonly (readonly number[])[], confidence = 0.95): Intraclass | null {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const ms = meanSquares(table, n, k);
  if (!(ms.entries > 0) && !(ms.within > 0)) return null;
  const { entries: b, within: w, judges: j, residual: e } = ms;
  const point: Record<Form, number> = {
    icc1_1: (b - w) / (b + (k - 1) * w),
    icc2_1: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    icc3_1: (b - e) / (b + (k - 1) * e),
    icc1_k: (b - w) / b,
    icc2_k: (b - e) / (b + (j - e) / n),
    icc3_k: (b - e) / b,
  };
  const [f1, f3] = [b / w, b / e];
  const f = { icc1_1: f1, icc2_1: f3, icc3_1: f3, icc1_k: f1, icc2_k: f3, icc3_k: f3 };
  const { lower, upper } = intervals({ n, k, ms, f1, f3, r: point.icc2_1, tail: 1 - (1 - confidence) / 2 });
  return { point, f, lower, upper, meanSquares: ms, study: study(ms, n, k, point) };
}

function meanSquares(table: readonly (readonly number[])[], n: number, k: number): Intraclass['meanSquares'] {
  const rowMean = table.map((row) => row.reduce((a, b) => a + b, 0) / k);
  const columnMean = Array.from({ length: k }, (_, column) => table.reduce((sum, row) => sum + (row[column] as number), 0) / n);
  const grand = rowMean.reduce((a, b) => a + b, 0) / n;
  const square = (values: readonly number[], around: number): number => values.reduce((sum, value) => sum + (value - around) ** 2, 0);
  const total = table.reduce((sum, row) => sum + square(row, grand), 0);
  const between = k * square(rowMean, grand);
  const judges = n * square(columnMean, grand);
  return {
    entries: between / (n - 1),
    within: (total - between) / (n * (k - 1)),
    judges: judges / (k - 1),
    residual: Math.max(0, total - between - judges) / ((n - 1) * (k - 1)),
  };
}

interface IntervalInput {
  n: number;
  k: number;
  ms: Intraclass['meanSquares'];
  f1: number;
  f3: number;
  r: number;
  tail: number;
}

function intervals({ n, k, ms, f1, f3, r, tail }: IntervalInput): { lower: Record<Form, number>; upper: Record<Form, number> } {
  const single = (f: number): number => (f - 1) / (f + k - 1);
  const mean = (f: number): number => 1 - 1 / f;
  const low1 = f1 / fQuantile(tail, n - 1, n * (k - 1));
  const up1 = f1 * fQuantile(tail, n * (k - 1), n - 1);
  const low3 = f3 / fQuantile(tail, n - 1, (n - 1) * (k - 1));
  const up3 = f3 * fQuantile(tail, (n - 1) * (k - 1), n - 1);
  const { entries: b, judges: j, residual: e } = ms;
  const fj = j / e;
  const a = n * (1 + (k - 1) * r) - k * r;
  const v = ((k - 1) * (n - 1) * (k * r * fj + a) ** 2) / ((n - 1) * k * k * r * r * fj * fj + a * a);
  const [upperF, lowerF] = [fQuantile(tail, n - 1, v), fQuantile(tail, v, n - 1)];
  const low2 = (n * (b - upperF * e)) / (upperF * (k * j + (k * n - k - n) * e) + n * b);
  const up2 = (n * (lowerF * b - e)) / (k * j + (k * n - k - n) * e + n * lowerF * b);
  const stepUp = (x: number): number => (x * k) / (1 + x * (k - 1));
  return {
    lower: { icc1_1: single(low1), icc2_1: low2, icc3_1: single(low3), icc1_k: mean(low1), icc2_k: stepUp(low2), icc3_k: mean(low3) },
    upper: { icc1_1: single(up1), icc2_1: up2, icc3_1: single(up3), icc1_k: mean(up1), icc2_k: stepUp(up2), icc3_k: mean(up3) },
  };
}

function study(ms: Intraclass['meanSquares'], n: number, k: number, point: Record<Form, number>): Intraclass['study'] {
  const [varEntry, varJudge] = [(ms.entries - ms.residual) / k, (ms.judges - ms.residual) / n];
  return {
    varEntry: Math.max(0, varEntry),
    varJudge: Math.max(0, varJudge),
    varResidual: ms.residual,
    g: Math.max(0, point.icc3_k),
    phi: Math.max(0, varEntry) / (Math.max(0, varEntry) + (Math.max(0, varJudge) + ms.residual) / k),
    negative: varEntry < 0 || varJudge < 0,
  };
}

/** Reliability of a mean of k ratings from that of one (Spearman and Brown). */
export const spearmanBrown = (r: number, k: number): number => (k * r) / (1 + (k - 1) * r);

/** How many ratings an entry needs for the mean to reach a reliability; null when one rating says nothing. */
export const ratingsNeeded = (r: number, wanted: number): number | null => (r > 0 && r < 1 ? Math.ceil((wanted * (1 - r)) / (r * (1 - wanted)) - 1e-12) : null);

/** From variance components, for incomplete designs: reliability of one rating, and of a mean of k uncorrected ones. Null without variance. */
export function componentReliability(components: { varEntry: number; varJudge: number; varResidual: number }, k: number): { single: number; mean: number } | null {
  const { varEntry, varJudge, varResidual } = components;
  const total = varEntry + varJudge + varResidual;
  return total > 0 ? { single: varEntry / total, mean: varEntry / (varEntry + (varJudge + varResidual) / k) } : null;
}
