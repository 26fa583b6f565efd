import { describe, expect, it } from '@jest/globals';
import { exactSolver } from '#libs/exact';
import {
  BESIDE_BEFORE_BEHIND,
  PlanningInputError,
  assignJudges,
  pointsTable,
  scheduleCallBacks,
  seatLateCandidate,
  timeMatches,
  checkAlliances,
  checkBracket,
  checkGroups,
  checkInterviews,
  checkQuota,
  checkRandomised,
  checkRoundRobin,
  checkSwissRound,
  checkTimetable,
  randomiseAssignment,
  roundRobin,
  scheduleAlliances,
  singleElimination,
  doubleElimination,
  splitQuota,
  timetableInterviews,
  timetableRuns,
  verifyAlliancesImpossible,
  verifyAssignment,
  verifyInterviewProof,
  verifyQuotaProof,
  verifyRunProof,
  verifySeatsShort,
  verifySwissProof,
  type AllianceMatch,
  type AssignmentProblem,
  type Bracket,
  type InterviewRequest,
  type QuotaSplit,
  type RunTimetableRequest,
  type SeatingProblem,
  type SwissTeam,
} from './index.js';

// The verifiers must object to whatever is tampered with; each line below breaks exactly one rule.

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `T${index}`);

describe('checkAlliances', () => {
  const request = { teams: names(9), matchesPerTeam: 3, allianceSize: 2, minimumGap: 2, seed: 3 };
  const schedule = scheduleAlliances(request, { moves: 5000 });
  if (schedule.kind !== 'schedule') throw new Error('expected matches');
  const { matches } = schedule;
  const change = (index: number, edit: (match: AllianceMatch) => Partial<AllianceMatch>): AllianceMatch[] => matches.map((match, at) => (at === index ? { ...match, ...edit(match) } : match));

  it('accepts what was planned', () => expect(checkAlliances(request, matches)).toEqual([]));
  it.each<[RegExp, AllianceMatch[]]>([
    [/is numbered/, change(0, () => ({ number: 7 }))],
    [/not 2 against 2/, change(0, ({ red }) => ({ red: red.slice(1) }))],
    [/names a team twice/, change(0, ({ red }) => ({ blue: [...red] }))],
    [/unknown team X/, change(0, ({ red }) => ({ red: ['X', red[1]!] }))],
    [/without playing it/, change(0, ({ red, blue }) => ({ surrogates: [names(9).find((team) => ![...red, ...blue].includes(team))!] }))],
    [/matches that count/, matches.slice(1).map((match, index) => ({ ...match, number: index + 1 }))],
    [/plays matches 1 and 2/, [matches[0]!, { ...matches[0]!, number: 2 }, ...matches.slice(2)]],
    [/surrogates where 1 are needed/, matches.map((match) => ({ ...match, surrogates: [] }))],
  ])('says %s', (fault, tampered) => expect(checkAlliances(request, tampered).join('\n')).toMatch(fault));

  it('believes no refusal that does not hold', () => {
    expect(verifyAlliancesImpossible({ ...request, minimumGap: 3 }, { kind: 'gap-too-wide', teams: 9, perMatch: 4, gap: 3 })).toBe(true);
    expect(verifyAlliancesImpossible(request, { kind: 'gap-too-wide', teams: 9, perMatch: 4, gap: 2 })).toBe(false);
    expect(verifyAlliancesImpossible(request, { kind: 'gap-too-wide', teams: 9, perMatch: 4, gap: 3 })).toBe(false);
    expect(verifyAlliancesImpossible(request, { kind: 'too-few-teams', teams: 9, perMatch: 4 })).toBe(false);
    expect(verifyAlliancesImpossible({ ...request, teams: names(3) }, { kind: 'too-few-teams', teams: 3, perMatch: 4 })).toBe(true);
  });
});

