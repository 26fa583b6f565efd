import { currentLanguage } from './index.js';

/** All times are shown as the contest's own: China Standard Time, whatever the device says. */
const ZONE = 'Asia/Shanghai';

type Instant = Date | string | number;
const date = (at: Instant): Date => (at instanceof Date ? at : new Date(at));
const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, at: Instant, options: Intl.DateTimeFormatOptions): string {
  const language = currentLanguage();
  const name = `${language}.${key}`;
  let made = formats.get(name);
  if (!made) formats.set(name, (made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: ZONE, ...options })));
  return made.format(date(at));
}

/** `2026年1月31日` / `31 January 2026` */
export const showDay = (at: Instant): string => format('day', at, { year: 'numeric', month: 'long', day: 'numeric' });
/** `1月31日` / `31 January` */
export const showShortDay = (at: Instant): string => format('short', at, { month: 'long', day: 'numeric' });
/** `17:00` */
export const showMinute = (at: Instant): string => format('minute', at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** `16:42:07` */
export const showSecond = (at: Instant): string => format('second', at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
/** `2026年1月31日 17:00` / `31 January 2026, 17:00` */
export const showMoment = (at: Instant): string => `${showDay(at)}${currentLanguage() === 'en' ? ', ' : ' '}${showMinute(at)}`;

/** What is left until a moment, in the two largest units that say enough. */
export interface Remaining {
  key: 'over' | 'seconds' | 'minutes' | 'hours' | 'days';
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export function remaining(until: Instant, now: Date): Remaining {
  const left = Math.floor((date(until).getTime() - now.getTime()) / 1000);
  const parts = {
    days: Math.floor(left / 86_400),
    hours: Math.floor((left % 86_400) / 3_600),
    minutes: Math.floor((left % 3_600) / 60),
    seconds: left % 60,
  };
  if (left <= 0) return { key: 'over', days: 0, hours: 0, minutes: 0, seconds: 0 };
  if (left < 600) return { key: parts.minutes > 0 ? 'minutes' : 'seconds', ...parts };
  if (left < 2 * 86_400) return { key: 'hours', ...parts, hours: Math.floor(left / 3_600) };
  return { key: 'days', ...parts };
}

/** ISO instant -> the value of `<input type="datetime-local">` in contest time, and back. */
export function toLocalInput(at: Instant): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).format(date(at));
  return parts.replace(' ', 'T');
}
export const fromLocalInput = (value: string): string => new Date(`${value.length === 16 ? `${value}:00` : value}+08:00`).toISOString();
