import { describe, expect, it } from '@jest/globals';
import { problemText, readScoreInput, type AwardRules, type MatchRecord, type ScoreInput, type ScoreSheet, type ScoringRules, type StageRules } from '#libs/scoring';
import { asc, byEntry, desc, entriesOf, given, panel, ranked, refusalOf, rowOf, rulesOf, run, words } from './build.js';

const level = (key: string, more: Partial<AwardRules['levels'][number]>): AwardRules['levels'][number] => ({ key, label: words(key), ...more });
const standard = (levels: AwardRules['levels'], more: Partial<AwardRules> = {}): AwardRules[] => [{ key: 'medal', ties: 'expand', levels, ...more }];
const medals = (output: ReturnType<typeof run>) => byEntry(output, (row) => row.awards['medal']);

describe('lines', () => {
  const times = (levels: AwardRules['levels'], more: Partial<ScoringRules> = {}) => rulesOf({ stages: [given('t', { better: 'lower' })], total: { method: 'stage', stage: 't', places: 2 }, ranking: { keys: [asc('total')] }, awards: standard(levels), ...more });

  it('a standard for times is reached by those who are not slower', () => {
    const output = run({ rules: times([level('gold', { line: 40 }), level('silver', { line: 60.5 })]), entries: entriesOf([{ id: 'a', t: 40 }, { id: 'b', t: 40.01 }, { id: 'c', t: 60.5 }, { id: 'd', t: 61 }]) });
    expect(medals(output)).toEqual({ a: 'gold', b: 'silver', c: 'silver', d: null });
    expect(output.groups[0]?.awards[0]?.levels.map(({ line }) => line)).toEqual(['40', '60.5']);
  });

  it('a line better than that of the better prize is refused, as a number, a text or a parameter, whichever way totals rank', () => {
    const scores = (levels: AwardRules['levels'], parameters = {}) => rulesOf({ stages: [given('t')], parameters, total: { method: 'stage', stage: 't', places: 0 }, awards: standard(levels) });
    const refused = (rules: ScoringRules) => refusalOf(() => run({ rules, entries: [] })).map(({ code, path }) => [code, path]);
    const reversed = [['LINES_REVERSED', 'rules/awards/0/levels/1/line']];
    expect(refused(times([level('gold', { line: 60 }), level('silver', { line: 40 })]))).toEqual(reversed);
    expect(refused(scores([level('gold', { line: { exact: '20' } }), level('silver', { line: { exact: '20.5' } })]))).toEqual(reversed);
    expect(refused(scores([level('gold', { line: 'param.gold' }), level('silver', { line: 'param.silver' })], { gold: 20, silver: 30 }))).toEqual(reversed);
    expect(medals(run({ rules: scores([level('gold', { line: 'param.gold' }), level('silver', { line: { add: ['param.gold', 1000] } })], { gold: 20 }), entries: entriesOf([{ id: 'a', t: 19 }, { id: 'b', t: 20 }]) }))).toEqual({ b: 'gold', a: null });
  });
});

describe('numbers that come with an entry', () => {
  it('may be texts, and are read exactly', () => {
    const rules = rulesOf({ stages: [given('a'), given('b')], total: { method: 'sum', stages: ['a', 'b'], places: 2 } });
    expect(byEntry(run({ rules, entries: entriesOf([{ id: 'x', a: '80.1', b: '0.005' }, { id: 'y', a: '1/3', b: 0 }]) }), (row) => row.total)).toEqual({ x: '80.11', y: '0.33' });
    expect(refusalOf(() => run({ rules, entries: entriesOf([{ id: 'x', a: 'eighty', b: true }]) })).map(({ code }) => code)).toEqual(['ITEM_NOT_A_NUMBER', 'ITEM_NOT_A_NUMBER']);
  });

  it('above their maximum, the sentence names the one end there is', () => {
    const [found] = refusalOf(() => run({ rules: rulesOf({ stages: [given('s', { max: 100 })] }), entries: entriesOf([{ id: 'x', s: 101 }]) }));
    expect([found && problemText(found, 'en'), found && problemText(found, 'zh')]).toEqual(['entries/x/attributes/s: 101 is above 100', 'entries/x/attributes/s 的分值 101 高于上限 100']);
    const time: ScoringRules = rulesOf({ sheets: { plain: { items: [{ kind: 'measure', key: 'x', label: words('x'), min: 0 }] } } });
    const [low] = refusalOf(() => run({ rules: time, entries: entriesOf(['x']), sheets: [{ entry: 'x', stage: 's', values: { x: -1 } }] }));
    expect(low && problemText(low, 'en')).toMatch(/-1 is below 0$/);
  });
});

describe('rounds judged by several', () => {
  it('a round with too few judges leaves the whole without a result, not the rest as if it were all', () => {
    const rules = rulesOf({ stage: { ...panel({ method: 'mean', minimum: 2 }), rounds: { method: 'sum', planned: 2 } } as Partial<StageRules> });
    const sheet = (entry: string, round: number, judge: string, x: number): ScoreSheet => ({ entry, stage: 's', round, judge, values: { x } });
    const full = [1, 2].flatMap((round) => ['j', 'k'].map((judge) => sheet('a', round, judge, 80)));
    const output = run({ rules, entries: entriesOf(['a', 'b']), sheets: [...full, sheet('b', 1, 'j', 90), sheet('b', 1, 'k', 90), sheet('b', 2, 'j', 90)] });
    expect(byEntry(output, (row) => [row.state, row.total])).toEqual({ a: ['ranked', '160'], b: ['insufficient', null] });
  });
});

