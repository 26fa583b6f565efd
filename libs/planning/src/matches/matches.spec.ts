import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactSolver } from '#libs/exact';
import { verifyInfeasible } from '../assignment/certificate.js';
import type { IntegerSolver } from '../assignment/problem.js';
import { seededRandom } from '../seeded-random.js';
import { scheduleAlliances, type AllianceSchedule } from './alliance-schedule.js';
import { replaceWithdrawn } from './alliance-withdrawal.js';
import { colourEvenly } from './even-colouring.js';
import { timeMatches } from './match-times.js';
import { checkTimetable, timetableRuns, withdrawFromTimetable, type RunTimetableRequest } from './run-timetable.js';
import { startTimes } from './time-grid.js';

const teamsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `T${String(index + 1).padStart(2, '0')}`);

function schedule(teams: number, matchesPerTeam: number, allianceSize: number, minimumGap: number, moves = 400_000): AllianceSchedule {
  const result = scheduleAlliances({ teams: teamsOf(teams), matchesPerTeam, allianceSize, minimumGap, seed: 3 }, { moves });
  if (result.kind !== 'schedule') throw new Error(JSON.stringify(result.proof));
  return result;
}

describe('scheduleAlliances', () => {
  it.each([[24, 5, 2], [40, 6, 2]])('%i teams x %i matches: no repeat, no surrogate, gap 3, colours balanced', (teams, matches, side) => {
    expect(schedule(teams, matches, side, 3).measures).toMatchObject({ matchesPerTeam: [matches, matches], surrogates: 0, partnerRepeats: 0, opponentRepeats: 0, minimumGap: 3, clashes: 0 });
  });

  it('uses the fewest surrogates, in their third match, when numbers do not divide', () => {
    for (const [teams, matches, side] of [[9, 4, 2], [13, 5, 2], [14, 5, 3]] as const) {
      const { measures, matches: list } = schedule(teams, matches, side, 2, 30_000);
      const seats = 2 * side;
      expect(measures).toMatchObject({ matchesPerTeam: [matches, matches], surrogates: (seats - ((teams * matches) % seats)) % seats, clashes: 0 });
      for (const match of list) {
        for (const team of match.surrogates) expect(list.filter(({ number, red, blue }) => number <= match.number && [...red, ...blue].includes(team))).toHaveLength(3);
      }
    }
  });

  it('shows by counting when teams are too few', () => {
    const request = { teams: teamsOf(7), matchesPerTeam: 4, allianceSize: 2, minimumGap: 2, seed: 1 };
    expect(scheduleAlliances(request)).toEqual({ kind: 'infeasible', proof: { kind: 'gap-too-wide', teams: 7, perMatch: 4, gap: 2 } });
    expect(scheduleAlliances({ ...request, teams: teamsOf(3) })).toEqual({ kind: 'infeasible', proof: { kind: 'too-few-teams', teams: 3, perMatch: 4 } });
  });

  it('fills only the places of a team that withdraws', () => {
    const { matches } = schedule(24, 5, 2, 3);
    const repaired = replaceWithdrawn(matches, 'T05', 8);
    const places = matches.filter(({ number, red, blue }) => number >= 8 && [...red, ...blue].includes('T05'));
    expect(repaired.standIns.map(({ match }) => match)).toEqual(places.map(({ number }) => number));
    repaired.matches.forEach((match, index) => {
      const [before, after] = [matches[index]!, match].map(({ red, blue }) => [...red, ...blue]);
      expect(after!.filter((team) => !before!.includes(team)).length).toBe(places.some(({ number }) => number === match.number) ? 1 : 0);
    });
    expect(repaired.measures).toMatchObject({ clashes: 0, surrogates: places.length });
  });

  it('asks another team for the next place where two could stand in as well', () => {
    const match = (number: number, red: string, blue: string) => ({ number, red: [red], blue: [blue], surrogates: [] });
    const { standIns, short } = replaceWithdrawn([match(1, 'B', 'C'), match(10, 'A', 'X'), match(20, 'X', 'A')], 'X', 1);
    expect(standIns).toEqual([{ match: 10, team: 'B' }, { match: 20, team: 'C' }]);
    expect(short).toEqual([]);
  });
});

