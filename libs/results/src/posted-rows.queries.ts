import { Injectable } from '@nestjs/common';
import type { PublicationRules } from '#libs/contests';
import { Database } from '#libs/platform';
import { shownName } from './core/shown-names.js';

/** A row of a list as the public will read it. The digest of a publication is taken over these, in order. */
export interface PostedRow {
  position: number;
  entryId: string;
  entryNo: string | null;
  type: string;
  group: string;
  discipline: string | null;
  title: string;
  members: string[];
  coaches: string[];
  school: string;
  prefecture: string;
  award: string;
  rank: number | null;
  total: string | null;
}

interface ListedEntry extends Omit<PostedRow, 'position' | 'members' | 'coaches'> {
  members: { name: string; birthDate: string | null; kind: string; refused: boolean }[];
  coaches: { name: string }[];
}

@Injectable()
export class PostedRows {
  constructor(private readonly database: Database) {}

  /** The winners of a proposal by type, group and rank; names masked as on the day of posting. Coaches are grown-ups in office and named. */
  async of(proposalId: string, names: PublicationRules['names'], at: Date): Promise<PostedRow[]> {
    const rows = await this.database.query<ListedEntry>(
      `SELECT e.id AS "entryId", e.entry_no AS "entryNo", e.type, e.group_key AS "group", e.discipline, e.title, school.name AS school, prefecture.name AS prefecture,
         r.award, r.rank, r.total,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', p.name, 'birthDate', p.birth_date, 'kind', p.kind,
            'refused', coalesce((SELECT c.decision <> 'granted' FROM consent c WHERE c.entry_id = e.id AND c.person_id = p.id ORDER BY c.sequence DESC LIMIT 1), false))
            ORDER BY m.position) FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id), '[]') AS members,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', p.name) ORDER BY c.position) FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = e.id), '[]') AS coaches
       FROM award_proposal_row r JOIN entry e ON e.id = r.entry_id JOIN org_unit school ON school.id = e.school_id JOIN org_unit prefecture ON prefecture.id = e.prefecture_id
       WHERE r.proposal_id = $1 AND r.award IS NOT NULL ORDER BY r.group_key, r.position`,
      [proposalId],
    );
    return rows.map((row, index) => ({
      position: index + 1,
      entryId: row.entryId,
      entryNo: row.entryNo,
      type: row.type,
      group: row.group,
      discipline: row.discipline,
      title: row.title,
      members: row.members.map((person) => (person.kind === 'student' ? shownName(person, names, at) : person.name)),
      coaches: row.coaches.map((person) => person.name),
      school: row.school,
      prefecture: row.prefecture,
      award: row.award,
      rank: row.rank,
      total: row.total,
    }));
  }

  /** The rows of a publication as they are stored now, in the same shape. */
  async stored(publicationId: string): Promise<PostedRow[]> {
    return this.database.query<PostedRow>(
      `SELECT position, entry_id AS "entryId", entry_no AS "entryNo", type, group_key AS "group", discipline, title, members, coaches, school, prefecture, award, rank, total
       FROM publication_row WHERE publication_id = $1 ORDER BY position`,
      [publicationId],
    );
  }
}
