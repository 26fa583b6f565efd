import type { RoomGeometry } from './room-geometry.js';

/** Everything the improvement moves need: who sits where, and what a move would change. Seats are numbered over all rooms. */
export class SeatState {
  /** Candidate on each seat, -1 for none. */
  readonly occupant: Int32Array;
  readonly seatOf: Int32Array;
  readonly roomOfSeat: Int32Array;
  readonly firstSeat: Int32Array;
  private readonly inRoom: Int32Array[];

  constructor(
    private readonly rooms: readonly RoomGeometry[],
    /** Per separation: value of each candidate, -1 for none. */
    readonly values: readonly Int32Array[],
    private readonly valueCounts: readonly number[],
    private readonly sameRoom: readonly number[],
    candidates: number,
  ) {
    let seats = 0;
    this.firstSeat = Int32Array.from(rooms, (room) => {
      const first = seats;
      seats += room.places.length;
      return first;
    });
    this.occupant = new Int32Array(seats).fill(-1);
    this.seatOf = new Int32Array(candidates).fill(-1);
    this.roomOfSeat = new Int32Array(seats);
    rooms.forEach((room, index) => this.roomOfSeat.fill(index, this.firstSeat[index]!, this.firstSeat[index]! + room.places.length));
    this.inRoom = sameRoom.map((penalty, s) => new Int32Array(penalty > 0 ? rooms.length * valueCounts[s]! : 0));
  }

  sit(candidate: number, seat: number): void {
    this.occupant[seat] = candidate;
    this.seatOf[candidate] = seat;
    this.count(candidate, this.roomOfSeat[seat]!, 1);
  }

  private count(candidate: number, room: number, change: number): void {
    this.inRoom.forEach((counts, s) => {
      const value = this.values[s]![candidate]!;
      if (counts.length > 0 && value >= 0) counts[room * this.valueCounts[s]! + value]! += change;
    });
  }

  /** Penalty between a candidate, were they on a seat, and the neighbours there (themselves and one other ignored). */
  neighbourPenalty(candidate: number, seat: number, ignored: number): number {
    const room = this.roomOfSeat[seat]!;
    const first = this.firstSeat[room]!;
    let total = 0;
    for (let s = 0; s < this.values.length; s++) {
      const values = this.values[s]!;
      const value = values[candidate]!;
      if (value < 0) continue;
      const { seats, penalties } = this.rooms[room]!.neighbours[s]![seat - first]!;
      for (let index = 0; index < seats.length; index++) {
        const other = this.occupant[first + seats[index]!]!;
        if (other >= 0 && other !== ignored && other !== candidate && values[other] === value) total += penalties[index]!;
      }
    }
    return total;
  }

  /** Change of the penalty for sharing a room when `candidate` goes to `room`, from which `leaving` (or -1) departs. */
  private roomPenalty(candidate: number, room: number, leaving: number): number {
    let total = 0;
    this.inRoom.forEach((counts, s) => {
      const value = this.values[s]![candidate]!;
      if (counts.length === 0 || value < 0) return;
      const others = counts[room * this.valueCounts[s]! + value]! - (leaving >= 0 && this.values[s]![leaving] === value ? 1 : 0);
      total += others * this.sameRoom[s]!;
    });
    return total;
  }

  /** Change of the total penalty if the occupants of two seats changed places (one may be empty). */
  swapChange(seatA: number, seatB: number): number {
    const a = this.occupant[seatA]!;
    const b = this.occupant[seatB]!;
    const roomA = this.roomOfSeat[seatA]!;
    const roomB = this.roomOfSeat[seatB]!;
    let change = 0;
    if (a >= 0) change += this.neighbourPenalty(a, seatB, b) - this.neighbourPenalty(a, seatA, -1);
    if (b >= 0) change += this.neighbourPenalty(b, seatA, a) - this.neighbourPenalty(b, seatB, -1);
    // Two neighbours of one value who change places stay neighbours: their own pair was taken off twice and not put back.
    if (a >= 0 && b >= 0 && roomA === roomB) change += 2 * this.pairPenalty(a, b);
    if (roomA !== roomB) {
      if (a >= 0) change += this.roomPenalty(a, roomB, b) - this.roomPenalty(a, roomA, a);
      if (b >= 0) change += this.roomPenalty(b, roomA, a) - this.roomPenalty(b, roomB, b);
    }
    return change;
  }

  private pairPenalty(a: number, b: number): number {
    const seat = this.seatOf[a]!;
    const room = this.roomOfSeat[seat]!;
    const first = this.firstSeat[room]!;
    let total = 0;
    for (let s = 0; s < this.values.length; s++) {
      const values = this.values[s]!;
      if (values[a]! < 0 || values[a] !== values[b]) continue;
      const { seats, penalties } = this.rooms[room]!.neighbours[s]![seat - first]!;
      const position = seats.indexOf(this.seatOf[b]! - first);
      if (position >= 0) total += penalties[position]!;
    }
    return total;
  }

  swap(seatA: number, seatB: number): void {
    const a = this.occupant[seatA]!;
    const b = this.occupant[seatB]!;
    if (a >= 0) this.count(a, this.roomOfSeat[seatA]!, -1);
    if (b >= 0) this.count(b, this.roomOfSeat[seatB]!, -1);
    this.occupant[seatA] = this.occupant[seatB] = -1;
    if (b >= 0) this.sit(b, seatA);
    if (a >= 0) this.sit(a, seatB);
  }

  /** What one candidate suffers from neighbours and from sharing the room. */
  suffered(candidate: number): number {
    const seat = this.seatOf[candidate]!;
    return this.neighbourPenalty(candidate, seat, -1) + this.roomPenalty(candidate, this.roomOfSeat[seat]!, candidate);
  }

  /** Total penalty: every pair once. */
  total(): number {
    let twice = 0;
    this.seatOf.forEach((seat, candidate) => {
      if (seat >= 0) twice += this.suffered(candidate);
    });
    return twice / 2;
  }
}
