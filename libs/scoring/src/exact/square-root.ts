import { bottomOf, fraction, signOf, topOf, type Rational } from './rational.js';

const DIGITS = 30n;

/** Square root, cut off after 30 decimals; the same on every machine. @throws RangeError for a negative number */
export function squareRoot(value: Rational): Rational {
  if (signOf(value) < 0) throw new RangeError('square root of a negative number');
  const scale = 10n ** DIGITS;
  return fraction(integerRoot((topOf(value) * scale * scale) / bottomOf(value)), scale);
}

function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
