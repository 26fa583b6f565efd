import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { assignJudges, deriveConflicts, repairAssignment, verifyAssignment, verifyInfeasible, type AssignmentOptions, type AssignmentPlan, type AssignmentProblem, type IntegerSolver } from '#libs/planning';
import { exactSolver } from '#libs/exact';

const cases = JSON.parse(readFileSync(new URL('planning-assignment.json', import.meta.url), 'utf8')) as { id: string; input: Record<string, never>; expected: Record<string, never> }[];
const caseOf = <Input, Expected>(id: string): { input: Input; expected: Expected } => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return { input: found.input as Input, expected: found.expected as Expected };
};

const sumOnly: AssignmentOptions = { balance: 'none', linking: 'report' };

function plan(problem: AssignmentProblem, options: AssignmentOptions = {}): AssignmentPlan {
  const result = assignJudges(problem, options);
  if (result.kind !== 'plan') throw new Error(JSON.stringify(result.proof));
  expect(verifyAssignment(problem, result).violations).toEqual([]);
  return result;
}

const range = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** An assignment problem from a matrix judge x entry; `null` cells are conflicts. */
function fromMatrix(matrix: readonly (readonly (number | null)[])[], needs: readonly number[], loads: readonly [number, number], seed: number | string = 1): AssignmentProblem {
  const cells = matrix.flatMap((row, judge) => row.map((score, entry) => ({ judge: `j${judge}`, entry: `p${entry}`, score })));
  return {
    entries: needs.map((need, index) => ({ id: `p${index}`, need })),
    judges: matrix.map((_, index) => ({ id: `j${index}`, min: loads[0], max: loads[1] })),
    scores: cells.flatMap(({ judge, entry, score }) => (score === null ? [] : [{ judge, entry, score }])),
    conflicts: cells.flatMap(({ judge, entry, score }) => (score === null ? [{ judge, entry }] : [])),
    seed,
  };
}

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await exactSolver();
});

describe('one-to-one matchings', () => {
  const oneToOne = (users: string[], papers: string[], edges: readonly (readonly [string, string, number])[], seed: number): Record<string, string> => {
    const costs = new Map(edges.map(([user, paper, cost]) => [`${user}/${paper}`, cost]));
    const problem: AssignmentProblem = {
      entries: papers.map((id) => ({ id, need: 1 })),
      judges: users.map((id) => ({ id, max: 1 })),
      scores: edges.map(([judge, entry, cost]) => ({ judge, entry, score: -cost })),
      conflicts: users.flatMap((judge) => papers.filter((entry) => !costs.has(`${judge}/${entry}`)).map((entry) => ({ judge, entry }))),
      seed,
    };
    return Object.fromEntries(plan(problem, sumOnly).pairs.map(({ entry, judge }) => [judge, entry]));
  };

  it('hotcrp-mcmf-unique: the only optimum for every seed', () => {
    const { input, expected } = caseOf<{ users: string[]; papers: string[]; edges: [string, string, number][] }, { assignment: object }>('hotcrp-mcmf-unique');
    for (let seed = 0; seed < 739; seed++) expect(oneToOne(input.users, input.papers, input.edges, seed)).toEqual(expected.assignment);
  });

  it('hotcrp-mcmf-two-optima: only the two optima, and both of them', () => {
    const { input, expected } = caseOf<{ users: string[]; papers: string[] }, { distinct_assignments: object[] }>('hotcrp-mcmf-two-optima');
    const edges = input.users.flatMap((user) => input.papers.map((paper) => [user, paper, user !== 'u2' && paper !== 'p2' ? 0 : 1] as [string, string, number]));
    const seen = new Set<string>();
    for (let seed = 0; seed < 739; seed++) {
      const found = oneToOne(input.users, input.papers, edges, seed);
      expect(expected.distinct_assignments).toContainEqual(found);
      seen.add(JSON.stringify(Object.entries(found).sort()));
    }
    expect(seen.size).toBe(2);
  });
});

