import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One reminder that went out; its mark makes it the only one of its kind. Without a judge: to the secretariat. */
@Entity('judging_reminder')
export class JudgingReminder {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'uuid', name: 'judge_id', nullable: true }) judgeId: string | null;
  @Column({ type: 'text' }) mark: string;
  @Column({ type: 'timestamptz', name: 'sent_at' }) sentAt: Date;
}
