import { PlanningInputError, requireInteger } from '../planning-errors.js';
import { exactWeights } from './exact-weights.js';

/** Who shares the places: an id and a weight of at least 0, for example a prefecture and its entries of last year. Decimals are read exactly, as numbers or texts. */
export interface QuotaShare {
  readonly id: string;
  readonly weight: number | string;
}

export type QuotaMethod =
  /** Hare quota, seats to the largest remainders. */
  | 'largest-remainder'
  /** Highest averages with divisors 1, 2, 3 … (favours the large). */
  | 'dhondt'
  /** Highest averages with divisors 1, 3, 5 … */
  | 'sainte-lague'
  /** Equal proportions: divisors sqrt(n(n+1)); every weighted share gets one place first. */
  | 'huntington-hill';

export interface QuotaSplit {
  /** Places to give away in all. */
  readonly total: number;
  readonly shares: readonly QuotaShare[];
  /** Places each share gets before the rest is divided by weight. Default 0. */
  readonly base?: number;
  /** Least and most places of a share in the end; default 0 and no limit. */
  readonly floor?: number;
  readonly ceiling?: number;
  readonly method?: QuotaMethod;
}

export type QuotaResult =
  | { readonly kind: 'quota'; readonly places: readonly QuotaPlaces[] }
  | { readonly kind: 'infeasible'; readonly proof: { readonly kind: 'floor-exceeds-total' | 'ceiling-below-total' | 'no-weight'; readonly bound: number; readonly total: number } };

export interface QuotaPlaces {
  readonly id: string;
  readonly places: number;
  /** Exact share of the divided places as a fraction `numerator / denominator` (text, because it may exceed 2^53). */
  readonly exact: { readonly numerator: string; readonly denominator: string };
  /** True where the last place came from a tie that was broken by the lower id. */
  readonly tieBroken: boolean;
}

interface Claim {
  readonly id: string;
  readonly weight: bigint;
  places: number;
  tieBroken: boolean;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Sign of priority(a) - priority(b) for the next place under a divisor method, by cross multiplication. */
function comparePriority(method: QuotaMethod, base: number, a: Claim, b: Claim): number {
  const held = (claim: Claim): bigint => BigInt(Math.max(0, claim.places - base));
  const [na, nb] = [held(a), held(b)];
  let left: bigint;
  let right: bigint;
  if (method === 'huntington-hill') {
    // The first place of everybody comes before all others; where these are too few, the greater weights have them.
    if (na !== nb && (na === 0n || nb === 0n)) return na === 0n ? 1 : -1;
    if (na === 0n) return a.weight > b.weight ? 1 : a.weight < b.weight ? -1 : 0;
    left = a.weight * a.weight * nb * (nb + 1n);
    right = b.weight * b.weight * na * (na + 1n);
  } else {
    const divisor = (n: bigint): bigint => (method === 'sainte-lague' ? 2n * n + 1n : n + 1n);
    left = a.weight * divisor(nb);
    right = b.weight * divisor(na);
  }
  return left > right ? 1 : left < right ? -1 : 0;
}

function giveByPriority(claims: Claim[], left: number, method: QuotaMethod, base: number, ceiling: number): void {
  for (; left > 0; left--) {
    const open = claims.filter((claim) => claim.places < ceiling && claim.weight > 0n);
    let best = open[0]!;
    let tied = false;
    for (const claim of open.slice(1)) {
      const order = comparePriority(method, base, claim, best);
      if (order > 0) [best, tied] = [claim, false];
      else if (order === 0) tied = true;
    }
    best.places++;
    best.tieBroken = tied;
  }
}

/**
 * Largest remainders between a floor and a ceiling: shares outside the bounds are fixed there and the rest is divided again; each
 * pass fixes the side with the greater violation, so that the outcome is the proportional one cut at both bounds.
 */
function giveByRemainder(claims: Claim[], total: number, base: number, floor: number, ceiling: number): void {
  let open = [...claims];
  let left = total;
  while (open.length > 0) {
    const weights = open.reduce((sum, claim) => sum + claim.weight, 0n);
    const divisible = BigInt(left - base * open.length);
    const exact = (claim: Claim): bigint => BigInt(base) * weights + divisible * claim.weight;
    const low = open.filter((claim) => exact(claim) < BigInt(floor) * weights);
    const high = open.filter((claim) => exact(claim) > BigInt(ceiling) * weights);
    if (low.length === 0 && high.length === 0) {
      spreadRemainders(open, divisible, weights, base);
      return;
    }
    const missing = low.reduce((sum, claim) => sum + BigInt(floor) * weights - exact(claim), 0n);
    const surplus = high.reduce((sum, claim) => sum + exact(claim) - BigInt(ceiling) * weights, 0n);
    const [fixed, places] = missing >= surplus ? [low, floor] : [high, ceiling];
    for (const claim of fixed) claim.places = places;
    left -= places * fixed.length;
    open = open.filter((claim) => !fixed.includes(claim));
  }
}

function spreadRemainders(open: Claim[], divisible: bigint, weights: bigint, base: number): void {
  if (weights === 0n) return;
  const remainders = open.map((claim) => {
    claim.places = base + Number((divisible * claim.weight) / weights);
    return { claim, id: claim.id, rest: (divisible * claim.weight) % weights };
  });
  const given = remainders.reduce((sum, { claim }) => sum + BigInt(claim.places - base), 0n);
  const places = Number(divisible - given);
  remainders.sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : byId(a, b)));
  remainders.slice(0, places).forEach(({ claim, rest }) => {
    claim.places++;
    claim.tieBroken = remainders[places]?.rest === rest;
  });
}

