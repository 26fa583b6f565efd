import { describe, expect, it } from '@jest/globals';
import { lastMinute } from './last-minute.js';

const closesAt = new Date('2026-03-20T17:00:00+08:00');
const at = (hoursBefore: number): Date => new Date(closesAt.getTime() - hoursBefore * 3_600_000);
const rules = { hours: 6, share: 0.5, fewest: 5 };
const of = (...hours: number[]) => lastMinute(hours.map((before) => ({ judge: 'j', savedAt: at(before) })), closesAt, rules);

describe('handing in at the last minute', () => {
  it.each([
    ['half of ten, in the last six hours', [100, 90, 80, 70, 60, 6, 5, 4, 3, 0.01], true],
    ['just below half', [100, 90, 80, 70, 60, 50, 6, 5, 4, 3, 1], false],
    ['all, but too few to say anything', [4, 3, 2, 1], false],
    ['a moment before the last hours', [6.01, 6.01, 6.01, 6.01, 6.01], false],
    ['reopened ones finished after the end', [0, -1, -2, -3, -4, -5], false],
  ])('%s: %p', (_what, hours, asked) => {
    expect(of(...(hours as number[])).length === 1).toBe(asked);
  });

  it('counts each judge alone', () => {
    const late = Array.from({ length: 6 }, () => ({ judge: 'late', savedAt: at(1) }));
    const early = Array.from({ length: 6 }, () => ({ judge: 'early', savedAt: at(30) }));
    expect(lastMinute([...late, ...early], closesAt, rules)).toEqual([{ judge: 'late', late: 6, sheets: 6 }]);
  });
});
