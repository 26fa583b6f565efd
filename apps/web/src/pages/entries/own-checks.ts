import type { Problem } from '../../api/problem.js';
import { showDay } from '../../i18n/time.js';
import { words } from './form/words.js';
import type { EditionRules, EntryTypeRules } from './rulebook-parts.js';
import { typedProblems, type TypedEntry, type TypedProblem } from './typed-checks.js';

type Tell = (key: string, params?: Record<string, string | number>) => string;

/** Whether a problem only says that something is not there yet: listed, but not held against a field that nobody has been at. */
export const isOnlyMissing = (code: string): boolean =>
  /(^|_)MISSING(_|$)|_REQUIRED$|^SIGN_/.test(code) || ['FIELD_NOT_TICKED', 'TEAM_TOO_SMALL', 'COACH_COUNT', 'FORM_NOT_PRINTED'].includes(code);

const shownDay = (value: string | number): string | number => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(`${value}T00:00:00+08:00`) : value);

function sentenceOf({ sentence, params, path, label, other }: TypedProblem, tell: Tell): string {
  const named = label === undefined ? tell(`field.${path}`) : words(label);
  const shown = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, shownDay(value)]));
  return tell(`problem.${sentence}`, { ...shown, label: named, other: words(other) });
}

/** The typed parts checked as one types, each problem under the server's code with its sentence. */
export function ownProblems(entry: TypedEntry, type: EntryTypeRules, rules: EditionRules, tell: Tell): Problem[] {
  return typedProblems(entry, type, rules).map((problem) => ({ code: problem.code, path: problem.path, message: sentenceOf(problem, tell) }));
}
