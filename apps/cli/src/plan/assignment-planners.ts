import {
  assignJudges,
  explainInfeasible,
  explainRefusal,
  problemOfRepair,
  randomiseAssignment,
  repairAssignment,
  topUpAssignment,
  verifyAssignment,
  verifyInfeasible,
  checkRandomised,
  type AssignmentOptions,
  type AssignmentPlan,
  type AssignmentProblem,
  type AssignmentRepair,
  type EntryJudgePair,
  type InfeasibleAssignment,
  type PairLimit,
  type TopUpRequest,
} from '#libs/planning';
import { assignInput, randomiseInput, repairInput, topUpInput } from './assignment-input.js';
import { planner, proven, type PlanContext, type Planned, type PlanTable } from './planner.js';

type Choices = Pick<AssignmentOptions, 'balance' | 'fairness' | 'linking'>;

/** The solver is only loaded where a plan without it may fall short: with more panel rules than are decided without it. */
async function optionsFor(problem: AssignmentProblem, choices: Choices | undefined, context: PlanContext, rulesDecided = 1): Promise<AssignmentOptions> {
  const needed = (problem.composition?.length ?? 0) > rulesDecided || choices?.fairness === 'worst-entry';
  return { ...choices, ...(needed ? { solver: await context.solver() } : {}) };
}

const pairTable = (pairs: readonly EntryJudgePair[]): PlanTable => ({ columns: ['entry', 'judge'], rows: pairs.map(({ entry, judge }) => [entry, judge]) });
const scoredTable = (pairs: AssignmentPlan['pairs']): PlanTable => ({ columns: ['entry', 'judge', 'score'], rows: pairs.map(({ entry, judge, score }) => [entry, judge, score]) });

function impossible(problem: AssignmentProblem, result: InfeasibleAssignment, { language }: PlanContext): Planned {
  return { result, table: pairTable([]), refusal: explainInfeasible(result.proof, language), verify: () => proven(verifyInfeasible(problem, result.proof)) };
}

const faultsOf = (problem: AssignmentProblem, plan: AssignmentPlan, earlier?: readonly EntryJudgePair[]): readonly string[] => {
  const { violations, gap } = verifyAssignment(problem, plan, earlier);
  return plan.provenBy === 'certificate' && gap !== 0 ? [...violations, `gap ${gap}`] : violations;
};

export const assign = planner<AssignmentProblem & { options?: Choices }>(assignInput, async ({ options, ...problem }, context) => {
  const result = assignJudges(problem, await optionsFor(problem, options, context));
  if (result.kind === 'infeasible') return impossible(problem, result, context);
  return { result, table: scoredTable(result.pairs), refusal: null, verify: () => faultsOf(problem, result) };
});

export const repair = planner<AssignmentRepair & { options?: Choices }>(repairInput, async ({ options, ...asked }, context) => {
  const result = repairAssignment(asked, await optionsFor(asked.problem, options, context));
  const solved = problemOfRepair(asked);
  if (result.kind === 'infeasible') return impossible(solved.problem, result, context);
  const rows = [...result.removed.map((pair) => ['-', pair.entry, pair.judge, pair.reason]), ...result.added.map((pair) => ['+', pair.entry, pair.judge, ''])];
  return { result, table: { columns: ['change', 'entry', 'judge', 'reason'], rows }, refusal: null, verify: () => faultsOf(solved.problem, result.plan, solved.earlier) };
});

/** The problem that a topped-up plan answers: raised needs, every earlier review fixed. */
function problemOfTopUp({ problem, existing }: TopUpRequest, plan: AssignmentPlan): AssignmentProblem {
  const need = new Map<string, number>();
  for (const { entry } of plan.pairs) need.set(entry, (need.get(entry) ?? 0) + 1);
  return { ...problem, entries: problem.entries.map((entry) => ({ ...entry, need: need.get(entry.id) ?? 0 })), fixed: existing };
}

export const topUp = planner<TopUpRequest & { options?: Choices }>(topUpInput, async ({ options, ...asked }, context) => {
  const result = topUpAssignment(asked, await optionsFor(asked.problem, options, context));
  if (result.kind === 'infeasible') return impossible({ ...asked.problem, fixed: asked.existing }, result, context);
  const promised = new Map(result.raised.map(({ entry, extra }) => [entry, extra]));
  const verify = (): string[] => [
    ...faultsOf(problemOfTopUp(asked, result.plan), result.plan),
    ...asked.problem.entries.flatMap(({ id, need }) => {
      const had = asked.existing.filter(({ entry }) => entry === id).length;
      const has = result.plan.pairs.filter(({ entry }) => entry === id).length;
      return has === Math.max(need, had) + (promised.get(id) ?? 0) ? [] : [`${id}: ${has}`];
    }),
  ];
  return { result, table: pairTable(result.added), refusal: null, verify };
});

export const randomise = planner<{ problem: AssignmentProblem; limit: PairLimit; options?: Choices }>(randomiseInput, async ({ problem, limit, options }, context) => {
  const result = randomiseAssignment(problem, limit, await optionsFor(problem, options, context, 0));
  if (result.kind === 'infeasible') return impossible(problem, result, context);
  if (result.kind === 'limit-too-tight') return { result, table: pairTable([]), refusal: explainRefusal(result, context.language), verify: () => [] };
  const table = { columns: ['entry', 'judge', 'score'], rows: result.pairs.map(({ entry, judge, score }) => [entry, judge, score]) };
  return { result, table, refusal: null, verify: () => checkRandomised(problem, result, limit) };
});
