import { PlanningInputError, PlanningUndecided, requireInteger } from '../planning-errors.js';
import { seededRandom, type SeededRandom } from '../seeded-random.js';
import { runSteps, type PlanningSteps } from '../steps.js';
import { assignJudgesInSteps } from './assign.js';
import { compileInstance, type AssignmentInstance } from './instance.js';
import { plansUnderLimit } from './plans-under-limit.js';
import type { AssignmentOptions, AssignmentProblem, EntryJudgePair, InfeasibleAssignment, PairScore } from './problem.js';
import { solveInstance } from './solve.js';

/** No pair may be drawn with a probability above numerator / denominator. */
export interface PairLimit {
  readonly numerator: number;
  readonly denominator: number;
}

export interface RandomisedPlan {
  readonly kind: 'randomised';
  readonly pairs: readonly PairScore[];
  /** Probability of every possible pair, in units of 1 / denominator; the pairs were drawn from these with the seed. */
  readonly chances: readonly { readonly entry: string; readonly judge: string; readonly units: number }[];
  /** The limit that is kept: the one asked for, or with panel rules a lower one whose denominator is the number of plans. */
  readonly limit: PairLimit;
  /** Expected expertise times the denominator (an integer). */
  readonly expectedExpertiseUnits: number;
  /** No chances under the limit asked for have a better expectation (among those with the most even loads, where these come first). */
  readonly best: boolean;
  /** With panel rules: the whole plans of which one was drawn, all equally likely. */
  readonly plans?: readonly (readonly EntryJudgePair[])[];
  readonly expertise: number;
  readonly seed: number | string;
}

export interface LimitTooTight {
  readonly kind: 'limit-too-tight';
  /** The smallest limit with the same denominator that can be kept. */
  readonly least: PairLimit;
}

/** The instance with every pair, need and load counted in units of 1 / denominator. */
function scaleInstance(instance: AssignmentInstance, limit: PairLimit): AssignmentInstance {
  const { denominator, numerator } = limit;
  const scaled = (values: Int32Array): Int32Array => values.map((value) => value * denominator);
  const weights = { ...instance.weights, minimum: instance.weights.minimum * denominator };
  return { ...instance, pairCapacity: numerator, need: scaled(instance.need), least: scaled(instance.least), most: scaled(instance.most), weights };
}

function* solveScaled(instance: AssignmentInstance, limit: PairLimit): PlanningSteps<Uint16Array | null> {
  try {
    const solved = yield* solveInstance(scaleInstance(instance, limit), 'randomise', undefined);
    return solved.kind === 'solved' ? solved.held : null;
  } catch (error) {
    // Without panel rules the flow is exact: what it cannot place cannot be placed; only the proof in whole reviews is missing.
    if (error instanceof PlanningUndecided) return null;
    throw error;
  }
}

/** Walks the fractional pairs from a judge until the walk closes a cycle or ends; returns the pairs in order. */
function findWalk(open: readonly Set<number>[], width: number, start: number): number[] {
  const cells: number[] = [];
  const seenAt = new Map<number, number>([[start, 0]]);
  let node = start;
  for (;;) {
    const next = [...open[node]!].find((cell) => cell !== cells[cells.length - 1]);
    if (next === undefined) return cells;
    cells.push(next);
    const judgeNode = next % width;
    const entryNode = width + Math.floor(next / width);
    node = node === judgeNode ? entryNode : judgeNode;
    const before = seenAt.get(node);
    if (before !== undefined) return cells.slice(before);
    seenAt.set(node, cells.length);
  }
}

/**
 * Dependent rounding: along a cycle or path of fractional pairs, units are pushed to and fro by amounts chosen with the
 * probabilities that leave every pair's expectation unchanged, until all pairs are 0 or whole. Sums of entries stay exact, loads
 * of judges end at the integer below or above.
 */
