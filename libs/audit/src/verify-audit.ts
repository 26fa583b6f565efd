import type { Database, FieldCrypto } from '#libs/platform';
import { SEAL_PURPOSE, sealedText } from './audit-sealer.service.js';
import { CHAIN_START, linkHash, recordHash } from './core/record-hash.js';

export type AuditFault =
  | 'RECORD_CHANGED' | 'RECORD_MISSING' | 'LINK_CHANGED' | 'LINK_MISSING' | 'RECORD_UNLINKED' | 'HEAD_CHANGED' | 'TAIL_MISSING' | 'SEAL_MISSING' | 'SEAL_FORGED' | 'SEAL_MISMATCH' | 'KNOWN_HEAD_MISMATCH';

export interface AuditProblem {
  fault: AuditFault;
  position?: number;
  recordId?: string;
}

export interface AuditVerification {
  ok: boolean;
  records: number;
  /** The newest link; note it down elsewhere and hand it in as `knownHead` later to guard against a whole older database put in place of this one. */
  head: { position: number; hash: string };
  sealedTo: number;
  /** At most 100; `ok` says whether there is any. */
  problems: AuditProblem[];
}

interface LinkRow {
  position: string;
  record_id: string;
  hash: string;
  id: string | null;
  at: Date;
  account_id: string | null;
  request_id: string;
  action: string;
  subject_type: string;
  subject_id: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  sha256: string;
}

const ROWS_AT_ONCE = 2_000;
const PROBLEMS_SHOWN = 100;

/**
 * Recomputes the whole audit log: every record's hash, every link, the head and the signed seal. Finds changed, removed, added,
 * swapped and cut-off records. Reads in one snapshot, so it may run while people work.
 */
export async function verifyAudit(database: Database, crypto: FieldCrypto, knownHead?: { position: number; hash: string }): Promise<AuditVerification> {
  return database.transaction(async () => {
    await database.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const problems: AuditProblem[] = [];
    const seal = await database.first<{ position: string; hash: string; signature: string }>('SELECT position, hash, signature FROM audit_seal');
    const sealedTo = Number(seal?.position ?? 0);
    const hashAt = new Map<number, string | undefined>([[0, CHAIN_START], [sealedTo, undefined], [knownHead?.position ?? 0, undefined]]);
    hashAt.set(0, CHAIN_START);

    let position = 0;
    let hash = CHAIN_START;
    for (;;) {
      const rows = await database.query<LinkRow>(
        `SELECT l.position, l.record_id, l.hash, r.id, r.at, r.account_id, r.request_id, r.action, r.subject_type, r.subject_id, r.before, r.after, r.reason, r.sha256
         FROM audit_link l LEFT JOIN audit_record r ON r.id = l.record_id WHERE l.position > $1 ORDER BY l.position LIMIT ${ROWS_AT_ONCE}`,
        [position],
      );
      for (const row of rows) {
        const found = Number(row.position);
        if (found !== position + 1) problems.push({ fault: 'LINK_MISSING', position: position + 1 });
        const sha256 = checkRecord(row, found, problems);
        // A link that does not follow is told once; from there on the chain is followed as it stands.
        if (row.hash !== linkHash(hash, found, row.record_id, sha256)) problems.push({ fault: 'LINK_CHANGED', position: found, recordId: row.record_id });
        position = found;
        hash = row.hash;
        if (hashAt.has(found)) hashAt.set(found, hash);
      }
      if (rows.length < ROWS_AT_ONCE) break;
    }

    const unlinked = await database.query<{ id: string }>(
      `SELECT r.id FROM audit_record r WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.record_id = r.id) LIMIT ${PROBLEMS_SHOWN}`,
    );
    problems.push(...unlinked.map(({ id }): AuditProblem => ({ fault: 'RECORD_UNLINKED', recordId: id })));
    const head = await database.first<{ position: string; hash: string }>('SELECT position, hash FROM audit_head');
    if (!head || Number(head.position) !== position || head.hash !== hash) problems.push({ fault: 'HEAD_CHANGED', position });
    if (!seal) problems.push({ fault: 'SEAL_MISSING' });
    else if (!crypto.isSignedBy(seal.signature, SEAL_PURPOSE, sealedText(sealedTo, seal.hash))) problems.push({ fault: 'SEAL_FORGED', position: sealedTo });
    else if (sealedTo > position) problems.push({ fault: 'TAIL_MISSING', position: position + 1 });
    else if (hashAt.get(sealedTo) !== seal.hash) problems.push({ fault: 'SEAL_MISMATCH', position: sealedTo });
    if (knownHead && hashAt.get(knownHead.position) !== knownHead.hash) problems.push({ fault: 'KNOWN_HEAD_MISMATCH', position: knownHead.position });
    const counted = await database.first<{ records: string }>('SELECT count(*) AS records FROM audit_record');
    return { ok: problems.length === 0, records: Number(counted?.records ?? 0), head: { position, hash }, sealedTo, problems: problems.slice(0, PROBLEMS_SHOWN) };
  });
}

/** Compares a record with its own hash; answers the hash of what the record says now. */
function checkRecord(row: LinkRow, position: number, problems: AuditProblem[]): string {
  if (row.id === null) {
    problems.push({ fault: 'RECORD_MISSING', position, recordId: row.record_id });
    return '';
  }
  const says = recordHash({
    id: row.id,
    at: row.at.toISOString(),
    accountId: row.account_id,
    requestId: row.request_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    before: row.before ?? null,
    after: row.after ?? null,
    reason: row.reason,
  });
  if (says !== row.sha256) problems.push({ fault: 'RECORD_CHANGED', position, recordId: row.id });
  return row.sha256;
}
