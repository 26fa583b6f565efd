import { Injectable } from '@nestjs/common';
import { Refusal } from '#libs/platform';
import { AccountQueries } from './account.queries.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { standsAbove } from './core/granting.js';
import { TWO_FACTOR_ROLES } from './core/roles.js';
import { Grants } from './grants.service.js';

/** Who stands above an account, and whose account nobody may take over alone. */
@Injectable()
export class AccountStanding {
  constructor(
    private readonly accounts: Accounts,
    private readonly queries: AccountQueries,
    private readonly grants: Grants,
  ) {}

  /** NOT_FOUND outside the scope, FORBIDDEN where the account holds a role that the actor could not take away. */
  async requireAbove(actor: Actor, id: string): Promise<void> {
    await this.queries.view(actor, id);
    if (id === actor.accountId || !standsAbove(actor.grants, await this.grants.openScopes(id))) throw new Refusal('forbidden', 'ACCOUNT_NOT_BELOW');
  }

  /** Whether the account is in use (has a password) and sees other people's data or decides about it. */
  async isProtected(id: string): Promise<boolean> {
    const account = await this.accounts.find(id);
    if (!account?.passwordHash) return false;
    return (await this.grants.openScopes(id)).some((scope) => TWO_FACTOR_ROLES.includes(scope.role));
  }
}
