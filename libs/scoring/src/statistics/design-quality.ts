import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { designOf, linkedParts, type RawObservation } from './observations.js';

export interface DesignQuality {
  rank: number;
  parts: number;
  /** Second-smallest eigenvalue of the entries' information matrix; 0 when the design is in parts. */
  algebraicConnectivity: number;
  /** Mean variance of a difference of two entries, in units of the residual variance; null when the design is in parts. */
  pairVariance: number | null;
  /** Compared with a design in which every judge sees every entry. */
  efficiency: number | null;
}

const ZERO = 1e-9;

/** How well a judge assignment lets entries be compared (judging mathematics 6): from C = R - N K^-1 N'. */
export function designQuality(pairs: readonly { entry: string; judge: string }[]): DesignQuality {
  const design = designOf(pairs.map((pair): RawObservation => ({ ...pair, y: 0 })));
  const n = design.entries.length;
  const load = new Float64Array(design.judges.length);
  for (const judge of design.judgeOf) load[judge]!++;
  const c = Matrix.zeros(n, n);
  const byJudge: number[][] = design.judges.map(() => []);
  for (let at = 0; at < design.y.length; at++) {
    const entry = design.entryOf[at] as number;
    c.set(entry, entry, c.get(entry, entry) + 1);
    byJudge[design.judgeOf[at] as number]?.push(entry);
  }
  for (const [judge, entries] of byJudge.entries()) {
    for (const a of entries) for (const b of entries) c.set(a, b, c.get(a, b) - 1 / (load[judge] as number));
  }
  const values = new EigenvalueDecomposition(c, { assumeSymmetric: true }).realEigenvalues.sort((a, b) => a - b);
  const parts = linkedParts(design).length;
  const positive = values.filter((value) => value > ZERO);
  const linked = parts === 1 && n > 1;
  const pairVariance = linked ? (2 / (n - 1)) * positive.reduce((sum, value) => sum + 1 / value, 0) : null;
  const reviews = design.y.length / n;
  return {
    rank: positive.length,
    parts,
    algebraicConnectivity: n > 1 ? Math.max(0, values[1] as number) : 0,
    pairVariance,
    efficiency: pairVariance === null ? null : 2 / reviews / pairVariance,
  };
}
