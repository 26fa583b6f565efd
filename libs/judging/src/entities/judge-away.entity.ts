import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Days on which a judge cannot come, both included. */
@Entity('judge_away')
export class JudgeAway {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'date', name: 'from_day' }) fromDay: string;
  @Column({ type: 'date', name: 'to_day' }) toDay: string;
}
