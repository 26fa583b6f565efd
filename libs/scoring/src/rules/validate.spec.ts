import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { innovationExample } from '../../examples/innovation.js';
import { olympiadExample } from '../../examples/olympiad.js';
import { roboticsExample } from '../../examples/robotics.js';
import { problemText } from '../trace/explain.js';
import { textsIn } from '../i18n/texts.js';
import type { ScoringRules } from './rules.types.js';
import { bundleSchema, scoreInputSchema } from './schema/input-schema.js';
import { scoringRulesSchema } from './schema/rules-schema.js';
import { sheetSchema } from './schema/sheet-schema.js';
import { validateScoringRules, validateSheetRules } from './validate.js';

type Json = Record<string, unknown>;
const good = (): ScoringRules & Json => JSON.parse(JSON.stringify(innovationExample.rules)) as ScoringRules & Json;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const published = ajv.compile(scoringRulesSchema);

/** Sets the member at a path of the innovation example; undefined removes it. */
function broken(path: string, value: unknown): ScoringRules {
  const rules = good();
  const keys = path.split('/');
  const last = keys.pop() as string;
  const holder = keys.reduce((at: Json, key) => at[key] as Json, rules as Json);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return rules;
}

/** Each row: what is changed, the code, the path. The first block is about form: there the published schema must refuse as well. */
const FORM: [string, unknown, string, string][] = [
  ['format', 'qingsai-scoring/2', 'NOT_ALLOWED', 'format'],
  ['stages', [], 'TOO_FEW', 'stages'],
  ['total', undefined, 'MISSING', 'total'],
  ['extra', 1, 'UNKNOWN_MEMBER', 'extra'],
  ['stages/0/key', 'in itial', 'WRONG_FORM', 'stages/0/key'],
  ['stages/0/kind', 'guess', 'NO_ALTERNATIVE', 'stages/0'],
  ['stages/0/judges/method', 'average', 'NO_ALTERNATIVE', 'stages/0/judges'],
  ['stages/0/judges/minimum', 0, 'BELOW_MINIMUM', 'stages/0/judges/minimum'],
  ['stages/0/judges/minimum', '3', 'WRONG_TYPE', 'stages/0/judges/minimum'],
  ['stages/0/label/en', '', 'TEXT_EMPTY', 'stages/0/label/en'],
  ['stages/0/places', 1.5, 'NO_ALTERNATIVE', 'stages/0/places'],
  ['sheets/project/items/0/max', 'forty', 'NO_ALTERNATIVE', 'sheets/project/items/0/max'],
  ['total/weights/initial', '1/0', 'NO_ALTERNATIVE', 'total/weights/initial'],
  ['ranking/keys/0/order', 'up', 'NOT_ALLOWED', 'ranking/keys/0/order'],
  ['ranking/keys/0/value', { plus: ['total'] }, 'NO_ALTERNATIVE', 'ranking/keys/0/value'],
  ['ranking/keys/0/value', { add: ['total'], sub: ['total', 1] }, 'UNKNOWN_MEMBER', 'ranking/keys/0/value/add'],
  ['ranking/keys/0/value', { sub: ['total'] }, 'TOO_FEW', 'ranking/keys/0/value/sub'],
];

const words = (text: string) => ({ zh: text, en: text });
const games = { key: 'games', label: words('games'), kind: 'matches', figures: { points: { value: 'won' } }, score: { figure: 'points', take: 'sum' } };
const items = (item: Json) => [{ key: 'q', label: words('q'), ...item }];

