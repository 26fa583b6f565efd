import { describe, expect, it } from '@jest/globals';
import { ScoringRefusal } from '../engine/problem.js';
import { intraclass } from './intraclass.js';
import { kendallTau, kendallW, krippendorffAlpha } from './agreement.js';
import { fitAdditive } from './additive-model.js';
import { fitMixed } from './mixed-model.js';
import type { RawObservation } from './observations.js';
import { exp, ln } from './portable-math.js';
import { greyZone, rankUncertainty } from './rank-uncertainty.js';
import { SeededRandom } from './seeded-random.js';

function reviews(seed: string, shape: { entries: number; judges: number; each: number }): { observations: RawObservation[]; truth: Map<string, number> } {
  const random = new SeededRandom(seed);
  const severity = Array.from({ length: shape.judges }, () => 0.8 * random.normal());
  const truth = new Map<string, number>();
  const observations: RawObservation[] = [];
  for (let entry = 0; entry < shape.entries; entry++) {
    const quality = random.normal();
    truth.set(`e${entry}`, quality);
    const chosen = new Set<number>();
    while (chosen.size < shape.each) chosen.add(random.below(shape.judges));
    for (const judge of chosen) observations.push({ entry: `e${entry}`, judge: `j${judge}`, y: quality + (severity[judge] as number) + random.normal() });
  }
  return { observations, truth };
}

const table = (rows: Record<string, Record<string, number>>): RawObservation[] => Object.entries(rows).flatMap(([entry, row]) => Object.entries(row).map(([judge, y]) => ({ entry, judge, y })));

/** Edge cases of judging mathematics 10. */
describe('mixed model: what the data cannot carry', () => {
  it('one judge for everything: no judge effect, and with one review an entry the raw order', () => {
    const fit = fitMixed(table({ a: { j: 3 }, b: { j: 5 }, c: { j: 4 } }));
    expect(fit.notes).toEqual(['oneJudge', 'singleReviews']);
    expect(fit.entries.map((entry) => entry.score)).toEqual([3, 5, 4]);
    expect(fit.reliability).toBeNull();
  });

  it('each judge one review: the judge effect is left out and said so', () => {
    const fit = fitMixed(table({ a: { j1: 3, j2: 4 }, b: { j3: 7, j4: 9 }, c: { j5: 1, j6: 2 } }));
    expect(fit.notes).toEqual(['judgesConfounded']);
    expect(fit.varJudge).toBe(0);
    expect(fit.judges.every((judge) => judge.effect === 0)).toBe(true);
    expect(fit.reliability).toBeGreaterThan(0.5);
  });

  it('all scores equal: the common score, no reliability, never NaN', () => {
    const fit = fitMixed(table({ a: { j1: 80, j2: 80 }, b: { j1: 80, j3: 80 }, c: { j2: 80, j3: 80 } }));
    expect(fit.notes).toEqual(['noVariation']);
    expect(fit.entries.map((entry) => entry.score)).toEqual([80, 80, 80]);
    expect(fit.reliability).toBeNull();
    expect(intraclass([[80, 80], [80, 80]])).toBeNull();
    expect(kendallW([[1, 1], [1, 1]])).toBeNull();
    expect(krippendorffAlpha([[1, 1], [1, 1]], 'interval')).toBeNull();
  });

  it('no judge differences: the judge variance is 0 and flagged', () => {
    const random = new SeededRandom('none');
    const rows = Object.fromEntries(Array.from({ length: 30 }, (_, entry) => {
      const quality = 10 * random.normal();
      const noise = entry % 2 === 0 ? 1 : -1;
      return [`e${entry}`, { j1: quality + noise, j2: quality - noise, j3: quality }];
    }));
    const fit = fitMixed(table(rows));
    expect(fit.singular).toBe(true);
    expect(fit.varJudge).toBe(0);
  });

  it('refuses NaN, weights that are not positive, and two scores of one judge', () => {
    const codes = (observations: RawObservation[]): string[] => {
      try {
        fitMixed(observations);
        return [];
      } catch (error) {
        return (error as ScoringRefusal).problems.map((one) => one.code);
      }
    };
    expect(codes([{ entry: 'a', judge: 'j', y: Number.NaN }])).toEqual(['ITEM_NOT_A_NUMBER']);
    expect(codes([{ entry: 'a', judge: 'j', y: 1, weight: 0 }])).toEqual(['NOT_POSITIVE']);
    expect(codes([{ entry: 'a', judge: 'j', y: 1 }, { entry: 'a', judge: 'j', y: 2 }])).toEqual(['DUPLICATE_SHEET']);
    expect(codes([])).toEqual([]);
  });
});

