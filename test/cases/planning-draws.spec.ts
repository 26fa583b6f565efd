import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  bracketStandings,
  checkInterviews,
  doubleElimination,
  pairSwissRound,
  resolveBracket,
  scheduleAlliances,
  scheduleCallBacks,
  seedOrder,
  seedSlots,
  singleElimination,
  snakeGroups,
  spreadByes,
  startTimes,
  timetableInterviews,
  type Bracket,
  type MatchResult,
  type SwissTeam,
} from '#libs/planning';

const cases = JSON.parse(readFileSync(new URL('planning-draws.json', import.meta.url), 'utf8')) as { id: string; input: unknown; expected: unknown }[];
const caseOf = <Input, Expected>(id: string): { input: Input; expected: Expected } => cases.find((one) => one.id === id) as unknown as { input: Input; expected: Expected };

const seedsOf = (entrants: number): string[] => Array.from({ length: entrants }, (_, index) => String(index + 1));
const meeting = (bracket: Bracket, results: MatchResult[], match: string): (number | null)[] =>
  resolveBracket(bracket, seedsOf(bracket.entrants), results).matches.find(({ id }) => id === match)!.teams.map((team) => (team === null ? null : Number(team)));

describe('seeding', () => {
  it('ROB-BRACKET-001', () => {
    const { input, expected } = caseOf<{ n: number }, { slots: number[] }>('ROB-BRACKET-001');
    expect(seedSlots(input.n, 'second-last')).toEqual(expected.slots);
  });

  it('ROB-BRACKET-002', () => {
    const { input, expected } = caseOf<{ n: number }, { slots: (number | string)[]; byes_for: number[] }>('ROB-BRACKET-002');
    const slots = seedSlots(input.n, 'second-last');
    expect(slots.map((seed) => seed ?? 'BYE')).toEqual(expected.slots);
    expect(slots.filter((seed, slot) => seed !== null && slots[slot ^ 1] === null)).toEqual(expected.byes_for);
  });

  it('fll-bracket-byes', () => {
    const { input, expected } = caseOf<{ teams: string[] }, { order: string[] }>('fll-bracket-byes');
    expect(seedSlots(input.teams.length, 'second-last').map((seed) => (seed === null ? 'BYE' : input.teams[seed - 1]))).toEqual(expected.order);
  });

  it('bm-seed-16', () => expect(seedOrder(16)).toEqual(caseOf<object, { order: number[] }>('bm-seed-16').expected.order));

  it('bm-groups-snake', () => {
    const { input, expected } = caseOf<{ seeds: number; groups: number }, { groups: number[][] }>('bm-groups-snake');
    expect(snakeGroups(input.seeds, input.groups)).toEqual(expected.groups);
  });

  it('bm-balance-byes', () => {
    const { input, expected } = caseOf<{ cases: { n: number; size: number }[] }, { slots: (number | null)[][] }>('bm-balance-byes');
    expect(input.cases.map(({ n, size }) => spreadByes(n, size))).toEqual(expected.slots);
  });
});