describe('draws', () => {
  it('a round robin', () => {
    const rounds = roundRobin(names(5), 2);
    expect(checkRoundRobin(names(5), 2, rounds)).toEqual([]);
    expect(checkRoundRobin(names(5), 1, rounds)[0]).toMatch(/meet 2 times/);
    expect(checkRoundRobin(names(5), 2, rounds.slice(1)).join()).toMatch(/meet 1 times/);
    expect(checkRoundRobin(names(5), 2, [{ ...rounds[0]!, bye: 'T1' }, ...rounds.slice(1)])).toEqual(['round 1 does not name every team once']);
    expect(checkRoundRobin(names(5), 2, [{ ...rounds[0]!, bye: null }, ...rounds.slice(1)])).toEqual(['round 1 does not name every team once']);
  });

  it('a Swiss round', () => {
    const teams: SwissTeam[] = [{ id: 'A', points: 1, opponents: ['B'] }, { id: 'B', points: 1, hadBye: true }, { id: 'C', points: 0 }];
    const round = (first: string, second: string, bye: string | null): Parameters<typeof checkSwissRound>[1] => ({ kind: 'round', pairs: [{ teams: [first, second], bracket: 1, sameSchool: false }], bye, brackets: [] });
    expect(checkSwissRound(teams, round('A', 'C', 'B'))).toEqual(['B has had a bye']);
    expect(checkSwissRound(teams, round('B', 'C', 'A'))).toEqual([]);
    expect(checkSwissRound(teams, round('B', 'A', 'C'))).toEqual(['B and A have met']);
    expect(checkSwissRound(teams, round('B', 'C', null))).toEqual(['not every team is in the round once', 'a bye belongs to odd numbers only']);
    expect(checkSwissRound(teams, round('B', 'B', 'A'))[0]).toBe('not every team is in the round once');
    expect(verifySwissProof(teams, {}, { kind: 'odd-number', teams: 3 })).toBe(false);
    expect(verifySwissProof(teams, { odd: 'refuse' }, { kind: 'odd-number', teams: 3 })).toBe(true);
    expect(verifySwissProof(teams, {}, { kind: 'everybody-had-a-bye' })).toBe(false);
    expect(verifySwissProof(teams, {}, { kind: 'rematches-unavoidable', separators: [], oddClusters: [['A'], ['B']], bye: 'bye' })).toBe(false);
  });

  it('groups', () => {
    expect(checkGroups(5, [[1, 4, 5], [2, 3]])).toEqual([]);
    expect(checkGroups(5, [[1, 4, 5, 3], [2]])).toEqual(['group sizes differ by more than one']);
    expect(checkGroups(5, [[1, 4, 5], [2, 2]])).toEqual(['not every seed is in a group once']);
    expect(checkGroups(5, [[1, 4, 6], [2, 3]])).toEqual(['not every seed is in a group once']);
  });

  it('a knock-out', () => {
    const single = singleElimination(6);
    const double = doubleElimination(6);
    expect([checkBracket(single), checkBracket(double)]).toEqual([[], []]);
    const tampered = (bracket: Bracket, id: string, sides: Bracket['matches'][number]['sides']): Bracket => ({ ...bracket, matches: bracket.matches.map((match) => (match.id === id ? { ...match, sides } : match)) });
    expect(checkBracket({ ...single, matches: single.matches.slice(1) }).join()).toMatch(/4 matches where 5 decide/);
    expect(checkBracket(tampered(single, 'W1-1', [{ kind: 'seed', seed: 1 }, { kind: 'seed', seed: 5 }])).join()).toMatch(/not every seed enters once/);
    expect(checkBracket(tampered(single, 'F1-1', [{ kind: 'winner', match: 'W2-1' }, { kind: 'winner', match: 'W2-1' }])).join()).toMatch(/the winner of W2-1 goes on 2 times/);
    expect(checkBracket({ ...single, matches: [...single.matches].reverse() }).join()).toMatch(/hangs on a later match/);
    const loser = double.matches.find(({ sides }) => sides[0].kind === 'loser')!;
    expect(checkBracket(tampered(double, loser.id, [{ kind: 'winner', match: 'W1-1' }, loser.sides[1]])).join()).toMatch(/the loser of W\d-\d goes on 0 times/);
  });
});

