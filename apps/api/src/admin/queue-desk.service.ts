import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Database, DeadLetters, type DeadLetter, type Page, type QueueState } from '#libs/platform';

/** The queues and what failed for good, for those who keep the whole installation running. */
@Injectable()
export class QueueDesk {
  constructor(
    private readonly letters: DeadLetters,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  async states(actor: Actor): Promise<QueueState[]> {
    this.access.throughout(actor, 'job.read');
    return this.letters.queueStates();
  }

  async dead(actor: Actor, query: { page: number; size: number; queue?: string }): Promise<Page<DeadLetter>> {
    this.access.throughout(actor, 'job.read');
    return this.letters.list(query);
  }

  /** Lets a job that failed for good run again; audited. JOB_NOT_DEAD when it is not there any more. */
  async retry(actor: Actor, id: string): Promise<void> {
    this.access.throughout(actor, 'job.retry');
    await this.database.transaction(async () => {
      await this.letters.retry(id);
      await this.audit.record({ action: 'job.retried', subject: { type: 'job', id } });
    });
  }
}
