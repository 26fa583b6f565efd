import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { Database } from '#libs/platform';

/** Accounts of those who make an entry: who keeps it, its members and its coaches. */
const MAKERS = `SELECT COALESCE(e.keeper_id, e.created_by) AS id FROM entry e WHERE e.id = $1
  UNION SELECT a.id FROM entry_member m JOIN account a ON a.person_id = m.person_id WHERE m.entry_id = $1
  UNION SELECT a.id FROM entry_coach c JOIN account a ON a.person_id = c.person_id WHERE c.entry_id = $1`;

/** Tells the people around an entry what happened to it; inside the transaction in which it happens. */
@Injectable()
export class EntryNotices {
  constructor(private readonly database: Database, private readonly notices: Notices) {}

  /** `step` makes the notice one of its kind: the same step of the same entry is told once. Answers how many people were told. */
  async tellMakers(entry: { id: string; title: string }, template: string, step: string, params: Record<string, string | number> = {}): Promise<number> {
    const accounts = await this.database.often<{ id: string }>(MAKERS, [entry.id]);
    return this.notices.send({
      to: accounts.map((account) => account.id), template, params: { title: entry.title, ...params }, link: `/entries/${entry.id}`, dedupeKey: `entry:${entry.id}:${template}:${step}`,
    });
  }

  /** Those who run the entry's school. */
  async tellSchool(entry: { id: string; title: string }, template: string, step: string): Promise<void> {
    const accounts = await this.database.query<{ id: string }>(
      `SELECT DISTINCT g.account_id AS id FROM entry e JOIN role_grant g ON g.org_unit_id = e.school_id AND g.role = 'school_admin' AND g.state = 'active' AND g.account_id <> e.created_by WHERE e.id = $1`,
      [entry.id],
    );
    await this.notices.send({
      to: accounts.map((account) => account.id), template, params: { title: entry.title }, link: `/entries/${entry.id}`, dedupeKey: `entry:${entry.id}:${template}:${step}:school`,
    });
  }

  /** The offices of the province, about something that needs a person there. */
  async tellProvince(entry: { id: string; title: string }, template: string, step: string): Promise<void> {
    const accounts = await this.database.query<{ id: string }>(
      `SELECT DISTINCT g.account_id AS id FROM entry e JOIN org_unit school ON school.id = e.school_id JOIN org_unit u ON school.path <@ u.path
       JOIN role_grant g ON g.org_unit_id = u.id AND g.role = 'province_admin' AND g.state = 'active' WHERE e.id = $1`,
      [entry.id],
    );
    await this.notices.send({
      to: accounts.map((account) => account.id), template, params: { title: entry.title }, link: `/entries/${entry.id}`, dedupeKey: `entry:${entry.id}:${template}:${step}`,
    });
  }

  /** How many people would be told about these entries. */
  async audience(ids: string[]): Promise<number> {
    const row = await this.database.first<{ count: number }>(
      `SELECT count(DISTINCT id)::int AS count FROM (
         SELECT COALESCE(e.keeper_id, e.created_by) AS id FROM entry e WHERE e.id = ANY ($1::uuid[])
         UNION ALL SELECT a.id FROM entry_member m JOIN account a ON a.person_id = m.person_id WHERE m.entry_id = ANY ($1::uuid[])
         UNION ALL SELECT a.id FROM entry_coach c JOIN account a ON a.person_id = c.person_id WHERE c.entry_id = ANY ($1::uuid[])) AS told`,
      [ids],
    );
    return row?.count ?? 0;
  }
}
