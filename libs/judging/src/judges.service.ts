import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, violatedConstraint, type Page, type Problem } from '#libs/platform';
import type { AwayDays, InterestInput, InterestView, JudgeProfileInput, JudgeQuery, JudgeRow, JudgeView } from './dto/judge.dto.js';
import { inReach } from './judging-scope.js';

const VIEW = `j.id, a.id AS "accountId", a.name, j.employer_org_id AS "employerOrgId", coalesce(j.employer, '') AS employer, coalesce(j.post, '') AS post,
  j.prefecture_id AS "prefectureId", prefecture.name AS prefecture, coalesce(j.fields, '{}') AS fields, j.load_wish AS "loadWish", coalesce(j.employer, '') <> '' AS complete,
  coalesce((SELECT jsonb_agg(jsonb_build_object('from', d.from_day, 'to', d.to_day) ORDER BY d.from_day, d.to_day) FROM judge_away d WHERE d.judge_id = j.id), '[]') AS away`;
/** Other addresses stay between the judge and the search for conflicts. */
const ALIASES = `coalesce((SELECT array_agg(x.value ORDER BY x.kind, x.value) FROM judge_alias x WHERE x.judge_id = j.id), '{}') AS aliases`;
const FROM = 'FROM account a JOIN judge j ON j.account_id = a.id LEFT JOIN org_unit prefecture ON prefecture.id = j.prefecture_id';
const INTEREST = `i.id, i.kind, i.org_id AS "orgId", o.name AS "orgName", i.person_name AS "personName", i.from_year AS "fromYear", i.relation, i.until_year AS "untilYear", i.note, i.declared_at AS "declaredAt"
  FROM judge_interest i LEFT JOIN org_unit o ON o.id = i.org_id`;

/** Judges' profiles and declared interests. */
@Injectable()
export class Judges {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The judge behind the account; made at the first call, since the role alone makes one a judge. */
  async idOf(accountId: string): Promise<string> {
    const known = await this.database.first<{ id: string }>('SELECT id FROM judge WHERE account_id = $1', [accountId]);
    if (known) return known.id;
    const made = await this.database.first<{ id: string }>(
      `INSERT INTO judge (account_id, person_id, employer, post, fields, created_at, updated_at)
       SELECT a.id, a.person_id, '', '', '{}', $2, $2 FROM account a WHERE a.id = $1
         AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role = 'judge' AND g.state = 'active')
       ON CONFLICT (account_id) DO UPDATE SET updated_at = judge.updated_at RETURNING id`,
      [accountId, this.clock.now()],
    );
    if (!made) throw new Refusal('unprocessable', 'NOT_A_JUDGE');
    return made.id;
  }

  async own(actor: Actor): Promise<JudgeView> {
    return this.view(await this.idOf(actor.accountId));
  }

  async saveOwn(actor: Actor, input: JudgeProfileInput): Promise<JudgeView> {
    return this.save(actor.accountId, input);
  }

  /** The secretariat fills a profile in for a judge. */
  async saveFor(actor: Actor, accountId: string, input: JudgeProfileInput): Promise<JudgeView> {
    this.access.within(actor, 'judging.manage', {});
    return { ...(await this.save(accountId, input)), aliases: [] };
  }

