import { Injectable } from '@nestjs/common';
import type { EntryTypeRules } from '#libs/contests';
import { Database } from '#libs/platform';
import type { EarlierWork, MemberFacts, PastPrize } from './core/entry-facts.js';
import type { MemberRow } from './entry-people.queries.js';
import { PastAwards } from './past-awards.js';

/** Most lines of one kind that a human is shown. */
const SHOWN = 5;

/** What the record says about an entry's people and about works like it. Each question is asked only where the rulebook wants the answer. */
@Injectable()
export class EntryHistoryFacts {
  constructor(private readonly database: Database, private readonly awards: PastAwards) {}

  /** By person. */
  async prizes(editionId: string, editionNumber: number, personIds: string[], rules: EntryTypeRules): Promise<Map<string, PastPrize[]>> {
    const found = new Map<string, PastPrize[]>();
    if (!rules.pastWinners) return found;
    for (const { personId, award, type, title, editionNumber: then } of await this.awards.before(editionId, personIds)) {
      found.set(personId, [...(found.get(personId) ?? []), { award, type, title, editionsAgo: editionNumber - then }]);
    }
    return found;
  }

  /** Other people of the same name with the same birth date, or of the same school where a birth date is unknown. By person. */
  async lookalikes(members: Pick<MemberRow, 'personId'>[], rules: EntryTypeRules): Promise<Map<string, MemberFacts['lookalikes']>> {
    const found = new Map<string, MemberFacts['lookalikes']>();
    if (members.length === 0 || rules.team.lookalikes === 'ignore') return found;
    const rows = await this.database.often<{ personId: string; name: string; schoolName: string; birthDate: string | null }>(
      `SELECT p.id AS "personId", o.name, COALESCE(s.name, '') AS "schoolName", o.birth_date::text AS "birthDate"
       FROM person p JOIN person o ON o.name = p.name AND o.kind = p.kind AND o.id <> p.id
         AND (o.birth_date = p.birth_date OR (o.school_id = p.school_id AND (o.birth_date IS NULL OR p.birth_date IS NULL)))
       LEFT JOIN org_unit s ON s.id = o.school_id WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id, s.name, o.id LIMIT ${SHOWN * 10}`,
      [members.map((member) => member.personId)],
    );
    for (const { personId, ...other } of rows) found.set(personId, [...(found.get(personId) ?? []), other].slice(0, SHOWN));
    return found;
  }

  /** Other records that claim the same document as a member does, or own it. By person. */
  async contested(members: Pick<MemberRow, 'personId'>[]): Promise<Map<string, MemberFacts['contested']>> {
    const found = new Map<string, MemberFacts['contested']>();
    if (members.length === 0) return found;
    const rows = await this.database.often<{ personId: string; name: string; schoolName: string }>(
      `SELECT p.id AS "personId", o.name, COALESCE(s.name, '') AS "schoolName" FROM (
         SELECT id, id_contested_with AS other FROM person WHERE id = ANY ($1::uuid[]) AND id_contested_with IS NOT NULL
         UNION ALL SELECT id_contested_with, id FROM person WHERE id_contested_with = ANY ($1::uuid[])) AS p
       JOIN person o ON o.id = p.other LEFT JOIN org_unit s ON s.id = o.school_id ORDER BY p.id, s.name, o.id LIMIT ${SHOWN * 10}`,
      [members.map((member) => member.personId)],
    );
    for (const { personId, ...other } of rows) found.set(personId, [...(found.get(personId) ?? []), other].slice(0, SHOWN));
    return found;
  }

  /** Works handed in before, in this and earlier editions, with the same title or one of the same files. A withdrawn one is none. */
  async earlierWorks(entry: { id: string; editionId: string; title: string }, rules: EntryTypeRules): Promise<EarlierWork[]> {
    if (!rules.earlierWorks) return [];
    const titles = await this.database.often<EarlierWork>(
      `WITH me AS (SELECT e.id, ed.contest_id, ed.number, e.edition_id FROM entry e JOIN edition ed ON ed.id = e.edition_id WHERE e.id = $1),
            alike AS (
              SELECT o.id, o.title, COALESCE(o.entry_no, '') AS "entryNo", ed.name AS edition, o.edition_id = me.edition_id AS here,
                     EXISTS (SELECT 1 FROM entry_member m JOIN entry_member mine ON mine.person_id = m.person_id AND mine.entry_id = me.id WHERE m.entry_id = o.id) AS own
              FROM me JOIN edition ed ON ed.contest_id = me.contest_id AND ed.number <= me.number JOIN entry o ON o.edition_id = ed.id
              WHERE o.id <> me.id AND o.submitted_at IS NOT NULL AND o.state <> 'withdrawn' AND entry_title_key($2) <> '' AND entry_title_key(o.title) = entry_title_key($2)
              ORDER BY ed.number DESC, o.entry_no LIMIT ${SHOWN})
       SELECT CASE WHEN own AND NOT here THEN 'ownTitle' ELSE 'anyTitle' END AS like, title, "entryNo", edition FROM alike`,
      [entry.id, entry.title],
    );
    const files = await this.database.often<EarlierWork>(
      `SELECT DISTINCT ON (mine.slot, o.id) 'sameFile' AS like, o.title, COALESCE(o.entry_no, '') AS "entryNo", ed.name AS edition, mine.slot
       FROM material mine JOIN material f ON f.sha256 = mine.sha256 AND f.entry_id <> mine.entry_id AND f.ended_at IS NULL
       JOIN entry o ON o.id = f.entry_id AND o.submitted_at IS NOT NULL AND o.state <> 'withdrawn' JOIN edition ed ON ed.id = o.edition_id
       WHERE mine.entry_id = $1 AND mine.ended_at IS NULL LIMIT ${SHOWN}`,
      [entry.id],
    );
    return [...titles, ...files];
  }
}
