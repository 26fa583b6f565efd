import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConflictKind } from '../core/judging-states.js';

/** A running assignment that a conflict found later touches: the secretariat's to-do until it has ended or the conflict is gone. */
@Entity('conflict_touch')
export class ConflictTouch {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'text', array: true }) kinds: ConflictKind[];
  @Column({ type: 'timestamptz', name: 'found_at' }) foundAt: Date;
  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true }) settledAt: Date | null;
}
