import { describe, expect, it } from '@jest/globals';
import { score } from '../engine/score.js';

const words = (text: string) => ({ zh: text, en: text });

/** Ranks by id of teams with these runs; nobody's worst is dropped before four runs were played, then one, from eight on two. */
function ranks(runs: Record<string, readonly number[]>): Record<string, number | null> {
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      sheets: { run: { items: [{ kind: 'measure', key: 'x', label: words('x'), points: 1 }] } },
      stages: [{ key: 's', label: words('s'), kind: 'sheets', sheet: 'run', rounds: { method: 'meanDropping', drops: [{ played: 4, drop: 1 }, { played: 8, drop: 2 }] } }],
      total: { method: 'stage', stage: 's', places: null },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }, { key: 'on', by: 'droppingOn', stage: 's' }] },
    },
    rulebookVersion: '1',
    entries: Object.keys(runs).map((id) => ({ id, group: 'g' })),
    sheets: Object.entries(runs).flatMap(([entry, own]) => own.map((x, index) => ({ entry, stage: 's', round: index + 1, values: { x } }))),
  });
  return Object.fromEntries((output.groups[0]?.rows ?? []).map((row) => [row.entry, row.rank]));
}

describe('leaving out the next worst until it tells', () => {
  it('goes down to the very best run', () => expect(ranks({ a: [9, 7], b: [10, 6], c: [8, 8] })).toEqual({ b: 1, a: 2, c: 3 }));
  it('stops at the first difference', () => expect(ranks({ a: [9, 9, 3], b: [10, 6, 5] })).toEqual({ a: 1, b: 2 }));
  it('puts who has runs left before who has none', () => expect(ranks({ a: [8], b: [9, 7], c: [8, 8] })).toEqual({ b: 1, c: 2, a: 3 }));
  it('leaves those alike in every run tied', () => expect(ranks({ a: [9, 7, 2, 1], b: [2, 9, 0, 7] })).toEqual({ a: 1, b: 1 }));
});
