import { describe, expect, it } from '@jest/globals';
import type { AwardRules, MatchRecord, ScoringRules, SelectionRules, StageRules } from '#libs/scoring';
import { asc, byEntry, desc, entriesOf, given, ranked, refusalOf, rowOf, rulesOf, run, words } from './build.js';

const one = [given('s')];
const field = (scores: readonly (number | null)[]) => entriesOf(scores.map((s, index) => ({ id: `e${String(index + 1).padStart(2, '0')}`, s })));
const level = (key: string, more: Record<string, unknown>) => ({ key, label: words(key), ...more }) as AwardRules['levels'][number];

describe('ranking styles', () => {
  const ranks = (style: ScoringRules['ranking']['style'], lots?: Record<string, number>) => {
    const output = run({ rules: rulesOf({ stages: one, ranking: { keys: [desc('total')], ...(style ? { style } : {}) } }), entries: field([90, 85, 85, 85, 70, 70]), ...(lots ? { lots } : {}) });
    return { ranks: output.groups[0]?.rows.map((row) => row.rank), order: ranked(output).map((id) => Number(id.slice(1))), output };
  };
  it.each([
    ['competition', [1, 2, 2, 2, 5, 5]],
    ['dense', [1, 2, 2, 2, 3, 3]],
    ['ordinal', [1, 2, 3, 4, 5, 6]],
  ] as const)('%s', (style, expected) => expect(ranks(style).ranks).toEqual(expected));

  it('ordinal numbers follow the stored draw, and a tie is still told as one', () => {
    const { order, output } = ranks('ordinal', { e02: 3, e03: 1, e04: 2 });
    expect(order).toEqual([1, 3, 4, 2, 5, 6]);
    expect(rowOf(output, 'e03')).toMatchObject({ rank: 2, tied: true, trace: { rank: { rank: 2, tied: 2, tiedWith: ['e04', 'e02'] } } });
    expect(output.groups[0]?.ties).toEqual([
      { rank: 2, entries: ['e03', 'e04', 'e02'], playOff: false },
      { rank: 5, entries: ['e05', 'e06'], playOff: false },
    ]);
  });

  it('everybody tied, nobody there, one alone', () => {
    expect(ranks('competition').output.groups).toHaveLength(1);
    const tied = run({ rules: rulesOf({ stages: one }), entries: field([5, 5, 5]) });
    expect(byEntry(tied, (row) => row.rank)).toEqual({ e01: 1, e02: 1, e03: 1 });
    expect(run({ rules: rulesOf({ stages: one }), entries: [] }).groups).toEqual([]);
    expect(run({ rules: rulesOf({ stages: one }), entries: field([null]) }).groups[0]?.counts).toMatchObject({ ranked: 0, unresolved: 1 });
  });

  it('a missing key comes last, first, or takes the entry out', () => {
    const order = (missing: 'last' | 'first' | 'excluded') => {
      const rules = rulesOf({ stages: one, ranking: { keys: [desc('total'), { key: 'k', by: 'value', value: 'attr.k', order: 'desc', missing }] } });
      return ranked(run({ rules, entries: entriesOf([{ id: 'a', s: 5 }, { id: 'b', s: 5, k: 1 }, { id: 'c', s: 5, k: 2 }]) }));
    };
    expect([order('last'), order('first'), order('excluded')]).toEqual([['c', 'b', 'a'], ['a', 'c', 'b'], ['c', 'b']]);
  });

  it('negative totals, lowest first', () => {
    expect(ranked(run({ rules: rulesOf({ stages: one, ranking: { keys: [asc('total')] } }), entries: field([-1, -5, 0]) }))).toEqual(['e02', 'e01', 'e03']);
  });
});

