import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal, type Page } from '#libs/platform';
import type { EntryQuery, EntryRow as EntryListRow, OwnEntryRow } from './dto/entry.dto.js';
import { scopeOf } from './entry-scope.js';
import { EntrySearch } from './entry-search.service.js';

const SORTS = new Map([
  ['updatedAt', 'e.updated_at'], ['submittedAt', 'e.submitted_at'], ['title', 'e.title'], ['state', 'e.state'], ['school', 'school.name'], ['entryNo', 'e.entry_no'],
  ['schoolRank', 'e.school_rank'], ['countyRank', 'e.county_rank'], ['prefectureRank', 'e.prefecture_rank'], ['group', 'e.group_key'], ['discipline', 'e.discipline'],
]);

type StoredRow = Omit<EntryListRow, 'updatedAt' | 'submittedAt'> & { updatedAt: Date; submittedAt: Date | null };

const COLUMNS = `e.id, e.entry_no AS "entryNo", e.type, e.group_key AS "groupKey", e.discipline, e.title, e.state, e.school_id AS "schoolId", school.name AS "schoolName",
  e.county_id AS "countyId", county.name AS "countyName", e.prefecture_id AS "prefectureId", prefecture.name AS "prefectureName", e.school_rank AS "schoolRank",
  e.county_rank AS "countyRank", e.prefecture_rank AS "prefectureRank", e.version, e.updated_at AS "updatedAt", e.submitted_at AS "submittedAt",
  ARRAY(SELECT p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id ORDER BY m.position) AS members`;

/** `-title` as SQL; entries without a value come last. Refuses SORT_UNKNOWN. */
export function orderBy(sort: string | undefined): string {
  const wanted = sort ?? '-updatedAt';
  const column = SORTS.get(wanted.replace(/^-/, ''));
  if (!column) throw new Refusal('invalid', 'SORT_UNKNOWN', { sort: wanted });
  return `${column} ${wanted.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST, e.id`;
}

/** Lists of entries, inside the caller's scope. */
@Injectable()
export class EntryLists {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly search: EntrySearch) {}

  async list(actor: Actor, query: EntryQuery): Promise<Page<EntryListRow>> {
    if (query.q) await this.search.refresh();
    const scope = scopeOf(this.access, actor, query);
    const from = `FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE ${scope.sql}`;
    const total = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count ${from}`, scope.values);
    // The page is cut before names are looked up, so that a deep list costs what one page costs.
    const rows = await this.rows(
      `SELECT e.id ${from} ORDER BY ${orderBy(query.sort)} LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`, scope.values, query.sort,
    );
    return { rows, total: total?.count ?? 0, page: query.page, size: query.size };
  }

  /** How many rows an export would have. */
  async count(actor: Actor, query: EntryQuery): Promise<number> {
    if (query.q) await this.search.refresh();
    const scope = scopeOf(this.access, actor, query, 'entry.export');
    return (await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE ${scope.sql}`, scope.values))?.count ?? 0;
  }

  /** Up to `most` rows for an export. */
  async all(actor: Actor, query: EntryQuery, most: number): Promise<EntryListRow[]> {
    if (query.q) await this.search.refresh();
    const scope = scopeOf(this.access, actor, query, 'entry.export');
    return this.rows(`SELECT e.id FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE ${scope.sql} ORDER BY ${orderBy(query.sort)} LIMIT ${most}`, scope.values, query.sort);
  }

  /** The caller's own entries in every edition: begun or taken over, as a member or as a coach. */
  async mine(actor: Actor): Promise<OwnEntryRow[]> {
    const rows = await this.database.query<Omit<OwnEntryRow, 'updatedAt' | 'fixBy' | 'answerBy'> & { updatedAt: Date; fixBy: Date | null; answerBy: Date | null }>(
      `WITH own AS (
         SELECT id FROM entry WHERE created_by = $1 AND (keeper_id IS NULL OR keeper_id = $1)
         UNION SELECT id FROM entry WHERE keeper_id = $1
         UNION SELECT entry_id FROM entry_member WHERE person_id = $2
         UNION SELECT entry_id FROM entry_coach WHERE person_id = $2)
       SELECT e.id, e.edition_id AS "editionId", ed.name AS "editionName", e.type, e.title, e.state, s.name AS "schoolName",
              ARRAY(SELECT p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id ORDER BY m.position) AS members,
              e.return_reason AS "returnReason", e.fix_by AS "fixBy", e.updated_at AS "updatedAt",
              (SELECT max(sub.answer_by) FROM substitute sub WHERE sub.entry_id = e.id AND sub.state = 'called') AS "answerBy"
       FROM own JOIN entry e ON e.id = own.id JOIN edition ed ON ed.id = e.edition_id JOIN org_unit s ON s.id = e.school_id
       ORDER BY ed.year DESC, e.updated_at DESC LIMIT 1000`,
      [actor.accountId, actor.personId ?? null],
    );
    return rows.map((row) => ({ ...row, fixBy: row.fixBy?.toISOString() ?? null, answerBy: row.answerBy?.toISOString() ?? null, updatedAt: row.updatedAt.toISOString() }));
  }

  private async rows(ids: string, values: unknown[], sort: string | undefined): Promise<EntryListRow[]> {
    const rows = await this.database.query<StoredRow>(
      `SELECT ${COLUMNS} FROM (${ids}) AS page JOIN entry e ON e.id = page.id JOIN org_unit school ON school.id = e.school_id
       JOIN org_unit county ON county.id = e.county_id JOIN org_unit prefecture ON prefecture.id = e.prefecture_id ORDER BY ${orderBy(sort)}`,
      values,
    );
    return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString(), submittedAt: row.submittedAt?.toISOString() ?? null }));
  }
}
