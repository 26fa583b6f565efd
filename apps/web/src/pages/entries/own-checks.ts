import type { Problem } from '../../api/problem.js';
import { characters, words } from './form/words.js';
import { holds } from './form/conditions.js';
import type { EntryTypeRules, FormField } from './entry-rules.js';
import type { EntryContent } from './useEntryDraft.js';

type Tell = (key: string, params?: Record<string, string | number>) => string;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'string' && value.trim() === '');

/** Code of what is simply not filled in yet: listed, but not held against a field that nobody has been at. */
export const MISSING = 'NOT_FILLED_IN';

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
  for (const field of rules.fields) {
    if (!holds(field.when, content.form)) continue;
    const value = content.form[field.key];
    const missing = isBlank(value) || (field.kind === 'flag' && field.required && value !== true);
    if (!missing) put(`form.${field.key}`, fieldProblem(field, value, content, rules.fields, tell));
    else if (field.required) put(`form.${field.key}`, tell(field.kind === 'flag' ? 'problem.notTicked' : 'problem.missing', { label: words(field.label) }), MISSING);
  }
  return problems;
}
