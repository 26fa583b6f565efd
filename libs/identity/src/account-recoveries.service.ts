import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import { AccessService } from './access.service.js';
import { AccountStanding } from './account-standing.service.js';
import type { Actor } from './actor.js';
import type { AskRecovery, RecoveryOutcome, RecoveryView } from './dto/recovery.dto.js';
import type { RecoveryKind } from './entities/account-recovery.entity.js';
import { KnownDevices } from './known-devices.service.js';
import { Onboarding } from './onboarding.service.js';
import { SecondFactor } from './second-factor.service.js';
import { SecurityPolicy } from './security-policy.service.js';
import { Sessions } from './sessions.service.js';

interface RecoveryRow {
  id: string;
  accountId: string;
  what: RecoveryKind;
  reason: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  readyAt: Date | null;
  approvedBy: string | null;
  doneAt: Date | null;
  endedAt: Date | null;
}

const ROW = `r.id, r.account_id AS "accountId", r.what, r.reason, r.asked_by AS "askedById", asker.name AS "askedBy", r.asked_at AS "askedAt", r.ready_at AS "readyAt",
  approver.name AS "approvedBy", r.done_at AS "doneAt", r.ended_at AS "endedAt"
  FROM account_recovery r JOIN account asker ON asker.id = r.asked_by LEFT JOIN account approver ON approver.id = r.approved_by`;

/**
 * Nobody alone can act as somebody else: an account with rights over others gets a new password or loses its second factor only when
 * two administrators agree, or after the waiting time of the security policy, and its owner is told at once and can stop it.
 */