function roundDependently(units: Int32Array, whole: number, entries: number, width: number, random: SeededRandom): void {
  const open = Array.from({ length: width + entries }, () => new Set<number>());
  units.forEach((value, cell) => {
    if (value > 0 && value < whole) {
      open[cell % width]!.add(cell);
      open[width + Math.floor(cell / width)]!.add(cell);
    }
  });
  const close = (cell: number): void => {
    open[cell % width]!.delete(cell);
    open[width + Math.floor(cell / width)]!.delete(cell);
  };
  const leaves = open.flatMap((cells, node) => (cells.size === 1 ? [node] : []));
  for (let node = 0; node < open.length; ) {
    const leaf = leaves.pop();
    const start = leaf !== undefined && open[leaf]!.size === 1 ? leaf : leaf === undefined ? node : -1;
    if (start < 0) continue;
    if (open[start]!.size === 0) {
      node++;
      continue;
    }
    const walk = findWalk(open, width, start);
    let up = Infinity;
    let down = Infinity;
    walk.forEach((cell, step) => {
      const [room, held] = step % 2 === 0 ? [whole - units[cell]!, units[cell]!] : [units[cell]!, whole - units[cell]!];
      up = Math.min(up, room);
      down = Math.min(down, held);
    });
    const push = random.below(up + down) < down ? up : -down;
    walk.forEach((cell, step) => {
      units[cell]! += step % 2 === 0 ? push : -push;
      if (units[cell] === 0 || units[cell] === whole) close(cell);
    });
    for (const cell of walk) for (const end of [cell % width, width + Math.floor(cell / width)]) if (open[end]!.size === 1) leaves.push(end);
  }
}

/** Takes the fixed pairs out of a problem: they are certain and no limit can apply to them. */
function withoutFixed(problem: AssignmentProblem): AssignmentProblem {
  const fixed = problem.fixed ?? [];
  const count = (key: 'entry' | 'judge', id: string): number => fixed.filter((pair) => pair[key] === id).length;
  return {
    ...problem,
    entries: problem.entries.map((entry) => ({ ...entry, need: entry.need - count('entry', entry.id) })),
    judges: problem.judges.map((judge) => {
      const own = count('judge', judge.id);
      return { ...judge, max: judge.max - own, min: Math.max(0, (judge.min ?? 0) - own) };
    }),
    conflicts: [...(problem.conflicts ?? []), ...fixed],
    fixed: [],
  };
}

const expectationOf = (units: Uint16Array, expertise: Int32Array): number => units.reduce((sum, value, cell) => sum + value * expertise[cell]!, 0);

/** The smallest numerator above a limit that cannot be kept; a limit of 1 always can. */
function* leastLimit(limit: PairLimit, canKeep: (limit: PairLimit) => PlanningSteps<boolean>): PlanningSteps<PairLimit> {
  let [low, high] = [limit.numerator, limit.denominator];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (yield* canKeep({ ...limit, numerator: middle })) high = middle;
    else low = middle;
  }
  return { numerator: high, denominator: limit.denominator };
}

/** Draws one of several whole plans, so that panel rules hold in every draw. `ceiling`: the best expectation without panel rules, in units; null when even those cannot keep the limit. */
function* drawWholePlan(problem: AssignmentProblem, limit: PairLimit, ceiling: number | null, options: AssignmentOptions): PlanningSteps<RandomisedPlan | LimitTooTight> {
  const found = ceiling === null ? null : yield* plansUnderLimit(problem, limit, options);
  if (!found) return { kind: 'limit-too-tight', least: yield* leastLimit(limit, function* (tried) {
    return (yield* plansUnderLimit(problem, tried, options)) !== null;
  }) };
  const { plans, repeats } = found;
  const chances = new Map<string, { entry: string; judge: string; units: number }>();
  for (const { entry, judge } of plans.flat()) {
    const key = JSON.stringify([entry, judge]);
    chances.set(key, { entry, judge, units: (chances.get(key)?.units ?? 0) + 1 });
  }
  const expertiseOf = (pairs: readonly PairScore[]): number => pairs.reduce((sum, pair) => sum + pair.score, 0);
  const expectedExpertiseUnits = plans.reduce((sum, plan) => sum + expertiseOf(plan), 0);
  const drawn = plans[seededRandom(`${problem.seed}/draw`).below(plans.length)]!;
  return {
    kind: 'randomised',
    pairs: drawn,
    chances: [...chances.values()],
    limit: { numerator: repeats, denominator: plans.length },
    expectedExpertiseUnits,
    best: ceiling !== null && expectedExpertiseUnits * limit.denominator === ceiling * plans.length,
    plans: plans.map((plan) => plan.map(({ entry, judge }) => ({ entry, judge }))),
    expertise: expertiseOf(drawn),
    seed: problem.seed,
  };
}

