import { createHash } from 'node:crypto';

/** A record as it is hashed. Instants are ISO 8601 in UTC with milliseconds; absent values are null. */
export interface HashedRecord {
  id: string;
  at: string;
  accountId: string | null;
  requestId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
}

/** JSON with keys in code-unit order and no spaces: PostgreSQL's jsonb does not keep the order in which keys were written. */
export function orderedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => orderedJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const members = Object.keys(record).filter((key) => record[key] !== undefined).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${orderedJson(record[key])}`).join(',')}}`;
}

/** SHA-256 (hex) of everything a record says. */
export function recordHash(record: HashedRecord): string {
  return createHash('sha256').update(orderedJson(record)).digest('hex');
}

/** SHA-256 (hex) of a link: what came before, where it stands, which record, what the record says. The database computes the same at commit. */
export function linkHash(previous: string, position: number, recordId: string, recordSha256: string): string {
  return createHash('sha256').update(`${previous}:${position}:${recordId}:${recordSha256}`).digest('hex');
}

/** What the first link follows. */
export const CHAIN_START = '0'.repeat(64);
