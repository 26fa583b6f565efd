import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of a posted list exactly as the public sees it: names are masked before they are stored here. */
@Entity('publication_row')
export class PublicationRow {
  @PrimaryColumn({ type: 'uuid', name: 'publication_id' }) publicationId: string;
  @PrimaryColumn({ type: 'int' }) position: number;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', name: 'entry_no', nullable: true }) entryNo: string | null;
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text', name: 'group_key' }) groupKey: string;
  @Column({ type: 'text', nullable: true }) discipline: string | null;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'jsonb' }) members: string[];
  @Column({ type: 'jsonb' }) coaches: string[];
  @Column({ type: 'text' }) school: string;
  @Column({ type: 'text' }) prefecture: string;
  @Column({ type: 'text' }) award: string;
  @Column({ type: 'int', nullable: true }) rank: number | null;
  @Column({ type: 'text', nullable: true }) total: string | null;
}
