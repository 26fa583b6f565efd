import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#libs/scoring';
import { groupReliability, type CountedSheet, type OfficialScore } from './reliability.js';

const official = (entries: string[]): OfficialScore[] => entries.map((entry, index) => ({ entry, rank: index + 1, score: '80.00', raw: '80.00' }));

/** 30 entries of falling quality, six judges who read all of them; j5 is ten points severe. */
function complete(): CountedSheet[] {
  const random = new SeededRandom('complete');
  let order = 0;
  return Array.from({ length: 30 }, (_, entry) => entry).flatMap((entry) =>
    Array.from({ length: 6 }, (_, judge): CountedSheet => ({ entry: `e${String(entry).padStart(2, '0')}`, judge: `j${judge}`, y: 90 - entry - (judge === 5 ? 10 : 0) + 2 * random.normal(), order: order++ })),
  );
}

describe('the reliability of a group', () => {
  const sheets = complete();
  const names = [...new Set(sheets.map((sheet) => sheet.entry))];
  const found = groupReliability({ sheets, official: official(names), cuts: [{ name: 'first', places: 5 }], needed: 6, seed: 's' });

  it('finds the judge who is severe, and agreement where there is some', () => {
    expect(found).toMatchObject({ entries: 30, judges: 6, sheets: 180, extras: [] });
    expect(found.severity[0]).toMatchObject({ judge: 'j5' });
    expect(found.severity[0]?.high).toBeLessThan(-5);
    expect(found.w).toBeGreaterThan(0.9);
    expect(found.alpha).toBeGreaterThan(0.6);
    expect(found.completeIcc?.mean).toBeGreaterThan(0.9);
    expect(found.icc?.mean).toBeGreaterThan(found.icc?.single as number);
    expect(found.readersFor80).toBeLessThanOrEqual(3);
  });

  it('is sure far from a cut and unsure at it', () => {
    const chance = (at: number): number => found.rows[at]?.above[0] as number;
    expect(chance(0)).toBeGreaterThan(0.97);
    expect(chance(20)).toBeLessThan(0.01);
    expect(found.rows.some((row) => (row.above[0] as number) > 0.1 && (row.above[0] as number) < 0.9)).toBe(true);
    for (const row of found.rows) expect(row.low as number).toBeLessThanOrEqual(row.high as number);
    expect(groupReliability({ sheets, official: official(names), cuts: [{ name: 'first', places: 5 }], needed: 6, seed: 's' })).toEqual(found);
  });

  it('tells what extra readings changed', () => {
    const extra: CountedSheet[] = [...sheets, { entry: 'e07', judge: 'j6', y: 100, order: 999 }, { entry: 'e07', judge: 'j7', y: 100, order: 1000 }];
    const { extras, w, completeIcc } = groupReliability({ sheets: extra, official: official(names), cuts: [], needed: 6, seed: 's' });
    expect(extras).toMatchObject([{ entry: 'e07', extra: 2 }]);
    expect(extras[0]?.meanAfter).toBeGreaterThan(extras[0]?.meanBefore as number);
    expect(extras[0]?.rankAfter).toBeLessThan(extras[0]?.rankBefore as number);
    expect([w, completeIcc]).toEqual([null, null]);
  });

  it('says nothing where nothing can be said', () => {
    const single = groupReliability({ sheets: [{ entry: 'a', judge: 'j', y: 80, order: 0 }], official: official(['a', 'b']), cuts: [{ name: 'first', places: 1 }], needed: 1, seed: 's' });
    expect(single).toMatchObject({ alpha: null, w: null, completeIcc: null });
    expect(JSON.stringify(single)).not.toContain('NaN');
    expect(single.rows).toMatchObject([{ reviews: 1 }, { reviews: 0, adjusted: null }]);
    expect(groupReliability({ sheets: [], official: [], cuts: [], needed: 5, seed: 's' })).toMatchObject({ entries: 0, rows: [] });
  });
});
