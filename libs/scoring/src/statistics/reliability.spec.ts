import { describe, expect, it } from '@jest/globals';
import { cohenKappa, fleissKappa, kendallTau, kendallW, krippendorffAlpha, midRanks, spearman } from './agreement.js';
import { bradleyTerry } from './bradley-terry.js';
import { designQuality } from './design-quality.js';
import { fDistribution, fQuantile, incompleteBeta, normalTail, tTwoSided } from './distributions.js';
import { componentReliability, intraclass, ratingsNeeded, spearmanBrown } from './intraclass.js';
import { KEMENY_LIMIT, kemenyOrder } from './rank-aggregation.js';
import { probabilityAbove } from './rank-uncertainty.js';
import { fitRasch } from './rasch.js';

const table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

describe('reliability', () => {
  it('of a generalisability study agrees with the intraclass correlations', () => {
    const found = intraclass(table);
    expect(found?.study.g).toBeCloseTo(found?.point.icc3_k ?? 0, 12);
    expect(found?.study.phi).toBeCloseTo(found?.point.icc2_k ?? 0, 12);
    expect(found?.study.negative).toBe(false);
    expect(intraclass([[1, 2], [2, 1]])?.study).toMatchObject({ varEntry: 0, negative: true });
  });

  it('from variance components', () => {
    expect(componentReliability({ varEntry: 4, varJudge: 1, varResidual: 3 }, 4)).toEqual({ single: 0.5, mean: 0.8 });
    expect(componentReliability({ varEntry: 0, varJudge: 0, varResidual: 0 }, 3)).toBeNull();
  });

  it('and how many ratings it takes', () => {
    expect(ratingsNeeded(0.5, 0.8)).toBe(4);
    expect(spearmanBrown(0.5, 4)).toBe(0.8);
    expect([ratingsNeeded(0, 0.8), ratingsNeeded(1, 0.8), ratingsNeeded(-0.1, 0.8)]).toEqual([null, null, null]);
  });
});

describe('where there is nothing to say', () => {
  it('gives null, never NaN', () => {
    expect([intraclass([]), intraclass([[1, 2]]), intraclass([[1], [2]])]).toEqual([null, null, null]);
    expect([kendallW([]), kendallW([[1, 2]]), kendallTau([1, 1], [1, 2]), spearman([1], [1])]).toEqual([null, null, null, null]);
    expect([krippendorffAlpha([], 'nominal'), krippendorffAlpha([[1, null]], 'interval'), krippendorffAlpha([[0, 0], [0, 0]], 'ratio')]).toEqual([null, null, null]);
    expect([cohenKappa([[4, 0], [0, 0]]), fleissKappa([]), fleissKappa([[3, 0], [3, 0]])]).toEqual([null, null, null]);
    expect(bradleyTerry([{ a: 'x', b: 'y', winsA: 3, winsB: 0 }])).toBeNull();
    expect(designQuality([{ entry: 'a', judge: '1' }, { entry: 'b', judge: '2' }])).toMatchObject({ parts: 2, pairVariance: null, efficiency: null });
    expect([probabilityAbove(5, 6, 0), probabilityAbove(5, 4, 0), probabilityAbove(5, 5, 0)]).toEqual([1, 0, 0.5]);
  });

  it('keeps a never-losing entry and a perfect score finite with a little prior', () => {
    const fit = bradleyTerry([{ a: 'x', b: 'y', winsA: 3, winsB: 0 }], { prior: 0.25 });
    expect(fit?.ability['y']).toBeLessThan(0);
    expect(Number.isFinite(fit?.ability['y'])).toBe(true);
    const perfect = fitRasch([{ entry: 'a', judge: '1', y: 2 }, { entry: 'a', judge: '2', y: 2 }, { entry: 'b', judge: '1', y: 0 }, { entry: 'b', judge: '2', y: 1 }], 3, 0.3);
    expect(perfect.converged).toBe(true);
    expect(perfect.entries.every((one) => Number.isFinite(one.measure))).toBe(true);
    expect(() => fitRasch([{ entry: 'a', judge: '1', y: 5 }], 3)).toThrow('ITEM_OUT_OF_RANGE');
  });
});

describe('small things', () => {
  it('shares ranks of ties evenly', () => expect(midRanks([30, 10, 10, 20])).toEqual([4, 1.5, 1.5, 3]));

  it('has distributions that invert and add up', () => {
    for (const [p, a, b] of [[0.975, 5, 15], [0.025, 18, 5], [0.5, 1, 1]] as const) expect(fDistribution(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 12);
    expect(tTwoSided(0.95, 10)).toBeCloseTo(2.2281388519649385, 9);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 12);
  });

  it('orders only so many entries exactly', () => {
    const ranking = Array.from({ length: KEMENY_LIMIT + 1 }, (_, index) => `e${index}`);
    expect(() => kemenyOrder([{ ranking }])).toThrow(RangeError);
    expect(kemenyOrder([{ ranking: ['c', 'a', 'b'] }])).toEqual({ order: ['c', 'a', 'b'], score: 3 });
  });
});