/**
 * Splits places over shares: `base` to each, the rest in proportion to the weights. Exact (no floating point); equal
 * claims go to the lower id (compared as text), which is the region code's order. Never gives more or fewer than `total`.
 */
export function splitQuota(split: QuotaSplit): QuotaResult {
  const { total, shares, base = 0, method = 'largest-remainder' } = split;
  const floor = Math.max(split.floor ?? 0, base);
  const ceiling = split.ceiling ?? Number.MAX_SAFE_INTEGER;
  requireInteger(total, 'total');
  requireInteger(base, 'base');
  requireInteger(floor, 'floor');
  requireInteger(ceiling, 'ceiling');
  const weights = exactWeights(shares);
  if (new Set(shares.map((share) => share.id)).size !== shares.length) {
    throw new PlanningInputError('DUPLICATE_ID', 'shares', 'every share needs its own id');
  }
  const infeasible = (kind: 'floor-exceeds-total' | 'ceiling-below-total' | 'no-weight', bound: number): QuotaResult => ({ kind: 'infeasible', proof: { kind, bound, total } });
  if (floor * shares.length > total) return infeasible('floor-exceeds-total', floor * shares.length);
  const weighted = weights.filter((weight) => weight > 0n).length;
  const most = ceiling === Number.MAX_SAFE_INTEGER ? Infinity : ceiling * weighted + floor * (shares.length - weighted);
  if (weighted === 0 ? total > floor * shares.length : most < total) {
    return infeasible(weighted === 0 ? 'no-weight' : 'ceiling-below-total', weighted === 0 ? floor * shares.length : most);
  }
  const claims = shares.map<Claim>(({ id }, index) => ({ id, weight: weights[index]!, places: floor, tieBroken: false })).sort(byId);
  if (weighted > 0) {
    if (method === 'largest-remainder') giveByRemainder(claims, total, base, floor, ceiling);
    else giveByPriority(claims, total - floor * claims.length, method, base, ceiling);
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const divisible = BigInt(total - base * claims.length);
  const found = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    kind: 'quota',
    places: shares.map(({ id }) => {
      const claim = found.get(id)!;
      return { id, places: claim.places, exact: { numerator: String(divisible * claim.weight), denominator: String(all) }, tieBroken: claim.tieBroken };
    }),
  };
}
