import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A commitment given: by the person's own account, or on paper and recorded by whom. */
@Entity({ name: 'signature' })
export class Signature {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  /** member · coach */
  @Column({ type: 'text', name: 'signed_as' }) signedAs: string;
  /** account · paper */
  @Column({ type: 'text' }) method: string;
  @Column({ type: 'text', name: 'text_version' }) textVersion: string;
  @Column({ type: 'uuid', name: 'recorded_by' }) recordedBy: string;
  @Column({ type: 'timestamptz', name: 'signed_at' }) signedAt: Date;
}
