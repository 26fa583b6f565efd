import { describe, expect, it } from '@jest/globals';
import { isNoticeOver, noticeClosesAt } from './notice-period.js';

const close = (posted: string, days = 7, count?: 'calendar' | 'working') => noticeClosesAt(new Date(posted), days, count).toISOString();

describe('noticeClosesAt', () => {
  it.each([
    ['PUB-NOTICE-001: posted 27 April', '2026-04-27T09:00:00+08:00', '2026-05-04T15:59:59.000Z'],
    ['PUB-NOTICE-002: changed 1 May, the full period again', '2026-05-01T12:00:00+08:00', '2026-05-08T15:59:59.000Z'],
    ['posted in the first second of a day', '2026-04-27T00:00:00+08:00', '2026-05-04T15:59:59.000Z'],
    ['posted in the last second of a day', '2026-04-27T23:59:59+08:00', '2026-05-04T15:59:59.000Z'],
    ['the day is the province\'s, not UTC\'s', '2026-04-26T16:30:00Z', '2026-05-04T15:59:59.000Z'],
    ['over the end of a year', '2026-12-28T10:00:00+08:00', '2027-01-04T15:59:59.000Z'],
  ])('%s', (_name, posted, expected) => expect(close(posted)).toBe(expected));

  it('counts Monday to Friday only in working-day mode', () => {
    // 24 April 2026 is a Friday: five working days end on Friday 1 May.
    expect(close('2026-04-24T10:00:00+08:00', 5, 'working')).toBe('2026-05-01T15:59:59.000Z');
    expect(close('2026-04-25T10:00:00+08:00', 1, 'working')).toBe('2026-04-27T15:59:59.000Z');
  });

  it('is over with the first instant of the next day, not before', () => {
    const closes = noticeClosesAt(new Date('2026-04-27T09:00:00+08:00'), 7);
    expect(isNoticeOver(new Date('2026-05-04T23:59:59.999+08:00'), closes)).toBe(false);
    expect(isNoticeOver(new Date('2026-05-05T00:00:00+08:00'), closes)).toBe(true);
  });

  it('ends with the posting day when there is no notice period', () => {
    expect(close('2026-04-27T09:00:00+08:00', 0)).toBe('2026-04-27T15:59:59.000Z');
  });
});
