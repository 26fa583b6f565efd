import { describe, expect, it } from '@jest/globals';
import {
  assignJudges,
  checkAllianceSelection,
  doubleElimination,
  EIGHT_AROUND,
  explainInfeasible,
  explainPair,
  explainRefusal,
  pairSwissRound,
  pointsTable,
  PlanningInputError,
  repairAssignment,
  replaceWithdrawn,
  replayAllianceSelection,
  resolveBracket,
  roundRobin,
  scheduleAlliances,
  seatCandidates,
  singleElimination,
  verifyInfeasible,
  withdrawFromTimetable,
  type AssignmentProblem,
  type SeatingProblem,
} from '#libs/planning';

// What a stranger writes: names twice, teams that are not there, results the other way round; and refusals that say what to change.

const refusal = (work: () => unknown): [string, string] => {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanningInputError) return [error.code, error.path];
    throw error;
  }
  throw new Error('not refused');
};

describe('input that contradicts itself', () => {
  const points = { win: 3, draw: 1, loss: 0 };
  const room = { id: 'r', site: 's', rows: 2, columns: 3 };
  const seats: SeatingProblem = { candidates: [{ id: 'c', attributes: {} }], sites: [{ id: 's' }], rooms: [room], separations: [], seed: 1 };

  it.each<[string, () => unknown, [string, string]]>([
    ['a team twice in a round robin', () => roundRobin(['a', 'a']), ['DUPLICATE_ID', 'teams[1]']],
    ['a team twice in a knock-out', () => resolveBracket(singleElimination(3), ['a', 'b', 'a'], []), ['DUPLICATE_ID', 'teams[2]']],
    ['a result of a team that is not there', () => pointsTable(['a', 'b'], [{ teams: ['a', 'z'], winner: 'a' }], points), ['UNKNOWN_TEAM', 'results[0].teams']],
    ['a winner who did not play', () => pointsTable(['a', 'b', 'c'], [{ teams: ['a', 'b'], winner: 'c' }], points), ['UNKNOWN_TEAM', 'results[0].winner']],
    ['a team against itself', () => pointsTable(['a', 'b'], [{ teams: ['a', 'a'], winner: 'a' }], points), ['SAME_TEAM', 'results[0].teams']],
    ['the withdrawal of a team without runs', () => withdrawFromTimetable([{ team: 'a', round: 1, field: 'F', start: 540 }], 'z', 0), ['UNKNOWN_TEAM', 'team']],
    ['a gap outside its room', () => seatCandidates({ ...seats, rooms: [{ ...room, gaps: [[0, 0], [2, 0]] }] }), ['NO_SUCH_SEAT', 'rooms[0].gaps[1]']],
    ['a room without rows', () => seatCandidates({ ...seats, rooms: [{ ...room, rows: 0 }] }), ['NOT_AN_INTEGER', 'rooms[0].rows']],
    ['a wish for a site that is not there', () => seatCandidates({ ...seats, candidates: [{ id: 'c', attributes: {}, sites: ['t'] }] }), ['UNKNOWN_SITE', 'candidates[0].sites']],
    ['a ranking with a team twice', () => replayAllianceSelection(['a', 'b', 'a'], { alliances: 1, size: 2, order: 'snake' }, []), ['DUPLICATE_ID', 'ranking[2]']],
  ])('%s', (_what, work, expected) => {
    expect(refusal(work)).toEqual(expected);
  });
});

describe('results of a knock-out', () => {
  it('may name the two teams the other way round', () => {
    const state = resolveBracket(singleElimination(4, { bestOf: 3 }), ['a', 'b', 'c', 'd'], [{ match: 'W1-1', teams: ['d', 'a'], games: [0, 1, 1] }, { match: 'W1-2', teams: ['b', 'c'], games: [0, 0] }]);
    expect(state.stale).toEqual([]);
    expect(state.matches.find(({ id }) => id === 'W1-1')).toMatchObject({ teams: ['a', 'd'], wins: [2, 1], winner: 'a' });
    expect(state.matches.find(({ id }) => id === 'F1-1')).toMatchObject({ teams: ['a', 'b'] });
  });

  it('of other teams come back as they were given', () => {
    const wrong = { match: 'W1-1', teams: ['d', 'b'], games: [0] } as const;
    expect(resolveBracket(singleElimination(4), ['a', 'b', 'c', 'd'], [wrong]).stale).toEqual([wrong]);
  });
});

