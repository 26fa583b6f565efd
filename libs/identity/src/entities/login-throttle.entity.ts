import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failures of one kind for one account, login or network address, and until when the next attempt waits. */
@Entity('login_throttle')
export class LoginThrottle {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  failures: number;

  @Column({ type: 'timestamptz', name: 'since' })
  since: Date;

  @Column({ type: 'timestamptz', name: 'blocked_until', nullable: true })
  blockedUntil: Date | null;
}
