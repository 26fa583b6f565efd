import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pupil (or the teacher) who made the work. `bound` from the first submission until the entry is withdrawn. */
@Entity({ name: 'entry_member' })
export class EntryMember {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'int' }) position: number;
  /** What this member did. */
  @Column({ type: 'text', default: '' }) share: string;
  @Column({ type: 'boolean', default: false }) bound: boolean;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
}
