import { Injectable } from '@nestjs/common';
import { Rulebooks, type Level } from '#libs/contests';
import { AccessService, type Actor, type Role } from '#libs/identity';
import { currentContext, Database, text } from '#libs/platform';
import type { CountBy, Dashboard, DayCount, StateCounts, UnitCount, UnitNotBegun } from './dto/chain.dto.js';
import type { EntryQuery } from './dto/entry.dto.js';
import { EntrySearch } from './entry-search.service.js';
import { forEdition, scopeOf, topPath, type Conditions } from './entry-scope.js';

const IN_TURN: { state: string; role: Role; level: Level }[] = [
  { state: 'submitted', role: 'school_admin', level: 'school' },
  { state: 'school_approved', role: 'county_admin', level: 'county' },
  { state: 'county_recommended', role: 'prefecture_admin', level: 'prefecture' },
  { state: 'prefecture_recommended', role: 'province_admin', level: 'province' },
];
const GONE_UP = `('county_recommended', 'prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed', 'not_shortlisted', 'absent')`;
const FROM = 'FROM entry e JOIN org_unit school ON school.id = e.school_id';

/** Figures for the workbench of a unit: what is where, what came in when, who has not begun. */
@Injectable()
export class RegistrationDashboards {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly rulebooks: Rulebooks, private readonly search: EntrySearch) {}

  /** Entries by state under the list's filters (the state filter aside). */
  async counts(actor: Actor, query: EntryQuery): Promise<StateCounts> {
    if (query.q) await this.search.refresh();
    const scope = scopeOf(this.access, actor, { ...query, state: undefined });
    const rows = await this.database.query<{ state: string; count: number }>(`SELECT e.state, count(*)::int AS count ${FROM} WHERE ${scope.sql} GROUP BY e.state`, scope.values);
    return { counts: Object.fromEntries(rows.map((row) => [row.state, row.count])), total: rows.reduce((sum, row) => sum + row.count, 0) };
  }

  async overview(actor: Actor, editionId: string): Promise<Dashboard> {
    const { document } = await this.rulebooks.of(editionId);
    const { language } = currentContext();
    const scope = scopeOf(this.access, actor, { editionId });
    const label = (list: { key: string; label: { zh: string; en: string } }[], key: string): string => list.find((one) => one.key === key)?.label[language] ?? key;
    const by = async (column: string, name: (key: string) => string): Promise<CountBy[]> =>
      (await this.database.query<{ key: string; count: number }>(`SELECT COALESCE(${column}, '') AS key, count(*)::int AS count ${FROM} WHERE ${scope.sql} GROUP BY 1 ORDER BY 2 DESC, 1`, scope.values)).map(
        (row) => ({ ...row, label: name(row.key) }),
      );
    const byState = await by('e.state', (key) => text(`entryStates.${key}`));
    return {
      total: byState.reduce((sum, row) => sum + row.count, 0),
      byState,
      byType: await by('e.type', (key) => label(document.types, key)),
      byGroup: await by('e.group_key', (key) => label(document.groups, key)),
      byUnit: await this.byUnit(actor, editionId, scope),
      byDay: await this.byDay(scope),
      waiting: await this.waiting(actor, editionId),
    };
  }

  /** Counties (or, for a county, schools) inside the caller's scope from which nothing has come yet, drafts included. */
  async notBegun(actor: Actor, editionId: string): Promise<UnitNotBegun[]> {
    const paths = this.access.orgPaths(forEdition(actor, editionId), 'entry.list');
    const kind = depth(topPath(paths)) >= 3 ? 'school' : 'county';
    const column = kind === 'school' ? 'school_id' : 'county_id';
    return this.database.query<UnitNotBegun>(
      `SELECT u.id AS "unitId", u.kind, u.name, parent.name AS "parentName" FROM org_unit u LEFT JOIN org_unit parent ON parent.id = u.parent_id
       WHERE u.kind = $1 AND u.status = 'active' AND u.path <@ ANY ($2::ltree[]) AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.edition_id = $3 AND e.${column} = u.id)
       ORDER BY u.path`,
      [kind, paths, editionId],
    );
  }

  /** Entries by the units right below the caller's, with the places these have. */
  private byUnit(actor: Actor, editionId: string, scope: Conditions): Promise<UnitCount[]> {
    const top = depth(topPath(this.access.orgPaths(forEdition(actor, editionId), 'entry.list')));
    const column = top <= 1 ? 'prefecture_id' : top === 2 ? 'county_id' : 'school_id';
    return this.database.query<UnitCount>(
      `SELECT u.id AS "unitId", u.name, n.entries, n.submitted, n.recommended, q.places, COALESCE(q.used, 0) AS used
       FROM (SELECT e.${column} AS unit_id, count(*)::int AS entries, count(*) FILTER (WHERE e.submitted_at IS NOT NULL)::int AS submitted,
                    count(*) FILTER (WHERE e.state IN ${GONE_UP})::int AS recommended ${FROM} WHERE ${scope.sql} GROUP BY 1) n
       JOIN org_unit u ON u.id = n.unit_id
       LEFT JOIN LATERAL (
         SELECT COALESCE(max(kind.places) FILTER (WHERE kind.key = '*'), sum(kind.places) FILTER (WHERE kind.key <> '*'))::int AS places, max(kind.used) FILTER (WHERE kind.key = '*') AS used
         FROM (SELECT split_part(entry_type, '/', 1) AS key, max(used) AS used,
                      COALESCE(max(places) FILTER (WHERE entry_type NOT LIKE '%/%'), sum(places) FILTER (WHERE entry_type LIKE '%/%')) AS places
               FROM quota WHERE edition_id = $1 AND unit_id = u.id AND level = u.kind GROUP BY 1) kind) q ON true
       ORDER BY n.entries DESC, u.path`,
      scope.values,
    );
  }

  /** New drafts, submissions and recommendations by the day in China. */
  private byDay(scope: Conditions): Promise<DayCount[]> {
    return this.database.query<DayCount>(
      `WITH seen AS (SELECT e.id, e.created_at ${FROM} WHERE ${scope.sql}),
            happened AS (SELECT created_at AS at, 'created' AS what FROM seen
                         UNION ALL SELECT d.decided_at, d.action FROM entry_decision d JOIN seen ON seen.id = d.entry_id WHERE d.action IN ('submit', 'recommendCounty', 'recommendPrefecture'))
       SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, count(*) FILTER (WHERE what = 'created')::int AS created,
              count(*) FILTER (WHERE what = 'submit')::int AS submitted, count(*) FILTER (WHERE what LIKE 'recommend%')::int AS recommended
       FROM happened GROUP BY 1 ORDER BY 1`,
      scope.values,
    );
  }

  /** Entries that wait for a decision of the caller. */
  private async waiting(actor: Actor, editionId: string): Promise<number> {
    const pathsOf = (role: Role): string[] => actor.grants.filter((grant) => grant.role === role).flatMap((grant) => grant.orgPath ?? []);
    const row = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count ${FROM} WHERE e.edition_id = $1 AND (
           ${IN_TURN.map((turn, index) => `(e.state = '${turn.state}' AND school.path <@ ANY ($${index + 2}::ltree[]))`).join(' OR ')}
           OR (e.state = 'school_approved' AND school.path <@ ANY ($4::ltree[])
               AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.org_unit_id = e.county_id AND g.role = 'county_admin' AND g.state = 'active')))`,
      [editionId, ...IN_TURN.map((turn) => pathsOf(turn.role))],
    );
    return row?.count ?? 0;
  }
}

const depth = (path: string): number => (path === '' ? 0 : path.split('.').length);
