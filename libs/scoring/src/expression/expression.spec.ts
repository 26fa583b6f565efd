import { describe, expect, it } from '@jest/globals';
import { formatExact } from '../exact/decimal.js';
import { CalculationError, compile, namesIn, toValue, type Value } from './expression.js';
import type { Expression } from './expression.types.js';

const values: Record<string, unknown> = { a: 3, b: 0.1, yes: true, no: false, name: 'gold', third: null };
const lookup = (name: string): Value => toValue(values[name]);
const shown = (value: Value): string | null => (value === null || typeof value === 'string' ? value : formatExact(value));

describe('expressions', () => {
  it.each<[Expression, string | null]>([
    [0.1, '0.1'],
    ['a', '3'],
    ['third', null],
    [true, '1'],
    [{ add: ['a', 'b', 0.2] }, '3.3'],
    [{ add: ['a', 'third'] }, null],
    [{ sub: ['b', 'a'] }, '-2.9'],
    [{ mul: ['a', 'a', { exact: '1/3' }] }, '3'],
    [{ div: [1, 'a'] }, '1/3'],
    [{ min: ['a', 5] }, '3'],
    [{ max: ['a', 5] }, '5'],
    [{ abs: { sub: [0, 'a'] } }, '3'],
    [{ floor: { div: [-7, 2] } }, '-4'],
    [{ ceil: { div: [-7, 2] } }, '-3'],
    [{ round: [{ div: [1, 'a'] }, 2] }, '0.33'],
    [{ round: [2.345, 2] }, '2.35'],
    [{ if: ['yes', 'a', 'b'] }, '3'],
    [{ if: ['no', 'a', 'b'] }, '0.1'],
    [{ if: ['third', 1, 2] }, '2'],
    [{ eq: ['a', 3] }, '1'],
    [{ eq: ['name', { text: 'gold' }] }, '1'],
    [{ eq: ['name', 3] }, '0'],
    [{ eq: ['third', 'third'] }, '0'],
    [{ ne: ['a', 4] }, '1'],
    [{ ne: ['third', 4] }, '0'],
    [{ lt: ['a', 3] }, '0'],
    [{ le: ['a', 3] }, '1'],
    [{ gt: ['a', 3] }, '0'],
    [{ ge: ['a', 3] }, '1'],
    [{ ge: ['third', 0] }, '0'],
    [{ and: ['yes', 'a'] }, '1'],
    [{ and: ['yes', 'third'] }, '0'],
    [{ or: ['no', 'b'] }, '1'],
    [{ not: 'no' }, '1'],
    [{ not: 'third' }, '1'],
    [{ present: 'a' }, '1'],
    [{ present: 'third' }, '0'],
    [{ orElse: ['third', 'b'] }, '0.1'],
    [{ count: ['yes', 'no', 'a', 'third'] }, '2'],
    [{ in: ['name', { text: 'silver' }, { text: 'gold' }] }, '1'],
    [{ in: ['a', 1, 2] }, '0'],
    [{ step: { value: 'a', steps: [{ from: 3, points: 9 }, { from: 0, points: 1 }, { from: 4, points: 20 }] } }, '9'],
    [{ step: { value: -1, steps: [{ from: 0, points: 1 }] } }, '0'],
  ])('%j is %s', (expression, expected) => expect(shown(compile(expression)(lookup))).toBe(expected));

  it.each<[Expression, string]>([
    [{ div: ['a', 0] }, 'DIVISION_BY_ZERO'],
    [{ add: ['a', 'name'] }, 'TEXT_IN_ARITHMETIC'],
    [{ lt: ['name', 'a'] }, 'TEXT_IN_ARITHMETIC'],
  ])('%j cannot be carried out: %s', (expression, code) => {
    expect(() => compile(expression)(lookup)).toThrow(new CalculationError(code as 'DIVISION_BY_ZERO'));
  });

  it('names what it reads, once each', () => {
    expect(namesIn({ if: [{ present: 'a' }, { round: ['b', 2] }, { add: ['a', { step: { value: 'c', steps: [] } }, { text: 'no' }, { exact: '1' }] }] })).toEqual(['a', 'b', 'c']);
  });
});
