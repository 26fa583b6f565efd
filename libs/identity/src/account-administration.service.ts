import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Database, Refusal } from '#libs/platform';
import { AccountLetters } from './account-letters.service.js';
import { AccountStanding } from './account-standing.service.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { LINK_LIFE_MS } from './core/session-policy.js';
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
    private readonly standing: AccountStanding,
    private readonly letters: AccountLetters,
    private readonly secondFactor: SecondFactor,
    private readonly throttles: LoginThrottles,
    private readonly sessions: Sessions,
    private readonly links: SingleUseLinks,
    private readonly onboarding: Onboarding,
    private readonly audit: Audit,
  ) {}

  /** Closes an account and ends its sessions. */
  async disable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.standing.requireAbove(actor, id);
    await this.accounts.setStatus(id, 'disabled', reason);
  }

  async enable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.standing.requireAbove(actor, id);
    await this.accounts.setStatus(id, 'active', reason);
  }

  /** Ends a lock-out at once; audited. */
  async unlock(actor: Actor, id: string): Promise<void> {
    await this.standing.requireAbove(actor, id);
    await this.database.transaction(async () => {
      await this.throttles.forgetAccount(id);
      await this.audit.record({ action: 'account.unlocked', subject: { type: 'account', id } });
    });
  }

  /** Takes the second factor of somebody who lost the device, and ends the sessions. RECOVERY_NEEDED where two people must agree. */
  async resetSecondFactor(actor: Actor, id: string): Promise<void> {
    await this.standing.requireAbove(actor, id);
    await this.refuseProtected(id);
    await this.database.transaction(async () => {
      await this.secondFactor.reset(id);
      await this.sessions.endAll(id);
      await this.letters.helped(id, 'second_factor', actor.name);
    });
  }

  /** A new link for an invitation that was lost, or to reset a password without e-mail; then the owner is told. RECOVERY_NEEDED where two people must agree. */
  async newLink(actor: Actor, id: string): Promise<IssuedLink> {
    await this.standing.requireAbove(actor, id);
    const account = await this.accounts.find(id);
    await this.refuseProtected(id);
    if (account?.passwordHash) {
      return this.database.transaction(async () => {
        await this.letters.helped(id, 'password', actor.name);
        return this.onboarding.resetLink(id);
      });
    }
    return this.database.transaction(async () => {
      await this.audit.record({ action: 'account.invited_again', subject: { type: 'account', id } });
      return this.links.issue({ purpose: 'invitation', subjectId: id, lifeMs: LINK_LIFE_MS.invitation });
    });
  }

  private async refuseProtected(id: string): Promise<void> {
    if (await this.standing.isProtected(id)) throw new Refusal('conflict', 'RECOVERY_NEEDED');
  }
}
