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

/** Fewest pairs that must share a box when things are put into boxes. */
function pairsInBoxes(things: number, boxes: number): number {
  return Array.from({ length: boxes }, (_, box) => Math.floor(things / boxes) + (box < things % boxes ? 1 : 0)).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Number of tiles that hold all seats of a room; two seats of a tile are neighbours. Lines of seats are cut in twos, from gap to gap. */
function tilesOf(room: SeatingProblem['rooms'][number], tile: 'square' | 'row' | 'column'): number {
  const isSeat = (row: number, column: number): boolean => row < room.rows && column < room.columns && !room.gaps?.some(([r, c]) => r === row && c === column);
  let tiles = 0;
  if (tile === 'square') {
    for (let row = 0; row < room.rows; row += 2) for (let column = 0; column < room.columns; column += 2) if (isSeat(row, column) || isSeat(row, column + 1) || isSeat(row + 1, column) || isSeat(row + 1, column + 1)) tiles++;
    return tiles;
  }
  const [lines, length] = tile === 'row' ? [room.rows, room.columns] : [room.columns, room.rows];
  for (let line = 0; line < lines; line++) {
    let run = 0;
    for (let place = 0; place <= length; place++) {
      if (place < length && (tile === 'row' ? isSeat(line, place) : isSeat(place, line))) run++;
      else [tiles, run] = [tiles + Math.ceil(run / 2), 0];
    }
  }
  return tiles;
}

/**
 * Fewest pairs along the lines of seats in steps of `rows` and `columns` that so many of one value make: a line of L seats with k of
 * them has 2k - L - 1 pairs at least, and each goes where it costs least.
 */
function pairsInLines(rooms: SeatingProblem['rooms'], rows: number, columns: number, count: number): number {
  const costs: number[] = [];
  for (const room of rooms) {
    const isSeat = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < room.rows && column < room.columns && !room.gaps?.some(([r, c]) => r === row && c === column);
    for (let row = 0; row < room.rows; row++) {
      for (let column = 0; column < room.columns; column++) {
        if (!isSeat(row, column) || isSeat(row - rows, column - columns)) continue;
        let length = 0;
        while (isSeat(row + length * rows, column + length * columns)) length++;
        const least = (held: number): number => Math.max(0, 2 * held - length - 1);
        for (let held = 1; held <= length; held++) costs.push(least(held) - least(held - 1));
      }
    }
  }
  return costs.sort((a, b) => a - b).slice(0, count).reduce((sum, cost) => sum + cost, 0);
}

/**
 * Checks a bound for one value at one site by counting: the rooms used are covered with tiles whose seats are mutual neighbours, and
 * so many of the value must share a tile, or a room. True when that forces at least the penalty stated.
 */
export function verifySeparationBound(problem: SeatingProblem, seats: readonly SeatedCandidate[], bound: { attribute: string; value: string; site: string; penalty: number }): boolean {
  const separation = problem.separations.find(({ attribute }) => attribute === bound.attribute);
  if (!separation) return false;
  const used = problem.rooms.filter((room) => room.site === bound.site && seats.some((seat) => seat.room === room.id));
  const valueOf = new Map(problem.candidates.map((candidate) => [candidate.id, candidate.attributes[bound.attribute]]));
  const count = seats.filter((seat) => seat.site === bound.site && valueOf.get(seat.candidate) === bound.value).length;
  const penaltyOf = (rows: number, columns: number): number => separation.neighbours.find((neighbour) => neighbour.rows === rows && neighbour.columns === columns)?.penalty ?? 0;
  const tiles = [
    { tile: 'square', penalty: Math.min(penaltyOf(0, 1), penaltyOf(1, 0), penaltyOf(1, 1)) },
    { tile: 'row', penalty: penaltyOf(0, 1) },
    { tile: 'column', penalty: penaltyOf(1, 0) },
  ] as const;
  const near = tiles.map(({ tile, penalty }) => {
    if (penalty === 0) return 0;
    const boxes = used.reduce((sum, room) => sum + Math.min(seats.filter((seat) => seat.room === room.id).length, tilesOf(room, tile)), 0);
    return pairsInBoxes(count, boxes) * penalty;
  });
  const lines = separation.neighbours.reduce((sum, { rows, columns, penalty }) => {
    const ways = rows === 0 || columns === 0 ? [columns] : [columns, -columns];
    return sum + ways.reduce((pairs, sideways) => pairs + pairsInLines(used, rows, sideways, count) * penalty, 0);
  }, 0);
  const shared = pairsInBoxes(count, used.length) * (separation.sameRoom ?? 0);
  return Math.max(...near, lines) + shared >= bound.penalty;
}
