import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a guardian said, word by word of the text's version. Only added to; the newest counts. */
@Entity({ name: 'consent' })
export class Consent {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'uuid', name: 'request_id', nullable: true }) requestId: string | null;
  /** granted · refused · withdrawn */
  @Column({ type: 'text' }) decision: string;
  @Column({ type: 'text', name: 'guardian_name' }) guardianName: string;
  @Column({ type: 'text' }) relation: string;
  @Column({ type: 'text', name: 'text_version' }) textVersion: string;
  /** link · paper */
  @Column({ type: 'text' }) channel: string;
  @Column({ type: 'text', default: '' }) reason: string;
  @Column({ type: 'uuid', name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'bigint', name: 'sequence', generated: 'increment' }) sequence: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
}
