import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { currentContext, Refusal } from '#libs/platform';
import { Accounts } from './accounts.service.js';
import { foldLogin } from './core/login-name.js';
import { KnownDevices } from './known-devices.service.js';
import { LoginThrottles } from './login-throttle.service.js';
import { Passwords } from './passwords.service.js';
import { SecondFactor } from './second-factor.service.js';
import { Sessions } from './sessions.service.js';
import { tokenHash } from './token-hash.js';

export interface LoginAttempt {
  login: string;
  password: string;
  /** Six digits of the code generator, or a recovery code. */
  code?: string;
}

/** What the browser sends along. */
export interface Browser {
  /** Token of the session it has. */
  session?: string;
  /** Token by which accounts know it again. */
  device?: string;
  userAgent?: string;
}

/** Logging in and out. */
@Injectable()
export class Logins {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly throttles: LoginThrottles,
    private readonly devices: KnownDevices,
    private readonly audit: Audit,
  ) {}

  /**
   * A session for the right password (and code). LOGIN_REFUSED tells neither whether the account exists nor which half was wrong;
   * SECOND_FACTOR_CODE_NEEDED comes only after the right password. Failures slow the next attempt down; the session
   * that the browser had before ends, and the browser is known to the account from then on.
   */
  async logIn(attempt: LoginAttempt, browser: Browser = {}): Promise<{ token: string; maxAge: number; device: string }> {
    const account = await this.accounts.findByLogin(attempt.login);
    const known = account !== undefined && (await this.devices.knows(browser.device, account.id));
    if (!known) {
      await this.throttles.checkAddress();
      if (account) await this.throttles.checkAccount(account.id);
    }
    const nobody = `login:${tokenHash(foldLogin(attempt.login))}:from:${currentContext().ip ?? 'unknown'}`;
    const key = account ? this.throttles.placeOf(account.id, known ? tokenHash(browser.device ?? '') : undefined) : nobody;
    const locks = await this.throttles.attempt(key);
    if (!(await this.passwords.matches(account?.passwordHash, attempt.password)) || !account) return this.refuse(account?.id, locks, 'LOGIN_REFUSED');
    if (account.status === 'disabled') {
      await this.throttles.undo(key);
      throw new Refusal('forbidden', 'ACCOUNT_DISABLED');
    }
    if (account.secondFactor) {
      if (attempt.code === undefined) {
        await this.throttles.undo(key);
        throw new Refusal('unauthenticated', 'SECOND_FACTOR_CODE_NEEDED');
      }
      if (!(await this.secondFactor.accepts(account.id, attempt.code))) return this.refuse(account.id, locks, 'SECOND_FACTOR_WRONG');
    }
    await this.throttles.succeeded(key);
    await this.accounts.renewHash(account, attempt.password);
    if (browser.session !== undefined) await this.sessions.endByToken(browser.session);
    currentContext().accountId = account.id;
    await this.audit.record({ action: 'account.logged_in', subject: { type: 'account', id: account.id } });
    return { ...(await this.sessions.begin(account.id, browser.userAgent)), device: await this.devices.remember(browser.device, account.id) };
  }

  private async refuse(accountId: string | undefined, locks: number, code: string): Promise<never> {
    await this.throttles.addressFailed();
    if (accountId !== undefined) await this.throttles.accountFailed(accountId);
    if (locks > 0 && accountId !== undefined) await this.audit.record({ action: 'account.locked', subject: { type: 'account', id: accountId }, after: { seconds: locks } });
    throw new Refusal('unauthenticated', code);
  }
}
