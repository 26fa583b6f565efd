import { ScoringRefusal, type Problem } from '../engine/problem.js';
import type { ScoreInput } from '../engine/score-input.types.js';
import { checkSchema } from '../rules/schema/json-schema.js';
import { scoreInputSchema } from '../rules/schema/input-schema.js';

/** Takes a JSON value from outside as a score input, once its form is right. @throws ScoringRefusal with every problem of form */
export function readScoreInput(document: unknown): ScoreInput {
  const problems: Problem[] = [];
  checkSchema(document, scoreInputSchema, scoreInputSchema, '', problems);
  if (problems.length > 0) throw new ScoringRefusal(problems);
  return document as ScoreInput;
}
