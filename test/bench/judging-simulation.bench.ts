import type { Bench } from './bench.js';
import { simulateMany, type SimulationResult } from './judging-simulation.js';

const SEEDS = 50;
let simulated: SimulationResult | null = null;
const results = (): SimulationResult => (simulated ??= simulateMany(SEEDS));

/** What correction for judges is worth, over 50 seeds of 1,000 entries x 150 judges x 3 reviews. Goals: judging mathematics, section 11. */
export const benches: Bench[] = [
  { name: 'judging: Kendall tau of BLUP to the truth (goal 0.648)', unit: 'tau', baseline: 'raw means (goal: at least 0.05 below)', run: async () => ({ value: results().blup, baseline: results().raw }) },
  { name: 'judging: share of true ranks inside 90 % intervals (goal .88-.92)', unit: 'share', baseline: 'nominal', run: async () => ({ value: results().coverage, baseline: 0.9 }) },
  { name: 'judging: tau with ten unlinked tracks, track fixed (goal 0.63)', unit: 'tau', baseline: 'goal', run: async () => ({ value: results().trackFixed, baseline: 0.63 }) },
  { name: 'judging: top-15 % recall after 600 grey-zone reviews', unit: 'share', baseline: 'before (goal: at least 0.06 less)', run: async () => ({ value: results().recallAfter, baseline: results().recallBefore }) },
];
