import { byCodeUnits } from '../engine/problem.js';

/** One or more judges who put the entries in the same order, best first. */
export interface Ballot {
  ranking: readonly string[];
  weight?: number;
}

/** Borda points: for each ballot an entry gets one point for each entry placed below it. */
export function bordaCount(ballots: readonly Ballot[]): Record<string, number> {
  const points: Record<string, number> = {};
  for (const { ranking, weight = 1 } of ballots) {
    for (const [place, entry] of ranking.entries()) points[entry] = (points[entry] ?? 0) + weight * (ranking.length - 1 - place);
  }
  return points;
}

/** More entries than this are not ordered exactly. */
export const KEMENY_LIMIT = 14;

/**
 * The order that agrees with the most pairwise preferences (Kemeny), exactly, by dynamic programming over subsets; the first in code-unit order among equals.
 * @throws RangeError for more than KEMENY_LIMIT entries
 */
export function kemenyOrder(ballots: readonly Ballot[]): { order: string[]; score: number } {
  const entries = [...new Set(ballots.flatMap((ballot) => ballot.ranking))].sort(byCodeUnits);
  const n = entries.length;
  if (n > KEMENY_LIMIT) throw new RangeError(`at most ${KEMENY_LIMIT} entries`);
  const preferred = pairwise(ballots, entries);
  const best = new Float64Array(1 << n).fill(-1);
  const first = new Int8Array(1 << n);
  best[0] = 0;
  for (let set = 1; set < 1 << n; set++) {
    for (let entry = 0; entry < n; entry++) {
      if ((set & (1 << entry)) === 0) continue;
      const rest = set & ~(1 << entry);
      let gain = best[rest] as number;
      for (let other = 0; other < n; other++) if ((rest & (1 << other)) !== 0) gain += preferred[entry * n + other] as number;
      if (gain > (best[set] as number)) [best[set], first[set]] = [gain, entry];
    }
  }
  const order: string[] = [];
  for (let set = (1 << n) - 1; set !== 0; set &= ~(1 << (first[set] as number))) order.push(entries[first[set] as number] as string);
  return { order, score: best[(1 << n) - 1] as number };
}

function pairwise(ballots: readonly Ballot[], entries: readonly string[]): Float64Array {
  const at = new Map(entries.map((entry, index) => [entry, index]));
  const preferred = new Float64Array(entries.length ** 2);
  for (const { ranking, weight = 1 } of ballots) {
    for (const [place, above] of ranking.entries()) {
      for (const below of ranking.slice(place + 1)) preferred[(at.get(above) as number) * entries.length + (at.get(below) as number)]! += weight;
    }
  }
  return preferred;
}
