import { expect, it } from '@jest/globals';
import { formatExact } from '../exact/decimal.js';
import type { SheetItem } from '../rules/sheet-rules.types.js';
import { fullPoints } from './read-item.js';

const label = { zh: '项', en: 'item' };
const options = [{ key: 'a', label, points: 5 }, { key: 'b', label, points: 25 }, { key: 'c', label, points: 0 }];

it.each<[SheetItem, string | null]>([
  [{ kind: 'score', key: 'x', label, max: 20, weight: '0.5' }, '10'],
  [{ kind: 'score', key: 'x', label, max: 20, cap: 15 }, '15'],
  [{ kind: 'score', key: 'x', label, max: 20, cap: 25 }, '20'],
  [{ kind: 'count', key: 'x', label, max: 4, points: 15 }, '60'],
  [{ kind: 'flag', key: 'x', label, points: 30 }, '30'],
  [{ kind: 'flag', key: 'x', label, points: -30 }, '0'],
  [{ kind: 'choice', key: 'x', label, options }, '25'],
  [{ kind: 'lookup', key: 'x', label, table: [{ at: 1, points: 3 }, { at: 2, points: 9 }, { at: 3, points: 4 }] }, '9'],
  [{ kind: 'answers', key: 'x', label, right: 'TFTF', pointsByRight: [0, 0, '0.2', 1, 2] }, '2'],
  [{ kind: 'tests', key: 'x', label, max: 40, take: 'min' }, '40'],
  [{ kind: 'measure', key: 'x', label }, null],
])('the most points %j can give', (item, full) => {
  const most = fullPoints(item);
  expect(most && formatExact(most)).toBe(full);
});
