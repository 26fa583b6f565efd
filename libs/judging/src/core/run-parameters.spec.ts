import { describe, expect, it } from '@jest/globals';
import { mixOf } from './panel-mix.js';
import { compositionOf, looserThanRules, withRules } from './run-parameters.js';

const panel = { groupsOf: new Map([['PH', ['project.junior.PH', 'project.senior.PH']], ['CH', ['project.junior.CH']]]), judges: new Set(['a', 'b', 'c']) };

describe('the composition a run asks for', () => {
  it('is told to the engine rule by rule, those apart only where both sit', () => {
    expect(compositionOf({ leads: 1, ofField: 2, perEmployer: 1, perRegion: 3, apart: [{ one: 'a', other: 'b' }, { one: 'a', other: 'x' }] }, panel)).toEqual([
      { kind: 'at-least', tag: 'lead', count: 1 },
      { kind: 'at-least', tag: 'field:PH', count: 2, groups: ['project.junior.PH', 'project.senior.PH'] },
      { kind: 'at-least', tag: 'field:CH', count: 2, groups: ['project.junior.CH'] },
      { kind: 'at-most-per-employer', count: 1 },
      { kind: 'at-most-per-region', count: 3 },
      { kind: 'apart', judges: ['a', 'b'] },
    ]);
    expect(compositionOf({}, panel)).toEqual([]);
  });

  it('may be stricter than the rulebook, never looser', () => {
    const rules = { leads: 1, perEmployer: 2, mostChance: 40 };
    expect(withRules(rules, { perEmployer: 1 })).toEqual({ leads: 1, perEmployer: 1, mostChance: 40 });
    expect(looserThanRules(rules, { perEmployer: 1, leads: 2, mostChance: 30, perRegion: 9 })).toEqual([]);
    expect(looserThanRules(rules, { perEmployer: 3, leads: 0, mostChance: 50 })).toEqual(['leads', 'perEmployer', 'mostChance']);
    expect(looserThanRules(undefined, { perEmployer: 9 })).toEqual([]);
  });
});

describe('the mix of a plan', () => {
  it('names the worst entry in every respect', () => {
    const pair = (entry: string, lead: boolean, ofField: boolean, employer?: string, region?: string) => ({ entry, lead, ofField, employer, region });
    expect(mixOf([pair('p', true, true, 'north', '4301'), pair('p', false, true, 'north', '4302'), pair('q', true, false, '', '4301'), pair('q', true, false, '', '4301')])).toEqual({
      leastLeads: 1, leastOfField: 0, mostPerEmployer: 2, mostPerRegion: 2,
    });
    expect(mixOf([])).toEqual({ leastLeads: 0, leastOfField: 0, mostPerEmployer: 0, mostPerRegion: 0 });
  });
});
