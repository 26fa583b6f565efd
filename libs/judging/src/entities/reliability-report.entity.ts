import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { StoredReliability } from '../core/stored-reliability.js';

/** One report on a stage: its figures and the PDF that says the same. */
@Entity('reliability_report')
export class ReliabilityReport {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  /** Digest of the result's input: the same sheets are reported on once. */
  @Column({ type: 'text', name: 'input_sha256' }) inputSha256: string;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt: Date;
  @Column({ type: 'int' }) sheets: number;
  @Column({ type: 'jsonb' }) figures: StoredReliability;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
}
