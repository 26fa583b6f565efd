import { Flag, Id, Instant, ListOf, OneOf, PageQuery, Text, Whole } from '#libs/platform';
import { PROPOSAL_KINDS, PROPOSAL_STATES } from '../core/proposal-state.js';
import { CutView, LevelView, ROW_STATES } from './snapshot.dto.js';

export class ProposalCreate {
  @Id({ description: 'The newest snapshot of the stage.' }) snapshotId: string;
  @OneOf(PROPOSAL_KINDS) kind: 'shortlist' | 'awards';
}

export class DecisionInput {
  @Id() entryId: string;
  @Text({ nullable: true, max: 80, description: 'Key of the prize, "finalist" in a shortlist, null for none.' }) award: string | null;
  @Text({ min: 5, max: 1000 }) reason: string;
}

export class ApprovalInput {
  @Text({ pattern: /^[0-9a-f]{64}$/, description: 'Digest of the proposal as it was read.' }) digest: string;
  @Text({ max: 1000, optional: true }) reason?: string;
}

export class RejectionInput {
  @Text({ pattern: /^[0-9a-f]{64}$/ }) digest: string;
  @Text({ min: 5, max: 1000 }) reason: string;
}

export class ApprovalView {
  @Id() accountId: string;
  @Text() name: string;
  @Flag() approved: boolean;
  @Text() reason: string;
  @Instant() decidedAt: string;
}

export class JuryDecisionView {
  @Id() entryId: string;
  @Text({ nullable: true }) award: string | null;
  @Text() reason: string;
  @Text() decidedBy: string;
  @Instant() decidedAt: string;
}

export class ProposalView {
  @Id() id: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @OneOf(PROPOSAL_KINDS) kind: string;
  @Whole() version: number;
  @Id() snapshotId: string;
  @OneOf(PROPOSAL_STATES) state: string;
  @Text({ nullable: true }) digest: string | null;
  @Flag() proposerMayApprove: boolean;
  @Text({ nullable: true }) proposedBy: string | null;
  @Instant({ nullable: true }) proposedAt: string | null;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Instant() createdAt: string;
  @Whole({ description: 'Entries that still wait for the jury.' }) undecided: number;
  @Flag({ description: 'A newer snapshot of the stage exists.' }) outdated: boolean;
}

export class ProposalDetail extends ProposalView {
  @ListOf(() => ApprovalView) approvals: ApprovalView[];
  @ListOf(() => JuryDecisionView) decisions: JuryDecisionView[];
  @ListOf(() => LevelView) levels: LevelView[];
  @ListOf(() => CutView) cuts: CutView[];
  @Flag({ description: 'This corrects a posted shortlist: the caller may let a ranked entry in by decision.' }) mayAdmit: boolean;
  @Flag({ description: 'The caller may approve now.' }) mayApprove: boolean;
}

export class ProposalQuery extends PageQuery {
  @Text({ max: 80, optional: true }) group?: string;
  @Text({ max: 80, optional: true, description: 'Key of a prize, or "none".' }) award?: string;
  @Flag({ optional: true }) leftToJury?: boolean;
}

export class ProposalRow {
  @Id() entryId: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @Text() school: string;
  @Text() prefecture: string;
  @Text() group: string;
  @Text() groupLabel: string;
  @Whole() position: number;
  @OneOf(ROW_STATES) state: string;
  @Whole({ nullable: true }) rank: number | null;
  @Text({ nullable: true }) total: string | null;
  @Text({ nullable: true }) award: string | null;
  @Text({ nullable: true }) awardLabel: string | null;
  @Text({ nullable: true }) computed: string | null;
  @Flag() leftToJury: boolean;
  @Flag({ description: 'Came in by decision, against the rule, in a correction.' }) exception: boolean;
  @Text({ description: 'How the result came about, in the language of the request.' }) explanation: string;
}
