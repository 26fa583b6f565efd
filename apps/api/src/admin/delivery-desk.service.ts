import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, Accounts, type Actor } from '#libs/identity';
import { DeliveryQueries, type DeliveryFilter, type DeliveryListRow } from '#libs/notices';
import { Database, type Page } from '#libs/platform';

export interface NamedDelivery extends DeliveryListRow {
  accountName: string | null;
}

/** What was sent out, with the names of those it is for; notices knows account ids only. */
@Injectable()
export class DeliveryDesk {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly access: AccessService,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  async list(actor: Actor, filter: DeliveryFilter): Promise<Page<NamedDelivery>> {
    this.access.throughout(actor, 'job.read');
    const page = await this.deliveries.list(filter);
    const names = await this.accounts.names(page.rows.flatMap((row) => row.accountId ?? []));
    return { ...page, rows: page.rows.map((row) => ({ ...row, accountName: names.get(row.accountId ?? '') ?? null })) };
  }

  /** Sends a delivery that stopped once more; audited. */
  async retry(actor: Actor, id: string): Promise<void> {
    this.access.throughout(actor, 'job.retry');
    await this.database.transaction(async () => {
      await this.deliveries.retry(id);
      await this.audit.record({ action: 'delivery.retried', subject: { type: 'delivery', id } });
    });
  }
}
