import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RunState } from '../core/judging-states.js';
import type { RunParameters } from '../core/run-parameters.js';

/** One run of the planning engine over the panels of a stage, with what it was asked and what it answered. */
@Entity('assignment_run')
export class AssignmentRun {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'text', default: 'plan' }) kind: 'plan' | 'refill';
  @Column({ type: 'uuid', name: 'panel_ids', array: true }) panelIds: string[];
  @Column({ type: 'text' }) seed: string;
  @Column({ type: 'text' }) state: RunState;
  @Column({ type: 'int' }) done: number;
  @Column({ type: 'int' }) total: number;
  /** Loads, expertise, connectedness per panel when done; the blocking sets when infeasible. */
  @Column({ type: 'jsonb' }) report: Record<string, unknown>;
  @Column({ type: 'jsonb', default: {} }) parameters: RunParameters;
  /** The plans of a preview, to be put into force and explained. */
  @Column({ type: 'jsonb', nullable: true }) plan: unknown;
  @Column({ type: 'uuid', name: 'started_by' }) startedBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true }) finishedAt: Date | null;
}
