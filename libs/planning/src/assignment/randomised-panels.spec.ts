import { beforeAll, describe, expect, it } from '@jest/globals';
import { exactSolver } from '#libs/exact';
import { randomProblem } from '../../test/random-problem.js';
import { PlanningUndecided } from '../planning-errors.js';
import type { AssignmentProblem, CompositionRule, EntryJudgePair, IntegerSolver } from './problem.js';
import { randomiseAssignment, type PairLimit } from './randomised.js';
import { checkRandomised } from './verify-randomised.js';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await exactSolver();
});

const lead: CompositionRule = { kind: 'at-least', tag: 'lead', count: 1 };

/** All plans of a small problem, read from the rules: needs, conflicts, loads, one lead. */
function allPlans(problem: AssignmentProblem): EntryJudgePair[][] {
  const never = new Set((problem.conflicts ?? []).map(({ entry, judge }) => `${entry}/${judge}`));
  const panelsOf = (entry: string): string[][] => {
    const open = problem.judges.filter(({ id }) => !never.has(`${entry}/${id}`));
    return open.flatMap((a, index) => open.slice(index + 1).filter((b) => a.tags?.includes('lead') || b.tags?.includes('lead')).map((b) => [a.id, b.id]));
  };
  const extend = (index: number, plan: EntryJudgePair[]): EntryJudgePair[][] => {
    const entry = problem.entries[index];
    if (!entry) return problem.judges.every(({ id, min = 0 }) => plan.filter(({ judge }) => judge === id).length >= min) ? [plan] : [];
    return panelsOf(entry.id).flatMap((panel) => {
      const longer = [...plan, ...panel.map((judge) => ({ entry: entry.id, judge }))];
      return problem.judges.some(({ id, max }) => longer.filter(({ judge }) => judge === id).length > max) ? [] : extend(index + 1, longer);
    });
  };
  return extend(0, []);
}

/** Whether so many plans can be taken (with repeats) that no pair is in more than `most` of them, by trying all. */
function someSet(plans: readonly EntryJudgePair[][], count: number, most: number): boolean {
  const used = new Map<string, number>();
  const keysOf = (plan: readonly EntryJudgePair[]): string[] => plan.map(({ entry, judge }) => `${entry}/${judge}`);
  const take = (from: number, left: number): boolean => {
    if (left === 0) return true;
    for (let index = from; index < plans.length; index++) {
      const keys = keysOf(plans[index]!);
      if (keys.some((key) => (used.get(key) ?? 0) >= most)) continue;
      for (const key of keys) used.set(key, (used.get(key) ?? 0) + 1);
      if (take(index, left - 1)) return true;
      for (const key of keys) used.set(key, used.get(key)! - 1);
    }
    return false;
  };
  return take(0, count);
}

