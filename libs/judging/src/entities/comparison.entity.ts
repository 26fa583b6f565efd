import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Which of two entries a judge finds better; the newest version holds. Never changed. */
@Entity('comparison')
export class Comparison {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'uuid', name: 'first_code' }) firstCode: string;
  @Column({ type: 'uuid', name: 'second_code' }) secondCode: string;
  @Column({ type: 'text' }) answer: 'first' | 'second' | 'equal';
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text', name: 'client_key' }) clientKey: string;
  @Column({ type: 'timestamptz', name: 'answered_at' }) answeredAt: Date;
}
