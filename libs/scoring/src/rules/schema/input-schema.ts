import type { Schema } from './json-schema.js';
import { commonDefs, decimal, flag, list, object, oneOf, text } from './parts.js';
import { scoringRulesSchema } from './rules-schema.js';

const anyText: Schema = { type: 'string' };
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });
const attribute: Schema = { anyOf: [anyText, { type: 'number' }, flag, { type: 'null' }] };
/** Whether a value fits its item is checked against the sheet, not here. */
const sheetValue: Schema = { anyOf: [anyText, { type: 'number' }, flag, { type: 'null' }, list({ anyOf: [anyText, { type: 'number' }, { type: 'null' }] })] };
const positive: Schema = { type: 'integer', minimum: 1 };

const { $defs: ruleDefs, $schema: draft, $id: _id, title: _title, ...rulesBody } = scoringRulesSchema;

const entry = object({ id: text, group: text }, { status: oneOf('active', 'absent', 'disqualified', 'withdrawn'), attributes: mapOf(attribute) });

const sheet = object(
  { entry: text, stage: text },
  {
    judge: text,
    round: positive,
    values: mapOf(sheetValue),
    state: oneOf('final', 'draft', 'void', 'noResult', 'noShow', 'disqualified'),
    confidence: { type: 'number', minimum: 0 },
    mark: { enum: [1, 2, 3, 4] },
  },
);

const side = object({ entries: list(text, 1) }, { score: decimal, figures: mapOf({ anyOf: [decimal, flag] }), disqualified: list(text), absent: list(text), surrogates: list(text) });
const match = object({ id: text, stage: text, sides: list(side, 2) }, { round: positive, state: oneOf('final', 'unconfirmed', 'scheduled', 'void') });

const inputDefinition: Schema = object(
  { rules: rulesBody, rulebookVersion: text, entries: list(entry) },
  {
    sheets: list(sheet),
    matches: list(match),
    judges: list(object({ id: text }, { state: oneOf('active', 'recused', 'withdrawn'), stage: text, weight: decimal })),
    recusals: list(object({ judge: text, entry: text }, { stage: text })),
    lots: mapOf({ type: 'integer' }),
    selected: list(object({ selection: text, entry: text, state: oneOf('taken', 'declined') })),
    revoked: list(object({ entry: text, award: text, reason: text })),
  },
);

const head = (name: string, title: string): Schema => ({ ...(draft ? { $schema: draft } : {}), $id: `https://qingsai.example/schema/${name}-1.json`, title });
const defs = { ...commonDefs, ...ruleDefs };

/** JSON Schema of what `score` takes. */
export const scoreInputSchema: Schema = { ...head('input', 'Qingsai score input'), ...inputDefinition, $defs: defs };

const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };

/** JSON Schema of a published bundle. The output inside is compared with a recalculation, so only its outline is given here. */
export const bundleSchema: Schema = {
  ...head('bundle', 'Qingsai result bundle'),
  ...object({
    format: { const: 'qingsai-bundle/1' },
    engine: text,
    rulebookVersion: text,
    input: inputDefinition,
    output: { type: 'object', required: ['format', 'engine', 'rulebookVersion', 'groups', 'selections'] },
    inputHash: hash,
    outputHash: hash,
    signatures: list(object({ signer: text, algorithm: text, publicKey: text, signature: text })),
  }),
  $defs: defs,
};
