import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonical-json.js';
import type { JudgeCombination } from '../rules/stage-rules.types.js';
import type { ScoringRules } from '../rules/rules.types.js';
import { score } from './score.js';
import type { ScoreInput, ScoreSheet } from './score-input.types.js';

const words = (text: string) => ({ zh: text, en: text });

/** `general` asks for a total that says what is the default anyway: the sheet is then read the general way. */
function inputOf(table: readonly (readonly [number, number])[][], judges: JudgeCombination, general: boolean, spoil: (sheet: ScoreSheet) => ScoreSheet = (sheet) => sheet): ScoreInput {
  const items = ['a', 'b'].map((key) => ({ kind: 'score' as const, key, label: words(key), max: 20, step: 0.5, weight: key === 'a' ? '0.7' : 1 }));
  const rules: ScoringRules = {
    format: 'qingsai-scoring/1',
    sheets: { s: { items, ...(general ? { total: { add: ['points.a', 'points.b'] } } : {}) } },
    stages: [{ key: 'p', label: words('p'), kind: 'sheets', sheet: 's', judges, places: 2 }],
    total: { method: 'stage', stage: 'p', places: 1 },
    ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }, { key: 'rounds', by: 'rounds', stage: 'p' }] },
    awards: [{ key: 'grade', ties: 'expand', levels: [{ key: 'first', label: words('1'), share: '0.4' }] }],
  };
  const sheets = table.flatMap((byJudge, entry) => byJudge.map(([a, b], judge) => spoil({ entry: `e${entry}`, stage: 'p', judge: `j${judge}`, values: { a: a / 2, b: b / 2 } })));
  return { rules, rulebookVersion: '1', entries: table.map((_, entry) => ({ id: `e${entry}`, group: 'g' })), sheets };
}

const table = fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 0, maxLength: 7 }), { minLength: 1, maxLength: 9 });
const judges = fc.constantFrom<JudgeCombination>({ method: 'mean' }, { method: 'mean', minimum: 3 }, { method: 'sum' }, { method: 'trimmed', minimum: 2, trimFrom: 4 }, { method: 'trimmed', minimum: 3, trimFrom: 5, drop: 1 });

describe('plain panels in columns', () => {
  it('give to the letter what the general way gives', () => {
    fc.assert(
      fc.property(table, judges, fc.integer({ min: 2, max: 9 }), (entries, rule, every) => {
        let at = 0;
        const spoil = (sheet: ScoreSheet): ScoreSheet => (at++ % every === 0 ? { ...sheet, state: at % 2 === 0 ? 'void' : 'draft' } : sheet);
        const plain = inputOf(entries, rule, false, spoil);
        at = 0;
        const general = inputOf(entries, rule, true, spoil);
        expect(canonicalJson(score(plain))).toBe(canonicalJson(score(general)));
      }),
    );
  });

  it('keep the derivation as it was, whatever happens to the input afterwards', () => {
    const make = () => inputOf([[[10, 20], [30, 40], [12, 14]], [[8, 8], [8, 8]]], { method: 'mean' }, false);
    const input = make();
    const output = score(input);
    for (const sheet of input.sheets ?? []) Object.assign(sheet, { judge: 'other', values: { a: 0, b: 0 } });
    for (const entry of input.entries) entry.id = 'other';
    expect(canonicalJson(output)).toBe(canonicalJson(score(make())));
    const [row] = output.groups[0]?.rows ?? [];
    expect(JSON.parse(JSON.stringify(row))).toEqual({ ...row });
    expect(structuredClone(output).groups[0]?.rows[0]?.trace.stages[0]?.sheets).toHaveLength(3);
  });

  it('leave a wrong value to the general way, which says what is wrong', () => {
    const input = inputOf([[[10, 20], [41, 2]]], { method: 'mean' }, false);
    expect(() => score(input)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'ITEM_OUT_OF_RANGE', path: 'sheets/p/e0/j1/1/values/a' })] }));
  });

  it('leave further rounds and sheets without values to the general way', () => {
    const second = inputOf([[[10, 20], [30, 2]]], { method: 'mean' }, false, (sheet) => (sheet.judge === 'j1' ? { ...sheet, round: 2 } : sheet));
    expect(() => score(second)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'ROUNDS_WITHOUT_RULE', params: { rounds: 2 } })] }));
    const late = score(inputOf([[[10, 20], [30, 2]]], { method: 'mean' }, false, (sheet) => ({ ...sheet, round: 2 })));
    expect(late.groups[0]?.rows[0]?.trace.stages[0]?.sheets.map((sheet) => sheet.round)).toEqual([2, 2]);
    const blank = inputOf([[[10, 20], [30, 2]]], { method: 'mean' }, false, ({ values: _values, ...sheet }) => sheet);
    expect(() => score(blank)).toThrow(expect.objectContaining({ problems: expect.arrayContaining([expect.objectContaining({ code: 'ITEM_MISSING' })]) }));
  });
});
