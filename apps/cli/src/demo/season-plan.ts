import { ENTRY_TYPES, type EntryType } from './entry-kinds.js';

/** Of one entry type: entries that schools hand in, places of all prefectures together, finalists. */
export interface TypeNumbers {
  entries: number;
  places: number;
  finalists: number;
}

/** How large a season is and how far it is played. Counts follow the observed 44th edition where they are the defaults. */
export interface SeasonPlan {
  seed: number;
  editionNumber: number;
  /** When schools may begin to hand in; the rest of the calendar follows from it. */
  opensAt: Date;
  types: Record<EntryType, TypeNumbers>;
  initialJudges: number;
  finalJudges: number;
  schools: number;
  /** Prefectures that take part, from the first. */
  prefectures: number;
  until: 'registration' | 'initial' | 'published';
  /** Whether the first works have titles that try the limits of what is shown and exported (true unless told otherwise). */
  oddTitles?: boolean;
}

const DAY = 86_400_000;

/** `[entries, places, finalists]` by type, in the order of ENTRY_TYPES. */
const numbers = (...rows: [entries: number, places: number, finalists: number][]): Record<EntryType, TypeNumbers> =>
  Object.fromEntries(ENTRY_TYPES.map((type, index) => {
    const [entries = 0, places = 0, finalists = 0] = rows[index] ?? [];
    return [type, { entries, places, finalists }];
  })) as Record<EntryType, TypeNumbers>;

/** A sum over all types. */
export const inAll = (plan: Pick<SeasonPlan, 'types'>, what: keyof TypeNumbers): number => ENTRY_TYPES.reduce((sum, type) => sum + plan.types[type][what], 0);

/** Only student projects, for measures of one kind of entry. */
export const projectsOnly = (entries: number): SeasonPlan['types'] => numbers([entries, entries, 0]);

/**
 * The 44th edition's observed shape: 860 works at the province; in the final 108 student and 43 teacher projects, 15 practice activities
 * and 14 videos. How the 860 spread over the types was not published; paintings are judged on their originals.
 */
export const FULL_SEASON: SeasonPlan = {
  seed: 44, editionNumber: 44, opensAt: new Date('2022-11-01T08:00:00+08:00'), types: numbers([760, 440, 108], [280, 170, 43], [220, 120, 20], [130, 70, 15], [110, 60, 14]),
  initialJudges: 124, finalJudges: 48, schools: 260, prefectures: 14, until: 'published',
};

/** The same story in small, for a test. */
export const SMALL_SEASON: SeasonPlan = {
  seed: 7, editionNumber: 45, opensAt: new Date('2023-11-01T08:00:00+08:00'), types: numbers([36, 20, 11], [9, 5, 3], [9, 5, 2], [8, 4, 2], [8, 4, 2]),
  initialJudges: 30, finalJudges: 18, schools: 14, prefectures: 4, until: 'published',
};

/** The smallest that still has everything: all types, three groups, returns, a recusal, a withdrawal, a disqualification. */
export const TEST_SEASON: SeasonPlan = { ...SMALL_SEASON, seed: 11, types: numbers([14, 9, 5], [4, 3, 1], [4, 3, 1], [4, 2, 1], [4, 2, 1]), initialJudges: 20, finalJudges: 14, schools: 9, prefectures: 3 };

/** Last year's season, published; this year's under review; the next one open for entries. They share their people. */
export function firstStartPlans(now: Date): SeasonPlan[] {
  const before = (days: number): Date => new Date(Math.floor(now.getTime() / DAY) * DAY - days * DAY);
  const base = { initialJudges: 30, finalJudges: 18, schools: 28, prefectures: 14, oddTitles: false };
  return [
    { ...base, seed: 47, editionNumber: 47, opensAt: before(150 + 365), types: numbers([54, 36, 14], [12, 8, 3], [10, 7, 2], [8, 5, 2], [8, 5, 2]), until: 'published' },
    { ...base, seed: 48, editionNumber: 48, opensAt: before(150), types: numbers([66, 42, 14], [14, 9, 3], [12, 8, 2], [10, 6, 2], [8, 5, 2]), until: 'initial' },
    { ...base, seed: 49, editionNumber: 49, opensAt: before(40), types: numbers([24, 42, 14], [5, 9, 3], [5, 8, 2], [3, 6, 2], [3, 5, 2]), until: 'registration' },
  ];
}

export type Calendar = Record<'school' | 'county' | 'prefecture' | 'province_check' | 'initial' | 'final' | 'notice', [opensAt: Date, closesAt: Date]>;

/** The calendar of a season: days after its opening, as the 44th edition ran (November to May). */
export function calendarOf(plan: SeasonPlan): Calendar {
  const span = (from: number, to: number): [Date, Date] => [new Date(plan.opensAt.getTime() + from * DAY), new Date(plan.opensAt.getTime() + to * DAY + 9 * 3_600_000)];
  const [, school] = span(0, 91);
  const [, county] = span(0, 111);
  const [, prefecture] = span(0, 129);
  return {
    school: [plan.opensAt, school],
    county: [school, county],
    prefecture: [county, prefecture],
    province_check: [prefecture, span(0, 139)[1]],
    initial: span(140, 160),
    final: span(172, 174),
    notice: span(175, 195),
  };
}

/** Year of the final review, which names the edition's rules. */
export const yearOf = (plan: SeasonPlan): number => calendarOf(plan).final[1].getUTCFullYear();

/** The calendar day so many days before the opening, YYYY-MM-DD. */
export const dayBefore = (plan: SeasonPlan, days: number): string => new Date(plan.opensAt.getTime() - days * DAY).toISOString().slice(0, 10);
