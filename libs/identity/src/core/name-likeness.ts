/** From here on two names in one county may be one school's. */
export const LIKELY = 0.45;

/** Pairs of neighbouring characters, the ends counted too. */
function pairs(key: string): Set<string> {
  const signs = ['^', ...key, '$'];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}

/**
 * How alike two name keys are, from 0 to 1: shared pairs of characters among all pairs. Counted here and not by the database's trigrams,
 * which know no Chinese characters where the database has the C locale.
 */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / (a.size + b.size - shared);
}
