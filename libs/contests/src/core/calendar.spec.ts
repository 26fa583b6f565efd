import { describe, expect, it } from '@jest/globals';
import { isLate, shiftDay, shiftDays, shiftYears, stageStatus } from './calendar.js';

describe('the second at which a stage ends', () => {
  const end = new Date('2026-01-31T17:00:00+08:00');

  it.each([
    ['2026-01-31T16:59:59.999+08:00', false, false],
    ['2026-01-31T17:00:00.000+08:00', true, false],
    ['2026-01-31T17:00:00.999+08:00', true, false],
    ['2026-01-31T17:00:01.000+08:00', true, true],
    ['2026-01-31T09:00:00.000Z', true, false],
  ])('%s is late: %s (end excluded), %s (last second included)', (now, excluded, included) => {
    expect(isLate(new Date(now), end, 'excluded')).toBe(excluded);
    expect(isLate(new Date(now), end, 'included')).toBe(included);
  });

  it('is running from its first instant on', () => {
    const span = { opensAt: new Date('2026-01-01T00:00:00Z'), closesAt: end };
    expect(stageStatus(new Date('2025-12-31T23:59:59.999Z'), span, 'excluded')).toBe('coming');
    expect(stageStatus(new Date('2026-01-01T00:00:00Z'), span, 'excluded')).toBe('running');
    expect(stageStatus(end, span, 'excluded')).toBe('over');
  });
});

describe('the next year', () => {
  it('keeps day and time of day in China', () => {
    expect(shiftYears(new Date('2025-12-31T17:30:00Z'), 1).toISOString()).toBe('2026-12-31T17:30:00.000Z');
    expect(shiftDay('2025-07-01', 1)).toBe('2026-07-01');
    expect(shiftDay('2024-02-29', 1)).toBe('2025-02-28');
    expect(shiftDay('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('moves every day inside a document and nothing else', () => {
    expect(shiftDays({ from: '2023-07-01', list: ['2025-07-01', 'x'], count: 2023 }, 1)).toEqual({ from: '2024-07-01', list: ['2026-07-01', 'x'], count: 2023 });
  });
});
