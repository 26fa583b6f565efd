import { beforeAll, describe, expect, it } from '@jest/globals';
import { exactSolver } from '#libs/exact';
import { randomProblem, type RandomShape } from '../../test/random-problem.js';
import { PlanningUndecided } from '../planning-errors.js';
import { assignJudges } from './assign.js';
import { verifyAssignment, verifyInfeasible } from './certificate.js';
import { compileInstance } from './instance.js';
import { solveAsIntegerProgram, solveProgram } from './integer-program.js';
import type { AssignmentOptions, AssignmentProblem, AssignmentResult, CompositionRule, InfeasibilityProof, IntegerSolver } from './problem.js';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await exactSolver();
});

const shapes: RandomShape[] = [
  { entries: 8, judges: 5, need: 2, conflicts: 150, slack: 0 },
  { entries: 10, judges: 6, need: 3, conflicts: 250, slack: 0 },
  { entries: 12, judges: 7, need: 2, conflicts: 300, slack: -1 },
  { entries: 9, judges: 6, need: 3, conflicts: 200, slack: 1, minimum: 4 },
];

const nested: CompositionRule[][] = [
  [],
  [{ kind: 'at-least', tag: 'lead', count: 1 }],
  [{ kind: 'at-most-per-employer', count: 1 }],
  [{ kind: 'at-least', tag: 'chem', count: 1, groups: ['g0'] }, { kind: 'apart', judges: ['j0', 'j1'], groups: ['g1'] }],
  [{ kind: 'apart', judges: ['j0', 'j1'] }, { kind: 'apart', judges: ['j2', 'j3'] }],
];

const crossing: CompositionRule[][] = [
  [{ kind: 'at-least', tag: 'lead', count: 1 }, { kind: 'at-most-per-employer', count: 1 }],
  [{ kind: 'at-least', tag: 'lead', count: 1 }, { kind: 'at-least', tag: 'chem', count: 1 }, { kind: 'apart', judges: ['j0', 'j1'] }, { kind: 'apart', judges: ['j1', 'j2'] }],
];

/** Expertise minus weighted squared loads: the objective both solvers maximise under a given weight. */
function valueOf(result: AssignmentResult, weight: number): number | null {
  return result.kind === 'infeasible' ? null : result.expertise - weight * result.loads.reduce((sum, { load }) => sum + load * load, 0);
}

function secondOpinion(problem: AssignmentProblem, weight: number): number | null {
  const instance = compileInstance(problem, { weight });
  const solved = solveAsIntegerProgram(instance, solver);
  if (solved.kind !== 'panels') return null;
  const { panels } = solved;
  const loads = new Int32Array(instance.judges.length);
  let expertise = 0;
  panels.forEach((panel, entry) =>
    panel.forEach((judge) => {
      loads[judge]!++;
      expertise += instance.expertise[entry * instance.judges.length + judge]!;
    }),
  );
  return expertise - weight * loads.reduce((sum, load) => sum + load * load, 0);
}

function forEachInstance(rules: CompositionRule[][], visit: (problem: AssignmentProblem) => void): void {
  shapes.forEach((shape, kind) =>
    rules.forEach((composition, variant) => {
      for (let seed = 0; seed < 5; seed++) visit({ ...randomProblem(`${kind}/${variant}/${seed}`, shape), composition });
    }),
  );
}

/** Without any one of the named entries the others have panels, and the verifier refuses a proof that leaves one out. */
function expectNothingToSpare(problem: AssignmentProblem, proof: Extract<InfeasibilityProof, { kind: 'solver-verdict' }>): void {
  expect(proof.minimums).toEqual([]);
  expect(proof.capacity).toBeLessThan(proof.need);
  const only = (entries: readonly string[]): AssignmentProblem => ({
    ...problem,
    entries: problem.entries.filter(({ id }) => entries.includes(id)),
    scores: [],
    conflicts: problem.conflicts!.filter(({ entry }) => entries.includes(entry)),
    judges: problem.judges.map((judge) => ({ ...judge, min: 0 })),
  });
  expect(assignJudges(only(proof.entries), { solver }).kind).toBe('infeasible');
  for (const spared of proof.entries) {
    const rest = proof.entries.filter((id) => id !== spared);
    expect(assignJudges(only(rest), { solver }).kind).toBe('plan');
    expect(verifyInfeasible(problem, { ...proof, entries: rest, need: proof.need - problem.entries.find(({ id }) => id === spared)!.need })).toBe(false);
  }
}

