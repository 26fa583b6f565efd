import { describe, expect, it } from '@jest/globals';
import { chancesAtCut } from './grey-zone.js';

/** Ten entries, five points apart, each read by three of five judges who differ by a point or two. */
const scores = Array.from({ length: 10 }, (_, entry) =>
  [0, 1, 2].map((turn) => {
    const judge = (entry + turn) % 5;
    return { entry: `e${entry}`, judge: `j${judge}`, y: 50 + 5 * entry + [0, 2, -1, 1, -2][judge]! + [0.5, -0.5, 0][turn]! };
  }),
).flat();

describe('chancesAtCut', () => {
  it('is certain far from the cut and open beside it, the same for the same seed', () => {
    const chances = chancesAtCut(scores, 30, 's');
    expect(chancesAtCut(scores, 30, 's')).toEqual(chances);
    const of = new Map(chances.map(({ entry, perMille }) => [entry, perMille]));
    expect(of.get('e9')).toBeGreaterThan(950);
    expect(of.get('e0')).toBeLessThan(50);
    const close = chancesAtCut(scores.map((one) => ({ ...one, y: one.entry === 'e6' || one.entry === 'e7' ? one.y - (one.entry === 'e7' ? 2.5 : -2.5) : one.y })), 30, 's');
    const open = new Map(close.map(({ entry, perMille }) => [entry, perMille]));
    expect(open.get('e6')).toBeGreaterThan(200);
    expect(open.get('e7')).toBeLessThan(800);
  });

  it('says nothing where single reviews cannot carry it', () => {
    expect(chancesAtCut([{ entry: 'a', judge: 'x', y: 1 }, { entry: 'b', judge: 'y', y: 2 }], 50, 's')).toEqual([]);
  });
});
