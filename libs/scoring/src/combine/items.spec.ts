import { describe, expect, it } from '@jest/globals';
import { explain } from '../trace/explain.js';
import type { ScoreInput } from '../engine/score-input.types.js';
import { ScoringRefusal } from '../engine/problem.js';
import { score } from '../engine/score.js';
import type { SheetRules } from '../rules/sheet-rules.types.js';
import type { JudgeCombination, StageRules } from '../rules/stage-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });
const sheet: SheetRules = {
  items: [
    { kind: 'score', key: 'idea', label: words('Idea'), max: 50, step: 0.5 },
    { kind: 'score', key: 'work', label: words('Work'), max: 50, weight: 2 },
  ],
};

const input = (marks: readonly (readonly [number, number])[], judges: JudgeCombination, more: { stage?: Partial<StageRules>; sheet?: Partial<SheetRules> } & Partial<ScoreInput> = {}): ScoreInput => {
  const { stage, sheet: sheetMore, ...rest } = more;
  return {
    rules: {
      format: 'qingsai-scoring/1',
      sheets: { plain: { ...sheet, ...sheetMore } },
      stages: [{ key: 's', label: words('Final'), kind: 'sheets', sheet: 'plain', judges, places: 2, ...stage } as StageRules],
      total: { method: 'stage', stage: 's', places: 2 },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
    },
    rulebookVersion: '1',
    entries: [{ id: 'e', group: 'g' }],
    sheets: marks.map(([idea, work], index) => ({ entry: 'e', stage: 's', judge: `j${index + 1}`, values: { idea, work } })),
    ...rest,
  };
};
const resultOf = (one: ScoreInput) => {
  const row = score(one).groups[0]?.rows[0];
  return row?.total ?? row?.state;
};
const trimmed: JudgeCombination = { method: 'trimmed', minimum: 3, trimFrom: 5, each: 'item' };
const five = [[50, 10], [40, 20], [30, 30], [20, 40], [10, 50]] as const;

describe('every item on its own', () => {
  it.each<[string, readonly (readonly [number, number])[], JudgeCombination, string]>([
    // idea: 40, 30, 20 stay, mean 30; work: the same, weighted 2: 60. By totals the sheets 60..110 of j1 and j5 would go.
    ['opposite judges: other sheets are left out of each item', five, trimmed, '90.00'],
    // idea 44, 43, 42: 43; work 9, 5, 1: 5 x 2. By totals (68, 62, 54, 53, 44): (62 + 54 + 53) / 3 = 56.33.
    ['the items trim differently from the totals', [[50, 9], [44, 9], [43, 5], [42, 10], [42, 1]].map(([a, b]) => [a, b] as [number, number]), trimmed, '58.33'],
    ['only one of equal extremes goes', [[50, 0], [50, 0], [50, 0], [20, 50], [20, 50]], trimmed, '73.33'],
    ['four are not trimmed yet', [[50, 0], [40, 10], [30, 20], [0, 50]], trimmed, '70.00'],
    ['two are too few', [[50, 0], [40, 10]], trimmed, 'insufficient'],
    ['medians', [[50, 0], [40, 10], [0, 50]], { method: 'median', each: 'item' }, '60.00'],
    ['the two lowest of each', [[10, 1], [20, 2], [30, 3], [40, 4]], { method: 'dropped', high: 0, low: 2, each: 'item' }, '42.00'],
    ['quarters add up before anything is rounded', [[1, 0], [0.5, 1], [0, 0], [0, 0], [0, 1], [0.5, 0]], { ...trimmed, drop: 1 }, '0.75'],
  ])('%s', (_name, marks, judges, expected) => expect(resultOf(input(marks, judges))).toBe(expected));

  it('by totals the same judges give another result', () => expect(resultOf(input([[50, 9], [44, 9], [43, 5], [42, 10], [42, 1]], { method: 'trimmed', minimum: 3, trimFrom: 5 }))).toBe('59.00'));

  it('void sheets go before anything is dropped', () => {
    const recusals = [{ entry: 'e', judge: 'j5' }];
    expect(resultOf(input(five, trimmed, { recusals }))).toBe('85.00');
    expect(resultOf(input(five, { ...trimmed, trimFrom: 4 } as JudgeCombination, { recusals: [] }))).toBe('90.00');
  });

  it('works round by round', () => {
    const one = input(five, trimmed, { stage: { rounds: { method: 'best' } } as Partial<StageRules> });
    one.sheets = [...(one.sheets ?? []), ...[[1, 2], [3, 4], [5, 6]].map(([idea, work], index) => ({ entry: 'e', stage: 's', judge: `j${index + 1}`, round: 2, values: { idea, work } as Record<string, number> }))];
    expect(resultOf(one)).toBe('90.00');
  });

  it('says item by item what was left out', () => {
    const one = input(five, trimmed);
    const output = score(one);
    expect(output.groups[0]?.rows[0]?.trace.stages[0]?.items).toEqual([
      { item: 'idea', round: 1, dropped: [{ judge: 'j1', points: '50', use: 'droppedHigh' }, { judge: 'j5', points: '10', use: 'droppedLow' }], exact: '30' },
      { item: 'work', round: 1, dropped: [{ judge: 'j5', points: '100', use: 'droppedHigh' }, { judge: 'j1', points: '20', use: 'droppedLow' }], exact: '60' },
    ]);
    expect(output.groups[0]?.rows[0]?.trace.stages[0]?.sheets.every((own) => own.use === 'counted')).toBe(true);
    expect(explain(output, 'e', 'en', one.rules)).toContain('dropped item by item: Idea 50, 10, Work 100, 20; mean 90.00');
    expect(explain(output, 'e', 'zh')).toContain('逐项去掉 idea 50、10、work 100、20');
  });

  it('refuses what has no meaning then', () => {
    const refused = (one: ScoreInput) => {
      try {
        score(one);
      } catch (error) {
        if (error instanceof ScoringRefusal) return error.problems.map(({ code, path }) => [code, path]);
        throw error;
      }
      return [];
    };
    expect(refused(input(five, trimmed, { sheet: { cap: 90 } }))).toEqual([['ITEMS_NOT_SUMMED', 'rules/stages/0/sheet']]);
    expect(refused(input(five, trimmed, { stage: { correction: { method: 'shift' } } as Partial<StageRules> }))).toEqual([['CORRECTION_OF_ITEMS', 'rules/stages/0/correction']]);
    expect(refused(input(five, { method: 'mean', each: 'item' } as never)).length).toBeGreaterThan(0);
  });
});