describe('games', () => {
  const league: StageRules = { key: 's', label: words('s'), kind: 'matches', figures: { points: { value: { add: [{ mul: [3, 'won'] }, 'tied'] } }, goals: { value: 'score' } }, score: { figure: 'points', take: 'sum' } };
  const game = (id: string, a: string, b: string, x: number, y: number): MatchRecord => ({ id, stage: 's', sides: [{ entries: [a], score: x }, { entries: [b], score: y }] });
  const table = (matches: MatchRecord[], ids: string[], keys: ScoringRules['ranking']['keys'] = [desc('total'), { key: 'h', by: 'headToHead', stage: 's', figure: 'points' }]) =>
    run({ rules: rulesOf({ stages: [league], ranking: { keys } }), entries: entriesOf(ids), matches });

  it('two tied by their own game', () => {
    const output = table([game('1', 'a', 'b', 1, 2), game('2', 'a', 'c', 3, 0), game('3', 'b', 'c', 0, 1)], ['a', 'b', 'c']);
    expect(output.groups[0]?.ties[0]).toMatchObject({ entries: ['a', 'b', 'c'], playOff: true });
    const four = table([game('1', 'a', 'b', 1, 2), game('2', 'a', 'c', 3, 0), game('3', 'a', 'd', 3, 0), game('4', 'b', 'c', 3, 0), game('5', 'b', 'd', 0, 1), game('6', 'c', 'd', 1, 1)], ['a', 'b', 'c', 'd']);
    expect(byEntry(four, (row) => row.rank)).toEqual({ b: 1, a: 2, d: 3, c: 4 });
  });

  it('a cycle of four with two pairs: the mini-league decides what it can', () => {
    const output = table([game('1', 'a', 'b', 1, 0), game('2', 'b', 'c', 1, 0), game('3', 'c', 'd', 1, 0), game('4', 'd', 'a', 1, 0), game('5', 'a', 'c', 1, 1), game('6', 'b', 'd', 1, 1)], ['a', 'b', 'c', 'd']);
    expect(output.groups[0]?.ties).toEqual([{ rank: 1, entries: ['a', 'b', 'c', 'd'], playOff: true }]);
  });

  it('scheduled and void games count for nothing, unconfirmed ones only as a meeting', () => {
    const stage: StageRules = { ...league, opponents: true } as StageRules;
    const matches: MatchRecord[] = [game('1', 'a', 'b', 1, 0), { ...game('2', 'a', 'b', 0, 5), state: 'void' }, { ...game('3', 'a', 'b', 0, 0), state: 'scheduled' }, { ...game('4', 'a', 'c', 0, 9), state: 'unconfirmed' }, game('5', 'c', 'b', 2, 0)];
    const output = run({ rules: rulesOf({ stages: [stage] }), entries: entriesOf(['a', 'b', 'c']), matches });
    expect(byEntry(output, (row) => [row.total, row.stages['s']?.values['played'], row.stages['s']?.values['opponents.points']])).toEqual({ a: ['3', '1', '3'], b: ['0', '2', '6'], c: ['3', '1', '3'] });
  });

  it('averages of different numbers of games are compared exactly', () => {
    const stage: StageRules = { ...league, score: { figure: 'goals', take: 'perMatch' } } as StageRules;
    const matches = [game('1', 'a', 'x', 1, 0), game('2', 'a', 'y', 0, 0), game('3', 'a', 'z', 0, 0), game('4', 'b', 'x', 1, 0), game('5', 'b', 'y', 1, 0), game('6', 'b', 'z', 0, 0), game('7', 'b', 'x', 0, 0), game('8', 'b', 'y', 0, 0), game('9', 'b', 'z', 0, 0)];
    const output = run({ rules: rulesOf({ stages: [stage] }), entries: entriesOf(['a', 'b', 'x', 'y', 'z']), matches });
    expect([rowOf(output, 'a').exact, rowOf(output, 'b').rank, rowOf(output, 'a').tied]).toEqual(['1/3', 1, true]);
  });

  it('three sides sharing the second place share its points and the next ones', () => {
    const stage: StageRules = { ...league, byPlace: [8, 6, 4, 2], figures: { points: { value: 'league' } } } as StageRules;
    const match: MatchRecord = { id: '1', stage: 's', sides: [9, 5, 5, 5].map((score, index) => ({ entries: [`t${index}`], score })) };
    expect(byEntry(run({ rules: rulesOf({ stages: [stage] }), entries: entriesOf(['t0', 't1', 't2', 't3']), matches: [match] }), (row) => row.total)).toEqual({ t0: '8', t1: '4', t2: '4', t3: '4' });
  });

  it('the strength of the opponents met, one of them twice', () => {
    const stage: StageRules = { ...league, opponents: true } as StageRules;
    const output = run({ rules: rulesOf({ stages: [stage], ranking: { keys: [desc('total'), desc('s.opponents.points')] } }), entries: entriesOf(['a', 'b', 'c']), matches: [game('1', 'a', 'b', 1, 0), game('2', 'b', 'c', 1, 0), game('3', 'b', 'c', 0, 1)] });
    expect(byEntry(output, (row) => row.stages['s']?.values['opponents.points'])).toEqual({ a: '3', b: '9', c: '6' });
    expect(ranked(output)).toEqual(['b', 'c', 'a']);
  });
});

