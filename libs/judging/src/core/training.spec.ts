import { describe, expect, it } from '@jest/globals';
import type { SheetRules } from '#libs/scoring';
import { distanceToReference } from './training.js';

const rules: SheetRules = {
  items: [
    { kind: 'score', key: 'innovation', label: { zh: '创新', en: 'Innovation' }, max: 40, step: 0.5 },
    { kind: 'score', key: 'science', label: { zh: '科学', en: 'Science' }, max: 30, step: 0.1, weight: 0.5 },
    { kind: 'flag', key: 'complete', label: { zh: '材料齐', en: 'Complete' }, points: 5 },
  ],
};

describe('distanceToReference', () => {
  it('tells per criterion how far, how far is allowed, and in which direction', () => {
    expect(distanceToReference(rules, { innovation: '34', science: '20.3', complete: true }, { innovation: '30', science: '23.3', complete: true }, 10)).toEqual([
      { key: 'innovation', points: '34', reference: '30', distance: '4', tolerance: '4', within: true },
      { key: 'science', points: '10.15', reference: '11.65', distance: '-1.5', tolerance: '1.5', within: true },
      { key: 'complete', points: '5', reference: '5', distance: '0', tolerance: '0', within: true },
    ]);
  });

  it('half a point beyond the tolerance is beyond it, and what is no criterion must be the same', () => {
    const found = distanceToReference(rules, { innovation: '34.5', science: '20.2', complete: false }, { innovation: '30', science: '23.3', complete: true }, 10);
    expect(found.map(({ key, within }) => [key, within])).toEqual([['innovation', false], ['science', false], ['complete', false]]);
  });
});
