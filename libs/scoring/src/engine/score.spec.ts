import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../canonical/canonical-json.js';
import { explain } from '../trace/explain.js';
import { innovationExample } from '../../examples/innovation.js';
import { score } from './score.js';

describe('score, an innovation contest', () => {
  const output = score(innovationExample);
  const senior = output.groups.find((group) => group.group === 'senior');

  it('ranks by the rounded composite and tells how each result came about', () => {
    expect(senior?.rows.map((row) => [row.entry, row.rank, row.total, row.awards['grade']])).toEqual([
      ['w-03', 1, '91.60', 'first'],
      ['w-01', 2, '89.35', 'second'],
      ['w-02', 3, '87.37', 'third'],
      ['w-04', 4, '79.51', 'third'],
      ['w-05', null, null, null],
    ]);
    expect(explain(output, 'w-03', 'zh', innovationExample.rules)).toBe(
      '初评：5 份评分（95、94、90、88、80）；去掉 95、80；平均 90.67；终评：3 份评分（92、91、93）；平均 92.00；总分 90.67 × 0.3 + 92 × 0.7 = 91.601，四舍五入为 91.60；本组第 1 名（共 4）；等级奖：第 1 位，在 1 个名额之内，一等奖。',
    );
    expect(explain(output, 'w-03', 'en', innovationExample.rules)).toBe(
      'Initial review: 5 scores (95, 94, 90, 88, 80); 95, 80 dropped; mean 90.67; Final review: 3 scores (92, 91, 93); mean 92.00; total 90.67 × 0.3 + 92 × 0.7 = 91.601, rounded to 91.60; rank 1 of 4 in the group; Grade prize: place 1 is within 1 places, first prize.',
    );
  });

  it('does not depend on the order of its lists', () => {
    const shuffled = { ...innovationExample, entries: [...innovationExample.entries].reverse(), sheets: [...(innovationExample.sheets ?? [])].reverse() };
    expect(canonicalJson(score(shuffled))).toBe(canonicalJson(output));
  });
});