describe('a second opinion by HiGHS', () => {
  it.each([0, 7])('agrees on feasibility and optimum under nested rules (load weight %i)', (weight) => {
    let infeasible = 0;
    forEachInstance(nested, (problem) => {
      const options: AssignmentOptions = { balance: weight === 0 ? 'none' : { weight }, linking: 'report' };
      const result = assignJudges(problem, options);
      expect(valueOf(result, weight)).toBe(secondOpinion(problem, weight));
      if (result.kind === 'infeasible') {
        infeasible++;
        expect(verifyInfeasible(problem, result.proof)).toBe(true);
      } else {
        expect(verifyAssignment(problem, result)).toMatchObject({ valid: true, optimal: true });
      }
    });
    expect(infeasible).toBeGreaterThan(5);
  });

  it('never leaves a hard rule under crossing rules, agrees on feasibility, and with the solver reaches the optimum', () => {
    let undecided = 0;
    let missed = 0;
    let proven = 0;
    let verdicts = 0;
    forEachInstance(crossing, (problem) => {
      const expected = secondOpinion(problem, 0);
      try {
        const alone = assignJudges(problem, { balance: 'none', linking: 'report' });
        if (alone.kind === 'infeasible') {
          expect(expected).toBeNull();
          expect(verifyInfeasible(problem, alone.proof)).toBe(true);
        } else {
          const verdict = verifyAssignment(problem, alone);
          expect(verdict.violations).toEqual([]);
          expect(expected! - alone.expertise).toBeGreaterThanOrEqual(0);
          expect(verdict.gap).toBeGreaterThanOrEqual(expected! - alone.expertise);
          if (alone.optimal) proven++;
        }
      } catch (error) {
        if (!(error instanceof PlanningUndecided)) throw error;
        undecided++;
        if (expected !== null) missed++;
      }
      const together = assignJudges(problem, { balance: 'none', linking: 'report', solver });
      expect(valueOf(together, 0)).toBe(expected);
      if (together.kind === 'plan') expect(together.optimal).toBe(true);
      else {
        expect(verifyInfeasible(problem, together.proof)).toBe(true);
        if (together.proof.kind === 'solver-verdict') {
          verdicts++;
          expectNothingToSpare(problem, together.proof);
        }
      }
    });
    expect(verdicts).toBeGreaterThan(0);
    expect(proven).toBeGreaterThan(2);
    expect({ undecided, missed }).toEqual({ undecided: 0, missed: 0 });
  });

  it('finds the best worst entry with the solver', () => {
    for (let seed = 0; seed < 4; seed++) {
      const problem = randomProblem(`fair-${seed}`, { entries: 8, judges: 6, need: 2, slack: 1 });
      const plain = assignJudges(problem, { balance: 'none' });
      const fair = assignJudges(problem, { balance: 'none', fairness: 'worst-entry', solver, linking: 'report' });
      const local = assignJudges(problem, { balance: 'none', fairness: 'worst-entry', linking: 'report' });
      if (plain.kind !== 'plan' || fair.kind !== 'plan' || local.kind !== 'plan') throw new Error('expected plans');
      expect(local.worstEntry!.expertise).toBeGreaterThanOrEqual(plain.worstEntry!.expertise);
      expect(fair.worstEntry!.expertise).toBeGreaterThanOrEqual(local.worstEntry!.expertise);
      const instance = compileInstance(problem, 'none');
      expect(solveProgram(instance, solver, { kind: 'within-bounds' }, { seek: 'any', floor: fair.worstEntry!.expertise + 1 }).kind).toBe('none');
      expect(fair.worstEntryBound).toBe(fair.worstEntry!.expertise);
      expect(local.worstEntryBound).toBeGreaterThanOrEqual(fair.worstEntryBound!);
    }
  });
});