describe('checkQuota', () => {
  const split: QuotaSplit = { total: 10, floor: 1, ceiling: 8, shares: [{ id: 'a', weight: 7 }, { id: 'b', weight: 2 }, { id: 'c', weight: 1 }] };
  const given = (a: number, b: number, c: number): Parameters<typeof checkQuota>[1] => ({ kind: 'quota', places: [['a', a], ['b', b], ['c', c]].map(([id, places]) => ({ id: String(id), places: Number(places), exact: { numerator: '0', denominator: '1' }, tieBroken: false })) });

  it('looks at sum, bounds and every single place', () => {
    const plain = { total: 10, shares: split.shares };
    expect(checkQuota(plain, given(7, 2, 1))).toEqual([]);
    expect(checkQuota(plain, given(6, 3, 1)).join()).toMatch(/a place of b belongs to a/);
    expect(checkQuota(plain, given(7, 2, 2))[0]).toMatch(/11 places are given/);
    expect(checkQuota(split, given(9, 1, 0)).slice(0, 2)).toEqual(['a has 9 places, outside 1..8', 'c has 0 places, outside 1..8']);
    for (const method of ['dhondt', 'sainte-lague', 'huntington-hill'] as const) {
      const result = splitQuota({ ...plain, method });
      expect(result.kind === 'quota' && checkQuota({ ...plain, method }, result)).toEqual([]);
      expect(checkQuota({ ...plain, method }, given(4, 4, 2)).join()).toMatch(/a place of b belongs to a/);
    }
    expect(checkQuota(plain, { kind: 'quota', places: given(7, 2, 1).places.slice(1) })).toEqual(['not every share has its places']);
  });

  it('believes no refusal that does not hold', () => {
    expect(verifyQuotaProof({ ...split, floor: 4 }, { kind: 'floor-exceeds-total', bound: 12, total: 10 })).toBe(true);
    expect(verifyQuotaProof(split, { kind: 'floor-exceeds-total', bound: 3, total: 10 })).toBe(false);
    expect(verifyQuotaProof(split, { kind: 'ceiling-below-total', bound: 24, total: 10 })).toBe(false);
    expect(verifyQuotaProof({ ...split, ceiling: 3 }, { kind: 'ceiling-below-total', bound: 9, total: 10 })).toBe(true);
    expect(verifyQuotaProof(split, { kind: 'no-weight', bound: 3, total: 10 })).toBe(false);
  });
});

