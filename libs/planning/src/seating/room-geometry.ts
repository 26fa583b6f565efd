import { PlanningInputError, requireInteger } from '../planning-errors.js';
import type { SeatingRoom, Separation } from './problem.js';
import { linesOf, type SeatLines, type SeatPlace } from './seat-lines.js';

/** Neighbours of each seat under one separation: seat indices inside the room and the penalty. */
export interface SeatNeighbours {
  readonly seats: readonly number[];
  readonly penalties: readonly number[];
}

export interface RoomGeometry {
  readonly room: SeatingRoom;
  /** Row and column of each seat, row by row. */
  readonly places: readonly SeatPlace[];
  /** Per separation, per seat. */
  readonly neighbours: readonly (readonly SeatNeighbours[])[];
  /** Seats class by class: two seats of a class are no direct neighbours; the largest class first. */
  readonly classes: readonly (readonly number[])[];
  /** Per separation: number of blocks of mutual neighbours that cover the room, and the least penalty inside a block. */
  readonly blocks: readonly { readonly count: number; readonly penalty: number }[];
  /** Per separation, per offset: the lines of seats. */
  readonly lines: readonly (readonly SeatLines[])[];
}

const reach = (separation: Separation, rows: number, columns: number): number =>
  separation.neighbours.find((neighbour) => neighbour.rows === rows && neighbour.columns === columns)?.penalty ?? 0;

/** Splits a room into blocks (up to 2 x 2) whose seats are mutual neighbours; each seat belongs to exactly one block. */
function coverByBlocks(places: readonly SeatPlace[], separation: Separation): { count: number; penalty: number } {
  const beside = reach(separation, 0, 1);
  const behind = reach(separation, 1, 0);
  const all = Math.min(beside, behind, reach(separation, 1, 1));
  if (all > 0) return { count: new Set(places.map(({ row, column }) => `${row >> 1}/${column >> 1}`)).size, penalty: all };
  const inRows = { count: beside > 0 ? matchInLines(places, 'row') : Infinity, penalty: beside };
  const inColumns = { count: behind > 0 ? matchInLines(places, 'column') : Infinity, penalty: behind };
  const better = inRows.count <= inColumns.count ? inRows : inColumns;
  return better.count === Infinity ? { count: places.length, penalty: 0 } : better;
}

/** Blocks of two along rows or columns, restarted after every gap. */
function matchInLines(places: readonly SeatPlace[], along: 'row' | 'column'): number {
  const line = along === 'row' ? ('row' as const) : ('column' as const);
  const step = along === 'row' ? ('column' as const) : ('row' as const);
  const sorted = [...places].sort((a, b) => a[line] - b[line] || a[step] - b[step]);
  let count = 0;
  let pairedUntil: { line: number; step: number } | null = null;
  for (const place of sorted) {
    if (pairedUntil && pairedUntil.line === place[line] && pairedUntil.step === place[step]) {
      pairedUntil = null;
      continue;
    }
    count++;
    pairedUntil = { line: place[line], step: place[step] + 1 };
  }
  return count;
}

function colourClasses(places: readonly SeatPlace[], separations: readonly Separation[]): number[][] {
  const touches = (rows: number, columns: number): boolean => separations.some((separation) => reach(separation, rows, columns) > 0);
  const diagonal = touches(1, 1);
  const colour = ({ row, column }: { row: number; column: number }): number => {
    if (diagonal) return (row % 2) * 2 + (column % 2);
    if (touches(1, 0) && touches(0, 1)) return (row + column) % 2;
    return touches(1, 0) ? row % 2 : touches(0, 1) ? column % 2 : 0;
  };
  const classes = new Map<number, number[]>();
  places.forEach((place, seat) => classes.set(colour(place), [...(classes.get(colour(place)) ?? []), seat]));
  return [...classes.values()].sort((a, b) => b.length - a.length);
}

function buildGeometry(room: SeatingRoom, separations: readonly Separation[]): RoomGeometry {
  const gaps = new Set((room.gaps ?? []).map(([row, column]) => row * room.columns + column));
  const seatAt = new Map<number, number>();
  const places: { row: number; column: number }[] = [];
  for (let row = 0; row < room.rows; row++) {
    for (let column = 0; column < room.columns; column++) {
      if (gaps.has(row * room.columns + column)) continue;
      seatAt.set(row * room.columns + column, places.length);
      places.push({ row, column });
    }
  }
  const neighbours = separations.map((separation) =>
    places.map(({ row, column }) => {
      const around = new Map<number, number>();
      for (const { rows, columns, penalty } of separation.neighbours) {
        for (const [downwards, rightwards] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const) {
          const [otherRow, otherColumn] = [row + rows * downwards, column + columns * rightwards];
          if (otherRow < 0 || otherRow >= room.rows || otherColumn < 0 || otherColumn >= room.columns) continue;
          const seat = seatAt.get(otherRow * room.columns + otherColumn);
          if (seat !== undefined) around.set(seat, penalty);
        }
      }
      return { seats: [...around.keys()], penalties: [...around.values()] };
    }),
  );
  return { room, places, neighbours, classes: colourClasses(places, separations), blocks: separations.map((separation) => coverByBlocks(places, separation)), lines: separations.map((separation) => linesOf(places, separation)) };
}

/** Lays out all rooms; rooms of the same shape share their tables. Throws `PlanningInputError` on impossible numbers. */
export function layOutRooms(rooms: readonly SeatingRoom[], separations: readonly Separation[]): RoomGeometry[] {
  const shapes = new Map<string, RoomGeometry>();
  separations.forEach((separation, s) =>
    separation.neighbours.forEach((neighbour, n) => {
      requireInteger(neighbour.penalty, `separations[${s}].neighbours[${n}].penalty`);
      requireInteger(neighbour.rows, `separations[${s}].neighbours[${n}].rows`);
      requireInteger(neighbour.columns, `separations[${s}].neighbours[${n}].columns`);
      const twice = separation.neighbours.findIndex(({ rows, columns }) => rows === neighbour.rows && columns === neighbour.columns) < n;
      if (twice) throw new PlanningInputError('DUPLICATE_NEIGHBOUR', `separations[${s}].neighbours[${n}]`, 'this distance has a penalty already');
      if (neighbour.rows === 0 && neighbour.columns === 0) throw new PlanningInputError('OWN_SEAT', `separations[${s}].neighbours[${n}]`, 'a seat is not its own neighbour');
    }),
  );
  return rooms.map((room, index) => {
    requireInteger(room.rows, `rooms[${index}].rows`);
    requireInteger(room.columns, `rooms[${index}].columns`);
    const shape = JSON.stringify([room.rows, room.columns, room.gaps ?? []]);
    const known = shapes.get(shape) ?? buildGeometry(room, separations);
    shapes.set(shape, known);
    return known.room === room ? known : { ...known, room };
  });
}
