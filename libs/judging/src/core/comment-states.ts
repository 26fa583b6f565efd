/** The comments of a sheet that others read. */
export const COMMENT_PARTS = ['juryComment', 'participantComment'] as const;
export type CommentPart = (typeof COMMENT_PARTS)[number];

/** `clear`: names nobody; `held`: waits for the secretariat; then shown or kept back. */
export const COMMENT_STATES = ['clear', 'held', 'released', 'withheld'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_DECISIONS = ['released', 'withheld'] as const;
export type CommentDecisionWord = (typeof COMMENT_DECISIONS)[number];
