import type { PlanningSteps } from '../steps.js';
import type { ExchangeFlow } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';
import { placeAll } from './place-all.js';

/** Relaxations solved before the search gives up; fewer where each of them is dear. */
const nodesTried = (instance: AssignmentInstance): number => (instance.score.length < 20_000 ? 3000 : 100);

/**
 * Crossing composition rules, decided by branching: the nested part of the rules is solved exactly; where a panel then breaks
 * another rule, one of the judges who are too many together must be off that entry, and each choice is a branch. Complete: `none`
 * means that no plan exists. Dives first into the branch that gives up the least expertise.
 */
export function* searchByBranching(instance: AssignmentInstance, stage: string): PlanningSteps<ExchangeFlow | 'none' | 'gave-up'> {
  const width = instance.judges.length;
  const fixed = new Set(instance.fixed.map(({ entry, judge }) => entry * width + judge));
  const open: number[][] = [[]];
  for (let nodes = 0; open.length > 0; nodes++) {
    if (nodes === nodesTried(instance)) return 'gave-up';
    const banned = open.pop()!;
    const allowed = instance.allowed.slice();
    for (const cell of banned) allowed[cell] = 0;
    const { flow, failures } = yield* placeAll({ ...instance, allowed, rules: instance.rules.nestedPart }, stage, 0);
    if (failures.length > 0 || flow.load.some((load, judge) => load < instance.least[judge]!)) continue;
    const broken = flow.panels.findIndex((panel, entry) => instance.rules.tooMany(entry, panel) !== null);
    if (broken < 0) return flow;
    const cells = instance.rules
      .tooMany(broken, flow.panels[broken]!)!
      .map((judge) => broken * width + judge)
      .filter((cell) => !fixed.has(cell))
      .sort((a, b) => instance.score[b]! - instance.score[a]!);
    for (const cell of cells) open.push([...banned, cell]);
  }
  return 'none';
}
