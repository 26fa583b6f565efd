import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AssignmentState, SheetState } from '../core/judging-states.js';

/** A judge reads the entry behind a code. Carries the head of its score sheet: version, state, total. */
@Entity('assignment')
export class Assignment {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'uuid', name: 'code_id' }) codeId: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'text' }) state: AssignmentState;
  @Column({ type: 'text' }) source: 'plan' | 'refill' | 'manual';
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'int', name: 'sheet_version' }) sheetVersion: number;
  @Column({ type: 'text', name: 'sheet_state' }) sheetState: SheetState;
  @Column({ type: 'text', name: 'sheet_total', nullable: true }) sheetTotal: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'uuid', name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column({ type: 'text', name: 'end_reason', nullable: true }) endReason: string | null;
}
