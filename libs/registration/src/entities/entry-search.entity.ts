import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an entry is found by, see core/search-words.ts. */
@Entity({ name: 'entry_search' })
export class EntrySearchRow {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', default: '' }) han: string;
  @Column({ type: 'text', default: '' }) latin: string;
  /** A name has changed since; to be made anew before the next search. */
  @Column({ type: 'boolean', default: true }) stale: boolean;
}
