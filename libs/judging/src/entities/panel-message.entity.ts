import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A sentence of a panel about an entry, or about the panel's work as a whole. Never changed. */
@Entity('panel_message')
export class PanelMessage {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'uuid', name: 'code_id', nullable: true }) codeId: string | null;
  @Column({ type: 'text' }) kind: 'said' | 'conclusion';
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text', name: 'client_key' }) clientKey: string;
  @Column({ type: 'uuid', name: 'said_by' }) saidBy: string;
  @Column({ type: 'timestamptz', name: 'said_at' }) saidAt: Date;
}

/** The place of an entry in the order in which its panel talks. */
@Entity('panel_order')
export class PanelOrder {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @PrimaryColumn({ type: 'uuid', name: 'code_id' }) codeId: string;
  @Column({ type: 'int' }) position: number;
}
