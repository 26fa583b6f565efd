import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ProposalKind, ProposalState } from '../core/proposal-state.js';

/** A list that two different people must approve before it is published: the finalists or the prizes. */
@Entity('award_proposal')
export class AwardProposal {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'text' }) kind: ProposalKind;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'uuid', name: 'snapshot_id' }) snapshotId: string;
  @Column({ type: 'text' }) state: ProposalState;
  /** SHA-256 of the canonical JSON of the rows that were proposed; set when it is handed in for approval. */
  @Column({ type: 'text', nullable: true }) digest: string | null;
  @Column({ type: 'boolean', name: 'proposer_may_approve' }) proposerMayApprove: boolean;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'uuid', name: 'proposed_by', nullable: true }) proposedBy: string | null;
  @Column({ type: 'timestamptz', name: 'proposed_at', nullable: true }) proposedAt: Date | null;
  @Column({ type: 'uuid', name: 'first_approver', nullable: true }) firstApprover: string | null;
  @Column({ type: 'uuid', name: 'second_approver', nullable: true }) secondApprover: string | null;
  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true }) approvedAt: Date | null;
}
