import { describe, expect, it } from '@jest/globals';
import { SeededRandom, type SheetRules } from '#libs/scoring';
import { usualMarks } from './usual-marks.js';

const label = { zh: '项', en: 'Item' };
const sheet: SheetRules = { items: [{ kind: 'score', key: 'idea', max: 40, label }, { kind: 'score', key: 'work', min: 1, max: 10, label }, { kind: 'flag', key: 'seen', points: 0, label }] };
const rules = { after: 5, deviations: 4, share: 0.3 };
const sheets = (ideas: (number | string)[], works: (number | string)[] = []) => ideas.map((idea, index) => ({ idea: String(idea), ...(works[index] === undefined ? {} : { work: String(works[index]) }), seen: true }));
const far = (ideas: number[], mark: number): boolean => usualMarks(sheet, sheets(ideas), rules).some((one) => one.key === 'idea' && (mark < one.low || mark > one.high));

describe('what is usual for a judge', () => {
  it('needs as many own sheets as the rules say, criterion by criterion', () => {
    expect(usualMarks(sheet, sheets([30, 31, 32, 33]), rules)).toEqual([]);
    // Half of the range is share 0.3 of 40 = 12 around the middle 32; the widest own mark lies inside.
    expect(usualMarks(sheet, sheets([30, 31, 32, 33, 34], [7, 7]), rules)).toEqual([{ key: 'idea', low: 20, high: 44, least: 30, most: 34, sheets: 5 }]);
    expect(usualMarks(sheet, [...sheets([30, 31, 32, 33, 34]), { idea: '' }, { idea: null }, {}], rules)[0]?.sheets).toBe(5);
  });

  it.each([
    ['a zero forgotten', [32, 30, 35, 28, 33, 31], 3, true],
    ['a generous work', [32, 30, 35, 28, 33, 31], 39, false],
    ['a weak work', [32, 30, 35, 28, 33, 31], 20, false],
    ['a judge who uses the whole scale', [5, 38, 20, 12, 33, 27], 2, false],
    ['always the same', [35, 35, 35, 35, 35], 22, true],
    ['always the same, a little less', [35, 35, 35, 35, 35], 24, false],
    ['one slip before does not hide the next', [32, 30, 35, 28, 33, 31, 39.5], 3, true],
    ['as low as once before, on purpose', [32, 30, 35, 28, 33, 31, 3], 3, false],
  ])('%s', (_what, before, mark, expected) => {
    expect(far(before, mark)).toBe(expected);
  });

  it('never finds a mark of its own history far, whatever the marks, their order or shift', () => {
    const random = new SeededRandom('usual');
    for (let round = 0; round < 300; round++) {
      const marks = Array.from({ length: 5 + random.below(20) }, () => random.below(41));
      for (const one of usualMarks(sheet, sheets(marks), rules)) for (const mark of marks) expect(mark >= one.low && mark <= one.high).toBe(true);
      expect(usualMarks(sheet, sheets([...marks].reverse()), rules)).toEqual(usualMarks(sheet, sheets(marks), rules));
      const [usual] = usualMarks(sheet, sheets(marks), rules);
      if (usual) expect(usual.high - usual.low).toBeGreaterThanOrEqual(24);
    }
  });
});
