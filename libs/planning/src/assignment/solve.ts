import { PlanningUndecided } from '../planning-errors.js';
import type { PlanningSteps } from '../steps.js';
import { findFixedContradiction, proveMinimumShort, proveReviewsShort } from './blocking-set.js';
import { ExchangeFlow, type FailedSearch } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';
import { solveAsIntegerProgram } from './integer-program.js';
import type { InfeasibilityProof, IntegerSolver } from './problem.js';

export type SolvedInstance = { readonly kind: 'solved'; readonly panels: number[][]; readonly prices: Float64Array } | { readonly kind: 'infeasible'; readonly proof: InfeasibilityProof };

const UNITS_PER_STEP = 64;

function smallestProof(instance: AssignmentInstance, flow: ExchangeFlow, failures: readonly FailedSearch[]): InfeasibilityProof | null {
  let smallest: Extract<InfeasibilityProof, { kind: 'reviews-short' }> | null = null;
  for (const entry of new Set(failures.map((failure) => failure.entry))) {
    const failed = flow.place(entry);
    const proof = failed && proveReviewsShort(instance, flow, failed);
    if (proof?.kind === 'reviews-short' && (smallest === null || proof.entries.length < smallest.entries.length)) smallest = proof;
  }
  return smallest;
}

/** Solves an instance: optimal panels with dual prices, or the smallest proof found that there are none. */
export function* solveInstance(instance: AssignmentInstance, stage: string, solver: IntegerSolver | undefined): PlanningSteps<SolvedInstance> {
  const contradiction = findFixedContradiction(instance);
  if (contradiction) return { kind: 'infeasible', proof: contradiction };
  const flow = new ExchangeFlow(instance);
  const total = instance.need.reduce((sum, need) => sum + need, 0);
  const failures: FailedSearch[] = [];
  let done = 0;
  for (let entry = 0; entry < instance.entries.length; entry++) {
    for (let unit = flow.panels[entry]!.length; unit < instance.need[entry]!; unit++) {
      const failed = flow.place(entry);
      if (failed) failures.push(failed);
      if (++done % UNITS_PER_STEP === 0) yield { stage, done, total };
    }
  }
  yield { stage, done: total, total };
  const proof = failures.length > 0 ? smallestProof(instance, flow, failures) : proveMinimumShort(instance, flow);
  if (proof) return { kind: 'infeasible', proof };
  const short = instance.judges.some((_, judge) => flow.load[judge]! < instance.least[judge]!);
  const broken = instance.rules.exact ? [] : [...flow.panels.keys()].filter((entry) => !instance.rules.valid(entry, flow.panels[entry]!));
  if (failures.length === 0 && !short && broken.length === 0) return { kind: 'solved', panels: flow.panels, prices: flow.prices() };
  if (!solver) throw new PlanningUndecided([...new Set([...failures.map(({ entry }) => entry), ...broken])].map((entry) => instance.entries[entry]!.id).sort());
  const panels = solveAsIntegerProgram(instance, solver);
  if (panels) return { kind: 'solved', panels, prices: flow.prices() };
  return { kind: 'infeasible', proof: { kind: 'solver-verdict', solver: solver.name, entries: instance.entries.map(({ id }) => id).sort() } };
}
