import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JudgeScreens } from '#libs/scoring';

/** The newest figures of every judge of a stage. */
@Entity('stage_screening')
export class StageScreening {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt: Date;
  @Column({ type: 'int' }) sheets: number;
  @Column({ type: 'jsonb' }) judges: JudgeScreens[];
}
