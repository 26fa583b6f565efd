import { requireInteger } from '../planning-errors.js';
import { runSteps, type PlanningSteps } from '../steps.js';
import { planWithShaping } from './assign.js';
import type { AssignmentOptions, AssignmentPlan, AssignmentProblem, EntryJudgePair, InfeasibilityProof, InfeasibleAssignment } from './problem.js';

export interface TopUpRequest {
  /** The situation with the present needs; every existing review is kept. */
  readonly problem: AssignmentProblem;
  readonly existing: readonly EntryJudgePair[];
  /** Chance of each entry to get the award, in thousandths (from the posterior of the scores). */
  readonly chances: readonly { readonly entry: string; readonly perMille: number }[];
  /** Reviews that may be added in all, and to one entry. */
  readonly budget: number;
  readonly perEntry: number;
  /** Entries outside this band of chances are certain enough; default 100..900. */
  readonly band?: readonly [number, number];
}

export interface ToppedUpPlan {
  readonly kind: 'topped-up';
  readonly plan: AssignmentPlan;
  /** Entries that get more judges, the most uncertain first. */
  readonly raised: readonly { readonly entry: string; readonly extra: number }[];
  readonly added: readonly EntryJudgePair[];
  /** Uncertain entries that got nothing: the budget ended, or no judge was left (then with the proof). */
  readonly leftOut: readonly string[];
  readonly leftOutProof: InfeasibilityProof | null;
}

function* topUpSteps(request: TopUpRequest, options: AssignmentOptions): PlanningSteps<ToppedUpPlan | InfeasibleAssignment> {
  requireInteger(request.budget, 'budget');
  requireInteger(request.perEntry, 'perEntry', 1);
  request.chances.forEach(({ perMille }, index) => requireInteger(perMille, `chances[${index}].perMille`));
  const [low, high] = request.band ?? [100, 900];
  const uncertainty = (perMille: number): number => perMille * (1000 - perMille);
  const uncertain = request.chances
    .filter(({ perMille }) => perMille >= low && perMille <= high)
    .sort((a, b) => uncertainty(b.perMille) - uncertainty(a.perMille) || (a.entry < b.entry ? -1 : 1));
  const affordable: { entry: string; extra: number }[] = [];
  let budget = request.budget;
  for (const { entry } of uncertain) {
    const extra = Math.min(request.perEntry, budget);
    if (extra === 0) break;
    affordable.push({ entry, extra });
    budget -= extra;
  }
  const planFirst = (count: number): PlanningSteps<AssignmentPlan | InfeasibleAssignment> => {
    const extras = new Map(affordable.slice(0, count).map(({ entry, extra }) => [entry, extra]));
    const perEntry = new Map<string, number>();
    for (const { entry } of request.existing) perEntry.set(entry, (perEntry.get(entry) ?? 0) + 1);
    const entries = request.problem.entries.map((entry) => ({ ...entry, need: Math.max(entry.need, perEntry.get(entry.id) ?? 0) + (extras.get(entry.id) ?? 0) }));
    const existing = request.existing.map(({ entry, judge }) => ({ entry, judge }));
    return planWithShaping({ ...request.problem, entries, fixed: existing }, { ...options, linking: 'report' }, {});
  };
  let fitting = 0;
  let plan = yield* planFirst(affordable.length);
  let proof: InfeasibilityProof | null = null;
  if (plan.kind === 'plan') fitting = affordable.length;
  else {
    proof = plan.proof;
    plan = yield* planFirst(0);
    if (plan.kind === 'infeasible') return plan;
    for (let tooMany = affordable.length; tooMany - fitting > 1; ) {
      const middle = (fitting + tooMany) >> 1;
      const attempt = yield* planFirst(middle);
      if (attempt.kind === 'plan') [fitting, plan] = [middle, attempt];
      else [tooMany, proof] = [middle, attempt.proof];
    }
  }
  const had = new Set(request.existing.map(({ entry, judge }) => JSON.stringify([entry, judge])));
  return {
    kind: 'topped-up',
    plan,
    raised: affordable.slice(0, fitting),
    added: plan.pairs.filter(({ entry, judge }) => !had.has(JSON.stringify([entry, judge]))).map(({ entry, judge }) => ({ entry, judge })),
    leftOut: uncertain.slice(fitting).map(({ entry }) => entry),
    leftOutProof: proof,
  };
}

/**
 * Gives more judges to the entries whose award is most uncertain (largest p(1-p)), as far as budget and judges go; every review
 * that exists stays. The entries that could not be served are named, with the proof why.
 */
export function topUpAssignment(request: TopUpRequest, options: AssignmentOptions = {}): ToppedUpPlan | InfeasibleAssignment {
  return runSteps(topUpSteps(request, options), options);
}
