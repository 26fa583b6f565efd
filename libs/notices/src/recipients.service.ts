import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/platform';

/** Where and in which language an account is reached. */
export interface Recipient {
  accountId: string;
  email: string | null;
  phone: string | null;
  language: Language;
}

/** The room that keeps accounts says here how to reach them; notices knows no accounts itself. */
@Injectable()
export class Recipients {
  private lookup?: (accountIds: string[]) => Promise<Recipient[]>;

  declare(lookup: (accountIds: string[]) => Promise<Recipient[]>): void {
    this.lookup = lookup;
  }

  /** Undefined for an account that is gone or disabled. */
  async of(accountId: string): Promise<Recipient | undefined> {
    if (!this.lookup) throw new Error('No room has declared how accounts are reached');
    return (await this.lookup([accountId])).find((recipient) => recipient.accountId === accountId);
  }
}
