import { floor, formatExact, toInteger } from '../exact/decimal.js';
import { compile, type Lookup } from '../expression/expression.js';
import type { AwardCap } from '../rules/award-rules.types.js';

/** Entries of one tie that a cap keeps from a prize. */
export interface Closed {
  entries: number[];
  attribute: string;
  most: number;
  /** How many of them the cap would still let pass: a tie across the cap where it is above 0. */
  room: number;
}

interface CompiledCap extends Pick<AwardCap, 'attribute' | 'level'> {
  most: number;
  given: Map<string, number>;
}

/** How many prizes each school (region, coach, ...) has had so far, and whom that keeps from the next one. */
export class AwardCaps {
  private readonly caps: CompiledCap[];

  constructor(
    caps: readonly AwardCap[],
    constants: Lookup,
    private readonly lookup: (entry: number) => Lookup,
  ) {
    this.caps = caps.map(({ attribute, most, level }) => {
      const value = compile(most)(constants);
      return { attribute, level, most: value === null || typeof value === 'string' ? 0 : toInteger(floor(value)), given: new Map() };
    });
  }

  /** The first entries of a tie that a cap keeps from that prize, or without one from all prizes; undefined when none does. */
  closed(entries: readonly number[], level?: string): Closed | undefined {
    for (const cap of this.caps.filter((one) => one.level === level)) {
      const alike = new Map<string, number[]>();
      for (const entry of entries) alike.set(this.valueOf(cap, entry), [...(alike.get(this.valueOf(cap, entry)) ?? []), entry]);
      for (const [value, same] of alike) {
        const room = Math.max(0, cap.most - (cap.given.get(value) ?? 0));
        if (same.length > room) return { entries: same, attribute: cap.attribute, most: cap.most, room };
      }
    }
    return undefined;
  }

  /** The entry has the prize, or one is kept for it. */
  count(entry: number, level: string): void {
    for (const cap of this.caps) {
      if (cap.level !== undefined && cap.level !== level) continue;
      const value = this.valueOf(cap, entry);
      cap.given.set(value, (cap.given.get(value) ?? 0) + 1);
    }
  }

  private valueOf(cap: CompiledCap, entry: number): string {
    const value = this.lookup(entry)(`attr.${cap.attribute}`);
    return value === null ? '' : typeof value === 'string' ? `text ${value}` : formatExact(value);
  }
}
