import { decimal, formatExact, formatFixed, roundHalfUp, type Decimal } from '../exact/decimal.js';
import { compare, type Rational } from '../exact/rational.js';

/** Where a rule document says how a score is rounded. */
export interface Rounding {
  places?: number | null;
  coarse?: { above: Decimal; places: number };
}

/** The score as the rule rounds it (half-up); exact where the rule does not round. */
export function rounded(score: Rational, rule: Rounding): Rational {
  if (rule.coarse && compare(score, decimal(rule.coarse.above)) > 0) return roundHalfUp(score, rule.coarse.places);
  return rule.places === null || rule.places === undefined ? score : roundHalfUp(score, rule.places);
}

/** A rounded score as it is published: with fixed decimals where the rule rounds, else exact. */
export const shown = (score: Rational, rule: Rounding): string =>
  rule.places === null || rule.places === undefined ? formatExact(score) : formatFixed(score, rule.places);
