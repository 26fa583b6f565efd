import type { PlanningSteps } from '../steps.js';
import { compileInstance } from './instance.js';
import type { AssignmentOptions, AssignmentProblem, InfeasibilityProof } from './problem.js';
import { solveInstance } from './solve.js';

export type ScoreFloor =
  | { readonly kind: 'floor'; readonly score: number | null; readonly above: { readonly score: number; readonly proof: InfeasibilityProof } | null }
  | { readonly kind: 'infeasible'; readonly proof: InfeasibilityProof };

/** The highest score that every single review can reach, by bisection over the scores that occur; with the proof for the next one. */
export function* findScoreFloor(problem: AssignmentProblem, options: AssignmentOptions): PlanningSteps<ScoreFloor> {
  const { expertise, allowed } = compileInstance(problem, 'none');
  const levels = [...new Set(expertise.filter((_, cell) => allowed[cell]))].sort((a, b) => a - b);
  let low = 0;
  let high = levels.length;
  let above: { score: number; proof: InfeasibilityProof } | null = null;
  const first = yield* solveInstance(compileInstance(problem, 'none'), 'fairness', options.solver);
  if (first.kind === 'infeasible') return { kind: 'infeasible', proof: first.proof };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const score = levels[middle]!;
    const solved = yield* solveInstance(compileInstance(problem, 'none', { scoreFloor: score }), 'fairness', options.solver);
    if (solved.kind === 'solved') low = middle;
    else [high, above] = [middle, { score, proof: solved.proof }];
  }
  return { kind: 'floor', score: levels[low] ?? null, above };
}