describe('timeMatches', () => {
  it('keeps breaks, gives nobody two fields at once, uses fields equally, and counts what does not fit', () => {
    const { matches } = schedule(24, 5, 2, 3);
    const blocks = [{ from: 540, to: 600 }, { from: 660, to: 780 }];
    const timed = timeMatches(matches, ['F1', 'F2'], blocks, 10, 8);
    if (timed.kind !== 'times') throw new Error('expected times');
    expect(timed.times.every(({ start }) => start + 8 <= 600 || start >= 660)).toBe(true);
    expect(timed.times.filter(({ field }) => field === 'F1')).toHaveLength(15);
    const teamsAt = (start: number): string[] => timed.times.filter((time) => time.start === start).flatMap(({ number }) => [...matches[number - 1]!.red, ...matches[number - 1]!.blue]);
    for (const { start } of timed.times) expect(new Set(teamsAt(start)).size).toBe(teamsAt(start).length);
    expect(timeMatches(matches, ['F1'], blocks, 10, 8)).toEqual({ kind: 'infeasible', proof: { kind: 'time-short', matches: 30, places: 18 } });
  });
});

describe('colourEvenly', () => {
  it('is even at every node of random bipartite graphs', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ left: fc.nat(9), right: fc.nat(7) }), { maxLength: 90 }), fc.integer({ min: 1, max: 5 }), (edges, colours) => {
        const colour = colourEvenly(edges, 10, 8, colours);
        const even = (side: 'left' | 'right', count: number): boolean =>
          Array.from({ length: count }, (_, node) => {
            const uses = Array.from({ length: colours }, (_unused, one) => edges.filter((edge, index) => edge[side] === node && colour[index] === one).length);
            return Math.max(...uses) - Math.min(...uses) <= 1;
          }).every(Boolean);
        return even('left', 10) && even('right', 8);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

describe('timetableRuns', () => {
  let solver: IntegerSolver;
  beforeAll(async () => {
    solver = await exactSolver();
  });

  const day: RunTimetableRequest = {
    teams: teamsOf(23).map((id, index) => ({ id, busy: [{ from: 540 + (index % 6) * 20, to: 560 + (index % 6) * 20 }] })),
    runsPerTeam: 3,
    fields: ['F1', 'F2', 'F3'],
    blocks: [{ from: 540, to: 720 }, { from: 780, to: 960 }],
    cycle: 8,
    runLength: 5,
    minimumGap: 15,
    aroundBusy: 5,
    seed: 'day',
  };

  it('gives every team its runs around interviews and the break, gaps kept, fields balanced', () => {
    const result = timetableRuns(day);
    if (result.kind !== 'timetable') throw new Error('expected a timetable');
    expect(checkTimetable(day, result.runs)).toEqual([]);
    expect(timetableRuns({ ...day, teams: [...day.teams].reverse() })).toEqual(result);
    const left = withdrawFromTimetable(result.runs, 'T07', 700);
    expect(left.runs.length + left.freed.length).toBe(result.runs.length);
    expect(left.runs.every((run) => result.runs.includes(run))).toBe(true);
  });

  it('proves a shortage of places', () => {
    const short = { ...day, blocks: [{ from: 540, to: 660 }] };
    const result = timetableRuns(short);
    if (result.kind !== 'infeasible' || result.proof.kind !== 'places-short') throw new Error('expected a proof');
    // The same question as an assignment: 15 start times of three places for 23 teams of three runs.
    const starts = startTimes(short.blocks, short.cycle, short.runLength);
    const conflicts = short.teams.flatMap(({ id, busy }) => starts.filter((start) => busy!.some(({ from, to }) => start - 5 < to && from < start + 10)).map((start) => ({ entry: id, judge: String(start) })));
    const asked = { entries: short.teams.map(({ id }) => ({ id, need: 3 })), judges: starts.map((start) => ({ id: String(start), max: 3 })), conflicts, seed: 0 };
    expect(verifyInfeasible(asked, result.proof.proof)).toBe(true);
  });

  it('agrees with the exact solver on feasibility of tight small days', () => {
    const random = seededRandom('tight days');
    const seen = { timetable: 0, infeasible: 0 };
    for (let round = 0; round < 25; round++) {
      const request: RunTimetableRequest = {
        teams: teamsOf(4 + random.below(3)).map((id) => ({ id, busy: [{ from: random.below(8) * 10, to: (2 + random.below(9)) * 10 }] })),
        runsPerTeam: 2,
        fields: ['F1', 'F2'],
        blocks: [{ from: 0, to: 60 + 10 * random.below(4) }],
        cycle: 10,
        runLength: 6,
        minimumGap: 10 * random.below(3),
        seed: round,
      };
      const result = timetableRuns(request, solver);
      seen[result.kind]++;
      if (result.kind === 'timetable') expect(checkTimetable(request, result.runs)).toEqual([]);
    }
    expect(seen.timetable).toBeGreaterThan(3);
    expect(seen.infeasible).toBeGreaterThan(3);
  });
});
