/** How large a season is and how far it is played. Counts follow the observed 44th edition where they are the defaults. */
export interface SeasonPlan {
  seed: number;
  editionNumber: number;
  /** When schools may begin to hand in; the rest of the calendar follows from it. */
  opensAt: Date;
  /** Entries that schools hand in to their counties. */
  entries: number;
  /** Places of all prefectures together. */
  provincePlaces: number;
  finalists: number;
  initialJudges: number;
  finalJudges: number;
  schools: number;
  /** Prefectures that take part, from the first. */
  prefectures: number;
  until: 'registration' | 'initial' | 'published';
}

const DAY = 86_400_000;

/** The 44th edition's observed shape: 860 works at the province, 108 student projects in the final. */
export const FULL_SEASON: SeasonPlan = {
  seed: 44, editionNumber: 44, opensAt: new Date('2022-11-01T08:00:00+08:00'), entries: 1500, provincePlaces: 860, finalists: 108, initialJudges: 120, finalJudges: 24, schools: 260, prefectures: 14, until: 'published',
};

/** The same story in small, for a test. */
export const SMALL_SEASON: SeasonPlan = {
  seed: 7, editionNumber: 45, opensAt: new Date('2023-11-01T08:00:00+08:00'), entries: 60, provincePlaces: 36, finalists: 15, initialJudges: 24, finalJudges: 14, schools: 14, prefectures: 4, until: 'published',
};

/** The smallest that still has everything: three groups, returns, a recusal, a withdrawal, a disqualification. */
export const TEST_SEASON: SeasonPlan = { ...SMALL_SEASON, seed: 11, entries: 30, provincePlaces: 20, finalists: 9, initialJudges: 20, finalJudges: 12, schools: 9, prefectures: 3 };

/** Last year's season, published; this year's under review; the next one open for entries. They share their people. */
export function firstStartPlans(now: Date): SeasonPlan[] {
  const before = (days: number): Date => new Date(Math.floor(now.getTime() / DAY) * DAY - days * DAY);
  const base = { initialJudges: 24, finalJudges: 14, schools: 28, prefectures: 14 };
  return [
    { ...base, seed: 47, editionNumber: 47, opensAt: before(150 + 365), entries: 90, provincePlaces: 60, finalists: 21, until: 'published' },
    { ...base, seed: 48, editionNumber: 48, opensAt: before(150), entries: 110, provincePlaces: 70, finalists: 21, until: 'initial' },
    { ...base, seed: 49, editionNumber: 49, opensAt: before(40), entries: 40, provincePlaces: 70, finalists: 21, until: 'registration' },
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
