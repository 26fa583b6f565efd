import { correlation } from './agreement.js';
import { fDistribution, normalTail } from './distributions.js';
import { ln } from './portable-math.js';

/** One judge's distance from what the others say of an entry, in standard deviations. */
export interface EntryDistance {
  entry: string;
  z: number;
  /** When it was handed in. */
  order?: number;
  /** Scores of the criteria, in a fixed order. */
  criteria?: readonly number[];
}

export interface Drift {
  /** Change of the distance per ten sheets handed in, in standard deviations. */
  perTen: number;
  t: number;
  p: number;
}

/** Fewer sheets say nothing of a trend, fewer shared entries nothing of a pair. */
const FEWEST_IN_ORDER = 8;
const FEWEST_SHARED = 6;
/** Sheets that are the same in every criterion say more: a few are enough. */
const FEWEST_IDENTICAL = 3;
const MAD = 1.4826;

/** Whether a judge became stricter or milder from sheet to sheet: slope of the distance on its place in the order. Null for fewer than eight sheets. */
export function driftOf(distances: readonly EntryDistance[]): Drift | null {
  const ordered = distances.filter((one) => one.order !== undefined).sort((a, b) => (a.order as number) - (b.order as number));
  const n = ordered.length;
  if (n < FEWEST_IN_ORDER) return null;
  const places = ordered.map((_, index) => index);
  const r = correlation(places, ordered.map((one) => one.z));
  if (r === null || Math.abs(r) >= 1) return null;
  const t = r * Math.sqrt((n - 2) / (1 - r * r));
  const spread = (values: readonly number[]): number => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  };
  return { perTen: (10 * r * spread(ordered.map((one) => one.z))) / spread(places), t, p: 1 - fDistribution(t * t, 1, n - 2) };
}

/** Two judges who agree with each other where both differ from the rest. */
export interface AlikePair {
  judges: [string, string];
  shared: number;
  /** Correlation of their distances on the entries both have read. */
  correlation: number;
  /** Share of those entries on which every criterion has the same value. */
  identical: number;
  p: number;
}

/**
 * Pairs of judges whose sheets are the same in every criterion more often than chance makes them (three or more), or with at least six
 * entries in common whose distances go together far more than those of other pairs, by the robust
 * z score of Fisher's transformation: a common error of an entry makes all its judges alike to some degree, copying makes two.
 */
export function alikePairs(byJudge: ReadonlyMap<string, readonly EntryDistance[]>): AlikePair[] {
  const judges = [...byJudge.keys()].sort();
  const tables = new Map(judges.map((judge) => [judge, new Map((byJudge.get(judge) ?? []).map((one) => [one.entry, one]))]));
  const pairs: { judges: [string, string]; shared: number; correlation: number; identical: number; same: number; fisher: number | null }[] = [];
  for (const [at, first] of judges.entries()) {
    for (const second of judges.slice(at + 1)) {
      const other = tables.get(second) as ReadonlyMap<string, EntryDistance>;
      const both = (byJudge.get(first) ?? []).flatMap((one) => {
        const match = other.get(one.entry);
        return match ? [[one, match] as const] : [];
      });
      if (both.length < FEWEST_IDENTICAL) continue;
      const r = correlation(both.map(([one]) => one.z), both.map(([, match]) => match.z)) ?? 0;
      const bounded = Math.max(-0.999, Math.min(0.999, r));
      const same = both.filter(([one, match]) => one.criteria !== undefined && one.criteria.join() === match.criteria?.join()).length;
      const fisher = both.length < FEWEST_SHARED ? null : 0.5 * ln((1 + bounded) / (1 - bounded)) * Math.sqrt(both.length - 3);
      pairs.push({ judges: [first, second], shared: both.length, correlation: r, identical: same / both.length, same, fisher });
    }
  }
  const values = pairs.flatMap((pair) => (pair.fisher === null ? [] : [pair.fisher]));
  const centre = values.length < 5 ? 0 : middle(values);
  const spread = values.length < 5 ? 1 : Math.max(1, MAD * middle(values.map((value) => Math.abs(value - centre))));
  const [equal, all] = pairs.reduce(([same, shared], pair) => [same + pair.same, shared + pair.shared], [0, 0]);
  return pairs.map(({ fisher, same, ...pair }) => {
    // How often other pairs agree in every criterion by chance.
    const rate = (equal - same + 1) / (all - pair.shared + 2);
    const together = fisher === null ? 1 : normalTail((fisher - centre) / spread);
    return { ...pair, p: Math.min(1, 2 * Math.min(together, same < FEWEST_IDENTICAL ? 1 : atLeast(same, pair.shared, rate))) };
  });
}

/** Chance of at least `hits` in `tries` at the given rate. */
function atLeast(hits: number, tries: number, rate: number): number {
  let [chance, total] = [1, 0];
  for (let at = 0; at < tries; at++) chance *= 1 - rate;
  for (let count = 0; count <= tries; count++) {
    if (count >= hits) total += chance;
    chance *= (((tries - count) / (count + 1)) * rate) / (1 - rate);
  }
  return Math.min(1, total);
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
