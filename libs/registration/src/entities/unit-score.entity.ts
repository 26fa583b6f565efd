import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The score a unit gave an entry in its own review, by which it ranks. */
@Entity({ name: 'unit_score' })
export class UnitScore {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @PrimaryColumn({ type: 'text' }) level: string;
  @Column({ type: 'numeric', precision: 9, scale: 3 }) score: string;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt: Date;
}
