import { Injectable } from '@nestjs/common';
import { Clock, Database, FieldCrypto, findText, Live, Outbox, type Language } from '#libs/platform';
import { Channels } from './channels.service.js';
import { DeliverNotice, type PrivateLetter } from './notices.jobs.js';

export interface NoticeOrder {
  /** Account ids; the same one twice counts once. */
  to: string[];
  /** Its texts are `notices.<template>.title` and `.body`, and `.sms` where a short message goes out too. */
  template: string;
  params?: Record<string, string | number>;
  /** Page of the web app it leads to, beginning with a slash. */
  link?: string;
  /** What it is about: nobody gets two notices of one key, however often it is sent. */
  dedupeKey: string;
}

export interface LetterOrder {
  email: string;
  language: Language;
  template: string;
  params?: Record<string, string | number>;
  /** Full address of the page, with the token. */
  url: string;
  dedupeKey: string;
}

/** Tells people things: in their inbox at once, by e-mail and SMS soon after. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crypto: FieldCrypto,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly channels: Channels,
  ) {}

  /** Whether letters go out at all: an SMTP server is configured. */
  get sendsEmail(): boolean {
    return this.channels.hasEmail;
  }

  /** Inside the caller's transaction: nobody hears of what did not commit. How many got a new notice. */
  async send(order: NoticeOrder): Promise<number> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const added = await this.database.often<{ id: string; account_id: string }>(
        `INSERT INTO notice (account_id, template, params, link, dedupe_key, created_at)
         SELECT DISTINCT a::uuid, $2, $3::jsonb, $4, $5, $6::timestamptz FROM unnest($1::text[]) a ON CONFLICT (account_id, dedupe_key) DO NOTHING RETURNING id, account_id`,
        [order.to, order.template, JSON.stringify(order.params ?? {}), order.link ?? null, order.dedupeKey, now],
      );
      if (added.length === 0) return 0;
      const ways = [...(this.channels.hasEmail ? ['email'] : []), ...(this.channels.hasSms && findText(`notices.${order.template}.sms`) !== undefined ? ['sms'] : [])];
      const deliveries = await this.database.often<{ id: string }>(
        `INSERT INTO delivery (notice_id, channel, created_at, changed_at) SELECT n::uuid, c, $3::timestamptz, $3 FROM unnest($1::text[]) n, unnest($2::text[]) c RETURNING id`,
        [added.map((row) => row.id), ways, now],
      );
      await this.outbox.addAll(DeliverNotice, deliveries.map(({ id }) => ({ payload: { deliveryId: id } })));
      await this.live.publishAll(added.map((row) => ({ topic: `inbox:${row.account_id}`, data: { template: order.template } })));
      return added.length;
    });
  }

  /**
   * A letter to an address with a link that must not lie about (invitation, password reset): no inbox has it, and the database keeps
   * it sealed and only until it is sent. False when there is no SMTP server or the key was used before.
   */
  async sendLetter(order: LetterOrder): Promise<boolean> {
    if (!this.channels.hasEmail) return false;
    return this.database.transaction(async () => {
      const letter: PrivateLetter = { email: order.email, language: order.language, template: order.template, params: order.params ?? {}, link: order.url };
      const added = await this.database.first<{ id: string }>(
        `INSERT INTO delivery (letter_key, sealed_letter, channel, created_at, changed_at) VALUES ($1, $2, 'email', $3, $3) ON CONFLICT (letter_key) DO NOTHING RETURNING id`,
        [order.dedupeKey, this.crypto.seal(JSON.stringify(letter)), this.clock.now()],
      );
      if (!added) return false;
      await this.outbox.add(DeliverNotice, { deliveryId: added.id });
      return true;
    });
  }

  /** Moves letters that wait to the newest secret key; how many. */
  async resealLetters(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; sealed: string }>('SELECT id, sealed_letter AS sealed FROM delivery WHERE sealed_letter IS NOT NULL FOR UPDATE');
      const fresh = rows.filter((row) => !this.crypto.isCurrent(row.sealed)).map((row) => ({ id: row.id, sealed: this.crypto.reseal(row.sealed) }));
      await this.database.query('UPDATE delivery d SET sealed_letter = f.sealed FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, sealed text) WHERE d.id = f.id', [JSON.stringify(fresh)]);
      return fresh.length;
    });
  }
}
