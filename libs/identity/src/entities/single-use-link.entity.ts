import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A link that works once: invitation, password reset, claim of a person's record. Only the hash of its token is kept. */
@Entity('single_use_link')
export class SingleUseLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash: string;

  /** Whom or what it is about: an account or person, as the purpose says. */
  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId: string;

  /** The only address that got the link: using it proves the address. */
  @Column({ type: 'text', name: 'sent_to', nullable: true })
  sentTo: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
