import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The jury's answer where the rule left an entry to it. Kept: a later decision is another row. */
@Entity('jury_decision')
export class JuryDecision {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'proposal_id' }) proposalId: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', nullable: true }) award: string | null;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid', name: 'decided_by' }) decidedBy: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
}
