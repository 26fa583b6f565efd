import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConcernKind } from '../core/judging-states.js';

/** A judge's suspicion about an entry (a leaked name, copying, ethics), for the secretariat to look into. */
@Entity('concern')
export class Concern {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'text' }) kind: ConcernKind;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text', name: 'client_key', nullable: true }) clientKey: string | null;
  @Column({ type: 'timestamptz', name: 'raised_at' }) raisedAt: Date;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ type: 'uuid', name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true }) answeredAt: Date | null;
}
