import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactSolver } from '#libs/exact';
import type { IntegerSolver } from '../assignment/problem.js';
import { startTimes } from '../matches/time-grid.js';
import { PlanningUndecided } from '../planning-errors.js';
import { seededRandom } from '../seeded-random.js';
import { scheduleCallBacks } from './call-backs.js';
import { checkInterviews, timetableInterviews, type InterviewRequest } from './interview-timetable.js';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await exactSolver();
});

function randomRequest(seed: number, interviews: number, panels: number, slots: number): InterviewRequest {
  const random = seededRandom(`interviews-${seed}`);
  return {
    interviews: Array.from({ length: interviews }, (_, index) => ({
      id: `i${index}`,
      people: [...new Set([`p${random.below(interviews)}`, `p${random.below(interviews)}`])],
      conflicts: random.below(3) === 0 ? [`q${random.below(panels)}`] : [],
    })),
    panels: Array.from({ length: panels }, (_, index) => ({ id: `q${index}`, place: `house ${index % 2}`, away: random.below(3) === 0 ? [{ from: 15, to: 40 }] : [] })),
    starts: startTimes([{ from: 0, to: slots * 15 }], 15, 15),
    length: 15,
    gap: 0,
    travel: 10,
    busy: [{ person: 'p0', from: 0, to: 30 }],
    gapAfterBusy: 5,
    seed,
  };
}

describe('timetableInterviews', () => {
  it('agrees with the exact solver on small requests and keeps every rule', () => {
    const seen = { timetable: 0, infeasible: 0, undecided: 0 };
    for (let seed = 0; seed < 40; seed++) {
      const request = randomRequest(seed, 7, 2, 4 + (seed % 3));
      const exact = timetableInterviews(request, solver);
      seen[exact.kind]++;
      if (exact.kind === 'timetable') expect(checkInterviews(request, exact.interviews)).toEqual([]);
      try {
        const alone = timetableInterviews(request);
        expect(alone.kind).toBe(exact.kind);
      } catch (error) {
        if (!(error instanceof PlanningUndecided)) throw error;
        seen.undecided++;
        expect(exact).toMatchObject({ kind: 'infeasible', proof: { kind: 'solver-verdict', solver: 'HiGHS' } });
      }
    }
    expect(seen.timetable).toBeGreaterThan(10);
    expect(seen.infeasible).toBeGreaterThan(5);
  });

  it('plans a day of 120 interviews with students in several entries, the same for the same seed', () => {
    const request = randomRequest(1, 120, 10, 16);
    const result = timetableInterviews(request);
    if (result.kind !== 'timetable') throw new Error('expected a timetable');
    expect(checkInterviews(request, result.interviews)).toEqual([]);
    expect(timetableInterviews({ ...request, interviews: [...request.interviews].reverse() })).toEqual(result);
  });
});

describe('scheduleCallBacks', () => {
  it('calls everybody once per category, nobody twice in a slot, in the fewest slots', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 8 }), { minLength: 1, maxLength: 6 }), (lists) => {
        const categories = lists.map((teams, index) => ({ id: `c${index}`, teams: teams.map(String) }));
        const { calls, slots } = scheduleCallBacks(categories);
        const most = Math.max(0, ...lists.map((teams) => teams.length), ...Array.from({ length: 12 }, (_, team) => lists.filter((teams) => teams.includes(team)).length));
        const once = (key: (call: (typeof calls)[number]) => string): boolean => new Set(calls.map(key)).size === calls.length;
        return slots === most && calls.length === lists.flat().length && calls.every(({ slot }) => slot >= 1 && slot <= slots) && once(({ slot, team }) => `${slot}/${team}`) && once(({ slot, category }) => `${slot}/${category}`);
      }),
      { seed: 41, numRuns: 300 },
    );
  });
});
