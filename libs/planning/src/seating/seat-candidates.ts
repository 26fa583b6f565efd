import { PlanningInputError, requireInteger } from '../planning-errors.js';
import { seededRandom, type SeededRandom } from '../seeded-random.js';
import { runSteps, type PlanningSteps } from '../steps.js';
import { paperAt } from './late-candidate.js';
import { anneal, repairByExchange, type SwapPools } from './improve.js';
import type { SeatedCandidate, SeatingOptions, SeatingProblem, SeatingResult } from './problem.js';
import { allotRooms } from './room-allotment.js';
import { layOutRooms, type RoomGeometry } from './room-geometry.js';
import { SeatState } from './seat-state.js';
import { boundSeparation } from './separation-bound.js';
import { allotPools, poolRooms, suitsNeeds } from './site-allotment.js';

const DEFAULT_MOVES = 2_000_000;

function checkIds(problem: SeatingProblem): void {
  const check = (items: readonly { readonly id: string }[], path: string): void => {
    const seen = new Set<string>();
    items.forEach(({ id }, index) => {
      if (seen.has(id)) throw new PlanningInputError('DUPLICATE_ID', `${path}[${index}].id`, `"${id}" appears twice`);
      seen.add(id);
    });
  };
  check(problem.candidates, 'candidates');
  check(problem.sites, 'sites');
  check(problem.rooms, 'rooms');
  const sites = new Set(problem.sites.map(({ id }) => id));
  problem.rooms.forEach((room, index) => {
    if (!sites.has(room.site)) throw new PlanningInputError('UNKNOWN_SITE', `rooms[${index}].site`, `no site "${room.site}"`);
    requireInteger(room.rows, `rooms[${index}].rows`, 1);
    requireInteger(room.columns, `rooms[${index}].columns`, 1);
    room.gaps?.forEach(([row, column], gap) => {
      if (!(row >= 0 && row < room.rows && column >= 0 && column < room.columns)) throw new PlanningInputError('NO_SUCH_SEAT', `rooms[${index}].gaps[${gap}]`, `row ${row}, column ${column} is not in a room of ${room.rows} x ${room.columns} (counted from 0)`);
    });
  });
  problem.candidates.forEach((candidate, index) => {
    for (const site of candidate.sites ?? []) if (!sites.has(site)) throw new PlanningInputError('UNKNOWN_SITE', `candidates[${index}].sites`, `no site "${site}"`);
  });
  problem.separations.forEach((separation, index) => requireInteger(separation.sameRoom ?? 0, `separations[${index}].sameRoom`));
}

/** Numbers the values of each separation's attribute. */
function numberValues(problem: SeatingProblem): { values: Int32Array[]; counts: number[]; names: string[][] } {
  const names: string[][] = [];
  const values = problem.separations.map(({ attribute }) => {
    const known = new Map<string, number>();
    const numbers = Int32Array.from(problem.candidates, ({ attributes }) => {
      const value = attributes[attribute];
      if (value === undefined) return -1;
      if (!known.has(value)) known.set(value, known.size);
      return known.get(value)!;
    });
    names.push([...known.keys()]);
    return numbers;
  });
  return { values, counts: names.map((list) => list.length), names };
}

/** The order in which equals are treated: drawn from the seed, then alike by the first attribute together. */
function dealingOrder(problem: SeatingProblem, values: readonly Int32Array[], random: SeededRandom): number[] {
  const order = problem.candidates.map((_, index) => index);
  random.shuffle(order);
  const first = values[0];
  return first ? order.sort((a, b) => first[a]! - first[b]!) : order;
}

/** Fills one room: alike candidates together into one class of mutually distant seats after another. */
function fillRoom(state: SeatState, room: number, geometry: RoomGeometry, members: readonly number[], random: SeededRandom): void {
  const first = state.values[0];
  const count = new Map<number, number>();
  const valueOf = (candidate: number): number => first?.[candidate] ?? -1;
  for (const member of members) count.set(valueOf(member), (count.get(valueOf(member)) ?? 0) + 1);
  const frequency = (candidate: number): number => (valueOf(candidate) < 0 ? 0 : count.get(valueOf(candidate))!);
  const order = [...members].sort((a, b) => frequency(b) - frequency(a) || valueOf(a) - valueOf(b));
  const seats = geometry.classes.flatMap((seatsOfClass) => random.shuffle([...seatsOfClass]));
  order.forEach((candidate, index) => state.sit(candidate, state.firstSeat[room]! + seats[index]!));
}

