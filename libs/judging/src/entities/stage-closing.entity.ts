import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The stage's judging is over: every panel is locked and stays so until the closing is taken back with a reason. */
@Entity('stage_closing')
export class StageClosing {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'uuid', name: 'closed_by' }) closedBy: string;
  @Column({ type: 'timestamptz', name: 'closed_at' }) closedAt: Date;
}
