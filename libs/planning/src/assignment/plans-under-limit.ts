import { PlanningUndecided } from '../planning-errors.js';
import type { PlanningSteps } from '../steps.js';
import { assignJudgesInSteps } from './assign.js';
import { compileInstance } from './instance.js';
import { buildIntegerModel } from './integer-program.js';
import type { AssignmentOptions, AssignmentProblem, EntryJudgePair, IntegerModel, IntegerSolver, PairScore } from './problem.js';

/** So many whole plans, each of which keeps every hard rule; no free pair is in more than `repeats` of them. */
export interface PlanSet {
  readonly plans: readonly (readonly PairScore[])[];
  readonly repeats: number;
}

/** Pairs times plans that an exact solver is asked about at once. */
const LARGEST_JOINT = 60_000;
const MOST_SCORE = 1_000_000;

const keyOf = ({ entry, judge }: EntryJudgePair): string => JSON.stringify([entry, judge]);

/** Scores that make a pair less wanted the more plans it is in already: before any expertise, where the numbers allow both. */
function spreadScores(problem: AssignmentProblem, used: ReadonlyMap<string, { pair: EntryJudgePair; plans: number }>): PairScore[] {
  const stated = new Map((problem.scores ?? []).map((pair) => [keyOf(pair), pair]));
  const values = [problem.defaultScore ?? 0, ...[...stated.values()].map(({ score }) => score)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const most = Math.max(0, ...[...used.values()].map(({ plans }) => plans));
  const step = high - low + Math.abs(problem.sameRegionPenalty ?? 0) + 1;
  const both = low - step * most >= -MOST_SCORE;
  const others = both ? [...stated.values()].filter((pair) => !used.has(keyOf(pair))) : [];
  return [...others, ...[...used].map(([key, { pair, plans }]) => ({ ...pair, score: both ? (stated.get(key)?.score ?? problem.defaultScore ?? 0) - plans * step : -plans }))];
}

/** One plan after the other, each without the pairs that are in enough plans already; null when one cannot be found that way. */
function* oneAfterTheOther(problem: AssignmentProblem, count: number, repeats: number, spread: boolean, options: AssignmentOptions): PlanningSteps<PlanSet | null> {
  const certain = new Set((problem.fixed ?? []).map(keyOf));
  const scoreOf = expertiseReader(problem);
  const used = new Map<string, { pair: EntryJudgePair; plans: number }>();
  const plans: PairScore[][] = [];
  for (let index = 0; index < count; index++) {
    const full = [...used.values()].filter(({ plans: times }) => times >= repeats).map(({ pair }) => pair);
    const scores = spread ? { defaultScore: 0, ...problem, scores: spreadScores(problem, used) } : problem;
    const asked = { ...scores, conflicts: [...(problem.conflicts ?? []), ...full], seed: `${problem.seed}/plan ${index}` };
    const plan = yield* assignedOrNot(asked, options);
    if (!plan) return null;
    plans.push(plan.map(({ entry, judge }) => ({ entry, judge, score: scoreOf({ entry, judge }) })));
    for (const { entry, judge } of plan) {
      const pair = { entry, judge };
      if (!certain.has(keyOf(pair))) used.set(keyOf(pair), { pair, plans: (used.get(keyOf(pair))?.plans ?? 0) + 1 });
    }
  }
  return { plans, repeats };
}

/** The stated expertise of a pair, after the regional penalty. */
function expertiseReader(problem: AssignmentProblem): (pair: EntryJudgePair) => number {
  const { entries, judges, expertise } = compileInstance(problem, 'none');
  const rows = new Map(entries.map(({ id }, index) => [id, index * judges.length]));
  const columns = new Map(judges.map(({ id }, index) => [id, index]));
  return ({ entry, judge }) => expertise[rows.get(entry)! + columns.get(judge)!]!;
}

function* assignedOrNot(problem: AssignmentProblem, options: AssignmentOptions): PlanningSteps<readonly EntryJudgePair[] | null> {
  try {
    const result = yield* assignJudgesInSteps(problem, { ...options, fairness: 'sum', linking: 'report' });
    return result.kind === 'plan' ? result.pairs : null;
  } catch (error) {
    if (error instanceof PlanningUndecided) return null;
    throw error;
  }
}

/** All plans at once as one binary program. `none`: the solver says that there are no such plans. */
function together(problem: AssignmentProblem, count: number, repeats: number, solver: IntegerSolver, options: AssignmentOptions): PlanSet | 'none' | 'unknown' {
  const instance = compileInstance(problem, options.balance);
  const { model, columns } = buildIntegerModel(instance, { kind: 'within-bounds' });
  const width = model.objective.length;
  const certain = new Set(instance.fixed.map(({ entry, judge }) => entry * instance.judges.length + judge));
  const copies = Array.from({ length: count }, (_, copy) => copy);
  const shifted = copies.flatMap((copy) => model.rows.map((row) => ({ ...row, columns: row.columns.map((column) => column + copy * width) })));
  const limits = columns.cells.flatMap((cell, column) => (certain.has(cell) ? [] : [{ columns: copies.map((copy) => column + copy * width), coefficients: copies.map(() => 1), least: 0, most: repeats }]));
  const joint: IntegerModel = { objective: copies.flatMap(() => model.objective), rows: [...shifted, ...limits] };
  const outcome = solver.solve(joint);
  if (outcome.kind === 'infeasible') return 'none';
  const { values } = outcome;
  if (values === null) return 'unknown';
  const pairAt = (cell: number): PairScore => ({
    entry: instance.entries[Math.floor(cell / instance.judges.length)]!.id,
    judge: instance.judges[cell % instance.judges.length]!.id,
    score: instance.expertise[cell]!,
  });
  return { plans: copies.map((copy) => columns.cells.flatMap((cell, column) => (values[copy * width + column]! > 0.5 ? [pairAt(cell)] : []))), repeats };
}

/**
 * Whole plans of which one is drawn, for a problem with panel rules: no free pair is in more than `numerator / denominator` of them. Null when that is proven impossible: where
 * the rules are nested or disjoint, chances that can be kept at all can be kept by `denominator` whole plans (the limits form a totally unimodular system, whose multiples
 * fall apart into whole plans), so that a solver's answer for so many is final.
 * @throws PlanningUndecided when neither was found
 */
export function* plansUnderLimit(problem: AssignmentProblem, limit: { numerator: number; denominator: number }, options: AssignmentOptions): PlanningSteps<PlanSet | null> {
  const { numerator, denominator } = limit;
  const fewest = Math.ceil(denominator / numerator);
  const counts = [...new Set([fewest, 2 * fewest, denominator])].filter((count) => count <= Math.max(denominator, fewest) && count <= 24);
  const repeatsIn = (count: number): number => Math.floor((count * numerator) / denominator);
  for (const count of counts) {
    for (const spread of [false, true]) {
      const found = yield* oneAfterTheOther(problem, count, repeatsIn(count), spread, options);
      if (found) return found;
    }
  }
  const instance = compileInstance(problem, options.balance);
  const open = instance.allowed.reduce((sum, one) => sum + one, 0);
  const { solver } = options;
  const everyone = problem.entries.map(({ id }) => id).sort();
  if (!solver) throw new PlanningUndecided(everyone, 'solver');
  for (const count of new Set([fewest, denominator])) {
    if (open * count > LARGEST_JOINT) continue;
    const found = together(problem, count, repeatsIn(count), solver, options);
    if (found === 'none' && count === denominator && instance.rules.exact) return null;
    if (typeof found !== 'string') return found;
  }
  throw new PlanningUndecided(everyone, 'time');
}
