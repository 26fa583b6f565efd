import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { seatCandidates, splitBlocks, splitQuota, verifySeating, verifySeparationBound, type SeatingProblem } from '#libs/planning';

const cases = JSON.parse(readFileSync(new URL('planning-places.json', import.meta.url), 'utf8')) as { id: string; input: unknown; expected: unknown }[];
const caseOf = <Input, Expected>(id: string): { input: Input; expected: Expected } => cases.find((one) => one.id === id) as unknown as { input: Input; expected: Expected };

describe('quotas', () => {
  it('INN-QUOTA-001', () => {
    const { input, expected } = caseOf<{ total: number; base: number; weights: Record<string, number> }, Record<string, number>>('INN-QUOTA-001');
    const split = splitQuota({ total: input.total, base: input.base, shares: Object.entries(input.weights).map(([id, weight]) => ({ id, weight })) });
    if (split.kind !== 'quota') throw new Error('expected places');
    expect(Object.fromEntries(split.places.map(({ id, places }) => [id, places]))).toEqual(expected);
  });

  it('CAMP-RATIO-001', () => {
    const { input, expected } = caseOf<{ quotas: number[] }, { ok: boolean; students: number | null; teachers: number | null }[]>('CAMP-RATIO-001');
    const found = input.quotas.map((quota) => {
      const split = splitBlocks(quota, { students: 10, teachers: 1 });
      return { quota, ok: split.kind === 'blocks', students: null, teachers: null, ...(split.kind === 'blocks' ? split.places : {}) };
    });
    expect(found).toEqual(expected);
  });
});

describe('rooms and seats', () => {
  it('OLY-SEAT-001', () => {
    const { input, expected } = caseOf<{ n: number[]; cap: number }, { n: number; rooms: number; size_counts: Record<string, number> }[]>('OLY-SEAT-001');
    for (const [index, n] of input.n.entries()) {
      const problem: SeatingProblem = {
        candidates: Array.from({ length: n }, (_, candidate) => ({ id: `c${candidate}`, attributes: {} })),
        sites: [{ id: 'site' }],
        rooms: Array.from({ length: 60 }, (_, room) => ({ id: `r${room}`, site: 'site', rows: 5, columns: input.cap / 5 })),
        separations: [],
        seed: 1,
      };
      const plan = seatCandidates(problem);
      if (plan.kind !== 'seated') throw new Error('expected seats');
      const sizes = new Map<string, number>();
      for (const { room } of plan.seats) sizes.set(room, (sizes.get(room) ?? 0) + 1);
      const counts: Record<string, number> = {};
      for (const size of sizes.values()) counts[size] = (counts[size] ?? 0) + 1;
      expect({ n, rooms: sizes.size, size_counts: counts }).toEqual(expected[index]);
    }
  });

  it('OLY-SEAT-002', () => {
    const { input, expected } = caseOf<{ rooms: Record<string, number>[] }, boolean[]>('OLY-SEAT-002');
    const found = input.rooms.map((schools) => {
      const candidates = Object.entries(schools).flatMap(([school, count]) => Array.from({ length: count }, (_, index) => ({ id: `${school}${index}`, attributes: { school } })));
      const problem: SeatingProblem = {
        candidates,
        sites: [{ id: 'site' }],
        rooms: [{ id: 'column', site: 'site', rows: candidates.length, columns: 1 }],
        separations: [{ attribute: 'school', neighbours: [{ rows: 1, columns: 0, penalty: 1 }] }],
        seed: 1,
      };
      const plan = seatCandidates(problem);
      if (plan.kind !== 'seated') throw new Error('expected seats');
      expect(plan.optimal).toBe(true);
      expect(verifySeating(problem, plan.seats)).toMatchObject({ valid: true, penalty: plan.penalty });
      for (const bound of plan.bounds) expect(verifySeparationBound(problem, plan.seats, bound)).toBe(true);
      return plan.penalty === 0;
    });
    expect(found).toEqual(expected);
  });
});