describe('refusals in words', () => {
  const three: AssignmentProblem = {
    entries: ['e0', 'e1'].map((id) => ({ id, need: 2, group: 'chemistry' })),
    judges: ['j0', 'j1', 'j2'].map((id) => ({ id, max: 2, employer: id === 'j0' ? 'u' : 'v', tags: id === 'j0' ? ['lead'] : [] })),
    conflicts: [{ entry: 'e0', judge: 'j0' }],
    seed: 1,
  };
  const reason = (problem: AssignmentProblem): [string, string] => {
    const result = assignJudges(problem);
    if (result.kind !== 'infeasible') throw new Error('expected a proof');
    expect(verifyInfeasible(problem, result.proof)).toBe(true);
    return [explainInfeasible(result.proof, 'en'), explainInfeasible(result.proof, 'zh')];
  };

  it('name the panel rule that stands in the way, and no other', () => {
    const [english, chinese] = reason({ ...three, composition: [{ kind: 'at-most', tag: 'trainee', count: 1 }, { kind: 'at-least', tag: 'lead', count: 1 }] });
    expect(english).toBe('chemistry: 1 entry needs 2 reviews; 2 judges without conflict can give 1 under the panel rule: at least 1 “lead”. 1 review is missing.');
    expect(chinese).toBe('chemistry：1 个项目需要 2 次评审；2 位无需回避的评委按评审组构成规则（至少 1 名“lead”）最多能评 1 次，缺 1 次。');
    expect(reason({ ...three, composition: [{ kind: 'at-most-per-employer', count: 1 }] })[0]).toMatch(/under the panel rule: at most 1 from one employer/);
    expect(reason({ ...three, composition: [{ kind: 'apart', judges: ['j1', 'j2'] }] })[0]).toMatch(/never j1 and j2 together/);
  });

  it('name no rule where none is to blame', () => {
    const few = { ...three, judges: three.judges.slice(0, 2), composition: [{ kind: 'at-most', tag: 'trainee', count: 1 } as const] };
    expect(reason(few)[0]).not.toMatch(/panel rule/);
  });

  it('of seats without a site, of a gap, and of a last rematch', () => {
    const seats = seatCandidates({ candidates: [{ id: 'c', attributes: {}, needs: ['lift'] }], sites: [{ id: 's' }], rooms: [{ id: 'r', site: 's', rows: 1, columns: 1 }], separations: [], seed: 1 });
    expect(seats.kind === 'infeasible' && [explainRefusal(seats.proof, 'en'), explainRefusal(seats.proof, 'zh')]).toEqual(['No site has a seat for 1 candidate needing lift.', '没有考点能安排 1 名考生（需要：lift）。']);
    const games = scheduleAlliances({ teams: ['a', 'b', 'c', 'd', 'e', 'f'], matchesPerTeam: 2, allianceSize: 1, minimumGap: 9, seed: 1 });
    expect(games.kind === 'infeasible' && explainRefusal(games.proof, 'en')).toBe('6 matches in a row without a team twice need 12 teams; there are 6.');
    const round = pairSwissRound([{ id: 'a', points: 1, opponents: ['b'] }, { id: 'b', points: 0, opponents: ['a'] }]);
    expect(round.kind === 'infeasible' && explainRefusal(round.proof, 'en')).toBe('No round without a rematch: the teams fall into 2 groups of odd size that have met everybody outside.');
  });
});

