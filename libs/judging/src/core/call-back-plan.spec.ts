import { describe, expect, it } from '@jest/globals';
import { planCallBacks, type Call } from './call-back-plan.js';

const call = (panel: string, code: string, ...people: string[]): Call => ({ panel, code, people });

describe('call-backs', () => {
  it('hear everybody once a panel, in the fewest slots, nobody in two rooms at once', () => {
    const calls = ['A', 'B', 'C'].flatMap((panel) => ['x', 'y', 'z', 'w'].slice(0, panel === 'C' ? 2 : 4).map((code) => call(panel, code, `of ${code}`)));
    const made = planCallBacks(calls);
    expect(made).toHaveLength(calls.length);
    expect(new Set(made.map(({ panel, code }) => `${panel} ${code}`)).size).toBe(calls.length);
    for (const key of ['panel', 'code'] as const) expect(new Set(made.map((one) => `${one[key]} ${one.slot}`)).size).toBe(calls.length);
    expect(Math.max(...made.map(({ slot }) => slot))).toBe(3);
  });

  it('keep two works of one pupil apart, before two panels and before the same', () => {
    const two = planCallBacks([call('A', 'x', 'p', 'q'), call('B', 'y', 'q')]);
    expect(two[0]?.slot).not.toBe(two[1]?.slot);
    const chained = planCallBacks([call('A', 'x', 'p'), call('A', 'y', 'p'), call('B', 'z', 'p')]);
    expect(new Set(chained.map(({ slot }) => slot)).size).toBe(3);
  });

  it('of nobody are none', () => expect(planCallBacks([])).toEqual([]));
});
