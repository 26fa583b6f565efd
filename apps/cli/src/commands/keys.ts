import { KeyRotation } from '#libs/identity';
import { text } from '#libs/platform';
import { withApplication } from '../application.js';
import { UsageError } from '../usage-error.js';

/** `keys reseal`: moves what older secret keys sealed to the newest one and prints how much; afterwards the older keys may go. */
export async function run(args: string[]): Promise<number> {
  if (args[0] !== 'reseal' || args.length !== 1) throw new UsageError(text('cli.help.keys'));
  const moved = await withApplication((application) => application.get(KeyRotation, { strict: false }).reseal());
  process.stdout.write(`${JSON.stringify(moved)}\n`);
  return 0;
}
