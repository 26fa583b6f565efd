import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Actor } from './actor.js';
import { writingGrants, type Grant } from './core/access-decision.js';
import type { Role } from './core/roles.js';

/** Who an account is now, for work that goes on after its request: with the rights it has by then, none of them read-only. */
@Injectable()
export class Actors {
  constructor(private readonly database: Database) {}

  /** Undefined when the account is gone or disabled. */
  async of(accountId: string): Promise<Actor | undefined> {
    const row = await this.database.first<{ personId: string | null; name: string }>(
      `SELECT a.person_id AS "personId", coalesce(p.name, a.name) AS name FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = $1 AND a.status = 'active'`,
      [accountId],
    );
    if (!row) return undefined;
    const grants = await this.database.query<{ role: Role; orgId: string | null; orgPath: string | null; editionId: string | null; panelId: string | null }>(
      `SELECT g.role, g.org_unit_id AS "orgId", o.path::text AS "orgPath", g.edition_id AS "editionId", g.panel_id AS "panelId"
       FROM role_grant g LEFT JOIN org_unit o ON o.id = g.org_unit_id WHERE g.account_id = $1 AND g.state = 'active' ORDER BY g.created_at, g.id`,
      [accountId],
    );
    const known = (grant: (typeof grants)[number]): Grant => ({
      role: grant.role, ...(grant.orgId && { orgId: grant.orgId }), ...(grant.orgPath && { orgPath: grant.orgPath }), ...(grant.editionId && { editionId: grant.editionId }),
      ...(grant.panelId && { panelId: grant.panelId }),
    });
    return { accountId, ...(row.personId !== null && { personId: row.personId }), name: row.name, grants: writingGrants(grants.map(known)), sessionId: '' };
  }
}
