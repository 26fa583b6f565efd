import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The custody of blindness: which entry hides behind which code of a stage. Everything else in judging knows only this row's id. */
@Entity('entry_code')
export class EntryCode {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'panel_id' }) panelId: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'timestamptz', name: 'issued_at' }) issuedAt: Date;
  /** Readers beyond the panel's number: the entry's place at the cut was open. */
  @Column({ type: 'int', name: 'extra_readers', default: 0 }) extraReaders: number;
}
