import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { currentContext, Database } from '#libs/platform';
import { tokenHash } from './token-hash.js';
import type { Role } from './core/roles.js';
import type { RecoveryKind } from './entities/account-recovery.entity.js';
import type { AccountRow } from './accounts.service.js';
import type { IssuedLink } from './single-use-links.service.js';

/** What identity tells people: links by e-mail, decisions about roles in the inbox. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
  ) {}

  /** The link of an invitation, reset or verification, to the account's address where it has one. False when nothing goes out. */
  async link(template: 'invitation' | 'password_reset' | 'email_verification', account: Pick<AccountRow, 'email' | 'language' | 'name'>, link: IssuedLink): Promise<boolean> {
    if (account.email === null) return false;
    const hours = Math.round((link.expiresAt.getTime() - link.issuedAt.getTime()) / 3_600_000);
    const minutes = Math.round((link.expiresAt.getTime() - link.issuedAt.getTime()) / 60_000);
    return this.notices.sendLetter({
      email: account.email, language: account.language, template: `account.${template}`, params: { name: account.name, hours, minutes }, url: link.url, dedupeKey: `${template}:${tokenHash(link.token)}`,
    });
  }

  /** Tells whoever decides next to the unit that somebody asks for a role: the school's administrators, for a school's administrator the county's. */
  async roleAsked(grantId: string, role: Role, orgUnitId: string): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT g.account_id AS id FROM role_grant g JOIN org_unit u ON u.id = g.org_unit_id JOIN org_unit asked ON asked.id = $1
       WHERE g.state = 'active' AND g.role = $2 AND asked.path <@ u.path`,
      [orgUnitId, role === 'school_admin' ? 'county_admin' : 'school_admin'],
    );
    await this.notices.send({ to: rows.map((row) => row.id), template: 'account.role_asked', link: '/admin/people?state=requested', dedupeKey: `grant.asked:${grantId}` });
  }

  /** Tells the owner of a document that somebody has registered with the same one. */
  async documentUsedAgain(accountId: string, personId: string): Promise<void> {
    await this.notices.send({ to: [accountId], template: 'account.document_used_again', link: '/account', dedupeKey: `document.again:${personId}` });
  }

  /** Tells who asked for a role what became of it. */
  async roleDecided(grantId: string, accountId: string, outcome: 'approved' | 'refused' | 'revoked', reason?: string): Promise<void> {
    await this.notices.send({ to: [accountId], template: `account.role_${outcome}`, params: { reason: reason ?? '' }, link: '/account', dedupeKey: `grant.${outcome}:${grantId}` });
  }

  /** Tells the owner that an administrator made a new link or took the second factor away. */
  async helped(accountId: string, what: RecoveryKind, by: string): Promise<void> {
    await this.notices.send({ to: [accountId], template: `account.recovery_done_${what}`, params: { name: by }, link: '/account/security', dedupeKey: `helped:${currentContext().requestId}` });
  }
}