describe('waves of reviews', () => {
  const judges = (count: number): { id: string; max: number }[] => range(count, 'j').map((id) => ({ id, max: 99 }));
  const wave = (papers: string[], count: number, need: number): AssignmentPlan => plan({ entries: papers.map((id) => ({ id, need })), judges: judges(count), seed: 'first' });
  const mostLoad = (found: AssignmentPlan): number => Math.max(...found.loads.map(({ load }) => load));

  it('hotcrp-auto-balance-all: a second wave balances old and new together', () => {
    const { expected } = caseOf<object, { reviews_per_paper: number; max_reviews_per_judge: number }>('hotcrp-auto-balance-all');
    const papers = range(10, 'p');
    const both = plan({ entries: papers.map((id) => ({ id, need: expected.reviews_per_paper })), judges: judges(17), fixed: wave(papers, 10, 3).pairs, seed: 2 });
    expect(mostLoad(both)).toBeLessThanOrEqual(expected.max_reviews_per_judge);
  });

  it('hotcrp-auto-ensure-topup: tops up what is missing', () => {
    const { expected } = caseOf<object, { reviews_per_paper: number; max_reviews_per_judge: number }>('hotcrp-auto-ensure-topup');
    const papers = range(15, 'p');
    const topped = plan({ entries: papers.map((id) => ({ id, need: expected.reviews_per_paper })), judges: judges(17), fixed: wave(papers.slice(0, 10), 10, 3).pairs, seed: 2 });
    expect(mostLoad(topped)).toBeLessThanOrEqual(expected.max_reviews_per_judge);
  });

  it('hotcrp-auto-adjust-keeps-old: more judges per entry, every earlier pair kept', () => {
    const { expected } = caseOf<object, { reviews_per_paper: number; max_reviews_per_judge: number }>('hotcrp-auto-adjust-keeps-old');
    const papers = range(10, 'p');
    const repaired = repairAssignment({ problem: { entries: papers.map((id) => ({ id, need: expected.reviews_per_paper })), judges: judges(17), seed: 2 }, existing: wave(papers, 10, 3).pairs });
    if (repaired.kind !== 'repaired') throw new Error('expected a repair');
    expect(repaired.removed).toEqual([]);
    expect(repaired.added).toHaveLength(20);
    expect(mostLoad(repaired.plan)).toBeLessThanOrEqual(expected.max_reviews_per_judge);
  });

  it('hotcrp-auto-avoid-coassign: two judges apart; what cannot be complete is reported, not left half done', () => {
    const { input, expected } = caseOf<{ judges: string[]; preferences: [number, string, number][]; must_not_coassign: [string, string][] }, { reported_incomplete_papers: number[]; reviews_per_paper: number }>('hotcrp-auto-avoid-coassign');
    const problem = (need: number, papers: number[]): AssignmentProblem => ({
      entries: papers.map((id) => ({ id: String(id), need })),
      judges: input.judges.map((id) => ({ id, max: 9 })),
      scores: input.preferences.filter(([paper]) => papers.includes(paper)).map(([paper, judge, score]) => ({ entry: String(paper), judge, score })),
      composition: input.must_not_coassign.map((pair) => ({ kind: 'apart', judges: pair })),
      seed: 1,
    });
    const incomplete = [1, 2, 3].filter((paper) => {
      const alone = assignJudges(problem(3, [paper]));
      return alone.kind === 'infeasible' && verifyInfeasible(problem(3, [paper]), alone.proof);
    });
    expect(incomplete).toEqual(expected.reported_incomplete_papers);
    expect(assignJudges(problem(3, [1, 2, 3])).kind).toBe('infeasible');
    const has = new Set(plan(problem(expected.reviews_per_paper, [1, 2, 3]), sumOnly).pairs.map(({ entry, judge }) => `${judge}${entry}`));
    expect([has.has('A1'), has.has('A2'), has.has('B1'), has.has('B2')]).toEqual([false, true, true, false]);
    expect(has.has('A3')).not.toBe(has.has('B3'));
  });
});

