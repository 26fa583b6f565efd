import { entryEffect, type Posterior } from './mixed-model.js';
import { backward } from './cholesky.js';
import { normalDensity, normalTail } from './distributions.js';
import { SeededRandom } from './seeded-random.js';

/** Probability that a normal value lies above a cut. */
export const probabilityAbove = (cut: number, mean: number, sd: number): number => (sd > 0 ? normalTail((cut - mean) / sd) : mean > cut ? 1 : mean < cut ? 0 : 0.5);

/** For independent normal scores, the probability of each being among the best k, by numerical integration (accurate to 1e-7). */
export function probabilityTopK(mean: readonly number[], sd: readonly number[], k: number, steps = 4000): number[] {
  return mean.map((own, i) => {
    const spread = sd[i] as number;
    const h = 16 / steps;
    let total = 0;
    for (let step = 0; step <= steps; step++) {
      const z = -8 + step * h;
      const above = mean.flatMap((other, index) => (index === i ? [] : [probabilityAbove(own + spread * z, other, sd[index] as number)]));
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      total += weight * normalDensity(z) * fewerThan(above, k);
    }
    return (total * h) / 3;
  });
}

/** Probability that fewer than k of independent events happen. */
function fewerThan(probabilities: readonly number[], k: number): number {
  const counts = new Float64Array(k + 1);
  counts[0] = 1;
  for (const p of probabilities) {
    for (let count = k; count >= 0; count--) counts[count] = (counts[count] as number) * (1 - p) + (count > 0 ? (counts[count - 1] as number) * p : 0);
  }
  return counts.slice(0, k).reduce((a, b) => a + b, 0);
}

export interface RankUncertainty {
  entry: string;
  /** 90 % interval of the rank. */
  low: number;
  high: number;
  /** Share of draws among the best k. */
  topK: number;
}

/** One joint draw of all entries' scores from the posterior. */
export function drawScores(posterior: Posterior, random: SeededRandom, into: Float64Array): void {
  const { solution, mixed, varResidual } = posterior;
  const judges = solution.size - mixed.tracks;
  const noise = Float64Array.from({ length: solution.size }, () => random.normal());
  backward(solution.factor, solution.size, noise);
  const scale = Math.sqrt(varResidual);
  const x = solution.x.map((value, at) => value + scale * (noise[at] as number));
  for (let entry = 0; entry < into.length; entry++) {
    const effect = entryEffect(posterior, x, entry) + Math.sqrt(varResidual / (solution.d[entry] as number)) * random.normal();
    into[entry] = (x[judges + (mixed.track[entry] as number)] as number) + effect;
  }
}

/** Rank intervals and the probability of being among the best k, from seeded joint draws (judging mathematics 3). The seed belongs in the protocol. */
export function rankUncertainty(posterior: Posterior, options: { seed: string; k: number; draws?: number }): RankUncertainty[] {
  const n = posterior.mixed.design.entries.length;
  const draws = options.draws ?? 4000;
  const random = new SeededRandom(options.seed);
  const scores = new Float64Array(n);
  const counts = Array.from({ length: n }, () => new Uint32Array(n));
  const order = Int32Array.from({ length: n }, (_, index) => index);
  for (let draw = 0; draw < draws; draw++) {
    drawScores(posterior, random, scores);
    order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    for (let rank = 0; rank < n; rank++) (counts[order[rank] as number] as Uint32Array)[rank]!++;
  }
  return posterior.mixed.design.entries.map((entry, index) => {
    const own = counts[index] as Uint32Array;
    return { entry, low: quantile(own, draws * 0.05), high: quantile(own, draws * 0.95), topK: own.subarray(0, options.k).reduce((a, b) => a + b, 0) / draws };
  });
}

function quantile(counts: Uint32Array, reach: number): number {
  let sum = 0;
  for (let rank = 0; rank < counts.length; rank++) {
    sum += counts[rank] as number;
    if (sum >= reach) return rank + 1;
  }
  return counts.length;
}

/** Entries that deserve another reader: those whose place at the cut is open, most open first. */
export function greyZone(uncertain: readonly RankUncertainty[], zone: { from: number; to: number } = { from: 0.1, to: 0.9 }): RankUncertainty[] {
  const openness = (one: RankUncertainty): number => one.topK * (1 - one.topK);
  return uncertain.filter((one) => one.topK >= zone.from && one.topK <= zone.to).sort((a, b) => openness(b) - openness(a) || (a.entry < b.entry ? -1 : 1));
}
