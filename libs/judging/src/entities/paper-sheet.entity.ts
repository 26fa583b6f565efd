import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SheetValue } from '#libs/scoring';

/** A paper sheet as one person entered it; it counts once another has entered the same. */
@Entity('paper_sheet')
export class PaperSheet {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'int', name: 'base_version' }) baseVersion: number;
  @Column({ type: 'jsonb' }) values: Record<string, SheetValue>;
  @Column({ type: 'text' }) total: string;
  @Column({ type: 'uuid', name: 'entered_by' }) enteredBy: string;
  @Column({ type: 'timestamptz', name: 'entered_at' }) enteredAt: Date;
  @Column({ type: 'text' }) state: 'entered' | 'verified' | 'replaced';
  @Column({ type: 'uuid', name: 'verified_by', nullable: true }) verifiedBy: string | null;
  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true }) verifiedAt: Date | null;
  @Column({ type: 'uuid', name: 'score_sheet_id', nullable: true }) scoreSheetId: string | null;
}

/** What a second person read otherwise. */
@Entity('paper_difference')
export class PaperDifference {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'paper_sheet_id' }) paperSheetId: string;
  @Column({ type: 'jsonb' }) values: Record<string, SheetValue>;
  @Column({ type: 'uuid', name: 'entered_by' }) enteredBy: string;
  @Column({ type: 'timestamptz', name: 'entered_at' }) enteredAt: Date;
}
