import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A score of an entry in a stage that no panel judges; the newest version counts. */
@Entity('given_score')
export class GivenScore {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'numeric' }) score: string;
  @Column({ type: 'uuid', name: 'given_by' }) givenBy: string;
  @Column({ type: 'timestamptz', name: 'given_at' }) givenAt: Date;
}
