import { describe, expect, it } from '@jest/globals';
import { ageOn, dayInChina } from './age.js';

describe('ageOn', () => {
  it.each([
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2024-02-29', 12],
    ['2026-01-01', '2026-01-01', 0],
  ])('born %s is on %s %i', (birth, on, age) => expect(ageOn(birth, on)).toBe(age));
});

describe('dayInChina', () => {
  it('changes at 16:00 UTC', () => {
    expect(dayInChina(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
    expect(dayInChina(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
  });
});
