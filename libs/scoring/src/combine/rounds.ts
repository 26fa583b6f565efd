import { decimal } from '../exact/decimal.js';
import { ZERO, compare, mean, multiply, sum, type Rational } from '../exact/rational.js';
import type { RoundCombination } from '../rules/stage-rules.types.js';

/** An entry's results by round. `score` null: played or due, but without a result. */
export interface RoundResult {
  round: number;
  score: Rational | null;
  /** Without a result because it did not start. */
  noShow?: boolean;
}

export interface CombinedRounds {
  state: 'ok' | 'noResult' | 'pending';
  score: Rational | null;
  /** Positions of the given list that made the score. */
  counted: number[];
}

interface Slot {
  index: number;
  score: Rational | null;
}

/**
 * One score from several rounds (domain 5.4 T2-T5, T12).
 * A round without a result is left out (`skip`), counts 0 (`zero`), stays as the worst of all (`worst`), or spoils the whole (`void`).
 */
export function combineRounds(results: readonly RoundResult[], rule: RoundCombination, better: 'higher' | 'lower'): CombinedRounds {
  if (rule.planned !== undefined && results.length < rule.planned) return { state: 'pending', score: null, counted: [] };
  const slots = effectiveSlots(results, rule);
  if (slots === null || slots.every((slot) => slot.score === null)) return { state: 'noResult', score: null, counted: [] };
  const order = (a: Slot, b: Slot): number => bestFirst(a.score, b.score, better) || a.index - b.index;
  const ranked = [...slots].sort(order);
  const kept = keep(slots, ranked, rule);
  if (kept.length === 0 || kept.some((slot) => slot.score === null)) return { state: 'noResult', score: null, counted: [] };
  const values = kept.map((slot) => slot.score as Rational);
  return { state: 'ok', score: isSum(rule) ? sum(values) : mean(values), counted: kept.map((slot) => slot.index) };
}

/** Better results first; no result last. */
export function bestFirst(a: Rational | null, b: Rational | null, better: 'higher' | 'lower'): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return better === 'higher' ? compare(b, a) : compare(a, b);
}

/** Rounds with their factors, and what those without a result count as; null when one of them spoils the whole. */
function effectiveSlots(results: readonly RoundResult[], rule: RoundCombination): Slot[] | null {
  const slots: Slot[] = [];
  for (const [index, result] of results.entries()) {
    const factor = rule.factors?.[result.round - 1];
    if (result.score) slots.push({ index, score: factor === undefined ? result.score : multiply(result.score, decimal(factor)) });
    else {
      const treatment = (result.noShow ? rule.noShow : undefined) ?? rule.noResult ?? 'skip';
      if (treatment === 'void') return null;
      if (treatment !== 'skip') slots.push({ index, score: treatment === 'zero' ? ZERO : null });
    }
  }
  return slots;
}

function keep(slots: readonly Slot[], ranked: readonly Slot[], rule: RoundCombination): readonly Slot[] {
  switch (rule.method) {
    case 'best':
      return ranked.slice(0, 1);
    case 'last':
      return slots.slice(-1);
    case 'sum':
    case 'mean':
      return slots;
    case 'bestOf':
      return ranked.slice(0, rule.count);
    case 'meanDropping':
      return ranked.slice(0, Math.max(1, ranked.length - dropsFor(ranked.length, rule.drops)));
    case 'meanOfMiddle':
      return ranked.slice(rule.drop ?? 1, ranked.length - (rule.drop ?? 1));
  }
}

/** How many of the worst are left out when `played` rounds were played. */
export function dropsFor(played: number, drops: readonly { played: number; drop: number }[]): number {
  let drop = 0;
  let from = -1;
  for (const rule of drops) {
    if (rule.played <= played && rule.played > from) [drop, from] = [rule.drop, rule.played];
  }
  return drop;
}

const isSum = (rule: RoundCombination): boolean => rule.method === 'sum' || (rule.method === 'bestOf' && rule.take === 'sum');


/** The best and worst a score can still become while rounds are outstanding; null: no result, `unbounded`: no limit is known. */
export interface Forecast {
  best: Rational | null;
  bestUnbounded: boolean;
  worst: Rational | null;
}

/**
 * Fills the outstanding rounds with the best result there can be, and with none (the worst there can be).
 * Null when no number of rounds is planned or all are played.
 */
export function forecastRounds(results: readonly RoundResult[], rule: RoundCombination, better: 'higher' | 'lower'): Forecast | null {
  if (rule.planned === undefined || results.length >= rule.planned) return null;
  const bound = better === 'higher' ? rule.bounds?.highest : (rule.bounds?.lowest ?? 0);
  const fill = (score: Rational | null): CombinedRounds => {
    const played = new Set(results.map((result) => result.round));
    const open = Array.from({ length: (rule.planned ?? 0) + results.length }, (_, index) => index + 1).filter((round) => !played.has(round));
    const outstanding = open.slice(0, (rule.planned ?? 0) - results.length).map((round) => ({ round, score }));
    return combineRounds([...results, ...outstanding].sort((a, b) => a.round - b.round), rule, better);
  };
  return { best: bound === undefined ? null : fill(decimal(bound)).score, bestUnbounded: bound === undefined, worst: fill(null).score };
}
