const DAY_MS = 86_400_000;
/** The province's clock: China keeps one time, eight hours ahead of UTC, without summer time. */
const OFFSET_MS = 8 * 3_600_000;

/**
 * When a notice that is posted at `posted` closes: the posting day does not count, the notice runs for `days` days and ends
 * with the last second of the last one (民法典 201; PUB-NOTICE-001, -002). `working` counts Monday to Friday; moved holidays
 * are not known here.
 */
export function noticeClosesAt(posted: Date, days: number, count: 'calendar' | 'working' = 'calendar'): Date {
  let day = Math.floor((posted.getTime() + OFFSET_MS) / DAY_MS);
  for (let left = days; left > 0; ) {
    day++;
    if (count === 'calendar' || isWorkingDay(day)) left--;
  }
  return new Date((day + 1) * DAY_MS - OFFSET_MS - 1000);
}

/** Whether the notice is over at `now`: its last second still belongs to it. */
export const isNoticeOver = (now: Date, closesAt: Date): boolean => now.getTime() >= closesAt.getTime() + 1000;

/** Day 0 of the epoch was a Thursday. */
const isWorkingDay = (day: number): boolean => (day + 3) % 7 < 5;
