import { describe, expect, it } from '@jest/globals';
import { type MatchRecord, type ScoredEntry, type ScoringRules, type StageRules } from '#libs/scoring';
import { asc, byEntry, desc, entriesOf, given, num, peerCase, ranked, refusalOf, roundSheets, rowOf, rulesOf, run, words } from './build.js';

const stage = (more: Record<string, unknown>): Partial<StageRules> => more as Partial<StageRules>;
/** Centiseconds; -1 did not finish, 0 not played yet. */
const attempts = (table: Record<string, readonly number[]>) =>
  roundSheets(Object.fromEntries(Object.entries(table).map(([id, list]) => [id, list.filter((one) => one !== 0).map((one) => (one < 0 ? null : one))])));
const averageOf5 = stage({ better: 'lower', places: 0, rounds: { method: 'meanOfMiddle', planned: 5, noResult: 'worst' } });

describe('speed-cubing results (lower is better)', () => {
  interface Results {
    results: Record<string, { best: number; average: number }>;
  }
  const ranksOf = (id: string, keys: ScoringRules['ranking']['keys']) => {
    const { input, expected } = peerCase<Results, { rank: Record<string, number> }>(id);
    const rules = rulesOf({ stages: [given('best', { better: 'lower' }), given('average', { better: 'lower' })], total: { method: 'stage', stage: 'best', places: null }, ranking: { keys } });
    const entries = entriesOf(Object.entries(input.results).map(([entry, { best, average }]) => ({ id: entry, best, average: average < 0 ? null : average })));
    return { found: byEntry(run({ rules, entries }), (row) => row.rank), expected: expected.rank };
  };

  it.each(['wca-rank-average', 'wca-rank-full-tie'])('%s', (id) => {
    const { found, expected } = ranksOf(id, [asc('average'), asc('best')]);
    expect(found).toEqual(expected);
  });

  it('wca-rank-best-of-3', () => {
    const { found, expected } = ranksOf('wca-rank-best-of-3', [asc('best')]);
    expect(found).toEqual(expected);
  });

  it('wca-trimmed-mean', () => {
    const { input, expected } = peerCase<{ cases: number[][] }, { average: number[] }>('wca-trimmed-mean');
    const found = input.cases.map((list) => {
      const row = rowOf(run({ rules: rulesOf({ stage: averageOf5, ranking: { keys: [asc('total')] } }), entries: entriesOf(['e']), sheets: attempts({ e: list }) }), 'e');
      return row.state === 'pending' ? 0 : row.state === 'noResult' ? -1 : num(row.total);
    });
    expect(found).toEqual(expected.average);
  });

  it('wca-long-average-rounding', () => {
    const { input, expected } = peerCase<{ cases: number[][] }, { average: number[] }>('wca-long-average-rounding');
    const rules = rulesOf({ stage: stage({ better: 'lower', places: 0, coarse: { above: 60000, places: -2 }, rounds: { method: 'mean', planned: 3, noResult: 'void' } }) });
    expect(input.cases.map((list) => num(rowOf(run({ rules, entries: entriesOf(['e']), sheets: attempts({ e: list }) }), 'e').total))).toEqual(expected.average);
  });

  it('wca-bpa-wpa', () => {
    const { input, expected } = peerCase<{ attempts: number[] }, Record<string, number | string>>('wca-bpa-wpa');
    const forecast = (list: number[]) => rowOf(run({ rules: rulesOf({ stage: averageOf5 }), entries: entriesOf(['e']), sheets: attempts({ e: list }) }), 'e').stages['s']?.forecast;
    expect(forecast(input.attempts)).toEqual({ best: String(expected['best_possible']), worst: String(expected['worst_possible']) });
    expect(forecast([3642, -1, 3001, -1])?.best).toBe('none');
    expect(forecast([3642, -1, 3001, 2992])?.worst).toBe('none');
  });
});

