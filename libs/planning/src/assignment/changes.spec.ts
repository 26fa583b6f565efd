import { beforeAll, describe, expect, it } from '@jest/globals';
import { exactSolver } from '#libs/exact';
import { randomProblem } from '../../test/random-problem.js';
import { seededRandom } from '../seeded-random.js';
import { assignJudges } from './assign.js';
import { verifyAssignment } from './certificate.js';
import { explainPair } from './explanation.js';
import { compileInstance } from './instance.js';
import { buildIntegerModel } from './integer-program.js';
import type { AssignmentPlan, AssignmentProblem, EntryJudgePair, IntegerModel, IntegerSolver } from './problem.js';
import { randomiseAssignment } from './randomised.js';
import { problemOfRepair, repairAssignment } from './repair.js';
import { topUpAssignment } from './top-up.js';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await exactSolver();
});

function optimum(model: IntegerModel): readonly number[] {
  const outcome = solver.solve(model);
  if (outcome.kind !== 'optimal') throw new Error('expected an optimum');
  return outcome.values;
}

function planOf(problem: AssignmentProblem): AssignmentPlan {
  const plan = assignJudges(problem);
  if (plan.kind !== 'plan') throw new Error('expected a plan');
  return plan;
}

/** Most earlier pairs any valid plan can keep, by an exact solver. */
function mostKept(problem: AssignmentProblem, earlier: readonly EntryJudgePair[]): number {
  const instance = compileInstance(problem, 'none');
  const { model, columns } = buildIntegerModel(instance, { kind: 'squared' });
  const old = new Set(earlier.map(({ entry, judge }) => `${entry}/${judge}`));
  const objective = columns.cells.map((cell) => {
    const width = instance.judges.length;
    return old.has(`${instance.entries[Math.floor(cell / width)]!.id}/${instance.judges[cell % width]!.id}`) ? 1 : 0;
  });
  return optimum({ ...model, objective }).reduce((sum, value, column) => sum + Math.round(value) * objective[column]!, 0);
}

describe('repairAssignment', () => {
  it('keeps the most pairs possible after judges leave and conflicts appear, done reviews always', () => {
    for (let seed = 0; seed < 15; seed++) {
      const before = randomProblem(`repair-${seed}`, { entries: 12, judges: 8, need: 3, slack: 2 });
      const plan = planOf(before);
      const random = seededRandom(seed);
      const leaver = plan.pairs[random.below(plan.pairs.length)]!.judge;
      const existing = plan.pairs.map(({ entry, judge }, index) => ({ entry, judge, done: index % 4 === 0 }));
      const clash = existing.find((pair) => !pair.done && pair.judge !== leaver)!;
      const problem = {
        ...before,
        judges: before.judges.filter(({ id }) => id !== leaver),
        scores: before.scores!.filter(({ judge }) => judge !== leaver),
        conflicts: [...before.conflicts!, clash].filter(({ judge }) => judge !== leaver),
      };
      const repaired = repairAssignment({ problem, existing });
      if (repaired.kind !== 'repaired') throw new Error('expected a repair');
      const now = problemOfRepair({ problem, existing });
      expect(verifyAssignment(now.problem, repaired.plan, now.earlier)).toMatchObject({ valid: true, optimal: true });
      expect(repaired.kept.length).toBe(mostKept(now.problem, now.earlier));
      expect(repaired.kept.length + repaired.added.length).toBe(repaired.plan.pairs.length);
      expect(repaired.kept).toEqual(expect.arrayContaining(existing.filter(({ done, judge }) => done && judge !== leaver).map(({ entry, judge }) => ({ entry, judge }))));
      expect(repaired.removed).toContainEqual({ entry: clash.entry, judge: clash.judge, reason: 'conflict' });
      expect(repaired.removed.filter(({ reason }) => reason === 'judge-left')).toHaveLength(existing.filter(({ judge }) => judge === leaver).length);
    }
  });

  it('keeps what is done even where a judge has more than the maximum now, and an entry more than it needs', () => {
    const now: AssignmentProblem = { entries: ['e1', 'e2', 'e3'].map((id) => ({ id, need: 1 })), judges: [{ id: 'j1', max: 1 }, { id: 'j2', max: 2 }], seed: 1 };
    const done = [['e1', 'j1'], ['e1', 'j2'], ['e2', 'j1']].map(([entry, judge]) => ({ entry: entry as string, judge: judge as string, done: true }));
    const repaired = repairAssignment({ problem: now, existing: done });
    expect(repaired).toMatchObject({ kind: 'repaired', added: [{ entry: 'e3', judge: 'j2' }], removed: [] });
    expect(repaired.kind === 'repaired' && repaired.kept).toHaveLength(3);
  });

  it('changes nothing when nothing happened', () => {
    const problem = randomProblem('still', { entries: 20, judges: 8, need: 3 });
    const plan = planOf(problem);
    const repaired = repairAssignment({ problem, existing: plan.pairs });
    expect(repaired).toMatchObject({ kind: 'repaired', added: [], removed: [] });
  });
});

