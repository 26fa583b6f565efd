import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, Random, Refusal, refuseIfAny, violatedConstraint, type Problem } from '#libs/platform';
import { foldLogin, foldPhone, LOGIN_NAME } from './core/login-name.js';
import { Passwords } from './passwords.service.js';
import { Sessions } from './sessions.service.js';
import { SingleUseLinks } from './single-use-links.service.js';

export interface NewAccount {
  name: string;
  loginName?: string;
  email?: string;
  phone?: string;
  /** Absent for an invited account: it sets its own. */
  password?: string;
  personId?: string;
}

export interface AccountRow {
  id: string;
  personId: string | null;
  loginName: string | null;
  email: string | null;
  emailVerified: boolean;
  phone: string | null;
  name: string;
  status: 'active' | 'disabled';
  language: 'zh' | 'en';
  passwordHash: string | null;
  secondFactor: boolean;
}

const ROW = `id, person_id AS "personId", login_name AS "loginName", email, email_verified_at IS NOT NULL AS "emailVerified", phone, name, status, language, password_hash AS "passwordHash",
  totp_confirmed_at IS NOT NULL AS "secondFactor"`;

const TAKEN: Record<string, { code: string; path: string }> = {
  account_login_name: { code: 'LOGIN_NAME_TAKEN', path: 'loginName' },
  account_email: { code: 'EMAIL_TAKEN', path: 'email' },
  account_phone: { code: 'PHONE_TAKEN', path: 'phone' },
  account_person_id_key: { code: 'PERSON_HAS_ACCOUNT', path: 'personId' },
};

