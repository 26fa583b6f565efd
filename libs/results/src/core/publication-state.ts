export const PUBLICATION_STATES = ['in_notice', 'confirmed', 'superseded'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];
