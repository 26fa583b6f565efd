import type { PlanningSteps } from '../steps.js';
import { ExchangeFlow, type FailedSearch } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';

const UNITS_PER_STEP = 64;

export interface Placed {
  readonly flow: ExchangeFlow;
  readonly failures: readonly FailedSearch[];
}

/** Places every unit of every entry that can be placed, entry by entry in the given order. */
export function* placeAll(instance: AssignmentInstance, stage: string, flatBelow: number, order: Iterable<number> = instance.entries.keys()): PlanningSteps<Placed> {
  const flow = new ExchangeFlow(instance, flatBelow);
  const total = instance.need.reduce((sum, need) => sum + need, 0);
  const failures: FailedSearch[] = [];
  let done = 0;
  for (const entry of order) {
    for (let unit = flow.unitsOf(entry); unit < instance.need[entry]!; unit++) {
      const failed = flow.place(entry);
      if (failed) failures.push(failed);
      if (++done % UNITS_PER_STEP === 0) yield { stage, done, total };
    }
  }
  yield { stage, done: total, total };
  return { flow, failures };
}
