import { SHINGLE } from './fingerprint.js';

/** A stretch that two texts have in common: where it begins in each, and its length in characters. */
export interface CommonPassage {
  here: number;
  there: number;
  length: number;
}

/** A shingle that stands this often in one text (a table, a ruled line) is not followed everywhere. */
const MOST_PLACES = 16;

/** The longest stretches of `here` that stand in `there` too, in the order of `here`; none shorter than `shortest`, none twice. */
export function commonPassages(here: string, there: string, shortest: number): CommonPassage[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHINGLE <= there.length; at++) {
    const shingle = there.slice(at, at + SHINGLE);
    const known = places.get(shingle);
    if (!known) places.set(shingle, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  const found: CommonPassage[] = [];
  for (let at = 0; at + SHINGLE <= here.length; ) {
    let best: CommonPassage | undefined;
    for (const start of places.get(here.slice(at, at + SHINGLE)) ?? []) {
      let length = SHINGLE;
      while (at + length < here.length && start + length < there.length && here.charCodeAt(at + length) === there.charCodeAt(start + length)) length++;
      if (length > (best?.length ?? 0)) best = { here: at, there: start, length };
    }
    if (best && best.length >= shortest) {
      found.push(best);
      at += best.length;
    } else at++;
  }
  return found;
}

/** How much of the shorter text stands in the other, 0 to 1. */
export function sharedPart(passages: readonly CommonPassage[], here: number, there: number): number {
  const common = passages.reduce((sum, passage) => sum + passage.length, 0);
  return Math.min(1, common / Math.max(1, Math.min(here, there)));
}

/** Dice's coefficient of the pairs of neighbouring characters of two titles, 0 to 1. */
export function titleLikeness(one: string, other: string): number {
  const pairs = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let at = 0; at + 2 <= text.length; at++) counts.set(text.slice(at, at + 2), (counts.get(text.slice(at, at + 2)) ?? 0) + 1);
    return counts;
  };
  const [first, second] = [pairs(one), pairs(other)];
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1);
  return all === 0 ? 0 : (2 * common) / all;
}
