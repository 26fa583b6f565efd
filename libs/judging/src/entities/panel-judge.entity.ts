import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PanelJudgeState } from '../core/judging-states.js';

/** A judge's seat on a panel, from invitation to withdrawal. */
@Entity('panel_judge')
export class PanelJudge {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'text' }) state: PanelJudgeState;
  @Column({ type: 'boolean' }) lead: boolean;
  /** Counts as a leading judge where an entry needs one. */
  @Column({ type: 'boolean', default: false }) senior: boolean;
  @Column({ type: 'int', name: 'max_load', nullable: true }) maxLoad: number | null;
  @Column({ type: 'timestamptz', name: 'invited_at' }) invitedAt: Date;
  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column({ type: 'text', name: 'terms_version', nullable: true }) termsVersion: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
}
