import { Flag, Id, Instant, OneOf, Text } from '#libs/platform';
import { RECOVERY_KINDS, type RecoveryKind } from '../entities/account-recovery.entity.js';

export const RECOVERY_STATES = ['waiting', 'ready', 'done', 'ended'] as const;

export class AskRecovery {
  @OneOf(RECOVERY_KINDS, { name: 'RecoveryKind' }) what: RecoveryKind;
  @Text({ min: 5, max: 500 }) reason: string;
}

export class RecoveryView {
  @Id() id: string;
  @OneOf(RECOVERY_KINDS, { name: 'RecoveryKind' }) what: RecoveryKind;
  @Text() reason: string;
  @Text() askedBy: string;
  @Instant() askedAt: string;
  @Instant({ nullable: true, description: 'From then on a second administrator is not needed; null: always needed.' }) readyAt: string | null;
  @Text({ nullable: true }) approvedBy: string | null;
  @OneOf(RECOVERY_STATES, { name: 'RecoveryState' }) state: (typeof RECOVERY_STATES)[number];
  @Instant({ nullable: true }) closedAt: string | null;
  @Flag({ description: 'The caller may approve it now.' }) mayApprove: boolean;
}

export class RecoveryOutcome {
  @Text({ nullable: true, description: 'For a new password: the link to hand over. It is shown this once.' }) url: string | null;
  @Instant({ nullable: true }) expiresAt: Date | null;
}
