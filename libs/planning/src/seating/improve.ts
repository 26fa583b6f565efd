import type { SeededRandom } from '../seeded-random.js';
import type { PlanningSteps } from '../steps.js';
import type { SeatState } from './seat-state.js';

export interface ImprovementLimits {
  readonly moves: number;
  /** Penalty that is proven to be unavoidable: reaching it ends the search. */
  readonly bound: number;
  /** Whether the occupants (or the vacancy) of two seats may change places: site, needs and room sizes. */
  readonly maySwap: (seatA: number, seatB: number) => boolean;
}

/** Seats from which a partner for a swap is drawn: those of the same site, by site. */
export interface SwapPools {
  readonly poolOfSeat: Int32Array;
  readonly pools: readonly (readonly number[])[];
}

const MOVES_PER_STEP = 50_000;

/** Quick repair: every candidate in trouble tries the seats of the own room, then a sample of the site; only gains are taken. */
export function repairByExchange(state: SeatState, pools: SwapPools, limits: ImprovementLimits, random: SeededRandom): void {
  const rooms = new Map<number, number[]>();
  state.roomOfSeat.forEach((room, seat) => {
    const seats = rooms.get(room);
    if (seats) seats.push(seat);
    else rooms.set(room, [seat]);
  });
  for (let round = 0; round < 8; round++) {
    const troubled: number[] = [];
    state.seatOf.forEach((seat, candidate) => {
      if (seat >= 0 && state.suffered(candidate) > 0) troubled.push(candidate);
    });
    if (troubled.length === 0) return;
    let gained = false;
    for (const candidate of troubled) {
      if (state.suffered(candidate) === 0) continue;
      const seat = state.seatOf[candidate]!;
      const pool = pools.pools[pools.poolOfSeat[seat]!]!;
      const own = rooms.get(state.roomOfSeat[seat]!)!;
      const sample = Array.from({ length: Math.min(pool.length, 60 * (round + 1)) }, () => pool[random.below(pool.length)]!);
      let best = 0;
      let target = -1;
      for (const other of [...own, ...sample]) {
        if (other === seat || !limits.maySwap(seat, other)) continue;
        const change = state.swapChange(seat, other);
        if (change < best) [best, target] = [change, other];
      }
      if (target < 0) continue;
      state.swap(seat, target);
      gained = true;
    }
    if (!gained) return;
  }
}

/** Simulated annealing over swaps, from and back to the best plan found; ends at the bound or after the moves. */
export function* anneal(state: SeatState, pools: SwapPools, limits: ImprovementLimits, random: SeededRandom): PlanningSteps<void> {
  const seated = [...state.seatOf.keys()].filter((candidate) => state.seatOf[candidate]! >= 0);
  if (seated.length < 2) return;
  let total = state.total();
  let best = total;
  let bestSeats = state.seatOf.slice();
  const warm = Math.max(1, total / seated.length);
  for (let move = 0; move < limits.moves && best > limits.bound; move++) {
    if (move % MOVES_PER_STEP === 0) yield { stage: 'improve the seating', done: move, total: limits.moves };
    const share = move / limits.moves;
    const temperature = warm * (1 - share) ** 2 * 0.7 + 1e-9;
    let candidate = seated[random.below(seated.length)]!;
    for (let attempt = 0; attempt < 3 && state.suffered(candidate) === 0; attempt++) candidate = seated[random.below(seated.length)]!;
    const seat = state.seatOf[candidate]!;
    const pool = pools.pools[pools.poolOfSeat[seat]!]!;
    const other = pool[random.below(pool.length)]!;
    if (other === seat || !limits.maySwap(seat, other)) continue;
    const change = state.swapChange(seat, other);
    if (change > 0 && random.next() >= Math.exp(-change / temperature)) continue;
    state.swap(seat, other);
    total += change;
    if (total < best) {
      best = total;
      bestSeats = state.seatOf.slice();
    }
  }
  restore(state, bestSeats);
}

function restore(state: SeatState, seats: Int32Array): void {
  const current = state.seatOf.slice();
  if (current.every((seat, candidate) => seat === seats[candidate])) return;
  current.forEach((seat, candidate) => {
    if (seat < 0) return;
    const there = state.seatOf[candidate]!;
    if (there !== seats[candidate]) state.swap(there, seats[candidate]!);
  });
}