/** `randomiseAssignment` in steps, for a job with progress and cancellation. */
export function* randomiseAssignmentInSteps(problem: AssignmentProblem, limit: PairLimit, options: AssignmentOptions): PlanningSteps<RandomisedPlan | LimitTooTight | InfeasibleAssignment> {
  requireInteger(limit.denominator, 'limit.denominator', 1);
  requireInteger(limit.numerator, 'limit.numerator', 1);
  if (limit.numerator > limit.denominator || limit.denominator > 1000) throw new PlanningInputError('BAD_LIMIT', 'limit', 'expected a fraction of at most 1 with a denominator of at most 1000');
  const certain = yield* assignJudgesInSteps(problem, { ...options, linking: 'report' });
  if (certain.kind === 'infeasible') return certain;
  const free = { ...withoutFixed(problem), composition: [] };
  if (problem.composition?.length) {
    const relaxed = compileInstance(free, 'none');
    const units = yield* solveScaled(relaxed, limit);
    const certainUnits = certain.pairs.reduce((sum, pair) => sum + (pair.fixed ? pair.score * limit.denominator : 0), 0);
    return yield* drawWholePlan(problem, limit, units && expectationOf(units, relaxed.expertise) + certainUnits, options);
  }
  const instance = compileInstance(free, options.balance);
  const units = yield* solveScaled(instance, limit);
  if (!units) return { kind: 'limit-too-tight', least: yield* leastLimit(limit, function* (tried) {
    return (yield* solveScaled(instance, tried)) !== null;
  }) };
  const width = instance.judges.length;
  const chances: RandomisedPlan['chances'][number][] = [];
  let expectedExpertiseUnits = 0;
  units.forEach((value, cell) => {
    if (value === 0) return;
    chances.push({ entry: instance.entries[Math.floor(cell / width)]!.id, judge: instance.judges[cell % width]!.id, units: value });
    expectedExpertiseUnits += value * instance.expertise[cell]!;
  });
  const drawn = Int32Array.from(units);
  roundDependently(drawn, limit.denominator, instance.entries.length, width, seededRandom(`${problem.seed}/draw`));
  const fixed = certain.pairs.filter((pair) => pair.fixed).map(({ entry, judge, score }) => ({ entry, judge, score }));
  const pairs: PairScore[] = [...fixed];
  drawn.forEach((value, cell) => {
    if (value > 0) pairs.push({ entry: instance.entries[Math.floor(cell / width)]!.id, judge: instance.judges[cell % width]!.id, score: instance.expertise[cell]! });
  });
  for (const pair of fixed) {
    chances.push({ entry: pair.entry, judge: pair.judge, units: limit.denominator });
    expectedExpertiseUnits += pair.score * limit.denominator;
  }
  return { kind: 'randomised', pairs, chances, limit, expectedExpertiseUnits, best: true, expertise: pairs.reduce((sum, pair) => sum + pair.score, 0), seed: problem.seed };
}

/**
 * Assignment against collusion: nobody can count on a pair, because no pair has a probability above the limit (fixed pairs aside).
 * Without panel rules the chances are the best possible in expectation, and the plan is drawn from them with the seed. With panel rules one of several whole plans is drawn,
 * each of which keeps them all. Every draw keeps needs, conflicts and loads.
 * @throws PlanningUndecided with panel rules, when a limit was neither kept nor proven too tight (crossing rules, or without a solver)
 */
export function randomiseAssignment(problem: AssignmentProblem, limit: PairLimit, options: AssignmentOptions = {}): RandomisedPlan | LimitTooTight | InfeasibleAssignment {
  return runSteps(randomiseAssignmentInSteps(problem, limit, options), options);
}
