import type { SeatedCandidate, SeatingProblem, SeatsShort, Separation } from './problem.js';

/** What a separate reading of a seating finds; it shares no code with the search. */
export interface SeatingVerdict {
  readonly valid: boolean;
  readonly faults: readonly string[];
  /** Penalty counted pair by pair. */
  readonly penalty: number;
  /** Two rooms of a site whose fill differs by more than one although the emptier one has room. */
  readonly unevenSites: readonly string[];
}

function findFaults(problem: SeatingProblem, seats: readonly SeatedCandidate[]): string[] {
  const faults: string[] = [];
  const candidates = new Map(problem.candidates.map((candidate) => [candidate.id, candidate]));
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]));
  const taken = new Set<string>();
  const seated = new Set<string>();
  for (const seat of seats) {
    const candidate = candidates.get(seat.candidate);
    const room = rooms.get(seat.room);
    if (!candidate || !room || room.site !== seat.site) {
      faults.push(`unknown candidate, room or site: ${JSON.stringify(seat)}`);
      continue;
    }
    const place = `${seat.room}/${seat.row}/${seat.column}`;
    if (taken.has(place)) faults.push(`seat ${place} is given twice`);
    if (seated.has(seat.candidate)) faults.push(`${seat.candidate} sits twice`);
    taken.add(place);
    seated.add(seat.candidate);
    const exists = seat.row >= 0 && seat.row < room.rows && seat.column >= 0 && seat.column < room.columns;
    if (!exists || room.gaps?.some(([row, column]) => row === seat.row && column === seat.column)) faults.push(`there is no seat ${place}`);
    if (candidate.sites && !candidate.sites.includes(seat.site)) faults.push(`${seat.candidate} cannot go to ${seat.site}`);
    const needs = candidate.needs ?? [];
    if (needs.some((need) => !room.features?.includes(need))) faults.push(`${seat.room} lacks what ${seat.candidate} needs`);
    if (room.reserved && needs.length === 0) faults.push(`${seat.room} is reserved`);
  }
  for (const id of candidates.keys()) if (!seated.has(id)) faults.push(`${id} has no seat`);
  return faults;
}

function pairPenalty(separation: Separation, a: SeatedCandidate, b: SeatedCandidate): number {
  const [rows, columns] = [Math.abs(a.row - b.row), Math.abs(a.column - b.column)];
  return (separation.sameRoom ?? 0) + (separation.neighbours.find((neighbour) => neighbour.rows === rows && neighbour.columns === columns)?.penalty ?? 0);
}

/** Penalty of a seating, by looking at every pair of the same value in the same room. */
export function countPenalty(problem: SeatingProblem, seats: readonly SeatedCandidate[]): number {
  const attributes = new Map(problem.candidates.map((candidate) => [candidate.id, candidate.attributes]));
  let total = 0;
  for (const separation of problem.separations) {
    const together = new Map<string, SeatedCandidate[]>();
    for (const seat of seats) {
      const value = attributes.get(seat.candidate)?.[separation.attribute];
      if (value === undefined) continue;
      const key = JSON.stringify([seat.room, value]);
      together.set(key, [...(together.get(key) ?? []), seat]);
    }
    for (const group of together.values()) {
      group.forEach((a, index) => group.slice(index + 1).forEach((b) => (total += pairPenalty(separation, a, b))));
    }
  }
  return total;
}

function findUnevenSites(problem: SeatingProblem, seats: readonly SeatedCandidate[]): string[] {
  const fill = new Map<string, number>();
  for (const { room } of seats) fill.set(room, (fill.get(room) ?? 0) + 1);
  return problem.sites
    .filter(({ id }) => {
      const used = problem.rooms.filter((room) => room.site === id && !room.reserved && fill.has(room.id));
      const fullest = used.reduce((most, room) => Math.max(most, fill.get(room.id)!), 0);
      return used.some((room) => fill.get(room.id)! < fullest - 1 && fill.get(room.id)! < room.rows * room.columns - (room.gaps?.length ?? 0));
    })
    .map(({ id }) => id);
}

export function verifySeating(problem: SeatingProblem, seats: readonly SeatedCandidate[]): SeatingVerdict {
  const faults = findFaults(problem, seats);
  return { valid: faults.length === 0, faults, penalty: countPenalty(problem, seats), unevenSites: findUnevenSites(problem, seats) };
}

/** Checks by counting that the named candidates can only go to rooms with too few seats in all. */
export function verifySeatsShort(problem: SeatingProblem, proof: SeatsShort): boolean {
  const named = new Set(proof.candidates);
  const among = problem.candidates.filter(({ id }) => named.has(id));
  const usable = problem.rooms.filter((room) =>
    among.some(({ sites, needs = [] }) => (!sites || sites.includes(room.site)) && needs.every((need) => room.features?.includes(need)) && (!room.reserved || needs.length > 0)),
  );
  const seats = usable.reduce((sum, room) => sum + room.rows * room.columns - (room.gaps?.length ?? 0), 0);
  return among.length === named.size && among.length > seats;
}

/**
 * Checks a bound for one value at one site: covers the used rooms with tiles whose seats are mutual neighbours and counts the
 * pairs that must share a tile or a room.
 */
export function verifySeparationBound(problem: SeatingProblem, seats: readonly SeatedCandidate[], bound: { attribute: string; value: string; site: string; penalty: number }): boolean {
  const separation = problem.separations.find(({ attribute }) => attribute === bound.attribute);
  if (!separation) return false;
  const used = problem.rooms.filter((room) => room.site === bound.site && seats.some((seat) => seat.room === room.id));
  const valueOf = new Map(problem.candidates.map((candidate) => [candidate.id, candidate.attributes[bound.attribute]]));
  const count = seats.filter((seat) => seat.site === bound.site && valueOf.get(seat.candidate) === bound.value).length;
  const penaltyOf = (rows: number, columns: number): number => separation.neighbours.find((neighbour) => neighbour.rows === rows && neighbour.columns === columns)?.penalty ?? 0;
  const tiles = [
    { rows: 2, columns: 2, penalty: Math.min(penaltyOf(0, 1), penaltyOf(1, 0), penaltyOf(1, 1)) },
    { rows: 1, columns: 2, penalty: penaltyOf(0, 1) },
    { rows: 2, columns: 1, penalty: penaltyOf(1, 0) },
  ].filter(({ penalty }) => penalty > 0);
  const pairs = (things: number, boxes: number): number => Array.from({ length: boxes }, (_, box) => Math.floor(things / boxes) + (box < things % boxes ? 1 : 0)).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const near = Math.max(0, ...tiles.map((tile) => {
    const boxes = used.reduce((sum, room) => sum + Math.min(seats.filter((seat) => seat.room === room.id).length, Math.ceil(room.rows / tile.rows) * Math.ceil(room.columns / tile.columns)), 0);
    return pairs(count, boxes) * tile.penalty;
  }));
  const shared = pairs(count, used.length) * (separation.sameRoom ?? 0);
  // Gaps only make the tiles fewer, so a bound that counts them may exceed this one, which ignores them.
  return used.some((room) => room.gaps?.length) ? near + shared <= bound.penalty : near + shared === bound.penalty;
}
