/** Numbers beyond the safe integer range are carried as bigints; everything else as plain integers, which is many times faster. */
interface Wide {
  readonly n: bigint;
  readonly d: bigint;
}

/** An exact fraction. `d` is positive. Two equal fractions may have different terms: compare with {@link compare}, never with `===`. */
export class Rational {
  constructor(
    readonly n: number,
    readonly d: number,
    readonly wide: Wide | null = null,
  ) {}
}

export const ZERO = new Rational(0, 1);
export const ONE = new Rational(1, 1);

/** A whole number. @throws RangeError when it is not a safe integer */
export function whole(n: number): Rational {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${n}`);
  return new Rational(n, 1);
}

function bigGcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Greatest common divisor of safe integers, b not negative. */
export function gcd(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** n/d in lowest terms. @throws RangeError when d is 0 */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('division by zero');
  const sign = d < 0n ? -1n : 1n;
  const common = bigGcd(n, d < 0n ? -d : d) || 1n;
  const top = (sign * n) / common;
  const bottom = (sign * d) / common;
  if (top <= SAFE && top >= -SAFE && bottom <= SAFE) return new Rational(Number(top), Number(bottom));
  return new Rational(0, 1, { n: top, d: bottom });
}

/** Above this denominator a sum is reduced, so that terms stay inside the safe range. */
const REDUCE_ABOVE = 1e6;

function small(n: number, d: number): Rational | null {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return null;
  if (d <= REDUCE_ABOVE) return new Rational(n, d);
  const common = gcd(n, d) || 1;
  return new Rational(n / common, d / common);
}

export const topOf = (a: Rational): bigint => a.wide?.n ?? BigInt(a.n);
export const bottomOf = (a: Rational): bigint => a.wide?.d ?? BigInt(a.d);

export function add(a: Rational, b: Rational): Rational {
  if (a.wide === null && b.wide === null) {
    const quick = a.d === b.d ? small(a.n + b.n, a.d) : addUnlike(a, b);
    if (quick) return quick;
  }
  return fraction(topOf(a) * bottomOf(b) + topOf(b) * bottomOf(a), bottomOf(a) * bottomOf(b));
}

function addUnlike(a: Rational, b: Rational): Rational | null {
  if (a.d % b.d === 0) return safeSum(a.n, b.n * (a.d / b.d), a.d);
  if (b.d % a.d === 0) return safeSum(b.n, a.n * (b.d / a.d), b.d);
  const left = a.n * b.d;
  return Number.isSafeInteger(left) ? safeSum(left, b.n * a.d, a.d * b.d) : null;
}

function safeSum(x: number, y: number, d: number): Rational | null {
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) ? small(x + y, d) : null;
}

export function negate(a: Rational): Rational {
  return a.wide ? new Rational(0, 1, { n: -a.wide.n, d: a.wide.d }) : new Rational(a.n === 0 ? 0 : -a.n, a.d);
}

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export function multiply(a: Rational, b: Rational): Rational {
  if (a.wide === null && b.wide === null) {
    const quick = small(a.n * b.n, a.d * b.d);
    if (quick) return quick;
  }
  return fraction(topOf(a) * topOf(b), bottomOf(a) * bottomOf(b));
}

/** @throws RangeError when b is zero */
export function divide(a: Rational, b: Rational): Rational {
  if (a.wide === null && b.wide === null && b.n > 0) {
    const quick = small(a.n * b.d, a.d * b.n);
    if (quick) return quick;
  }
  return fraction(topOf(a) * bottomOf(b), bottomOf(a) * topOf(b));
}

/** Negative, zero or positive as a is below, equal to or above b; by cross-multiplication, never by a quotient. */
export function compare(a: Rational, b: Rational): number {
  if (a.wide === null && b.wide === null) {
    if (a.d === b.d) return a.n - b.n;
    const left = a.n * b.d;
    const right = b.n * a.d;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  }
  const left = topOf(a) * bottomOf(b);
  const right = topOf(b) * bottomOf(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The value as a whole number of 1/scale; null when it is not one. */
export function roundsTo(a: Rational, scale: number): number | null {
  const top = a.n * scale;
  return a.wide === null && Number.isSafeInteger(top) && top % a.d === 0 ? top / a.d : null;
}

export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const isZero = (a: Rational): boolean => (a.wide ? a.wide.n === 0n : a.n === 0);
export const signOf = (a: Rational): number => (a.wide ? (a.wide.n < 0n ? -1 : a.wide.n > 0n ? 1 : 0) : Math.sign(a.n));
export const lesser = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const absolute = (a: Rational): Rational => (signOf(a) < 0 ? negate(a) : a);
export const half = (a: Rational): Rational => divide(a, new Rational(2, 1));

export function sum(values: readonly Rational[]): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** Arithmetic mean. @throws RangeError for an empty list */
export const mean = (values: readonly Rational[]): Rational => divide(sum(values), whole(values.length));

/** Middle value, or the mean of the two middle values. @throws RangeError for an empty list */
export function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compare);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (!upper) throw new RangeError('median of nothing');
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || !lower ? upper : half(add(lower, upper));
}

/** The nearest float; for statistics and drawing only, never for a rank or a cut. */
export function toNumber(a: Rational): number {
  if (!a.wide) return a.n / a.d;
  const shift = bottomOf(a).toString(2).length - 1000;
  return shift > 0 ? Number(topOf(a) >> BigInt(shift)) / Number(bottomOf(a) >> BigInt(shift)) : Number(topOf(a)) / Number(bottomOf(a));
}
