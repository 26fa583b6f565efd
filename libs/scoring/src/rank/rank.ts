import { compare, type Rational } from '../exact/rational.js';
import type { RankKey, RankingRules } from '../rules/ranking-rules.types.js';

/** Splits entries that are equal so far into classes, best first. `shown` is what the key compared, for the trace. */
export interface KeySplit {
  classes: number[][];
  /** Entries the key could not put in an order though they are not equal (a cycle of wins): a play-off is needed. */
  playOff?: ReadonlySet<number>;
}

export interface KeyOperator {
  key: RankKey;
  split(entries: readonly number[]): KeySplit;
  shown(entry: number, among: readonly number[]): string;
}

/** Entries sharing a place, best class first. */
export interface RankClass {
  entries: number[];
  rank: number;
  playOff: boolean;
  /** The key that put the class below the one before it, and the tie it broke; null for the first class. */
  separatedBy: { operator: KeyOperator; position: number; among: readonly number[] } | null;
}

/** Splits by a number of each entry; entries without a number come last (or first) together. */
export function splitByNumber(entries: readonly number[], numberOf: (entry: number) => Rational | null, order: 'desc' | 'asc', missing: 'last' | 'first' = 'last'): number[][] {
  const present: number[] = [];
  const values: Rational[] = [];
  const absent: number[] = [];
  for (const entry of entries) {
    const value = numberOf(entry);
    if (value) {
      present.push(entry);
      values.push(value);
    } else absent.push(entry);
  }
  const tops = commonTops(values);
  const compareAt = tops ? (a: number, b: number) => (tops[a] as number) - (tops[b] as number) : (a: number, b: number) => compare(values[a] as Rational, values[b] as Rational);
  const sign = order === 'desc' ? -1 : 1;
  const sorted =
    (tops && sortPacked(tops, sign, present)) ??
    Uint32Array.from(values, (_, index) => index).sort((a, b) => sign * compareAt(a, b) || (present[a] as number) - (present[b] as number));
  const classes: number[][] = [];
  let tied: number[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const index = sorted[at] as number;
    const entry = present[index] as number;
    if (at > 0 && compareAt(sorted[at - 1] as number, index) === 0) tied.push(entry);
    else classes.push((tied = [entry]));
  }
  if (absent.length === 0) return classes;
  return missing === 'last' ? [...classes, absent] : [absent, ...classes];
}

/** Published scores have one denominator: then their numerators decide. Null for others. */
function commonTops(values: readonly Rational[]): Float64Array | null {
  const bottom = values[0]?.d;
  return values.every((value) => value.wide === null && value.d === bottom) ? Float64Array.from(values, (value) => value.n) : null;
}

/** Sorts positions by number, then position, as numbers that hold both: no comparison function is called. Null where they do not fit, or entries are not in order. */
function sortPacked(tops: Float64Array, sign: number, entries: readonly number[]): Float64Array | null {
  const count = tops.length;
  const packed = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const one = sign * (tops[index] as number) * count + index;
    if (!Number.isSafeInteger(one) || (index > 0 && (entries[index] as number) < (entries[index - 1] as number))) return null;
    packed[index] = one;
  }
  packed.sort();
  for (let at = 0; at < count; at++) {
    const rest = (packed[at] as number) % count;
    packed[at] = rest < 0 ? rest + count : rest;
  }
  return packed;
}

/** Splits by comparing entries pairwise with a rule that is a total preorder. */
export function splitByComparison(entries: readonly number[], order: (a: number, b: number) => number): number[][] {
  const sorted = [...entries].sort((a, b) => order(a, b) || a - b);
  const classes: number[][] = [];
  for (const entry of sorted) {
    const last = classes.at(-1);
    if (last && order(last[0] as number, entry) === 0) last.push(entry);
    else classes.push([entry]);
  }
  return classes;
}

/** Ranks entries by a chain of keys: each key splits only those the keys before it left equal. What no key splits shares a rank. */
export function rankEntries(entries: readonly number[], operators: readonly KeyOperator[], style: RankingRules['style'] = 'competition'): RankClass[] {
  const classes: RankClass[] = [];
  if (entries.length > 0) refine([...entries], 0, null, operators, classes, new Set());
  let above = 0;
  for (const [index, one] of classes.entries()) {
    one.rank = style === 'dense' ? index + 1 : above + 1;
    above += one.entries.length;
  }
  return classes;
}

function refine(entries: number[], position: number, separatedBy: RankClass['separatedBy'], operators: readonly KeyOperator[], out: RankClass[], playOff: ReadonlySet<number>): void {
  const operator = operators[position];
  if (entries.length === 1 || !operator) {
    out.push({ entries, rank: 0, playOff: entries.length > 1 && entries.every((entry) => playOff.has(entry)), separatedBy });
    return;
  }
  const split = operator.split(entries);
  const separation = { operator, position, among: entries };
  for (const [index, part] of split.classes.entries()) refine(part, position + 1, index === 0 ? separatedBy : separation, operators, out, split.playOff ?? playOff);
}