describe('chances with panel rules', () => {
  it('agrees with trying everything: a limit is kept whenever it can be, and the least one is named where it cannot', () => {
    const outcomes = { randomised: 0, 'limit-too-tight': 0, infeasible: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const problem = { ...randomProblem(seed, { entries: 3, judges: 4, need: 2, conflicts: 100 * (seed % 3), slack: seed % 2 }), composition: [lead] };
      const limit: PairLimit = seed % 4 < 2 ? { numerator: 1, denominator: 2 } : { numerator: 2, denominator: 3 };
      const plans = allPlans(problem);
      const result = randomiseAssignment(problem, limit, { solver, balance: 'none' });
      outcomes[result.kind]++;
      expect(result.kind === 'infeasible').toBe(plans.length === 0);
      if (result.kind === 'randomised') expect(checkRandomised(problem, result, limit)).toEqual([]);
      if (result.kind !== 'limit-too-tight') continue;
      expect(someSet(plans, limit.denominator, limit.numerator)).toBe(false);
      expect(someSet(plans, limit.denominator, result.least.numerator)).toBe(true);
      if (result.least.numerator > limit.numerator + 1) expect(someSet(plans, limit.denominator, result.least.numerator - 1)).toBe(false);
    }
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(3);
  });

  it('draws plans that all keep the rules, every one equally often, and repeats with the seed', () => {
    const drawnAtRandom = randomProblem('panels', { entries: 14, judges: 14, need: 3, slack: 3, conflicts: 0 });
    const judges = drawnAtRandom.judges.map((judge, index) => ({ ...judge, tags: index < 5 ? ['lead'] : [] }));
    const problem = { ...drawnAtRandom, judges, composition: [lead, { kind: 'apart', judges: ['j12', 'j13'] } as const] };
    const limit = { numerator: 37, denominator: 100 };
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 30; seed++) {
      const result = randomiseAssignment({ ...problem, seed }, limit, { solver });
      if (result.kind !== 'randomised') throw new Error('expected a draw');
      expect(checkRandomised({ ...problem, seed }, result, limit)).toEqual([]);
      expect(result.limit.numerator / result.limit.denominator).toBeLessThanOrEqual(0.37);
      expect(randomiseAssignment({ ...problem, seed }, limit, { solver })).toEqual(result);
      const at = result.plans!.findIndex((plan) => JSON.stringify(plan) === JSON.stringify(result.pairs.map(({ entry, judge }) => ({ entry, judge }))));
      drawn.set(String(at), (drawn.get(String(at)) ?? 0) + 1);
    }
    expect(drawn.size).toBe(3);
  });

  it('keeps fixed pairs in every plan, whatever the limit', () => {
    const problem: AssignmentProblem = { ...randomProblem('fixed', { entries: 6, judges: 6, need: 2, slack: 3, conflicts: 0 }), fixed: [{ entry: 'e0', judge: 'j0' }], composition: [{ kind: 'at-most-per-region', count: 1 }] };
    const result = randomiseAssignment(problem, { numerator: 1, denominator: 2 }, { solver });
    if (result.kind !== 'randomised') throw new Error('expected a draw');
    expect(checkRandomised(problem, result)).toEqual([]);
    expect(result.chances).toContainEqual({ entry: 'e0', judge: 'j0', units: result.limit.denominator });
  });

  it('the verifier objects to a plan that breaks a rule, to chances of another draw, and to a looser limit', () => {
    const problem = { ...randomProblem('forged', { entries: 6, judges: 6, need: 2, slack: 3, conflicts: 0 }), composition: [lead] };
    const result = randomiseAssignment(problem, { numerator: 1, denominator: 2 }, { solver });
    if (result.kind !== 'randomised') throw new Error('expected a draw');
    const plain = problem.judges.filter((judge) => judge.tags?.includes('lead') !== true).map(({ id }) => id);
    const forged = result.plans!.map((plan) => plan.map((pair) => (pair.entry === 'e0' ? { entry: 'e0', judge: plain[plan.filter(({ entry }) => entry === 'e0').indexOf(pair)]! } : pair)));
    expect(checkRandomised(problem, { ...result, plans: forged }).join()).toMatch(/plan 1: /);
    expect(checkRandomised(problem, { ...result, plans: result.plans!.slice(1) }).join()).toMatch(/is in \d plans, not in/);
    expect(checkRandomised(problem, { ...result, plans: result.plans!.filter((plan) => JSON.stringify(plan) !== JSON.stringify(result.pairs.map(({ entry, judge }) => ({ entry, judge })))) }).join()).toMatch(/none of the plans/);
    expect(checkRandomised(problem, result, { numerator: 1, denominator: 3 }).join()).toMatch(/a limit of 1\/2 was kept, not 1\/3/);
  });

  it('says that it does not know where only an exact solver could', () => {
    const problem: AssignmentProblem = { entries: [{ id: 'e', need: 2 }], judges: ['a', 'b', 'c', 'd'].map((id) => ({ id, max: 1, tags: id === 'a' ? ['lead'] : [] })), composition: [lead], seed: 1 };
    expect(() => randomiseAssignment(problem, { numerator: 1, denominator: 2 })).toThrow(PlanningUndecided);
    expect(randomiseAssignment(problem, { numerator: 1, denominator: 2 }, { solver })).toEqual({ kind: 'limit-too-tight', least: { numerator: 2, denominator: 2 } });
  });
});
