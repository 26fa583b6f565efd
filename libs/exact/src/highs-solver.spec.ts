import { describe, expect, it } from '@jest/globals';
import { assignJudges, seededRandom, verifyAssignment, verifyInfeasible, type AssignmentProblem, type IntegerModel } from '#libs/planning';
import { exactSolver } from './highs-solver.js';

const row = (columns: number[], least: number, most: number): IntegerModel['rows'][number] => ({ columns, coefficients: columns.map(() => 1), least, most });

/** A market split: a few equations over many binaries, which no solver decides in a moment. */
function hardModel(): IntegerModel {
  const random = seededRandom('market split');
  const columns = Array.from({ length: 50 }, (_, index) => index);
  return {
    objective: columns.map(() => 1),
    rows: Array.from({ length: 6 }, () => {
      const coefficients = columns.map(() => random.below(100));
      const half = Math.floor(coefficients.reduce((sum, one) => sum + one, 0) / 2);
      return { columns, coefficients, least: half, most: half };
    }),
  };
}

describe('the exact solver', () => {
  it('finds an optimum, or that there is none, also where nothing is to be chosen', async () => {
    const { solve } = await exactSolver();
    expect(solve({ objective: [3, 2, 2], rows: [row([0, 1], 0, 1), row([0, 2], 0, 1)] })).toEqual({ kind: 'optimal', values: [0, 1, 1] });
    expect(solve({ objective: [1, 1], rows: [row([0, 1], 3, 3)] })).toEqual({ kind: 'infeasible' });
    expect(solve({ objective: [], rows: [] })).toEqual({ kind: 'optimal', values: [] });
    expect(solve({ objective: [], rows: [row([], 1, 1)] })).toEqual({ kind: 'infeasible' });
  });

  it('stops when its time ends, and says so instead of guessing', async () => {
    const { solve } = await exactSolver({ seconds: 0.2 });
    const begun = performance.now();
    const outcome = solve(hardModel());
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(outcome).toMatchObject({ kind: 'stopped', values: null });
    expect(outcome.kind === 'stopped' && outcome.bound).toBeGreaterThan(20);
  });
});

describe('panels with crossing rules', () => {
  const judges = ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({ id, max: 2, employer: index < 3 ? 'north' : `own ${id}`, tags: index < 2 ? ['lead'] : ['field'] }));
  const problem: AssignmentProblem = {
    entries: ['p', 'q', 'r', 's'].map((id) => ({ id, need: 3, group: id < 'r' ? 'chemistry' : 'physics' })),
    judges: judges.map((judge) => ({ ...judge, max: 4 })),
    composition: [
      { kind: 'at-least', tag: 'lead', count: 1 },
      { kind: 'at-least', tag: 'field', count: 1 },
      { kind: 'at-most-per-employer', count: 1 },
    ],
    seed: 1,
  };

  it('have a plan whenever one exists', async () => {
    const plan = assignJudges(problem, { solver: await exactSolver() });
    if (plan.kind !== 'plan') throw new Error('expected a plan');
    expect(verifyAssignment(problem, plan).violations).toEqual([]);
  });

  it('name the minimum loads where these are the cause', async () => {
    const solver = await exactSolver();
    // No panel has two judges of the north, so only four of its reviews are wanted, but five are promised to its judges.
    const promised: AssignmentProblem = { ...problem, judges: problem.judges.map((judge) => ({ ...judge, min: judge.id === 'a' ? 3 : judge.id === 'b' || judge.id === 'd' ? 2 : 0 })) };
    const found = assignJudges(promised, { solver });
    if (found.kind !== 'infeasible') throw new Error('expected a proof');
    expect(verifyInfeasible(promised, found.proof)).toBe(true);
    if (found.proof.kind === 'solver-verdict') expect(found.proof.minimums).toEqual(['a', 'b']);
    else expect(found.proof).toMatchObject({ kind: 'minimum-short', judges: ['a', 'b'] });
  });
});
