import { verifyAudit } from '#libs/audit';
import { Database, FieldCrypto, text } from '#libs/platform';
import { withApplication } from '../application.js';
import { UsageError } from '../usage-error.js';

/** `audit verify`: recomputes the whole audit log and prints what it found as JSON; exit code 1 on any fault. */
export async function run(args: string[]): Promise<number> {
  if (args[0] !== 'verify' || args.length !== 1) throw new UsageError(text('cli.help.audit'));
  const found = await withApplication((application) => verifyAudit(application.get(Database), application.get(FieldCrypto)));
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return found.ok ? 0 : 1;
}
