import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, formatExact } from '../exact/decimal.js';
import { ONE, compare, mean, whole, type Rational } from '../exact/rational.js';
import type { JudgeCombination } from '../rules/stage-rules.types.js';
import { combineJudges } from './judges.js';

const combine = (scores: readonly (number | string)[], rule: JudgeCombination, weights: readonly number[] = []) => {
  const { state, score, droppedHigh, droppedLow } = combineJudges(scores.map(decimal), rule, (index) => (weights[index] === undefined ? ONE : decimal(weights[index])));
  return { state, score: score && formatExact(score), droppedHigh, droppedLow };
};
const plain = (score: string) => ({ state: 'ok', score, droppedHigh: [], droppedLow: [] });
const nothing = (state: string) => ({ state, score: null, droppedHigh: [], droppedLow: [] });

/** Domain 4.5 R2 (trimmed mean with thresholds), R6; the counts are inclusive. */
describe('combineJudges', () => {
  it.each<[string, readonly (number | string)[], JudgeCombination, unknown]>([
    ['mean', [90, 86, 88, 85], { method: 'mean' }, plain('87.25')],
    ['mean of thirds stays a fraction', [80, 80, 81], { method: 'mean' }, plain('241/3')],
    ['below the minimum', [90, 80], { method: 'mean', minimum: 3 }, nothing('insufficient')],
    ['nothing', [], { method: 'mean' }, nothing('noResult')],
    ['median of an odd number', [3, 9, 4], { method: 'median' }, plain('4')],
    ['median of an even number', [3, 9, 4, 5], { method: 'median' }, plain('4.5')],
    ['sum', [3, 9, '0.5'], { method: 'sum' }, plain('12.5')],
    ['one sheet where one is due', [7], { method: 'single' }, plain('7')],
    ['two sheets where one is due', [7, 8], { method: 'single' }, nothing('several')],
    ['trimmed from 5 on', [92.5, 88, 90, 79.5, 91], { method: 'trimmed', minimum: 3, trimFrom: 5 }, { state: 'ok', score: '269/3', droppedHigh: [0], droppedLow: [3] }],
    ['not trimmed below', [90, 86, 88, 85], { method: 'trimmed', minimum: 3, trimFrom: 5 }, plain('87.25')],
    ['one of two equal extremes stays', [95, 95, 90, 88, 80], { method: 'trimmed', minimum: 3, trimFrom: 5 }, { state: 'ok', score: '91', droppedHigh: [1], droppedLow: [4] }],
    ['all equal: two different ones are dropped', [80, 80, 80], { method: 'dropped', high: 1, low: 1 }, { state: 'ok', score: '80', droppedHigh: [2], droppedLow: [0] }],
    ['two at each end', [1, 2, 3, 4, 5, 6, 7], { method: 'trimmed', minimum: 3, trimFrom: 7, drop: 2 }, { state: 'ok', score: '4', droppedHigh: [5, 6], droppedLow: [0, 1] }],
    ['only the highest', [1, 5, 3], { method: 'dropped', high: 1, low: 0 }, { state: 'ok', score: '2', droppedHigh: [1], droppedLow: [] }],
    ['nothing would be left', [1, 5], { method: 'dropped', high: 1, low: 1 }, nothing('insufficient')],
  ])('%s', (_name, scores, rule, expected) => expect(combine(scores, rule)).toEqual(expected));

  it('weighs judges', () => expect(combine([80, 90], { method: 'mean', weighted: true }, [1, 3])).toEqual(plain('87.5')));

  it('drops extremes in one pass as sorting would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 9 }), (numbers) => {
        const values = numbers.map((n) => whole(n));
        const order = numbers.map((_, index) => index).sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
        const found = combineJudges(values, { method: 'dropped', high: 1, low: 1 }, () => ONE);
        expect([found.droppedLow, found.droppedHigh]).toEqual([order.slice(0, 1), order.slice(-1)]);
        expect(compare(found.score as Rational, mean(order.slice(1, -1).map((index) => values[index] as Rational)))).toBe(0);
      }),
    );
  });
});
