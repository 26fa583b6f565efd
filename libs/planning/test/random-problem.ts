import { seededRandom } from '../src/seeded-random.js';
import type { AssignmentProblem } from '../src/assignment/problem.js';

export interface RandomShape {
  readonly entries: number;
  readonly judges: number;
  readonly need: number;
  /** Per mille of all pairs that are in conflict. */
  readonly conflicts?: number;
  /** Added to the average load for the maximum; may be negative for tight or impossible instances. */
  readonly slack?: number;
  readonly minimum?: number;
}

/** A random instance with tags (`lead`, `chem`), employers and regions; the same seed gives the same instance. */
export function randomProblem(seed: number | string, shape: RandomShape): AssignmentProblem {
  const random = seededRandom(`instance-${seed}`);
  const entries = Array.from({ length: shape.entries }, (_, index) => ({ id: `e${index}`, need: shape.need, group: `g${index % 3}`, region: `r${index % 4}` }));
  const most = Math.max(1, Math.ceil((shape.entries * shape.need) / shape.judges) + (shape.slack ?? 1));
  const judges = Array.from({ length: shape.judges }, (_, index) => ({
    id: `j${index}`,
    min: Math.min(most, shape.minimum ?? 0),
    max: most,
    employer: `u${random.below(Math.ceil(shape.judges / 2))}`,
    region: `r${random.below(4)}`,
    tags: [...(random.below(3) === 0 ? ['lead'] : []), ...(random.below(2) === 0 ? ['chem'] : [])],
  }));
  const pairs = random.shuffle(entries.flatMap((entry) => judges.map((judge) => ({ entry: entry.id, judge: judge.id }))));
  const conflicts = pairs.splice(0, Math.floor((pairs.length * (shape.conflicts ?? 50)) / 1000));
  const scores = pairs.splice(0, Math.floor(pairs.length / 2)).map((pair) => ({ ...pair, score: random.below(100) }));
  return { entries, judges, scores, conflicts, seed };
}