describe('topUpAssignment', () => {
  const problem = randomProblem('top', { entries: 10, judges: 8, need: 3, slack: 2 });
  const plan = planOf(problem);
  const chances = problem.entries.map(({ id }, index) => ({ entry: id, perMille: index * 111 }));

  it('raises the most uncertain entries within the budget and keeps every review', () => {
    const topped = topUpAssignment({ problem, existing: plan.pairs, chances, budget: 5, perEntry: 2 });
    if (topped.kind !== 'topped-up') throw new Error('expected more reviews');
    expect(topped.raised).toEqual([{ entry: 'e5', extra: 2 }, { entry: 'e4', extra: 2 }, { entry: 'e6', extra: 1 }]);
    expect(topped.added).toHaveLength(5);
    expect(topped.plan.pairs).toHaveLength(35);
    expect(topped.plan.pairs.filter(({ fixed }) => fixed)).toHaveLength(30);
    expect(topped.leftOutProof).toBeNull();
  });

  it('counts both ends of the band as uncertain, and adds to what an entry has, not to what it needs', () => {
    const ids = ['e1', 'e2', 'e3', 'e4'];
    const small: AssignmentProblem = { entries: ids.map((id) => ({ id, need: 1 })), judges: ['j1', 'j2', 'j3', 'j4'].map((id) => ({ id, max: 9 })), seed: 1 };
    const existing = [...ids.map((entry) => ({ entry, judge: 'j1' })), { entry: 'e1', judge: 'j2' }];
    const topped = topUpAssignment({ problem: small, existing, chances: [['e1', 100], ['e2', 99], ['e3', 900], ['e4', 901]].map(([entry, perMille]) => ({ entry: entry as string, perMille: perMille as number })), budget: 9, perEntry: 1 });
    if (topped.kind !== 'topped-up') throw new Error('expected more reviews');
    expect(topped.raised).toEqual([{ entry: 'e1', extra: 1 }, { entry: 'e3', extra: 1 }]);
    expect(topped.added.map(({ entry }) => entry).sort()).toEqual(['e1', 'e3']);
    expect(topped.plan.pairs.filter(({ entry }) => entry === 'e1')).toHaveLength(3);
  });

  it('serves as many as the judges allow and proves why not more', () => {
    const topped = topUpAssignment({ problem: { ...problem, conflicts: [], judges: problem.judges.map((judge) => ({ ...judge, max: 4 })), fixed: [] }, existing: planOf({ ...problem, conflicts: [], judges: problem.judges.map((judge) => ({ ...judge, max: 4 })) }).pairs, chances, budget: 8, perEntry: 1 });
    if (topped.kind !== 'topped-up') throw new Error('expected more reviews');
    expect(topped.raised).toHaveLength(2);
    expect(topped.leftOut.length).toBeGreaterThan(0);
    expect(topped.leftOutProof).toMatchObject({ kind: 'reviews-short' });
  });
});