/** Accounts: making, finding, changing them. Rights are checked by whoever calls (invitations, registration, administration). */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: SingleUseLinks,
    private readonly audit: Audit,
  ) {}

  /** A new account without any grant. Refuses logins that are taken or no logins. Audited. */
  async add(input: NewAccount): Promise<string> {
    const logins = this.readLogins(input);
    const name = input.name.trim();
    const passwordHash = input.password === undefined ? null : await this.passwords.hashNew(input.password, [logins.loginName, logins.email, logins.phone, name]);
    const id = this.random.uuid();
    await this.refusingTaken(() =>
      this.database.transaction(async () => {
        await this.database.query(
          `INSERT INTO account (id, person_id, login_name, email, phone, name, password_hash, password_set_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, input.personId ?? null, logins.loginName, logins.email, logins.phone, name, passwordHash, passwordHash && this.clock.now(), this.clock.now()],
        );
        await this.audit.record({ action: 'account.added', subject: { type: 'account', id }, after: { personId: input.personId ?? null, invited: passwordHash === null } });
      }),
    );
    return id;
  }

  /** An account by its id, or undefined. */
  find(id: string): Promise<AccountRow | undefined> {
    return this.database.first<AccountRow>(`SELECT ${ROW} FROM account WHERE id = $1`, [id]);
  }

  /** What the accounts are called, by id: their person's name where they have one. Those that are gone are left out. */
  async names(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>('SELECT a.id, coalesce(p.name, a.name) AS name FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = ANY($1::uuid[])', [[...new Set(ids)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The account of a login name, an e-mail address or a telephone number, or undefined. */
  findByLogin(login: string): Promise<AccountRow | undefined> {
    const folded = foldLogin(login);
    return this.database.first<AccountRow>(`SELECT ${ROW} FROM account WHERE login_name = $1 OR email = $1 OR phone = $2 ORDER BY login_name = $1 DESC NULLS LAST LIMIT 1`, [
      folded, foldPhone(login) ?? null,
    ]);
  }

  /** One's own name, logins and language; true when the e-mail address is another one. Another address or phone needs the password: they open the account. */
  async editProfile(accountId: string, input: { name?: string; email?: string; phone?: string; language?: 'zh' | 'en'; password?: string }): Promise<boolean> {
    const account = await this.find(accountId);
    if (!account) throw new Refusal('missing', 'NOT_FOUND');
    const logins = this.readLogins({ loginName: account.loginName ?? undefined, email: input.email ?? account.email ?? undefined, phone: input.phone ?? account.phone ?? undefined });
    const opens = logins.email !== account.email || logins.phone !== account.phone;
    if (opens) await this.passwords.confirm(account.id, account.passwordHash, input.password ?? '');
    await this.refusingTaken(() =>
      this.database.transaction(async () => {
        await this.database.query(`UPDATE account SET name = $2, email = $3, phone = $4, language = $5 WHERE id = $1`, [
          accountId, input.name?.trim() ?? account.name, logins.email, logins.phone, input.language ?? account.language,
        ]);
        // A link that went to the old address opens nothing any more.
        if (opens) for (const purpose of ['password_reset', 'email_verification']) await this.links.withdraw(purpose, accountId);
        const changed = Object.keys(input).filter((field) => field !== 'password');
        await this.audit.record({ action: 'account.profile_edited', subject: { type: 'account', id: accountId }, after: { changed } });
      }),
    );
    return logins.email !== account.email;
  }

  /** A new password against the old one; every other session ends. */
  async changePassword(accountId: string, sessionId: string, current: string, next: string): Promise<void> {
    const account = await this.find(accountId);
    if (!account) throw new Refusal('missing', 'NOT_FOUND');
    await this.passwords.confirm(account.id, account.passwordHash, current, 'current');
    if (current === next) refuseIfAny([{ code: 'PASSWORD_UNCHANGED', path: 'next' }]);
    await this.setPassword(account, next, 'next', sessionId);
  }

  /** Sets the password whatever it was (invitation, reset); every session but the named one ends. */
  async setPassword(account: AccountRow, password: string, path = 'password', exceptSessionId?: string): Promise<void> {
    const passwordHash = await this.passwords.hashNew(password, [account.loginName, account.email, account.phone, account.name], path);
    await this.database.transaction(async () => {
      await this.database.query(`UPDATE account SET password_hash = $2, password_set_at = $3 WHERE id = $1`, [account.id, passwordHash, this.clock.now()]);
      await this.sessions.endAll(account.id, exceptSessionId);
      // Whoever still holds an older invitation or reset link must not set the password once more.
      for (const purpose of ['invitation', 'password_reset']) await this.links.withdraw(purpose, account.id);
      await this.audit.record({ action: 'account.password_set', subject: { type: 'account', id: account.id } });
    });
  }

  /** Stores a hash with today's settings after a login proved the password. */
  async renewHash(account: AccountRow, password: string): Promise<void> {
    const renewed = account.passwordHash === null ? undefined : await this.passwords.renewed(account.passwordHash, password);
    if (renewed !== undefined) await this.database.query(`UPDATE account SET password_hash = $2 WHERE id = $1 AND password_hash = $3`, [account.id, renewed, account.passwordHash]);
  }

  /** Gives an invited account its login name. */
  async setLoginName(accountId: string, loginName: string): Promise<void> {
    const { loginName: folded } = this.readLogins({ loginName });
    await this.refusingTaken(() => this.database.query(`UPDATE account SET login_name = $2 WHERE id = $1`, [accountId, folded]));
  }

  /** Binds a person's record to an account that has none. */
  async bindPerson(accountId: string, personId: string): Promise<void> {
    await this.refusingTaken(async () => {
      const bound = await this.database.query(`UPDATE account SET person_id = $2 WHERE id = $1 AND person_id IS NULL RETURNING id`, [accountId, personId]);
      if (bound.length === 0) throw new Refusal('conflict', 'ACCOUNT_HAS_PERSON');
    });
  }

  /** Closes or reopens an account; closing ends its sessions. */
  async setStatus(accountId: string, status: 'active' | 'disabled', reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.database.first<{ status: string }>(`SELECT status FROM account WHERE id = $1 FOR UPDATE`, [accountId]);
      if (!before) throw new Refusal('missing', 'NOT_FOUND');
      await this.database.query(`UPDATE account SET status = $2 WHERE id = $1`, [accountId, status]);
      if (status === 'disabled') await this.sessions.endAll(accountId);
      await this.audit.record({ action: status === 'disabled' ? 'account.disabled' : 'account.enabled', subject: { type: 'account', id: accountId }, before, after: { status }, reason });
    });
  }

  private readLogins(input: { loginName?: string; email?: string; phone?: string }): { loginName: string | null; email: string | null; phone: string | null } {
    const problems: Problem[] = [];
    const loginName = input.loginName === undefined ? null : foldLogin(input.loginName);
    if (loginName !== null && !LOGIN_NAME.test(loginName)) problems.push({ code: 'LOGIN_NAME_FORMAT', path: 'loginName' });
    const phone = input.phone === undefined ? null : (foldPhone(input.phone) ?? null);
    if (input.phone !== undefined && phone === null) problems.push({ code: 'PHONE_FORMAT', path: 'phone' });
    const email = input.email === undefined ? null : foldLogin(input.email);
    if (loginName === null && email === null && phone === null) problems.push({ code: 'LOGIN_NEEDED', path: 'loginName' });
    refuseIfAny(problems);
    return { loginName, email, phone };
  }

  private async refusingTaken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const taken = TAKEN[violatedConstraint(error) ?? ''];
      if (taken) throw new Refusal('conflict', taken.code, {}, [taken]);
      throw error;
    }
  }
}
