import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomProblem } from '../../test/random-problem.js';
import { PlanningCancelled, PlanningInputError } from '../planning-errors.js';
import { seededRandom } from '../seeded-random.js';
import { runStepsWithPauses, type PlanningProgress } from '../steps.js';
import { assignJudges, assignJudgesInSteps } from './assign.js';
import { verifyAssignment, verifyInfeasible } from './certificate.js';
import type { AssignmentProblem, CompositionRule } from './problem.js';

describe('lowest review first', () => {
  it('raises the lowest score as far as possible, with a proof that the next level is out of reach', () => {
    let proofs = 0;
    for (let seed = 0; seed < 10; seed++) {
      const problem = randomProblem(`floor-${seed}`, { entries: 15, judges: 9, need: 3, slack: 2 });
      const plan = assignJudges(problem, { fairness: 'worst-review', linking: 'report' });
      if (plan.kind !== 'plan') throw new Error('expected a plan');
      expect(verifyAssignment(problem, plan)).toMatchObject({ valid: true, optimal: true });
      expect(plan.worstReview).toBeGreaterThanOrEqual(plan.certificate.scoreFloor!);
      if (!plan.floorProof) continue;
      proofs++;
      const { score, proof } = plan.floorProof;
      const stated = new Map(problem.scores!.map((pair) => [`${pair.entry}/${pair.judge}`, pair.score]));
      const below = problem.entries.flatMap(({ id }) => problem.judges.filter((judge) => (stated.get(`${id}/${judge.id}`) ?? 0) < score).map((judge) => ({ entry: id, judge: judge.id })));
      expect(verifyInfeasible({ ...problem, conflicts: [...problem.conflicts!, ...below] }, proof)).toBe(true);
    }
    expect(proofs).toBeGreaterThan(5);
  });
});

describe('one connected graph', () => {
  /** Two worlds that prefer to stay apart: each judge scores only the entries of the own world. */
  const worlds: AssignmentProblem = {
    entries: Array.from({ length: 12 }, (_, index) => ({ id: `e${index}`, need: 2, group: index < 6 ? 'left' : 'right' })),
    judges: Array.from({ length: 6 }, (_, index) => ({ id: `j${index}`, max: 6 })),
    scores: Array.from({ length: 12 }, (_, entry) => Array.from({ length: 6 }, (_unused, judge) => ({ entry: `e${entry}`, judge: `j${judge}`, score: entry < 6 === judge < 3 ? 50 : 10 }))).flat(),
    seed: 1,
  };

  it('links the components at the least cost, keeps loads, and says what it cost', () => {
    const apart = assignJudges(worlds, { linking: 'report' });
    const linked = assignJudges(worlds);
    if (apart.kind !== 'plan' || linked.kind !== 'plan') throw new Error('expected plans');
    expect(apart.connectedness.components).toBe(2);
    expect(apart.optimal).toBe(true);
    expect(linked.connectedness).toMatchObject({ components: 1, linkingCost: 80 });
    expect(linked.expertise).toBe(apart.expertise - 80);
    expect(linked.loads).toEqual(apart.loads);
    expect(verifyAssignment(worlds, linked)).toMatchObject({ valid: true, gap: 80 });
  });
});

describe('a job', () => {
  const problem = randomProblem('job', { entries: 200, judges: 30, need: 3 });

  it('reports progress to the end and gives the same plan in slices', async () => {
    const seen: PlanningProgress[] = [];
    let pauses = 0;
    const plan = await runStepsWithPauses(assignJudgesInSteps(problem), () => Promise.resolve(void pauses++), { onProgress: (progress) => seen.push(progress) });
    expect(plan).toEqual(assignJudges(problem));
    expect(pauses).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen[seen.length - 1]).toEqual({ stage: 'assign', done: 600, total: 600 });
  });

  it('stops when cancelled and returns nothing partial', async () => {
    const signal = { aborted: false };
    const run = runStepsWithPauses(assignJudgesInSteps(problem), () => Promise.resolve(void (signal.aborted = true)), { signal });
    await expect(run).rejects.toThrow(PlanningCancelled);
    expect(() => assignJudges(problem, { signal: { aborted: true } })).toThrow(PlanningCancelled);
  });
});

describe('input', () => {
  it('names the place of a contradiction', () => {
    const base: AssignmentProblem = { entries: [{ id: 'e', need: 1 }], judges: [{ id: 'j', max: 1 }], seed: 1 };
    const pathOf = (problem: AssignmentProblem): string => {
      try {
        assignJudges(problem);
      } catch (error) {
        if (error instanceof PlanningInputError) return `${error.code} ${error.path}`;
        throw error;
      }
      return 'none';
    };
    expect(pathOf({ ...base, conflicts: [{ entry: 'e', judge: 'x' }] })).toBe('UNKNOWN_JUDGE conflicts[0].judge');
    expect(pathOf({ ...base, entries: [{ id: 'e', need: 1.5 }] })).toBe('NOT_AN_INTEGER entries[0].need');
    expect(pathOf({ ...base, judges: [{ id: 'j', min: 2, max: 1 }] })).toBe('MIN_OVER_MAX judges[0]');
    expect(pathOf({ ...base, scores: [{ entry: 'e', judge: 'j', score: Number.NaN }] })).toBe('BAD_SCORE scores[0].score');
    expect(pathOf({ ...base, entries: [...base.entries, ...base.entries] })).toBe('DUPLICATE_ID entries[1].id');
    expect(pathOf({ ...base, entries: [], judges: [] })).toBe('none');
  });
});

describe('any instance', () => {
  it('gets a plan that keeps every hard rule, or a proof that the verifier accepts', () => {
    const rules: CompositionRule[][] = [[], [{ kind: 'at-least', tag: 'lead', count: 1 }], [{ kind: 'at-most-per-employer', count: 1 }], [{ kind: 'at-most-per-region', count: 1 }], [{ kind: 'at-most', tag: 'chem', count: 1 }]];
    const seen = { plan: 0, infeasible: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const random = seededRandom(seed);
        const need = 1 + random.below(3);
        const stated = randomProblem(seed, { entries: 1 + random.below(25), judges: need + random.below(9), need, conflicts: random.below(400), slack: random.below(3) - 1, minimum: random.below(3) });
        const fixed = random.below(3) === 0 ? [{ entry: 'e0', judge: 'j0' }] : [];
        const problem: AssignmentProblem = { ...stated, fixed, composition: rules[random.below(rules.length)]!, sameRegionPenalty: random.below(2) * 15 };
        const result = assignJudges(problem);
        seen[result.kind]++;
        if (result.kind === 'infeasible') return verifyInfeasible(problem, result.proof);
        const verdict = verifyAssignment(problem, result);
        return verdict.valid && verdict.gap === result.connectedness.linkingCost;
      }),
      { seed: 51, numRuns: 250 },
    );
    expect(seen.plan).toBeGreaterThan(50);
    expect(seen.infeasible).toBeGreaterThan(50);
  });
});
