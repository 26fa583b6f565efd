import type { Level } from '#libs/contests';
import type { EntryAction, EntryState } from './entry-state.js';

/** What officials can do; the level follows from where the entry stands. */
export type ChainAction = 'approve' | 'recommend' | 'return' | 'decline' | 'declareEligible' | 'declareIneligible';

const IN_TURN: Partial<Record<EntryState, Level>> = {
  submitted: 'school',
  school_approved: 'county',
  county_recommended: 'prefecture',
  prefecture_recommended: 'province',
};

/** The level that has to decide about an entry in this state. */
export const levelInTurn = (state: EntryState): Level | undefined => IN_TURN[state];

const STEPS: Record<Level, Partial<Record<ChainAction, EntryAction>>> = {
  school: { approve: 'approve', return: 'return', decline: 'declineRecommendation' },
  county: { recommend: 'recommendCounty', return: 'return', decline: 'declineRecommendation' },
  prefecture: { recommend: 'recommendPrefecture', return: 'return', decline: 'declineRecommendation' },
  province: { declareEligible: 'declareEligible', declareIneligible: 'declareIneligible', return: 'return' },
};

/** The step that `action` is at that level, or undefined where the level has no such step. */
export const stepAt = (level: Level, action: ChainAction): EntryAction | undefined => STEPS[level][action];

/** Steps that need a reason in words. */
export const needsReason = (action: ChainAction): boolean => action === 'return' || action === 'decline' || action === 'declareIneligible';

const ORDER: readonly Level[] = ['school', 'county', 'prefecture', 'province'];

/** Whether `level` stands below `other` in the chain. */
export const isBelow = (level: Level, other: Level): boolean => ORDER.indexOf(level) < ORDER.indexOf(other);
