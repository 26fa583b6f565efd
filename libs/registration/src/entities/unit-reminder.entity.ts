import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit was reminded of a deadline on a day; once a day is enough. */
@Entity({ name: 'unit_reminder' })
export class UnitReminder {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'uuid', name: 'unit_id' }) unitId: string;
  @PrimaryColumn({ type: 'date' }) day: string;
  @Column({ type: 'uuid', name: 'sent_by' }) sentBy: string;
  @Column({ type: 'timestamptz', name: 'sent_at' }) sentAt: Date;
}
