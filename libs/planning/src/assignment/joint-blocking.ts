import { minimalConflict } from '../minimal-conflict.js';
import type { PlanningSteps } from '../steps.js';
import { searchByBranching } from './branch-search.js';
import type { AssignmentInstance } from './instance.js';
import { solveProgram } from './integer-program.js';
import type { InfeasibilityProof, IntegerSolver } from './problem.js';

/** The instance with work for some entries only and minimum loads for some judges only. */
function restrict(instance: AssignmentInstance, entries: ReadonlySet<number>, minimums: ReadonlySet<number>): AssignmentInstance {
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

/** Whether it is certain that a part of an instance has no plan. */
function* isImpossible(part: AssignmentInstance, stage: string, solver: IntegerSolver | undefined): PlanningSteps<boolean> {
  yield { stage, done: 0, total: 1 };
  if (solver) return solveProgram(part, solver, { kind: 'within-bounds' }, { seek: 'any' }).kind === 'none';
  return (yield* searchByBranching(part, stage)) === 'none';
}

function mostReviews(part: AssignmentInstance, solver: IntegerSolver): number | null {
  const placed = solveProgram(part, solver, { kind: 'within-bounds' }, { seek: 'most-reviews' });
  return placed.kind === 'panels' && placed.proven ? placed.panels.reduce((sum, panel) => sum + panel.length, 0) : null;
}

/**
 * Crossing composition rules that cannot all be kept: looks for a smallest part that already cannot (entries, and judges' minimum
 * loads only where entries and maximum loads alone could do).
 */
export function* proveJointlyImpossible(instance: AssignmentInstance, solver: IntegerSolver | undefined): PlanningSteps<InfeasibilityProof> {
  const stage = 'find what blocks';
  const { entries, judges, allowed, need, least } = instance;
  const working = [...entries.keys()].filter((entry) => need[entry]! > 0);
  const nobody: ReadonlySet<number> = new Set();
  let blocking = working;
  let minimums: number[] = [];
  if (yield* isImpossible(restrict(instance, new Set(working), nobody), stage, solver)) {
    blocking = yield* minimalConflict(working, (part) => isImpossible(restrict(instance, new Set(part), nobody), stage, solver));
  } else {
    const promised = [...judges.keys()].filter((judge) => least[judge]! > 0);
    minimums = yield* minimalConflict(promised, (part) => isImpossible(restrict(instance, new Set(working), new Set(part)), stage, solver));
  }
  const part = new Set(blocking);
  const able = judges.flatMap(({ id }, judge) => (blocking.some((entry) => allowed[entry * judges.length + judge]) ? [id] : []));
  return {
    kind: 'solver-verdict',
    solver: solver?.name ?? 'branch and bound',
    entries: blocking.map((entry) => entries[entry]!.id).sort(),
    groups: [...new Set(blocking.flatMap((entry) => entries[entry]!.group ?? []))].sort(),
    judges: able.sort(),
    minimums: minimums.map((judge) => judges[judge]!.id).sort(),
    need: blocking.reduce((sum, entry) => sum + need[entry]!, 0),
    capacity: solver && minimums.length === 0 ? mostReviews(restrict(instance, part, nobody), solver) : null,
  };
}
