import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a panel was locked although an entry lacks a sheet. */
@Entity('panel_gap')
export class PanelGap {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @PrimaryColumn({ type: 'uuid', name: 'code_id' }) codeId: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid', name: 'explained_by' }) explainedBy: string;
  @Column({ type: 'timestamptz', name: 'explained_at' }) explainedAt: Date;
}
