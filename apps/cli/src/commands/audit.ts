import { parseArgs } from 'node:util';
import { verifyAudit } from '#libs/audit';
import { Database, FieldCrypto, text } from '#libs/platform';
import { withApplication } from '../application.js';
import { UsageError } from '../usage-error.js';

/** `<position>:<hash>` as it was noted down. */
function readHead(noted: string): { position: number; hash: string } {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted.trim());
  if (!match) throw new UsageError(text('cli.audit.badHead', { noted }));
  return { position: Number(match[1]), hash: match[2] ?? '' };
}

/**
 * `audit verify [--head POSITION:HASH]`: recomputes the whole audit log, compares it with a head noted earlier, and prints what it found as
 * JSON and the head to note now; exit code 1 on any fault.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { head: { type: 'string' } }, allowPositionals: true });
  if (positionals.join(' ') !== 'verify') throw new UsageError(text('cli.help.audit'));
  const known = values.head === undefined ? undefined : readHead(values.head);
  const found = await withApplication((application) => verifyAudit(application.get(Database), application.get(FieldCrypto), known));
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (found.ok) {
    if (known) process.stderr.write(`${text('cli.audit.same', { position: known.position })}\n`);
    process.stderr.write(`${text('cli.audit.note', { head: `${found.head.position}:${found.head.hash}` })}\n`);
    return 0;
  }
  process.stderr.write(`${text(found.problems.some(({ fault }) => fault === 'KNOWN_HEAD_MISMATCH') ? 'cli.audit.replaced' : 'cli.audit.faults', { count: found.problems.length })}\n`);
  return 1;
}
