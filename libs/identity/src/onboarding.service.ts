import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { currentContext, Database, Refusal } from '#libs/platform';
import { AccountLetters } from './account-letters.service.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { REGISTRATIONS, REGISTRATIONS_WINDOW_MS, RESETS_ASKED, RESETS_WINDOW_MS } from './core/login-backoff.js';
import { foldLogin } from './core/login-name.js';
import { maskName } from './core/masks.js';
import { LINK_LIFE_MS } from './core/session-policy.js';
import type { AcceptInvitation, ClaimPerson, Claimed, Invite, Invited, Registered, SelfRegistration } from './dto/account.dto.js';
import type { LinkFacts, LookAtLink } from './dto/link.dto.js';
import { ContestedDocuments } from './contested-documents.service.js';
import { EmailAddresses } from './email-addresses.service.js';
import { Grants } from './grants.service.js';
import { LoginThrottles } from './login-throttle.service.js';
import { Organisations } from './organisations.service.js';
import { People } from './people.service.js';
import { Sessions } from './sessions.service.js';
import { SingleUseLinks, type IssuedLink } from './single-use-links.service.js';
import { tokenHash } from './token-hash.js';

/** How people get their account: by registering, by invitation, by claiming their record; and back into it by a reset. */
@Injectable()
export class Onboarding {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly grants: Grants,
    private readonly links: SingleUseLinks,
    private readonly sessions: Sessions,
    private readonly throttles: LoginThrottles,
    private readonly letters: AccountLetters,
    private readonly addresses: EmailAddresses,
    private readonly audit: Audit,
    private readonly contests: ContestedDocuments,
  ) {}

  /**
   * A student, coach or school registers: person, account and a role that counts only once the school (for a school's own
   * administrator the county) has approved it. A document that is on record already changes nothing in the answer: the record contests it,
   * its owner is told, and who approves for the owner's school learns of it then.
   */
  async register(input: SelfRegistration): Promise<Registered> {
    await this.throttles.checkAddress();
    await this.throttles.allow(`registration:${currentContext().ip ?? 'unknown'}`, REGISTRATIONS, REGISTRATIONS_WINDOW_MS);
    try {
      return await this.database.transaction(async () => {
        const schoolId = await this.schoolOf(input);
        const { person } = input;
        const kind = input.role === 'school_admin' ? 'staff' : input.role;
        const personId = await this.people.add({ kind, facts: person, schoolId, createdBy: null });
        const accountId = await this.accounts.add({ name: person.name, loginName: input.loginName, email: person.email, phone: person.phone, password: input.password, personId });
        const grantId = await this.grants.put({ accountId, role: input.role, orgUnitId: schoolId }, 'requested');
        await this.letters.roleAsked(grantId, input.role, schoolId);
        const owner = await this.contests.ownerOf(personId);
        if (owner?.accountId) await this.letters.documentUsedAgain(owner.accountId, personId);
        await this.addresses.offer(accountId);
        return { accountId, state: 'requested' as const };
      });
    } catch (error) {
      // Trying out logins here must not be cheaper than at the login.
      if (error instanceof Refusal && error.status === 409) await this.throttles.addressFailed();
      throw error;
    }
  }

  private async schoolOf(input: SelfRegistration): Promise<string> {
    if (input.newSchool) return (await this.organisations.proposeByNewcomer(input.newSchool)).id;
    if (input.schoolId === undefined) throw new Refusal('unprocessable', 'SCHOOL_NEEDED', {}, [{ code: 'SCHOOL_NEEDED', path: 'schoolId' }]);
    return (await this.organisations.activeSchool(input.schoolId)).id;
  }

  /** An account with a role inside the actor's scope and a link by which its owner sets the password. */
  async invite(actor: Actor, input: Invite): Promise<Invited> {
    return this.database.transaction(async () => {
      const { name, email, phone, loginName, ...scope } = input;
      const accountId = await this.accounts.add({ name, email, phone, loginName });
      await this.grants.give(actor, { accountId, ...scope });
      const link = await this.links.issue({ purpose: 'invitation', subjectId: accountId, lifeMs: LINK_LIFE_MS.invitation });
      await this.writeInvitation(accountId);
      return { accountId, url: link.url, expiresAt: link.expiresAt };
    });
  }

  /** The letter has a link of its own: whoever comes in by it has the address. */
  private async writeInvitation(accountId: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account?.email) return;
    await this.letters.link('invitation', account, await this.links.issue({ purpose: 'invitation', subjectId: accountId, lifeMs: LINK_LIFE_MS.invitation, sentTo: account.email }));
  }

  /** The invited person sets the password (and may choose a login name). */
  async acceptInvitation(input: AcceptInvitation): Promise<void> {
    await this.throttles.guardingLinks(() =>
      this.database.transaction(async () => {
        const link = await this.links.use('invitation', input.token);
        if (input.loginName !== undefined) await this.accounts.setLoginName(link.subjectId, input.loginName);
        await this.setPassword(link.subjectId, input.password);
        if (!(await this.addresses.proven(link))) await this.addresses.offer(link.subjectId);
      }),
    );
  }

  /** The person takes over its record: with the account it is logged in to, or with a new one. */
  async claim(input: ClaimPerson, actor: Actor | undefined): Promise<Claimed> {
    return this.throttles.guardingLinks(() =>
      this.database.transaction(async () => {
        const { subjectId: personId } = await this.links.use('claim', input.token);
        const person = await this.people.stored(personId);
        if (!person) throw new Refusal('gone', 'LINK_NOT_VALID');
        const accountId = actor ? actor.accountId : await this.newAccount(input, person.name, personId);
        if (actor) await this.accounts.bindPerson(accountId, personId);
        const role = person.kind === 'student' || person.kind === 'coach' ? person.kind : undefined;
        const held = actor?.grants.some((grant) => grant.role === role && grant.orgId === person.schoolId) ?? false;
        if (role && person.schoolId && !held) await this.grants.put({ accountId, role, orgUnitId: person.schoolId });
        await this.addresses.offer(accountId);
        await this.audit.record({ action: 'person.claimed', subject: { type: 'person', id: personId }, after: { accountId } });
        return { accountId, personId };
      }),
    );
  }

  private newAccount(input: ClaimPerson, name: string, personId: string): Promise<string> {
    if (input.password === undefined) throw new Refusal('unprocessable', 'PASSWORD_NEEDED', {}, [{ code: 'PASSWORD_NEEDED', path: 'password' }]);
    return this.accounts.add({ name, personId, loginName: input.loginName, email: input.email, phone: input.phone, password: input.password });
  }

  /** Sends a reset link to the account's e-mail address once it is verified: another one may be a stranger's. Answers alike whether there is such an account or not. */
  async askReset(login: string): Promise<void> {
    await this.throttles.allow(`reset:${tokenHash(foldLogin(login))}`, RESETS_ASKED, RESETS_WINDOW_MS);
    const account = await this.accounts.findByLogin(login);
    if (!account?.email || !account.emailVerified || account.status === 'disabled') return;
    await this.database.transaction(async () => this.letters.link('password_reset', account, await this.resetLink(account.id)));
  }

  /** A reset link for somebody who has no e-mail address, to hand over. Whoever calls has checked that the actor stands above the account. */
  async resetLink(accountId: string): Promise<IssuedLink> {
    await this.audit.record({ action: 'account.reset_offered', subject: { type: 'account', id: accountId } });
    return this.links.issue({ purpose: 'password_reset', subjectId: accountId, lifeMs: LINK_LIFE_MS.password_reset });
  }

  /** A new password by a reset link; all sessions end, the account is no longer locked. */
  async useReset(token: string, password: string): Promise<void> {
    await this.throttles.guardingLinks(() =>
      this.database.transaction(async () => {
        const { subjectId } = await this.links.use('password_reset', token);
        await this.setPassword(subjectId, password);
        await this.throttles.forgetAccount(subjectId);
      }),
    );
  }

  /** What a link is about, so that its page can greet the right person; it is not used up. */
  async look({ purpose, token }: LookAtLink): Promise<LinkFacts> {
    const link = await this.throttles.guardingLinks(() => this.links.look(purpose, token));
    const about = purpose === 'claim' ? `FROM person p LEFT JOIN account a ON false WHERE p.id = $1` : `FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = $1`;
    const row = await this.database.first<{ name: string; loginName: string | null; school: string | null }>(
      `SELECT coalesce(p.name, a.name) AS name, a.login_name AS "loginName", (SELECT o.name FROM org_unit o WHERE o.id = p.school_id) AS school ${about}`, [link.subjectId],
    );
    if (!row) throw new Refusal('gone', 'LINK_NOT_VALID');
    return { name: maskName(row.name), loginName: row.loginName, school: row.school, expiresAt: link.expiresAt };
  }

  private async setPassword(accountId: string, password: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account || account.status === 'disabled') throw new Refusal('gone', 'LINK_NOT_VALID');
    await this.accounts.setPassword(account, password);
    await this.sessions.endAll(accountId);
  }
}
