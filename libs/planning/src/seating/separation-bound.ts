import type { SeatingProblem, SeparationBound } from './problem.js';
import type { RoomGeometry } from './room-geometry.js';
import { fewestInLines } from './seat-lines.js';

/** Fewest pairs when `count` things fall into `boxes` as evenly as can be. */
function fewestPairs(count: number, boxes: number): number {
  if (count <= boxes) return 0;
  if (boxes === 0) return 0;
  const [full, more] = [Math.floor(count / boxes), count % boxes];
  return more * ((full * (full + 1)) / 2) + (boxes - more) * ((full * (full - 1)) / 2);
}

/**
 * Penalty that no seating can avoid: each block of mutual neighbours holds one of a value for free, each line of seats every other
 * seat (the greater of the two counts), and each room one where sharing a room is penalised. Sites and the rooms used are as chosen; different values do not help each other, so bounds add up.
 */
export function boundSeparation(
  problem: SeatingProblem,
  rooms: readonly RoomGeometry[],
  siteOf: Int32Array,
  values: readonly Int32Array[],
  names: readonly (readonly string[])[],
  sizes: readonly number[],
): { readonly bounds: SeparationBound[]; readonly bound: number } {
  const bounds: SeparationBound[] = [];
  let bound = 0;
  problem.separations.forEach((separation, s) => {
    problem.sites.forEach((site, siteIndex) => {
      const own = rooms.flatMap((room, index) => (room.room.site === site.id && sizes[index]! > 0 ? [{ blocks: Math.min(room.blocks[s]!.count, sizes[index]!), penalty: room.blocks[s]!.penalty }] : []));
      const blocks = own.reduce((sum, room) => sum + room.blocks, 0);
      const least = own.reduce((low, room) => Math.min(low, room.penalty), Infinity);
      const used = rooms.filter((room, index) => room.room.site === site.id && sizes[index]! > 0);
      const lines = (rooms[0]?.lines[s] ?? []).map(({ penalty }, offset) => ({
        penalty,
        apart: used.reduce((sum, room) => sum + room.lines[s]![offset]!.apart, 0),
        even: used.reduce((sum, room) => sum + room.lines[s]![offset]!.even, 0),
      }));
      const apart = lines.reduce((low, line) => (line.penalty > 0 ? Math.min(low, line.apart) : low), Infinity);
      const counts = new Map<number, number>();
      siteOf.forEach((at, candidate) => {
        const value = values[s]![candidate]!;
        if (at === siteIndex && value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
      });
      for (const [value, candidates] of counts) {
        const inBlocks = least === Infinity ? 0 : fewestPairs(candidates, blocks) * least;
        const inLines = lines.reduce((sum, line) => sum + fewestInLines(candidates, line) * line.penalty, 0);
        const near = Math.max(inBlocks, inLines);
        const penalty = near + fewestPairs(candidates, own.length) * (separation.sameRoom ?? 0);
        if (penalty === 0) continue;
        bound += penalty;
        bounds.push({ attribute: separation.attribute, value: names[s]![value]!, site: site.id, candidates, apart: inLines > inBlocks ? apart : blocks, penalty });
      }
    });
  });
  return { bounds, bound };
}
