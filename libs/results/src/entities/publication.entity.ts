import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ProposalKind } from '../core/proposal-state.js';
import type { PublicationState } from '../core/publication-state.js';

/** A posted list. Only its state moves on; a correction is the next version with its own notice period. */
@Entity('publication')
export class Publication {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text' }) kind: ProposalKind;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'uuid', name: 'proposal_id' }) proposalId: string;
  @Column({ type: 'uuid', name: 'snapshot_id' }) snapshotId: string;
  @Column({ type: 'uuid', name: 'rulebook_version_id' }) rulebookVersionId: string;
  /** SHA-256 of the canonical JSON of the posted rows. */
  @Column({ type: 'text' }) digest: string;
  /** Why the list before this one was corrected; null for the first. */
  @Column({ type: 'text', nullable: true }) correction: string | null;
  @Column({ type: 'uuid', name: 'posted_by' }) postedBy: string;
  @Column({ type: 'timestamptz', name: 'posted_at' }) postedAt: Date;
  @Column({ type: 'int', name: 'notice_days' }) noticeDays: number;
  @Column({ type: 'timestamptz', name: 'notice_closes_at' }) noticeClosesAt: Date;
  @Column({ type: 'text' }) state: PublicationState;
  @Column({ type: 'uuid', name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
}