const MEANING: [string, unknown, string, string][] = [
  ['ranking/keys/0', { key: 'd', by: 'headToHead', stage: 'final', figure: 'points' }, 'KEY_STAGE_KIND', 'ranking/keys/0/stage'],
  ['stages/2', games, '', ''],
  ['sheets/project/items', items({ kind: 'choice', options: ['x', 'y', 'x'].map((key) => ({ key, label: words(key), points: 1 })) }), 'DUPLICATE_KEY', 'sheets/project/items/0/options/2/key'],
  ['sheets/project/items', items({ kind: 'lookup', table: [{ at: 1, points: 1 }, { at: 1, points: 2 }] }), 'DUPLICATE_KEY', 'sheets/project/items/0/table/1/at'],
  ['awards/0/levels/0', { key: '1', label: words('1'), count: 2.5 }, 'COUNT_NOT_WHOLE', 'awards/0/levels/0/count'],
  ['awards/0/levels/0', { key: '1', label: words('1'), count: -1 }, 'COUNT_NOT_WHOLE', 'awards/0/levels/0/count'],
  ['selections', [{ key: 'n', places: { count: -2 }, ties: 'report', caps: [{ attribute: 'school', most: 0.5 }] }], 'COUNT_NOT_WHOLE', 'selections/0/places/count'],
  ['stages/0/rounds', { method: 'bestOf', count: 4, take: 'sum', planned: 3 }, 'COUNT_OVER_PLANNED', 'stages/0/rounds/count'],
  ['stages/0/rounds', { method: 'bestOf', count: 3, take: 'sum', planned: 3 }, '', ''],
  ['stages/0/rounds', { method: 'meanDropping', drops: [{ played: 4, drop: 1 }, { played: 2, drop: 2 }] }, 'NOTHING_LEFT', 'stages/0/rounds/drops/1/drop'],
  ['stages/0/sheet', undefined, 'MISSING', 'stages/0/sheet'],
  ['stages/0/sheetFor', [{ when: { type: 'painting' }, sheet: 'painting' }], 'UNKNOWN_SHEET', 'stages/0/sheetFor/0/sheet'],
  ['stages/0/sheet', 'none', 'UNKNOWN_SHEET', 'stages/0/sheet'],
  ['stages/1/key', 'initial', 'DUPLICATE_KEY', 'stages/1/key'],
  ['stages/0/key', 'total', 'RESERVED_NAME', 'stages/0/key'],
  ['stages/0/judges', { method: 'trimmed', minimum: 3, trimFrom: 4, drop: 2 }, 'NOTHING_LEFT', 'stages/0/judges/trimFrom'],
  ['stages/0/correction', { method: 'mixed' }, '', ''],
  ['stages/1/values/innovation/item', 'magic', 'UNKNOWN_NAME', 'stages/1/values/innovation/item'],
  ['total/weights/initial', 0.4, 'WEIGHTS_NOT_ONE', 'total/weights'],
  ['total', { method: 'stage', stage: 'none', places: 2 }, 'UNKNOWN_STAGE', 'total/stage'],
  ['ranking/keys/1/value', 'finale', 'UNKNOWN_NAME', 'ranking/keys/1/value'],
  ['ranking/keys/1/key', 'total', 'DUPLICATE_KEY', 'ranking/keys/1/key'],
  ['awards/0/levels/2/share', 0.6, 'SHARES_OVER_ONE', 'awards/0/levels'],
  ['awards/0/levels/0/share', -0.1, 'SHARE_OUT_OF_RANGE', 'awards/0/levels/0/share'],
  ['awards/0/levels/0/count', 3, 'ONE_OF_SHARE_COUNT_LINE_RANGE', 'awards/0/levels/0'],
  ['awards/0/eligible', 'param.none', 'UNKNOWN_NAME', 'awards/0/eligible'],
  ['sheets/project/items/1/key', 'innovation', 'DUPLICATE_KEY', 'sheets/project/items/1/key'],
  ['sheets/project/items/0/min', 50, 'RANGE_REVERSED', 'sheets/project/items/0/max'],
  ['sheets/project/items/0/step', 0, 'NOT_POSITIVE', 'sheets/project/items/0/step'],
  ['sheets/project/derived', [{ key: 'a', value: { add: ['b', 1] } }, { key: 'b', value: 'a' }], 'CYCLE', 'sheets/project/derived/0/value'],
  ['sheets/project/derived', [{ key: 'a', value: 'a' }], 'CYCLE', 'sheets/project/derived/0/value'],
  ['sheets/project/total', { add: ['innovation', 'luck'] }, 'UNKNOWN_NAME', 'sheets/project/total'],
  ['sheets/project/floor', 200, '', ''],
  ['selections', [{ key: 'n', places: { share: 2 }, ties: 'report' }], 'SHARE_OUT_OF_RANGE', 'selections/0/places/share'],
  ['selections', [{ key: 'n', places: { count: 'total' }, ties: 'report' }], 'UNKNOWN_NAME', 'selections/0/places/count'],
  ['figures', [{ key: 'f', value: 'figure.g' }], 'UNKNOWN_NAME', 'figures/0/value'],
];

