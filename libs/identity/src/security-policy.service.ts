import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Config, Database } from '#libs/platform';

const SUBJECT = { type: 'security_policy', id: 'installation' };

/** Whether staff and judges must have a second factor: on, except in a demonstration; administrators may decide otherwise. */
@Injectable()
export class SecurityPolicy {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  /** `decided` is what the administrators set, null when they left it to the installation. */
  secondFactorRequired(decided: boolean | null): boolean {
    return decided ?? !this.config.settings.demo;
  }

  async view(): Promise<{ requireSecondFactor: boolean; decided: boolean }> {
    const row = await this.database.first<{ decided: boolean | null }>(`SELECT require_second_factor AS decided FROM security_policy`);
    const decided = row?.decided ?? null;
    return { requireSecondFactor: this.secondFactorRequired(decided), decided: decided !== null };
  }

  /** Takes effect with every account's next request. Audited. */
  async requireSecondFactor(required: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.view();
      await this.database.query(`UPDATE security_policy SET require_second_factor = $1`, [required]);
      await this.audit.record({
        action: 'policy.second_factor_set',
        subject: SUBJECT,
        before: { requireSecondFactor: before.requireSecondFactor },
        after: { requireSecondFactor: required },
      });
    });
  }
}
