import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Places a unit may pass on to the next level, and how many it has used. `entryType` '*' stands for all types together. */
@Entity({ name: 'quota' })
export class Quota {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text' }) level: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId: string;
  @Column({ type: 'text', name: 'entry_type' }) entryType: string;
  /** null: counted, but without a limit. */
  @Column({ type: 'int', nullable: true }) places: number | null;
  @Column({ type: 'int', default: 0 }) used: number;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt: Date;
}
