import { commonDefs, count, decimal, expression, flag, key, list, object, oneOf, places, record, text, variants, words } from './parts.js';
import type { Schema } from './json-schema.js';
import { sheetDefinition } from './sheet-schema.js';

const atLeastOne: Schema = { type: 'integer', minimum: 1 };
const placesOrNull: Schema = { anyOf: [places, { type: 'null' }] };

const each = oneOf('sheet', 'item');
const judges = variants('method', {}, {
  single: {},
  mean: { optional: { minimum: atLeastOne, weighted: flag } },
  trimmed: { required: { minimum: atLeastOne, trimFrom: { type: 'integer', minimum: 3 } }, optional: { drop: atLeastOne, each } },
  median: { optional: { minimum: atLeastOne, each } },
  dropped: { required: { high: count, low: count }, optional: { minimum: atLeastOne, each } },
  sum: { optional: { minimum: atLeastOne } },
});

const rounds = variants(
  'method',
  { optional: { planned: atLeastOne, noResult: oneOf('skip', 'zero', 'worst', 'void'), noShow: oneOf('skip', 'zero', 'worst', 'void'), factors: list(decimal, 1), bounds: object({}, { lowest: decimal, highest: decimal }) } },
  {
    best: {},
    last: {},
    sum: {},
    mean: {},
    bestOf: { required: { count: atLeastOne, take: oneOf('sum', 'mean') } },
    meanDropping: { required: { drops: list(object({ played: atLeastOne, drop: count })) } },
    meanOfMiddle: { optional: { drop: atLeastOne } },
  },
);

const target = { mean: decimal, sd: decimal, to: oneOf('constants', 'pool') };
const correction = variants(
  'method',
  { optional: { within: oneOf('group', 'stage'), places, minimumEntries: atLeastOne, whenFew: oneOf('refuse', 'raw') } },
  {
    none: {},
    shift: {},
    zscore: { optional: target },
    robust: { optional: target },
    additive: {},
    mixed: { optional: { track: text, confidence: flag } },
  },
);

const stage = variants(
  'kind',
  { required: { key, label: words }, optional: { places: placesOrNull, better: oneOf('higher', 'lower'), whenMissing: oneOf('noResult', 'zero'), coarse: object({ above: decimal, places: { type: 'integer' } }) } },
  {
    sheets: {
      optional: {
        sheet: key,
        sheetFor: list(object({ when: { ...record({ anyOf: [text, list(text, 1)] }), minProperties: 1 }, sheet: key }), 1),
        correction,
        judges,
        rounds,
        values: record(object({ item: text, take: oneOf('mean', 'sum', 'highest', 'lowest', 'last', 'first') }, { of: oneOf('all', 'counted') })),
        screens: object({}, { range: decimal, sd: decimal }),
      },
    },
    given: { required: { attribute: text }, optional: { min: decimal, max: decimal } },
    marked: {
      required: {
        problems: list(object({ key, label: words, max: decimal }, { step: decimal, tolerance: decimal }), 1),
        marking: object({ method: oneOf('double', 'reviewed', 'single') }, { tolerance: decimal, thirdTolerance: decimal, places, equidistant: oneOf('higher', 'lower', 'median') }),
      },
    },
    matches: {
      required: {
        figures: { ...record(object({ value: expression }, { evenWhenOut: flag })), minProperties: 1 },
        score: object({ figure: key, take: oneOf('sum', 'perMatch') }),
      },
      optional: { byPlace: list(decimal, 1), opponents: flag },
    },
  },
);

const stageList = list(key, 1);
const total = variants(
  'method',
  { required: { places: placesOrNull }, optional: { requires: list(key), resultWhen: expression } },
  {
    stage: { required: { stage: key } },
    sum: { required: { stages: stageList } },
    weighted: { required: { weights: { ...record(decimal), minProperties: 1 } }, optional: { freeWeights: flag } },
    scaled: { required: { stages: list(object({ stage: key, maximum: decimal, weight: decimal }), 1) } },
    rankSum: { required: { stages: stageList } },
    formula: { required: { value: expression } },
  },
);

const rankKey = variants(
  'by',
  { required: { key: text }, optional: { label: words } },
  {
    value: { required: { value: expression, order: oneOf('desc', 'asc') }, optional: { missing: oneOf('last', 'first', 'excluded') } },
    rounds: { required: { stage: key }, optional: { skip: count } },
    droppingOn: { required: { stage: key } },
    items: { required: { stage: key } },
    headToHead: { required: { stage: key, figure: key } },
    lot: {},
  },
);

const level = object(
  { key, label: words },
  { share: decimal, count: expression, line: expression, range: { type: 'array', prefixItems: [count, count], minItems: 2, maxItems: 2 }, when: expression },
);

const ties = oneOf('expand', 'shrink', 'report');
const award = object(
  { key, levels: list(level, 1), ties },
  {
    label: words,
    base: oneOf('ranked', 'registered'),
    drawnOn: expression,
    rounding: oneOf('floor', 'halfUp', 'ceil', 'nearestTie'),
    eligible: expression,
    caps: list(object({ attribute: text, most: expression }, { level: key })),
    smallGroup: object({}, { manualBelow: count, oneFirstFrom: count, minimumUnits: count, minimumPeople: count }),
    mention: object({ key, label: words, when: expression }),
  },
);

const selection = object(
  { key, places: { anyOf: [object({ count: expression }), object({ share: decimal }), object({ when: expression })] }, ties },
  {
    label: words,
    per: oneOf('group', 'all'),
    base: oneOf('ranked', 'registered'),
    atMostShare: decimal,
    without: list(key, 1),
    eligible: expression,
    caps: list(object({ attribute: text, most: expression }, { notCounted: object({ when: expression, count }) })),
    quota: object({ when: expression, atLeast: count }),
  },
);

/** JSON Schema of a rule document. */
export const scoringRulesSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://qingsai.example/schema/scoring-1.json',
  title: 'Qingsai scoring rules',
  ...object(
    {
      format: { const: 'qingsai-scoring/1' },
      stages: list(stage, 1),
      total,
      ranking: object({ keys: list(rankKey, 1) }, { style: oneOf('competition', 'dense', 'ordinal') }),
    },
    {
      sheets: record({ $ref: '#/$defs/sheet' }),
      parameters: record(decimal),
      figures: list(object({ key, value: expression }, { label: words, places })),
      awards: list(award),
      selections: list(selection),
    },
  ),
  $defs: { ...commonDefs, sheet: sheetDefinition },
};
