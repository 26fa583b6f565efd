import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatExact } from '../exact/decimal.js';
import type { SheetItem, SheetRules } from '../rules/sheet-rules.types.js';
import { checkSheet, compileSheet, readSheet } from './check-sheet.js';
import { quickSheet, readQuick } from './quick-sheet.js';

const label = { zh: '项', en: 'item' };
const sheet = (item: SheetItem, more: Partial<SheetRules> = {}): SheetRules => ({ items: [item], ...more });

/** Each row: the item, what is typed in, the points, or the code of the problem. */
const ITEMS: [SheetItem, unknown, string | { code: string }][] = [
  [{ kind: 'score', key: 'x', label, max: 10, weight: 0.5 }, 7, '3.5'],
  [{ kind: 'score', key: 'x', label, max: 10, min: 1 }, 0.5, { code: 'ITEM_OUT_OF_RANGE' }],
  [{ kind: 'score', key: 'x', label, max: 10, min: 1, step: 2 }, 7, '7'],
  [{ kind: 'score', key: 'x', label, max: 10, min: 1, step: 2 }, 8, { code: 'ITEM_OFF_STEP' }],
  [{ kind: 'score', key: 'x', label, max: 10 }, '7.25', '7.25'],
  [{ kind: 'count', key: 'x', label, max: 3, points: -5 }, 2, '-10'],
  [{ kind: 'count', key: 'x', label, max: 3, points: 5 }, 4, { code: 'ITEM_OUT_OF_RANGE' }],
  [{ kind: 'count', key: 'x', label, max: 3, points: 5 }, 1.5, { code: 'ITEM_OFF_STEP' }],
  [{ kind: 'count', key: 'x', label, max: 30, points: 5, cap: 40 }, 12, '40'],
  [{ kind: 'measure', key: 'x', label, points: 2, floor: 3 }, 1, '3'],
  [{ kind: 'flag', key: 'x', label, points: 5 }, true, '5'],
  [{ kind: 'flag', key: 'x', label, points: 5 }, 0, '0'],
  [{ kind: 'flag', key: 'x', label, points: 5 }, 2, { code: 'ITEM_NOT_YES_OR_NO' }],
  [{ kind: 'choice', key: 'x', label, options: [{ key: 'a', label, points: 4 }] }, 'a', '4'],
  [{ kind: 'choice', key: 'x', label, options: [{ key: 'a', label, points: 4 }] }, 'b', { code: 'CHOICE_UNKNOWN' }],
  [{ kind: 'lookup', key: 'x', label, table: [{ at: 0, points: 0 }, { at: 1, points: 9 }] }, 1, '9'],
  [{ kind: 'lookup', key: 'x', label, table: [{ at: 0, points: 0 }] }, 1, { code: 'LOOKUP_UNKNOWN' }],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'highest' }, [12.31, null, 12.4], '12.4'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'lowest' }, [12.31, null, 12.4], '12.31'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'sum' }, [1, 2], '3'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'mean' }, [1, 2], '1.5'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'last' }, [1, 2], '2'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'last' }, [1, null], '0'],
  [{ kind: 'tries', key: 'x', label, most: 3, take: 'highest' }, [null, null], '0'],
  [{ kind: 'tries', key: 'x', label, most: 2, take: 'highest' }, [1, 2, 3], { code: 'TOO_MANY_TRIES' }],
  [{ kind: 'tries', key: 'x', label, most: 2, take: 'highest', max: 5 }, [1, 6], { code: 'ITEM_OUT_OF_RANGE' }],
  [{ kind: 'tries', key: 'x', label, most: 2, take: 'highest' }, 3, { code: 'ITEM_NOT_A_LIST' }],
  [{ kind: 'answers', key: 'x', label, right: 'TF', pointsByRight: [0, 1, 3] }, 'TT', '1'],
  [{ kind: 'answers', key: 'x', label, right: 'TF', pointsByRight: [0, 1, 3] }, 'T', { code: 'ANSWER_LENGTH' }],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'min' }, [1, 0.5, 0.75], '20'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'product' }, [0.5, 0.5], '10'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'share' }, [1, 0, 0, 1], '20'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'threshold', threshold: 0.5 }, [1, 0.5], '40'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'threshold', threshold: 0.5 }, [1, 0.4], '0'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'min' }, [], '0'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'min' }, [1.5], { code: 'ITEM_OUT_OF_RANGE' }],
];

