import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a table said about an entry when it was last taken over, so that the next upload can tell its own changes from those made on the page. */
@Entity({ name: 'imported_entry' })
export class ImportedEntry {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'uuid', name: 'school_id' }) schoolId: string;
  @Column({ type: 'text' }) type: string;
  /** The natural key of the row. */
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'jsonb', name: 'taken_values' }) takenValues: Record<string, unknown>;
  @Column({ type: 'timestamptz', name: 'taken_at' }) takenAt: Date;
}
