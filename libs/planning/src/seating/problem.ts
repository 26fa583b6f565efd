import type { RunOptions } from '../steps.js';

/** A room of rows x columns; gaps are places without a desk. Row 0 is the front. */
export interface SeatingRoom {
  readonly id: string;
  readonly site: string;
  readonly rows: number;
  readonly columns: number;
  readonly gaps?: readonly (readonly [row: number, column: number])[];
  /** What the room offers, for example `ground-floor`. */
  readonly features?: readonly string[];
  /** Only for candidates who need one of its features. */
  readonly reserved?: boolean;
}

export interface SeatingSite {
  readonly id: string;
  readonly region?: string;
}

export interface SeatingCandidate {
  readonly id: string;
  /** What candidates are kept apart by, for example `{ school: 's12' }`; a missing attribute clashes with nobody. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly region?: string;
  /** Acceptable sites, best first; without it every site is acceptable and one of the own region is best. */
  readonly sites?: readonly string[];
  readonly needs?: readonly string[];
}

/** Penalty for two seats `rows` apart and `columns` apart (both signs are meant) with the same attribute value. */
export interface NeighbourPenalty {
  readonly rows: number;
  readonly columns: number;
  readonly penalty: number;
}

export interface Separation {
  readonly attribute: string;
  readonly neighbours: readonly NeighbourPenalty[];
  /** Penalty for every two of the same value in one room, wherever they sit. */
  readonly sameRoom?: number;
}

export interface SeatingProblem {
  readonly candidates: readonly SeatingCandidate[];
  readonly sites: readonly SeatingSite[];
  readonly rooms: readonly SeatingRoom[];
  readonly separations: readonly Separation[];
  /** `fewest` (default): as few rooms of a site as hold its candidates, filled evenly; `all`: every room, filled evenly. */
  readonly roomsUsed?: 'fewest' | 'all';
  /** Papers dealt by seat so that neighbours have different ones (two: chequered; four: also diagonally different). */
  readonly papers?: readonly string[];
  readonly seed: number | string;
}

export interface SeatingOptions extends RunOptions {
  /** Improvement moves at most, once the quick construction is done. Default 2,000,000; they end as soon as the bound is reached. */
  readonly moves?: number;
}

export interface SeatedCandidate {
  readonly candidate: string;
  readonly site: string;
  readonly room: string;
  readonly row: number;
  readonly column: number;
  readonly paper?: string;
}

/** Why fewer violations are impossible: more of one value at a site than its rooms can keep apart. */
export interface SeparationBound {
  readonly attribute: string;
  readonly value: string;
  readonly site: string;
  readonly candidates: number;
  /**
   * So many of one value can sit apart at most, over the rooms used: blocks of seats of which any two are neighbours hold one each,
   * lines of seats every other seat.
   */
  readonly apart: number;
  readonly penalty: number;
}

export interface SeatingPlan {
  readonly kind: 'seated';
  readonly seats: readonly SeatedCandidate[];
  readonly penalty: number;
  /** Proven lower bound on the penalty with these candidates at these sites, and what it rests on. */
  readonly bound: number;
  readonly bounds: readonly SeparationBound[];
  readonly optimal: boolean;
  readonly seed: number | string;
}

/** The named candidates can only go to the named sites, which have too few seats (of the kind needed). */
export interface SeatsShort {
  readonly kind: 'seats-short';
  readonly candidates: readonly string[];
  readonly sites: readonly string[];
  readonly needs: readonly string[];
  readonly seats: number;
}

export type SeatingResult = SeatingPlan | { readonly kind: 'infeasible'; readonly proof: SeatsShort };

/** Same value never beside, before or behind. */
export const BESIDE_BEFORE_BEHIND: readonly NeighbourPenalty[] = [
  { rows: 0, columns: 1, penalty: 1 },
  { rows: 1, columns: 0, penalty: 1 },
];

/** Same value in none of the eight surrounding seats. */
export const EIGHT_AROUND: readonly NeighbourPenalty[] = [...BESIDE_BEFORE_BEHIND, { rows: 1, columns: 1, penalty: 1 }];
