import { describe, expect, it } from '@jest/globals';
import type { ScoringRules } from '../rules/rules.types.js';
import { score } from './score.js';
import type { ScoreSheet } from './score-input.types.js';

const words = (text: string) => ({ zh: text, en: text });

const rules: ScoringRules = {
  format: 'qingsai-scoring/1',
  stages: [
    {
      key: 'paper',
      label: words('paper'),
      kind: 'marked',
      problems: ['p1', 'p2'].map((key) => ({ key, label: words(key), max: 20, tolerance: 2 })),
      marking: { method: 'double', equidistant: 'higher' },
      places: 0,
    },
  ],
  total: { method: 'stage', stage: 'paper', places: null },
  ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
};

const sheet = (mark: 1 | 2 | 3, p1: number | null, p2: number | null, more: Partial<ScoreSheet> = {}): ScoreSheet => ({ entry: 'a', stage: 'paper', judge: `m${mark}`, mark, values: { p1, p2 }, ...more });
const paper = (...sheets: ScoreSheet[]) => score({ rules, rulebookVersion: '1', entries: [{ id: 'a', group: 'g' }], sheets }).groups[0]?.rows[0];

describe('a marked paper', () => {
  it('is rounded where the stage says so, and counts the problems with full marks', () => {
    expect(paper(sheet(1, 20, 13), sheet(2, 20, 14))).toMatchObject({ state: 'ranked', total: '34', stages: { paper: { score: '34', values: { p1: '20', p2: '13.5', fullScores: '1' } } } });
    expect(paper(sheet(1, 20, 13), sheet(2, 20, 14))?.trace.stages[0]).toMatchObject({ exact: '33.5', score: '34' });
    expect(paper(sheet(1, 20, 20), sheet(2, 20, 20))?.stages['paper']?.values['fullScores']).toBe('2');
  });

  it.each(['noShow', 'disqualified', 'noResult'] as const)('gives no result with a sheet in state %s, whatever was marked', (state) => {
    expect(paper(sheet(1, 20, 20), sheet(2, 20, 20), sheet(3, null, null, { state }))).toMatchObject({ state: 'noResult', rank: null, total: null });
  });

  it('is unfinished while a mark is missing', () => expect(paper(sheet(1, 20, 13), sheet(2, 20, null))).toMatchObject({ state: 'pending', total: null }));

  it('refuses a problem it does not have and a mark given twice, by name', () => {
    const refused = (...sheets: ScoreSheet[]) => expect(() => paper(...sheets));
    refused(sheet(1, 20, 13, { values: { p1: 1, p9: 3 } })).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'ITEM_UNKNOWN', path: 'sheets/paper/a/m1/1/values/p9', params: { item: 'p9' } })] }));
    refused(sheet(1, 20, 13), sheet(1, 19, null, { judge: 'other' })).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'DUPLICATE_MARK', params: { entry: 'a', problem: 'p1', mark: 1 } })] }));
  });
});
