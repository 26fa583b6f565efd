/** How failed logins slow the next one down [D]. */
const FREE_FAILURES = 5;
const FIRST_LOCK_SECONDS = 30;
const LONGEST_LOCK_SECONDS = 3_600;

/** Seconds an account is locked after its `failures`-th failure in a row: nothing up to 4, then 30 s, doubling up to an hour. */
export function lockSeconds(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCK_SECONDS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_SECONDS);
}

/** Failures in a row are forgotten after a day without another one. */
export const FAILURES_FORGOTTEN_MS = 86_400_000;

/** An account may fail so often in a day from browsers it does not know, wherever they are; those it knows go on [D]. */
export const ACCOUNT_FAILURES = 100;

/** One address (perhaps a whole school behind it) may fail so often in one window, over all accounts. */
export const ADDRESS_FAILURES = 60;
export const ADDRESS_WINDOW_MS = 15 * 60_000;

/** Reset links that may be asked for one login in one window. */
export const RESETS_ASKED = 5;
export const RESETS_WINDOW_MS = 3_600_000;

/** Verification letters that may be asked for one account in one window. */
export const VERIFICATIONS_ASKED = 5;
export const VERIFICATIONS_WINDOW_MS = 3_600_000;

/** People may register so often from one address (a whole school's computer room behind it) in one window [D]. */
export const REGISTRATIONS = 500;
export const REGISTRATIONS_WINDOW_MS = 3_600_000;
