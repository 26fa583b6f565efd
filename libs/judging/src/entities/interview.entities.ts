import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { TimetableSettings } from '../core/interview-plan.js';

export const TIMETABLE_STATES = ['queued', 'draft', 'impossible', 'published', 'superseded', 'discarded'] as const;
export type TimetableState = (typeof TIMETABLE_STATES)[number];

/** One timetable of a stage's interviews; the published one is in force. */
@Entity('interview_timetable')
export class InterviewTimetableRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  /** The interviews of the stage, or a list of second ones. */
  @Column({ type: 'text' }) kind: 'first' | 'callBack';
  @Column({ type: 'text' }) state: TimetableState;
  @Column({ type: 'jsonb' }) settings: TimetableSettings;
  @Column({ type: 'jsonb' }) report: Record<string, unknown>;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'uuid', name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column({ type: 'timestamptz', name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column({ type: 'text', name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
}

@Entity('interview_slot')
export class InterviewSlot {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'timetable_id' }) timetableId: string;
  @Column({ type: 'uuid', name: 'code_id' }) codeId: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'text' }) room: string;
  @Column({ type: 'timestamptz', name: 'starts_at' }) startsAt: Date;
  @Column({ type: 'timestamptz', name: 'ends_at' }) endsAt: Date;
  /** Elsewhere or at another time than in the timetable it was made from. */
  @Column({ type: 'boolean' }) moved: boolean;
}

/** What the makers of an entry show at the door; it says nothing by itself. */
@Entity('interview_ticket')
export class InterviewTicket {
  @PrimaryColumn({ type: 'uuid', name: 'code_id' }) codeId: string;
  @Column({ type: 'text' }) ticket: string;
  @Column({ type: 'timestamptz', name: 'arrived_at', nullable: true }) arrivedAt: Date | null;
  @Column({ type: 'uuid', name: 'recorded_by', nullable: true }) recordedBy: string | null;
}
