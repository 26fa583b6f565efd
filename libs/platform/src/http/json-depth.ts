/** Deeper than any form of ours; recursive checks would run out of stack far beyond. */
const MAX_DEPTH = 64;

/** Whether lists and objects stand inside each other more than `most` levels deep. Walks without recursion, so that no body can exhaust the stack. */
export function isTooDeep(body: unknown, most = MAX_DEPTH): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : [])).filter((value) => typeof value === 'object' && value !== null);
  }
  return false;
}
