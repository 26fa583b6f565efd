import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { searchWords } from './core/search-words.js';

const AT_ONCE = 500;

/** Keeps the words that entries are found by. */
@Injectable()
export class EntrySearch {
  constructor(private readonly database: Database) {}

  /** Makes the words of what has changed anew; called before a search. Rows another request works on at this moment are left to it. */
  async refresh(): Promise<void> {
    while ((await this.refreshSome()) === AT_ONCE);
  }

  private refreshSome(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; texts: string[] }>(
        `WITH stale AS (SELECT entry_id FROM entry_search WHERE stale LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
         SELECT e.id, ARRAY[e.title, COALESCE(e.entry_no, ''), school.name]
           || ARRAY(SELECT p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id ORDER BY m.position)
           || ARRAY(SELECT p.name FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = e.id ORDER BY c.position) AS texts
         FROM stale JOIN entry e ON e.id = stale.entry_id JOIN org_unit school ON school.id = e.school_id`,
      );
      if (rows.length > 0) {
        await this.database.query(
          `UPDATE entry_search s SET han = w.han, latin = w.latin, stale = false FROM jsonb_to_recordset($1) AS w (id uuid, han text, latin text) WHERE s.entry_id = w.id`,
          [JSON.stringify(rows.map((row) => ({ id: row.id, ...searchWords(row.texts) })))],
        );
      }
      return rows.length;
    });
  }
}