@Injectable()
export class AccountRecoveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly policy: SecurityPolicy,
    private readonly standing: AccountStanding,
    private readonly onboarding: Onboarding,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
  ) {}

  /** Newest first, for those above the account. */
  async list(actor: Actor, accountId: string): Promise<RecoveryView[]> {
    await this.standing.requireAbove(actor, accountId);
    return this.views(actor, accountId);
  }

  /** Asks for it; the owner hears at once. RECOVERY_OPEN while one of its kind is open, RECOVERY_NOT_NEEDED where a link can be made directly. */
  async ask(actor: Actor, accountId: string, { what, reason }: AskRecovery): Promise<RecoveryView> {
    await this.standing.requireAbove(actor, accountId);
    if (what === 'second_factor' && !this.access.can(actor, 'account.disable')) throw new Refusal('forbidden', 'FORBIDDEN');
    if (!(await this.standing.isProtected(accountId))) throw new Refusal('conflict', 'RECOVERY_NOT_NEEDED');
    const now = this.clock.now();
    const { recoveryWaitHours } = await this.policy.view();
    const readyAt = recoveryWaitHours === null ? null : new Date(now.getTime() + recoveryWaitHours * 3_600_000);
    const id = await this.database.transaction(async () => {
      const made = await this.database
        .first<{ id: string }>('INSERT INTO account_recovery (account_id, what, reason, asked_by, asked_at, ready_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id', [
          accountId, what, reason, actor.accountId, now, readyAt,
        ])
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'account_recovery_open') throw new Refusal('conflict', 'RECOVERY_OPEN');
          throw error;
        });
      const recovery = made?.id ?? '';
      await this.audit.record({ action: 'account.recovery_asked', subject: { type: 'account', id: accountId }, after: { what, readyAt: readyAt?.toISOString() ?? null }, reason });
      await this.notices.send({ to: [accountId], template: `account.recovery_asked_${what}`, params: { name: actor.name, reason }, link: '/account/security', dedupeKey: `recovery.asked:${recovery}` });
      return recovery;
    });
    return this.one(actor, accountId, id);
  }

  /** A second administrator agrees. */
  async approve(actor: Actor, id: string): Promise<RecoveryView> {
    const accountId = await this.database.transaction(async () => {
      const row = await this.locked(actor, id);
      if (row.askedById === actor.accountId) throw new Refusal('conflict', 'RECOVERY_NEEDS_ANOTHER');
      if (row.approvedBy !== null) throw new Refusal('conflict', 'RECOVERY_CLOSED');
      await this.database.query('UPDATE account_recovery SET approved_by = $2, approved_at = $3 WHERE id = $1', [id, actor.accountId, this.clock.now()]);
      await this.audit.record({ action: 'account.recovery_approved', subject: { type: 'account', id: row.accountId }, after: { what: row.what } });
      return row.accountId;
    });
    return this.one(actor, accountId, id);
  }

  /**
   * Does it: the second factor goes, or a link for a new password is made. All sessions end, known browsers are forgotten, the owner
   * is told. RECOVERY_WAITS before the time is over without a second administrator.
   */
  complete(actor: Actor, id: string): Promise<RecoveryOutcome> {
    return this.database.transaction(async () => {
      const row = await this.locked(actor, id);
      const now = this.clock.now();
      if (row.approvedBy === null && (row.readyAt === null || now < row.readyAt)) {
        throw new Refusal('conflict', row.readyAt === null ? 'RECOVERY_NEEDS_ANOTHER' : 'RECOVERY_WAITS', row.readyAt === null ? {} : { until: row.readyAt.toISOString() });
      }
      await this.database.query('UPDATE account_recovery SET done_by = $2, done_at = $3 WHERE id = $1', [id, actor.accountId, now]);
      await this.sessions.endAll(row.accountId);
      await this.devices.forget(row.accountId);
      await this.audit.record({ action: 'account.recovery_done', subject: { type: 'account', id: row.accountId }, after: { what: row.what } });
      await this.notices.send({ to: [row.accountId], template: `account.recovery_done_${row.what}`, params: { name: actor.name }, link: '/account/security', dedupeKey: `recovery.done:${id}` });
      if (row.what === 'password') return this.onboarding.resetLink(row.accountId).then(({ url, expiresAt }) => ({ url, expiresAt }));
      await this.secondFactor.reset(row.accountId);
      return { url: null, expiresAt: null };
    });
  }

  /** Those above take it back. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => this.end(actor, await this.locked(actor, id)));
  }

  /** What is under way for one's own account. */
  own(actor: Actor): Promise<RecoveryView[]> {
    return this.views(actor, actor.accountId);
  }

  /** The owner stops it: it was not asked for. */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.row(id);
      if (row?.accountId !== actor.accountId) throw new Refusal('missing', 'NOT_FOUND');
      await this.end(actor, this.requireOpen(row));
      await this.notices.send({ to: [row.askedById], template: 'account.recovery_stopped', params: { name: actor.name }, link: `/admin/people/${row.accountId}`, dedupeKey: `recovery.stopped:${id}` });
    });
  }

  private async end(actor: Actor, row: RecoveryRow): Promise<void> {
    await this.database.query('UPDATE account_recovery SET ended_by = $2, ended_at = $3 WHERE id = $1', [row.id, actor.accountId, this.clock.now()]);
    await this.audit.record({ action: 'account.recovery_ended', subject: { type: 'account', id: row.accountId }, after: { what: row.what, byOwner: row.accountId === actor.accountId } });
  }

  private row(id: string): Promise<RecoveryRow | undefined> {
    return this.database.first<RecoveryRow>(`SELECT ${ROW} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
  }

  private async locked(actor: Actor, id: string): Promise<RecoveryRow> {
    const row = await this.row(id);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    await this.standing.requireAbove(actor, row.accountId);
    if (row.what === 'second_factor' && !this.access.can(actor, 'account.disable')) throw new Refusal('forbidden', 'FORBIDDEN');
    return this.requireOpen(row);
  }

  private requireOpen(row: RecoveryRow): RecoveryRow {
    if (row.doneAt || row.endedAt) throw new Refusal('conflict', 'RECOVERY_CLOSED');
    return row;
  }

  private async one(actor: Actor, accountId: string, id: string): Promise<RecoveryView> {
    const found = (await this.views(actor, accountId)).find((view) => view.id === id);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    return found;
  }

  private async views(actor: Actor, accountId: string): Promise<RecoveryView[]> {
    const rows = await this.database.query<RecoveryRow>(`SELECT ${ROW} WHERE r.account_id = $1 ORDER BY r.asked_at DESC, r.id LIMIT 20`, [accountId]);
    const now = this.clock.now();
    return rows.map((row) => {
      const open = !row.doneAt && !row.endedAt;
      const ready = row.approvedBy !== null || (row.readyAt !== null && now >= row.readyAt);
      return {
        id: row.id, what: row.what, reason: row.reason, askedBy: row.askedBy, askedAt: row.askedAt.toISOString(), readyAt: row.readyAt?.toISOString() ?? null, approvedBy: row.approvedBy,
        state: row.doneAt ? 'done' : row.endedAt ? 'ended' : ready ? 'ready' : 'waiting',
        closedAt: (row.doneAt ?? row.endedAt)?.toISOString() ?? null,
        mayApprove: open && row.approvedBy === null && row.askedById !== actor.accountId && accountId !== actor.accountId,
      };
    });
  }
}
