import { Injectable } from '@nestjs/common';
import { Database, Refusal } from '#libs/platform';
import { AccountQueries } from './account.queries.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { standsAbove } from './core/granting.js';
import { LINK_LIFE_MS } from './core/session-policy.js';
import { Grants } from './grants.service.js';
import { LoginThrottles } from './login-throttle.service.js';
import { Onboarding } from './onboarding.service.js';
import { SecondFactor } from './second-factor.service.js';
import { Sessions } from './sessions.service.js';
import { SingleUseLinks, type IssuedLink } from './single-use-links.service.js';

/** What an administrator does with the accounts below. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly queries: AccountQueries,
    private readonly grants: Grants,
    private readonly secondFactor: SecondFactor,
    private readonly throttles: LoginThrottles,
    private readonly sessions: Sessions,
    private readonly links: SingleUseLinks,
    private readonly onboarding: Onboarding,
  ) {}

  /** Closes an account and ends its sessions. */
  async disable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.requireAbove(actor, id);
    await this.accounts.setStatus(id, 'disabled', reason);
  }

  async enable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.requireAbove(actor, id);
    await this.accounts.setStatus(id, 'active', reason);
  }

  /** Ends a lock-out at once. */
  async unlock(actor: Actor, id: string): Promise<void> {
    await this.requireAbove(actor, id);
    await this.throttles.succeeded(`account:${id}`);
    await this.throttles.succeeded(`confirm:${id}`);
  }

  /** Takes the second factor of somebody who lost the device, and ends the sessions. */
  async resetSecondFactor(actor: Actor, id: string): Promise<void> {
    await this.requireAbove(actor, id);
    await this.database.transaction(async () => {
      await this.secondFactor.reset(id);
      await this.sessions.endAll(id);
    });
  }

  /** A new link for an invitation that was lost, or to reset a password without e-mail. */
  async newLink(actor: Actor, id: string): Promise<IssuedLink> {
    await this.requireAbove(actor, id);
    const account = await this.accounts.find(id);
    if (account?.passwordHash) return this.onboarding.resetLink(id);
    return this.links.issue({ purpose: 'invitation', subjectId: id, lifeMs: LINK_LIFE_MS.invitation });
  }

  /** NOT_FOUND outside the scope, FORBIDDEN where the account holds a role that the actor could not take away. */
  private async requireAbove(actor: Actor, id: string): Promise<void> {
    await this.queries.view(actor, id);
    if (id === actor.accountId || !standsAbove(actor.grants, await this.grants.openScopes(id))) throw new Refusal('forbidden', 'ACCOUNT_NOT_BELOW');
  }
}