describe('speed-cubing advancement', () => {
  const select = (places: { count: number } | { when: { lt: [string, number] } }, rows: { id: string; s: number | null }[], more: { ties?: 'shrink' | 'expand' } = {}) =>
    run({
      rules: rulesOf({ stages: [given('s', { better: 'lower' })], ranking: { keys: [asc('total')] }, selections: [{ key: 'next', places, atMostShare: 0.75, ties: more.ties ?? 'shrink' }] }),
      entries: entriesOf(rows),
    }).selections[0]?.chosen;
  const results = (values: (number | null)[]) => values.map((s, index) => ({ id: `r${index + 1}`, s }));

  it('wca-adv-top3', () => {
    const { input, expected } = peerCase<{ ranks: number[]; condition: { level: number } }, { advance_ranks: number[] }>('wca-adv-top3');
    expect(select({ count: input.condition.level }, results(input.ranks))).toEqual(expected.advance_ranks.map((rank) => `r${rank}`));
  });

  it('wca-adv-threshold-strict', () => {
    const { input, expected } = peerCase<{ bests: number[]; condition: { level: number } }, { advance_bests: number[] }>('wca-adv-threshold-strict');
    const chosen = select({ when: { lt: ['total', input.condition.level] } }, results(input.bests));
    expect(chosen?.map((id) => input.bests[Number(id.slice(1)) - 1])).toEqual(expected.advance_bests);
  });

  it('wca-adv-cap-tie-none', () => {
    const { input, expected } = peerCase<{ ranks: number[]; condition: { level: number } }, { advance_ranks: number[] }>('wca-adv-cap-tie-none');
    expect(select({ count: input.condition.level }, results(input.ranks))).toEqual(expected.advance_ranks.map((rank) => `r${rank}`));
  });

  it('wca-adv-final-dnf', () => {
    const { input, expected } = peerCase<{ results: { rank: number; best?: number }[] }, { advance_ranks: number[] }>('wca-adv-final-dnf');
    const rows = input.results.map(({ rank, best }) => ({ id: `r${rank}`, s: best !== undefined && best < 0 ? null : rank * 1000 }));
    const rules = rulesOf({ stages: [given('s')], ranking: { keys: [asc('total')] }, selections: [{ key: 'podium', places: { count: 3 }, ties: 'expand' }] });
    expect(run({ rules, entries: entriesOf(rows) }).selections[0]?.chosen).toEqual(expected.advance_ranks.map((rank) => `r${rank}`));
  });

  it('wca-adv-best-possible', () => {
    interface Live {
      id: number;
      avg?: number;
      attempts?: number[];
    }
    const { input, expected } = peerCase<{ results: Live[] }, { advancing: number[]; questionable: number[] }>('wca-adv-best-possible');
    const table = Object.fromEntries(input.results.map(({ id, avg, attempts: list }) => [String(id), list ?? Array.from({ length: 5 }, () => avg ?? 0)]));
    const rules = rulesOf({ stage: averageOf5, ranking: { keys: [asc('total')] }, selections: [{ key: 'podium', places: { count: 3 }, ties: 'expand' }] });
    const selection = run({ rules, entries: entriesOf(Object.keys(table)), sheets: attempts(table) }).selections[0];
    expect(selection?.chosen.map(Number)).toEqual(expected.advancing);
    expect(selection?.questionable.map(Number)).toEqual(expected.questionable);
    expect(selection?.safe.map(Number)).toEqual([1, 2]);
  });

  it('wca-adv-withdraw-skip', () => {
    const { input, expected } = peerCase<{ round1_ranks: number[]; in_round2: number[] }, { next: number[] }>('wca-adv-withdraw-skip');
    const rules = rulesOf({ stages: [given('s')], ranking: { keys: [asc('total')] }, selections: [{ key: 'round2', places: { count: input.in_round2.length }, ties: 'shrink' }] });
    const selected = [
      ...input.in_round2.map((rank) => ({ selection: 'round2', entry: `r${rank}`, state: 'taken' as const })),
      { selection: 'round2', entry: 'r4', state: 'declined' as const },
    ];
    const selection = run({ rules, entries: entriesOf(results(input.round1_ranks)), selected }).selections[0];
    expect(selection?.chosen).toEqual(input.in_round2.map((rank) => `r${rank}`).filter((id) => id !== 'r4'));
    expect(selection?.next[0]).toBe(`r${expected.next[0]}`);
    const later = run({ rules, entries: entriesOf([...results(input.round1_ranks), { id: 'late', s: 0.5 }]), selected }).selections[0];
    expect(later?.revoked).toEqual(['r5']);
  });

  it('tabby-institution-cap-break', () => {
    const { input, expected } = peerCase<{ n: number; ranking: [string, string][]; cap: number }, { advance: string[]; excluded_by_cap: string[] }>('tabby-institution-cap-break');
    const rules = rulesOf({ stages: [given('s')], selections: [{ key: 'break', places: { count: input.n }, caps: [{ attribute: 'school', most: input.cap }], ties: 'report' }] });
    const entries = entriesOf(input.ranking.map(([id, school], index) => ({ id, school, s: 100 - index })));
    const selection = run({ rules, entries }).selections[0];
    expect(selection?.chosen).toEqual(expected.advance);
    expect(selection?.proof.filter((one) => one.reason === 'capReached').map((one) => one.entry)).toEqual(expected.excluded_by_cap);
  });
});

