import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitQuota, type QuotaMethod, type QuotaSplit } from './split-quota.js';

function placesOf(split: QuotaSplit): Record<string, number> {
  const result = splitQuota(split);
  if (result.kind !== 'quota') throw new Error(JSON.stringify(result.proof));
  return Object.fromEntries(result.places.map(({ id, places }) => [id, places]));
}

const shares = (weights: Record<string, number>): { id: string; weight: number }[] => Object.entries(weights).map(([id, weight]) => ({ id, weight }));

describe('splitQuota', () => {
  // The textbook table of the methods: 53,000 / 24,000 / 23,000 votes, 7 seats (largest remainder against D'Hondt).
  const votes = shares({ A: 53000, B: 24000, C: 23000 });
  it.each<[QuotaMethod, Record<string, number>]>([
    ['largest-remainder', { A: 4, B: 2, C: 1 }],
    ['dhondt', { A: 4, B: 2, C: 1 }],
    ['sainte-lague', { A: 3, B: 2, C: 2 }],
    ['huntington-hill', { A: 3, B: 2, C: 2 }],
  ])('%s divides 7 places', (method, expected) => {
    expect(placesOf({ total: 7, shares: votes, method })).toEqual(expected);
  });

  it('gives a tied last place to the lower id and says so', () => {
    const result = splitQuota({ total: 3, shares: shares({ 430200: 1, 430100: 1 }) });
    expect(result).toMatchObject({ kind: 'quota', places: [{ id: '430100', places: 2, tieBroken: true }, { id: '430200', places: 1, tieBroken: false }] });
  });

  it('respects floor and ceiling together', () => {
    expect(placesOf({ total: 10, shares: shares({ a: 100, b: 10, c: 1 }), floor: 1, ceiling: 6 })).toEqual({ a: 6, b: 3, c: 1 });
  });

  it('reads decimal weights exactly, as numbers or texts', () => {
    // Of 3 places 0.3 : 0.6 : 0.1 take 0.9, 1.8 and 0.3; binary tenths would not tie below.
    expect(placesOf({ total: 3, shares: shares({ a: 0.3, b: 0.6, c: 0.1 }) })).toEqual({ a: 1, b: 2, c: 0 });
    expect(splitQuota({ total: 2, shares: [{ id: 'x', weight: 0.1 + 0.2 }, { id: 'b', weight: '0.30' }, { id: 'a', weight: 0.3 }] })).toMatchObject({ places: [{ id: 'x', places: 1, tieBroken: false }, { id: 'b', places: 0 }, { id: 'a', places: 1, tieBroken: true }] });
    expect(splitQuota({ total: 1, shares: [{ id: 'b', weight: 1e-7 }, { id: 'a', weight: '0.0000001' }] })).toMatchObject({ places: [{ places: 0 }, { places: 1, tieBroken: true, exact: { numerator: '1', denominator: '2' } }] });
    for (const method of ['dhondt', 'sainte-lague', 'huntington-hill'] as const) {
      expect(placesOf({ total: 7, method, shares: shares({ A: 53, B: 24, C: 23 }) })).toEqual(placesOf({ total: 7, method, shares: shares({ A: 0.53, B: 0.24, C: 0.23 }) }));
    }
    for (const weight of [-1, '-0.5', Number.NaN, Number.POSITIVE_INFINITY, '1/3', '', '1e4000']) {
      expect(() => splitQuota({ total: 1, shares: [{ id: 'a', weight: 1 }, { id: 'b', weight }] })).toThrow(expect.objectContaining({ code: 'NOT_A_WEIGHT', path: 'shares[1].weight' }));
    }
  });

  it('proves what cannot be', () => {
    expect(splitQuota({ total: 3, shares: shares({ a: 1, b: 1 }), base: 2 })).toEqual({ kind: 'infeasible', proof: { kind: 'floor-exceeds-total', bound: 4, total: 3 } });
    expect(splitQuota({ total: 9, shares: shares({ a: 1, b: 1 }), ceiling: 4 })).toEqual({ kind: 'infeasible', proof: { kind: 'ceiling-below-total', bound: 8, total: 9 } });
    expect(splitQuota({ total: 9, shares: shares({ a: 0 }) })).toMatchObject({ kind: 'infeasible', proof: { kind: 'no-weight' } });
  });

  const arbitrarySplit = fc.record({
    total: fc.integer({ min: 0, max: 200 }),
    weights: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }),
    base: fc.integer({ min: 0, max: 5 }),
    floor: fc.integer({ min: 0, max: 8 }),
    ceiling: fc.integer({ min: 5, max: 60 }),
    method: fc.constantFrom<QuotaMethod>('largest-remainder', 'dhondt', 'sainte-lague', 'huntington-hill'),
  });

  it('always gives exactly the total within the bounds, or a bound that shows why not', () => {
    fc.assert(
      fc.property(arbitrarySplit, ({ weights, ...split }) => {
        const result = splitQuota({ ...split, shares: weights.map((weight, index) => ({ id: `s${index}`, weight })) });
        if (result.kind === 'infeasible') return result.proof.bound !== split.total;
        const places = result.places.map((share) => share.places);
        return places.reduce((a, b) => a + b, 0) === split.total && places.every((count) => count >= Math.max(split.floor, split.base) && count <= Math.max(split.ceiling, split.floor));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('stays within one of the exact share under largest remainders without bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 14 }), (total, weights) => {
        const result = splitQuota({ total, shares: weights.map((weight, index) => ({ id: `s${index}`, weight })) });
        return result.kind === 'quota' && result.places.every(({ places, exact }) => Math.abs(places - Number(exact.numerator) / Number(exact.denominator)) < 1);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