describe('double marking', () => {
  const rules = rulesOf({
    stages: [{ key: 's', label: words('s'), kind: 'marked', problems: [{ key: 'p', label: words('p'), max: 40, tolerance: 3 }], marking: { method: 'double' } }],
  });
  const mark = (number: 1 | 2 | 3 | 4, judge: string, p: number): ScoreSheet => ({ entry: 'x', stage: 's', mark: number, judge, values: { p } });
  const of = (...sheets: ScoreSheet[]): Omit<ScoreInput, 'rulebookVersion'> => ({ rules, entries: entriesOf(['x']), sheets });

  it('needs different markers for the first three marks; an earlier marker may arbitrate', () => {
    expect(refusalOf(() => run(of(mark(1, 'a', 10), mark(2, 'a', 12)))).map(({ code, params }) => [code, params?.['judge']])).toEqual([['SAME_MARKER', 'a']]);
    expect(refusalOf(() => run(of(mark(1, 'a', 10), mark(2, 'b', 20), mark(3, 'b', 20)))).map(({ code }) => code)).toEqual(['SAME_MARKER']);
    expect(rowOf(run(of(mark(1, 'a', 5), mark(2, 'b', 20), mark(3, 'c', 12), mark(4, 'c', 11))), 'x').total).toBe('11');
    expect(rowOf(run(of({ ...mark(1, 'a', 10), state: 'void' }, mark(1, 'b', 10), mark(2, 'a', 12))), 'x').total).toBe('11');
  });
});

describe('games', () => {
  const stage: StageRules = { key: 'q', label: words('q'), kind: 'matches', figures: { rp: { value: { add: [{ mul: [2, 'won'] }, 'tied'] } }, points: { value: 'score' } }, score: { figure: 'rp', take: 'perMatch' }, opponents: true };
  const rules: ScoringRules = { format: 'qingsai-scoring/1', stages: [stage], total: { method: 'stage', stage: 'q', places: null }, ranking: { keys: [desc('total'), desc('points', 'q.points')] } };
  const game = (id: string, sides: MatchRecord['sides']): MatchRecord => ({ id, stage: 'q', sides });

  it('count for a surrogate’s partners and opponents, not for the surrogate', () => {
    const matches = [
      game('1', [{ entries: ['a', 'b'], score: 10 }, { entries: ['c', 'd'], score: 5 }]),
      game('2', [{ entries: ['a', 'c'], score: 10, surrogates: ['a'] }, { entries: ['b', 'e'], score: 12 }]),
    ];
    const output = run({ rules, entries: entriesOf(['a', 'b', 'c', 'd', 'e']), matches });
    expect(byEntry(output, (row) => [row.total, row.stages['q']?.values['played']])).toEqual({ b: ['2', '2'], e: ['2', '1'], a: ['2', '1'], d: ['0', '1'], c: ['0', '2'] });
    expect(rowOf(output, 'e').stages['q']?.values['opponents.rp']).toBe('2');
  });

  it('an entry that only stood in has no result, and its opponents are counted all the same', () => {
    const output = run({ rules, entries: entriesOf(['a', 'b']), matches: [game('1', [{ entries: ['a'], score: 1, surrogates: ['a'] }, { entries: ['b'], score: 2 }])] });
    expect(byEntry(output, (row) => row.state)).toEqual({ b: 'ranked', a: 'noResult' });
  });

  it('are won by the only side that came, with no score to give', () => {
    const output = run({ rules, entries: entriesOf(['a', 'b']), matches: [game('1', [{ entries: ['a'] }, { entries: ['b'], absent: ['b'] }])] });
    expect([ranked(output), rowOf(output, 'a').stages['q']?.values['won'], rowOf(output, 'b').stages['q']?.values['outs']]).toEqual([['a', 'b'], '1', '1']);
    const nobody = run({ rules, entries: entriesOf(['a', 'b']), matches: [game('1', [{ entries: ['a'], absent: ['a'] }, { entries: ['b'], absent: ['b'] }])] });
    expect(byEntry(nobody, (row) => row.rank)).toEqual({ a: 1, b: 1 });
    expect(refusalOf(() => run({ rules, entries: entriesOf(['a', 'b']), matches: [game('1', [{ entries: ['a'] }, { entries: ['b'], score: 3 }])] })).map(({ code }) => code)).toEqual(['SCORE_MISSING']);
  });

  it('name as out or standing in only those who are on that side', () => {
    const input = { rules, rulebookVersion: '1', entries: entriesOf(['a', 'b']), matches: [game('1', [{ entries: ['a'], score: 1, disqualified: ['b'], surrogates: ['z'] }, { entries: ['b'], score: 2 }])] };
    expect(refusalOf(() => run(readScoreInput(input))).map(({ code, params }) => [code, params?.['entry']])).toEqual([['ENTRY_NOT_ON_SIDE', 'b'], ['ENTRY_NOT_ON_SIDE', 'z']]);
  });
});