describe('robot games: points from matches', () => {
  const game = (figures: Record<string, unknown>, figure: string, more: Record<string, unknown> = {}): StageRules =>
    ({ key: 's', label: words('s'), kind: 'matches', figures, score: { figure, take: 'sum' }, ...more }) as StageRules;

  it('cheesy-sort-tiebreak-chain', () => {
    const { input, expected } = peerCase<{ fields: string[]; teams: Record<string, number[]> }, { order: number[] }>('cheesy-sort-tiebreak-chain');
    const rules = rulesOf({
      stages: [given('rankingPoints')],
      total: { method: 'stage', stage: 'rankingPoints', places: null },
      ranking: { keys: ['rankingPoints', 'matchPoints', 'autoPoints', 'towerPoints'].map((key) => desc(key, { div: [`attr.${key}`, 'attr.played'] })).concat([desc('random', 'attr.random')] as never) },
    });
    const entries = entriesOf(Object.entries(input.teams).map(([id, values]) => ({ id, ...Object.fromEntries(input.fields.map((field, index) => [field, values[index] as number])) })));
    expect(ranked(run({ rules, entries })).map(Number)).toEqual(expected.order);
  });

  it('cheesy-accumulate', () => {
    interface Alliance {
      score: number;
      matchPoints: number;
      auto: number;
      tower: number;
      bonus: number;
    }
    const { input, expected } = peerCase<{ red: Alliance; blue: Alliance }, { after_each: { fields: string[]; rows: number[][] } }>('cheesy-accumulate');
    const figures = {
      rankingPoints: { value: { add: [{ if: ['won', 3, { if: ['tied', 1, 0] }] }, 'side.bonus'] } },
      matchPoints: { value: 'side.matchPoints' },
      auto: { value: 'side.auto' },
      tower: { value: 'side.tower' },
    };
    const side = (alliance: Alliance, entry: string) => ({ entries: [entry], score: alliance.score, figures: { bonus: alliance.bonus, matchPoints: alliance.matchPoints, auto: alliance.auto, tower: alliance.tower } });
    const sequence: [Alliance, Alliance, boolean][] = [
      [input.red, input.blue, false],
      [input.blue, input.red, false],
      [input.red, { ...input.blue, score: input.red.score }, false],
      [input.blue, input.red, true],
    ];
    const matches = sequence.map(([mine, theirs, dq], index): MatchRecord => ({ id: `m${index}`, stage: 's', sides: [{ ...side(mine, 'me'), ...(dq ? { disqualified: ['me'] } : {}) }, side(theirs, 'other')] }));
    const found = matches.map((_, index) => {
      const values = rowOf(run({ rules: rulesOf({ stages: [game(figures, 'rankingPoints')] }), entries: entriesOf(['me', 'other']), matches: matches.slice(0, index + 1) }), 'me').stages['s']?.values;
      return expected.after_each.fields.map((field) => Number(values?.[{ wins: 'won', losses: 'lost', ties: 'tied', dq: 'outs' }[field] ?? field]));
    });
    expect(found).toEqual(expected.after_each.rows);
  });

  it('cheesy-playoff-dq', () => {
    const { input, expected } = peerCase<{ cases: { red_dq: boolean; blue_dq: boolean }[]; scores: [number, number] }, { winner: string[] }>('cheesy-playoff-dq');
    const rules = rulesOf({ stages: [game({ won: { value: 'won' } }, 'points')] });
    expect(refusalOf(() => run({ rules, entries: entriesOf(['red', 'blue']) })).map((one) => one.code)).toEqual(['RESERVED_NAME', 'UNKNOWN_NAME']);
    const winners = input.cases.map(({ red_dq, blue_dq }) => {
      const side = (entry: string, score: number, out: boolean) => ({ entries: [entry], score, ...(out ? { disqualified: [entry] } : {}) });
      const matches: MatchRecord[] = [{ id: 'm', stage: 's', sides: [side('red', input.scores[0], red_dq), side('blue', input.scores[1], blue_dq)] }];
      const output = run({ rules: rulesOf({ stages: [game({ victory: { value: 'won', evenWhenOut: true } }, 'victory')] }), entries: entriesOf(['red', 'blue']), matches });
      return ['red', 'blue'].find((team) => rowOf(output, team).total === '1') ?? 'tie';
    });
    expect(winners).toEqual(expected.winner);
  });

  const debate = game({ points: { value: 'won' }, score: { value: 'score' }, margin: { value: { sub: ['score', 'opponent'] } } }, 'points', { whenMissing: 'zero', opponents: true });

  it('tabby-basic-standings', () => {
    type Side = [string, number, number];
    const { input, expected } = peerCase<{ rounds: [Side, Side][] }, { table: Record<string, Record<string, number>>; 'order(points,score)': string[] }>('tabby-basic-standings');
    const rules = rulesOf({ stages: [debate], ranking: { keys: [desc('points', 'total'), desc('score', 's.score')] } });
    const matches = input.rounds.map((sides, index): MatchRecord => ({ id: `m${index}`, stage: 's', sides: sides.map(([team, score]) => ({ entries: [team], score })) }));
    const output = run({ rules, entries: entriesOf(['A', 'B', 'C', 'D']), matches });
    const names = { points: 'points', score: 'score', margin: 'margin', draw_strength: 'opponents.points' };
    expect(byEntry(output, (row) => Object.fromEntries(Object.entries(names).map(([key, name]) => [key, Number(row.stages['s']?.values[name])])))).toEqual(expected.table);
    expect(ranked(output)).toEqual(expected['order(points,score)']);
  });

  it('tabby-unconfirmed-ignored', () => {
    const { expected } = peerCase<unknown, { points: number[]; sum: number[]; draw_strength: number[]; draw_strength_by_score: number[] }>('tabby-unconfirmed-ignored');
    const meet = (id: string, a: number, b: number, state: 'final' | 'unconfirmed'): MatchRecord => ({ id, stage: 's', state, sides: [{ entries: ['1'], score: a }, { entries: ['2'], score: b }] });
    const matches = [meet('m1', 102, 98, 'final'), meet('m2', 101, 99, 'final'), meet('m3', 300, 325, 'unconfirmed')];
    const output = run({ rules: rulesOf({ stages: [debate] }), entries: entriesOf(['1', '2']), matches });
    const values = (name: string): number[] => ['1', '2'].map((team) => Number(rowOf(output, team).stages['s']?.values[name]));
    expect({ points: values('points'), sum: values('score'), draw_strength: values('opponents.points'), draw_strength_by_score: values('opponents.score') }).toEqual(expected);
  });

  it('tabby-rank-no-matches', () => {
    const { expected } = peerCase<unknown, { rank: Record<string, [number, boolean]> }>('tabby-rank-no-matches');
    const match = (id: string): MatchRecord => ({ id, stage: 's', sides: [{ entries: ['1'], score: 2 }, { entries: ['2'], score: 1 }] });
    const output = run({ rules: rulesOf({ stages: [debate] }), entries: entriesOf(['1', '2', 'extra']), matches: [match('a'), match('b')] });
    expect(byEntry(output, (row) => [row.rank, row.tied])).toEqual(expected.rank);
  });
});

