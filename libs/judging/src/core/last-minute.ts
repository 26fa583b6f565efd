import type { LastMinuteRules } from '#libs/contests';

const HOUR = 3_600_000;

/** A judge who handed in much just before the end. */
export interface LastMinute {
  judge: string;
  /** Sheets handed in during the last hours, and all. */
  late: number;
  sheets: number;
}

/**
 * Who handed in so many of the own sheets in the last hours before `closesAt` as the rules ask about (feature 39). Sheets after the end are finished on request (reopened) and
 * do not count as late; typed-in paper sheets say nothing about a judge's time and must not be given.
 */
export function lastMinute(sheets: readonly { judge: string; savedAt: Date }[], closesAt: Date, { hours, share, fewest }: LastMinuteRules): LastMinute[] {
  const from = closesAt.getTime() - hours * HOUR;
  const counts = new Map<string, LastMinute>();
  for (const { judge, savedAt } of sheets) {
    const one = counts.get(judge) ?? { judge, late: 0, sheets: 0 };
    one.sheets++;
    if (savedAt.getTime() >= from && savedAt < closesAt) one.late++;
    counts.set(judge, one);
  }
  return [...counts.values()].filter((one) => one.late >= fewest && one.late >= share * one.sheets);
}