describe('prizes', () => {
  const given_ = (scores: readonly number[], award: Partial<AwardRules>, more: Parameters<typeof rulesOf>[0] = {}) => {
    const rules = rulesOf({ stages: one, awards: [{ key: 'p', ties: 'expand', levels: [], ...award }], ...more });
    const output = run({ rules, entries: field(scores) });
    return { levels: output.groups[0]?.rows.map((row) => row.awards['p'] ?? '-').join(''), summary: output.groups[0]?.awards[0] };
  };
  const shares = (...list: (number | string)[]) => list.map((share, index) => level(String(index + 1), { share }));

  it.each<[string, readonly number[], Partial<AwardRules>, string]>([
    ['cumulative shares, rounded down', [9, 8, 7, 6, 5, 4, 3], { levels: shares(0.15, 0.35, 0.5) }, '1223333'],
    ['thirds', [9, 8, 7, 6, 5, 4, 3], { levels: shares('1/3', '1/3', '1/3') }, '1122333'],
    ['rounded half-up', [9, 8, 7, 6, 5], { levels: shares('0.3'), rounding: 'halfUp' }, '11---'],
    ['rounded up', [9, 8, 7, 6, 5], { levels: shares('0.21'), rounding: 'ceil' }, '11---'],
    ['a cut exactly at a tie, expanded', [9, 8, 8, 8, 5], { levels: [level('1', { count: 2 }), level('2', { count: 2 })] }, '1111-'],
    ['the same, shrunk', [9, 8, 8, 8, 5], { ties: 'shrink', levels: [level('1', { count: 2 }), level('2', { count: 2 })] }, '1222-'],
    ['the same, reported', [9, 8, 8, 8, 5], { ties: 'report', levels: [level('1', { count: 2 }), level('2', { count: 2 })] }, '1----'],
    ['shrunk out of everything', [9, 8, 8, 8], { ties: 'shrink', levels: [level('1', { count: 1 }), level('2', { count: 1 })] }, '1---'],
    ['everyone tied, expanded', [7, 7, 7, 7], { levels: shares(0.25, 0.25) }, '1111'],
    ['everyone tied, shrunk to the last prize', [7, 7, 7, 7], { ties: 'shrink', levels: shares(0.25, 0.75) }, '2222'],
    ['lines, one exactly on the line', [90, 80, 79.99, 60], { levels: [level('1', { line: 80 }), level('2', { line: 60 })] }, '1122'],
    ['a line nobody reaches', [50, 40], { levels: [level('1', { line: 80 })] }, '--'],
    ['a further condition', [90, 80, 70], { levels: [level('1', { count: 2, when: { ge: ['total', 85] } }), level('2', { count: 1 })] }, '122'],
    ['tie-safe range', [9, 8, 8, 7, 6], { levels: [level('1', { range: [2, 3] }), level('2', { range: [4, 5] })] }, '1112-'],
    ['no tie-safe number in the range', [9, 8, 8, 8, 6], { levels: [level('1', { range: [2, 3] })] }, '-----'],
    ['medals 1:2:3 nearest the ties, of two as near the fewer', [9, 9, 8, 8, 7, 7, 6, 5, 4, 3, 2, 1], { rounding: 'nearestTie', levels: shares('1/12', '1/6', '1/4') }, '223333------'],
    ['too small for the rule', [9, 8], { smallGroup: { manualBelow: 3 }, levels: shares(0.5) }, '--'],
    ['one first prize at least', [9, 8, 7], { smallGroup: { manualBelow: 3, oneFirstFrom: 3 }, levels: shares(0.15, 0.35, 0.5) }, '133'],
    ['one first prize at least, and it comes out of the share of the second', [9, 8, 7], { smallGroup: { oneFirstFrom: 3 }, levels: shares(0.1, 0.1, 0.8) }, '133'],
    ['honourable mention', [9, 8, 7, 6], { levels: [level('1', { count: 1 })], mention: { key: 'H', label: words('H'), when: { ge: ['total', 7] } } }, '1HH-'],
  ])('%s', (_name, scores, award, expected) => expect(given_(scores, award).levels).toBe(expected));

  it('a class bonus counts for the line only', () => {
    const rules = rulesOf({ stages: one, awards: [{ key: 'p', ties: 'expand', drawnOn: { add: ['total', { if: [{ eq: ['attr.class', { text: 'A' }] }, 5, 0] }] }, levels: [level('1', { count: 1 })] }] });
    const output = run({ rules, entries: entriesOf([{ id: 'a', s: 88, class: 'A' }, { id: 'b', s: 90, class: 'B' }]) });
    expect(byEntry(output, (row) => [row.rank, row.awards['p'] ?? null])).toEqual({ a: [2, '1'], b: [1, null] });
  });

  it('a tie that fits no prize is reported at the best one it stands across', () => {
    const { levels, summary } = given_([7, 7, 7, 7], { ties: 'shrink', levels: [level('1', { count: 1 }), level('2', { count: 1 }), level('3', { count: 1 })] });
    expect([levels, summary?.cuts]).toEqual(['----', [{ level: '1', entries: ['e01', 'e02', 'e03', 'e04'], policy: 'shrink', places: 1 }]]);
  });

  it('places stand at the number before where shares round below it', () => {
    expect(given_([9, 8, 7], { smallGroup: { oneFirstFrom: 3 }, levels: shares(0.1, 0.1, 0.8) }).summary?.levels.map((one_) => [one_.seats, one_.cumulative])).toEqual([[1, 1], [0, 1], [2, 3]]);
  });

  it('who cannot win keeps the rank and takes no place', () => {
    const rules = rulesOf({ stages: one, awards: [{ key: 'p', ties: 'expand', eligible: { not: 'attr.guest' }, levels: [level('1', { count: 1 })] }] });
    const output = run({ rules, entries: entriesOf([{ id: 'a', s: 9, guest: true }, { id: 'b', s: 8 }, { id: 'c', s: 7 }]) });
    expect(byEntry(output, (row) => [row.rank, row.trace.awards[0]?.reason])).toEqual({ a: [1, 'notEligible'], b: [2, 'withinPlaces'], c: [3, 'beyondPlaces'] });
  });

  it('a revoked prize stays empty', () => {
    const rules = rulesOf({ stages: one, awards: [{ key: 'p', ties: 'expand', levels: [level('1', { count: 1 }), level('2', { count: 1 })] }] });
    const output = run({ rules, entries: field([9, 8, 7]), revoked: [{ entry: 'e01', award: 'p', reason: 'copied' }] });
    expect(byEntry(output, (row) => row.awards['p'] ?? null)).toEqual({ e01: null, e02: '2', e03: null });
    expect(refusalOf(() => run({ rules, entries: field([9]), revoked: [{ entry: 'e01', award: 'other', reason: 'x' }] })).map((one_) => one_.code)).toEqual(['UNKNOWN_NAME']);
  });

  it.each<[string, AwardRules['levels'], string[]]>([
    ['shares over one', shares(0.6, 0.5), ['SHARES_OVER_ONE']],
    ['a negative share', shares('-0.1'), ['SHARE_OUT_OF_RANGE']],
    ['neither share nor line', [level('1', {})], ['ONE_OF_SHARE_COUNT_LINE_RANGE']],
    ['lines the wrong way round', [level('1', { line: 60 }), level('2', { line: 80 })], ['LINES_REVERSED']],
  ])('%s: refused', (_name, levels, codes) => expect(refusalOf(() => given_([1], { levels })).map((one_) => one_.code)).toEqual(codes));
});

