import type { Separation } from './problem.js';

/** Where a seat stands in its room. */
export interface SeatPlace {
  readonly row: number;
  readonly column: number;
}

/** What the lines of seats along one offset hold: a line of L seats takes ceil(L / 2) of one value apart. */
export interface SeatLines {
  readonly penalty: number;
  /** So many of one value sit apart along these lines. */
  readonly apart: number;
  /** Lines of even length: the first too many there makes one pair, every other one two. */
  readonly even: number;
}

/** The longest lines of seats in steps of (rows, columns), cut at gaps and walls. */
function addLines(places: readonly SeatPlace[], rows: number, columns: number, lines: { apart: number; even: number }): void {
  const at = (row: number, column: number): number => (row + 1000) * 100_000 + column + 1000;
  const seats = new Set(places.map(({ row, column }) => at(row, column)));
  for (const { row, column } of places) {
    if (seats.has(at(row - rows, column - columns))) continue;
    let length = 1;
    while (seats.has(at(row + length * rows, column + length * columns))) length++;
    lines.apart += Math.ceil(length / 2);
    if (length % 2 === 0) lines.even++;
  }
}

/** Lines of a room for every offset that a separation penalises; the pairs along different offsets are different pairs. */
export function linesOf(places: readonly SeatPlace[], { neighbours }: Separation): SeatLines[] {
  return neighbours.flatMap(({ rows, columns, penalty }) =>
    (rows === 0 || columns === 0 ? [columns] : [columns, -columns]).map((sideways) => {
      const lines = { apart: 0, even: 0 };
      addLines(places, rows, sideways, lines);
      return { penalty, ...lines };
    }),
  );
}

/** Fewest pairs along lines that have room for `apart` without any. */
export function fewestInLines(count: number, { apart, even }: Omit<SeatLines, 'penalty'>): number {
  const tooMany = Math.max(0, count - apart);
  return 2 * tooMany - Math.min(tooMany, even);
}
