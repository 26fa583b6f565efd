import { minimalConflict } from '../minimal-conflict.js';
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
import { restrict } from './restricted-instance.js';
import { waterLevel } from './water-level.js';

export type SolvedInstance = { readonly kind: 'solved'; readonly panels: number[][]; readonly held: Uint16Array; readonly prices: Float64Array; readonly bySolver: boolean } | { readonly kind: 'infeasible'; readonly proof: InfeasibilityProof };

/** Entries without a judge from which a blocking set is looked for; the smallest found is reported. */
const PROOFS_TRIED = 24;
/** Orders of entries tried under crossing composition rules before a solver is needed. */
const ORDERS_TRIED = 12;

type ReviewsShort = Extract<InfeasibilityProof, { kind: 'reviews-short' }>;

function smallestProof(instance: AssignmentInstance, flow: ExchangeFlow, failures: readonly FailedSearch[]): ReviewsShort | null {
  let smallest: ReviewsShort | null = null;
  const unplaced = new Set(failures.map((failure) => failure.entry));
  for (const entry of [...unplaced].slice(0, PROOFS_TRIED)) {
    const failed = flow.place(entry);
    const proof = failed && proveReviewsShort(instance, flow, failed, unplaced);
    if (proof?.kind === 'reviews-short' && (smallest === null || proof.entries.length < smallest.entries.length)) smallest = proof;
  }
  return smallest;
}

/** Work that making a proof smaller may take: units placed times judges squared, about a second. */
const SHRINKING_WORK = 4e8;

/** Leaves out entries as long as the others lack as many reviews all the same, so that nothing in the proof can be spared. */
function* shrinkProof(instance: AssignmentInstance, stage: string, proof: ReviewsShort): PlanningSteps<ReviewsShort> {
  const indexOf = new Map(instance.entries.map(({ id }, index) => [id, index]));
  const nobody: ReadonlySet<number> = new Set();
  let work = SHRINKING_WORK;
  function* isShort(part: readonly number[]): PlanningSteps<boolean> {
    work -= part.reduce((sum, entry) => sum + instance.need[entry]!, 0) * instance.judges.length ** 2;
    if (work < 0) return false;
    return (yield* placeAll(restrict(instance, new Set(part), nobody), stage, 0, part)).failures.length >= proof.need - proof.capacity;
  }
  const part = yield* minimalConflict(proof.entries.map((id) => indexOf.get(id)!), isShort);
  if (part.length === proof.entries.length) return proof;
  const smaller = restrict(instance, new Set(part), nobody);
  const { flow, failures } = yield* placeAll(smaller, stage, 0, part);
  const found = smallestProof(smaller, flow, failures);
  return found && found.entries.length < proof.entries.length ? found : proof;
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
  const shortage = failures.length > 0 ? smallestProof(instance, flow, failures) : null;
  const proof = shortage ? yield* shrinkProof(instance, stage, shortage) : failures.length > 0 ? null : proveMinimumShort(instance, flow);
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
