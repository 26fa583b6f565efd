import type { AssignmentOptions, CompositionRule } from '#libs/planning';

/** Extra readers for the entries whose place at the cut is open. */
export interface ExtraReaders {
  /** Share of a panel's entries that goes on, in percent: the cut. */
  cutPercent: number;
  /** Reviews to add in each panel at most. */
  budget: number;
  perEntry: number;
}

/** What the secretariat asked of a run; absent: the engine's own choice. */
export interface RunParameters {
  /** Stop at the plan and change nothing. */
  preview?: boolean;
  balance?: 'even' | 'none';
  fairness?: 'sum' | 'worst-review' | 'worst-entry';
  /** Nobody gets more than they wished to read. */
  keepWishes?: boolean;
  /** Most judges of one employer on an entry. */
  perEmployer?: number;
  /** Expertise points (of 1000) that a judge of the entry's prefecture is worth less. */
  sameRegionPenalty?: number;
  extra?: ExtraReaders;
}

/** The planning engine's options for what was asked. */
export function optionsOf({ balance, fairness }: RunParameters): AssignmentOptions {
  return { ...(balance && { balance }), ...(fairness && { fairness }) };
}

export const compositionOf = ({ perEmployer }: RunParameters): CompositionRule[] => (perEmployer === undefined ? [] : [{ kind: 'at-most-per-employer', count: perEmployer }]);
