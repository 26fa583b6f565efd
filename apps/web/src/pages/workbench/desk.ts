import { useOutletContext } from 'react-router';
import type { Schemas } from '../../api/client.js';
import type { Me } from '../../session/session.js';
import type { EditionRules, Level } from '../entries/entry-rules.js';

/** One unit for which the reader decides. */
export interface Desk {
  level: Level;
  unitId: string;
  unitName: string;
}

const LEVEL_OF: Partial<Record<string, Level>> = { school_admin: 'school', county_admin: 'county', prefecture_admin: 'prefecture', province_admin: 'province' };

/** The desks of an account, highest level first; none for those who only read. */
export function desksOf(me: Me): Desk[] {
  const order: Level[] = ['province', 'prefecture', 'county', 'school'];
  return me.grants
    .flatMap((grant): Desk[] => {
      const level = LEVEL_OF[grant.role];
      return level && grant.state === 'active' && grant.orgUnitId ? [{ level, unitId: grant.orgUnitId, unitName: grant.orgUnit ?? '' }] : [];
    })
    .sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
}

/** What waits for a level, and what it has sent on. */
export const WAITING: Record<Level, string> = { school: 'submitted', county: 'school_approved', prefecture: 'county_recommended', province: 'prefecture_recommended' };
export const SENT_ON: Record<Level, string> = { school: 'school_approved', county: 'county_recommended', prefecture: 'prefecture_recommended', province: 'eligible' };

const UPWARDS = ['submitted', 'school_approved', 'county_recommended', 'prefecture_recommended', 'eligible', 'in_review', 'finalist', 'not_shortlisted', 'absent', 'final_scored', 'awarded', 'in_notice', 'confirmed'];
/** Every state in which an entry has passed the level. */
export const passed = (level: Level): string[] => UPWARDS.slice(UPWARDS.indexOf(SENT_ON[level]));

/** States in which an entry is still with a lower level. A prefecture decides there too for a county without an office. */
export const below = (level: Level): string[] => UPWARDS.slice(0, UPWARDS.indexOf(WAITING[level]));

/** The step that sends an entry on from a level. */
export const FORWARD: Record<Level, 'approve' | 'recommend' | 'declareEligible'> = { school: 'approve', county: 'recommend', prefecture: 'recommend', province: 'declareEligible' };

export interface WorkbenchContext {
  edition: Schemas['EditionView'];
  rules: EditionRules;
  /** Undefined for those who only read (supervision, secretariat). */
  desk: Desk | undefined;
  counts: Record<string, number>;
}
export const useWorkbench = (): WorkbenchContext => useOutletContext<WorkbenchContext>();

/** The level's own step in the rulebook: its stage, quota rule and check list. */
export const chainStep = (rules: EditionRules, level: Level | undefined) => rules.chain.find((step) => step.level === level);
