export const PROPOSAL_KINDS = ['shortlist', 'awards'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ['draft', 'proposed', 'approved', 'rejected', 'published', 'superseded'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalStep = 'propose' | 'approve' | 'reject' | 'publish' | 'supersede';

const TRANSITIONS: Record<ProposalState, Partial<Record<ProposalStep, ProposalState>>> = {
  draft: { propose: 'proposed', supersede: 'superseded' },
  proposed: { approve: 'approved', reject: 'rejected', supersede: 'superseded' },
  approved: { publish: 'published', supersede: 'superseded' },
  rejected: {},
  published: {},
  superseded: {},
};

/** The state a step leads to, or undefined where the step is not allowed. `approve` is the second person's yes. */
export const afterStep = (state: ProposalState, step: ProposalStep): ProposalState | undefined => TRANSITIONS[state][step];
