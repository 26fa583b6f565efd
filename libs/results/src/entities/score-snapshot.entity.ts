import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What the engine was given and what it answered, as canonical JSON texts. Never changed: a recalculation is the next `sequence`. */
@Entity('score_snapshot')
export class ScoreSnapshot {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'int' }) sequence: number;
  @Column({ type: 'uuid', name: 'rulebook_version_id' }) rulebookVersionId: string;
  @Column({ type: 'text' }) engine: string;
  @Column({ type: 'text' }) input: string;
  @Column({ type: 'text' }) output: string;
  @Column({ type: 'text', name: 'input_sha256' }) inputSha256: string;
  @Column({ type: 'text', name: 'output_sha256' }) outputSha256: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
