import type { Rational } from '../exact/rational.js';
import { compile, holds, namesIn } from '../expression/expression.js';
import type { Expression } from '../expression/expression.types.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';
import type { SelectionField } from './selection-field.types.js';

/** An entry still without a final result. Null: no limit is known (`best`), or it may end without a result (`worst`). */
export interface Outstanding {
  entry: number;
  best: Rational | null;
  worst: Rational | null;
}

/** One of the chosen, and how many are at or above it. */
export interface Standing {
  entry: number;
  /** Places taken down to and including its tie. */
  taken: number;
  /** Places taken above its tie. */
  above: number;
  /** Of the places taken down to its tie, those of entries that do not fulfil the quota. */
  unlike: number;
  byQuota: boolean;
}

export interface Provisional {
  rule: SelectionRules;
  field: SelectionField;
  outstanding: readonly Outstanding[];
  /** How many have a result by now. */
  ranked: number;
  /** Totals of entries that have one can no longer change, and the total is what ranks first. */
  settled: boolean;
  /** Something that is not outstanding here can still change results here. */
  movable: boolean;
  /** Nothing but the total ranks: equal totals share a rank. */
  totalOnly: boolean;
  /** The places there are when so many end with a result. */
  placesFor(ranked: number): number;
  /** Whether the entry stays inside every cap even when all the threats of its kind come in above it. */
  capsHold(entry: number, threats: readonly number[]): boolean;
}

/**
 * Whether the entry keeps its place whatever the outstanding entries still do: they may all reach their best, tie with it and win the tie, or end without a result and
 * thereby lower the number of places. What cannot be proven is not safe.
 */
export function isSafe(one: Standing, provisional: Provisional): boolean {
  const { rule, field, outstanding } = provisional;
  if (provisional.movable) return false;
  if (outstanding.length === 0) return true;
  // What another selection takes first cannot be told before its own results are there.
  if (!provisional.settled || one.byQuota || rule.without) return false;
  const mine = field.total(one.entry);
  const mayShare = takesTies(rule) && provisional.totalOnly && !rule.caps && !rule.quota;
  const threats = outstanding.filter(({ entry, best }) => mayTake(entry, rule, field) && (best === null || mine === null || (mayShare ? field.order(best, mine) < 0 : field.order(best, mine) <= 0)));
  if (!provisional.capsHold(one.entry, threats.map((threat) => threat.entry))) return false;
  const certain = provisional.ranked + outstanding.filter((other) => other.worst !== null).length;
  const surelyRanked = threats.filter((threat) => threat.worst !== null).length;
  for (let more = 0; more <= threats.length - surelyRanked; more++) {
    if (!keepsPlace(one, surelyRanked + more, provisional.placesFor(certain + more), rule, field)) return false;
  }
  return true;
}

function keepsPlace(one: Standing, threats: number, places: number, rule: SelectionRules, field: SelectionField): boolean {
  const inOrder = takesTies(rule) ? one.above + threats < places : one.taken + threats <= places;
  if (!inOrder || !rule.quota || holds(compile(rule.quota.when)(field.lookup(one.entry)))) return inOrder;
  // Ties at a cap may hold places too: what the quota then takes away cannot be told beforehand.
  return !rule.caps && one.unlike + threats <= places - rule.quota.atLeast;
}

/** A tie across the last place comes in whole, however large. */
const takesTies = (rule: SelectionRules): boolean => rule.ties === 'expand' && rule.atMostShare === undefined;

/** Whether an outstanding entry could be chosen at all; conditions on results are not known yet and count as fulfilled. */
function mayTake(entry: number, rule: SelectionRules, field: SelectionField): boolean {
  if (field.status(rule.key, entry) === 'declined') return false;
  const conditions = [rule.eligible, 'when' in rule.places ? rule.places.when : undefined];
  return conditions.every((condition) => condition === undefined || !isKnown(condition) || holds(compile(condition)(field.lookup(entry))));
}

const isKnown = (condition: Expression): boolean => namesIn(condition).every((name) => /^(attr|param|figure)\./.test(name));
