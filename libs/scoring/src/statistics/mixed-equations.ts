import type { Design } from './observations.js';
import { factorise, forward, backward } from './cholesky.js';
import { ln } from './portable-math.js';

/** The design with its fixed part: one column a track. */
export interface MixedDesign {
  design: Design;
  /** Track of each entry; 0 for all when there is one common mean. */
  track: Int32Array;
  tracks: number;
}

/** The equations at one pair of variance ratios, solved: judges first, then tracks; entries are eliminated. */
export interface Solution {
  size: number;
  /** Lower factor of K. */
  factor: Float64Array;
  x: Float64Array;
  /** d_i = weight of entry i + 1/gq */
  d: Float64Array;
  q: number;
  lnDetJudges: number;
  lnDetAll: number;
  sumLnD: number;
}

/** Sums that do not depend on the variance ratios. */
export interface Sums {
  entryWeight: Float64Array;
  entrySum: Float64Array;
  squares: number;
}

export function sumsOf({ design }: MixedDesign): Sums {
  const entryWeight = new Float64Array(design.entries.length);
  const entrySum = new Float64Array(design.entries.length);
  let squares = 0;
  for (let at = 0; at < design.y.length; at++) {
    const [entry, y, w] = [design.entryOf[at] as number, design.y[at] as number, design.weight[at] as number];
    entryWeight[entry]! += w;
    entrySum[entry]! += w * y;
    squares += w * y * y;
  }
  return { entryWeight, entrySum, squares };
}

/**
 * Sets up and solves the mixed model equations with entries eliminated (judging mathematics 2.4, 2.5). `gq` and `gb` are the variances of entries and judges
 * over the residual variance; `gb` 0 leaves judges out. Null when the equations are singular.
 */
export function solveMixed(mixed: MixedDesign, sums: Sums, gq: number, gb: number): Solution | null {
  const { design, track, tracks } = mixed;
  const judges = gb > 0 ? design.judges.length : 0;
  const size = judges + tracks;
  const k = new Float64Array(size * size);
  const x = new Float64Array(size);
  const d = new Float64Array(design.entries.length);
  let sumLnD = 0;
  // Neighbours mostly have the same weight: its logarithm is taken once.
  let [lnOf, lnD] = [Number.NaN, 0];
  let q = sums.squares;
  for (let entry = 0; entry < d.length; entry++) {
    const [weight, sum] = [sums.entryWeight[entry] as number, sums.entrySum[entry] as number];
    const di = weight + 1 / gq;
    d[entry] = di;
    if (weight !== lnOf) [lnOf, lnD] = [weight, ln(di)];
    sumLnD += lnD;
    q -= (sum * sum) / di;
    const column = judges + (track[entry] as number);
    k[column * size + column]! += weight - (weight * weight) / di;
    x[column]! += sum - (weight * sum) / di;
    if (judges === 0) continue;
    const [from, to] = [design.start[entry] as number, design.start[entry + 1] as number];
    for (let a = from; a < to; a++) {
      const [judge, w] = [design.judgeOf[a] as number, design.weight[a] as number];
      const share = w / di;
      k[judge * size + judge]! += w;
      x[judge]! += w * (design.y[a] as number) - share * sum;
      k[column * size + judge]! += w - share * weight;
      for (let b = from; b <= a; b++) {
        const other = design.judgeOf[b] as number;
        const [row, at] = judge >= other ? [judge, other] : [other, judge];
        k[row * size + at]! -= share * (design.weight[b] as number);
      }
    }
  }
  for (let judge = 0; judge < judges; judge++) k[judge * size + judge]! += 1 / gb;
  if (!factorise(k, size)) return null;
  forward(k, size, x);
  for (let at = 0; at < size; at++) q -= (x[at] as number) ** 2;
  backward(k, size, x);
  let lnDetJudges = 0;
  let lnDetAll = 0;
  for (let at = 0; at < size; at++) {
    lnDetAll += 2 * ln(k[at * size + at] as number);
    if (at === judges - 1) lnDetJudges = lnDetAll;
  }
  return { size, factor: k, x, d, q, lnDetJudges, lnDetAll, sumLnD };
}