describe('counts', () => {
  it.each([
    ['not a power of two', [1, 2, 3]],
    ['a seed twice', [1, 2, 2, null]],
    ['a seed missing', [1, 2, null, null]],
    ['a seed that is not there', [1, 2, 4, null]],
    ['a seed below one', [0, 1, 2, null]],
  ])('slots of a knock-out of three: %s', (_what, slots) => {
    expect(refusal(() => singleElimination(3, { slots }))).toEqual(['BAD_SLOTS', 'options.slots']);
    expect(refusal(() => doubleElimination(3, { slots }))).toEqual(['BAD_SLOTS', 'options.slots']);
  });

  it('what a withdrawal leaves: red more often than blue, the stand-in who has not met the others, a side one short', () => {
    const match = (number: number, red: string[], blue: string[]) => ({ number, red, blue, surrogates: [] });
    const matches = [match(1, ['A'], ['B']), match(2, ['A'], ['C']), match(3, ['A'], ['B']), match(4, ['D'], ['C'])];
    const repaired = replaceWithdrawn(matches, 'D', 1);
    expect(repaired).toMatchObject({ standIns: [{ match: 4, team: 'B' }], short: [] });
    expect(repaired.measures).toMatchObject({ colourImbalance: 3, surrogates: 1, opponentRepeats: 1, minimumGap: 1 });
    expect(replaceWithdrawn([match(1, ['A', 'B'], ['C', 'D'])], 'A', 1)).toMatchObject({ short: [1], matches: [{ red: ['B'] }] });
  });

  it('forcing a pair costs what the panel would lose by it', () => {
    const problem: AssignmentProblem = {
      entries: [{ id: 'e', need: 1 }], judges: ['a', 'b', 'c'].map((id) => ({ id, max: 1 })),
      scores: [{ entry: 'e', judge: 'a', score: 9 }, { entry: 'e', judge: 'b', score: 4 }], seed: 1,
    };
    const plan = assignJudges(problem, { balance: 'none' });
    if (plan.kind !== 'plan') throw new Error('expected a plan');
    expect(explainPair(problem, plan, { entry: 'e', judge: 'b' })).toMatchObject({ kind: 'not-needed', rank: 2, panelLowest: 9, leastLoss: { expertise: 5, loadSteps: 0 } });
    expect(explainPair({ ...problem, fixed: [{ entry: 'e', judge: 'a' }] }, { ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, fixed: true })) }, { entry: 'e', judge: 'b' })).toMatchObject({ leastLoss: { expertise: 0, loadSteps: 0 } });
  });

  it('a plan whose done reviews suffice is left alone', () => {
    const problem: AssignmentProblem = { entries: [{ id: 'e', need: 1 }, { id: 'f', need: 2 }], judges: ['a', 'b', 'c'].map((id) => ({ id, max: 2 })), seed: 1 };
    const existing = [['e', 'a'], ['f', 'b'], ['f', 'c']].map(([entry, judge]) => ({ entry: entry!, judge: judge!, done: true }));
    expect(repairAssignment({ problem, existing })).toMatchObject({ kind: 'repaired', added: [], removed: [] });
    expect(repairAssignment({ problem, existing: existing.slice(0, 2) })).toMatchObject({ added: [{ entry: 'f' }], removed: [] });
  });

  it('the connectedness of a group is that of its own entries', () => {
    const problem: AssignmentProblem = {
      entries: ['g', 'h'].flatMap((group) => [1, 2].map((n) => ({ id: `${group}${n}`, need: 2, group }))),
      judges: ['g', 'h'].flatMap((group) => [1, 2].map((n) => ({ id: `j${group}${n}`, max: 2 }))),
      conflicts: ['g1', 'g2'].flatMap((entry) => ['jh1', 'jh2'].map((judge) => ({ entry, judge }))).concat(['h1', 'h2'].flatMap((entry) => ['jg1', 'jg2'].map((judge) => ({ entry, judge })))),
      seed: 1,
    };
    const plan = assignJudges(problem, { linking: 'report' });
    expect(plan).toMatchObject({ kind: 'plan', connectedness: { components: 2, groups: [{ group: 'g', components: 1 }, { group: 'h', components: 1 }] } });
  });

  it('rooms that stay empty keep nobody apart', () => {
    const seats: SeatingProblem = {
      candidates: Array.from({ length: 4 }, (_, index) => ({ id: `c${index}`, attributes: { school: 'A' } })), sites: [{ id: 's' }],
      rooms: ['r1', 'r2'].map((id) => ({ id, site: 's', rows: 2, columns: 2 })), separations: [{ attribute: 'school', neighbours: EIGHT_AROUND, sameRoom: 1 }], roomsUsed: 'fewest', seed: 1,
    };
    const [fewest, all] = [seatCandidates(seats), seatCandidates({ ...seats, roomsUsed: 'all' })];
    expect(fewest).toMatchObject({ kind: 'seated', penalty: 12, bound: 12, optimal: true, bounds: [{ apart: 1, penalty: 12 }] });
    expect(all).toMatchObject({ kind: 'seated', penalty: 4, bound: 4, bounds: [{ apart: 2, penalty: 4 }] });
  });
});

describe('the verifier of alliance selections', () => {
  const ranking = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rules = { alliances: 2, size: 3, order: 'snake' } as const;
  const invitations = [{ team: 'b', answer: 'declined' }, { team: 'c', answer: 'accepted' }, { team: 'd', answer: 'accepted' }, { team: 'e', answer: 'accepted' }, { team: 'f', answer: 'accepted' }] as const;

  it('accepts what the replay gives, and objects to every alteration', () => {
    const state = replayAllianceSelection(ranking, rules, invitations);
    expect(state.alliances).toEqual([['a', 'c', 'f'], ['b', 'd', 'e']]);
    const faults = (alliances: string[][], limits: typeof rules | { alliances: number; size: number; order: 'snake' } = rules): string => checkAllianceSelection(ranking, limits, invitations, { alliances }).join();
    expect(faults([['a', 'c', 'f'], ['b', 'd', 'e']])).toBe('');
    expect(faults([['a', 'c', 'f'], ['d', 'b', 'e']])).toMatch(/not those who accepted/);
    expect(faults([['a', 'c', 'f'], ['b', 'd', 'f']])).toMatch(/f is in two alliances/);
    expect(faults([['a', 'c', 'f'], ['d', 'e']])).toMatch(/b is ranked above the captain d/);
    expect(faults([['a', 'c', 'z'], ['b', 'd', 'e']])).toMatch(/z is not in the ranking/);
    expect(faults([['a', 'c', 'f'], ['b', 'd', 'e']], { ...rules, size: 2 })).toMatch(/alliance 1 has 3 teams/);
    expect(faults([['a', 'c', 'f'], ['b', 'd', 'e']], { ...rules, alliances: 1 })).toMatch(/2 alliances instead of 1/);
  });
});
