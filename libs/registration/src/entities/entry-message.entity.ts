import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message of an office to the people around a selection of entries. */
@Entity({ name: 'entry_message' })
export class EntryMessage {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text' }) audience: string;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) body: string;
  @Column({ type: 'uuid', array: true, name: 'entry_ids' }) entryIds: string[];
  @Column({ type: 'int', default: 0 }) recipients: number;
  @Column({ type: 'text', name: 'request_key' }) requestKey: string;
  @Column({ type: 'uuid', name: 'sent_by' }) sentBy: string;
  @Column({ type: 'timestamptz', name: 'sent_at' }) sentAt: Date;
}
