import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SheetValue } from '#libs/scoring';

/** One version of a judge's sheet. Never changed: every save adds the next version. */
@Entity('score_sheet')
export class ScoreSheetVersion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) state: 'draft' | 'submitted' | 'reopened';
  @Column({ type: 'jsonb' }) values: Record<string, SheetValue>;
  @Column({ type: 'text', nullable: true }) total: string | null;
  @Column({ type: 'text', name: 'private_note' }) privateNote: string;
  @Column({ type: 'text', name: 'jury_comment' }) juryComment: string;
  @Column({ type: 'text', name: 'participant_comment' }) participantComment: string;
  /** Chosen by the sender: the same key is the same save, however often it arrives. */
  @Column({ type: 'text', name: 'client_key' }) clientKey: string;
  @Column({ type: 'text' }) sha256: string;
  @Column({ type: 'uuid', name: 'saved_by' }) savedBy: string;
  @Column({ type: 'timestamptz', name: 'saved_at' }) savedAt: Date;
  /** Why it was reopened; null for the judge's own saves. */
  @Column({ type: 'text', nullable: true }) reason: string | null;
  /** Seconds at the desk, as the judge's device counted them; null: not told. */
  @Column({ type: 'int', nullable: true }) seconds: number | null;
}
