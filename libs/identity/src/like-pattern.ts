/** What somebody typed as a pattern for ILIKE, with its own % and _ taken literally; null when nothing was typed. */
export function likePattern(typed: string | undefined): string | null {
  const text = typed?.trim();
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