describe('timetables', () => {
  const day: RunTimetableRequest = { teams: [{ id: 'A' }, { id: 'B', busy: [{ from: 0, to: 8 }] }], runsPerTeam: 2, fields: ['F1', 'F2'], blocks: [{ from: 0, to: 30 }, { from: 60, to: 90 }], cycle: 10, runLength: 5, minimumGap: 10, seed: 1 };
  const result = timetableRuns(day);
  if (result.kind !== 'timetable') throw new Error('expected a timetable');
  const planned = result;

  it('runs', () => {
    const tampered = (edit: (run: (typeof planned.runs)[number]) => object, team = 'A'): string => checkTimetable(day, planned.runs.map((run) => (run.team === team && run.round === 1 ? { ...run, ...edit(run) } : run))).join();
    expect(checkTimetable(day, planned.runs)).toEqual([]);
    expect(tampered(() => ({ start: 28 }))).toMatch(/outside the blocks/);
    expect(tampered(() => ({ start: 0 }), 'B')).toMatch(/B is busy at 0/);
    expect(tampered(() => ({ start: planned.runs.find(({ team, round }) => team === 'A' && round === 2)!.start - 10 }))).toMatch(/rests too little|outside/);
    expect(tampered(() => ({ team: 'B' }))).toMatch(/A has 1 runs/);
    expect(checkTimetable(day, planned.runs.map((run) => ({ ...run, field: 'F1' }))).join()).toMatch(/meets the fields unevenly/);
    const other = planned.runs[0]!;
    expect(checkTimetable(day, [...planned.runs, { ...other, team: 'C' }]).join()).toMatch(/is used twice/);
    expect(checkTimetable(day, [...planned.runs, { ...other, team: 'C', start: other.start + 4 }]).join()).toMatch(/no turnaround/);
  });

  it('refusals of runs', () => {
    expect(verifyRunProof(day, { kind: 'solver-verdict', solver: 'x', items: ['A', 'B'] })).toBe(false);
    expect(verifyRunProof({ ...day, minimumGap: 200 }, { kind: 'solver-verdict', solver: 'x', items: ['A'] })).toBe(true);
    expect(verifyRunProof({ ...day, minimumGap: 200 }, { kind: 'solver-verdict', solver: 'x', items: ['A', 'Z'] })).toBe(false);
  });

  const request: InterviewRequest = {
    interviews: [{ id: 'i', people: ['x'] }, { id: 'j', people: ['x'], conflicts: ['P'] }],
    panels: [{ id: 'P', place: 'hall', away: [{ from: 0, to: 5 }] }, { id: 'Q', place: 'attic', most: 1 }], starts: [0, 10, 20, 30], length: 10, gap: 0, travel: 10,
    busy: [{ person: 'x', from: 35, to: 50 }], seed: 1,
  };
  it('interviews', () => {
    const faults = (...held: [string, string, number][]): string => checkInterviews(request, held.map(([interview, panel, start]) => ({ interview, panel, start }))).join();
    const result = timetableInterviews(request);
    expect(result.kind === 'timetable' && checkInterviews(request, result.interviews)).toEqual([]);
    expect(faults(['i', 'P', 20], ['j', 'Q', 0])).toBe('');
    expect(faults(['i', 'P', 20])).toMatch(/j is held 0 times/);
    expect(faults(['i', 'P', 0], ['j', 'Q', 20])).toMatch(/P is away at 0/);
    expect(faults(['i', 'Q', 20], ['j', 'P', 0])).toMatch(/j may not be with P/);
    expect(faults(['i', 'P', 15], ['j', 'Q', 0])).toMatch(/i may not be with P at 15/);
    expect(faults(['i', 'P', 10], ['j', 'Q', 0])).toMatch(/x cannot be at i and j/);
    expect(faults(['i', 'Q', 20], ['j', 'Q', 0])).toMatch(/Q hears more than 1/);
    expect(faults(['i', 'P', 30], ['j', 'Q', 0])).toMatch(/x is busy at 30/);
    expect(verifyInterviewProof(request, { kind: 'solver-verdict', solver: 'x', items: ['i', 'j'] })).toBe(false);
    expect(verifyInterviewProof({ ...request, travel: 40 }, { kind: 'solver-verdict', solver: 'x', items: ['i', 'j'] })).toBe(true);
    expect(verifyInterviewProof({ ...request, travel: 40 }, { kind: 'solver-verdict', solver: 'x', items: ['i'] })).toBe(false);
  });

  it('too few places for interviews, a panel being away for some of them', () => {
    const full: InterviewRequest = { interviews: ['a', 'b', 'c'].map((id) => ({ id, people: [id] })), panels: [{ id: 'P', away: [{ from: 10, to: 20 }] }], starts: [0, 10, 20], length: 10, gap: 0, travel: 0, seed: 1 };
    const refused = timetableInterviews(full);
    if (refused.kind !== 'infeasible' || refused.proof.kind !== 'places-short') throw new Error('expected too few places');
    expect(verifyInterviewProof(full, refused.proof)).toBe(true);
    expect(verifyInterviewProof({ ...full, panels: [{ id: 'P' }] }, refused.proof)).toBe(false);
  });
});

