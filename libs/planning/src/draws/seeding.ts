import { requireInteger } from '../planning-errors.js';

/**
 * Order of seeds over the slots of a knock-out of a power of two; neighbours meet.
 * `inner-outer`: 1 8 4 5 2 7 3 6. `second-last`: 1 8 4 5 3 6 7 2, seed 2 at the foot of the sheet.
 */
export type SeedingStyle = 'inner-outer' | 'second-last';

/** Smallest power of two that holds the entrants. */
export function bracketSize(entrants: number): number {
  let size = 1;
  while (size < entrants) size *= 2;
  return size;
}

/** Seeds slot by slot; the sum of two seeds that meet in the first round is size + 1. */
export function seedOrder(size: number, style: SeedingStyle = 'inner-outer'): number[] {
  requireInteger(size, 'size', 1);
  let order = [1];
  while (order.length < size) {
    const sum = order.length * 2 + 1;
    const last = order.length - 1;
    order = order.flatMap((seed, index) => (style === 'second-last' && index === last && last > 0 ? [sum - seed, seed] : [seed, sum - seed]));
  }
  return order;
}

/** Slots of a knock-out for any number of entrants: seeds above the number are byes (`null`), which go to the top seeds. */
export function seedSlots(entrants: number, style: SeedingStyle = 'inner-outer'): (number | null)[] {
  return seedOrder(bracketSize(entrants), style).map((seed) => (seed <= entrants ? seed : null));
}

/** Entrants in their given order over `size` slots with byes spread so that no bye meets a bye while that can be avoided. */
export function spreadByes(entrants: number, size: number): (number | null)[] {
  requireInteger(entrants, 'entrants');
  requireInteger(size - entrants, 'size - entrants');
  const full = Math.max(0, entrants - size / 2);
  const slots: (number | null)[] = Array.from({ length: 2 * full }, (_, index) => index + 1);
  for (let entrant = 2 * full + 1; slots.length < size; entrant++) slots.push(entrant <= entrants ? entrant : null, null);
  return slots;
}

/** Groups by snake: 1, 2, 3, 4 / 8, 7, 6, 5 / 9 … so that groups are equally strong. */
export function snakeGroups(entrants: number, groups: number): number[][] {
  requireInteger(entrants, 'entrants');
  requireInteger(groups, 'groups', 1);
  const result = Array.from({ length: groups }, (): number[] => []);
  for (let seed = 0; seed < entrants; seed++) {
    const place = seed % groups;
    const backwards = Math.floor(seed / groups) % 2 === 1;
    result[backwards ? groups - 1 - place : place]!.push(seed + 1);
  }
  return result;
}

/** A place in a group: "winner of group 2" is group 1, place 1 (both from 0). */
export interface GroupPlace {
  readonly group: number;
  readonly place: number;
}
