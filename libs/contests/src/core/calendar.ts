import type { CalendarRules } from './rulebook.types.js';

export interface StageSpan {
  opensAt: Date;
  closesAt: Date;
}

/**
 * Whether something that happens at `now` comes too late for a span that ends at `closesAt`. With `excluded` the span is half-open:
 * at the very instant it ends it is over. With `included` the whole second named as the end still counts.
 */
export function isLate(now: Date, closesAt: Date, lastSecond: CalendarRules['lastSecond']): boolean {
  if (lastSecond === 'excluded') return now.getTime() >= closesAt.getTime();
  return Math.floor(now.getTime() / 1000) > Math.floor(closesAt.getTime() / 1000);
}

export type StageStatus = 'coming' | 'running' | 'over';

export function stageStatus(now: Date, span: StageSpan, lastSecond: CalendarRules['lastSecond']): StageStatus {
  if (now.getTime() < span.opensAt.getTime()) return 'coming';
  return isLate(now, span.closesAt, lastSecond) ? 'over' : 'running';
}

/** The same day and time of day `years` later, in China's time (UTC+8, no summer time); 29 February becomes the 28th. */
export function shiftYears(instant: Date, years: number): Date {
  const local = new Date(instant.getTime() + 8 * 3_600_000);
  const day = local.getUTCDate();
  const moved = new Date(local);
  moved.setUTCFullYear(local.getUTCFullYear() + years);
  if (moved.getUTCDate() !== day) moved.setUTCDate(0);
  return new Date(moved.getTime() - 8 * 3_600_000);
}

/** The same for a calendar day as text. */
export function shiftDay(day: string, years: number): string {
  return shiftYears(new Date(`${day}T04:00:00Z`), years).toISOString().slice(0, 10);
}

/** A copy of a document in which every text that is a calendar day lies `years` later. */
export function shiftDays<T>(document: T, years: number): T {
  if (typeof document === 'string') return (/^\d{4}-\d{2}-\d{2}$/.test(document) ? shiftDay(document, years) : document) as T;
  if (Array.isArray(document)) return document.map((item: unknown) => shiftDays(item, years)) as T;
  if (typeof document === 'object' && document !== null) {
    return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, shiftDays(value, years)])) as T;
  }
  return document;
}
