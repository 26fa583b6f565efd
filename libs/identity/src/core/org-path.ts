/**
 * Paths of organisations, as PostgreSQL's ltree reads them: labels joined by dots, `p43.c4301.x430102.s<id>`.
 * The empty path is above everything.
 */
export const EVERYWHERE = '';

/** The label of a unit below its parent: p + province code, c + prefecture code, x + county code, s + school id. */
export function orgLabel(kind: 'province' | 'prefecture' | 'county' | 'school', codeOrId: string): string {
  const letter = { province: 'p', prefecture: 'c', county: 'x', school: 's' }[kind];
  // PostgreSQL 15's labels know letters, digits and underscores only.
  return `${letter}${codeOrId.replaceAll('-', '')}`;
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === EVERYWHERE || path === ancestor || path.startsWith(`${ancestor}.`);
}

/** The path one level up; a province's parent is EVERYWHERE. */
export function parentPath(path: string): string {
  const cut = path.lastIndexOf('.');
  return cut < 0 ? EVERYWHERE : path.slice(0, cut);
}

/** Leaves out paths that lie below another one of the list. */
export function outermost(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)];
  return unique.filter((path) => !unique.some((other) => other !== path && isWithin(path, other)));
}
