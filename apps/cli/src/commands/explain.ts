import { parseArgs } from 'node:util';
import { currentContext, text } from '#libs/platform';
import { explain, readScoreInput, score, ScoringRefusal } from '#libs/scoring';
import { readJson } from '../input-file.js';
import { UsageError } from '../usage-error.js';
import { sayProblems } from './score.js';

/** `explain FILE --entry ID --lang zh|en`: how one entry's result came about, as a paragraph. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { entry: { type: 'string' }, lang: { type: 'string' } } });
  const language = values.lang ?? currentContext().language;
  if (!values.entry || (language !== 'zh' && language !== 'en')) throw new UsageError(text('cli.help.explain'));
  const document = readJson(positionals[0]);
  try {
    const input = readScoreInput(document);
    if (!input.entries.some((entry) => entry.id === values.entry)) throw new UsageError(text('cli.noSuchEntry', { entry: values.entry }));
    process.stdout.write(`${explain(score(input), values.entry, language, input.rules)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ScoringRefusal)) throw error;
    sayProblems(error);
    return 1;
  }
}
