import type { PanelRules } from '#libs/contests';

/** What the rulebook says about interests beyond the law's minimum. */
export interface ConflictRules {
  /** A judge of the entry's own prefecture. */
  samePrefecture: 'none' | 'soft' | 'hard';
  /** For so many years a former employer still counts. */
  pastYears: number;
  /** A judge who worked on another entry, in so many years, with somebody who has a part in this one. */
  chains: 'none' | 'soft' | 'hard';
}

/** Domain 4.5 R6: same unit in the last three years; nothing about prefectures unless the rulebook says so. */
const DEFAULTS: ConflictRules = { samePrefecture: 'none', pastYears: 3, chains: 'hard' };

export const conflictRulesOf = (panel: PanelRules & { conflicts?: Partial<ConflictRules> }): ConflictRules => ({ ...DEFAULTS, ...panel.conflicts });
