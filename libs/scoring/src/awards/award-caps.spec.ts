import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../engine/score.js';
import type { AwardRules } from '../rules/award-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });
const LEVELS: AwardRules['levels'] = [{ key: 'first', label: words('first'), count: 2 }, { key: 'second', label: words('second'), count: 3 }];

interface Given {
  points: number;
  school: string;
}

/** Prizes and reasons of entries in the order given, best prize first 2, then 3. */
function awards(entries: readonly Given[], award: Partial<AwardRules>) {
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      stages: [{ key: 's', label: words('s'), kind: 'given', attribute: 'points' }],
      total: { method: 'stage', stage: 's', places: 0 },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
      awards: [{ key: 'prize', ties: 'shrink', levels: LEVELS, ...award }],
    },
    rulebookVersion: '1',
    entries: entries.map(({ points, school }, index) => ({ id: `e${index}`, group: 'g', attributes: { points, school } })),
  });
  const rows = new Map(output.groups[0]?.rows.map((row) => [row.entry, row.trace.awards[0]]));
  return { of: entries.map((_, index) => rows.get(`e${index}`)?.level ?? null), why: entries.map((_, index) => rows.get(`e${index}`)?.reason), summary: output.groups[0]?.awards[0] };
}

const alone = (...rows: [points: number, school: string][]): Given[] => rows.map(([points, school]) => ({ points, school }));

describe('caps on prizes', () => {
  it('give the place of whoever is beyond one to the next in rank', () => {
    const { of, why } = awards(alone([90, 'a'], [89, 'a'], [88, 'a'], [87, 'b'], [86, 'b'], [85, 'c'], [84, 'd']), { caps: [{ attribute: 'school', most: 2 }] });
    expect(of).toEqual(['first', 'first', null, 'second', 'second', 'second', null]);
    expect([why[2], why[6]]).toEqual(['capReached', 'beyondPlaces']);
  });

  it('on one prize let the others stand for the next', () => {
    const { of } = awards(alone([90, 'a'], [89, 'a'], [88, 'b'], [87, 'a'], [86, 'b'], [85, 'c'], [84, 'd']), { caps: [{ attribute: 'school', most: 1, level: 'first' }] });
    expect(of).toEqual(['first', 'second', 'first', 'second', 'second', null, null]);
  });

  it('on a lower prize do not count the better ones', () => {
    const { of } = awards(alone([90, 'a'], [89, 'a'], [88, 'a'], [87, 'a'], [86, 'b']), { caps: [{ attribute: 'school', most: 1, level: 'second' }] });
    expect(of).toEqual(['first', 'first', 'second', null, 'second']);
  });

  it('split no tie: none passes, or a person decides and the place is kept', () => {
    const tied = alone([90, 'a'], [80, 'a'], [80, 'a'], [70, 'b'], [60, 'c'], [50, 'd'], [40, 'e']);
    const shrunk = awards(tied, { caps: [{ attribute: 'school', most: 2 }] });
    expect([shrunk.of, shrunk.why[1]]).toEqual([['first', null, null, 'first', 'second', 'second', 'second'], 'capTieShrunk']);
    const reported = awards(tied, { caps: [{ attribute: 'school', most: 2 }], ties: 'report' });
    expect([reported.of, reported.why[1]]).toEqual([['first', null, null, 'second', 'second', 'second', null], 'capTieUndecided']);
    expect(reported.summary?.cuts).toEqual([{ level: 'first', entries: ['e1', 'e2'], policy: 'report', places: 1 }]);
  });

  it('hold for lines too', () => {
    const { of } = awards(alone([90, 'a'], [89, 'a'], [88, 'b'], [60, 'c']), { levels: [{ key: 'first', label: words('first'), line: 80 }], caps: [{ attribute: 'school', most: 1 }] });
    expect(of).toEqual(['first', null, 'first', null]);
  });

  it('are never exceeded, leave no place to a lower rank that a higher one could have, and change nothing where they do not bind', () => {
    const field = fc.array(fc.record({ points: fc.integer({ min: 0, max: 12 }), school: fc.constantFrom('a', 'b', 'c') }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(field, fc.integer({ min: 0, max: 4 }), fc.constantFrom('shrink' as const, 'report' as const), (entries, most, ties) => {
        const { of, why } = awards(entries, { caps: [{ attribute: 'school', most }], ties });
        for (const school of ['a', 'b', 'c']) expect(of.filter((level, index) => level !== null && entries[index]?.school === school).length).toBeLessThanOrEqual(most);
        expect(of.filter((level) => level !== null).length).toBeLessThanOrEqual(5);
        const worst = Math.min(...entries.filter((_, index) => of[index] !== null).map((entry) => entry.points));
        entries.forEach((entry, index) => {
          if (of[index] === null && entry.points > worst) expect(why[index]).toMatch(/^(cap|tie)/);
        });
        expect(awards(entries, { caps: [{ attribute: 'school', most: 99 }], ties }).of).toEqual(awards(entries, { ties }).of);
      }),
    );
  });
});