describe('costs and loads', () => {
  it('or-lowest-cost', () => {
    const { input } = caseOf<{ 'cost[judge][paper]': number[][]; demands: number[] }, object>('or-lowest-cost');
    const found = plan(fromMatrix(input['cost[judge][paper]'].map((row) => row.map((cost) => -cost)), input.demands, [1, 2]), sumOnly);
    expect(found.expertise + 0).toBe(0);
    expect(found.pairs.map(({ entry, judge }) => `${entry} ${judge}`)).toEqual(['p0 j0', 'p1 j1', 'p2 j2', 'p2 j3']);
  });

  it('or-conflict-and-cost: a cheaper pair in conflict is never used', () => {
    const { input, expected } = caseOf<{ 'cost[judge][paper]': number[][]; conflicts: Record<string, number[]>; demands: number[] }, { every_used_arc_cost_at_most: number }>('or-conflict-and-cost');
    const matrix = input['cost[judge][paper]'].map((row, judge) => row.map((cost, paper) => (input.conflicts[`j${judge}`]?.includes(paper) ? null : -cost)));
    const found = plan(fromMatrix(matrix, input.demands, [1, 3]), sumOnly);
    for (const { score } of found.pairs) expect(-score).toBeLessThanOrEqual(expected.every_used_arc_cost_at_most);
  });

  it('or-minimum-load: an unattractive judge still gets the minimum', () => {
    const { input } = caseOf<{ papers: number; judges: number; demand: number; min: number[]; max: number }, object>('or-minimum-load');
    for (const min of input.min) {
      const matrix = Array.from({ length: input.judges }, (_, judge) => Array.from({ length: input.papers }, () => (judge === 0 ? 0 : 10)));
      const found = plan(fromMatrix(matrix, Array.from({ length: input.papers }, () => input.demand), [min, input.max]), sumOnly);
      for (const { load } of found.loads) expect(load).toBeGreaterThanOrEqual(min);
    }
  });

  it('or-no-nonpositive: raising the lowest review first leaves no pair of affinity 0 or less', () => {
    const { input, expected } = caseOf<{ 'affinity[judge][paper]': number[][]; conflicts: Record<string, number[]>; demand: number; max: number }, Record<string, number>>('or-no-nonpositive');
    const matrix = input['affinity[judge][paper]'].map((row, judge) => row.map((affinity, paper) => (input.conflicts[`j${judge}`]?.includes(paper) ? null : affinity)));
    const problem = fromMatrix(matrix, matrix[0]!.map(() => input.demand), [0, input.max]);
    const found = plan(problem, { ...sumOnly, fairness: 'worst-review' });
    expect(found.pairs.filter(({ score }) => score <= 0)).toHaveLength(expected['used_pairs_with_affinity<=0']!);
    expect(found.optimal).toBe(true);
  });

  it.each(['assign-fairir-toy-4x4', 'assign-12x30'])('%s: greatest total, and greatest worst entry', (id) => {
    const { input, expected } = caseOf<{ similarity_judgesByEntries: number[][]; reviewsPerEntry: number; maxLoad: number; minLoad?: number; forbidden: [number, number][] }, { maxSum: number; maxMinEntryScore: number }>(id);
    const scale = id === 'assign-12x30' ? 1 : 10;
    const forbidden = new Set(input.forbidden.map(([judge, entry]) => `${judge}/${entry}`));
    const matrix = input.similarity_judgesByEntries.map((row, judge) => row.map((score, entry) => (forbidden.has(`${judge}/${entry}`) ? null : Math.round(score * scale))));
    const problem = fromMatrix(matrix, matrix[0]!.map(() => input.reviewsPerEntry), [input.minLoad ?? 0, input.maxLoad]);
    const best = plan(problem, sumOnly);
    expect(best.expertise).toBe(Math.round(expected.maxSum * scale));
    expect(best.optimal).toBe(true);
    const fair = plan(problem, { ...sumOnly, fairness: 'worst-entry', solver });
    expect(fair.worstEntry!.expertise).toBe(Math.round(expected.maxMinEntryScore * scale));
  });
});

it('iss-coauthor-conflict: working together on one entry is a conflict on all entries of the partner', () => {
  const { input } = caseOf<Record<string, { people: string[] }>, object>('iss-coauthor-conflict');
  const conflicts = deriveConflicts(Object.entries(input).map(([id, { people }]) => ({ id, people })), [{ id: 'judgeA' }, { id: 'judgeB' }]);
  expect(conflicts).toEqual([
    { entry: 'X', judge: 'judgeA', reason: 'takes-part', via: 'judgeA' },
    { entry: 'Y', judge: 'judgeA', reason: 'worked-with', via: 'P' },
  ]);
});
