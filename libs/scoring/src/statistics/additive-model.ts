import { backward, factorise, forward } from './cholesky.js';
import { designOf, linkedParts, type Design, type RawObservation } from './observations.js';

/** Fitted values of y = entry + judge, for one linked part of a design. */
export interface AdditivePart {
  entries: { entry: string; value: number }[];
  judges: { judge: string; effect: number; entries: number }[];
}

export interface AdditiveFit {
  /** More than one part: values of different parts cannot be compared. */
  parts: AdditivePart[];
  residualSS: number;
  /** Observations less estimated effects. */
  freedom: number;
}

/**
 * Weighted least squares of y = entry + judge (judging mathematics 2.3), judge effects summing to 0 (weighted by their loads) in each linked part.
 * @throws ScoringRefusal for impossible observations
 */
export function fitAdditive(observations: readonly RawObservation[]): AdditiveFit {
  const design = designOf(observations);
  const parts = linkedParts(design);
  const effects = new Float64Array(design.judges.length);
  const load = new Float64Array(design.judges.length);
  for (let at = 0; at < design.y.length; at++) load[design.judgeOf[at] as number]! += design.weight[at] as number;
  const judgeAt = new Map(design.judges.map((judge, index) => [judge, index]));
  const system = judgeSystem(design, load);
  for (const part of parts) solvePart(system, part.judges.map((judge) => judgeAt.get(judge) as number), design.judges.length, load, effects);
  const values = design.entries.map((_, entry) => entryValue(design, entry, effects));
  let residualSS = 0;
  for (let at = 0; at < design.y.length; at++) {
    const residual = (design.y[at] as number) - (values[design.entryOf[at] as number] as number) - (effects[design.judgeOf[at] as number] as number);
    residualSS += (design.weight[at] as number) * residual * residual;
  }
  const entryAt = new Map(design.entries.map((entry, index) => [entry, index]));
  const counts = new Int32Array(design.judges.length);
  for (const judge of design.judgeOf) counts[judge]!++;
  return {
    parts: parts.map((part) => ({
      entries: part.entries.map((entry) => ({ entry, value: values[entryAt.get(entry) as number] as number })),
      judges: part.judges.map((judge) => ({ judge, effect: effects[judgeAt.get(judge) as number] as number, entries: counts[judgeAt.get(judge) as number] as number })),
    })),
    residualSS,
    freedom: design.y.length - design.entries.length - design.judges.length + parts.length,
  };
}

/** L = diag(loads) - M' diag(1/W) M and its right-hand side, entries eliminated. */
function judgeSystem(design: Design, load: Float64Array): { matrix: Float64Array; rhs: Float64Array } {
  const size = design.judges.length;
  const matrix = new Float64Array(size * size);
  const rhs = new Float64Array(size);
  for (let judge = 0; judge < size; judge++) matrix[judge * size + judge] = load[judge] as number;
  for (let entry = 0; entry < design.entries.length; entry++) {
    const [from, to] = [design.start[entry] as number, design.start[entry + 1] as number];
    let [weight, sum] = [0, 0];
    for (let at = from; at < to; at++) {
      weight += design.weight[at] as number;
      sum += (design.weight[at] as number) * (design.y[at] as number);
    }
    for (let a = from; a < to; a++) {
      const judge = design.judgeOf[a] as number;
      const w = design.weight[a] as number;
      rhs[judge]! += w * ((design.y[a] as number) - sum / weight);
      for (let b = from; b < to; b++) matrix[judge * size + (design.judgeOf[b] as number)]! -= (w * (design.weight[b] as number)) / weight;
    }
  }
  return { matrix, rhs };
}

/** Fixes the first judge of the part at 0, solves for the others, and shifts so that the loads-weighted sum is 0. */
function solvePart(system: { matrix: Float64Array; rhs: Float64Array }, judges: readonly number[], stride: number, load: Float64Array, effects: Float64Array): void {
  const free = judges.slice(1);
  const size = free.length;
  const matrix = new Float64Array(size * size);
  const x = Float64Array.from(free, (judge) => system.rhs[judge] as number);
  for (const [row, a] of free.entries()) for (const [column, b] of free.entries()) matrix[row * size + column] = system.matrix[a * stride + b] as number;
  if (size > 0 && factorise(matrix, size)) {
    forward(matrix, size, x);
    backward(matrix, size, x);
  }
  let [shift, total] = [0, 0];
  for (const [at, judge] of free.entries()) shift += (load[judge] as number) * (x[at] as number);
  for (const judge of judges) total += load[judge] as number;
  shift /= total;
  for (const judge of judges) effects[judge] = -shift;
  for (const [at, judge] of free.entries()) effects[judge]! += x[at] as number;
}

function entryValue(design: Design, entry: number, effects: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (let at = design.start[entry] as number; at < (design.start[entry + 1] as number); at++) {
    sum += (design.weight[at] as number) * ((design.y[at] as number) - (effects[design.judgeOf[at] as number] as number));
    weight += design.weight[at] as number;
  }
  return sum / weight;
}

