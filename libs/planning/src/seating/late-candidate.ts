import { PlanningInputError } from '../planning-errors.js';
import { countPenalty } from './verify-seating.js';
import { suitsNeeds } from './site-allotment.js';
import type { SeatedCandidate, SeatingCandidate, SeatingProblem } from './problem.js';

export type LateSeat = { readonly kind: 'seated'; readonly seat: SeatedCandidate; readonly addedPenalty: number } | { readonly kind: 'no-seat'; readonly freeSeatsElsewhere: number };

/**
 * Seats one late candidate and moves nobody: the best acceptable site with a free seat, there the least added penalty, then the
 * emptiest room already in use, then the foremost seat. Rooms not yet used are opened only when the others are full.
 */
export function seatLateCandidate(problem: SeatingProblem, seats: readonly SeatedCandidate[], late: SeatingCandidate): LateSeat {
  if (seats.some((seat) => seat.candidate === late.id)) throw new PlanningInputError('ALREADY_SEATED', 'late.id', `"${late.id}" has a seat`);
  const taken = new Set(seats.map((seat) => `${seat.room}/${seat.row}/${seat.column}`));
  const byRoom = new Map<string, SeatedCandidate[]>();
  for (const seat of seats) byRoom.set(seat.room, [...(byRoom.get(seat.room) ?? []), seat]);
  const siteRank = (site: string): number => {
    if (late.sites) return late.sites.includes(site) ? late.sites.indexOf(site) : Infinity;
    const region = problem.sites.find(({ id }) => id === site)?.region;
    return region !== undefined && region === late.region ? 0 : 1;
  };
  const attributes: SeatingProblem = { ...problem, candidates: [...problem.candidates, late] };
  let best: { order: readonly (number | string)[]; seat: SeatedCandidate; penalty: number } | null = null;
  let elsewhere = 0;
  for (const room of problem.rooms) {
    const rank = siteRank(room.site);
    const suitable = rank < Infinity && suitsNeeds({ features: room.features ?? [], reserved: room.reserved ?? false }, late.needs ?? []);
    const present = byRoom.get(room.id) ?? [];
    const before = suitable ? countPenalty(attributes, present) : 0;
    for (let row = 0; row < room.rows; row++) {
      for (let column = 0; column < room.columns; column++) {
        if (taken.has(`${room.id}/${row}/${column}`) || room.gaps?.some(([r, c]) => r === row && c === column)) continue;
        if (!suitable) {
          elsewhere++;
          continue;
        }
        const seat = { candidate: late.id, site: room.site, room: room.id, row, column };
        const penalty = countPenalty(attributes, [...present, seat]) - before;
        const order = [rank, present.length === 0 ? 1 : 0, penalty, present.length, room.id, row, column];
        if (!best || precedes(order, best.order)) best = { order, seat, penalty };
      }
    }
  }
  if (!best) return { kind: 'no-seat', freeSeatsElsewhere: elsewhere };
  const paper = paperAt(problem, best.seat);
  return { kind: 'seated', seat: paper === undefined ? best.seat : { ...best.seat, paper }, addedPenalty: best.penalty };
}

/** Paper of a seat under the problem's dealing of papers. */
export function paperAt({ papers }: Pick<SeatingProblem, 'papers'>, { row, column }: { readonly row: number; readonly column: number }): string | undefined {
  if (!papers?.length) return undefined;
  return papers[papers.length === 4 ? 2 * (row % 2) + (column % 2) : (row + column) % papers.length];
}

function precedes(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index >= 0 && a[index]! < b[index]!;
}
