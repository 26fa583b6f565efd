import type { PlanningSteps } from '../steps.js';
import type { AssignmentInstance } from './instance.js';
import { solveProgram, type LoadGoal } from './integer-program.js';
import type { IntegerSolver } from './problem.js';
import { waterLevel } from './water-level.js';

const totalsOf = ({ judges, expertise }: AssignmentInstance, panels: readonly (readonly number[])[]): number[] =>
  panels.flatMap((panel, entry) => (panel.length === 0 ? [] : [panel.reduce((sum, judge) => sum + expertise[entry * judges.length + judge]!, 0)]));

/** No worst entry can exceed this: some entry has no better panel even if it could choose its judges alone. */
export function worstEntryBound({ entries, judges, need, allowed, expertise }: AssignmentInstance): number {
  const width = judges.length;
  return entries.reduce((low, _, entry) => {
    if (need[entry] === 0) return low;
    const scores = Array.from(judges.keys()).flatMap((judge) => (allowed[entry * width + judge] ? [expertise[entry * width + judge]!] : []));
    return Math.min(low, scores.sort((a, b) => b - a).slice(0, need[entry]).reduce((sum, score) => sum + score, 0));
  }, Infinity);
}

/** The evenness of the plan so far, which raising the worst entry must not give up. */
function keepEvenness(instance: AssignmentInstance, panels: readonly (readonly number[])[]): LoadGoal {
  if (instance.weights.load === 0) return { kind: 'within-bounds' };
  const loads = instance.judges.map(() => 0);
  for (const panel of panels) for (const judge of panel) loads[judge]!++;
  const level = waterLevel(instance);
  const within = (load: number, judge: number): number => Math.min(instance.most[judge]!, Math.max(instance.least[judge]!, load));
  if (level > 0 && loads.every((load, judge) => load >= within(level, judge) && load <= within(level + 1, judge))) return { kind: 'between', level };
  return { kind: 'squared', most: loads.reduce((sum, load) => sum + load * load, 0) };
}

/** Raises the worst entry's expertise to the highest level that a plan no less even than `start` can have, by bisection; `bound` is what none exceeds. */
export function* raiseExactly(instance: AssignmentInstance, start: number[][], solver: IntegerSolver): PlanningSteps<{ panels: number[][]; bound: number }> {
  let panels = start;
  let low = Math.min(...totalsOf(instance, start));
  let high = worstEntryBound(instance);
  if (low === Infinity) return { panels, bound: low };
  const loads = keepEvenness(instance, start);
  let open = high;
  while (low < open) {
    const middle = Math.ceil((low + open) / 2);
    const found = solveProgram(instance, solver, loads, { seek: 'any', floor: middle });
    if (found.kind === 'panels') [panels, low] = [found.panels, Math.min(...totalsOf(instance, found.panels))];
    else open = middle - 1;
    // Time ended: whether this level can be reached stays open, so the bound stays where it was proven.
    if (found.kind === 'none') high = middle - 1;
    yield { stage: 'raise the worst entry', done: low, total: open };
  }
  const best = solveProgram(instance, solver, loads, { seek: 'best', floor: low });
  if (best.kind === 'panels') panels = best.panels;
  return { panels, bound: Math.max(high, low) };
}
