import { describe, expect, it } from '@jest/globals';
import type { ScoreInput } from '../engine/score-input.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';
import { score } from '../engine/score.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';

type Row = [id: string, points: number | null, more?: Record<string, string | number>];

function select(rule: Omit<SelectionRules, 'key'>, rows: readonly Row[], more: Partial<ScoreInput> & { groupOf?: (id: string) => string } = {}): SelectionResult {
  const { groupOf, ...rest } = more;
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      stages: [{ key: 's', label: { zh: '分', en: 's' }, kind: 'given', attribute: 's' }],
      total: { method: 'stage', stage: 's', places: null },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
      selections: [{ key: 'x', ...rule }],
    },
    rulebookVersion: '1',
    entries: rows.map(([id, s, attributes]) => ({ id, group: groupOf?.(id) ?? 'g', attributes: { s, ...attributes } })),
    ...rest,
  });
  return output.selections[0] as SelectionResult;
}

const reasons = (result: SelectionResult): Record<string, string> => Object.fromEntries(result.proof.map((one) => [one.entry, one.reason]));
const tied: Row[] = [
  ['a', 9],
  ['b', 8],
  ['c', 8],
  ['d', 8],
  ['e', 7],
];

describe('selections: a tie across the last place', () => {
  it('expand takes all of them', () => expect(select({ places: { count: 2 }, ties: 'expand' }, tied)).toMatchObject({ chosen: ['a', 'b', 'c', 'd'], unused: 0, undecided: [] }));

  it('shrink takes none of them, and nobody below', () => {
    const result = select({ places: { count: 3 }, ties: 'shrink' }, tied);
    expect(result).toMatchObject({ chosen: ['a'], unused: 2, undecided: [], next: ['b', 'c', 'd', 'e'] });
    expect(reasons(result)).toEqual({ a: 'withinPlaces', b: 'tieShrunk', c: 'tieShrunk', d: 'tieShrunk', e: 'noPlaceLeft' });
  });

  it('report leaves it to a person', () => {
    const result = select({ places: { count: 3 }, ties: 'report' }, tied);
    expect(result).toMatchObject({ chosen: ['a'], undecided: ['b', 'c', 'd'] });
    expect(reasons(result)['b']).toBe('tieUndecided');
  });

  it('is no tie across the place when it fits exactly', () => expect(select({ places: { count: 4 }, ties: 'report' }, tied)).toMatchObject({ chosen: ['a', 'b', 'c', 'd'], undecided: [], unused: 0 }));
});

describe('selections: how many', () => {
  const ten = Array.from({ length: 10 }, (_, index): Row => [`e${index}`, 100 - index]);

  it.each<[string, Omit<SelectionRules, 'key'>, number]>([
    ['a count', { places: { count: 4 }, ties: 'report' }, 4],
    ['a share, rounded down', { places: { share: 0.39 }, ties: 'report' }, 3],
    ['a condition', { places: { when: { gt: ['total', 97] } }, ties: 'report' }, 3],
    ['a condition under a limit', { places: { when: { gt: ['total', 0] } }, atMostShare: 0.75, ties: 'report' }, 7],
    ['more places than entries', { places: { count: 40 }, ties: 'report' }, 10],
  ])('%s', (_name, rule, expected) => expect(select(rule, ten).chosen).toHaveLength(expected));

  it('a share of all registered, absent ones too', () => {
    const rows: Row[] = [...ten, ['x', null], ['y', null]];
    expect(select({ places: { share: 0.5 }, base: 'registered', ties: 'report' }, rows).places).toBe(6);
    expect(select({ places: { share: 0.5 }, ties: 'report' }, rows).places).toBe(5);
  });

  it('over the whole field in one ranking, or inside each group', () => {
    const groupOf = (id: string): string => (Number(id.slice(1)) % 2 === 0 ? 'even' : 'odd');
    expect(select({ per: 'all', places: { count: 3 }, ties: 'report' }, ten, { groupOf })).toMatchObject({ group: null, chosen: ['e0', 'e1', 'e2'] });
    expect(select({ places: { count: 3 }, ties: 'report' }, ten, { groupOf })).toMatchObject({ group: 'even', chosen: ['e0', 'e2', 'e4'] });
  });
});

