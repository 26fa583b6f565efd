import { describe, expect, it } from '@jest/globals';
import { checkSheet, explain, validateScoringRules, type Expression, type ScoringRules, type SelectionRules, type StageRules } from '#libs/scoring';
import { byEntry, desc, entriesOf, given, rulesOf, run, words } from './build.js';

const rules = (selections: SelectionRules[], more: Partial<ScoringRules> = {}): ScoringRules =>
  rulesOf({ stages: [given('t')], total: { method: 'stage', stage: 't', places: 0 }, ranking: { keys: [desc('total')] }, selections, ...more });
const scores = (table: Record<string, number>, more: Record<string, Record<string, unknown>> = {}) => entriesOf(Object.entries(table).map(([id, t]) => ({ id, t, ...more[id] })));
const chosen = (output: ReturnType<typeof run>) => Object.fromEntries(output.selections.map((one) => [one.group === null || one.group === 'g' ? one.selection : `${one.selection}/${one.group}`, one.chosen]));
const girl = { eq: ['attr.sex', { text: 'f' }] } satisfies SelectionRules['eligible'];

describe('one team after the other', () => {
  const A: SelectionRules = { key: 'A', places: { count: 5 }, ties: 'report', quota: { when: girl, atLeast: 1 } };
  const B: SelectionRules = { key: 'B', places: { count: 3 }, ties: 'report', without: ['A'] };

  it('the fifth makes room for the best girl and leads the next team', () => {
    const output = run({ rules: rules([A, B]), entries: scores({ a: 90, b: 80, c: 70, d: 60, e: 50, f: 40, g: 30, h: 20 }, { g: { sex: 'f' } }) });
    expect(chosen(output)).toEqual({ A: ['a', 'b', 'c', 'd', 'g'], B: ['e', 'f', 'h'] });
    expect(output.selections[1]?.proof[0]).toEqual({ entry: 'a', chosen: false, reason: 'chosenElsewhere', params: { rank: 1, other: 'A' } });
    expect(explain(output, 'a', 'zh')).toMatch(/B：已入选（A）/);
  });

  it('an entry that is still open in the first team is not given to the second', () => {
    const output = run({ rules: rules([{ ...A, places: { count: 1 }, quota: { when: girl, atLeast: 0 } }, B]), entries: scores({ a: 90, b: 90, c: 70, d: 60 }) });
    expect(chosen(output)).toEqual({ A: [], B: ['c', 'd'] });
    expect(output.selections[1]?.proof.filter(({ reason }) => reason === 'undecidedElsewhere').map(({ entry }) => entry)).toEqual(['a', 'b']);
  });

  it('works across groups and the whole field, sums of ranks being those of each field', () => {
    const stages = [given('x'), given('y')];
    const entries = [...entriesOf([{ id: 'a', x: 9, y: 1 }, { id: 'b', x: 5, y: 5 }], 'junior'), ...entriesOf([{ id: 'c', x: 8, y: 2 }, { id: 'd', x: 7, y: 9 }], 'senior')];
    const perGroup: SelectionRules = { key: 'best', places: { count: 1 }, ties: 'expand' };
    const ofAll: SelectionRules = { key: 'wild', per: 'all', places: { count: 1 }, ties: 'expand', without: ['best'] };
    const document = rulesOf({ stages, total: { method: 'rankSum', stages: ['x', 'y'], places: 0 }, ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'asc' }, desc('y')] }, selections: [perGroup, ofAll, { ...perGroup, key: 'second', without: ['best', 'wild'] }] });
    const output = run({ rules: document, entries });
    expect(chosen(output)).toEqual({ 'best/junior': ['b'], 'best/senior': ['d'], wild: ['c'], 'second/junior': ['a'], 'second/senior': [] });
    expect(run({ rules: { ...document, selections: [ofAll, perGroup].map(({ without: _, ...rule }) => rule) }, entries }).groups).toEqual(output.groups);
  });

  it('a selection can only follow one that stands before it', () => {
    expect(validateScoringRules(rules([B, A])).map(({ code, path }) => [code, path])).toEqual([['SELECTION_NOT_BEFORE', 'selections/0/without/0']]);
    expect(validateScoringRules(rules([A, { ...B, without: ['B'] }])).map(({ code }) => code)).toEqual(['SELECTION_NOT_BEFORE']);
  });

  it('while a result is outstanding, nobody of the second team is safe', () => {
    const judged = rulesOf({
      stage: { rounds: { method: 'best', planned: 1, bounds: { highest: 100 } } } as Partial<StageRules>, total: { method: 'stage', stage: 's', places: 0 },
      selections: [{ key: 'A', places: { count: 1 }, ties: 'report' }, { key: 'B', places: { count: 2 }, ties: 'report', without: ['A'] }],
    });
    const sheets = Object.entries({ a: 100, b: 50, c: 40 }).map(([entry, x]) => ({ entry, stage: 's', values: { x } }));
    const output = run({ rules: judged, entries: entriesOf(['a', 'b', 'c', 'd']), sheets });
    expect(output.selections.map(({ chosen: taken, safe }) => [taken, safe])).toEqual([[['a'], []], [['b', 'c'], []]]);
  });
});

