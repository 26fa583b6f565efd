/** What somebody typed as it stands in a pattern of LIKE: its own %, _ and \ are taken literally. */
export const literalInLike = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&');

/** What somebody typed as a pattern for ILIKE that finds it anywhere; null when nothing was typed. */
export function likePattern(typed: string | undefined): string | null {
  const text = typed?.trim();
  return text ? `%${literalInLike(text)}%` : null;
}
