import { formatExact } from '../exact/decimal.js';
import { add, compare, divide, whole, type Rational } from '../exact/rational.js';
import { bestFirst, dropsFor } from '../combine/rounds.js';
import { compile, type Lookup, type Value } from '../expression/expression.js';
import type { Meeting } from '../engine/match-stage.js';
import type { StageOutcome } from '../engine/stage-outcome.js';
import type { RankKey } from '../rules/ranking-rules.types.js';
import type { StageRules } from '../rules/stage-rules.types.js';
import { pointsAmong, splitHeadToHead } from './head-to-head.js';
import { splitByComparison, splitByNumber, type KeyOperator } from './rank.js';

/** What the keys read. */
export interface RankContext {
  lookup(entry: number): Lookup;
  /** The value of one name. */
  value(entry: number, name: string): Value;
  outcome(stage: string, entry: number): StageOutcome | undefined;
  stage(key: string): StageRules | undefined;
  lot(entry: number): number | undefined;
  meetings(stage: string): readonly Meeting[];
}

type KeyOf<By extends RankKey['by']> = Extract<RankKey, { by: By }>;

/** The operator of a ranking key. */
export function keyOperator(key: RankKey, context: RankContext): KeyOperator {
  switch (key.by) {
    case 'value':
      return byValue(key, context);
    case 'rounds':
      return byRounds(key, context);
    case 'droppingOn':
      return byDroppingOn(key, context);
    case 'items':
      return byItems(key, context);
    case 'headToHead':
      return byHeadToHead(key, context);
    case 'lot':
      return byLot(key, context);
  }
}

/** A number of the entry, or null; the same reading the ranking uses, for `missing: "excluded"`. */
export function numberReader(key: KeyOf<'value'>, context: RankContext): (entry: number) => Rational | null {
  const calculate = compile(key.value);
  const known: (Rational | null | undefined)[] = [];
  return (entry) => {
    const cached = known[entry];
    if (cached !== undefined) return cached;
    const value = typeof key.value === 'string' ? context.value(entry, key.value) : calculate(context.lookup(entry));
    const number = typeof value === 'string' ? null : value;
    known[entry] = number;
    return number;
  };
}

const text = (value: Rational | null): string => (value ? formatExact(value) : '–');

function byValue(key: KeyOf<'value'>, context: RankContext): KeyOperator {
  const read = numberReader(key, context);
  const missing = key.missing === 'first' ? 'first' : 'last';
  return { key, split: (entries) => ({ classes: splitByNumber(entries, read, key.order, missing) }), shown: (entry) => text(read(entry)) };
}

function sortedRounds(stage: string, context: RankContext): (entry: number) => readonly (Rational | null)[] {
  const better = context.stage(stage)?.better ?? 'higher';
  const known = new Map<number, readonly (Rational | null)[]>();
  return (entry) => {
    const cached = known.get(entry);
    if (cached) return cached;
    const scores = (context.outcome(stage, entry)?.rounds ?? []).map((round) => round.score).sort((a, b) => bestFirst(a, b, better));
    known.set(entry, scores);
    return scores;
  };
}

/** Best round against best round, then second best, and so on; a missing round loses to any (domain 5.4 T7). */
function byRounds(key: KeyOf<'rounds'>, context: RankContext): KeyOperator {
  const rounds = sortedRounds(key.stage, context);
  const better = context.stage(key.stage)?.better ?? 'higher';
  const order = (a: number, b: number): number => {
    const [first, second] = [rounds(a), rounds(b)];
    for (let index = key.skip ?? 0; index < Math.max(first.length, second.length); index++) {
      const difference = bestFirst(first[index] ?? null, second[index] ?? null, better);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return { key, split: (entries) => ({ classes: splitByComparison(entries, order) }), shown: (entry) => rounds(entry).map(text).join(' / ') };
}

/** After an average that drops the worst: leave out the next worst, compare again, and so on (domain 5.4 T5). */
function byDroppingOn(key: KeyOf<'droppingOn'>, context: RankContext): KeyOperator {
  const rounds = sortedRounds(key.stage, context);
  const stage = context.stage(key.stage);
  const better = stage?.better ?? 'higher';
  const drops = stage?.kind === 'sheets' && stage.rounds?.method === 'meanDropping' ? stage.rounds.drops : [];
  const kept = (entry: number): (Rational | null)[] => {
    const scores = rounds(entry);
    return scores.slice(0, Math.max(1, scores.length - dropsFor(scores.length, drops)));
  };
  const meanOfFirst = (scores: readonly (Rational | null)[], count: number): Rational | null => {
    let total = whole(0);
    for (const score of scores.slice(0, count)) {
      if (!score) return null;
      total = add(total, score);
    }
    return divide(total, whole(count));
  };
  const order = (a: number, b: number): number => {
    const [first, second] = [kept(a), kept(b)];
    for (let drop = 1; drop < Math.max(first.length, second.length); drop++) {
      const [countA, countB] = [first.length - drop, second.length - drop];
      if (countA < 1 || countB < 1) return countB - countA;
      const difference = bestFirst(meanOfFirst(first, countA), meanOfFirst(second, countB), better);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return { key, split: (entries) => ({ classes: splitByComparison(entries, order) }), shown: (entry) => kept(entry).map(text).join(' / ') };
}

/** Highest item against highest item, then the next: who has more full scores comes first, then more of the next lower value, and so on. */
function byItems(key: KeyOf<'items'>, context: RankContext): KeyOperator {
  const items = (entry: number): readonly Rational[] => (context.outcome(key.stage, entry)?.items ?? []).map((item) => item.points).sort((a, b) => compare(b, a));
  const order = (a: number, b: number): number => {
    const [first, second] = [items(a), items(b)];
    for (let index = 0; index < Math.max(first.length, second.length); index++) {
      const difference = bestFirst(first[index] ?? null, second[index] ?? null, 'higher');
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return { key, split: (entries) => ({ classes: splitByComparison(entries, order) }), shown: (entry) => items(entry).map(text).join(' / ') };
}

function byHeadToHead(key: KeyOf<'headToHead'>, context: RankContext): KeyOperator {
  const meetings = context.meetings(key.stage);
  return {
    key,
    split: (entries) => splitHeadToHead(entries, meetings, key.figure),
    shown: (entry, among) => text(pointsAmong(entry, among, meetings, key.figure)),
  };
}

function byLot(key: KeyOf<'lot'>, context: RankContext): KeyOperator {
  const known = new Map<number, Rational | null>();
  const lot = (entry: number): Rational | null => {
    const cached = known.get(entry);
    if (cached !== undefined) return cached;
    const drawn = context.lot(entry);
    const number = drawn === undefined ? null : whole(drawn);
    known.set(entry, number);
    return number;
  };
  return { key, split: (entries) => ({ classes: splitByNumber(entries, lot, 'asc') }), shown: (entry) => text(lot(entry)) };
}
