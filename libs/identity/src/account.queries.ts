import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Notices } from '#libs/notices';
import { Clock, Database, likePattern, Refusal, type Page } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { mayAnywhere } from './core/access-decision.js';
import { maskEmail, maskPhone } from './core/masks.js';
import { PERMISSIONS, roleMay, type Permission } from './core/permissions.js';
import { TWO_FACTOR_ROLES } from './core/roles.js';
import type { AccountRowView, AccountsQuery, GrantView, SessionAccount } from './dto/account.dto.js';

const GRANTS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'state', g.state, 'orgUnitId', g.org_unit_id, 'orgUnit', u.name,
    'editionId', g.edition_id, 'panelId', g.panel_id, 'decisionReason', g.decision_reason, 'createdAt', g.created_at) ORDER BY g.created_at, g.id)
  FROM role_grant g LEFT JOIN org_unit u ON u.id = g.org_unit_id WHERE g.account_id = a.id AND g.state = ANY ($1)), '[]') AS grants`;

interface OwnRow extends Omit<SessionAccount, 'mustEnrolSecondFactor' | 'permissions'> {
  grants: GrantView[];
}

/** Accounts as others in the scope may see them, and one's own as the web app needs it. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  get now(): Date {
    return this.clock.now();
  }

  /** One's own account with roles (also those asked for and refused) and what they allow. */
  async own(actor: Actor, mustEnrolSecondFactor: boolean): Promise<SessionAccount> {
    const row = await this.database.first<OwnRow>(
      `SELECT a.id, coalesce(p.name, a.name) AS name, a.login_name AS "loginName", a.email, CASE WHEN a.email IS NULL THEN 'none' WHEN NOT $3::boolean THEN 'mailOff' WHEN a.email_verified_at IS NULL THEN 'unverified' ELSE 'verified' END AS "emailState", a.phone, a.language, a.person_id AS "personId",
              a.totp_confirmed_at IS NOT NULL AS "secondFactor", ${GRANTS}
       FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = $2`,
      [['active', 'requested', 'refused'], actor.accountId, this.notices.sendsEmail],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayAnywhere(actor.grants, permission));
    return { ...row, mustEnrolSecondFactor, permissions };
  }

  /** Accounts with a role, or a person, in the caller's scope; logins are masked. */
  async list(actor: Actor, query: AccountsQuery): Promise<Page<AccountRowView>> {
    const { sql, given } = this.inScope(actor);
    const where = `${sql}
      AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role = $4 AND g.state = ANY ($1)))
      AND ($5::text IS NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.state = $5))
      AND ($6::uuid IS NULL OR EXISTS (SELECT 1 FROM role_grant g JOIN org_unit u ON u.id = g.org_unit_id
            WHERE g.account_id = a.id AND g.state = ANY ($1) AND u.path <@ (SELECT path FROM org_unit WHERE id = $6)))
      AND ($7::text IS NULL OR a.name ILIKE $7 OR p.name ILIKE $7 OR a.login_name ILIKE $7)`;
    const all = [...given, query.role ?? null, query.state ?? null, query.unitId ?? null, likePattern(query.q)];
    const rows = await this.database.query<AccountRowView>(
      `${this.select} ${where} ORDER BY ${query.sort === 'name' ? 'coalesce(p.name, a.name)' : 'a.created_at DESC'}, a.id LIMIT $8 OFFSET $9`, [...all, query.size, (query.page - 1) * query.size],
    );
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM account a LEFT JOIN person p ON p.id = a.person_id ${where}`, all);
    return { rows: rows.map(masked), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  /** One account in the caller's scope. Audited like a look at the person. */
  async view(actor: Actor, id: string): Promise<AccountRowView> {
    const { sql, given } = this.inScope(actor);
    const row = await this.database.first<AccountRowView>(`${this.select} ${sql} AND a.id = $4`, [...given, id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    await this.audit.record({ action: 'account.viewed', subject: { type: 'account', id } });
    return masked(row);
  }

  /** Right by the same measure as AccountStanding.isProtected. */
  private get select(): string {
    return `SELECT a.id, coalesce(p.name, a.name) AS name, a.login_name AS "loginName", a.email, a.phone, a.person_id AS "personId", a.created_at AS "createdAt",
      CASE WHEN a.status = 'disabled' THEN 'disabled' WHEN a.password_hash IS NULL THEN 'invited' ELSE 'active' END AS status,
      a.totp_confirmed_at IS NOT NULL AS "secondFactor",
      a.password_hash IS NOT NULL AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role IN (${TWO_FACTOR_ROLES.map((role) => `'${role}'`).join(', ')})
        AND (g.state IN ('active', 'requested') OR (g.state = 'revoked' AND (SELECT policy.recovery_wait_hours IS NULL OR g.ended_at > '${this.clock.now().toISOString()}'::timestamptz - make_interval(hours => policy.recovery_wait_hours) FROM security_policy policy)))) AS "recoveryNeeded", ${GRANTS}
    FROM account a LEFT JOIN person p ON p.id = a.person_id`;
  }

  /** A jury's secretariat looks for judges and has nothing to do with anybody else's account. */
  private judgesOnly(actor: Actor): boolean {
    return actor.grants.filter((grant) => roleMay(grant.role, 'account.list')).every((grant) => grant.role === 'secretariat');
  }

  /** $1 states of grants that show, $2 subtrees, $3 whether the scope is the whole province. */
  private inScope(actor: Actor): { sql: string; given: unknown[] } {
    const paths = this.access.orgPaths(actor, 'account.list');
    return {
      sql: `WHERE ($3 OR EXISTS (SELECT 1 FROM role_grant g JOIN org_unit u ON u.id = g.org_unit_id WHERE g.account_id = a.id AND g.state = ANY ($1) AND u.path <@ ANY ($2::ltree[]))
              OR EXISTS (SELECT 1 FROM org_unit u WHERE u.id = p.school_id AND u.path <@ ANY ($2::ltree[])))
            ${this.judgesOnly(actor) ? `AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role IN ('judge', 'secretariat') AND g.state = ANY ($1))` : ''}`,
      given: [['active', 'requested'], paths, paths.some((path) => !path.includes('.'))],
    };
  }
}

function masked(row: AccountRowView): AccountRowView {
  return { ...row, email: row.email === null ? null : maskEmail(row.email), phone: row.phone === null ? null : maskPhone(row.phone) };
}
