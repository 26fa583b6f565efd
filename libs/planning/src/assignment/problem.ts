import type { RunOptions } from '../steps.js';

/** A work to be judged. `need` is the exact number of judges; `group` is its track (discipline x stage). */
export interface AssignmentEntry {
  readonly id: string;
  readonly need: number;
  readonly group?: string;
  readonly region?: string;
}

/** A judge with the least (default 0) and the most entries they take. Tags say what they are: `lead`, `field:chemistry`, … */
export interface AssignmentJudge {
  readonly id: string;
  readonly min?: number;
  readonly max: number;
  readonly employer?: string;
  readonly region?: string;
  readonly tags?: readonly string[];
}

export interface EntryJudgePair {
  readonly entry: string;
  readonly judge: string;
}

/** Expertise or preference of a judge for an entry: an integer, more is better (0..1000 is usual, at most 1,000,000). */
export interface PairScore extends EntryJudgePair {
  readonly score: number;
}

/** What a panel must look like. `groups` limits a rule to the entries of those groups. All rules are hard. */
export type CompositionRule =
  | { readonly kind: 'at-least'; readonly tag: string; readonly count: number; readonly groups?: readonly string[] }
  | { readonly kind: 'at-most'; readonly tag: string; readonly count: number; readonly groups?: readonly string[] }
  | { readonly kind: 'at-most-per-employer'; readonly count: number; readonly groups?: readonly string[] }
  | { readonly kind: 'at-most-per-region'; readonly count: number; readonly groups?: readonly string[] }
  | { readonly kind: 'apart'; readonly judges: readonly [string, string]; readonly groups?: readonly string[] };

export interface AssignmentProblem {
  readonly entries: readonly AssignmentEntry[];
  readonly judges: readonly AssignmentJudge[];
  /** Sparse: pairs not named have `defaultScore`. */
  readonly scores?: readonly PairScore[];
  readonly defaultScore?: number;
  /** Pairs that must never be. */
  readonly conflicts?: readonly EntryJudgePair[];
  /** Pairs that must be, and count towards need and load. */
  readonly fixed?: readonly EntryJudgePair[];
  readonly composition?: readonly CompositionRule[];
  /** Taken off the score of a judge from the entry's own region (geographic mix as a wish; the hard form is a rule). */
  readonly sameRegionPenalty?: number;
  readonly seed: number | string;
}

export interface AssignmentOptions extends RunOptions {
  /**
   * `even` (default): the most even loads that are feasible come first (spread <= 1 wherever possible), expertise second.
   * `{ weight }`: maximise expertise minus weight x sum of squared loads. `none`: expertise alone within the load bounds.
   */
  readonly balance?: 'even' | 'none' | { readonly weight: number };
  /**
   * `sum` (default): the greatest total. `worst-review`: first raise the lowest score of any single review as far as possible,
   * then the total. `worst-entry`: raise the worst entry's total, by exchanges and, with a solver, as far as possible; the loads
   * stay as even as they were.
   */
  readonly fairness?: 'sum' | 'worst-review' | 'worst-entry';
  /** `repair` (default) links separate components of the entry-judge graph by exchanges; `report` only reports them. */
  readonly linking?: 'repair' | 'report';
  /** An exact solver for the rare instances that flows cannot decide (several crossing composition rules). */
  readonly solver?: IntegerSolver;
}

export interface PlannedPair extends PairScore {
  /** True for a pair that the problem fixed. */
  readonly fixed: boolean;
}

/**
 * Proof of optimality: what one more review of each judge is worth at the margin. With these prices no entry can gain by
 * another panel and no judge by another load, so the plan is optimal (linear programming duality). `verifyAssignment` checks it.
 */
export interface AssignmentCertificate {
  readonly prices: readonly { readonly judge: string; readonly price: number }[];
  /** Weight of a squared load in the objective; large enough to come before any expertise when balance is `even`. */
  readonly loadWeight: number;
  /** Value of meeting one unit of a judge's minimum. */
  readonly minimumWeight: number;
  /** Value of keeping a pair of an earlier plan (repairs only, otherwise 0). */
  readonly keepWeight: number;
  /** Lowest score a review may have under `worst-review`; absent otherwise. */
  readonly scoreFloor?: number;
  /** What any other plan could gain at most in the combined objective; 0 proves optimality. */
  readonly gap: number;
}

export interface GroupConnectedness {
  readonly group: string;
  readonly components: number;
}

