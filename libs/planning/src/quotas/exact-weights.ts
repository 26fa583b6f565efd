import { PlanningInputError } from '../planning-errors.js';
import type { QuotaShare } from './split-quota.js';

const DECIMAL = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** The weights as whole numbers of one common unit, in the order of the shares: a tenth stays a tenth. @throws PlanningInputError for a weight that is no decimal of at least 0 */
export function exactWeights(shares: readonly QuotaShare[]): bigint[] {
  const read = shares.map(({ weight }, index) => {
    const [, units = '', decimals = '', exponent = '0'] = DECIMAL.exec(String(weight)) ?? [];
    if (units === '') throw new PlanningInputError('NOT_A_WEIGHT', `shares[${index}].weight`, `expected a decimal of at least 0, got ${String(weight)}`);
    return { digits: BigInt(units + decimals), places: decimals.length - Number(exponent) };
  });
  const places = Math.max(0, ...read.map((one) => one.places));
  return read.map((one) => one.digits * 10n ** BigInt(places - one.places));
}
