import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { FrozenContent } from './core/frozen-content.js';
import { CURRENT_FILE } from './judged-content.queries.js';
import type { EntryState } from './core/entry-state.js';

/** What later rooms need of an entry. */
export interface EntryFacts {
  id: string;
  editionId: string;
  type: string;
  groupKey: string | null;
  discipline: string | null;
  title: string;
  state: EntryState;
  schoolId: string;
  countyId: string;
  prefectureId: string;
  entryNo: string | null;
  contentSha256: string | null;
}

/** Who stands behind an entry, for conflict checks and publication; never for a judge's eyes. */
export interface EntryMakers {
  entryId: string;
  schoolIds: string[];
  memberIds: string[];
  coachIds: string[];
}

/** A file of an entry as blind review may offer it. */
export interface JudgedMaterial {
  id: string;
  entryId: string;
  slot: string;
  fileId: string;
  kind: string;
}

const FACTS = `id, edition_id AS "editionId", type, group_key AS "groupKey", discipline, title, state, school_id AS "schoolId", county_id AS "countyId",
  prefecture_id AS "prefectureId", entry_no AS "entryNo", content_sha256 AS "contentSha256"`;

/** Set-based questions of judging and results about entries. They check no rights: the asking room does. */
@Injectable()
export class Entries {
  constructor(private readonly database: Database) {}

  byIds(ids: string[]): Promise<EntryFacts[]> {
    return this.database.query<EntryFacts>(`SELECT ${FACTS} FROM entry WHERE id = ANY ($1::uuid[]) ORDER BY id`, [ids]);
  }

  inStates(editionId: string, states: EntryState[]): Promise<EntryFacts[]> {
    return this.database.query<EntryFacts>(`SELECT ${FACTS} FROM entry WHERE edition_id = $1 AND state = ANY ($2::text[]) ORDER BY id`, [editionId, states]);
  }

  /** Schools, members and coaches of each entry: the school it was made for and those of its people. */
  makers(ids: string[]): Promise<EntryMakers[]> {
    return this.database.query<EntryMakers>(
      `SELECT e.id AS "entryId",
              ARRAY(SELECT DISTINCT s FROM (SELECT e.school_id AS s UNION SELECT p.school_id FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id
                    UNION SELECT p.school_id FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = e.id) AS schools WHERE s IS NOT NULL) AS "schoolIds",
              ARRAY(SELECT m.person_id FROM entry_member m WHERE m.entry_id = e.id ORDER BY m.position) AS "memberIds",
              ARRAY(SELECT c.person_id FROM entry_coach c WHERE c.entry_id = e.id ORDER BY c.position) AS "coachIds"
       FROM entry e WHERE e.id = ANY ($1::uuid[]) ORDER BY e.id`,
      [ids],
    );
  }

  /** The content as the prefecture recommended it, or undefined before. */
  async frozen(id: string): Promise<FrozenContent | undefined> {
    const row = await this.database.first<{ content: FrozenContent | null }>('SELECT frozen_content AS content FROM entry WHERE id = $1', [id]);
    return row?.content ?? undefined;
  }

  /** Current files of an entry in the given slots; the replacement where the office put one in a file's place. */
  materials(entryId: string, slots: string[]): Promise<JudgedMaterial[]> {
    return this.database.query<JudgedMaterial>(
      `SELECT m.id, m.entry_id AS "entryId", m.slot, ${CURRENT_FILE} AS "fileId", m.kind FROM material m WHERE m.entry_id = $1 AND m.slot = ANY ($2::text[]) AND m.ended_at IS NULL ORDER BY m.slot, m.number`,
      [entryId, slots],
    );
  }
}
