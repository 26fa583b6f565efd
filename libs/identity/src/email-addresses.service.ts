import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal } from '#libs/platform';
import { AccountLetters } from './account-letters.service.js';
import { Accounts } from './accounts.service.js';
import { VERIFICATIONS_ASKED, VERIFICATIONS_WINDOW_MS } from './core/login-backoff.js';
import { LINK_LIFE_MS } from './core/session-policy.js';
import { LoginThrottles } from './login-throttle.service.js';
import { SingleUseLinks, type LinkRow } from './single-use-links.service.js';

/** Whether an e-mail address is its account's: notices and reset links go only where a link has been opened. */
@Injectable()
export class EmailAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly links: SingleUseLinks,
    private readonly letters: AccountLetters,
    private readonly notices: Notices,
    private readonly throttles: LoginThrottles,
    private readonly audit: Audit,
  ) {}

  /** Sends the link to an address that is not verified yet; does nothing where there is none or no mail goes out. */
  async offer(accountId: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    const address = account?.email ?? undefined;
    if (!account || !address || account.emailVerified || !this.notices.sendsEmail) return;
    await this.database.transaction(async () => {
      const link = await this.links.issue({ purpose: 'email_verification', subjectId: accountId, lifeMs: LINK_LIFE_MS.email_verification, sentTo: address });
      await this.letters.link('email_verification', account, link);
    });
  }

  /** Sends the link once more. NO_EMAIL, EMAIL_VERIFIED or MAIL_OFF where there is nothing to send; slowed down like reset links. */
  async ask(accountId: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account?.email) throw new Refusal('conflict', 'NO_EMAIL');
    if (account.emailVerified) throw new Refusal('conflict', 'EMAIL_VERIFIED');
    if (!this.notices.sendsEmail) throw new Refusal('conflict', 'MAIL_OFF');
    await this.throttles.allow(`verification:${accountId}`, VERIFICATIONS_ASKED, VERIFICATIONS_WINDOW_MS);
    await this.offer(accountId);
  }

  /** A used link that went to one address only proves that address, if it still is the account's. */
  async proven({ subjectId, sentTo }: LinkRow): Promise<boolean> {
    if (sentTo === null) return false;
    const proven = await this.database.first(`UPDATE account SET email_verified_at = $3 WHERE id = $1 AND email = $2 AND status = 'active' AND email_verified_at IS NULL RETURNING id`, [subjectId, sentTo, this.clock.now()]);
    if (proven) await this.audit.record({ action: 'account.email_verified', subject: { type: 'account', id: subjectId } });
    return proven !== undefined;
  }

  /** Uses the link of a verification letter. LINK_NOT_VALID also when the account has another address by now. */
  async verify(token: string): Promise<void> {
    await this.throttles.guardingLinks(() =>
      this.database.transaction(async () => {
        if (!(await this.proven(await this.links.use('email_verification', token)))) throw new Refusal('gone', 'LINK_NOT_VALID');
      }),
    );
  }
}
