import { describe, expect, it } from '@jest/globals';
import { affinityOf } from './affinity.js';
import { screenJudges, type Review } from './judge-screens.js';
import { SeededRandom } from './seeded-random.js';

describe('affinity for the own region', () => {
  it('has the exact chance where everything can be counted', () => {
    // Of the 6 ways to call two of four values own, one has as high a sum.
    const found = affinityOf('j', [{ z: 3, own: true }, { z: 2, own: true }, { z: 0, own: false }, { z: -1, own: false }]);
    expect(found?.difference).toBeCloseTo(3, 12);
    expect(found?.p).toBeCloseTo(1 / 6, 1);
    expect(Math.abs((found?.p ?? 0) - 1 / 6)).toBeLessThan(0.015);
  });

  it('is the same again, whatever the order, and cannot be told from too few', () => {
    const list = [0.3, 1.2, -0.4, 0.8, -1.1].map((z, index) => ({ z, own: index < 2 }));
    expect(affinityOf('j', [...list].reverse())).toEqual(affinityOf('j', list));
    expect(affinityOf('j', list.slice(1))).toBeNull();
    expect(affinityOf('j', list.map(({ z }) => ({ z })))).toBeNull();
    expect(affinityOf('j', list.map(({ z }) => ({ z: z * 0, own: z > 0 })))?.p).toBe(1);
  });

  it('finds the judge who favours the own region, and no other', () => {
    const random = new SeededRandom('regions');
    const reviews: Review[] = [];
    for (let entry = 0; entry < 200; entry++) {
      const quality = 5 * random.normal();
      for (let seat = 0; seat < 4; seat++) {
        const judge = (entry * 7 + seat * 5) % 40;
        const own = entry % 4 === judge % 4;
        reviews.push({ entry: `e${entry}`, judge: `j${judge}`, own: own || seat === 0, y: 75 + quality + 4 * random.normal() + (judge === 9 && (own || seat === 0) ? 18 : 0) });
      }
    }
    const { favouring } = screenJudges(reviews);
    expect(favouring.map((one) => one.judge)).toEqual(['j9']);
    expect(favouring[0]?.difference).toBeGreaterThan(1);
  });
});