describe('validateScoringRules', () => {
  it.each([
    ['innovation', innovationExample],
    ['robotics', roboticsExample],
    ['olympiad', olympiadExample],
  ])('accepts the %s example, as does the published schema', (_name, example) => {
    expect(validateScoringRules(example.rules)).toEqual([]);
    expect(published(example.rules)).toBe(true);
    expect(ajv.compile(scoreInputSchema)(example)).toBe(true);
  });

  it.each(FORM)('%s = %j: %s at %s', (path, value, code, at) => {
    const rules = broken(path, value);
    expect(validateScoringRules(rules).map((one) => [one.code, one.path])).toContainEqual([code, at]);
    expect(published(rules)).toBe(false);
  });

  it.each(MEANING)('%s = %j: %s at %s', (path, value, code, at) => {
    const found = validateScoringRules(broken(path, value)).map((one) => [one.code, one.path]);
    if (code === '') expect(found).toEqual([]);
    else expect(found).toContainEqual([code, at]);
  });

  it('reports all problems at once', () => {
    const rules = good();
    (rules.total as unknown as Json)['weights'] = { initial: 0.5, finale: 0.6 };
    (rules.awards?.[0]?.levels[0] as unknown as Json)['share'] = 0.9;
    expect(validateScoringRules(rules).map((one) => one.code).sort()).toEqual(['SHARES_OVER_ONE', 'UNKNOWN_STAGE', 'WEIGHTS_NOT_ONE']);
  });

  it.each([null, 3, 'x', []])('refuses %j', (document) => expect(validateScoringRules(document).length).toBeGreaterThan(0));
});

describe('validateSheetRules', () => {
  it('accepts the sheets of the examples and refuses points that do not match the parts of an answer', () => {
    for (const example of [innovationExample, roboticsExample]) for (const sheet of Object.values(example.rules.sheets ?? {})) expect(validateSheetRules(sheet)).toEqual([]);
    const sheet = { items: [{ kind: 'answers', key: 'q', label: { zh: '题', en: 'q' }, right: 'TFTF', pointsByRight: [0, 1] }] };
    expect(validateSheetRules(sheet).map((one) => one.code)).toEqual(['POINTS_FOR_EACH_COUNT']);
  });

  it('is published as a schema a stranger can compile', () => {
    for (const schema of [sheetSchema, bundleSchema]) expect(typeof ajv.compile(schema)).toBe('function');
  });
});

describe('problem texts', () => {
  it('exist in both languages for every code in the sources', () => {
    const folder = new URL('../', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    const codes = new Set(sources.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/problem\(\s*(?:value === undefined \? '[A-Z_]+' : )?'([A-Z_]+)'/g)].map((match) => match[1] as string)));
    expect(codes.size).toBeGreaterThan(40);
    for (const language of ['zh', 'en'] as const) for (const code of codes) expect([language, code, code in textsIn(language).problem]).toEqual([language, code, true]);
  });

  it('fill in what they are about', () => {
    const [found] = validateScoringRules(broken('total/weights/initial', 0.4));
    expect(found && problemText(found, 'en')).toBe('total/weights: the weights sum to 1.1, not 1');
    expect(found && problemText(found, 'zh')).toBe('total/weights 的权重之和为 1.1，应为 1');
  });
});

describe('keys that read a stage', () => {
  const withKey = (key: Json): string[] => {
    const rules = good();
    rules.stages.push(games as never, { key: 'paper', label: words('paper'), kind: 'given', attribute: 'paper' });
    rules.ranking.keys = [key as never];
    return validateScoringRules(rules).map((one) => `${one.code} ${one.path}`);
  };

  it('must find there what they read: rounds, items or games, and the figure', () => {
    expect(withKey({ key: 'k', by: 'headToHead', stage: 'games', figure: 'points' })).toEqual([]);
    expect(withKey({ key: 'k', by: 'headToHead', stage: 'games', figure: 'goals' })).toEqual(['UNKNOWN_NAME ranking/keys/0/figure']);
    expect(withKey({ key: 'k', by: 'headToHead', stage: 'paper', figure: 'points' })).toEqual(['KEY_STAGE_KIND ranking/keys/0/stage']);
    for (const by of ['rounds', 'droppingOn', 'items']) {
      expect([withKey({ key: 'k', by, stage: 'paper' }), withKey({ key: 'k', by, stage: 'games' }), withKey({ key: 'k', by, stage: 'final' })]).toEqual([['KEY_STAGE_KIND ranking/keys/0/stage'], ['KEY_STAGE_KIND ranking/keys/0/stage'], []]);
    }
    expect(withKey({ key: 'k', by: 'rounds', stage: 'nowhere' })).toEqual(['UNKNOWN_STAGE ranking/keys/0/stage']);
  });
});
