/** How long a login lasts, in milliseconds [D]: idle time, whole life, and how exactly "last seen" is kept. */
export const SESSION_IDLE_MS = 2 * 3_600_000;
export const SESSION_LIFE_MS = 12 * 3_600_000;
export const SESSION_SEEN_EVERY_MS = 60_000;

/** How long single-use links work, in milliseconds [D]. */
export const LINK_LIFE_MS = { invitation: 14 * 86_400_000, password_reset: 30 * 60_000, claim: 30 * 86_400_000, email_verification: 3 * 86_400_000 } as const;
export type LinkPurpose = keyof typeof LINK_LIFE_MS;

/** Whether a session that was last used at `lastSeen` and ends at `expires` still counts at `now` (milliseconds). */
export function sessionAlive(now: number, lastSeen: number, expires: number): boolean {
  return now < expires && now - lastSeen < SESSION_IDLE_MS;
}
