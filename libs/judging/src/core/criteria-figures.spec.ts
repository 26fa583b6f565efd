import { describe, expect, it } from '@jest/globals';
import { SeededRandom, type SheetRules } from '#libs/scoring';
import { criteriaFigures, type MarkedSheet } from './criteria-figures.js';

const label = { zh: '项', en: 'Item' };
const rules: SheetRules = { items: [{ kind: 'score', key: 'a', max: 40, label }, { kind: 'score', key: 'b', max: 30, label }, { kind: 'score', key: 'c', max: 20, label, weight: 2 }, { kind: 'flag', key: 'seen', points: 0, label }] };
const of = (sheets: MarkedSheet[]) => criteriaFigures('s', rules, sheets);
const sheet = (entry: string, judge: string, a: number, b: number, c: number): MarkedSheet => ({ entry, judge, sheet: 's', values: { a: String(a), b, c, seen: true } });

describe('the figures of the criteria', () => {
  it('agree with a case worked out by hand', () => {
    // One judge, five entries. a = 1..5; rest = b + 2c: 10, 14, 12, 18, 16. cov = (-2*-4 + -1*0 + 0*-2 + 1*4 + 2*2) = 16; ss = 10 and 40; r = 16 / 20.
    const found = of([[1, 2, 4], [2, 4, 5], [3, 2, 5], [4, 4, 7], [5, 2, 7]].map(([a, b, c], index) => sheet(`e${index}`, 'j', a as number, b as number, c as number)));
    expect(found.map((one) => one.key)).toEqual(['a', 'b', 'c']);
    expect(found[0]).toMatchObject({ sheets: 5, max: 40, mean: 3, sheet: 's' });
    expect(found[0]?.spread).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(found[0]?.discrimination).toBeCloseTo(0.8, 12);
  });

  it('tell a criterion that follows the merit from one that is chance, and one on which judges agree from one on which they do not', () => {
    const random = new SeededRandom('criteria');
    const sheets = Array.from({ length: 60 }, (_, entry) => entry).flatMap((entry) => {
      const merit = random.normal();
      return Array.from({ length: 5 }, (_, judge) => sheet(`e${entry}`, `j${(entry + judge) % 12}`, 25 + 4 * merit + random.normal(), 20 + 3 * merit + 3 * random.normal(), 10 + 2 * random.normal()));
    });
    const [a, b, c] = of(sheets);
    expect(a?.discrimination).toBeGreaterThan(0.7);
    expect(Math.abs(c?.discrimination as number)).toBeLessThan(0.35);
    expect(a?.agreement).toBeGreaterThan(0.85);
    expect(b?.agreement).toBeGreaterThan(0.3);
    expect(b?.agreement).toBeLessThan(0.7);
    expect(c?.agreement).toBeLessThan(0.15);
    // The order of the sheets and the names of people say nothing.
    expect(of([...sheets].reverse().map((one) => ({ ...one, judge: `x${one.judge}` }))).map((one) => one.discrimination?.toFixed(9))).toEqual([a, b, c].map((one) => one?.discrimination?.toFixed(9)));
  });

  it('say nothing where nothing can be said', () => {
    expect(of([])).toEqual([]);
    expect(of([{ entry: 'e', judge: 'j', sheet: 's', values: { a: '3' } }, { entry: 'e', judge: 'j', sheet: 'other', values: { a: 1, b: 1, c: 1 } }])).toEqual([]);
    const alike = of(Array.from({ length: 8 }, (_, index) => sheet(`e${index}`, 'j', 10, 10, 10)));
    expect(alike.map(({ spread, discrimination, agreement }) => [spread, discrimination, agreement])).toEqual([[0, null, null], [0, null, null], [0, null, null]]);
    expect(of(Array.from({ length: 40 }, (_, index) => sheet(`e${index % 4}`, `j${index}`, index % 7, index % 5, index % 3)))).toEqual([]);
  });
});
