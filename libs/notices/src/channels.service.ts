import { Injectable } from '@nestjs/common';
import { Config } from '#libs/platform';
import type { Letter } from './core/letter.js';
import { fetchOutcome, smsOutcome, type SendOutcome } from './core/send-outcome.js';
import { sendOverSmtp } from './smtp-sender.js';

const TIMEOUT_MS = 20_000;

/** The ways out of the house: an SMTP server and an SMS gateway, where they are configured. */
@Injectable()
export class Channels {
  constructor(private readonly config: Config) {}

  get hasEmail(): boolean {
    return this.config.settings.smtp !== undefined;
  }

  get hasSms(): boolean {
    return this.config.settings.sms !== undefined;
  }

  /** `id` becomes the Message-ID, so that a mail server can recognise a letter it has seen. */
  async sendEmail(id: string, to: string, letter: Letter): Promise<SendOutcome> {
    const { smtp, publicUrl } = this.config.settings;
    if (!smtp) return { kind: 'refused', reason: 'No SMTP server is configured' };
    return sendOverSmtp(smtp, { to, subject: letter.subject, text: letter.text, messageId: `<${id}@${new URL(publicUrl).hostname}>` });
  }

  /** One JSON request; `id` is the idempotency key. */
  async sendSms(id: string, to: string, text: string): Promise<SendOutcome> {
    const { sms } = this.config.settings;
    if (!sms) return { kind: 'refused', reason: 'No SMS gateway is configured' };
    try {
      const response = await fetch(sms.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sms.token}`, 'idempotency-key': id },
        body: JSON.stringify({ id, to, text, signature: sms.signature }),
      });
      return smsOutcome(response.status, (await response.text()).slice(0, 300));
    } catch (error) {
      return fetchOutcome(error);
    }
  }
}
