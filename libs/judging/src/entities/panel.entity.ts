import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PanelState } from '../core/judging-states.js';

/** A jury of one stage and the entries it judges: those that its filter lets in. An empty list lets everything in. */
@Entity('panel')
export class Panel {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', array: true }) types: string[];
  @Column({ type: 'text', name: 'group_keys', array: true }) groupKeys: string[];
  @Column({ type: 'text', array: true }) disciplines: string[];
  /** Judges each entry must have: the hard minimum of the assignment. */
  @Column({ type: 'int', name: 'reviews_per_entry' }) reviewsPerEntry: number;
  @Column({ type: 'int', name: 'min_load' }) minLoad: number;
  @Column({ type: 'int', name: 'max_load' }) maxLoad: number;
  @Column({ type: 'text' }) state: PanelState;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'locked_at', nullable: true }) lockedAt: Date | null;
  @Column({ type: 'uuid', name: 'locked_by', nullable: true }) lockedBy: string | null;
}
