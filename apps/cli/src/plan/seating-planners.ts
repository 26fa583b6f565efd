import {
  BESIDE_BEFORE_BEHIND,
  EIGHT_AROUND,
  explainRefusal,
  seatCandidates,
  seatLateCandidate,
  verifySeating,
  verifySeatsShort,
  verifySeparationBound,
  type NeighbourPenalty,
  type SeatedCandidate,
  type SeatingCandidate,
  type SeatingProblem,
  type Separation,
} from '#libs/planning';
import { text as say } from '#libs/platform';
import { planner, proven, type PlanTable } from './planner.js';
import { either, fields, flag, list, map, oneOf, positive, seed, text, tuple, whole } from './shape.js';

const NEIGHBOURHOODS = { 'eight-around': EIGHT_AROUND, 'beside-before-behind': BESIDE_BEFORE_BEHIND } as const;

/** The problem as a file states it: well-known neighbourhoods have names. */
interface StatedSeating extends Omit<SeatingProblem, 'separations'> {
  readonly separations: readonly (Omit<Separation, 'neighbours'> & { readonly neighbours: keyof typeof NEIGHBOURHOODS | readonly NeighbourPenalty[] })[];
}

const candidate = fields({ id: text, attributes: map({ type: 'string' }), 'region?': text, 'sites?': list(text), 'needs?': list(text) });
const problem = fields({
  candidates: list(candidate),
  sites: list(fields({ id: text, 'region?': text })),
  rooms: list(fields({ id: text, site: text, rows: positive, columns: positive, 'gaps?': list(tuple(whole, whole)), 'features?': list(text), 'reserved?': flag })),
  separations: list(
    fields({ attribute: text, neighbours: either(oneOf(...Object.keys(NEIGHBOURHOODS)), list(fields({ rows: whole, columns: whole, penalty: whole }))), 'sameRoom?': whole }),
  ),
  'roomsUsed?': oneOf('fewest', 'all'),
  'papers?': list(text),
  seed,
});
const seat = fields({ candidate: text, site: text, room: text, row: whole, column: whole, 'paper?': text });

const read = (stated: StatedSeating): SeatingProblem => ({
  ...stated,
  separations: stated.separations.map((one) => ({ ...one, neighbours: typeof one.neighbours === 'string' ? NEIGHBOURHOODS[one.neighbours] : one.neighbours })),
});

/** Rows and columns are counted from 1 for people. */
const seatTable = (seats: readonly SeatedCandidate[]): PlanTable => {
  const papers = seats.some(({ paper }) => paper !== undefined);
  const sorted = [...seats].sort((a, b) => (a.site !== b.site ? (a.site < b.site ? -1 : 1) : a.room !== b.room ? (a.room < b.room ? -1 : 1) : a.row - b.row || a.column - b.column));
  return {
    columns: ['site', 'room', 'row', 'column', 'candidate', ...(papers ? ['paper'] : [])],
    rows: sorted.map((one) => [one.site, one.room, one.row + 1, one.column + 1, one.candidate, ...(papers ? [one.paper ?? ''] : [])]),
  };
};

export const seats = planner<StatedSeating>(problem, (stated, { language }) => {
  const asked = read(stated);
  const result = seatCandidates(asked);
  if (result.kind === 'infeasible') return { result, table: seatTable([]), refusal: explainRefusal(result.proof, language), verify: () => proven(verifySeatsShort(asked, result.proof)) };
  const verify = (): string[] => {
    const { faults, penalty } = verifySeating(asked, result.seats);
    const bounds = result.bounds.filter((bound) => !verifySeparationBound(asked, result.seats, bound));
    return [...faults, ...(penalty === result.penalty ? [] : [say('cli.plan.penaltyDiffers', { penalty, claimed: result.penalty })]), ...bounds.map((bound) => explainRefusal({ kind: 'neighbours-unavoidable', ...bound }, language))];
  };
  return { result, table: seatTable(result.seats), refusal: null, verify };
});

interface StatedLate {
  readonly problem: StatedSeating;
  readonly seats: readonly SeatedCandidate[];
  readonly late: SeatingCandidate;
}

export const lateSeat = planner<StatedLate>(fields({ problem, seats: list(seat), late: candidate }), ({ problem: stated, seats: taken, late }) => {
  const asked = read(stated);
  const result = seatLateCandidate(asked, taken, late);
  if (result.kind === 'no-seat') return { result, table: seatTable([]), refusal: say('cli.plan.noSeat', { free: result.freeSeatsElsewhere }), verify: () => [] };
  const verify = (): readonly string[] => verifySeating({ ...asked, candidates: [...asked.candidates, late] }, [...taken, result.seat]).faults;
  return { result, table: seatTable([result.seat]), refusal: null, verify };
});