describe('checkSheet', () => {
  it.each(ITEMS)('%j with %j gives %j', (item, value, expected) => {
    const checked = checkSheet(sheet(item), { x: value });
    if (typeof expected === 'string') expect({ points: checked.points['x'], problems: checked.problems }).toEqual({ points: expected, problems: [] });
    else expect({ codes: checked.problems.map((one) => one.code), total: checked.total }).toEqual({ codes: [expected.code], total: null });
  });

  it('takes the default for a blank, asks for what has none, and knows its own items only', () => {
    const rules: SheetRules = { items: [{ kind: 'count', key: 'x', label, max: 3, points: 5, default: 1 }, { kind: 'flag', key: 'y', label, points: 1 }] };
    expect(checkSheet(rules, { y: false })).toMatchObject({ total: '5', problems: [] });
    expect(checkSheet(rules, { x: null, z: 1 }).problems.map((one) => [one.code, one.path])).toEqual([
      ['ITEM_MISSING', 'values/y'],
      ['ITEM_UNKNOWN', 'values/z'],
    ]);
  });

  it('works out derived values in the order they need each other, then bounds and rounds the total', () => {
    const rules: SheetRules = {
      items: [{ kind: 'measure', key: 'time', label }],
      derived: [
        { key: 'b', value: { mul: ['a', 2] } },
        { key: 'a', value: { div: ['time', 3] } },
      ],
      total: 'b',
      floor: 1,
      cap: 50,
      places: 2,
      resultWhen: { gt: ['time', 0] },
    };
    expect(checkSheet(rules, { time: 10 })).toMatchObject({ total: '6.67', result: true, derived: { a: '10/3', b: '20/3' } });
    expect(checkSheet(rules, { time: 0 })).toMatchObject({ total: '1.00', result: false });
    expect(checkSheet(rules, { time: 1000 })).toMatchObject({ total: '50.00' });
    expect(checkSheet({ ...rules, total: { div: [1, 'time'] } }, { time: 0 }).problems).toEqual([{ code: 'DIVISION_BY_ZERO', path: 'total', params: {} }]);
  });
});

describe('the integer form of a plain sheet', () => {
  const rules: SheetRules = {
    items: [
      { kind: 'score', key: 'a', label, max: 40, step: 0.5, weight: 0.25 },
      { kind: 'score', key: 'b', label, max: 60, min: 10, weight: 0.75 },
    ],
  };

  it('agrees with the full reading or leaves the sheet to it', () => {
    const quick = quickSheet(rules);
    if (!quick) throw new Error('not plain');
    const value = fc.oneof(fc.integer({ min: -2, max: 130 }).map((n) => n / 2), fc.double({ min: -1, max: 70, noNaN: true }), fc.integer({ min: 0, max: 7000 }).map((n) => n / 100), fc.constantFrom('7', null, Number.NaN));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const values = { a, b };
        const total = readQuick(quick, values);
        const full = readSheet(compileSheet(rules), values);
        if (total) expect([full.problems, full.total && formatExact(full.total)]).toEqual([[], formatExact(total)]);
      }),
      { numRuns: 500 },
    );
    expect(readQuick(quick, { a: 10, b: 20 })).not.toBeNull();
    expect(readQuick(quick, { a: 10, b: 20, c: 1 })).toBeNull();
    expect(readQuick(quick, { a: 10.25, b: 20 })).toBeNull();
    expect(readQuick(quick, { a: 40.5, b: 20 })).toBeNull();
  });

  it('is only for sheets of plain criteria', () => {
    expect(quickSheet({ ...rules, floor: 0 })).toBeNull();
    expect(quickSheet({ ...rules, restrictions: [] })).toBeNull();
    expect(quickSheet(sheet({ kind: 'flag', key: 'x', label, points: 1 }))).toBeNull();
    expect(quickSheet(sheet({ kind: 'score', key: 'x', label, max: '1/3' }))).toBeNull();
  });
});
