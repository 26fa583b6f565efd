import { PlanningInputError } from '../planning-errors.js';
import { runSteps, type PlanningSteps } from '../steps.js';
import { planWithShaping } from './assign.js';
import type { AssignmentOptions, AssignmentPlan, AssignmentProblem, EntryJudgePair, InfeasibleAssignment } from './problem.js';

/** A pair of the plan in force; `done` marks a review already handed in. */
export interface ExistingPair extends EntryJudgePair {
  readonly done?: boolean;
}

export interface AssignmentRepair {
  /** The situation now: judges still there, conflicts known now, needs and loads as they should be. */
  readonly problem: AssignmentProblem;
  readonly existing: readonly ExistingPair[];
}

export interface RepairedPlan {
  readonly kind: 'repaired';
  readonly plan: AssignmentPlan;
  readonly kept: readonly EntryJudgePair[];
  readonly added: readonly EntryJudgePair[];
  /** Pairs of the old plan that are gone, and why: `conflict`, the judge or entry left, or they had to make room. */
  readonly removed: readonly (EntryJudgePair & { readonly reason: 'conflict' | 'judge-left' | 'entry-left' | 'made-room' })[];
}

const keyOf = (pair: EntryJudgePair): string => JSON.stringify([pair.entry, pair.judge]);

interface Sorted {
  readonly problem: AssignmentProblem;
  readonly keep: EntryJudgePair[];
  readonly removed: RepairedPlan['removed'][number][];
}

/** Sorts the old pairs into impossible, done (fixed; need and maximum give way to a review that exists) and movable ones. */
function sortExisting({ problem, existing }: AssignmentRepair): Sorted {
  const entryIds = new Set(problem.entries.map(({ id }) => id));
  const judgeIds = new Set(problem.judges.map(({ id }) => id));
  const conflicts = new Set((problem.conflicts ?? []).map(keyOf));
  const fixed = new Map((problem.fixed ?? []).map((pair) => [keyOf(pair), { entry: pair.entry, judge: pair.judge }]));
  const seen = new Set<string>();
  const keep: EntryJudgePair[] = [];
  const removed: RepairedPlan['removed'][number][] = [];
  existing.forEach((old, index) => {
    const pair = { entry: old.entry, judge: old.judge };
    const key = keyOf(pair);
    if (seen.has(key)) throw new PlanningInputError('DUPLICATE_PAIR', `existing[${index}]`, `${old.entry} / ${old.judge} appears twice`);
    seen.add(key);
    if (!entryIds.has(old.entry)) removed.push({ ...pair, reason: 'entry-left' });
    else if (!judgeIds.has(old.judge)) removed.push({ ...pair, reason: 'judge-left' });
    else if (conflicts.has(key)) removed.push({ ...pair, reason: 'conflict' });
    else {
      keep.push(pair);
      if (old.done) fixed.set(key, pair);
    }
  });
  const count = (of: (pair: EntryJudgePair) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const pair of fixed.values()) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1);
    return counts;
  };
  const [perEntry, perJudge] = [count((pair) => pair.entry), count((pair) => pair.judge)];
  return {
    problem: {
      ...problem,
      entries: problem.entries.map((entry) => ({ ...entry, need: Math.max(entry.need, perEntry.get(entry.id) ?? 0) })),
      judges: problem.judges.map((judge) => ({ ...judge, max: Math.max(judge.max, perJudge.get(judge.id) ?? 0) })),
      fixed: [...fixed.values()],
    },
    keep,
    removed,
  };
}

/** The problem a repair really solves (done reviews fixed), for `verifyAssignment(problem, plan, existing)`. */
export function problemOfRepair(repair: AssignmentRepair): { readonly problem: AssignmentProblem; readonly earlier: readonly EntryJudgePair[] } {
  const { problem, keep } = sortExisting(repair);
  return { problem, earlier: keep };
}

export function* repairAssignmentInSteps(repair: AssignmentRepair, options: AssignmentOptions = {}): PlanningSteps<RepairedPlan | InfeasibleAssignment> {
  const { problem, keep, removed } = sortExisting(repair);
  const plan = yield* planWithShaping(problem, options, { keep });
  if (plan.kind === 'infeasible') return plan;
  const planned = new Set(plan.pairs.map(keyOf));
  const old = new Set(keep.map(keyOf));
  return {
    kind: 'repaired',
    plan,
    kept: keep.filter((pair) => planned.has(keyOf(pair))),
    added: plan.pairs.filter((pair) => !old.has(keyOf(pair))).map(({ entry, judge }) => ({ entry, judge })),
    removed: [...removed, ...keep.filter((pair) => !planned.has(keyOf(pair))).map((pair) => ({ ...pair, reason: 'made-room' as const }))],
  };
}

/**
 * Refills a plan after judges left, conflicts appeared or needs changed: done reviews stay, as many other pairs as possible stay
 * (proven by the certificate), then loads as even as possible, then expertise. Infeasible with a proof, as in `assignJudges`.
 */
export function repairAssignment(repair: AssignmentRepair, options: AssignmentOptions = {}): RepairedPlan | InfeasibleAssignment {
  return runSteps(repairAssignmentInSteps(repair, options), options);
}
