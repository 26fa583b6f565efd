import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Config, Database } from '#libs/platform';
import { TWO_FACTOR_ROLES } from './core/roles.js';
import type { EditSecurityPolicy, SecurityPolicyView } from './dto/account.dto.js';

const SUBJECT = { type: 'security_policy', id: 'installation' };

interface PolicyRow {
  decided: boolean | null;
  recoveryWaitHours: number | null;
}

/** What the system's administrators decide about access: who must have a second factor, and how an account is given back to its owner. */
@Injectable()
export class SecurityPolicy {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  /** On for staff and judges, except in a demonstration. `decided` is what the administrators set, null when they left it to the installation. */
  secondFactorRequired(decided: boolean | null): boolean {
    return decided ?? !this.config.settings.demo;
  }

  async view(): Promise<SecurityPolicyView> {
    const row = await this.database.first<PolicyRow>('SELECT require_second_factor AS decided, recovery_wait_hours AS "recoveryWaitHours" FROM security_policy');
    const counted = await this.database.first<{ accounts: number; without: number }>(
      `SELECT count(*)::int AS accounts, (count(*) FILTER (WHERE a.totp_confirmed_at IS NULL))::int AS without FROM account a
       WHERE a.status = 'active' AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.state = 'active' AND g.role = ANY ($1))`,
      [TWO_FACTOR_ROLES],
    );
    return {
      requireSecondFactor: this.secondFactorRequired(row?.decided ?? null),
      decided: row?.decided != null,
      roles: [...TWO_FACTOR_ROLES],
      accounts: counted?.accounts ?? 0,
      withoutSecondFactor: counted?.without ?? 0,
      recoveryWaitHours: row?.recoveryWaitHours ?? null,
    };
  }

  /** Takes effect with every account's next request; recoveries that are under way keep their time. Audited. */
  async decide({ requireSecondFactor, recoveryWaitHours }: EditSecurityPolicy): Promise<SecurityPolicyView> {
    return this.database.transaction(async () => {
      const before = await this.view();
      const waits = recoveryWaitHours === undefined ? before.recoveryWaitHours : recoveryWaitHours;
      await this.database.query('UPDATE security_policy SET require_second_factor = $1, recovery_wait_hours = $2', [requireSecondFactor, waits]);
      await this.audit.record({
        action: 'policy.set', subject: SUBJECT,
        before: { requireSecondFactor: before.requireSecondFactor, recoveryWaitHours: before.recoveryWaitHours },
        after: { requireSecondFactor, recoveryWaitHours: waits },
      });
      return this.view();
    });
  }
}
