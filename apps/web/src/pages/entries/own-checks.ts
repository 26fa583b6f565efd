import { showDay } from '../../i18n/time.js';
import type { Problem } from '../../api/problem.js';
import { characters, words } from './form/words.js';
import { holds } from './form/conditions.js';
import type { EntryTypeRules, FormField } from './entry-rules.js';
import type { EntryContent } from './useEntryDraft.js';

type Tell = (key: string, params?: Record<string, string | number>) => string;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'string' && value.trim() === '');

/** Code of what is simply not filled in yet. */
const MISSING = 'NOT_FILLED_IN';
const MISSING_AT_SERVER = [
  'TITLE_MISSING', 'GROUP_MISSING', 'DISCIPLINE_MISSING', 'CLASS_MISSING', 'TEAM_TOO_SMALL', 'COACH_COUNT', 'FIELD_REQUIRED', 'FILE_MISSING', 'MISSING_NOVELTY',
  'MISSING_RAW', 'ETHICS_REQUIRED', 'SHARE_MISSING', 'SIGN_MEMBER', 'SIGN_COACH', 'SIGN_SCHOOL', 'CONSENT_MISSING',
];

/** Whether a problem only says that something is not there yet: listed, but not held against a field that nobody has been at. */
export const isOnlyMissing = (code: string): boolean => code === MISSING || MISSING_AT_SERVER.includes(code);

function fieldProblem(field: FormField, value: unknown, all: EntryContent, fields: FormField[], tell: Tell): string | undefined {
  const label = words(field.label);
  if (field.kind === 'text' || field.kind === 'longText') {
    const length = characters(String(value).trim());
    if (field.min !== undefined && length < field.min) return tell('problem.tooShort', { label, min: field.min, length });
    if (field.max !== undefined && length > field.max) return tell('problem.tooLong', { label, max: field.max, length });
  }
  if (field.kind === 'number') {
    if (typeof value !== 'number') return tell('problem.notNumber', { label });
    if ((field.min !== undefined && value < field.min) || (field.max !== undefined && value > field.max)) {
      return tell('problem.outOfRange', { label, min: field.min ?? '', max: field.max ?? '' });
    }
  }
  const other = field.before && all.form[field.before];
  if (field.kind === 'day' && typeof other === 'string' && typeof value === 'string' && value > other) {
    return tell('problem.afterOther', { label, other: words(fields.find((one) => one.key === field.before)?.label) });
  }
  return undefined;
}

/** The work must be finished inside a half-open span of days, and not before it began. */
function windowProblem({ form }: EntryContent, { window, fields }: EntryTypeRules, tell: Tell): string | undefined {
  const end = window && form[window.field];
  if (!window || typeof end !== 'string') return undefined;
  const label = (key: string): string => words(fields.find((field) => field.key === key)?.label);
  const start = window.startField && form[window.startField];
  if (typeof start === 'string' && start > end) return tell('problem.beforeOther', { label: label(window.field), other: label(window.startField!) });
  if (end >= window.from && end < window.until) return undefined;
  return tell('problem.window', { label: label(window.field), from: showDay(`${window.from}T00:00:00+08:00`), until: showDay(`${window.until}T00:00:00+08:00`) });
}

/**
 * What can be said about the typed parts without asking the server, sentence by sentence with the field's path.
 * The server checks everything again; this only makes the answer immediate while one types.
 */
export function ownProblems(content: EntryContent, rules: EntryTypeRules, tell: Tell): Problem[] {
  const problems: Problem[] = [];
  const put = (path: string, message: string | undefined, code = 'TYPED'): void => {
    if (message) problems.push({ code, path, message });
  };
  const title = characters(content.title.trim());
  const label = tell('field.title');
  if (title === 0) put('title', tell('problem.missing', { label }), MISSING);
  else if (title < rules.title.min) put('title', tell('problem.tooShort', { label, min: rules.title.min, length: title }));
  else if (title > rules.title.max) put('title', tell('problem.tooLong', { label, max: rules.title.max, length: title }));
  if (rules.groups.length > 1 && !content.groupKey) put('groupKey', tell('problem.missing', { label: tell('field.groupKey') }), MISSING);
  if (rules.classes && rules.classes.length > 0 && !content.classKey) put('classKey', tell('problem.missing', { label: tell('field.classKey') }), MISSING);
  if (rules.disciplineRequired && !content.discipline) put('discipline', tell('problem.missing', { label: tell('field.discipline') }), MISSING);
  put(rules.window ? `form.${rules.window.field}` : '', windowProblem(content, rules, tell));
  for (const field of rules.fields) {
    if (!holds(field.when, content.form)) continue;
    const value = content.form[field.key];
    const missing = isBlank(value) || (field.kind === 'flag' && field.required && value !== true);
    if (!missing) put(`form.${field.key}`, fieldProblem(field, value, content, rules.fields, tell));
    else if (field.required) put(`form.${field.key}`, tell(field.kind === 'flag' ? 'problem.notTicked' : 'problem.missing', { label: words(field.label) }), MISSING);
  }
  return problems;
}