describe('numbers that depend on the group', () => {
  const bySenior = (senior: number, other: number): Expression => ({ if: [{ eq: ['@group', { text: 'senior' }] }, senior, other] });
  const entries = [...entriesOf([{ id: 'a', t: 80 }, { id: 'b', t: 60 }, { id: 'c', t: 50 }], 'senior'), ...entriesOf([{ id: 'd', t: 60 }, { id: 'e', t: 50 }], 'junior')];

  it('places, caps, lines and conditions may ask for it', () => {
    const places = run({ rules: rules([{ key: 'n', places: { count: bySenior(2, 1) }, ties: 'report' }]), entries });
    expect(chosen(places)).toEqual({ 'n/junior': ['d'], 'n/senior': ['a', 'b'] });
    const capped = run({ rules: rules([{ key: 'n', places: { count: 3 }, ties: 'report', caps: [{ attribute: 'school', most: bySenior(3, 1) }] }]), entries: entries.map((one) => ({ ...one, attributes: { ...one.attributes, school: one.id === 'd' || one.id === 'e' ? 's' : one.id } })) });
    expect(chosen(capped)).toEqual({ 'n/junior': ['d'], 'n/senior': ['a', 'b', 'c'] });
    const level = (line: Expression) => ({ key: '1', label: words('1'), line });
    const prizes = run({ rules: rules([], { awards: [{ key: 'p', ties: 'expand', levels: [level(bySenior(70, 55))] }] }), entries });
    expect(byEntry(prizes, (row) => row.awards['p'])).toEqual({ a: '1', b: null, c: null, d: '1', e: null });
    const only = run({ rules: rules([{ key: 'n', per: 'all', places: { count: 5 }, ties: 'report', eligible: { ne: ['@group', { text: 'senior' }] } }]), entries });
    expect(chosen(only)).toEqual({ n: ['d', 'e'] });
  });
});

describe('never more than a share', () => {
  it('holds for ties too, whatever is done with them elsewhere', () => {
    const five = scores({ a: 90, b: 80, c: 80, d: 61, e: 10 });
    const of = (ties: SelectionRules['ties'], atMostShare: string) => run({ rules: rules([{ key: 'n', places: { when: { ge: ['total', 60] } }, atMostShare, ties }]), entries: five }).selections[0];
    expect([of('expand', '0.4')?.chosen, of('expand', '0.4')?.undecided, of('expand', '0.6')?.chosen]).toEqual([['a'], [], ['a', 'b', 'c']]);
    expect([of('report', '0.4')?.chosen, of('report', '0.4')?.undecided]).toEqual([['a'], ['b', 'c']]);
    expect(of('expand', '0.4')?.proof.map(({ reason }) => reason)).toEqual(['withinPlaces', 'tieShrunk', 'tieShrunk', 'noPlaceLeft', 'conditionFailed']);
  });
});

describe('answer keys', () => {
  it('do not care for the case of letters', () => {
    const sheet = { items: [{ kind: 'answers' as const, key: 'q', label: words('q'), right: 'TFTF', pointsByRight: [0, 0, '0.2', 1, 2] }] };
    expect(['TFTF', 'tftf', 'TfTt', '----'].map((q) => checkSheet(sheet, { q }).total)).toEqual(['2', '2', '1', '0']);
  });
});
