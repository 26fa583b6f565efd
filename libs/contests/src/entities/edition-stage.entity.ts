import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A span of the calendar, half-open: from `opensAt` up to, not including, `closesAt`. */
@Entity({ name: 'edition_stage' })
export class EditionStage {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'text' }) key: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'timestamptz', name: 'opens_at' }) opensAt: Date;
  @Column({ type: 'timestamptz', name: 'closes_at' }) closesAt: Date;
}
