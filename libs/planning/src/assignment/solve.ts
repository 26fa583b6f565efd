import { PlanningUndecided } from '../planning-errors.js';
import type { PlanningSteps } from '../steps.js';
import { findFixedContradiction, proveMinimumShort, proveReviewsShort } from './blocking-set.js';
import { ExchangeFlow, type FailedSearch } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';
import { solveAsIntegerProgram } from './integer-program.js';
import type { InfeasibilityProof, IntegerSolver } from './problem.js';
import { waterLevel } from './water-level.js';

export type SolvedInstance = { readonly kind: 'solved'; readonly panels: number[][]; readonly held: Uint16Array; readonly prices: Float64Array; readonly bySolver: boolean } | { readonly kind: 'infeasible'; readonly proof: InfeasibilityProof };

const UNITS_PER_STEP = 64;
/** Entries without a judge from which a blocking set is looked for; the smallest found is reported. */
const PROOFS_TRIED = 24;

function smallestProof(instance: AssignmentInstance, flow: ExchangeFlow, failures: readonly FailedSearch[]): InfeasibilityProof | null {
  let smallest: Extract<InfeasibilityProof, { kind: 'reviews-short' }> | null = null;
  for (const entry of [...new Set(failures.map((failure) => failure.entry))].slice(0, PROOFS_TRIED)) {
    const failed = flow.place(entry);
    const proof = failed && proveReviewsShort(instance, flow, failed);
    if (proof?.kind === 'reviews-short' && (smallest === null || proof.entries.length < smallest.entries.length)) smallest = proof;
  }
  return smallest;
}

/** Places every unit of every entry that can be placed. */
function* placeAll(instance: AssignmentInstance, stage: string, flatBelow: number): PlanningSteps<{ flow: ExchangeFlow; failures: FailedSearch[] }> {
  const flow = new ExchangeFlow(instance, flatBelow);
  const total = instance.need.reduce((sum, need) => sum + need, 0);
  const failures: FailedSearch[] = [];
  let done = 0;
  for (let entry = 0; entry < instance.entries.length; entry++) {
    for (let unit = flow.unitsOf(entry); unit < instance.need[entry]!; unit++) {
      const failed = flow.place(entry);
      if (failed) failures.push(failed);
      if (++done % UNITS_PER_STEP === 0) yield { stage, done, total };
    }
  }
  yield { stage, done: total, total };
  return { flow, failures };
}

/** Solves an instance: optimal panels with dual prices, or the smallest proof found that there are none. */
export function* solveInstance(instance: AssignmentInstance, stage: string, solver: IntegerSolver | undefined): PlanningSteps<SolvedInstance> {
  const contradiction = findFixedContradiction(instance);
  if (contradiction) return { kind: 'infeasible', proof: contradiction };
  const level = waterLevel(instance);
  let { flow, failures } = yield* placeAll(instance, stage, level);
  const uneven = instance.judges.some((_, judge) => flow.load[judge]! < Math.min(level, instance.most[judge]!));
  if (uneven && failures.length === 0) ({ flow, failures } = yield* placeAll(instance, stage, 0));
  const proof = failures.length > 0 ? smallestProof(instance, flow, failures) : proveMinimumShort(instance, flow);
  if (proof) return { kind: 'infeasible', proof };
  const short = instance.judges.some((_, judge) => flow.load[judge]! < instance.least[judge]!);
  if (failures.length === 0 && !short) return { kind: 'solved', panels: flow.panels, held: flow.held, prices: flow.prices(), bySolver: false };
  if (!solver) throw new PlanningUndecided([...new Set(failures.map(({ entry }) => entry))].map((entry) => instance.entries[entry]!.id).sort());
  const panels = solveAsIntegerProgram(instance, solver);
  if (panels) return { kind: 'solved', panels, held: flow.held, prices: flow.prices(), bySolver: true };
  return { kind: 'infeasible', proof: { kind: 'solver-verdict', solver: solver.name, entries: instance.entries.map(({ id }) => id).sort() } };
}
