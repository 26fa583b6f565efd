import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: what the system's administrators decided for the whole installation. */
@Entity('security_policy')
export class SecurityPolicyRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  only: boolean;

  @Column({ type: 'boolean', name: 'require_second_factor', nullable: true })
  requireSecondFactor: boolean | null;

  /** Hours after which a recovery needs no second administrator; null: it always does. */
  @Column({ type: 'integer', name: 'recovery_wait_hours', nullable: true, default: 24 })
  recoveryWaitHours: number | null;
}
