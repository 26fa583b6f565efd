import { holds, type Calculation, type Lookup } from '../expression/expression.js';
import { formatExact } from '../exact/decimal.js';
import type { SelectionCap, SelectionRules } from '../rules/selection-rules.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';
import type { Standing } from './provisional.js';
import type { Elsewhere } from './select.js';
import type { SelectionField } from './selection-field.types.js';

export type Proof = SelectionResult['proof'][number];

/** A selection being taken. */
export interface Work {
  rule: SelectionRules;
  field: SelectionField;
  constants: Lookup;
  places: number;
  /** So many at the very most, ties included. */
  most: number;
  elsewhere: Elsewhere;
  chosen: Standing[];
  /** Places kept for ties that a person must decide. */
  kept: number;
  proof: Map<number, Proof>;
  /** Counts by cap and attribute value, and how many exemptions a cap has used. */
  counts: Map<string, number>;
  caps: CompiledCap[];
  waiting: number[];
  /** Whom a cap kept out. */
  barred: number[];
  /** Ties at a cap that has room for some of them only. */
  held: HeldTie[];
}

export interface CompiledCap {
  rule: SelectionCap;
  most: number;
  notCounted: { when: Calculation; count: number } | null;
  exempted: number;
}

/** `kept`: the room is kept for them until a person decides; otherwise nobody has it. */
export interface HeldTie {
  entries: number[];
  room: number;
  kept: boolean;
  cap: CompiledCap;
  key: string;
}

interface TieAcrossCap {
  cap: CompiledCap;
  key: string;
  entries: number[];
  room: number;
}

/** The first entries of a tie that share an attribute value whose cap has room for some of them only: which of them, no rule says. */
export function tieAcrossCap(work: Work, open: readonly number[]): TieAcrossCap | null {
  if (open.length < 2) return null;
  for (const cap of work.caps) {
    const counted = open.filter((entry) => !isExempt(cap, entry, work.field));
    const spare = cap.notCounted ? cap.notCounted.count - cap.exempted : 0;
    const exempt = open.length - counted.length;
    const byKey = new Map<string, number[]>();
    for (const entry of exempt > spare ? open : counted) byKey.set(capKey(cap, entry, work.field), [...(byKey.get(capKey(cap, entry, work.field)) ?? []), entry]);
    for (const [key, entries] of byKey) {
      const room = Math.max(0, cap.most - (work.counts.get(key) ?? 0));
      if (entries.length > room) return { cap, key, entries, room };
    }
  }
  return null;
}

export function capKey(cap: CompiledCap, entry: number, field: SelectionField): string {
  const value = field.lookup(entry)(`attr.${cap.rule.attribute}`);
  return [cap.rule.attribute, value === null ? '' : typeof value === 'string' ? `text ${value}` : formatExact(value)].join('\u0000');
}

const isExempt = (cap: CompiledCap, entry: number, field: SelectionField): boolean =>
  cap.notCounted !== null && cap.exempted < cap.notCounted.count && holds(cap.notCounted.when(field.lookup(entry)));

export const capReached = (cap: CompiledCap, entry: number, work: Work): boolean =>
  !isExempt(cap, entry, work.field) && (work.counts.get(capKey(cap, entry, work.field)) ?? 0) >= cap.most;

/** Notes one of the chosen at every cap. */
export function countAtCaps(work: Work, entry: number): void {
  for (const cap of work.caps) {
    const key = capKey(cap, entry, work.field);
    if (isExempt(cap, entry, work.field)) cap.exempted++;
    else work.counts.set(key, (work.counts.get(key) ?? 0) + 1);
  }
}