describe('knock-outs', () => {
  it('cheesy-se-byes', () => {
    const first = (entrants: number, match: string): (number | null)[] => meeting(singleElimination(entrants), [], match);
    const { expected } = caseOf<object, { 2: number[][]; 3: Record<string, (number | null)[]>; 4: Record<string, number[]>; 5: Record<string, (number | null)[]> }>('cheesy-se-byes');
    expect(first(2, 'F1-1')).toEqual(expected[2][0]);
    expect([first(3, 'W1-1'), first(3, 'F1-1')]).toEqual([expected[3].SF2, expected[3].F]);
    expect([first(4, 'W1-1'), first(4, 'W1-2')]).toEqual([expected[4].SF1, expected[4].SF2]);
    expect([first(5, 'W1-1'), first(5, 'W2-1'), first(5, 'W2-2')]).toEqual([expected[5].QF2, expected[5].SF1, expected[5].SF2]);
  });

  it('cheesy-de8-seeding', () => {
    const { expected } = caseOf<object, { round1: number[][]; match_count_before_finals: number }>('cheesy-de8-seeding');
    const bracket = doubleElimination(8, { finalBestOf: 3 });
    const firstRound = bracket.matches.filter(({ part, round }) => part === 'winners' && round === 1);
    expect(firstRound.map(({ id }) => meeting(bracket, [], id))).toEqual(expected.round1);
    expect(bracket.matches.filter(({ part }) => part !== 'final')).toHaveLength(expected.match_count_before_finals);
  });

  it('cheesy-de4-unscore', () => {
    const { expected } = caseOf<object, Record<string, (number | null)[] | number[][] | number>>('cheesy-de4-unscore');
    const bracket = doubleElimination(4, { finalBestOf: 3 });
    const result = (match: string, teams: [number, number], ...games: (0 | 1)[]): MatchResult => ({ match, teams: [String(teams[0]), String(teams[1])], games });
    const m1 = result('W1-1', [1, 4], 0);
    const m2Blue = result('W1-2', [2, 3], 1);
    const m2Red = result('W1-2', [2, 3], 0);
    const next = (results: MatchResult[]): unknown => [meeting(bracket, results, 'W2-1'), meeting(bracket, results, 'L1-1')];
    expect(next([m1, m2Blue])).toEqual(expected.M3_M4_after_M2_blue);
    expect(next([m1, m2Red])).toEqual(expected.M3_M4_after_correction);
    const before = [m1, m2Red, result('W2-1', [1, 2], 1), result('L1-1', [4, 3], 0)];
    const m5 = result('L2-1', [1, 4], 1);
    expect(meeting(bracket, [...before, m5], 'F1-1')).toEqual(expected.final_after_M5);
    const final = result('F1-1', [2, 4], 1, 0, 1);
    expect(meeting(bracket, [...before, final], 'F1-1')).toEqual(expected.final_after_delete);
    expect(resolveBracket(bracket, seedsOf(4), [...before, final]).stale).toEqual([final]);
    const done = resolveBracket(bracket, seedsOf(4), [...before, m5, final]);
    expect([Number(done.champion), Number(done.finalist)]).toEqual([expected.winner, expected.finalist]);
  });

  it('bm-se-standings', () => {
    const { input, expected } = caseOf<{ teams: number }, { with_third_place: Record<string, number>; without: Record<string, number> }>('bm-se-standings');
    const standings = (thirdPlace: boolean): Record<string, number> => {
      const bracket = singleElimination(input.teams, { thirdPlace });
      const results: MatchResult[] = [];
      for (const { id, number } of bracket.matches) {
        const [first, second] = meeting(bracket, results, id);
        results.push({ match: id, teams: [String(first), String(second)], games: [number % 2 === 0 ? 0 : 1] });
      }
      return Object.fromEntries(bracketStandings(resolveBracket(bracket, seedsOf(input.teams), results))!.map(({ team, place }) => [`Team ${team}`, place]));
    };
    expect(standings(true)).toEqual(expected.with_third_place);
    expect(standings(false)).toEqual(expected.without);
  });
});

