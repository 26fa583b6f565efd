import { describe, expect, it } from '@jest/globals';
import { score } from '../engine/score.js';
import type { AwardRules } from '../rules/award-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });

/** Lines of the prizes for given totals, with an attribute `bonus`. */
function lines(totals: readonly [total: number, bonus: number][], order: 'asc' | 'desc', award: Partial<AwardRules> = {}) {
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      stages: [{ key: 's', label: words('s'), kind: 'given', attribute: 'points' }],
      total: { method: 'stage', stage: 's', places: 0 },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order }] },
      awards: [{ key: 'prize', ties: 'expand', levels: [{ key: 'gold', label: words('gold'), count: 1 }, { key: 'silver', label: words('silver'), count: 2 }], ...award }],
    },
    rulebookVersion: '1',
    entries: totals.map(([points, bonus], index) => ({ id: `e${index}`, group: 'g', attributes: { points, bonus } })),
  });
  return Object.fromEntries((output.groups[0]?.awards[0]?.levels ?? []).map(({ level, line, awarded }) => [level, [line, awarded]]));
}

describe('the line of a prize', () => {
  it('is the lowest total that has it', () => expect(lines([[90, 0], [80, 0], [70, 0], [60, 0]], 'desc')).toEqual({ gold: ['90', 1], silver: ['70', 2] }));
  it('is the longest time where the shortest wins', () => expect(lines([[31, 0], [35, 0], [40, 0], [52, 0]], 'asc')).toEqual({ gold: ['31', 1], silver: ['40', 2] }));
  it('is on the value it is drawn on', () => {
    const drawnOn = { add: ['total', 'attr.bonus'] };
    expect(lines([[90, 0], [80, 15], [70, 18], [60, 0]], 'desc', { drawnOn } as Partial<AwardRules>)).toEqual({ gold: ['95', 1], silver: ['88', 2] });
    expect(lines([[31, 60], [35, 2], [40, 1], [52, 0]], 'asc', { drawnOn } as Partial<AwardRules>)).toEqual({ gold: ['91', 1], silver: ['41', 2] });
  });
});
