import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, Random, Refusal, violatedConstraint } from '#libs/platform';
import { AccountLetters } from './account-letters.service.js';
import type { Actor } from './actor.js';
import { ContestedDocuments } from './contested-documents.service.js';
import { mayGive, type GrantScope } from './core/granting.js';
import { ROLE_SCOPES, type Role } from './core/roles.js';
import { DocumentMatches } from './document-matches.service.js';
import { Organisations } from './organisations.service.js';

export interface GrantOrder {
  accountId: string;
  role: Role;
  orgUnitId?: string;
  editionId?: string;
  panelId?: string;
}

interface GrantRow extends GrantOrder {
  id: string;
  state: string;
  orgPath: string | null;
}

/** Roles given and taken. An ended grant stays as a record. */
@Injectable()
export class Grants {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly organisations: Organisations,
    private readonly letters: AccountLetters,
    private readonly audit: Audit,
    private readonly contests: ContestedDocuments,
    private readonly matches: DocumentMatches,
  ) {}

  /** Gives a role inside the actor's own scope and below the own level. Never to oneself. */
  async give(actor: Actor, order: GrantOrder): Promise<string> {
    if (order.accountId === actor.accountId) throw new Refusal('forbidden', 'GRANT_TO_ONESELF');
    const scope = await this.scopeOf(order);
    if (!mayGive(actor.grants, scope)) throw new Refusal('forbidden', 'GRANT_ABOVE_ONESELF');
    return this.put(order, 'active', actor.accountId);
  }

  /** Puts a grant down without asking whether somebody may: for the system's own set-up, claims and registrations. */
  async put(order: GrantOrder, state: 'active' | 'requested' = 'active', decidedBy?: string): Promise<string> {
    await this.scopeOf(order);
    const id = this.random.uuid();
    try {
      await this.database.transaction(async () => {
        await this.database.query(
          `INSERT INTO role_grant (id, account_id, role, org_unit_id, edition_id, panel_id, state, decided_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, order.accountId, order.role, order.orgUnitId ?? null, order.editionId ?? null, order.panelId ?? null, state, decidedBy ?? null, this.clock.now()],
        );
        await this.audit.record({ action: state === 'active' ? 'grant.given' : 'grant.requested', subject: { type: 'role_grant', id }, after: order });
      });
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'role_grant_once') throw new Refusal('conflict', 'GRANT_EXISTS');
      if (constraint === 'role_grant_account_id_fkey') throw new Refusal('missing', 'NOT_FOUND');
      throw error;
    }
    return id;
  }

  /** Makes a requested role count. Refuses PERSON_HERE_ALREADY where who decides may list another record with the same document: that one is claimed instead. */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const grant = await this.decidable(actor, id, 'requested');
      // Whoever asked for a role and was given a higher one meanwhile is still the one who asked.
      if (grant.accountId === actor.accountId) throw new Refusal('forbidden', 'GRANT_TO_ONESELF');
      if (grant.orgUnitId) await this.organisations.activeSchool(grant.orgUnitId);
      await this.refuseSecondRecord(actor, grant.accountId);
      await this.end(grant, 'active', actor, undefined, 'grant.approved');
    });
  }

  private async refuseSecondRecord(actor: Actor, accountId: string): Promise<void> {
    const account = await this.database.first<{ personId: string | null }>('SELECT person_id AS "personId" FROM account WHERE id = $1', [accountId]);
    const owner = account?.personId ? await this.contests.ownerOf(account.personId) : undefined;
    if (owner && (await this.matches.mayKnow(actor, owner.id))) throw new Refusal('conflict', 'PERSON_HERE_ALREADY', { name: owner.name });
  }

  /** Refuses a requested role; the reason is shown to who asked. */
  async refuse(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const grant = await this.decidable(actor, id, 'requested');
      await this.end(grant, 'refused', actor, reason, 'grant.refused');
      await this.releaseDocument(grant.accountId);
    });
  }

  /** Takes a role away, from the next request on. */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => this.end(await this.decidable(actor, id, 'active'), 'revoked', actor, reason, 'grant.revoked'));
  }

  /** Moves the grants of a personal role (student, coach) of an account to another school. */
  async moveSchool(accountId: string, role: Role, fromId: string, intoId: string): Promise<void> {
    const moved = await this.database.query(
      `UPDATE role_grant SET state = 'revoked', ended_at = $4 WHERE account_id = $1 AND role = $2 AND org_unit_id = $3 AND state = 'active' RETURNING id`,
      [accountId, role, fromId, this.clock.now()],
    );
    if (moved.length > 0) await this.put({ accountId, role, orgUnitId: intoId });
  }

  /** Active and requested grants of an account with their scopes, for deciding who stands above it. */
  async openScopes(accountId: string): Promise<GrantScope[]> {
    const rows = await this.database.query<GrantRow>(
      `SELECT g.role, g.edition_id AS "editionId", o.path::text AS "orgPath" FROM role_grant g LEFT JOIN org_unit o ON o.id = g.org_unit_id
       WHERE g.account_id = $1 AND g.state IN ('active', 'requested')`,
      [accountId],
    );
    return rows.map(scopeOfRow);
  }

  /**
   * Whoever registered alone and is nobody's student, coach or staff after a refusal leaves no document behind: it was given for nothing, and
   * another school must be able to enter the person whom it really belongs to.
   */
  private async releaseDocument(accountId: string): Promise<void> {
    const released = await this.database.first<{ id: string }>(
      `UPDATE person p SET id_kind = NULL, id_sealed = NULL, id_hash = NULL, id_checked = false, id_contested_with = NULL FROM account a
       WHERE a.id = $1 AND p.id = a.person_id AND p.created_by IS NULL AND p.id_hash IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.state IN ('active', 'requested')) RETURNING p.id`,
      [accountId],
    );
    if (!released) return;
    await this.contests.passOn(released.id);
    await this.audit.record({ action: 'person.document_released', subject: { type: 'person', id: released.id } });
  }

  private async decidable(actor: Actor, id: string, state: 'requested' | 'active'): Promise<GrantRow> {
    const grant = await this.database.first<GrantRow>(
      `SELECT g.id, g.account_id AS "accountId", g.role, g.org_unit_id AS "orgUnitId", g.edition_id AS "editionId", g.panel_id AS "panelId", g.state, o.path::text AS "orgPath"
       FROM role_grant g LEFT JOIN org_unit o ON o.id = g.org_unit_id WHERE g.id = $1 FOR UPDATE OF g`,
      [id],
    );
    // What one may not decide is not there, so that ids cannot be probed.
    if (!grant || !mayGive(actor.grants, scopeOfRow(grant))) throw new Refusal('missing', 'NOT_FOUND');
    if (grant.state !== state) throw new Refusal('conflict', 'GRANT_ALREADY_DECIDED');
    return grant;
  }

  private async end(grant: GrantRow, state: 'active' | 'refused' | 'revoked', actor: Actor, reason: string | undefined, action: string): Promise<void> {
    await this.database.query(`UPDATE role_grant SET state = $2, decided_by = $3, decision_reason = $4, ended_at = $5 WHERE id = $1`, [
      grant.id, state, actor.accountId, reason ?? null, state === 'active' ? null : this.clock.now(),
    ]);
    await this.audit.record({
      action, subject: { type: 'role_grant', id: grant.id }, before: { state: grant.state }, after: { state, accountId: grant.accountId, role: grant.role, orgUnitId: grant.orgUnitId }, reason,
    });
    await this.letters.roleDecided(grant.id, grant.accountId, state === 'active' ? 'approved' : state, reason);
  }

  /** The scope that an order names. GRANT_SCOPE when the role cannot have it. */
  private async scopeOf(order: GrantOrder): Promise<GrantScope> {
    const unit = order.orgUnitId === undefined ? undefined : await this.organisations.find(order.orgUnitId);
    const given = [order.orgUnitId !== undefined && (unit?.kind ?? 'unknown'), order.editionId !== undefined && order.panelId === undefined && 'edition', order.panelId !== undefined && 'panel'].filter(
      (kind): kind is Exclude<typeof kind, false> => kind !== false,
    );
    const kind = given.length === 0 ? 'none' : given[0];
    const allowed: readonly string[] = ROLE_SCOPES[order.role];
    if (given.length > 1 || kind === undefined || !allowed.includes(kind)) throw new Refusal('unprocessable', 'GRANT_SCOPE', { role: order.role });
    return { role: order.role, ...(unit && { orgPath: unit.path }), ...(order.editionId !== undefined && { editionId: order.editionId }) };
  }
}

function scopeOfRow(row: Pick<GrantRow, 'role' | 'orgPath' | 'editionId'>): GrantScope {
  return { role: row.role, ...(row.orgPath !== null && { orgPath: row.orgPath }), ...(row.editionId && { editionId: row.editionId }) };
}

