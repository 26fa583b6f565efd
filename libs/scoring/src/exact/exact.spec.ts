import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ceiling, decimal, floor, formatExact, formatFixed, fromFloat, parseDecimal, roundHalfUp, toInteger } from './decimal.js';
import { absolute, add, compare, divide, equal, fraction, mean, median, multiply, negate, roundsTo, subtract, sum, toNumber, whole, type Rational } from './rational.js';
import { squareRoot } from './square-root.js';

const rational = fc
  .tuple(fc.oneof(fc.integer({ min: -1000, max: 1000 }).map(BigInt), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })), fc.oneof(fc.integer({ min: 1, max: 1000 }).map(BigInt), fc.bigInt({ min: 1n, max: 10n ** 25n })))
  .map(([n, d]) => ({ n, d, value: fraction(n, d) }));

/** n/d = value, by cross-multiplication in plain bigints. */
const same = (value: Rational, n: bigint, d: bigint): boolean => equal(value, fraction(n, d));

describe('rational arithmetic, small and large', () => {
  it('adds, subtracts, multiplies, divides and compares like bigint fractions', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(same(add(a.value, b.value), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(subtract(a.value, b.value), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(multiply(a.value, b.value), a.n * b.n, a.d * b.d)).toBe(true);
        if (b.n !== 0n) expect(same(divide(a.value, b.value), a.n * b.d, a.d * b.n)).toBe(true);
        const order = a.n * b.d - b.n * a.d;
        expect(Math.sign(compare(a.value, b.value))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
      }),
    );
  });

  it('rounds half away from zero, floors and ceils like bigints', () => {
    fc.assert(
      fc.property(rational, fc.integer({ min: -3, max: 8 }), ({ n, d, value }, places) => {
        const scale = 10n ** BigInt(Math.abs(places));
        const [top, bottom] = places >= 0 ? [n * scale, d] : [n, d * scale];
        const size = top < 0n ? -top : top;
        const units = ((2n * size + bottom) / (2n * bottom)) * (top < 0n ? -1n : 1n);
        expect(same(roundHalfUp(value, places), places >= 0 ? units : units * scale, places >= 0 ? scale : 1n)).toBe(true);
        const low = n < 0n && n % d !== 0n ? n / d - 1n : n / d;
        expect(same(floor(value), low, 1n)).toBe(true);
        expect(same(ceiling(value), n % d === 0n ? low : low + 1n, 1n)).toBe(true);
      }),
    );
  });

  it('reads and writes decimals without loss', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }), (units, places) => {
        const text = formatFixed(fraction(units, 10n ** BigInt(places)), places);
        expect(same(decimal(text), units, 10n ** BigInt(places))).toBe(true);
        expect(same(decimal(Number(text)), units, 10n ** BigInt(places)) || text.replace(/[-.]/g, '').replace(/^0+/, '').length > 15).toBe(true);
        expect(equal(decimal(formatExact(decimal(text))), decimal(text))).toBe(true);
      }),
    );
  });

  it.each<[number | string, number, string]>([
    ['80.105', 2, '80.11'],
    [80.105, 2, '80.11'],
    [1.005, 2, '1.01'],
    ['-0.5', 0, '-1'],
    ['2.5', 0, '3'],
    ['1e3', 0, '1000'],
    ['2/3', 4, '0.6667'],
    ['9007199254740993', 0, '9007199254740993'],
    [0.1, 20, '0.10000000000000000000'],
  ])('%s to %d places is %s', (value, places, expected) => expect(formatFixed(decimal(value), places)).toBe(expected));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '', '1.', '.5', '1/0', 'x', null, true, [1]])('does not read %p', (value) => expect(parseDecimal(value)).toBeNull());

  it('writes fractions that do not end as fractions', () => {
    expect(formatExact(divide(whole(269), whole(3)))).toBe('269/3');
    expect(formatExact(divide(whole(1), whole(8)))).toBe('0.125');
    expect(formatExact(negate(divide(whole(7), whole(4))))).toBe('-1.75');
    expect(formatExact(whole(0))).toBe('0');
  });

  it('has exact means, medians, roots and floats', () => {
    const list = [3, 1, 4, 1].map((n) => whole(n));
    expect([formatExact(mean(list)), formatExact(median(list)), formatExact(sum(list)), formatExact(absolute(whole(-3)))]).toEqual(['2.25', '2', '9', '3']);
    expect(formatFixed(squareRoot(whole(2)), 25)).toBe('1.4142135623730950488016887');
    expect(formatExact(squareRoot(decimal('0.0625')))).toBe('0.25');
    expect(() => squareRoot(whole(-1))).toThrow(RangeError);
    fc.assert(fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1e15 }), (x) => expect(toNumber(fromFloat(x))).toBe(x)));
    expect(roundsTo(decimal('0.5'), 100)).toBe(50);
    expect(roundsTo(decimal('1/3'), 100)).toBeNull();
    expect(() => toInteger(decimal('0.5'))).toThrow(RangeError);
  });
});

describe('a text far longer than any number', () => {
  it('is none, and takes no time to find out', () => {
    const begun = performance.now();
    for (const text of ['9'.repeat(1_000_000), `0.${'3'.repeat(1_000_000)}`, `1/${'7'.repeat(1_000_000)}`, ' '.repeat(1_000_000)]) expect(parseDecimal(text)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(formatExact(decimal(`1${'0'.repeat(900)}`))).toBe(`1${'0'.repeat(900)}`);
  });
});
