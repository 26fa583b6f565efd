import { commonDefs, count, decimal, expression, flag, key, list, object, oneOf, places, text, variants, words } from './parts.js';
import type { Schema } from './json-schema.js';

const range = { min: decimal, max: decimal, step: decimal };

const item = variants(
  'kind',
  { required: { key, label: words }, optional: { hint: words, default: { anyOf: [decimal, flag, { type: 'string' }] }, floor: decimal, cap: decimal } },
  {
    score: { required: { max: decimal }, optional: { min: decimal, step: decimal, weight: decimal, anchors: list(object({ from: decimal, label: words }), 1) } },
    count: { required: { max: count, points: decimal }, optional: { min: count } },
    flag: { required: { points: decimal } },
    choice: { required: { options: list(object({ key, label: words, points: decimal }), 1) } },
    lookup: { required: { table: list(object({ at: { type: 'number' }, points: decimal }), 1) } },
    measure: { optional: { ...range, unit: text, points: decimal } },
    tries: { required: { most: { type: 'integer', minimum: 1 }, take: oneOf('highest', 'lowest', 'sum', 'mean', 'last') }, optional: { ...range, unit: text } },
    answers: { required: { right: text, pointsByRight: list(decimal, 1) } },
    tests: { required: { max: decimal, take: oneOf('min', 'threshold', 'product', 'share') }, optional: { threshold: decimal } },
  },
);

export const sheetDefinition: Schema = object(
  { items: list(item, 1) },
  {
    label: words,
    derived: list(object({ key, value: expression }, { label: words })),
    total: expression,
    floor: decimal,
    cap: decimal,
    places,
    restrictions: list(object({ key, holds: expression, message: words })),
    resultWhen: expression,
  },
);

/** JSON Schema of a score sheet description. */
export const sheetSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://qingsai.example/schema/sheet-1.json',
  title: 'Qingsai score sheet',
  ...sheetDefinition,
  $defs: commonDefs,
};
