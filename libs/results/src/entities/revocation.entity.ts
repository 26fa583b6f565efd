import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A prize taken back after it was published. Nobody moves up (the place stays void). */
@Entity('revocation')
export class Revocation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) award: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid', name: 'decided_by' }) decidedBy: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
}
