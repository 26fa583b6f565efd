import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const RECOVERY_KINDS = ['password', 'second_factor'] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

/** Giving an account with rights over others back to an owner who lost its password or device: asked, then approved by a second administrator or waited for. */
@Entity('account_recovery')
export class AccountRecovery {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'account_id' }) accountId: string;
  @Column({ type: 'text' }) what: RecoveryKind;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid', name: 'asked_by' }) askedBy: string;
  @Column({ type: 'timestamptz', name: 'asked_at' }) askedAt: Date;
  @Column({ type: 'timestamptz', name: 'ready_at', nullable: true }) readyAt: Date | null;
  @Column({ type: 'uuid', name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column({ type: 'uuid', name: 'done_by', nullable: true }) doneBy: string | null;
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column({ type: 'uuid', name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
}