describe('models: invariance', () => {
  const { observations } = reviews('invariance', { entries: 60, judges: 12, each: 3 });
  const fit = fitMixed(observations);

  it('scores a y + c give effects a q', () => {
    const scaled = fitMixed(observations.map((one) => ({ ...one, y: 7 * one.y + 40 })));
    for (const [index, entry] of fit.entries.entries()) expect(scaled.entries[index]?.effect).toBeCloseTo(7 * entry.effect, 3);
  });

  it('the order of the observations changes nothing, to the last bit', () => {
    expect(fitMixed([...observations].reverse()).entries).toEqual(fit.entries);
  });

  it('additive: a constant on one judge moves the entries of its part together', () => {
    const before = fitAdditive(observations).parts[0];
    const after = fitAdditive(observations.map((one) => (one.judge === 'j3' ? { ...one, y: one.y + 9 } : one))).parts[0];
    const shifts = (before?.entries ?? []).map((entry, index) => (after?.entries[index]?.value ?? 0) - entry.value);
    for (const shift of shifts) expect(shift).toBeCloseTo(shifts[0] as number, 9);
  });

  it('additive: two copies side by side keep their values', () => {
    const copies = ['x', 'y'].flatMap((copy) => observations.map((one) => ({ entry: copy + one.entry, judge: copy + one.judge, y: one.y })));
    const { parts } = fitAdditive(copies);
    expect(parts).toHaveLength(2);
    expect(parts[0]?.entries.map((entry) => entry.value.toFixed(9))).toEqual(parts[1]?.entries.map((entry) => entry.value.toFixed(9)));
  });
});

describe('rank uncertainty', () => {
  const { observations, truth } = reviews('uncertainty', { entries: 200, judges: 30, each: 3 });
  const fit = fitMixed(observations);

  it('puts about 90 % of the true ranks inside their intervals, the same ones for the same seed', () => {
    if (!fit.posterior) throw new Error('no posterior');
    const uncertain = rankUncertainty(fit.posterior, { seed: 's', k: 30, draws: 500 });
    expect(rankUncertainty(fit.posterior, { seed: 's', k: 30, draws: 500 })).toEqual(uncertain);
    const order = [...truth].sort((a, b) => b[1] - a[1]).map(([entry]) => entry);
    const inside = uncertain.filter((one) => order.indexOf(one.entry) + 1 >= one.low && order.indexOf(one.entry) + 1 <= one.high).length;
    expect(inside / 200).toBeGreaterThan(0.83);
    expect(inside / 200).toBeLessThan(0.97);
    expect(uncertain.reduce((sum, one) => sum + one.topK, 0)).toBeCloseTo(30, 6);
    const zone = greyZone(uncertain);
    expect(zone.length).toBeGreaterThan(10);
    expect(zone.every((one) => one.topK >= 0.1 && one.topK <= 0.9)).toBe(true);
    expect(Math.abs((zone[0]?.topK ?? 0) - 0.5)).toBeLessThanOrEqual(Math.abs((zone.at(-1)?.topK ?? 0) - 0.5));
  });

  it('ranks closer to the truth than raw means', () => {
    const raw = new Map<string, number[]>();
    for (const one of observations) raw.set(one.entry, [...(raw.get(one.entry) ?? []), one.y]);
    const tau = (scoreOf: (entry: string) => number): number => kendallTau(fit.entries.map((one) => scoreOf(one.entry)), fit.entries.map((one) => truth.get(one.entry) ?? 0)) ?? 0;
    const scores = new Map(fit.entries.map((one) => [one.entry, one.score]));
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(tau((entry) => scores.get(entry) ?? 0)).toBeGreaterThan(tau((entry) => mean(raw.get(entry) ?? [])) + 0.02);
  });
});

describe('portable logarithm and exponential', () => {
  it('agree with the machine to a few units in the last place', () => {
    const random = new SeededRandom('ln');
    for (let round = 0; round < 2000; round++) {
      const x = exp(600 * (random.uniform() - 0.5));
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(Math.log(x))));
      const y = 600 * (random.uniform() - 0.5);
      expect(Math.abs(exp(y) / Math.exp(y) - 1)).toBeLessThan(1e-13);
    }
    expect([ln(0), ln(1), exp(0), exp(-1000), exp(1000)]).toEqual([Number.NEGATIVE_INFINITY, 0, 1, 0, Number.POSITIVE_INFINITY]);
    expect(ln(-1)).toBeNaN();
  });
});
