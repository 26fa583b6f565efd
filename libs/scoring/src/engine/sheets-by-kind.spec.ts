import { describe, expect, it } from '@jest/globals';
import { screenJudges, type Review } from '../statistics/judge-screens.js';
import type { ScoringRules } from '../rules/rules.types.js';
import type { SheetRules } from '../rules/sheet-rules.types.js';
import { ScoringRefusal } from './problem.js';
import { score } from './score.js';
import type { ScoreInput } from './score-input.types.js';

const words = (text: string) => ({ zh: text, en: text });
const sheetOf = (marks: Record<string, number>): SheetRules => ({ items: Object.entries(marks).map(([key, max]) => ({ kind: 'score', key, label: words(key), max })) });
const rules: ScoringRules = {
  format: 'qingsai-scoring/1',
  sheets: { project: sheetOf({ innovation: 60, science: 40 }), painting: { ...sheetOf({ imagination: 50, science: 25, art: 25 }), derived: [{ key: 'innovation', value: 'imagination' }] } },
  stages: [{
    key: 's', label: words('s'), kind: 'sheets', places: 2, judges: { method: 'mean' }, values: { innovation: { item: 'innovation', take: 'mean' } },
    sheetFor: [{ when: { type: 'painting', group: ['primary', 'junior'] }, sheet: 'painting' }], sheet: 'project',
  }],
  total: { method: 'stage', stage: 's', places: 2 },
  ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }, { key: 'innovation', by: 'value', value: 's.innovation', order: 'desc' }] },
};
const entry = (id: string, type: string, group: string) => ({ id, group: type, attributes: { type, group } });
const input = (): ScoreInput => ({
  rules, rulebookVersion: 'v', entries: [entry('p', 'painting', 'primary'), entry('q', 'painting', 'junior'), entry('r', 'project', 'primary')],
  sheets: [
    { entry: 'p', stage: 's', judge: 'a', values: { imagination: '44', science: '20', art: '20' } },
    { entry: 'q', stage: 's', judge: 'a', values: { imagination: '45', science: '20', art: '19' } },
    { entry: 'r', stage: 's', judge: 'a', values: { innovation: '30', science: '30' } },
  ],
});

describe('entries of several kinds in one stage', () => {
  it('are each read on their own sheet; ties are broken by what stands for the criterion', () => {
    const { groups } = score(input());
    const rows = groups.flatMap((group) => group.rows.map((row) => [row.entry, row.rank, row.total]));
    expect(rows).toEqual([['q', 1, '84.00'], ['p', 2, '84.00'], ['r', 1, '60.00']]);
  });

  it('give the same where the plain way can be taken', () => {
    const [first, ...rest] = rules.stages;
    const { values: _values, ...plain } = first as Extract<ScoringRules['stages'][number], { kind: 'sheets' }>;
    const ranking = { keys: rules.ranking.keys.slice(0, 1) };
    const twice = input().sheets!.flatMap((sheet) => [sheet, { ...sheet, judge: 'b' }]);
    const { groups } = score({ ...input(), rules: { ...rules, ranking, stages: [plain, ...rest] }, sheets: twice });
    expect(groups.flatMap((group) => group.rows.map((row) => [row.entry, row.total])).sort()).toEqual([['p', '84.00'], ['q', '84.00'], ['r', '60.00']]);
  });

  it('refuse what another sheet asks, and an entry that no line fits', () => {
    const codesOf = (change: (wrong: ScoreInput) => void): string[] => {
      const wrong = structuredClone(input());
      change(wrong);
      try {
        score(wrong);
      } catch (error) {
        return (error as ScoringRefusal).problems.map((problem) => problem.code);
      }
      return [];
    };
    expect(codesOf((wrong) => void (wrong.sheets![0]!.values = { innovation: '30', science: '30' }))).toContain('ITEM_UNKNOWN');
    expect(codesOf((wrong) => void delete (wrong.rules.stages[0] as { sheet?: string }).sheet)).toContain('NO_SHEET_FOR_ENTRY');
    expect(codesOf((wrong) => void (wrong.entries[1]!.attributes = { type: 'painting', group: 'senior' }))).toContain('ITEM_UNKNOWN');
  });
});

describe('the halo screen over several sheets', () => {
  const wave = (entry: number, column: number, judge: number): number => Math.sin(entry * 12.9898 + column * 78.233 + judge * 37.719) * 4;
  const reviews = (shift: number): Review[] =>
    Array.from({ length: 12 }, (_, judge) => Array.from({ length: 12 }, (_unused, entry): Review => {
      const [sheet, width] = entry % 2 === 0 ? ['wide', 5] as const : ['narrow', 3] as const;
      const verdict = wave(entry, 9, 1);
      const criteria = Array.from({ length: width }, (_one, column) => 10 + verdict + (judge === 4 ? 0 : wave(entry, column, judge)) + (sheet === 'narrow' ? shift : 0));
      return { entry: `e${entry}`, judge: `j${judge}`, y: criteria.reduce((a, b) => a + b, 0), order: entry, criteria, sheet };
    })).flat();
  it('compares criteria inside one sheet only: another sheet\'s scale changes nothing, and one verdict for all still shows', () => {
    const judges = (shift: number) => screenJudges(reviews(shift), { track: () => '' }).judges.map(({ judge, halo }) => ({ judge, halo: halo ?? Number.NaN }));
    const [near, far] = [judges(0), judges(500)];
    near.forEach(({ halo }, index) => expect(far[index]?.halo).toBeCloseTo(halo, 9));
    expect([...near].sort((a, b) => a.halo - b.halo)[0]?.judge).toBe('j4');
  });
});
