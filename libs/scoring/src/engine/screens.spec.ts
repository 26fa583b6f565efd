import { describe, expect, it } from '@jest/globals';
import type { ScreenRules } from '../rules/stage-rules.types.js';
import { score } from './score.js';

function notes(screens: ScreenRules, scores: readonly number[]) {
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      sheets: { s: { items: [{ kind: 'score', key: 'x', label: { zh: '分', en: 'x' }, max: 100 }] } },
      stages: [{ key: 'p', label: { zh: '评', en: 'p' }, kind: 'sheets', sheet: 's', judges: { method: 'trimmed', minimum: 1, trimFrom: 5 }, screens }],
      total: { method: 'stage', stage: 'p', places: 2 },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
    },
    rulebookVersion: '1',
    entries: [{ id: 'e', group: 'g' }],
    sheets: scores.map((x, index) => ({ entry: 'e', stage: 'p', judge: `j${index}`, values: { x } })),
  });
  return { notes: output.groups[0]?.screens, total: output.groups[0]?.rows[0]?.total };
}

/** Domain 4.5 R8: highest less lowest above 15, or standard deviation above 8, opens a review; nothing changes by itself. */
describe('divergence screens', () => {
  it.each<[string, ScreenRules, readonly number[], unknown[]]>([
    ['a range at the limit is in order', { range: 15 }, [70, 85], []],
    ['a range above it is not', { range: 15 }, [70, 85.5], [{ stage: 'p', entry: 'e', kind: 'range', value: '15.5', limit: '15' }]],
    ['dropped scores count too', { range: 15 }, [60, 80, 80, 80, 90], [{ stage: 'p', entry: 'e', kind: 'range', value: '30', limit: '15' }]],
    ['a deviation at the limit is in order', { sd: 8 }, [72, 88], []],
    ['a deviation above it is not', { sd: 8 }, [71, 88], [{ stage: 'p', entry: 'e', kind: 'sd', value: '8.5', limit: '8' }]],
    ['a single score has no spread', { range: 0, sd: 0 }, [70], []],
    ['both at once', { range: 15, sd: '7.9' }, [70, 90], [{ stage: 'p', entry: 'e', kind: 'range', value: '20', limit: '15' }, { stage: 'p', entry: 'e', kind: 'sd', value: '10', limit: '7.9' }]],
  ])('%s', (_name, screens, scores, expected) => {
    const found = notes(screens, scores);
    expect(found.notes).toEqual(expected);
    expect(found.total).toBe(notes({}, scores).total);
  });
});
