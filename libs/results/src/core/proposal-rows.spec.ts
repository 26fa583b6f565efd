import { describe, expect, it } from '@jest/globals';
import { score, type ScoreInput, type ScoringRules } from '#libs/scoring';
import { digestible, proposedRows } from './proposal-rows.js';

const rules = (ties: 'expand' | 'report', manualBelow = 0): ScoringRules => ({
  format: 'qingsai-scoring/1',
  stages: [{ key: 'marks', label: { zh: '分', en: 'marks' }, kind: 'given', attribute: 'marks' }],
  total: { method: 'stage', stage: 'marks', places: 2 },
  ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
  awards: [{ key: 'grade', ties, smallGroup: { manualBelow }, levels: [{ key: 'first', label: { zh: '一', en: '1' }, count: 2 }, { key: 'second', label: { zh: '二', en: '2' }, count: 1 }] }],
  selections: [{ key: 'finalists', places: { count: 2 }, ties }],
});
const input = (marks: (number | null)[], of: ScoringRules): ScoreInput => ({
  rules: of, rulebookVersion: 'v', entries: marks.map((value, index) => ({ id: `e${index}`, group: 'g', status: value === null ? 'absent' : 'active', attributes: { marks: value } })),
});
const given = (marks: (number | null)[], of: ScoringRules, kind: 'awards' | 'shortlist') => proposedRows(score(input(marks, of)), kind, 'grade').map((row) => [row.entry, row.award, row.leftToJury]);

describe('proposedRows', () => {
  it('gives what the rule gives, and nothing to those without a rank', () => {
    expect(given([90, 80, 70, 60, null], rules('expand'), 'awards')).toEqual([['e0', 'first', false], ['e1', 'first', false], ['e2', 'second', false], ['e3', null, false], ['e4', null, false]]);
    expect(given([90, 80, 70, null], rules('expand'), 'shortlist')).toEqual([['e0', 'finalist', false], ['e1', 'finalist', false], ['e2', null, false], ['e3', null, false]]);
  });

  it('leaves an undecided tie to the jury', () => {
    const rows = given([90, 80, 80, 60], rules('report'), 'awards');
    expect(rows.slice(0, 3)).toEqual([['e0', 'first', false], ['e1', null, true], ['e2', null, true]]);
    expect(given([90, 80, 80, 60], rules('report'), 'shortlist').slice(0, 3)).toEqual([['e0', 'finalist', false], ['e1', null, true], ['e2', null, true]]);
  });

  it('leaves a group too small for ratios to the jury, but not those without a rank (INN-AWARD-007)', () => {
    expect(given([90, 80, null], rules('expand', 3), 'awards')).toEqual([['e0', null, true], ['e1', null, true], ['e2', null, false]]);
  });

  it('has the same digest in any order, another one for any change', () => {
    const rows = proposedRows(score(input([90, 80, 70], rules('expand'))), 'awards', 'grade');
    const text = JSON.stringify(digestible(rows));
    expect(JSON.stringify(digestible([...rows].reverse()))).toBe(text);
    expect(JSON.stringify(digestible(rows.map((row, index) => (index === 0 ? { ...row, award: null } : row))))).not.toBe(text);
  });
});
