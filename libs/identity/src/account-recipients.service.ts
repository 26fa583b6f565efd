import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Recipients, type Recipient } from '#libs/notices';
import { Database } from '#libs/platform';

/** Tells the notices where accounts are reached; an address that nobody has verified may be a stranger's. */
@Injectable()
export class AccountRecipients implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly recipients: Recipients,
  ) {}

  onModuleInit(): void {
    this.recipients.declare((accountIds) =>
      this.database.query<Recipient>(`SELECT id AS "accountId", CASE WHEN email_verified_at IS NOT NULL THEN email END AS email, phone, language FROM account WHERE id = ANY($1::uuid[]) AND status = 'active'`, [accountIds]),
    );
  }
}
