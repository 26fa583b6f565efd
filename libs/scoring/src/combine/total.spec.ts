import { describe, expect, it } from '@jest/globals';
import { decimal, formatExact } from '../exact/decimal.js';
import type { Rational } from '../exact/rational.js';
import type { TotalRules } from '../rules/rules.types.js';
import { totalReader } from './total.js';

const scores: Record<string, Rational> = { a: decimal('45'), b: decimal('80'), c: decimal('1/3') };
const scoreOf = (stage: string): Rational | null => scores[stage] ?? null;

describe('totals', () => {
  it.each<[string, TotalRules, string | null, (string | null)[]]>([
    ['one stage', { method: 'stage', stage: 'b', places: null }, '80', [null]],
    ['a sum', { method: 'sum', stages: ['a', 'b', 'c'], places: null }, '376/3', [null, null, null]],
    ['weights', { method: 'weighted', weights: { a: '0.3', b: '0.7' }, places: null }, '69.5', ['0.3', '0.7']],
    ['scaled to the largest maximum', { method: 'scaled', stages: [{ stage: 'a', maximum: 50, weight: '0.4' }, { stage: 'b', maximum: 100, weight: '0.6' }], places: null }, '84', ['0.8', '0.6']],
    ['a missing stage gives none', { method: 'sum', stages: ['a', 'missing'], places: null }, null, [null, null]],
    ['a formula has no parts', { method: 'formula', value: { sub: ['b', 'a'] }, places: null }, '35', []],
  ])('%s', (_name, rule, total, weights) => {
    const reader = totalReader(rule);
    const exact = reader.exact(scoreOf, scoreOf);
    expect(exact && formatExact(exact)).toBe(total);
    expect(reader.parts(scoreOf).map((part) => part.weight && formatExact(part.weight))).toEqual(weights);
  });
});
