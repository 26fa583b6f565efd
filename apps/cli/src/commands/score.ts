import { parseArgs } from 'node:util';
import { makeBundle, problemText, readScoreInput, resultTable, score, ScoringRefusal, type ScoreInput } from '#libs/scoring';
import { currentContext, text } from '#libs/platform';
import { readJson } from '../input-file.js';
import { alignLines } from '../plan/table.js';
import { UsageError } from '../usage-error.js';

/** Prints what is wrong with a scoring input, one line each. */
export function sayProblems(error: ScoringRefusal): void {
  for (const problem of error.problems) process.stderr.write(`${problem.path}: ${problem.code} ${problemText(problem, currentContext().language)}\n`);
}

/** The result as JSON, as a table to read, or as a bundle that `verify` checks. */
const formats: Record<string, (input: ScoreInput) => string> = {
  json: (input) => JSON.stringify(score(input), null, 2),
  bundle: (input) => JSON.stringify(makeBundle(input), null, 2),
  table: (input) => {
    const { headers, rows } = resultTable(score(input), input.rules, currentContext().language);
    return alignLines([headers, ...rows]).trimEnd();
  },
};

/** `score FILE|- [--format json|table|bundle]`: scores an input document; exit code 1 when it is refused. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: 'string', default: 'json' } } });
  const write = formats[values.format];
  if (!write) throw new UsageError(text('cli.help.score'));
  try {
    process.stdout.write(`${write(readScoreInput(readJson(positionals[0])))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ScoringRefusal)) throw error;
    sayProblems(error);
    return 1;
  }
}