describe('selections and quotas', () => {
  const chosen = (rows: Parameters<typeof entriesOf>[0], rule: Omit<SelectionRules, 'key'>, more: Parameters<typeof rulesOf>[0] = {}) =>
    run({ rules: rulesOf({ stages: one, selections: [{ key: 'x', ...rule }], ...more }), entries: entriesOf(rows) }).selections[0];
  const schools = (list: string) => [...list].map((school, index) => ({ id: `e${index + 1}`, s: 100 - index, school }));
  const third: SelectionRules['caps'] = [{ attribute: 'school', most: { round: [{ div: ['places', 3] }, 0] } }];

  it.each<[string, number, string, string[]]>([
    ['8 places: three a school', 8, 'AAAAABBBBC', ['e1', 'e2', 'e3', 'e6', 'e7', 'e8', 'e10']],
    ['7 places: two a school', 7, 'AAABBC', ['e1', 'e2', 'e4', 'e5', 'e6']],
    ['1 place: a third is none', 1, 'AB', []],
    ['2 places: a third is one', 2, 'AAB', ['e1', 'e3']],
  ])('one-third rule, %s', (_name, count, list, expected) => expect(chosen(schools(list), { places: { count }, caps: third, ties: 'report' })?.chosen).toEqual(expected));

  it('a line, but never more than a tenth', () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({ id: `e${String(index).padStart(2, '0')}`, s: 100 - index }));
    expect(chosen(rows, { places: { when: { ge: ['total', 90] } }, atMostShare: 0.1, ties: 'shrink' })?.chosen).toEqual(['e00', 'e01']);
    expect(chosen(rows.map((row) => ({ ...row, s: 95 })), { places: { when: { ge: ['total', 90] } }, atMostShare: 0.1, ties: 'shrink' })).toMatchObject({ chosen: [], unused: 2 });
  });

  it('a girl in the team: in already, brought in, tied for it, and none at all', () => {
    const team = (sexes: string, scores?: number[]) => [...sexes].map((sex, index) => ({ id: `e${index + 1}`, s: scores?.[index] ?? 100 - index, sex }));
    const rule: Omit<SelectionRules, 'key'> = { places: { count: 3 }, quota: { when: { eq: ['attr.sex', { text: 'F' }] }, atLeast: 1 }, ties: 'report' };
    expect(chosen(team('MFMM'), rule)?.chosen).toEqual(['e1', 'e2', 'e3']);
    expect(chosen(team('MMMMF'), rule)).toMatchObject({ chosen: ['e1', 'e2', 'e5'], next: ['e3', 'e4'] });
    expect(chosen(team('MMMFF', [9, 8, 7, 5, 5]), rule)).toMatchObject({ chosen: ['e1', 'e2'], undecided: ['e4', 'e5'], unused: 1 });
    expect(chosen(team('MMMF', [9, 8, 8, 5]), rule)).toMatchObject({ chosen: ['e1', 'e4'], undecided: ['e2', 'e3'] });
    expect(chosen(team('MMMM'), rule)).toMatchObject({ chosen: ['e1', 'e2'], unused: 1 });
  });

  it('what people decided must name what there is, once', () => {
    const rules = rulesOf({ stages: one, selections: [{ key: 'x', places: { count: 1 }, ties: 'report' }] });
    const selected = (['taken', 'declined'] as const).map((state) => ({ selection: 'x', entry: 'a', state }));
    const problems = refusalOf(() => run({ rules, entries: entriesOf([{ id: 'a', s: 1 }]), selected: [...selected, { selection: 'y', entry: 'b', state: 'taken' }], judges: [{ id: 'j', stage: 'q' }, { id: 'k' }, { id: 'k', state: 'recused' }], recusals: [{ judge: 'j', entry: 'a', stage: 'q' }] }));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['DUPLICATE_KEY', 'selected/1'],
      ['UNKNOWN_ENTRY', 'selected/2/entry'],
      ['UNKNOWN_NAME', 'selected/2/selection'],
      ['UNKNOWN_STAGE', 'judges/0/stage'],
      ['DUPLICATE_KEY', 'judges/2'],
      ['UNKNOWN_STAGE', 'recusals/0/stage'],
    ]);
  });

  it('places worked out by figures: a ladder with a ceiling', () => {
    const rules: Parameters<typeof rulesOf>[0] = {
      parameters: { P: 520, N: 7500, over: '13.4' },
      figures: [
        { key: 'base', value: { div: [{ mul: [65, 'param.P'] }, 'param.N'] }, places: 2 },
        { key: 'ladder', value: { step: { value: 'param.over', steps: [{ from: 0, points: 1 }, { from: 10, points: 3 }, { from: 20, points: 5 }] } } },
        { key: 'quota', value: { min: [{ round: [{ add: ['figure.base', 'figure.ladder', 7] }, 0] }, { floor: { mul: ['param.P', 0.055] } }] } },
      ],
    };
    expect(chosen(schools('ABCDEFGHIJKLMNOPQR'), { places: { count: 'figure.quota' }, ties: 'report' }, rules)?.places).toBe(15);
  });
});
