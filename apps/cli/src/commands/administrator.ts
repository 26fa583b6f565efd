import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Refusal, text } from '#libs/platform';
import { withApplication } from '../application.js';
import { makeAdministrator } from '../first-administrator.js';
import { UsageError } from '../usage-error.js';

/** `administrator --login NAME [--name NAME]`: makes a system administrator; the password is read from standard input. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { login: { type: 'string' }, name: { type: 'string' } } });
  const loginName = values.login;
  if (!loginName) throw new UsageError(text('cli.help.administrator'));
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const password = await input.question(text('cli.newPassword'));
  input.close();
  try {
    await withApplication((application) => makeAdministrator(application, { name: values.name ?? loginName, loginName, password }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UsageError([text(`errors.${error.code}`, error.params), ...error.problems.map((problem) => text(`errors.${problem.code}`, problem.params))].join('\n'));
  }
  process.stdout.write(`${text('cli.administratorMade', { login: loginName })}\n`);
  return 0;
}