describe('randomiseAssignment', () => {
  const problem = randomProblem('dice', { entries: 12, judges: 8, need: 2, slack: 2, minimum: 2, conflicts: 80 });

  it('keeps every chance within the limit, is the best in expectation, and draws valid plans', () => {
    const limit = { numerator: 1, denominator: 2 };
    const random = randomiseAssignment(problem, limit, { balance: 'none' });
    if (random.kind !== 'randomised') throw new Error('expected chances');
    expect(Math.max(...random.chances.map(({ units }) => units))).toBe(1);
    const instance = compileInstance(problem, 'none');
    const doubled = { ...instance, need: instance.need.map((n) => 2 * n), least: instance.least.map((n) => 2 * n), most: instance.most.map((n) => 2 * n) };
    const { model } = buildIntegerModel(doubled, { kind: 'squared' });
    const best = optimum(model).reduce((sum, value, column) => sum + Math.round(value) * model.objective[column]!, 0);
    expect(random.expectedExpertiseUnits).toBe(best);
  });

  it('draws plans that keep needs, loads and conflicts, and no pair too often', () => {
    const drawn = new Map<string, number>();
    const seeds = 600;
    for (let seed = 0; seed < seeds; seed++) {
      const random = randomiseAssignment({ ...problem, seed }, { numerator: 1, denominator: 2 });
      if (random.kind !== 'randomised') throw new Error('expected chances');
      const loads = new Map<string, number>();
      const panels = new Map<string, number>();
      for (const { entry, judge } of random.pairs) {
        loads.set(judge, (loads.get(judge) ?? 0) + 1);
        panels.set(entry, (panels.get(entry) ?? 0) + 1);
        drawn.set(`${entry}/${judge}`, (drawn.get(`${entry}/${judge}`) ?? 0) + 1);
      }
      expect([...panels.values()]).toEqual(problem.entries.map(() => 2));
      for (const judge of problem.judges) {
        expect(loads.get(judge.id) ?? 0).toBeGreaterThanOrEqual(judge.min!);
        expect(loads.get(judge.id) ?? 0).toBeLessThanOrEqual(judge.max);
      }
      for (const conflict of problem.conflicts!) expect(drawn.has(`${conflict.entry}/${conflict.judge}`)).toBe(false);
    }
    // No pair can exceed one half by more than five standard deviations of 600 draws.
    expect(Math.max(...drawn.values())).toBeLessThan(seeds / 2 + 5 * Math.sqrt(seeds / 4));
  });

  it('says which limit could be kept when the wanted one cannot', () => {
    const small = { entries: [{ id: 'a', need: 2 }, { id: 'b', need: 2 }], judges: [1, 2, 3].map((n) => ({ id: `j${n}`, max: 2 })), seed: 1 };
    expect(randomiseAssignment(small, { numerator: 1, denominator: 3 })).toEqual({ kind: 'limit-too-tight', least: { numerator: 2, denominator: 3 } });
  });
});

describe('explainPair', () => {
  it('says why a judge has an entry or not, and the loss it names is a true lower bound', () => {
    const problem = randomProblem('why', { entries: 10, judges: 6, need: 2 });
    const plan = assignJudges(problem, { balance: 'none', linking: 'report' });
    if (plan.kind !== 'plan') throw new Error('expected a plan');
    const assigned = new Set(plan.pairs.map(({ entry, judge }) => `${entry}/${judge}`));
    for (const entry of problem.entries) {
      for (const judge of problem.judges) {
        const pair = { entry: entry.id, judge: judge.id };
        const why = explainPair(problem, plan, pair);
        expect(why.kind === 'assigned').toBe(assigned.has(`${entry.id}/${judge.id}`));
        if (why.kind !== 'not-needed') continue;
        const forced = assignJudges({ ...problem, fixed: [pair] }, { balance: 'none', linking: 'report' });
        if (forced.kind === 'plan') expect(plan.expertise - forced.expertise).toBeGreaterThanOrEqual(why.leastLoss.expertise);
      }
    }
    const conflict = problem.conflicts![0]!;
    expect(explainPair(problem, plan, conflict)).toEqual({ kind: 'conflict' });
  });
});
