import { Injectable } from '@nestjs/common';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { ACCOUNT_FAILURES, ADDRESS_FAILURES, ADDRESS_WINDOW_MS, FAILURES_FORGOTTEN_MS, lockSeconds } from './core/login-backoff.js';

interface ThrottleRow {
  failures: number;
  since: Date;
  blocked_until: Date | null;
}

const accountKey = (accountId: string, place: string): string => `account:${accountId}:${place}`;

/** Slows guessing down: per account (or login, whether it exists or not) and place with growing pauses, per address with a ceiling. */
@Injectable()
export class LoginThrottles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before it is made, so that many at once cannot slip through; `succeeded` or `undo` takes it back.
   * ACCOUNT_LOCKED with the seconds left while the key is blocked. Answers with the seconds that it will be blocked from now on.
   */
  async attempt(key: string): Promise<number> {
    const now = this.clock.now();
    const outcome = await this.database.transaction(async () => {
      await this.database.query(`INSERT INTO login_throttle (key, failures, since) VALUES ($1, 0, $2) ON CONFLICT (key) DO NOTHING`, [key, now]);
      const row = await this.database.first<ThrottleRow>(`SELECT failures, since, blocked_until FROM login_throttle WHERE key = $1 FOR UPDATE`, [key]);
      const left = (row?.blocked_until?.getTime() ?? 0) - now.getTime();
      if (left > 0) return { waits: Math.ceil(left / 1000), locks: 0 };
      const stale = !row || now.getTime() - row.since.getTime() > FAILURES_FORGOTTEN_MS;
      const failures = (stale ? 0 : row.failures) + 1;
      const locks = lockSeconds(failures);
      await this.database.query(`UPDATE login_throttle SET failures = $2, since = $3, blocked_until = $4 WHERE key = $1`, [
        key, failures, now, locks > 0 ? new Date(now.getTime() + locks * 1000) : null,
      ]);
      return { waits: 0, locks };
    });
    if (outcome.waits > 0) throw new Refusal('tooMany', 'ACCOUNT_LOCKED', { seconds: outcome.waits });
    return outcome.locks;
  }

  /** The attempt was right: the failures before it no longer count. */
  async succeeded(key: string): Promise<void> {
    await this.database.query(`DELETE FROM login_throttle WHERE key = $1`, [key]);
  }

  /** Forgets every failure of an account, from wherever: an administrator unlocked it, or its owner set a new password. */
  async forgetAccount(accountId: string): Promise<void> {
    await this.database.query(`DELETE FROM login_throttle WHERE starts_with(key, $1) OR key = $2`, [accountKey(accountId, ''), `confirm:${accountId}`]);
  }

  /**
   * An account's failures count for each place they come from, so that who tries from elsewhere does not lock the owner out: a browser that was
   * used for it before is a place of its own, all others of one network address are one.
   */
  placeOf(accountId: string, knownDevice: string | undefined): string {
    return accountKey(accountId, knownDevice === undefined ? `from:${currentContext().ip ?? 'unknown'}` : `device:${knownDevice}`);
  }

  /** TOO_MANY_REQUESTS for browsers the account does not know when it was tried too often from all over. */
  async checkAccount(accountId: string): Promise<void> {
    await this.refuseBeyond(accountKey(accountId, 'all'), ACCOUNT_FAILURES, FAILURES_FORGOTTEN_MS);
  }

  async accountFailed(accountId: string): Promise<void> {
    await this.count(accountKey(accountId, 'all'), FAILURES_FORGOTTEN_MS);
  }

  /** The attempt was neither right nor wrong: as if it had not been made. */
  async undo(key: string): Promise<void> {
    await this.database.query(`UPDATE login_throttle SET failures = greatest(failures - 1, 0), blocked_until = NULL WHERE key = $1`, [key]);
  }

  /** Guessing at links counts against the address like guessing at passwords. */
  async guardingLinks<T>(work: () => Promise<T>): Promise<T> {
    await this.checkAddress();
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'LINK_NOT_VALID') await this.addressFailed();
      throw error;
    }
  }

  /** TOO_MANY_REQUESTS when the caller's address has failed too often in the running window. */
  async checkAddress(): Promise<void> {
    await this.refuseBeyond(this.addressKey(), ADDRESS_FAILURES, ADDRESS_WINDOW_MS);
  }

  /** Adds a failure of the caller's address. */
  async addressFailed(): Promise<void> {
    await this.count(this.addressKey(), ADDRESS_WINDOW_MS);
  }

  /** Counts a use of something that is allowed `most` times in a window of `windowMs`; TOO_MANY_REQUESTS beyond. */
  async allow(key: string, most: number, windowMs: number): Promise<void> {
    await this.refuseBeyond(key, most, windowMs);
    await this.count(key, windowMs);
  }

  private addressKey(): string {
    return `address:${currentContext().ip ?? 'unknown'}`;
  }

  private async refuseBeyond(key: string, most: number, windowMs: number): Promise<void> {
    const row = await this.database.first<ThrottleRow>(`SELECT failures, since, blocked_until FROM login_throttle WHERE key = $1`, [key]);
    if (!row || row.failures < most) return;
    const left = row.since.getTime() + windowMs - this.clock.now().getTime();
    if (left > 0) throw new Refusal('tooMany', 'TOO_MANY_REQUESTS', { seconds: Math.ceil(left / 1000) });
  }

  private async count(key: string, windowMs: number): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO login_throttle AS t (key, failures, since) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET failures = CASE WHEN t.since < $3 THEN 1 ELSE t.failures + 1 END, since = CASE WHEN t.since < $3 THEN $2 ELSE t.since END`,
      [key, now, new Date(now.getTime() - windowMs)],
    );
  }
}
