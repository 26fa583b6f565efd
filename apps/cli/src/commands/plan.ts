import { currentContext, text } from '#libs/platform';
import { assignJudges, explainInfeasible, PlanningInputError, splitQuota } from '#libs/planning';
import { readJson } from '../input-file.js';
import { UsageError } from '../usage-error.js';

const print = (result: unknown): void => void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

/** `plan assign|quota FILE|-`: plans from a problem document and prints the plan as JSON; exit code 1 when there is none. */
export async function run([what, file]: string[]): Promise<number> {
  try {
    if (what === 'quota') {
      print(splitQuota(readJson(file) as Parameters<typeof splitQuota>[0]));
      return 0;
    }
    if (what !== 'assign') throw new UsageError(text('cli.help.plan'));
    const result = assignJudges(readJson(file) as Parameters<typeof assignJudges>[0]);
    print(result);
    if (result.kind === 'plan') return 0;
    process.stderr.write(`${explainInfeasible(result.proof, currentContext().language)}\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
