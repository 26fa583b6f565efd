import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal } from '#libs/platform';
import { AccountQueries } from './account.queries.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { standsAbove } from './core/granting.js';
import { TWO_FACTOR_ROLES } from './core/roles.js';
import { Grants } from './grants.service.js';
import { SecurityPolicy } from './security-policy.service.js';

/** Who stands above an account, and whose account nobody may take over alone. */
@Injectable()
export class AccountStanding {
  constructor(
    private readonly accounts: Accounts,
    private readonly queries: AccountQueries,
    private readonly grants: Grants,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: SecurityPolicy,
  ) {}

  /** NOT_FOUND outside the scope, FORBIDDEN where the account holds a role that the actor could not take away. */
  async requireAbove(actor: Actor, id: string): Promise<void> {
    await this.queries.view(actor, id);
    if (id === actor.accountId || !standsAbove(actor.grants, await this.grants.openScopes(id))) throw new Refusal('forbidden', 'ACCOUNT_NOT_BELOW');
  }

  /**
   * Whether the account is in use (has a password) and sees other people's data or decides about it, or did within the waiting time of a
   * recovery: to take its roles, take it over and give them back is no way around the second person.
   */
  async isProtected(id: string): Promise<boolean> {
    const account = await this.accounts.find(id);
    if (!account?.passwordHash) return false;
    const { recoveryWaitHours } = await this.policy.view();
    const since = recoveryWaitHours === null ? null : new Date(this.clock.millis() - recoveryWaitHours * 3_600_000);
    const held = await this.database.first(
      `SELECT 1 FROM role_grant WHERE account_id = $1 AND role = ANY ($2::text[]) AND (state IN ('active', 'requested') OR (state = 'revoked' AND ($3::timestamptz IS NULL OR ended_at > $3))) LIMIT 1`,
      [id, TWO_FACTOR_ROLES, since],
    );
    return held !== undefined;
  }
}
