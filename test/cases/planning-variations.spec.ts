import { beforeAll, describe, expect, it } from '@jest/globals';
import { exactSolver } from '#libs/exact';
import {
  assignJudges,
  bracketStandings,
  checkAlliances,
  checkBracket,
  checkQuota,
  checkSwissRound,
  doubleElimination,
  explainRefusal,
  pairSwissRound,
  pointsTable,
  resolveBracket,
  roundRobin,
  scheduleAlliances,
  seatCandidates,
  seatLateCandidate,
  seedSlots,
  singleElimination,
  snakeGroups,
  splitBlocks,
  splitQuota,
  verifyAssignment,
  verifyInfeasible,
  verifyQuotaProof,
  verifySeating,
  verifySeatsShort,
  verifySeparationBound,
  verifySwissProof,
  type IntegerSolver,
  type MatchResult,
  type QuotaSplit,
  type SeatingProblem,
} from '#libs/planning';

// Variations on the shared cases: odd numbers, ties, capacities exactly full, floors above the total, impossible instances.

const names = (count: number, prefix = 'T'): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

describe('quotas', () => {
  const places = (split: QuotaSplit): Record<string, number> | string => {
    const result = splitQuota(split);
    if (result.kind === 'infeasible') {
      expect(verifyQuotaProof(split, result.proof)).toBe(true);
      return result.proof.kind;
    }
    expect(checkQuota(split, result)).toEqual([]);
    return Object.fromEntries(result.places.map(({ id, places: own }) => [id, own]));
  };
  const shares = (weights: Record<string, number>): QuotaSplit['shares'] => Object.entries(weights).map(([id, weight]) => ({ id, weight }));

  it.each<[string, QuotaSplit, Record<string, number> | string]>([
    ['equal remainders go to the lower code', { total: 4, shares: shares({ '430300': 1, '430200': 1, '430100': 1 }) }, { '430100': 2, '430200': 1, '430300': 1 }],
    ['nothing to give', { total: 0, shares: shares({ a: 3, b: 1 }) }, { a: 0, b: 0 }],
    ['the base uses everything up', { total: 10, base: 5, shares: shares({ a: 900, b: 1 }) }, { a: 5, b: 5 }],
    ['a base above the total', { total: 9, base: 5, shares: shares({ a: 900, b: 1 }) }, 'floor-exceeds-total'],
    ['a floor above the total', { total: 5, floor: 2, shares: shares({ a: 9, b: 1, c: 1 }) }, 'floor-exceeds-total'],
    ['a floor that lifts the small ones', { total: 10, floor: 2, shares: shares({ a: 96, b: 3, c: 1 }) }, { a: 6, b: 2, c: 2 }],
    ['a ceiling that cuts the large one', { total: 10, ceiling: 4, shares: shares({ a: 96, b: 3, c: 1 }) }, { a: 4, b: 4, c: 2 }],
    ['a ceiling below the total', { total: 10, ceiling: 3, shares: shares({ a: 96, b: 3, c: 1 }) }, 'ceiling-below-total'],
    ['somebody without entries last year', { total: 7, base: 1, shares: shares({ a: 10, b: 0 }) }, { a: 6, b: 1 }],
    ['nobody with any weight', { total: 7, base: 1, shares: shares({ a: 0, b: 0 }) }, 'no-weight'],
    ['nobody at all', { total: 1, shares: [] }, 'no-weight'],
    ['exact parts', { total: 6, shares: shares({ a: 3, b: 2, c: 1 }) }, { a: 3, b: 2, c: 1 }],
    ["D'Hondt favours the large", { total: 8, shares: shares({ A: 100, B: 80, C: 30, D: 20 }), method: 'dhondt' }, { A: 4, B: 3, C: 1, D: 0 }],
    ['Sainte-Lague does not', { total: 8, shares: shares({ A: 100, B: 80, C: 30, D: 20 }), method: 'sainte-lague' }, { A: 3, B: 3, C: 1, D: 1 }],
    ['equal proportions with fewer places than shares', { total: 2, shares: shares({ a: 1, b: 5, c: 9 }), method: 'huntington-hill' }, { a: 0, b: 1, c: 1 }],
    ['weights beyond 2^31', { total: 3, shares: shares({ a: 4_000_000_000, b: 2_000_000_000 }) }, { a: 2, b: 1 }],
  ])('%s', (_, split, expected) => expect(places(split)).toEqual(expected));

  it.each([[0, 'blocks'], [11, 'blocks'], [12, 'infeasible'], [10, 'infeasible']])('%i places in blocks of eleven', (quota, kind) => expect(splitBlocks(quota, { students: 10, teachers: 1 }).kind).toBe(kind));
});

