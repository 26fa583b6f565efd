import { runSteps, type PlanningSteps } from '../steps.js';
import { dualityGap } from './certificate.js';
import { linkComponents, measureConnectedness } from './connectedness.js';
import { solveAsIntegerProgram } from './integer-program.js';
import { compileInstance, type AssignmentInstance, type Shaping } from './instance.js';
import type { AssignmentOptions, AssignmentPlan, AssignmentProblem, AssignmentResult, EntryJudgePair } from './problem.js';
import { solveInstance } from './solve.js';
import { LARGEST_EXACT, raiseWorstEntry } from './worst-entry.js';
import { findScoreFloor } from './worst-review.js';

const byEntryThenJudge = (a: EntryJudgePair, b: EntryJudgePair): number => (a.entry !== b.entry ? (a.entry < b.entry ? -1 : 1) : a.judge < b.judge ? -1 : a.judge > b.judge ? 1 : 0);

interface Finished {
  readonly panels: number[][];
  readonly prices: Float64Array;
  readonly shaping: Shaping;
  readonly linkingCost: number;
}

/** Turns panels into the plan handed out, with its measures and its certificate. */
function describePlan(problem: AssignmentProblem, instance: AssignmentInstance, finished: Finished): AssignmentPlan {
  const { entries, judges, expertise, weights } = instance;
  const { panels, shaping } = finished;
  const width = judges.length;
  const fixedCells = new Set(instance.fixed.map(({ entry, judge }) => entry * width + judge));
  const loads = new Int32Array(width);
  let total = 0;
  let worstEntry: AssignmentPlan['worstEntry'] = null;
  let worstReview: number | null = null;
  const pairs = panels.flatMap((panel, entry) => {
    const scores = panel.map((judge) => expertise[entry * width + judge]!);
    const sum = scores.reduce((a, b) => a + b, 0);
    total += sum;
    if (panel.length > 0 && (worstEntry === null || sum < worstEntry.expertise || (sum === worstEntry.expertise && entries[entry]!.id < worstEntry.entry))) {
      worstEntry = { entry: entries[entry]!.id, expertise: sum };
    }
    return panel.map((judge, seat) => {
      loads[judge]!++;
      worstReview = Math.min(worstReview ?? Infinity, scores[seat]!);
      return { entry: entries[entry]!.id, judge: judges[judge]!.id, score: scores[seat]!, fixed: fixedCells.has(entry * width + judge) };
    });
  });
  pairs.sort(byEntryThenJudge);
  const prices = judges.map((judge, index) => ({ judge: judge.id, price: finished.prices[index]! })).sort((a, b) => (a.judge < b.judge ? -1 : 1));
  const unproven = {
    prices,
    loadWeight: weights.load,
    minimumWeight: weights.minimum,
    keepWeight: weights.keep,
    ...(shaping.scoreFloor === undefined ? {} : { scoreFloor: shaping.scoreFloor }),
  };
  const gap = dualityGap(problem, pairs, unproven, shaping.keep);
  return {
    kind: 'plan',
    pairs,
    loads: judges.map((judge, index) => ({ judge: judge.id, load: loads[index]! })).sort((a, b) => (a.judge < b.judge ? -1 : 1)),
    expertise: total,
    loadSpread: width === 0 ? 0 : Math.max(...loads) - Math.min(...loads),
    worstEntry,
    worstReview,
    connectedness: { ...measureConnectedness(instance, panels), linkingCost: finished.linkingCost },
    certificate: { ...unproven, gap },
    optimal: gap === 0,
    provenBy: gap === 0 ? 'certificate' : null,
    seed: problem.seed,
  };
}

const better = (a: AssignmentPlan, b: AssignmentPlan): AssignmentPlan => (b.certificate.gap < a.certificate.gap ? b : a);

/** One solve of a problem under a shaping, with linking and the raising of the worst entry where asked for. */
export function* planWithShaping(problem: AssignmentProblem, options: AssignmentOptions, shaping: Shaping): PlanningSteps<AssignmentResult> {
  const instance = compileInstance(problem, options.balance, shaping);
  const solved = yield* solveInstance(instance, 'assign', options.solver);
  if (solved.kind === 'infeasible') return { kind: 'infeasible', proof: solved.proof, seed: problem.seed };
  let { panels } = solved;
  const fixedCells = new Set(instance.fixed.map(({ entry, judge }) => entry * instance.judges.length + judge));
  const isFixed = (entry: number, judge: number): boolean => fixedCells.has(entry * instance.judges.length + judge);
  let worstEntryBound: number | undefined;
  if (options.fairness === 'worst-entry') ({ panels, bound: worstEntryBound } = yield* raiseWorstEntry(instance, panels, isFixed, options.solver));
  const described = (chosen: number[][], bySolver: boolean): AssignmentPlan => {
    const linkingCost = options.linking === 'report' || shaping.keep ? 0 : linkComponents(instance, chosen, isFixed);
    const plan = describePlan(problem, instance, { panels: chosen, prices: solved.prices, shaping, linkingCost });
    const bounded = worstEntryBound === undefined || worstEntryBound === Infinity ? plan : { ...plan, worstEntryBound };
    return bySolver && !plan.optimal && linkingCost === 0 ? { ...bounded, optimal: true, provenBy: 'solver' } : bounded;
  };
  const plan = described(panels, solved.bySolver);
  if (plan.optimal || instance.rules.exact || !options.solver || options.fairness === 'worst-entry' || solved.bySolver || instance.score.length > LARGEST_EXACT) return plan;
  const best = solveAsIntegerProgram(instance, options.solver);
  return best.kind !== 'panels' ? plan : best.proven ? described(best.panels, true) : better(plan, described(best.panels, false));
}

/** `assignJudges` in steps, for a job that reports progress and can be cancelled (`runStepsWithPauses`). */
export function* assignJudgesInSteps(problem: AssignmentProblem, options: AssignmentOptions = {}): PlanningSteps<AssignmentResult> {
  if (options.fairness !== 'worst-review') return yield* planWithShaping(problem, options, {});
  const floor = yield* findScoreFloor(problem, options);
  if (floor.kind === 'infeasible') return { kind: 'infeasible', proof: floor.proof, seed: problem.seed };
  const plan = yield* planWithShaping(problem, options, floor.score === null ? {} : { scoreFloor: floor.score });
  return plan.kind === 'plan' && floor.above ? { ...plan, floorProof: floor.above } : plan;
}

/**
 * Assigns judges to entries. Hard: conflicts never, the exact number of judges per entry, loads within bounds, fixed pairs,
 * composition rules. Optimal under them (see `AssignmentOptions`), with a certificate; otherwise a proof that no plan exists.
 * The same problem and seed give the same plan whatever the order of the lists. Throws `PlanningInputError` for contradictory
 * input, `PlanningCancelled` when the signal is raised, `PlanningUndecided` when crossing composition rules need a solver (or more time).
 */
export function assignJudges(problem: AssignmentProblem, options: AssignmentOptions = {}): AssignmentResult {
  return runSteps(assignJudgesInSteps(problem, options), options);
}