describe('assignments', () => {
  const problem: AssignmentProblem = {
    entries: [{ id: 'e', need: 2, group: 'g' }, { id: 'f', need: 1, group: 'h' }],
    judges: [{ id: 'a', max: 2, employer: 'u', region: 'r', tags: ['lead'] }, { id: 'b', max: 1, employer: 'u', region: 'r', tags: ['old'] }, { id: 'c', max: 2, min: 1, region: 'r', tags: ['old'] }, { id: 'd', max: 2, tags: ['lead', 'old'] }],
    conflicts: [{ entry: 'f', judge: 'a' }],
    fixed: [{ entry: 'f', judge: 'c' }],
    seed: 1,
  };
  const faults = (pairs: string[], more: Partial<AssignmentProblem> = {}): string =>
    verifyAssignment({ ...problem, ...more }, { pairs: pairs.map((pair) => ({ entry: pair[0]!, judge: pair[1]! })), certificate: { prices: problem.judges.map(({ id }) => ({ judge: id, price: 0 })), loadWeight: 0, minimumWeight: 0, keepWeight: 0 } }).violations.join('\n');

  it.each<[RegExp, string[], Partial<AssignmentProblem>]>([
    [/^$/, ['ea', 'ed', 'fc'], {}],
    [/conflict f\/a/, ['eb', 'ed', 'fa', 'fc'], {}],
    [/fixed pair f\/c is missing/, ['ea', 'ec', 'fd'], {}],
    [/entry e has 1 of 2/, ['ea', 'fc'], {}],
    [/entry f has 2 of 1/, ['ea', 'ed', 'fc', 'fd'], {}],
    [/judge b has load 2/, ['eb', 'fb', 'ed', 'fc'], {}],
    [/judge c has load 0 outside 1/, ['ea', 'ed', 'fd'], {}],
    [/repeated pair/, ['ea', 'ea', 'fc'], {}],
    [/unknown pair z\/a/, ['ea', 'ed', 'fc', 'za'], {}],
    [/breaks .*at-least/, ['eb', 'ec', 'fc'], { composition: [{ kind: 'at-least', tag: 'lead', count: 1, groups: ['g'] }] }],
    [/^$/, ['ea', 'ed', 'fc'], { composition: [{ kind: 'at-least', tag: 'lead', count: 1, groups: ['g'] }] }],
    [/breaks .*at-most"/, ['ea', 'ed', 'fc'], { composition: [{ kind: 'at-most', tag: 'lead', count: 1 }] }],
    [/breaks .*employer/, ['ea', 'eb', 'fc'], { composition: [{ kind: 'at-most-per-employer', count: 1 }] }],
    [/^$/, ['ec', 'ed', 'fc'], { composition: [{ kind: 'at-most-per-employer', count: 1 }] }],
    [/breaks .*region/, ['ea', 'ec', 'fc'], { composition: [{ kind: 'at-most-per-region', count: 1 }] }],
    [/breaks .*apart/, ['ea', 'ed', 'fc'], { composition: [{ kind: 'apart', judges: ['a', 'd'] }] }],
    [/^$/, ['ea', 'ec', 'fc'], { composition: [{ kind: 'apart', judges: ['a', 'd'] }] }],
  ])('%s for %j', (fault, pairs, more) => expect(faults(pairs, more)).toMatch(fault));

  it('a certificate that claims too much', () => {
    const open = { ...problem, fixed: [], scores: [{ entry: 'e', judge: 'a', score: 9 }, { entry: 'e', judge: 'd', score: 5 }] };
    const plan = assignJudges(open, { balance: 'none' });
    if (plan.kind !== 'plan') throw new Error('expected a plan');
    expect(verifyAssignment(open, plan)).toMatchObject({ valid: true, optimal: true, gap: 0 });
    const worse = plan.pairs.map((pair) => (pair.judge === 'a' ? { ...pair, judge: 'b' } : pair));
    expect(verifyAssignment(open, { ...plan, pairs: worse })).toMatchObject({ valid: true, optimal: false });
    const dearer = { ...plan.certificate, prices: plan.certificate.prices.map((one) => (one.judge === 'd' ? { ...one, price: one.price + 50 } : one)) };
    expect(verifyAssignment(open, { ...plan, certificate: dearer }).optimal).toBe(false);
  });

  it('chances', () => {
    const asked: AssignmentProblem = { entries: [{ id: 'e', need: 1 }, { id: 'f', need: 1 }], judges: ['a', 'b', 'c'].map((id) => ({ id, max: 1 })), conflicts: [{ entry: 'f', judge: 'c' }], seed: 2 };
    const drawn = randomiseAssignment(asked, { numerator: 1, denominator: 2 });
    if (drawn.kind !== 'randomised') throw new Error('expected chances');
    expect(checkRandomised(asked, drawn)).toEqual([]);
    const [first, ...others] = drawn.chances;
    expect(checkRandomised(asked, { ...drawn, chances: [{ ...first!, units: 2 }, ...others] }).join()).toMatch(/has a chance of 2\/2.*do not add up/s);
    expect(checkRandomised(asked, { ...drawn, chances: [first!, ...drawn.chances] }).join()).toMatch(/two chances/);
    expect(checkRandomised(asked, { ...drawn, chances: [...drawn.chances, { entry: 'f', judge: 'c', units: 1 }] }).join()).toMatch(/conflict f\/c has a chance/);
    expect(checkRandomised(asked, { ...drawn, chances: drawn.chances.filter(({ entry, judge }) => !drawn.pairs.some((pair) => pair.entry === entry && pair.judge === judge)) }).join()).toMatch(/drawn without a chance/);
    expect(checkRandomised({ ...asked, judges: asked.judges.map((judge) => ({ ...judge, max: 0 })) }, drawn).join()).toMatch(/expected load outside 0\.\.0/);
    expect(checkRandomised(asked, { ...drawn, pairs: [] }).join()).toMatch(/entry e has 0 of 1/);
  });
});

it('a shortage of seats', () => {
  const problem = { candidates: [{ id: 'a', attributes: {} }, { id: 'b', attributes: {}, needs: ['lift'] }], sites: [{ id: 's' }], rooms: [{ id: 'r', site: 's', rows: 1, columns: 1 }], separations: [], seed: 1 };
  expect(verifySeatsShort(problem, { kind: 'seats-short', candidates: ['b'], sites: [], needs: ['lift'], seats: 0 })).toBe(true);
  expect(verifySeatsShort(problem, { kind: 'seats-short', candidates: ['a'], sites: ['s'], needs: [], seats: 0 })).toBe(false);
  expect(verifySeatsShort(problem, { kind: 'seats-short', candidates: ['a', 'c'], sites: ['s'], needs: [], seats: 1 })).toBe(false);
});

describe('what the order of a list must not decide', () => {
  it('a points table puts the most points first', () => {
    const table = pointsTable(['A', 'B', 'C'], [{ teams: ['A', 'B'], winner: 'B' }, { teams: ['B', 'C'], winner: 'C' }, { teams: ['A', 'C'], winner: 'C' }], { win: 3, draw: 1, loss: 0 });
    expect(table.order).toEqual([['C'], ['B'], ['A']]);
  });

  it('matches get their times by number', () => {
    expect(timeMatches([{ number: 2 }, { number: 3 }, { number: 1 }], ['F'], [{ from: 0, to: 30 }], 10, 5)).toEqual({ kind: 'times', times: [1, 2, 3].map((number) => ({ number, field: 'F', start: 10 * (number - 1) })) });
  });

  it('call-backs come slot by slot', () => {
    const { calls } = scheduleCallBacks([{ id: 'b', teams: ['T1', 'T2'] }, { id: 'a', teams: ['T1', 'T2'] }]);
    expect(calls.map(({ slot, category }) => `${slot}${category}`)).toEqual(['1a', '1b', '2a', '2b']);
  });
});

it('the penalty that a late candidate adds does not count what was there', () => {
  const problem: SeatingProblem = { candidates: ['a', 'b'].map((id) => ({ id, attributes: { school: 'x' } })), sites: [{ id: 's' }], rooms: [{ id: 'r', site: 's', rows: 1, columns: 3 }], separations: [{ attribute: 'school', neighbours: BESIDE_BEFORE_BEHIND }], seed: 1 };
  const seats = [0, 1].map((column) => ({ candidate: column === 0 ? 'a' : 'b', site: 's', room: 'r', row: 0, column }));
  expect(seatLateCandidate(problem, seats, { id: 'late', attributes: { school: 'x' } })).toMatchObject({ kind: 'seated', addedPenalty: 1, seat: { column: 2 } });
});

it.each<[(number | null)[]]>([[[1, 2, 3]], [[1, 2, 3, 3]], [[1, 2, 3, 5]], [[1, 2, null, null]], [[0, 1, 2, 3]]])('slots %j are refused for four', (slots) => {
  expect(() => singleElimination(4, { slots })).toThrow(PlanningInputError);
});

it('raising the worst entry keeps the loads even', async () => {
  const problem: AssignmentProblem = {
    entries: ['e', 'f', 'g', 'h'].map((id) => ({ id, need: 1 })),
    judges: [{ id: 'a', max: 4 }, { id: 'b', max: 4 }, { id: 'c', max: 4 }],
    scores: ['e', 'f', 'g', 'h'].map((entry, index) => ({ entry, judge: 'a', score: 90 + index })),
    seed: 1,
  };
  const solver = await exactSolver();
  const even = assignJudges(problem, { fairness: 'worst-entry', solver });
  const free = assignJudges(problem, { fairness: 'worst-entry', balance: 'none', solver });
  expect(even).toMatchObject({ kind: 'plan', loadSpread: 1, worstEntry: { expertise: 0 }, worstEntryBound: 0 });
  expect(free).toMatchObject({ kind: 'plan', loadSpread: 4, worstEntry: { expertise: 90 }, worstEntryBound: 90 });
});
