import type { SeededRandom } from '../seeded-random.js';

export interface RoomSpace {
  readonly index: number;
  readonly seats: number;
  readonly reserved: boolean;
}

export interface SiteCandidates {
  /** Candidates with needs and the rooms (indices) that suit them; the others are dealt value by value. */
  readonly needing: readonly { readonly candidate: number; readonly rooms: readonly number[] }[];
  readonly others: readonly number[];
  /** Value of the attribute that matters most, -1 for none. */
  readonly valueOf: (candidate: number) => number;
}

/** Sizes as even as the rooms' free seats allow: every room at one level or full; leftovers go to the first rooms. */
function evenSizes(free: readonly number[], taken: readonly number[], candidates: number): number[] {
  const at = (level: number): number[] => free.map((room, index) => Math.min(room, Math.max(0, level - taken[index]!)));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  const highest = free.reduce((most, room, index) => Math.max(most, room + taken[index]!), 0);
  let level = 0;
  while (level < highest && sum(at(level + 1)) <= candidates) level++;
  const sizes = at(level);
  const next = at(level + 1);
  let left = candidates - sum(sizes);
  return sizes.map((size, index) => (left > 0 && next[index]! > size ? (left--, size + 1) : size));
}

/** The fewest rooms (largest first) that hold the candidates, beside those that already have someone. */
function chooseRooms(spaces: readonly RoomSpace[], free: readonly number[], taken: readonly number[], candidates: number, use: 'fewest' | 'all'): number[] {
  const order = spaces.map((_, index) => index).filter((index) => free[index]! > 0);
  if (use === 'all') return order;
  order.sort((a, b) => Math.sign(taken[b]!) - Math.sign(taken[a]!) || spaces[b]!.seats - spaces[a]!.seats || a - b);
  const chosen: number[] = [];
  let room = 0;
  for (const index of order) {
    if (room >= candidates && taken[index] === 0) break;
    chosen.push(index);
    room += free[index]!;
  }
  return chosen.sort((a, b) => a - b);
}

/**
 * Deals the candidates of a site to its rooms: first those with needs, then value by value, the most frequent first, each value
 * over the rooms with the most space left, so that every room gets as few of one value as possible and the fill stays even.
 * Writes the room's index into `roomOf`. The pools were filled within their seats, so there is room for everybody.
 */
export function allotRooms(spaces: readonly RoomSpace[], site: SiteCandidates, use: 'fewest' | 'all', random: SeededRandom, roomOf: Int32Array): void {
  const taken = spaces.map(() => 0);
  const positions = new Map(spaces.map((space, position) => [space.index, position]));
  for (const { candidate, rooms } of site.needing) {
    const open = rooms.map((room) => positions.get(room)!).filter((position) => taken[position]! < spaces[position]!.seats);
    const emptiest = open.reduce((best, position) => (taken[position]! < taken[best]! ? position : best), open[0]!);
    taken[emptiest]!++;
    roomOf[candidate] = spaces[emptiest]!.index;
  }
  const free = spaces.map((space, position) => (space.reserved ? 0 : space.seats - taken[position]!));
  const chosen = chooseRooms(spaces, free, taken, site.others.length, use);
  const sizes = evenSizes(chosen.map((position) => free[position]!), chosen.map((position) => taken[position]!), site.others.length);
  dealByValue(chosen.map((position) => spaces[position]!.index), sizes, site, random, roomOf);
}

function dealByValue(rooms: readonly number[], sizes: number[], site: SiteCandidates, random: SeededRandom, roomOf: Int32Array): void {
  const byValue = new Map<number, number[]>();
  for (const candidate of site.others) {
    const value = site.valueOf(candidate);
    const group = byValue.get(value);
    if (group) group.push(candidate);
    else byValue.set(value, [candidate]);
  }
  const free = byValue.get(-1) ?? [];
  byValue.delete(-1);
  const groups = [...byValue.entries()].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([, members]) => members);
  const tie = rooms.map(() => random.next());
  const order = rooms.map((_, index) => index);
  for (const members of [...groups, ...free.map((candidate) => [candidate])]) {
    let next = 0;
    while (next < members.length) {
      const open = order.filter((index) => sizes[index]! > 0).sort((a, b) => sizes[b]! - sizes[a]! || tie[a]! - tie[b]!);
      for (const index of open) {
        if (next === members.length) break;
        roomOf[members[next++]!] = rooms[index]!;
        sizes[index]!--;
      }
    }
  }
}
