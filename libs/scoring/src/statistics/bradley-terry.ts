import { backward, factorise, forward, inverseOf } from './cholesky.js';
import { byCodeUnits } from '../engine/problem.js';
import { exp, ln } from './portable-math.js';

export interface PairCount {
  a: string;
  b: string;
  /** A tie counts as half a win for each. */
  winsA: number;
  winsB: number;
}

export interface BradleyTerry {
  /** Log abilities; the reference has 0. */
  ability: Record<string, number>;
  se: Record<string, number>;
  deviance: number;
}

/** Maximum likelihood (or, with `prior` > 0, maximum a posteriori) abilities from paired comparisons, by Newton's method. Null when it does not converge. */
export function bradleyTerry(pairs: readonly PairCount[], options: { reference?: string; prior?: number } = {}): BradleyTerry | null {
  const names = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))].sort(byCodeUnits);
  const reference = options.reference ?? names[0];
  const prior = options.prior ?? 0;
  const free = names.filter((name) => name !== reference);
  const at = new Map(free.map((name, index) => [name, index]));
  const size = free.length;
  const ability = new Float64Array(size);
  const value = (name: string): number => ability[at.get(name) ?? -1] ?? 0;
  let information = new Float64Array(size * size);
  for (let step = 0; step < 100; step++) {
    const gradient = ability.map((one) => -prior * one);
    information = new Float64Array(size * size);
    for (let index = 0; index < size; index++) information[index * size + index] = prior;
    for (const { a, b, winsA, winsB } of pairs) {
      const p = 1 / (1 + exp(value(b) - value(a)));
      const residual = winsA - (winsA + winsB) * p;
      const weight = (winsA + winsB) * p * (1 - p);
      const [i, j] = [at.get(a), at.get(b)];
      if (i !== undefined) {
        gradient[i]! += residual;
        information[i * size + i]! += weight;
      }
      if (j !== undefined) {
        gradient[j]! -= residual;
        information[j * size + j]! += weight;
      }
      if (i !== undefined && j !== undefined) {
        information[i * size + j]! -= weight;
        information[j * size + i]! -= weight;
      }
    }
    if (!factorise(information, size)) return null;
    forward(information, size, gradient);
    backward(information, size, gradient);
    let largest = 0;
    for (let index = 0; index < size; index++) {
      ability[index]! += gradient[index] as number;
      largest = Math.max(largest, Math.abs(gradient[index] as number));
    }
    if (largest > 50) return null;
    if (largest < 1e-12) break;
  }
  const covariance = inverseOf(information, size);
  return {
    ability: Object.fromEntries(names.map((name) => [name, value(name)])),
    se: Object.fromEntries(names.map((name) => [name, at.has(name) ? Math.sqrt(covariance[(at.get(name) as number) * (size + 1)] as number) : 0])),
    deviance: pairs.reduce((sum, { a, b, winsA, winsB }) => sum + pairDeviance(winsA, winsB, 1 / (1 + exp(value(b) - value(a)))), 0),
  };
}

function pairDeviance(winsA: number, winsB: number, p: number): number {
  const n = winsA + winsB;
  const part = (wins: number, expected: number): number => (wins > 0 ? 2 * wins * ln(wins / expected) : 0);
  return part(winsA, n * p) + part(winsB, n * (1 - p));
}
