import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed logins and link attempts from one network address within the running window. */
@Entity('login_address')
export class LoginAddress {
  @PrimaryColumn({ type: 'text' })
  address: string;

  @Column({ type: 'integer', default: 0 })
  failures: number;

  @Column({ type: 'timestamptz', name: 'window_started_at' })
  windowStartedAt: Date;
}
