import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, FieldCrypto, Handles, job, Metrics, type JobRun, type Language } from '#libs/platform';
import { Channels } from './channels.service.js';
import { writeEmail, writeSms, type LetterContent } from './core/letter.js';
import type { SendOutcome } from './core/send-outcome.js';
import { Recipients } from './recipients.service.js';

/** Sends one delivery; tried for about an hour and a half. */
export const DeliverNotice = job<{ deliveryId: string }>('notices.deliver', { queue: 'notices', attempts: 10, backoffMs: 10_000, atomic: false });

/** A letter to an address, with a link that works once. */
export interface PrivateLetter extends LetterContent {
  email: string;
  language: Language;
}

interface DeliveryRow {
  id: string;
  channel: 'email' | 'sms';
  sealedLetter: string | null;
  accountId: string | null;
  template: string | null;
  params: Record<string, string | number> | null;
  link: string | null;
}

/** Where a delivery goes and what it says; a text when there is nobody or nothing to send to. */
type Addressed = { content: LetterContent; language: Language; to: string } | string;

/**
 * Sends deliveries. Before anything leaves the house the row says `sending`, in a transaction of its own; if the process dies then,
 * nobody knows whether the letter arrived, and it is marked uncertain instead of being sent a second time. The inbox has the notice anyway.
 */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly crypto: FieldCrypto,
    private readonly channels: Channels,
    private readonly recipients: Recipients,
    private readonly metrics: Metrics,
  ) {}

  @Handles(DeliverNotice)
  async deliver({ deliveryId }: { deliveryId: string }, run: JobRun): Promise<void> {
    const row = await this.claim(deliveryId);
    if (!row) return;
    let outcome: SendOutcome;
    try {
      const addressed = await this.address(row);
      if (typeof addressed === 'string') {
        await this.settle(row, 'skipped', addressed);
        return;
      }
      outcome = await this.send(row, addressed);
    } catch (error) {
      // Nothing was handed over yet: looking up and writing the letter come before.
      await this.settle(row, 'waiting', error instanceof Error ? error.message : String(error));
      throw error;
    }
    this.metrics.notices.inc({ channel: row.channel, outcome: outcome.kind });
    if (outcome.kind === 'later') {
      await this.settle(row, run.attempt < DeliverNotice.attempts ? 'waiting' : 'failed', outcome.reason);
      throw new Error(`${row.channel} was not taken: ${outcome.reason}`);
    }
    const state = { sent: 'sent', refused: 'failed', uncertain: 'uncertain' } as const;
    await this.settle(row, state[outcome.kind], outcome.kind === 'sent' ? null : outcome.reason);
  }

  /** Takes the delivery for this run; nothing when it is done, or when an earlier run ended without a word. */
  private async claim(id: string): Promise<DeliveryRow | undefined> {
    return this.database.transaction(async () => {
      const row = await this.database.first<DeliveryRow & { state: string }>(
        `SELECT d.id, d.channel, d.state, d.sealed_letter AS "sealedLetter", n.account_id AS "accountId", n.template, n.params, n.link
         FROM delivery d LEFT JOIN notice n ON n.id = d.notice_id WHERE d.id = $1 FOR UPDATE OF d`,
        [id],
      );
      if (row?.state === 'sending') await this.settle(row, 'uncertain', 'The process ended while it was being sent');
      // A dead job that an administrator runs again finds its delivery failed.
      if (row?.state !== 'waiting' && row?.state !== 'failed') return undefined;
      await this.database.query(`UPDATE delivery SET state = 'sending', attempts = attempts + 1, changed_at = $2 WHERE id = $1`, [id, this.clock.now()]);
      return row;
    });
  }

  private async address(row: DeliveryRow): Promise<Addressed> {
    if (row.sealedLetter !== null) {
      const { email, language, ...content } = JSON.parse(this.crypto.unseal(row.sealedLetter)) as PrivateLetter;
      return { content, language, to: email };
    }
    if (row.accountId === null) return 'The letter is no longer kept';
    const recipient = await this.recipients.of(row.accountId);
    if (!recipient) return 'The account is gone or disabled';
    const to = row.channel === 'email' ? recipient.email : recipient.phone;
    if (!to) return row.channel === 'email' ? 'The account has no e-mail address' : 'The account has no telephone number';
    return { content: { template: row.template ?? '', params: row.params ?? {}, link: row.link }, language: recipient.language, to };
  }

  private send(row: DeliveryRow, { content, language, to }: Exclude<Addressed, string>): Promise<SendOutcome> {
    if (row.channel === 'email') return this.channels.sendEmail(row.id, to, writeEmail(content, language, this.config.settings.publicUrl));
    return this.channels.sendSms(row.id, to, writeSms(content, language) ?? '');
  }

  private async settle(row: DeliveryRow, state: 'waiting' | 'sent' | 'failed' | 'uncertain' | 'skipped', error: string | null): Promise<void> {
    await this.database.query(
      `UPDATE delivery SET state = $2, error = $3, changed_at = $4, sealed_letter = CASE WHEN $2 = 'waiting' THEN sealed_letter END WHERE id = $1`,
      [row.id, state, error, this.clock.now()],
    );
  }
}
