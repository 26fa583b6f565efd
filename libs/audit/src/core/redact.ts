const SECRET_NAME = /^(password|passwordHash|token|secret|totpSecret|idNumber|identityNumber|cookie)$/i;
/** A Chinese identity number, alone or inside a longer text. */
const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/g;
/** What PostgreSQL's jsonb cannot hold: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
const REDACTED = '[redacted]';

/**
 * A JSON copy of `value` without identity numbers and secrets. Callers should not hand them in at all; an append-only log
 * cannot forget, so this is the last gate. Dates become ISO 8601 text.
 */
export function redact(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return strip(JSON.parse(JSON.stringify(value)) as unknown);
}

function strip(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(IDENTITY_NUMBER, REDACTED).replace(UNSTORABLE, '\ufffd');
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRET_NAME.test(name) && member !== null ? REDACTED : strip(member)]),
  );
}
