import type { EntryTypeRules, FormField } from '#libs/contests';
import type { Problem } from '#libs/platform';

/** The parts of a draft that tabs save on their own: `title`, `groupKey`, `discipline`, `classKey`, and `form.<field>`. */
export type Parts = Record<string, unknown>;

export interface PartsInput {
  title?: string;
  groupKey?: string | null;
  discipline?: string | null;
  classKey?: string | null;
  form?: Record<string, unknown>;
}

const HEADS = ['title', 'groupKey', 'discipline', 'classKey'] as const;
/** Half a text is saved too: what is too long is told by the check, what is absurd is refused. */
const LONGEST = 20_000;

export function partsOf(input: PartsInput): Parts {
  const parts: Parts = {};
  for (const head of HEADS) if (input[head] !== undefined) parts[head] = input[head];
  for (const [key, value] of Object.entries(input.form ?? {})) parts[`form.${key}`] = value;
  return parts;
}

function fits(field: FormField, value: unknown): boolean {
  if (value === null) return true;
  if (field.kind === 'flag') return typeof value === 'boolean';
  if (field.kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (field.kind === 'choices') return Array.isArray(value) && value.length <= 100 && value.every((one) => typeof one === 'string' && one.length <= 100);
  return typeof value === 'string' && value.length <= LONGEST && !value.includes('\0');
}

/** Fields the type does not have, and values of a kind that could never be right. */
export function partProblems(parts: Parts, rules: EntryTypeRules): Problem[] {
  const fields = new Map(rules.fields.map((field) => [`form.${field.key}`, field]));
  return Object.entries(parts).flatMap(([path, value]): Problem[] => {
    if (!path.startsWith('form.')) return [];
    const field = fields.get(path);
    if (!field) return [{ code: 'UNKNOWN_FIELD', path: `parts.${path}` }];
    return fits(field, value) ? [] : [{ code: 'FIELD_KIND', path: `parts.${path}` }];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export interface SaveOutcome {
  /** Parts to write; empty when everything stands there already. */
  changes: Parts;
  /** Parts somebody else changed since `seen`, to another value than this one. */
  clashes: { path: string; yours: unknown; current: unknown }[];
}

/**
 * What a save means against the stored parts. A part whose value is there already is done (a save sent twice). A part changed after the
 * version the page had `seen` clashes. Parts that only this page touched are taken, however old the page is.
 */
export function resolveSave(parts: Parts, stored: Parts, partVersions: Record<string, number>, seen: number): SaveOutcome {
  const outcome: SaveOutcome = { changes: {}, clashes: [] };
  for (const [path, value] of Object.entries(parts)) {
    if (same(value, stored[path])) continue;
    if ((partVersions[path] ?? 0) > seen) outcome.clashes.push({ path, yours: value, current: stored[path] ?? null });
    else outcome.changes[path] = value;
  }
  return outcome;
}
