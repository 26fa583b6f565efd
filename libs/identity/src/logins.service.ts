import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { currentContext, Refusal } from '#libs/platform';
import { Accounts } from './accounts.service.js';
import { foldLogin } from './core/login-name.js';
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

/** Logging in and out. */
@Injectable()
export class Logins {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly throttles: LoginThrottles,
    private readonly audit: Audit,
  ) {}

  /**
   * A session for the right password (and code). LOGIN_REFUSED tells neither whether the account exists nor which half was wrong;
   * SECOND_FACTOR_CODE_NEEDED comes only after the right password. Failures slow the next attempt down; the session
   * that the browser had before ends.
   */
  async logIn(attempt: LoginAttempt, previousToken?: string, userAgent?: string): Promise<{ token: string; maxAge: number }> {
    await this.throttles.checkAddress();
    const account = await this.accounts.findByLogin(attempt.login);
    const key = account ? `account:${account.id}` : `login:${tokenHash(foldLogin(attempt.login))}`;
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
    if (previousToken !== undefined) await this.sessions.endByToken(previousToken);
    currentContext().accountId = account.id;
    await this.audit.record({ action: 'account.logged_in', subject: { type: 'account', id: account.id } });
    return this.sessions.begin(account.id, userAgent);
  }

  private async refuse(accountId: string | undefined, locks: number, code: string): Promise<never> {
    await this.throttles.addressFailed();
    if (locks > 0 && accountId !== undefined) await this.audit.record({ action: 'account.locked', subject: { type: 'account', id: accountId }, after: { seconds: locks } });
    throw new Refusal('unauthenticated', code);
  }
}