/** Which seats may exchange their occupants: those of one site, where needs allow it, and never so that a room's fill changes. */
function swapRules(problem: SeatingProblem, rooms: readonly RoomGeometry[], state: SeatState, members: readonly (readonly number[])[]): { swapPools: SwapPools; maySwap: (a: number, b: number) => boolean } {
  const siteIndex = new Map(problem.sites.map((site, index) => [site.id, index]));
  const poolOfSeat = state.roomOfSeat.map((room) => siteIndex.get(rooms[room]!.room.site)!);
  const pools = problem.sites.map((): number[] => []);
  state.roomOfSeat.forEach((room, seat) => members[room]!.length > 0 && pools[poolOfSeat[seat]!]!.push(seat));
  const offers = rooms.map(({ room }) => ({ features: room.features ?? [], reserved: room.reserved ?? false }));
  const suits = (seat: number, room: number): boolean => suitsNeeds(offers[room]!, problem.candidates[state.occupant[seat]!]!.needs ?? []);
  const maySwap = (a: number, b: number): boolean => {
    const [roomA, roomB] = [state.roomOfSeat[a]!, state.roomOfSeat[b]!];
    return roomA === roomB || (state.occupant[a]! >= 0 && state.occupant[b]! >= 0 && suits(a, roomB) && suits(b, roomA));
  };
  return { swapPools: { poolOfSeat, pools }, maySwap };
}

function describeSeats(problem: SeatingProblem, rooms: readonly RoomGeometry[], state: SeatState): SeatedCandidate[] {
  return problem.candidates.map(({ id }, candidate) => {
    const seat = state.seatOf[candidate]!;
    const room = rooms[state.roomOfSeat[seat]!]!;
    const { row, column } = room.places[seat - state.firstSeat[state.roomOfSeat[seat]!]!]!;
    const paper = paperAt(problem, { row, column });
    return { candidate: id, site: room.room.site, room: room.room.id, row, column, ...(paper === undefined ? {} : { paper }) };
  });
}

/** `seatCandidates` in steps, for a job with progress and cancellation. */
export function* seatCandidatesInSteps(stated: SeatingProblem, options: SeatingOptions = {}): PlanningSteps<SeatingResult> {
  checkIds(stated);
  const problem = { ...stated, candidates: [...stated.candidates].sort((a, b) => (a.id < b.id ? -1 : 1)) };
  const random = seededRandom(`${problem.seed}/seating`);
  const rooms = layOutRooms(problem.rooms, problem.separations);
  const { values, counts, names } = numberValues(problem);
  const order = dealingOrder(problem, values, random);
  const pools = poolRooms(problem, rooms);
  const poolOf = allotPools(problem, pools, order);
  if (!(poolOf instanceof Int32Array)) return { kind: 'infeasible', proof: poolOf };
  const siteOf = poolOf.map((pool) => pools[pool]!.site);
  yield { stage: 'choose sites', done: 1, total: 1 };
  const roomOf = new Int32Array(problem.candidates.length).fill(-1);
  const needsOf = (candidate: number): readonly string[] => problem.candidates[candidate]!.needs ?? [];
  const atSite = problem.sites.map((): number[] => []);
  for (const candidate of order) atSite[siteOf[candidate]!]!.push(candidate);
  problem.sites.forEach((_, site) => {
    const spaces = pools.filter((pool) => pool.site === site).flatMap((pool) => pool.rooms.map((index) => ({ index, seats: rooms[index]!.places.length, reserved: pool.reserved })));
    const needing = atSite[site]!.filter((candidate) => needsOf(candidate).length > 0).map((candidate) => ({ candidate, rooms: pools[poolOf[candidate]!]!.rooms }));
    const others = atSite[site]!.filter((candidate) => needsOf(candidate).length === 0);
    allotRooms(spaces.sort((a, b) => a.index - b.index), { needing, others, valueOf: (candidate) => values[0]?.[candidate] ?? -1 }, problem.roomsUsed ?? 'fewest', random, roomOf);
  });
  const state = new SeatState(rooms, values, counts, problem.separations.map(({ sameRoom }) => sameRoom ?? 0), problem.candidates.length);
  const members = rooms.map((): number[] => []);
  for (const candidate of order) members[roomOf[candidate]!]!.push(candidate);
  rooms.forEach((geometry, room) => fillRoom(state, room, geometry, members[room]!, random));
  yield { stage: 'fill rooms', done: 1, total: 1 };
  const { bounds, bound } = boundSeparation(problem, rooms, siteOf, values, names, members.map((list) => list.length));
  const { swapPools, maySwap } = swapRules(problem, rooms, state, members);
  const limits = { moves: options.moves ?? DEFAULT_MOVES, bound, maySwap };
  repairByExchange(state, swapPools, limits, random);
  if (state.total() > bound) yield* anneal(state, swapPools, limits, random);
  const penalty = state.total();
  return { kind: 'seated', seats: describeSeats(problem, rooms, state), penalty, bound, bounds, optimal: penalty === bound, seed: problem.seed };
}

/**
 * Seats candidates: sites by wish and capacity, rooms filled evenly, values of each separation apart as far as possible.
 * `optimal` is true when the penalty equals the proven bound. Infeasible only when seats (of the kind needed) are short.
 */
export function seatCandidates(problem: SeatingProblem, options: SeatingOptions = {}): SeatingResult {
  return runSteps(seatCandidatesInSteps(problem, options), options);
}
