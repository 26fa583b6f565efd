/** States in which the author has something to do. */
export const isAuthorsTurn = (state: string): boolean => state === 'draft' || state === 'returned';

/** States from which on an own result can be looked up (the result pages decide what is shown). */
export const resultIsOut = (state: string): boolean => ['in_notice', 'confirmed', 'not_shortlisted'].includes(state);
