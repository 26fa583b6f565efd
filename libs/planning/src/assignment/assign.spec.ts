import { describe, expect, it } from '@jest/globals';
import { randomProblem } from '../../test/random-problem.js';
import { explainInfeasible } from '../texts/explain.js';
import { assignJudges } from './assign.js';
import { verifyAssignment, verifyInfeasible } from './certificate.js';

describe('assignJudges', () => {
  it('gives optimal plans with even loads, checked by the separate verifier', () => {
    for (let seed = 0; seed < 12; seed++) {
      const problem = randomProblem(seed, { entries: 40, judges: 12, need: 3, minimum: 8 });
      const plan = assignJudges(problem, { linking: 'report' });
      if (plan.kind !== 'plan') throw new Error(explainInfeasible(plan.proof, 'en'));
      expect(verifyAssignment(problem, plan)).toEqual({ valid: true, violations: [], gap: 0, optimal: true });
      expect(plan.loadSpread).toBeLessThanOrEqual(1);
    }
  });

  it('gives the same plan for the same seed, whatever the order of the lists', () => {
    const problem = randomProblem(3, { entries: 30, judges: 10, need: 3 });
    const turned = { ...problem, entries: [...problem.entries].reverse(), judges: [...problem.judges].reverse(), scores: [...problem.scores!].reverse() };
    expect(assignJudges(turned)).toEqual(assignJudges(problem));
    const other = assignJudges({ ...problem, seed: 4 });
    expect(other.kind === 'plan' && verifyAssignment(problem, other).optimal).toBe(true);
  });

  it('names the group that is short, with the numbers', () => {
    const entries = [...Array.from({ length: 5 }, (_, i) => ({ id: `c${i}`, need: 3, group: 'chemistry' })), { id: 'm', need: 2, group: 'maths' }];
    const judges = Array.from({ length: 6 }, (_, i) => ({ id: `j${i}`, max: 4 }));
    const conflicts = entries.slice(0, 5).flatMap((entry) => ['j3', 'j4', 'j5'].map((judge) => ({ entry: entry.id, judge })));
    const problem = { entries, judges, conflicts, seed: 1 };
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible') throw new Error('expected a proof');
    expect(result.proof).toMatchObject({ kind: 'reviews-short', need: 15, capacity: 12, groups: ['chemistry'], entries: ['c0', 'c1', 'c2', 'c3', 'c4'] });
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
    expect(verifyInfeasible({ ...problem, conflicts: conflicts.slice(3) }, result.proof)).toBe(false);
    expect(explainInfeasible(result.proof, 'en')).toBe('chemistry: 5 entries need 15 reviews; 3 judges without conflict can give 12. 3 reviews are missing.');
    expect(explainInfeasible(result.proof, 'zh')).toBe('chemistry：5 个项目需要 15 次评审；3 位无需回避的评委最多能评 12 次，缺 3 次。');
  });

  it('proves that minimum loads cannot be met', () => {
    const entries = Array.from({ length: 4 }, (_, i) => ({ id: `e${i}`, need: 2 }));
    const judges = [{ id: 'a', min: 3, max: 4 }, { id: 'b', min: 3, max: 4 }, { id: 'c', max: 4 }];
    const conflicts = [{ entry: 'e0', judge: 'a' }, { entry: 'e1', judge: 'a' }];
    const problem = { entries, judges, conflicts, seed: 1 };
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible') throw new Error('expected a proof');
    expect(result.proof).toMatchObject({ kind: 'minimum-short', judges: ['a'], minimum: 3, available: 2 });
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
  });
});