describe('selections: who', () => {
  const rows: Row[] = [
    ['a', 9, { school: 'X', sex: 'M' }],
    ['b', 8, { school: 'X', sex: 'M' }],
    ['c', 7, { school: 'Y', sex: 'M' }],
    ['d', 6, { school: 'X', sex: 'F' }],
    ['e', 5, { school: 'Y', sex: 'F' }],
  ];
  const isGirl = { eq: ['attr.sex', { text: 'F' }] } satisfies SelectionRules['eligible'];

  it('at most so many of a school; of equal entries beyond the cap none is preferred', () => {
    const result = select({ places: { count: 4 }, caps: [{ attribute: 'school', most: 1 }], ties: 'report' }, rows);
    expect(result).toMatchObject({ chosen: ['a', 'c'], unused: 2 });
    expect(result.proof.find((one) => one.entry === 'b')).toMatchObject({ chosen: false, reason: 'capReached', params: { rank: 2, attribute: 'school', most: 1 } });
    const equal: Row[] = [['p', 5, { school: 'X' }], ['q', 5, { school: 'X' }], ['r', 4, { school: 'Y' }]];
    const capped = (ties: SelectionRules['ties'], count = 2) => select({ places: { count }, caps: [{ attribute: 'school', most: 1 }], ties }, [...equal, ['t', 3, { school: 'Z' }]]);
    expect(capped('report')).toMatchObject({ chosen: ['r'], undecided: ['p', 'q'], next: ['p', 'q', 't'] });
    expect(capped('expand')).toMatchObject({ chosen: ['r'], undecided: ['p', 'q'] });
    expect(capped('shrink')).toMatchObject({ chosen: ['r', 't'], undecided: [] });
    expect(reasons(capped('report'))).toEqual({ p: 'capTieUndecided', q: 'capTieUndecided', r: 'withinPlaces', t: 'noPlaceLeft' });
    expect(reasons(capped('shrink'))).toMatchObject({ p: 'capTieShrunk', q: 'capTieShrunk' });
    expect(capped('report', 1)).toMatchObject({ chosen: [], undecided: ['p', 'q'], unused: 1 });
  });

  it('those not counted by a cap leave room for others', () => {
    const rule: Omit<SelectionRules, 'key'> = { places: { count: 4 }, caps: [{ attribute: 'school', most: 2, notCounted: { when: isGirl, count: 1 } }], ties: 'report' };
    expect(select(rule, rows).chosen).toEqual(['a', 'b', 'c', 'd']);
  });

  it('the eligible only', () => expect(reasons(select({ places: { count: 5 }, eligible: isGirl, ties: 'report' }, rows))).toMatchObject({ a: 'notEligible', d: 'withinPlaces' }));

  it('at least two of a kind, replacing from the end; displaced ones are next in line', () => {
    const result = select({ places: { count: 3 }, quota: { when: isGirl, atLeast: 2 }, ties: 'report' }, rows);
    expect(result.chosen).toEqual(['a', 'd', 'e']);
    expect(result.next).toEqual(['b', 'c']);
    expect(reasons(result)).toEqual({ a: 'withinPlaces', b: 'madeRoom', c: 'madeRoom', d: 'quota', e: 'quota' });
  });

  it('declined places are passed on, and those taken but no longer chosen are named', () => {
    const selected: ScoreInput['selected'] = [
      { selection: 'x', entry: 'a', state: 'declined' },
      { selection: 'x', entry: 'b', state: 'taken' },
      { selection: 'x', entry: 'e', state: 'taken' },
    ];
    expect(select({ places: { count: 2 }, ties: 'report' }, rows, { selected })).toMatchObject({ chosen: ['b', 'c'], next: ['d', 'e'], revoked: ['e'] });
  });
});
