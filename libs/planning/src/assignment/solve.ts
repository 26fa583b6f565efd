import { PlanningUndecided } from '../planning-errors.js';
import { seededRandom } from '../seeded-random.js';
import type { PlanningSteps } from '../steps.js';
import { findFixedContradiction, proveMinimumShort, proveReviewsShort } from './blocking-set.js';
import { searchByBranching } from './branch-search.js';
import type { ExchangeFlow, FailedSearch } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';
import { solveAsIntegerProgram } from './integer-program.js';
import { proveJointlyImpossible } from './joint-blocking.js';
import type { InfeasibilityProof, IntegerSolver } from './problem.js';
import { placeAll } from './place-all.js';
import { waterLevel } from './water-level.js';

export type SolvedInstance = { readonly kind: 'solved'; readonly panels: number[][]; readonly held: Uint16Array; readonly prices: Float64Array; readonly bySolver: boolean } | { readonly kind: 'infeasible'; readonly proof: InfeasibilityProof };

/** Entries without a judge from which a blocking set is looked for; the smallest found is reported. */
const PROOFS_TRIED = 24;
/** Orders of entries tried under crossing composition rules before a solver is needed. */
const ORDERS_TRIED = 12;

function smallestProof(instance: AssignmentInstance, flow: ExchangeFlow, failures: readonly FailedSearch[]): InfeasibilityProof | null {
  let smallest: Extract<InfeasibilityProof, { kind: 'reviews-short' }> | null = null;
  for (const entry of [...new Set(failures.map((failure) => failure.entry))].slice(0, PROOFS_TRIED)) {
    const failed = flow.place(entry);
    const proof = failed && proveReviewsShort(instance, flow, failed);
    if (proof?.kind === 'reviews-short' && (smallest === null || proof.entries.length < smallest.entries.length)) smallest = proof;
  }
  return smallest;
}

/** Under crossing rules the outcome depends on the order of entries: those that failed go first, the others in drawn orders. */
function* retryInOtherOrders(instance: AssignmentInstance, stage: string, failures: readonly FailedSearch[]): PlanningSteps<ExchangeFlow | null> {
  const hard = new Set(failures.map(({ entry }) => entry));
  for (let attempt = 0; attempt < ORDERS_TRIED; attempt++) {
    const drawn = seededRandom(`order ${attempt}`).shuffle([...instance.entries.keys()]);
    const order = [...hard, ...drawn.filter((entry) => !hard.has(entry))];
    const { flow, failures: again } = yield* placeAll(instance, stage, 0, order);
    if (again.length === 0 && flow.load.every((load, judge) => load >= instance.least[judge]!)) return flow;
    for (const { entry } of again) hard.add(entry);
  }
  return null;
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
  const retried = instance.rules.exact ? null : yield* retryInOtherOrders(instance, stage, failures);
  if (retried) return { kind: 'solved', panels: retried.panels, held: retried.held, prices: retried.prices(), bySolver: false };
  const searched = instance.rules.exact || solver ? 'gave-up' : yield* searchByBranching(instance, stage);
  if (searched === 'none') return { kind: 'infeasible', proof: yield* proveJointlyImpossible(instance, undefined) };
  if (searched !== 'gave-up') return { kind: 'solved', panels: searched.panels, held: searched.held, prices: searched.prices(), bySolver: false };
  const unplaced = [...new Set(failures.map(({ entry }) => entry))].map((entry) => instance.entries[entry]!.id).sort();
  if (!solver) throw new PlanningUndecided(unplaced, 'solver');
  const best = solveAsIntegerProgram(instance, solver);
  if (best.kind === 'unknown') throw new PlanningUndecided(unplaced, 'time');
  if (best.kind === 'none') return { kind: 'infeasible', proof: yield* proveJointlyImpossible(instance, solver) };
  return { kind: 'solved', panels: best.panels, held: flow.held, prices: flow.prices(), bySolver: best.proven };
}
