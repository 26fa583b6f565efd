import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConflictKind } from '../core/judging-states.js';

/** Why a judge must not (hard) or should rather not (soft) judge an entry. */
@Entity('conflict')
export class Conflict {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) kind: ConflictKind;
  @Column({ type: 'boolean' }) hard: boolean;
  @Column({ type: 'timestamptz', name: 'found_at' }) foundAt: Date;
  @Column({ type: 'timestamptz', name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column({ type: 'text', name: 'lift_reason', nullable: true }) liftReason: string | null;
  /** Who looked and said that it is not so; the search then leaves the pair alone. */
  @Column({ type: 'uuid', name: 'lifted_by', nullable: true }) liftedBy: string | null;
}
