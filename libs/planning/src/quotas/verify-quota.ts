import { exactWeights } from './exact-weights.js';
import type { QuotaMethod, QuotaResult, QuotaSplit } from './split-quota.js';

/** Sign of one divisor method's claims for a place: positive when `a` holding `na` comes before `b` holding `nb`. */
function compareClaims(method: QuotaMethod, a: bigint, na: bigint, b: bigint, nb: bigint): number {
  const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);
  if (method === 'huntington-hill') return na === 0n || nb === 0n ? sign(nb === na ? a - b : na === 0n ? 1n : -1n) : sign(a * a * nb * (nb + 1n) - b * b * na * (na + 1n));
  const divisor = (held: bigint): bigint => (method === 'sainte-lague' ? 2n * held + 1n : held + 1n);
  return sign(a * divisor(nb) - b * divisor(na));
}

/**
 * Faults of a split, read from the shares alone: the sum, the bounds, and that no place would be better with another share
 * (remainders, or the priorities of the divisor method).
 */
export function checkQuota(split: QuotaSplit, result: Extract<QuotaResult, { kind: 'quota' }>): string[] {
  const { total, shares, base = 0, method = 'largest-remainder' } = split;
  const [floor, ceiling] = [Math.max(split.floor ?? 0, base), split.ceiling ?? Infinity];
  const faults: string[] = [];
  const places = new Map(result.places.map((one) => [one.id, one.places]));
  if (places.size !== shares.length || shares.some(({ id }) => !places.has(id))) return ['not every share has its places'];
  const sum = result.places.reduce((all, one) => all + one.places, 0);
  if (sum !== total) faults.push(`${sum} places are given instead of ${total}`);
  for (const { id, places: own } of result.places) if (own < floor || own > ceiling) faults.push(`${id} has ${own} places, outside ${floor}..${ceiling}`);
  const weights = exactWeights(shares);
  const weighed = shares.map(({ id }, index) => ({ id, weight: weights[index]! })).filter(({ weight }) => weight > 0n);
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  const inner = weighed.filter(({ id }) => places.get(id)! > floor);
  const mayGain = weighed.filter(({ id }) => places.get(id)! < ceiling);
  for (const loser of inner) {
    for (const gainer of mayGain) {
      if (loser.id === gainer.id) continue;
      const [a, b] = [gainer.weight, loser.weight];
      const [na, nb] = [BigInt(places.get(gainer.id)! - base), BigInt(places.get(loser.id)! - base)];
      const gainerFirst = method === 'largest-remainder' ? remainderPrefers(split, whole, [a, na], [b, nb]) : compareClaims(method, a, na, b, nb - 1n) > 0;
      if (gainerFirst) faults.push(`a place of ${loser.id} belongs to ${gainer.id}`);
    }
  }
  return faults;
}

/** Whether moving a place would bring both shares nearer to their exact parts (only told where no bound binds). */
function remainderPrefers({ total, shares, base = 0, floor = 0, ceiling }: QuotaSplit, weights: bigint, [gaining, held]: readonly [bigint, bigint], [losing, lost]: readonly [bigint, bigint]): boolean {
  if (floor > base || ceiling !== undefined) return false;
  const divisible = BigInt(total - base * shares.length);
  return divisible * gaining - held * weights > divisible * losing - (lost - 1n) * weights;
}

/** Checks by counting that the bounds, or shares without weight, leave no way to give exactly the total. */
export function verifyQuotaProof({ total, shares, base = 0, floor = 0, ceiling = Infinity }: QuotaSplit, proof: Extract<QuotaResult, { kind: 'infeasible' }>['proof']): boolean {
  const least = Math.max(floor, base);
  const weighted = exactWeights(shares).filter((weight) => weight > 0n).length;
  if (proof.kind === 'floor-exceeds-total') return proof.bound === least * shares.length && proof.bound > total;
  if (proof.kind === 'no-weight') return weighted === 0 && proof.bound === least * shares.length && proof.bound !== total;
  return proof.bound === ceiling * weighted + least * (shares.length - weighted) && proof.bound < total;
}
