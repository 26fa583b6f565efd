/**
 * How an attempt to send ended. `refused`: it did not go out and never will. `later`: it did not go out, try again.
 * `uncertain`: the connection was lost after the letter was handed over; sending it again could deliver it twice.
 */
export type SendOutcome = { kind: 'sent' } | { kind: 'refused' | 'later' | 'uncertain'; reason: string };

interface SmtpFault {
  message?: string;
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Reads an SMTP error. An answer of the server is certain; without one it matters whether the letter had been handed over. */
export function smtpOutcome(error: unknown, handedOver: boolean): SendOutcome {
  const { message = String(error), code = '', command = '', responseCode } = error as SmtpFault;
  const reason = `${code} ${command} ${responseCode ?? ''} ${message}`.replace(/\s+/g, ' ').trim().slice(0, 500);
  // Wrong credentials are ours to put right; the letter may still go out.
  if (responseCode !== undefined && responseCode >= 500) return { kind: code === 'EAUTH' ? 'later' : 'refused', reason };
  if (responseCode !== undefined) return { kind: 'later', reason };
  return { kind: handedOver ? 'uncertain' : 'later', reason };
}

/** Reads the answer of the SMS gateway. */
export function smsOutcome(status: number, body: string): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `HTTP ${status} ${body}`.replace(/\s+/g, ' ').slice(0, 300);
  return { kind: status === 429 || status >= 500 ? 'later' : 'refused', reason };
}

/** Reads what fetch threw: a connection that never came to be took nothing with it. */
export function fetchOutcome(error: unknown): SendOutcome {
  const cause = (error as { cause?: { code?: string } }).cause?.code ?? '';
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'];
  return { kind: never.includes(cause) ? 'later' : 'uncertain', reason: `${cause} ${error instanceof Error ? error.message : String(error)}`.trim().slice(0, 300) };
}
