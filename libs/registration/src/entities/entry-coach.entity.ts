import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'entry_coach' })
export class EntryCoach {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
}
