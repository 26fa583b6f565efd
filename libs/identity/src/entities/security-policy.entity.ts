import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: what the system's administrators decided for the whole installation. */
@Entity('security_policy')
export class SecurityPolicyRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  only: boolean;

  @Column({ type: 'boolean', name: 'require_second_factor', nullable: true })
  requireSecondFactor: boolean | null;
}