  async list(actor: Actor, query: JudgeQuery): Promise<Page<JudgeRow>> {
    this.access.within(actor, 'judging.read', {});
    const from = `FROM account a LEFT JOIN judge j ON j.account_id = a.id LEFT JOIN org_unit prefecture ON prefecture.id = j.prefecture_id`;
    const where = `EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role = 'judge' AND g.state = 'active') AND a.status = 'active'
      AND ($1::text IS NULL OR a.name ILIKE $1 OR j.employer ILIKE $1) AND ($2::text IS NULL OR $2 = ANY(j.fields)) AND ${inReach('j.prefecture_id', 3)}`;
    const values = [query.q ? `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null, query.field ?? null, this.access.orgPaths(actor, 'judging.read')];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from} WHERE ${where}`, values);
    const rows = await this.database.query<JudgeRow>(
      `SELECT ${VIEW.replace('j.id,', "coalesce(j.id, a.id) AS id,")}, '{}'::text[] AS aliases,
         (SELECT count(*)::int FROM panel_judge s WHERE s.judge_id = j.id AND s.state = 'accepted') AS panels,
         (SELECT count(*)::int FROM assignment s WHERE s.judge_id = j.id AND s.state = 'assigned') AS load
       ${from} WHERE ${where} ORDER BY a.name, a.id LIMIT $4 OFFSET $5`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    return { rows, total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  async ownInterests(actor: Actor): Promise<InterestView[]> {
    const judgeId = await this.idOf(actor.accountId);
    const rows = await this.database.query<Omit<InterestView, 'declaredAt'> & { declaredAt: Date }>(`SELECT ${INTEREST} WHERE i.judge_id = $1 AND i.ended_at IS NULL ORDER BY i.declared_at, i.id`, [judgeId]);
    return rows.map(interestView);
  }

  /** A declared interest counts at the next search for conflicts, which every assignment begins with. */
  async declareInterest(actor: Actor, input: InterestInput): Promise<InterestView> {
    const person = input.kind === 'person';
    if (input.fromYear !== undefined && input.untilYear !== undefined && input.fromYear > input.untilYear) throw new Refusal('unprocessable', 'YEARS_REVERSED', {}, [{ code: 'YEARS_REVERSED', path: 'untilYear' }]);
    if (person ? !input.personName?.trim() : !input.orgId) throw new Refusal('unprocessable', 'INTEREST_NEEDS_OBJECT', {}, [{ code: 'INTEREST_NEEDS_OBJECT', path: person ? 'personName' : 'orgId' }]);
    return this.database.transaction(async () => {
      const judgeId = await this.idOf(actor.accountId);
      const made = await this.database
        .first<{ id: string }>(
          `INSERT INTO judge_interest (judge_id, kind, org_id, person_name, from_year, until_year, relation, note, declared_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
          [
            judgeId, input.kind, person ? null : input.orgId, person ? input.personName?.trim() : null, input.fromYear ?? null, input.untilYear ?? null,
            person ? (input.relation ?? 'other') : 'other', input.note, this.clock.now(),
          ],
        )
        .catch(refuseUnknownOrg('orgId'));
      const id = made?.id ?? '';
      await this.audit.record({ action: 'judge.interestDeclared', subject: { type: 'judge', id: judgeId }, after: { interestId: id, kind: input.kind } });
      const row = await this.database.first<Omit<InterestView, 'declaredAt'> & { declaredAt: Date }>(`SELECT ${INTEREST} WHERE i.id = $1`, [id]);
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      return interestView(row);
    });
  }

  async endInterest(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const judgeId = await this.idOf(actor.accountId);
      const ended = await this.database.query('UPDATE judge_interest SET ended_at = $3 WHERE id = $1 AND judge_id = $2 AND ended_at IS NULL RETURNING id', [id, judgeId, this.clock.now()]);
      if (ended.length === 0) throw new Refusal('missing', 'NOT_FOUND');
      await this.audit.record({ action: 'judge.interestEnded', subject: { type: 'judge', id: judgeId }, after: { interestId: id } });
    });
  }

  private async save(accountId: string, input: JudgeProfileInput): Promise<JudgeView> {
    refuseIfAny([...aliasProblems(input.aliases ?? []), ...awayProblems(input.away ?? [])]);
    return this.database.transaction(async () => {
      const id = await this.idOf(accountId);
      await this.database
        .query('UPDATE judge SET employer_org_id = $2, employer = $3, post = $4, prefecture_id = $5, fields = $6, load_wish = $7, updated_at = $8 WHERE id = $1', [
          id, input.employerOrgId, input.employer.trim(), input.post.trim(), input.prefectureId, input.fields, input.loadWish, this.clock.now(),
        ])
        .catch(refuseUnknownOrg('employerOrgId'));
      if (input.aliases) await this.saveAliases(id, input.aliases);
      if (input.away) {
        await this.database.query('DELETE FROM judge_away WHERE judge_id = $1', [id]);
        await this.database.query(
          `INSERT INTO judge_away (judge_id, from_day, to_day) SELECT DISTINCT $1::uuid, r."from", r."to" FROM jsonb_to_recordset($2::jsonb) AS r ("from" date, "to" date)`,
          [id, JSON.stringify(input.away)],
        );
      }
      await this.audit.record({ action: 'judge.profileSaved', subject: { type: 'judge', id }, after: { employerOrgId: input.employerOrgId, prefectureId: input.prefectureId, fields: input.fields } });
      return this.view(id);
    });
  }

  private async saveAliases(judgeId: string, aliases: readonly string[]): Promise<void> {
    const rows = aliases.map((alias) => ({ kind: alias.includes('@') ? 'email' : 'phone', value: alias.includes('@') ? alias.trim().toLowerCase() : alias.replace(/\D/g, '') }));
    await this.database.query(`DELETE FROM judge_alias WHERE judge_id = $1 AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS r (kind text, value text) WHERE r.kind = judge_alias.kind AND r.value = judge_alias.value)`, [
      judgeId, JSON.stringify(rows),
    ]);
    await this.database.query(
      `INSERT INTO judge_alias (judge_id, kind, value, added_at) SELECT $1, r.kind, r.value, $3 FROM jsonb_to_recordset($2::jsonb) AS r (kind text, value text) ON CONFLICT DO NOTHING`,
      [judgeId, JSON.stringify(rows), this.clock.now()],
    );
  }

  private async view(id: string): Promise<JudgeView> {
    const row = await this.database.first<JudgeView>(`SELECT ${VIEW}, ${ALIASES} ${FROM} WHERE j.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }
}

const interestView = (row: Omit<InterestView, 'declaredAt'> & { declaredAt: Date }): InterestView => ({ ...row, declaredAt: row.declaredAt.toISOString() });

const refuseUnknownOrg = (path: string) => (error: unknown): never => {
  if (/_fkey$/.test(violatedConstraint(error) ?? '')) throw new Refusal('unprocessable', 'ORG_UNKNOWN', {}, [{ code: 'ORG_UNKNOWN', path }]);
  throw error;
};

const aliasProblems = (aliases: readonly string[]): Problem[] =>
  aliases.flatMap((alias, index) => (/^\S+@\S+\.\S+$/.test(alias.trim()) || /^\+?[\d\s-]{7,20}$/.test(alias.trim()) ? [] : [{ code: 'ALIAS_UNREADABLE', path: `aliases[${index}]` }]));

const awayProblems = (away: readonly AwayDays[]): Problem[] =>
  away.flatMap((days, index) => (days.from <= days.to ? [] : [{ code: 'DAYS_REVERSED', path: `away[${index}].to` }]));
