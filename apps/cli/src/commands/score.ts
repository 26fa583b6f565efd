import { problemText, readScoreInput, score, ScoringRefusal } from '#libs/scoring';
import { currentContext } from '#libs/platform';
import { readJson } from '../input-file.js';

/** Prints what is wrong with a scoring input, one line each. */
export function sayProblems(error: ScoringRefusal): void {
  for (const problem of error.problems) process.stderr.write(`${problem.path}: ${problem.code} ${problemText(problem, currentContext().language)}\n`);
}

/** `score FILE|-`: scores an input document and prints the output as JSON; exit code 1 when it is refused. */
export async function run([file]: string[]): Promise<number> {
  try {
    process.stdout.write(`${JSON.stringify(score(readScoreInput(readJson(file))), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ScoringRefusal)) throw error;
    sayProblems(error);
    return 1;
  }
}
