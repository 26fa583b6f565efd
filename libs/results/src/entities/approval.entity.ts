import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One person's yes or no to a proposal as it stood (its digest). A person (who has one account at most) speaks once per proposal. */
@Entity('approval')
export class Approval {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'proposal_id' }) proposalId: string;
  @Column({ type: 'uuid', name: 'account_id' }) accountId: string;
  @Column({ type: 'boolean' }) approved: boolean;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'text' }) digest: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
}