describe('seats', () => {
  const hall = (rows: number, columns: number, schools: Record<string, number>, more: Partial<SeatingProblem> = {}): SeatingProblem => ({
    candidates: Object.entries(schools).flatMap(([school, count]) => names(count, school).map((id) => ({ id, attributes: { school } }))),
    sites: [{ id: 'site' }],
    rooms: [{ id: 'hall', site: 'site', rows, columns }],
    separations: [{ attribute: 'school', neighbours: [{ rows: 1, columns: 0, penalty: 1 }] }],
    seed: 1,
    ...more,
  });
  const penaltyOf = (problem: SeatingProblem): number => {
    const plan = seatCandidates(problem);
    if (plan.kind !== 'seated') throw new Error('expected seats');
    expect(verifySeating(problem, plan.seats)).toMatchObject({ valid: true, penalty: plan.penalty });
    expect(plan.optimal).toBe(true);
    for (const bound of plan.bounds) expect(verifySeparationBound(problem, plan.seats, bound)).toBe(true);
    return plan.penalty;
  };

  it.each<[string, SeatingProblem, number]>([
    ['one school alone in a column', hall(3, 1, { A: 3 }), 2],
    ['as many as ceil(n / 2)', hall(7, 1, { A: 4, B: 3 }), 0],
    ['one too many', hall(7, 1, { A: 5, B: 2 }), 2],
    ['nobody', hall(7, 1, {}), 0],
    ['one candidate', hall(1, 1, { A: 1 }), 0],
    ['two columns side by side do not touch', hall(2, 2, { A: 2, B: 2 }), 0],
    ['eight around: one of a school in four seats', hall(2, 2, { A: 2, B: 2 }, { separations: [{ attribute: 'school', neighbours: [{ rows: 0, columns: 1, penalty: 1 }, { rows: 1, columns: 0, penalty: 1 }, { rows: 1, columns: 1, penalty: 1 }] }] }), 2],
    ['a gap between them', hall(1, 3, { A: 2 }, { rooms: [{ id: 'hall', site: 'site', rows: 3, columns: 1, gaps: [[1, 0]] }] }), 0],
  ])('%s', (_, problem, penalty) => expect(penaltyOf(problem)).toBe(penalty));

  it.each([[60, 2], [61, 3], [1, 1], [900, 30]])('%i candidates in rooms of 30 fill %i evenly', (count, rooms) => {
    const problem = hall(5, 6, { A: count }, { separations: [], rooms: names(31, 'room').map((id) => ({ id, site: 'site', rows: 5, columns: 6 })) });
    const plan = seatCandidates(problem);
    if (plan.kind !== 'seated') throw new Error('expected seats');
    const sizes = [...new Set(plan.seats.map(({ room }) => room))].map((room) => plan.seats.filter((seat) => seat.room === room).length);
    expect(sizes).toHaveLength(rooms);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('exactly full, and one more', () => {
    expect(seatCandidates(hall(2, 3, { A: 3, B: 3 })).kind).toBe('seated');
    const short = hall(2, 3, { A: 4, B: 3 });
    const refused = seatCandidates(short);
    if (refused.kind !== 'infeasible') throw new Error('expected a refusal');
    expect(verifySeatsShort(short, refused.proof)).toBe(true);
    expect(explainRefusal(refused.proof, 'en')).toBe('7 candidates can only go to site, where there are 6 suitable seats.');
    const full = seatCandidates(hall(2, 3, { A: 3, B: 3 }));
    expect(full.kind === 'seated' && seatLateCandidate(short, full.seats, { id: 'late', attributes: {} }).kind).toBe('no-seat');
  });
});

describe('draws', () => {
  const play = (entrants: number, kind: 'single' | 'double'): { team: string; place: number }[] | null => {
    const bracket = kind === 'single' ? singleElimination(entrants) : doubleElimination(entrants);
    expect(checkBracket(bracket)).toEqual([]);
    const results: MatchResult[] = [];
    for (const { id } of bracket.matches) {
      const [a, b] = resolveBracket(bracket, names(entrants), results).matches.find((match) => match.id === id)!.teams;
      results.push({ match: id, teams: [a!, b!], games: [Number(a!.slice(1)) < Number(b!.slice(1)) ? 0 : 1] });
    }
    return bracketStandings(resolveBracket(bracket, names(entrants), results));
  };

  it.each([2, 3, 5, 7, 9, 13, 31, 33])('single elimination of %i: the better seed always wins, so seeds end in order', (entrants) => {
    const standings = play(entrants, 'single')!;
    expect(standings.slice(0, 2)).toEqual([{ team: 'T1', place: 1 }, { team: 'T2', place: 2 }]);
    expect(standings).toHaveLength(entrants);
  });

  it.each([3, 5, 6, 11, 24])('double elimination of %i: second and third are the second and third seed', (entrants) => {
    expect(play(entrants, 'double')!.slice(0, 3).map(({ team }) => team)).toEqual(['T1', 'T2', 'T3']);
  });

  it.each([[3, [1, null, 3, 2]], [5, [1, null, 4, 5, 3, null, null, 2]], [7, [1, null, 4, 5, 3, 6, 7, 2]]])('slots of %i in the order of the sheet', (entrants, slots) => expect(seedSlots(entrants, 'second-last')).toEqual(slots));

  it.each([[7, 3, [[1, 6, 7], [2, 5], [3, 4]]], [2, 3, [[1], [2], []]]])('%i seeds by snake into %i groups', (seeds, groups, expected) => expect(snakeGroups(seeds, groups)).toEqual(expected));

  it.each([[1, 1, 0], [2, 1, 1], [5, 5, 10], [6, 5, 15]])('round robin of %i: %i rounds, %i matches', (teams, rounds, matches) => {
    const drawn = roundRobin(names(teams));
    expect(drawn.filter(({ pairs, bye }) => pairs.length > 0 || bye !== null)).toHaveLength(rounds);
    expect(drawn.flatMap(({ pairs }) => pairs)).toHaveLength(matches);
  });

  it('ROB-RR-001: three in a circle need a play-off', () => {
    const match = (a: string, b: string, winner: string): { teams: [string, string]; winner: string } => ({ teams: [a, b], winner });
    const table = pointsTable(['P', 'Q', 'R', 'S'], [match('P', 'Q', 'P'), match('P', 'R', 'R'), match('P', 'S', 'P'), match('Q', 'R', 'Q'), match('Q', 'S', 'Q'), match('R', 'S', 'R')], { win: 3, draw: 0, loss: 1 });
    expect(table).toMatchObject({ order: [['P', 'Q', 'R'], ['S']], playOffs: [['P', 'Q', 'R']] });
    expect(table.points.map(({ points }) => points)).toEqual([7, 7, 7, 3]);
  });

  it.each([[0, 'round', null], [1, 'round', 'T1'], [5, 'round', 'T5']])('Swiss round of %i', (count, kind, bye) => {
    const teams = names(count).map((id) => ({ id, points: 0 }));
    const round = pairSwissRound(teams);
    expect(round).toMatchObject({ kind, bye });
    if (round.kind === 'round') expect(checkSwissRound(teams, round)).toEqual([]);
  });

  it('Swiss: odd, and whoever may rest leaves a rematch behind', () => {
    // Only A may rest, and B has met C.
    const teams = [{ id: 'A', points: 1 }, { id: 'B', points: 1, hadBye: true, opponents: ['C'] }, { id: 'C', points: 0, hadBye: true, opponents: ['B'] }];
    const round = pairSwissRound(teams);
    if (round.kind !== 'infeasible') throw new Error('expected a proof');
    expect(round.proof).toMatchObject({ kind: 'rematches-unavoidable', bye: 'bye', separators: ['A'] });
    expect(verifySwissProof(teams, {}, round.proof)).toBe(true);
    expect(verifySwissProof([teams[0]!, { ...teams[1]!, hadBye: false }, teams[2]!], {}, round.proof)).toBe(false);
  });

  it.each([[3, 1, 1, 2, 'gap-too-wide'], [5, 3, 3, 1, 'too-few-teams'], [5, 1, 1, 4, 'gap-too-wide'], [12, 3, 3, 3, 'gap-too-wide']])('%i teams, %i matches each, %i a side, gap %i: refused', (teams, matchesPerTeam, allianceSize, minimumGap, kind) => {
    expect(scheduleAlliances({ teams: names(teams), matchesPerTeam, allianceSize, minimumGap, seed: 1 })).toMatchObject({ kind: 'infeasible', proof: { kind } });
  });

  it.each([[9, 5, 2, 2], [13, 4, 3, 2], [13, 6, 2, 3], [4, 3, 2, 1], [6, 1, 1, 3], [7, 2, 2, 1]])('%i teams, %i matches each, %i a side, gap %i: kept, surrogates and all', (teams, matchesPerTeam, allianceSize, minimumGap) => {
    const request = { teams: names(teams), matchesPerTeam, allianceSize, minimumGap, seed: 5 };
    const schedule = scheduleAlliances(request, { moves: 10_000 });
    if (schedule.kind !== 'schedule') throw new Error('expected matches');
    expect(checkAlliances(request, schedule.matches)).toEqual([]);
  });
});

describe('assignments', () => {
  let solver: IntegerSolver;
  beforeAll(async () => {
    solver = await exactSolver();
  });
  const problem = (entries: number, need: number, maxima: number[]) => ({ entries: names(entries, 'e').map((id) => ({ id, need })), judges: maxima.map((max, index) => ({ id: `j${index}`, max })), seed: 1 });

  it.each<[string, ReturnType<typeof problem>, 'plan' | 'infeasible']>([
    ['exactly enough', problem(4, 3, [4, 4, 4]), 'plan'],
    ['one review short', problem(4, 3, [4, 4, 3]), 'infeasible'],
    ['more judges wanted than there are', problem(1, 3, [9, 9]), 'infeasible'],
    ['no entries', problem(0, 3, [9, 9]), 'plan'],
    ['no judges', problem(2, 1, []), 'infeasible'],
    ['no reviews wanted', problem(2, 0, []), 'plan'],
  ])('%s', (_, asked, kind) => {
    const result = assignJudges(asked, { solver });
    expect(result.kind).toBe(kind);
    if (result.kind === 'infeasible') expect(verifyInfeasible(asked, result.proof)).toBe(true);
    else expect(verifyAssignment(asked, result)).toMatchObject({ valid: true, optimal: true });
  });
});
