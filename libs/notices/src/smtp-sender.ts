import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from '#libs/platform';
import { smtpOutcome, type SendOutcome } from './core/send-outcome.js';

const TIMEOUT_MS = 20_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

/**
 * Sends one letter over one connection. nodemailer's own transports hide whether a lost connection had already carried the letter
 * (and its pool then sends it again), so the letter is handed over as a stream: once the server has asked for it, it is read.
 */
export async function sendOverSmtp(smtp: SmtpSettings, mail: Mail): Promise<SendOutcome> {
  const composed = new MailComposer({
    from: smtp.from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, messageId: mail.messageId,
    headers: { 'auto-submitted': 'auto-generated' },
    disableFileAccess: true, disableUrlAccess: true,
  }).compile();
  const content = await composed.build();
  const connection = new SMTPConnection({
    host: smtp.host, port: smtp.port, secure: smtp.secure, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS,
  });
  let handedOver = false;
  const letter = new Readable({
    read() {
      handedOver = true;
      this.push(content);
      this.push(null);
    },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.on('end', () => reject(new Error('The server ended the connection')));
      const then = (next: () => void) => (error?: Error | null) => (error ? reject(error) : next());
      const send = (): void => connection.send(composed.getEnvelope(), letter, then(resolve));
      connection.connect(then(() => (smtp.user ? connection.login({ user: smtp.user, pass: smtp.password ?? '' }, then(send)) : send())));
    });
    connection.quit();
    return { kind: 'sent' };
  } catch (error) {
    connection.close();
    return smtpOutcome(error, handedOver);
  }
}
