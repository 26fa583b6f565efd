/** Where an entry stands (domain 4.3). */
export const ENTRY_STATES = [
  'draft', 'submitted', 'school_approved', 'county_recommended', 'prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored',
  'awarded', 'in_notice', 'confirmed', 'returned', 'not_recommended', 'ineligible', 'not_shortlisted', 'absent', 'disqualified', 'withdrawn',
  'waiting',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_ACTIONS = [
  'submit', 'wait', 'admit', 'approve', 'recommendCounty', 'recommendPrefecture', 'declareEligible', 'declareIneligible', 'return', 'declineRecommendation', 'lapse',
  'withdraw', 'startReview', 'shortlist', 'leaveOut', 'shortlistLater', 'takeOffShortlist', 'markFinalScored', 'markAbsent', 'award', 'enterNotice', 'confirm', 'disqualify',
] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];

type Moves = Partial<Record<EntryAction, EntryState>>;

/** The one table of what may follow what. Who may, and what else must hold, stands in the services that use it. */
export const TRANSITIONS: Record<EntryState, Moves> = {
  draft: { submit: 'submitted', wait: 'waiting', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', wait: 'waiting', lapse: 'not_recommended', withdraw: 'withdrawn', disqualify: 'disqualified' },
  waiting: { admit: 'submitted', lapse: 'not_recommended', withdraw: 'withdrawn', disqualify: 'disqualified' },
  submitted: { approve: 'school_approved', return: 'returned', declineRecommendation: 'not_recommended', withdraw: 'withdrawn', disqualify: 'disqualified' },
  school_approved: { recommendCounty: 'county_recommended', return: 'returned', declineRecommendation: 'not_recommended', withdraw: 'withdrawn', disqualify: 'disqualified' },
  county_recommended: { recommendPrefecture: 'prefecture_recommended', return: 'returned', declineRecommendation: 'not_recommended', withdraw: 'withdrawn', disqualify: 'disqualified' },
  prefecture_recommended: { declareEligible: 'eligible', declareIneligible: 'ineligible', return: 'returned', withdraw: 'withdrawn', disqualify: 'disqualified' },
  eligible: { startReview: 'in_review', withdraw: 'withdrawn', disqualify: 'disqualified' },
  in_review: { shortlist: 'finalist', leaveOut: 'not_shortlisted', disqualify: 'disqualified' },
  finalist: { takeOffShortlist: 'not_shortlisted', markFinalScored: 'final_scored', markAbsent: 'absent', disqualify: 'disqualified' },
  final_scored: { award: 'awarded', disqualify: 'disqualified' },
  awarded: { enterNotice: 'in_notice', disqualify: 'disqualified' },
  in_notice: { confirm: 'confirmed', disqualify: 'disqualified' },
  confirmed: { disqualify: 'disqualified' },
  not_recommended: { disqualify: 'disqualified' },
  ineligible: { disqualify: 'disqualified' },
  not_shortlisted: { shortlistLater: 'finalist', disqualify: 'disqualified' },
  absent: { disqualify: 'disqualified' },
  disqualified: {},
  withdrawn: {},
};

/** State after `action`, or undefined where the table knows no such step. */
export function after(state: EntryState, action: EntryAction): EntryState | undefined {
  return TRANSITIONS[state][action];
}

/** States from which `action` is possible, for set-based moves. */
export function statesBefore(action: EntryAction): EntryState[] {
  return ENTRY_STATES.filter((state) => TRANSITIONS[state][action] !== undefined);
}

/** Content may be edited by its makers. */
export const isEditable = (state: EntryState): boolean => state === 'draft' || state === 'returned';

/** From here an entry takes part no longer: it gives back its place in an edition that has so many. */
export const HAS_LEFT: readonly EntryState[] = ['withdrawn', 'not_recommended', 'ineligible', 'disqualified'];