export interface AssignmentPlan {
  readonly kind: 'plan';
  readonly pairs: readonly PlannedPair[];
  readonly loads: readonly { readonly judge: string; readonly load: number }[];
  readonly expertise: number;
  readonly loadSpread: number;
  readonly worstEntry: { readonly entry: string; readonly expertise: number } | null;
  readonly worstReview: number | null;
  /** Under `worst-entry`: what no plan's worst entry can exceed; equal to the worst entry's expertise where that is proven best. */
  readonly worstEntryBound?: number;
  /** Components of the whole entry-judge graph (1: every judge can be compared with every other) and of each group. */
  readonly connectedness: { readonly components: number; readonly groups: readonly GroupConnectedness[]; readonly linkingCost: number };
  readonly certificate: AssignmentCertificate;
  /** Under `worst-review`: the proof that no plan exists whose lowest review reaches the next higher score. */
  readonly floorProof?: { readonly score: number; readonly proof: InfeasibilityProof };
  /** Proven optimal: by the certificate (gap 0, anybody can check it), or only by the word of an exact solver. */
  readonly optimal: boolean;
  readonly provenBy: 'certificate' | 'solver' | null;
  readonly seed: number | string;
}

/** Why there can be no plan; every kind can be checked by counting (`verifyInfeasible`). */
export type InfeasibilityProof =
  | {
      /** The named entries need more reviews than the named judges can give them. */
      readonly kind: 'reviews-short';
      readonly entries: readonly string[];
      readonly groups: readonly string[];
      /** Judges who could take at least one of the entries, and what each can give at most. */
      readonly judges: readonly { readonly judge: string; readonly canGive: number }[];
      /** Judges counted at their full maximum; the others are counted through the entries they may judge. */
      readonly fullJudges: readonly string[];
      readonly need: number;
      readonly capacity: number;
      /** Panel rules without any one of which these judges could give more; absent where there are none. */
      readonly rules?: readonly CompositionRule[];
    }
  | {
      /** The named judges' minimum loads exceed what the entries open to them can use. */
      readonly kind: 'minimum-short';
      readonly judges: readonly string[];
      readonly entries: readonly string[];
      readonly minimum: number;
      readonly available: number;
    }
  | { readonly kind: 'fixed-pair-in-conflict'; readonly pair: EntryJudgePair }
  | { readonly kind: 'fixed-over-need'; readonly entry: string; readonly need: number; readonly fixed: number }
  | { readonly kind: 'fixed-over-maximum'; readonly judge: string; readonly maximum: number; readonly fixed: number }
  | { readonly kind: 'fixed-breaks-rule'; readonly entry: string; readonly judges: readonly string[] }
  | {
      /**
       * Crossing composition rules, searched completely: these entries cannot all have valid panels within the maximum loads and,
       * for the judges in `minimums`, with their minimum loads. Irreducible: without any one of the entries (where there are no
       * minimums), or any one of the minimums, it could be done. `verifyInfeasible` tries all panels once more.
       */
      readonly kind: 'solver-verdict';
      readonly solver: string;
      readonly entries: readonly string[];
      readonly groups: readonly string[];
      /** Judges who could take at least one of the entries. */
      readonly judges: readonly string[];
      readonly minimums: readonly string[];
      readonly need: number;
      /** Reviews that can be placed at most under the rules; `null` where minimum loads are the cause, or without a solver. */
      readonly capacity: number | null;
    };

export interface InfeasibleAssignment {
  readonly kind: 'infeasible';
  readonly proof: InfeasibilityProof;
  readonly seed: number | string;
}

export type AssignmentResult = AssignmentPlan | InfeasibleAssignment;

/** A binary program: maximise objective x subject to rows, x in {0, 1}. */
export interface IntegerModel {
  readonly objective: readonly number[];
  readonly rows: readonly { readonly columns: readonly number[]; readonly coefficients: readonly number[]; readonly least: number; readonly most: number }[];
}

/** What a solver found. `stopped`: its time ended; `values` is the best it had, `bound` what no solution can exceed. */
export type IntegerOutcome =
  | { readonly kind: 'optimal'; readonly values: readonly number[] }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'stopped'; readonly values: readonly number[] | null; readonly bound: number };

/** An exact solver that the caller brings; `#libs/exact` has one with a time limit. */
export interface IntegerSolver {
  readonly name: string;
  solve(model: IntegerModel): IntegerOutcome;
}