describe('Swiss rounds', () => {
  it('tabby-pullup-bottom', () => {
    const { input, expected } = caseOf<{ brackets: Record<string, number[]> }, Record<string, number[]>>('tabby-pullup-bottom');
    const teams = Object.entries(input.brackets).flatMap(([points, ids]) => ids.map((id) => ({ id: String(id), points: Number(points) })));
    const round = pairSwissRound(teams.sort((a, b) => b.points - a.points));
    if (round.kind !== 'round') throw new Error('expected a round');
    expect(Object.fromEntries(round.brackets.map(({ points, teams: ids }) => [points, ids.map(Number)]))).toEqual(expected);
  });

  it('tabby-pullup-infeasible', () => {
    const { input } = caseOf<{ brackets: Record<string, number> }, object>('tabby-pullup-infeasible');
    const teams = Object.entries(input.brackets).flatMap(([points, count]) => Array.from({ length: count }, (_, index) => ({ id: `${points}-${index}`, points: Number(points) })));
    expect(pairSwissRound(teams.sort((a, b) => b.points - a.points), { odd: 'refuse' })).toEqual({ kind: 'infeasible', proof: { kind: 'odd-number', teams: 15 } });
  });

  const pairsOf = (pairs: [number, string][][], known: boolean, sameSchoolWeight: number): number[][] => {
    const places = [...pairs.map(([top]) => top!), ...pairs.map(([, bottom]) => bottom!)];
    const teams: SwissTeam[] = places.map(([id, school]) => ({ id: String(id), points: 1, ...(known ? { school } : {}) }));
    const round = pairSwissRound(teams, { sameSchoolWeight });
    if (round.kind !== 'round') throw new Error('expected a round');
    return round.pairs.map((pair) => pair.teams.map(Number));
  };

  it('tabby-1u1d-institution', () => {
    const { input, expected } = caseOf<{ pairs: [number, string][][] }, Record<string, number[][]>>('tabby-1u1d-institution');
    expect(pairsOf(input.pairs, true, 3)).toEqual(expected.avoid_on);
    expect(pairsOf(input.pairs, true, 0)).toEqual(expected.avoid_off);
    expect(pairsOf(input.pairs, false, 3)).toEqual(expected.institution_null);
  });

  it('tabby-1u1d-exhausted', () => {
    const { input, expected } = caseOf<{ pairs: [number, string][][] }, { pairs: number[][] }>('tabby-1u1d-exhausted');
    expect(pairsOf(input.pairs, true, 3)).toEqual(expected.pairs);
  });
});

describe('interviews and call-backs', () => {
  it('cheesy-judging-slots', () => {
    const { input, expected } = caseOf<{ teams: number; panels: number; duration_min: number; gap_before: number; gap_after: number }, { slots: number; per_panel: number }>('cheesy-judging-slots');
    const teams = Array.from({ length: input.teams }, (_, index) => `T${index + 1}`);
    // The case leaves the matches' make-up open: 24 matches of two against two. Gaps count from the start of a match.
    const schedule = scheduleAlliances({ teams, matchesPerTeam: 4, allianceSize: 2, minimumGap: 2, seed: 4 }, { moves: 20_000 });
    if (schedule.kind !== 'schedule') throw new Error('expected matches');
    const busy = schedule.matches.flatMap(({ number, red, blue }) => {
      const from = (number <= 12 ? 540 : 780) + ((number - 1) % 12) * 10;
      return [...red, ...blue].map((person) => ({ person, from, to: from }));
    });
    const request = {
      interviews: teams.map((id) => ({ id, people: [id] })),
      panels: Array.from({ length: input.panels }, (_, index) => ({ id: `panel ${index}`, most: expected.per_panel })),
      starts: startTimes([{ from: 540, to: 660 }, { from: 780, to: 900 }], input.duration_min, input.duration_min),
      length: input.duration_min,
      gap: 0,
      travel: 0,
      busy,
      gapAfterBusy: input.gap_before,
      gapBeforeBusy: input.gap_after,
      seed: 1,
    };
    const timetable = timetableInterviews(request);
    if (timetable.kind !== 'timetable') throw new Error(JSON.stringify(timetable.proof));
    expect(timetable.interviews).toHaveLength(expected.slots);
    expect(checkInterviews(request, timetable.interviews)).toEqual([]);
    expect(timetable.interviews.filter(({ start }) => start + input.duration_min > 660 && start < 780)).toEqual([]);
    const perPanel = request.panels.map(({ id }) => timetable.interviews.filter(({ panel }) => panel === id).length);
    expect(perPanel).toEqual(request.panels.map(() => expected.per_panel));
  });

  it('fll-finalist-schedule', () => {
    const { input } = caseOf<Record<string, number[]>, object>('fll-finalist-schedule');
    const categories = Object.entries(input).map(([id, teams]) => ({ id, teams: teams.map(String) }));
    const { calls, slots } = scheduleCallBacks(categories);
    expect(slots).toBe(4);
    for (const { id, teams } of categories) expect(calls.filter(({ category }) => category === id).map(({ team }) => team).sort()).toEqual([...teams].sort());
    expect(new Set(calls.map(({ slot, team }) => `${slot}/${team}`)).size).toBe(calls.length);
    expect(new Set(calls.map(({ slot, category }) => `${slot}/${category}`)).size).toBe(calls.length);
  });
});
