/** Ages in full years, by calendar days (YYYY-MM-DD), as the law counts them: one is a year older on the birthday itself. */

/** Full years from `birth` to `on`. Somebody born on 29 February is older on 1 March in other years. */
export function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Guardian's consent is needed below 14 on the day of collection (PIPL art. 28 and 31); on the 14th birthday it is not. */
export const CONSENT_AGE = 14;

export function needsGuardianConsent(birth: string, on: string): boolean {
  return ageOn(birth, on) < CONSENT_AGE;
}

/** The calendar day of an instant where the contests are held (UTC+8 all year). */
export function dayInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
