import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { problemText, validateScoringRules } from '#libs/scoring';
import type { RulebookFault } from './rulebook-fault.js';
import { checkRulebookMeaning } from './rulebook-meaning.js';
import { RULEBOOK_SCHEMA } from './rulebook.schema.js';
import type { Rulebook } from './rulebook.types.js';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

let compiled: ValidateFunction | undefined;

function formOf(): ValidateFunction {
  if (compiled) return compiled;
  // The scoring part is judged by the scoring library; its schema is carried along for readers only.
  const { scoring: _scoring, ...definitions } = RULEBOOK_SCHEMA.$defs as Record<string, unknown>;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
  ajv.addFormat('day', (value: string) => !Number.isNaN(Date.parse(value)) && isDay(value));
  compiled = ajv.compile({ ...RULEBOOK_SCHEMA, $defs: definitions });
  return compiled;
}

/** Keywords of the schema -> our codes, with the figure each sentence needs. */
const FORM_CODES: Record<string, { code: string; figure?: string }> = {
  type: { code: 'RULE_TYPE', figure: 'type' },
  minimum: { code: 'RULE_TOO_SMALL', figure: 'limit' },
  maximum: { code: 'RULE_TOO_LARGE', figure: 'limit' },
  enum: { code: 'RULE_NOT_ONE_OF', figure: 'allowedValues' },
  const: { code: 'RULE_NOT_ONE_OF', figure: 'allowedValue' },
  minLength: { code: 'RULE_EMPTY' },
  maxLength: { code: 'RULE_TOO_LONG', figure: 'limit' },
  minItems: { code: 'RULE_TOO_FEW', figure: 'limit' },
  maxItems: { code: 'RULE_TOO_MANY', figure: 'limit' },
  pattern: { code: 'RULE_PATTERN', figure: 'pattern' },
  format: { code: 'RULE_NOT_A_DAY' },
};

function faultOf(error: ErrorObject): RulebookFault {
  const params = error.params as Record<string, unknown>;
  const member = params.missingProperty ?? params.additionalProperty;
  if (typeof member === 'string') return { code: error.keyword === 'required' ? 'RULE_MISSING' : 'RULE_UNKNOWN', path: `${error.instancePath}/${member}`, params: {} };
  const { code, figure } = FORM_CODES[error.keyword] ?? { code: 'RULE_FORM' };
  const expected = figure === undefined ? undefined : params[figure];
  return { code, path: error.instancePath, params: expected === undefined ? {} : { expected: Array.isArray(expected) ? expected.join(', ') : String(expected) } };
}

/** Everything wrong with a rulebook, form and scoring part at once; the meaning only when the form is right. */
export function checkRulebook(document: unknown): RulebookFault[] {
  const validate = formOf();
  const form = validate(document) ? [] : (validate.errors ?? []).filter((error) => error.keyword !== 'anyOf' && error.keyword !== 'if').map(faultOf);
  const scoring = typeof document === 'object' && document !== null ? (document as { scoring?: unknown }).scoring : undefined;
  const scored = scoring === undefined
    ? []
    : validateScoringRules(scoring).map((problem) => ({
        code: problem.code,
        path: `/scoring${problem.path ? `/${problem.path}` : ''}`,
        params: problem.params,
        sentences: { zh: problemText(problem, 'zh'), en: problemText(problem, 'en') },
      }));
  const faults = [...form, ...scored];
  return faults.length > 0 ? faults : checkRulebookMeaning(document as Rulebook);
}
