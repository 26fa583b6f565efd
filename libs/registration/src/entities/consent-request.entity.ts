import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The link a guardian gets for one member of one entry. Only the token's hash is kept. */
@Entity({ name: 'consent_request' })
export class ConsentRequest {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text', name: 'token_hash' }) tokenHash: string;
  @Column({ type: 'text', name: 'text_version' }) textVersion: string;
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'timestamptz', name: 'requested_at' }) requestedAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
}
