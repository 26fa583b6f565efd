import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StageScore, Trace } from '#libs/scoring';
import type { SelectionProof } from '../core/row-explanation.js';

/** One entry of a snapshot, unfolded from its output for lists; the output text is what counts. */
@Entity('score_row')
export class ScoreRow {
  @PrimaryColumn({ type: 'uuid', name: 'snapshot_id' }) snapshotId: string;
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', name: 'group_key' }) groupKey: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'int', nullable: true }) rank: number | null;
  @Column({ type: 'boolean' }) tied: boolean;
  @Column({ type: 'text', nullable: true }) total: string | null;
  @Column({ type: 'text', nullable: true }) exact: string | null;
  @Column({ type: 'jsonb' }) stages: Record<string, StageScore>;
  @Column({ type: 'jsonb' }) awards: Record<string, string | null>;
  @Column({ type: 'jsonb' }) trace: Trace;
  /** What each selection said of the entry. */
  @Column({ type: 'jsonb' }) selections: SelectionProof[];
}
