import { PlanningInputError } from '../planning-errors.js';
import type { AssignmentPlan, AssignmentProblem, EntryJudgePair } from './problem.js';

/** Why a judge has an entry, or has not. */
export type PairExplanation =
  | {
      readonly kind: 'assigned';
      readonly score: number;
      /** 1 for the judge with the best score among all without conflict for this entry (equal scores share a rank). */
      readonly rank: number;
      readonly candidates: number;
      readonly fixed: boolean;
    }
  | { readonly kind: 'conflict' }
  | {
      readonly kind: 'not-needed';
      readonly score: number;
      readonly rank: number;
      readonly candidates: number;
      /** Lowest score on the entry's panel. */
      readonly panelLowest: number | null;
      readonly judgeAtMaximum: boolean;
      /** What the plan as a whole would lose at least if the pair were forced: expertise, and evenness of loads in steps. */
      readonly leastLoss: { readonly expertise: number; readonly loadSteps: number };
    };

/** Explains one pair of a plan from the scores and the plan's dual prices. Throws `PlanningInputError` on unknown ids. */
export function explainPair(problem: AssignmentProblem, plan: AssignmentPlan, pair: EntryJudgePair): PairExplanation {
  const entry = problem.entries.find(({ id }) => id === pair.entry);
  const judge = problem.judges.find(({ id }) => id === pair.judge);
  if (!entry) throw new PlanningInputError('UNKNOWN_ENTRY', 'pair.entry', `no entry "${pair.entry}"`);
  if (!judge) throw new PlanningInputError('UNKNOWN_JUDGE', 'pair.judge', `no judge "${pair.judge}"`);
  const banned = new Set((problem.conflicts ?? []).filter((conflict) => conflict.entry === entry.id).map((conflict) => conflict.judge));
  if (banned.has(judge.id)) return { kind: 'conflict' };
  const stated = new Map((problem.scores ?? []).filter((score) => score.entry === entry.id).map((score) => [score.judge, score.score]));
  const scoreOf = (other: (typeof problem.judges)[number]): number =>
    (stated.get(other.id) ?? problem.defaultScore ?? 0) - (entry.region !== undefined && entry.region === other.region ? (problem.sameRegionPenalty ?? 0) : 0);
  const candidates = problem.judges.filter((other) => !banned.has(other.id));
  const score = scoreOf(judge);
  const place = { score, rank: 1 + candidates.filter((other) => scoreOf(other) > score).length, candidates: candidates.length };
  const panel = plan.pairs.filter((planned) => planned.entry === entry.id);
  const own = panel.find((planned) => planned.judge === judge.id);
  if (own) return { kind: 'assigned', ...place, fixed: own.fixed };
  const prices = new Map(plan.certificate.prices.map((price) => [price.judge, price.price]));
  const movable = panel.filter((planned) => !planned.fixed).map((planned) => planned.score - prices.get(planned.judge)!);
  const loss = movable.length === 0 ? 0 : Math.max(0, Math.min(...movable) - (score - prices.get(judge.id)!));
  const step = plan.certificate.loadWeight;
  const loadSteps = step === 0 ? 0 : Math.floor(loss / (2 * step) + 0.5);
  return {
    kind: 'not-needed',
    ...place,
    panelLowest: panel.length === 0 ? null : Math.min(...panel.map((planned) => planned.score)),
    judgeAtMaximum: (plan.loads.find((load) => load.judge === judge.id)?.load ?? 0) >= judge.max,
    leastLoss: { expertise: Math.max(0, loss - 2 * step * loadSteps), loadSteps },
  };
}
