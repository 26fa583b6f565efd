/** What can be decided for several entries at once. */

export type BatchAction = 'approve' | 'recommend' | 'return' | 'decline' | 'declareEligible' | 'declareIneligible';
