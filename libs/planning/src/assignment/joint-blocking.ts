import { minimalConflict } from '../minimal-conflict.js';
import type { PlanningSteps } from '../steps.js';
import { searchByBranching } from './branch-search.js';
import type { AssignmentInstance } from './instance.js';
import { solveProgram } from './integer-program.js';
import type { InfeasibilityProof, IntegerSolver } from './problem.js';
import { restrict } from './restricted-instance.js';

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
