import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One limit of an edition's capacity. What is null does not narrow it; the row without any counts every place of the edition. */
@Entity({ name: 'capacity' })
export class Capacity {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'entry_type', nullable: true }) entryType: string | null;
  @Column({ type: 'text', name: 'group_key', nullable: true }) groupKey: string | null;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  /** The rulebook's, or as many as are used where an amendment went below; null: only counted. */
  @Column({ type: 'int', nullable: true }) places: number | null;
  /** Counted by the database from `capacity_place`. */
  @Column({ type: 'int', default: 0 }) used: number;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt: Date;
}

/** That an entry holds one place of a limit: as taken in, or while a place is offered to it. */
@Entity({ name: 'capacity_place' })
export class CapacityPlace {
  @PrimaryColumn({ type: 'uuid', name: 'capacity_id' }) capacityId: string;
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
}
