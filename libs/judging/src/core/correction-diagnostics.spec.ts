import { describe, expect, it } from '@jest/globals';
import { correctionDiagnostics, placesBy } from './correction-diagnostics.js';
import { groupReliability, type CountedSheet } from './reliability.js';

const sheets: CountedSheet[] = [0, 1, 2, 3, 4, 5].flatMap((entry) =>
  [['severe', -6, 1], ['mild', 6, 1], ['plain', 0, 2]].map(([judge, shift, width], order) => ({ entry: `e${entry}`, judge: String(judge), y: 70 + Number(shift) + Number(width) * (entry * 3 + ((entry * 7 + order * 3) % 5)), order })),
);
const reliability = (given: CountedSheet[]) => groupReliability({ sheets: given, official: [], cuts: [], needed: 3, seed: 's' });

describe('the diagnostics of a correction', () => {
  it('show every judge with severity and spread, each with its interval', () => {
    const found = correctionDiagnostics(reliability(sheets), { stage: 'initial', method: 'mixed', judges: [{ judge: 'mild', entries: 6, mean: '80', effect: '5', flags: ['tooFew'] }], parts: 1, facts: {} }, sheets);
    expect(found.method).toBe('mixed');
    expect(found.judges[0]).toMatchObject({ judge: 'severe', entries: 6, flags: [] });
    for (const judge of found.judges) {
      expect(judge.low).toBeLessThan(judge.effect);
      expect(judge.high).toBeGreaterThan(judge.effect);
      expect(judge.spreadLow).toBeLessThan(judge.spread as number);
      expect(judge.spreadHigh).toBeGreaterThan(judge.spread as number);
    }
    const [plain, severe] = ['plain', 'severe'].map((name) => found.judges.find(({ judge }) => judge === name)!);
    expect(plain!.spread).toBeGreaterThan(1.5 * (severe!.spread as number));
    expect(found.limits).toEqual(['tooFew']);
  });

  it('the interval of a spread is the one of the tables: ten sheets, 0.69 to 1.83 of it', () => {
    const ten = Array.from({ length: 10 }, (_, index): CountedSheet => ({ entry: `e${index}`, judge: 'a', y: index * 3, order: index }));
    const [judge] = correctionDiagnostics(reliability([...ten, ...ten.map((sheet) => ({ ...sheet, judge: 'b', y: sheet.y + 1 }))]), undefined, ten).judges.filter((one) => one.judge === 'a');
    expect((judge?.spreadLow as number) / (judge?.spread as number)).toBeCloseTo(0.688, 2);
    expect((judge?.spreadHigh as number) / (judge?.spread as number)).toBeCloseTo(1.826, 1);
  });

  it('name what limits it: groups of judges without a common entry, one judge alone', () => {
    const apart = sheets.filter(({ entry, judge }) => (judge === 'severe') === (entry < 'e3'));
    expect(correctionDiagnostics(reliability(apart), undefined, apart)).toMatchObject({ method: null, limits: expect.arrayContaining(['apart']) });
    const alone = sheets.filter(({ judge }) => judge === 'plain');
    expect(correctionDiagnostics(reliability(alone), undefined, alone).limits).toContain('oneJudge');
  });

  it('places share the better one where the figures are equal', () => {
    expect([...placesBy([{ code: 'a', value: 80 }, { code: 'b', value: 90 }, { code: 'c', value: 80 }, { code: 'd', value: null }])]).toEqual([['b', 1], ['a', 2], ['c', 2]]);
  });
});
