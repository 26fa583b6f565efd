import { describe, expect, it } from '@jest/globals';
import { explainInfeasible } from '../texts/explain.js';
import { assignJudges } from './assign.js';
import { verifyInfeasible } from './certificate.js';
import type { AssignmentProblem } from './problem.js';

const many = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Entries of two fields; judges of one field have conflicts with all entries of the other. */
function twoFields(physics: number, physicists: number): AssignmentProblem {
  const chemistry = many(41, 'c');
  const chemists = many(17, 'C');
  const others = many(physics, 'p');
  const theirs = many(physicists, 'P');
  return {
    entries: [...chemistry.map((id) => ({ id, need: 3, group: 'chemistry, senior' })), ...others.map((id) => ({ id, need: 3, group: 'physics' }))],
    judges: [...chemists.map((id, index) => ({ id, max: index < 8 ? 7 : 6 })), ...theirs.map((id) => ({ id, max: 9 }))],
    conflicts: [...chemistry.flatMap((entry) => theirs.map((judge) => ({ entry, judge }))), ...others.flatMap((entry) => chemists.map((judge) => ({ entry, judge })))],
    seed: 1,
  };
}

describe('the blocking set', () => {
  it('names the field that lacks judges and all that is missing there, in words', () => {
    const problem = twoFields(60, 30);
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible') throw new Error('expected a proof');
    expect(explainInfeasible(result.proof, 'en')).toBe('chemistry, senior: 41 entries need 123 reviews; 17 judges without conflict can give 110. 13 reviews are missing.');
    expect(explainInfeasible(result.proof, 'zh')).toBe('chemistry, senior：41 个项目需要 123 次评审；17 位无需回避的评委最多能评 110 次，缺 13 次。');
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
  });

  it('names the smaller of two fields that both lack judges', () => {
    const problem = twoFields(4, 2);
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible' || result.proof.kind !== 'reviews-short') throw new Error('expected a proof');
    expect(result.proof).toMatchObject({ groups: ['physics'], need: 12, capacity: 8 });
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
    expect(verifyInfeasible(problem, { ...result.proof, capacity: 7 })).toBe(false);
    expect(verifyInfeasible(problem, { ...result.proof, entries: ['p0', 'p1', 'p2'], need: 9 })).toBe(false);
  });

  it('spares entries that could be judged all the same', () => {
    // Two judges for e1 and e2 alone; e3 shares one of them but has judges of its own.
    const problem: AssignmentProblem = {
      entries: [{ id: 'e1', need: 2 }, { id: 'e2', need: 2 }, { id: 'e3', need: 2 }],
      judges: [{ id: 'a', max: 1 }, { id: 'b', max: 3 }, { id: 'c', max: 3 }, { id: 'd', max: 3 }],
      conflicts: ['e1', 'e2'].flatMap((entry) => ['c', 'd'].map((judge) => ({ entry, judge }))),
      seed: 1,
    };
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible' || result.proof.kind !== 'reviews-short') throw new Error('expected a proof');
    expect(result.proof).toMatchObject({ entries: ['e1', 'e2'], need: 4, capacity: 3, fullJudges: ['a'] });
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
  });
});
