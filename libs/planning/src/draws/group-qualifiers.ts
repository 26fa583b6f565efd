import { assignJudges } from '../assignment/assign.js';
import { requireInteger } from '../planning-errors.js';
import { bracketSize, seedOrder, type SeedingStyle } from './seeding.js';

/** A place in a group, both from 0: the winner of the third group is group 2, place 0. */
export interface GroupPlace {
  readonly group: number;
  readonly place: number;
}

/** Round (from 1) in which two slots of a bracket can meet. */
function meetingRound(slotA: number, slotB: number): number {
  let round = 0;
  for (let [a, b] = [slotA, slotB]; a !== b; round++) [a, b] = [a >> 1, b >> 1];
  return round;
}

/**
 * Seeds the qualifiers of groups into a knock-out, seed 1 first: all winners before all seconds and so on, and inside a place the
 * groups are ordered so that teams of one group meet as late as possible (an exact assignment per place), else in group order.
 */
export function seedQualifiers(groups: number, perGroup: number, style: SeedingStyle = 'inner-outer'): GroupPlace[] {
  requireInteger(groups, 'groups', 1);
  requireInteger(perGroup, 'perGroup', 1);
  const size = bracketSize(groups * perGroup);
  const slotOfSeed = new Map(seedOrder(size, style).map((seed, slot) => [seed, slot]));
  const rounds = Math.log2(size);
  const slots = Array.from({ length: groups }, (): number[] => []);
  const seeds: GroupPlace[] = [];
  for (let place = 0; place < perGroup; place++) {
    const offered = Array.from({ length: groups }, (_, index) => place * groups + index + 1);
    const scores = slots.flatMap((taken, group) =>
      offered.map((seed, index) => {
        const early = taken.reduce((sum, slot) => sum + 4 ** (rounds - meetingRound(slot, slotOfSeed.get(seed)!)) - 1, 0);
        return { entry: `g${group}`, judge: `s${seed}`, score: -Math.min(900_000, early * 4 * groups * groups) - Math.abs(index - group) };
      }),
    );
    const plan = assignJudges(
      { entries: slots.map((_, group) => ({ id: `g${group}`, need: 1 })), judges: offered.map((seed) => ({ id: `s${seed}`, max: 1 })), scores, seed: 'qualifiers' },
      { balance: 'none', linking: 'report' },
    );
    if (plan.kind !== 'plan') throw new Error('groups and seeds are equally many, so they can be matched');
    for (const { entry, judge } of plan.pairs) {
      const [group, seed] = [Number(entry.slice(1)), Number(judge.slice(1))];
      seeds[seed - 1] = { group, place };
      slots[group]!.push(slotOfSeed.get(seed)!);
    }
  }
  return seeds;
}
