import { Rational, bottomOf, compare, fraction, gcd, topOf, whole } from './rational.js';

/** A number as people write it: a JSON number, a decimal string, or a fraction such as "1/3". All three are read exactly. */
export type Decimal = number | string;

const POWERS = Array.from({ length: 16 }, (_, places) => 10 ** places);
const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const FRACTION = /^[+-]?\d+\/\d+$/;
/** Characters; exact arithmetic grows with the square of the length, so a text of a million digits would hold everybody up. */
const LONGEST = 1_000;

/** Reads a decimal exactly (a JSON number by its shortest decimal form, so 80.07 is 8007/100). Null when it is not a finite number, or longer than any number. */
export function parseDecimal(value: unknown): Rational | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  const text = value.trim();
  return FRACTION.test(text) ? fromFraction(text) : fromDecimalText(text);
}

/** As {@link parseDecimal}, for values already checked. @throws RangeError when it is not a number */
export function decimal(value: Decimal): Rational {
  const parsed = parseDecimal(value);
  if (!parsed) throw new RangeError(`not a decimal: ${String(value)}`);
  return parsed;
}

/** Below this size and this many places, `Math.round(x * 10^k) / 10^k === x` proves that k places are the shortest form of x. */
const QUICK_LIMIT = 1e9;
const QUICK_PLACES = 4;

function fromNumber(value: number): Rational | null {
  if (Number.isSafeInteger(value)) return new Rational(value === 0 ? 0 : value, 1);
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) < QUICK_LIMIT) {
    for (let places = 1; places <= QUICK_PLACES; places++) {
      const scale = POWERS[places] as number;
      const scaled = Math.round(value * scale);
      if (scaled / scale === value) return new Rational(scaled, scale);
    }
  }
  return fromDecimalText(String(value));
}

function fromFraction(text: string): Rational | null {
  const [top, bottom] = text.split('/') as [string, string];
  const d = BigInt(bottom);
  return d === 0n ? null : fraction(BigInt(top), d);
}

function fromDecimalText(text: string): Rational | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, sign, integer, decimals = '', power = '0'] = match;
  const places = decimals.length - Number(power);
  const digits = BigInt(`${integer}${decimals}`) * (sign === '-' ? -1n : 1n);
  return places >= 0 ? fraction(digits, 10n ** BigInt(places)) : fraction(digits * 10n ** BigInt(-places), 1n);
}

/** The exact value of a float, for results of statistical models that are rounded next. @throws RangeError when it is not finite */
export function fromFloat(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`not finite: ${value}`);
  let scale = 1n;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    scale *= 2n;
  }
  return fraction(BigInt(mantissa), scale);
}

/** Rounds half away from zero (四舍五入) to `places` decimals: 80.105 -> 80.11, -0.5 -> -1. `places` may be negative: -2 rounds to hundreds. */
export function roundHalfUp(value: Rational, places: number): Rational {
  if (places >= 0 && places < 10 && value.wide === null) {
    const scale = POWERS[places] as number;
    if (value.d === scale) return value;
    const top = Math.abs(value.n) * scale;
    if (Number.isSafeInteger(2 * top + value.d)) {
      const units = Math.floor((2 * top + value.d) / (2 * value.d));
      if (exactFloor(2 * top + value.d, 2 * value.d, units)) return new Rational(value.n < 0 && units !== 0 ? -units : units, scale);
    }
  }
  const n = topOf(value);
  const size = n < 0n ? -n : n;
  const scale = 10n ** BigInt(Math.abs(places));
  const [top, bottom] = places >= 0 ? [size * scale, bottomOf(value)] : [size, bottomOf(value) * scale];
  const units = (2n * top + bottom) / (2n * bottom);
  const signed = n < 0n ? -units : units;
  return places >= 0 ? fraction(signed, scale) : fraction(signed * scale, 1n);
}

/** Whether `quotient` is floor(a/b) for safe integers: a float division may land on the wrong side of a whole number. */
function exactFloor(a: number, b: number, quotient: number): boolean {
  const product = quotient * b;
  return Number.isSafeInteger(product) && product <= a && a - product < b;
}

/** Largest whole number not above the value. */
export function floor(value: Rational): Rational {
  const n = topOf(value);
  const d = bottomOf(value);
  const quotient = n / d;
  return fraction(n < 0n && quotient * d !== n ? quotient - 1n : quotient, 1n);
}

/** Smallest whole number not below the value. */
export function ceiling(value: Rational): Rational {
  const low = floor(value);
  return compare(low, value) === 0 ? low : fraction(topOf(low) + 1n, 1n);
}

/** The whole number as a JavaScript integer. @throws RangeError when it is not whole or not safe */
export function toInteger(value: Rational): number {
  if (compare(floor(value), value) !== 0) throw new RangeError('not a whole number');
  return whole(Number(topOf(floor(value)))).n;
}

/** Fixed form with exactly `places` decimals, the value being rounded half-up first: "89.67". */
export function formatFixed(value: Rational, places: number): string {
  const rounded = roundHalfUp(value, places);
  if (places > 0 && rounded.wide === null && rounded.d === POWERS[places]) return formatSmall(rounded.n, places);
  if (places <= 0) return floor(rounded).wide ? topOf(rounded).toString() : String(rounded.n / rounded.d);
  const scale = 10n ** BigInt(places);
  const n = topOf(rounded);
  const units = ((n < 0n ? -n : n) * scale) / bottomOf(rounded);
  return `${n < 0n ? '-' : ''}${units / scale}.${(units % scale).toString().padStart(places, '0')}`;
}

/** The exact value as text: a plain decimal when it terminates within 12 places ("87.25"), else a fraction in lowest terms ("269/3"). */
export function formatExact(value: Rational): string {
  const quick = value.wide === null && value.d <= 10000 ? POWERS.indexOf(value.d) : -1;
  if (quick === 0) return String(value.n);
  if (quick > 0) return trimZeros(formatSmall(value.n, quick));
  if (value.wide === null) return formatSafe(value.n, value.d);
  const reduced = fraction(topOf(value), bottomOf(value));
  let rest = bottomOf(reduced);
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  const places = Math.max(twos, fives);
  if (rest !== 1n || places > 12) return `${topOf(reduced)}/${bottomOf(reduced)}`;
  return places === 0 ? topOf(reduced).toString() : formatFixed(reduced, places);
}

/** As {@link formatExact} for terms in the safe range. */
function formatSafe(n: number, d: number): string {
  const common = gcd(n, d) || 1;
  const [top, bottom] = [n / common, d / common];
  let rest = bottom;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos++;
  for (; rest % 5 === 0; rest /= 5) fives++;
  const places = Math.max(twos, fives);
  if (rest !== 1 || places > 12) return `${top}/${bottom}`;
  if (places === 0) return String(top);
  const units = top * ((POWERS[places] as number) / bottom);
  return Number.isSafeInteger(units) ? formatSmall(units, places) : formatFixed(new Rational(top, bottom), places);
}

function formatSmall(n: number, places: number): string {
  const digits = String(Math.abs(n)).padStart(places + 1, '0');
  return `${n < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function trimZeros(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  return text.charCodeAt(end - 1) === 46 ? text.slice(0, end - 1) : text.slice(0, end);
}
