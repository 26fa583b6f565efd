import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Another address or telephone of a judge, to recognise the same person in an entry. */
@Entity('judge_alias')
export class JudgeAlias {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'text' }) kind: 'email' | 'phone';
  @Column({ type: 'text' }) value: string;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
}
