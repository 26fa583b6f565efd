import type { AssignmentInstance } from './instance.js';

/** The instance with work for some entries only and minimum loads for some judges only. */
export function restrict(instance: AssignmentInstance, entries: ReadonlySet<number>, minimums: ReadonlySet<number>): AssignmentInstance {
  const taken = new Int32Array(instance.judges.length);
  for (const { entry, judge } of instance.fixed) if (!entries.has(entry)) taken[judge]!++;
  return {
    ...instance,
    need: instance.need.map((need, entry) => (entries.has(entry) ? need : 0)),
    least: instance.least.map((least, judge) => (minimums.has(judge) ? Math.max(0, least - taken[judge]!) : 0)),
    most: instance.most.map((most, judge) => most - taken[judge]!),
    fixed: instance.fixed.filter(({ entry }) => entries.has(entry)),
    weights: { ...instance.weights, load: 0, evenFirst: false },
  };
}