describe('league points for games of several sides', () => {
  const league = (more: Record<string, unknown> = {}): ScoringRules =>
    rulesOf({
      stages: [{ key: 's', label: words('s'), kind: 'matches', figures: { league: { value: 'league' }, game: { value: 'score', evenWhenOut: true } }, score: { figure: 'league', take: 'sum' }, byPlace: [8, 6, 4, 2], ...more } as StageRules],
      ranking: { keys: [desc('league', 'total'), desc('game', 's.game')] },
    });
  const oneGame = (points: Record<string, number>, out: { disqualified?: string[]; absent?: string[] } = {}): MatchRecord[] => [
    {
      id: 'm',
      stage: 's',
      sides: Object.entries(points).map(([team, score]) => ({
        entries: [team],
        score,
        disqualified: (out.disqualified ?? []).filter((one) => one === team),
        absent: (out.absent ?? []).filter((one) => one === team),
      })),
    },
  ];

  it.each(['sr-league-simple', 'sr-league-dsq'])('%s', (id) => {
    const { input, expected } = peerCase<{ game_points: Record<string, number>; disqualified?: string[] }, { positions: Record<string, string[]>; points: Record<string, number> }>(id);
    const rules = { ...league(), ranking: { keys: [desc('league', 'total')] } };
    const output = run({ rules, entries: entriesOf(Object.keys(input.game_points)), matches: oneGame(input.game_points, { disqualified: input.disqualified ?? [] }) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.points);
    for (const [position, teams] of Object.entries(expected.positions)) for (const team of teams) expect([team, rowOf(output, team).rank]).toEqual([team, Number(position)]);
  });

  it('sr-league-absent-dsq', () => {
    const { input, expected } = peerCase<{ game_points: Record<string, number>; disqualified: string[]; absent: string[] }, { league: Record<string, number> }>('sr-league-absent-dsq');
    const output = run({ rules: league(), entries: entriesOf(Object.keys(input.game_points)), matches: oneGame(input.game_points, input) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.league);
    expect(byEntry(output, (row) => Number(row.stages['s']?.values['game']))).toEqual(input.game_points);
  });

  it('shares the points of shared places', () => {
    const output = run({ rules: league(), entries: entriesOf(['A', 'B', 'C', 'D']), matches: oneGame({ A: 5, B: 5, C: 5, D: 1 }) });
    expect(byEntry(output, (row) => num(row.total))).toEqual({ A: 6, B: 6, C: 6, D: 2 });
    const pair = run({ rules: league(), entries: entriesOf(['A', 'B', 'C', 'D']), matches: oneGame({ A: 5, B: 5, C: 4, D: 1 }) });
    expect(byEntry(pair, (row) => num(row.total))).toEqual({ A: 7, B: 7, C: 4, D: 2 });
  });

  it('sr-rank-game-tiebreak', () => {
    const { input, expected } = peerCase<{ cases: Record<string, [number, number]>[] }, { rank: Record<string, number>[] }>('sr-rank-game-tiebreak');
    const rules = rulesOf({ stages: [given('league'), given('game')], total: { method: 'stage', stage: 'league', places: null }, ranking: { keys: [desc('league'), desc('game')] } });
    const found = input.cases.map((teams) => byEntry(run({ rules, entries: entriesOf(Object.entries(teams).map(([id, [points, game]]) => ({ id, league: points, game }))) }), (row) => row.rank));
    expect(found).toEqual(expected.rank);
  });

  it('sr-overlap-rejected: positions cannot be given at all, only scores; two sheets for one place are refused', () => {
    peerCase('sr-overlap-rejected');
    const sheets = [1, 2].map((x) => ({ entry: 'A', stage: 's', judge: 'j', values: { x } }));
    expect(refusalOf(() => run({ rules: rulesOf(), entries: entriesOf(['A']), sheets })).map((one) => one.code)).toEqual(['DUPLICATE_SHEET']);
    const twice: MatchRecord[] = [{ id: 'm', stage: 's', sides: [{ entries: ['A', 'B'], score: 1 }, { entries: ['A'], score: 2 }] }];
    expect(refusalOf(() => run({ rules: league(), entries: entriesOf(['A', 'B']), matches: twice })).map((one) => one.code)).toEqual(['ENTRY_ON_TWO_SIDES']);
  });

  it('sr-tiebreaker-match', () => {
    const { input, expected } = peerCase<{ final: Record<string, number> }, { tiebreaker_teams: string[] }>('sr-tiebreaker-match');
    const final = (points: Record<string, number>) => run({ rules: { ...league(), ranking: { keys: [desc('league', 'total')] } }, entries: entriesOf(Object.keys(points)), matches: oneGame(points) }).groups[0];
    const winners = final(input.final)?.ties.find((tie) => tie.rank === 1);
    expect(winners?.entries).toEqual(expected.tiebreaker_teams);
    expect(final({ ...input.final, AAA: 2 })?.ties.find((tie) => tie.rank === 1)).toBeUndefined();
  });

  it('iss-champion-formula', () => {
    type Ranks = Record<'c1' | 'c2' | 'c3' | 'robot', number>;
    const { input, expected } = peerCase<{ ranks: Record<string, Ranks> }, { sum: Record<string, number>; winner: string }>('iss-champion-formula');
    const keys = ['c1', 'c2', 'c3', 'robot'] as const;
    const rules = rulesOf({ stages: keys.map((key) => given(key)), total: { method: 'sum', stages: [...keys], places: 0 }, ranking: { keys: [asc('total')] } });
    const output = run({ rules, entries: entriesOf(Object.entries(input.ranks).map(([id, row]) => ({ id, ...row }))) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.sum);
    expect(ranked(output)[0]).toBe(expected.winner);

    const places = [...Array(5).keys()].map((index): ScoredEntry => ({ id: `x${index}`, group: 'g', attributes: { c1: 90 - index, c2: 50 + (index % 2) * 10, c3: 70, robot: index * 100 } }));
    const sums = run({ rules: { ...rules, total: { method: 'rankSum', stages: [...keys], places: 0 } }, entries: places });
    expect(byEntry(sums, (row) => num(row.total))).toEqual({ x0: 1 + 3 + 1 + 5, x1: 2 + 1 + 1 + 4, x2: 3 + 3 + 1 + 3, x3: 4 + 1 + 1 + 2, x4: 5 + 3 + 1 + 1 });
  });
});
