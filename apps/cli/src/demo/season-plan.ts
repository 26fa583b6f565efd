/** How large a season is and how far it is played. Counts follow the observed 44th edition where they are the defaults. */
export interface SeasonPlan {
  seed: number;
  editionNumber: number;
  /** Year of the final review. */
  year: number;
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

export const FULL_SEASON: SeasonPlan = {
  seed: 44, editionNumber: 44, year: 2023, entries: 1500, provincePlaces: 860, finalists: 108, initialJudges: 120, finalJudges: 21, schools: 260, prefectures: 14, until: 'published',
};

/** The same story in small, for a test and for a first start. */
export const SMALL_SEASON: SeasonPlan = {
  seed: 7, editionNumber: 45, year: 2024, entries: 60, provincePlaces: 36, finalists: 15, initialJudges: 24, finalJudges: 10, schools: 14, prefectures: 4, until: 'published',
};

/** The calendar of an edition whose final is in `year`: stage key -> [opens, closes], in China Standard Time. */
export function calendarOf(year: number): Record<string, [string, string]> {
  const at = (y: number, day: string): string => new Date(`${y}-${day}:00+08:00`).toISOString();
  return {
    school: [at(year - 1, '11-01T08:00'), at(year, '01-31T17:00')],
    county: [at(year, '01-31T17:00'), at(year, '02-20T17:00')],
    prefecture: [at(year, '02-20T17:00'), at(year, '03-10T17:00')],
    province_check: [at(year, '03-10T17:00'), at(year, '03-20T17:00')],
    initial: [at(year, '03-21T08:00'), at(year, '04-10T18:00')],
    final: [at(year, '04-22T08:00'), at(year, '04-24T18:00')],
    notice: [at(year, '04-25T08:00'), at(year, '05-10T23:59')],
  };
}
