import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { InterestKind, Relation } from '../core/judging-states.js';

/** An interest the judge declared: a school, an employer of the past, a relative or pupil by name. */
@Entity('judge_interest')
export class JudgeInterest {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'text' }) kind: InterestKind;
  @Column({ type: 'uuid', name: 'org_id', nullable: true }) orgId: string | null;
  @Column({ type: 'text', name: 'person_name', nullable: true }) personName: string | null;
  @Column({ type: 'int', name: 'from_year', nullable: true }) fromYear: number | null;
  @Column({ type: 'text', default: 'other' }) relation: Relation;
  /** Last year of a past employment; null: it lasts. */
  @Column({ type: 'int', name: 'until_year', nullable: true }) untilYear: number | null;
  @Column({ type: 'text' }) note: string;
  @Column({ type: 'timestamptz', name: 'declared_at' }) declaredAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
}
