import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const ACCOUNT_STATUSES = ['active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** A way to log in. What the account may do comes from its grants; who it is, from its person. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId: string | null;

  /** Kept in lower case, like the e-mail address: people do not mind capitals when they log in. */
  @Column({ type: 'text', name: 'login_name', nullable: true })
  loginName: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  /** When its owner opened a link sent to the address; a trigger empties it when the address changes. */
  @Column({ type: 'timestamptz', name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  /** The name shown to others when there is no person behind the account. */
  @Column({ type: 'text' })
  name: string;

  /** Argon2id in PHC form; absent until the invitation has been used. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', name: 'password_set_at', nullable: true })
  passwordSetAt: Date | null;

  @Column({ type: 'text', default: 'active' })
  status: AccountStatus;

  @Column({ type: 'text', default: 'zh' })
  language: 'zh' | 'en';

  @Column({ type: 'text', name: 'totp_sealed', nullable: true })
  totpSealed: string | null;

  /** Absent while the enrolment has been begun but no code was given yet. */
  @Column({ type: 'timestamptz', name: 'totp_confirmed_at', nullable: true })
  totpConfirmedAt: Date | null;

  /** Time step of the last code taken: a code counts once. */
  @Column({ type: 'integer', name: 'totp_last_step', nullable: true })
  totpLastStep: number | null;

  @Column({ type: 'text', name: 'recovery_hashes', array: true, default: () => "'{}'" })
  recoveryHashes: string[];

  @Column({ type: 'text', name: 'recovery_sealed', array: true, default: () => "'{}'" })
  recoverySealed: string[];

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
