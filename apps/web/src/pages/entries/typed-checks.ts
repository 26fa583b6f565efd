import { conditionValues, holds, type FormValues } from './form/conditions.js';
import type { EditionRules, EntryTypeRules, FormField, Words } from './rulebook-parts.js';

/** The typed parts of an entry with the people whose names and number some rules look at. `today` is the server's day where the contest is held. */
export interface TypedEntry {
  title: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  form: FormValues;
  members: readonly { name: string }[];
  coaches: readonly { name: string }[];
  today: string;
}

/** A problem under the server's code, and the page's sentence for it. `label` and `other` are names of fields. */
export interface TypedProblem {
  code: string;
  path: string;
  sentence: string;
  params: Record<string, string | number>;
  label?: Words;
  other?: Words;
}

const characters = (text: string): number => [...text].length;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s·•・.．]/gu, '').toLowerCase();

function headProblems(entry: TypedEntry, type: EntryTypeRules, rules: Pick<EditionRules, 'groups' | 'disciplines'>): TypedProblem[] {
  const problems: TypedProblem[] = [];
  const put = (code: string, path: string, sentence: string, params: TypedProblem['params'] = {}): void => void problems.push({ code, path, sentence, params });
  const length = characters(entry.title.trim());
  const { min, max } = type.title;
  if (length === 0) put('TITLE_MISSING', 'title', 'missing');
  else if (length < min) put('TITLE_LENGTH', 'title', 'tooShort', { min, length });
  else if (length > max) put('TITLE_LENGTH', 'title', 'tooLong', { max, length });
  if (entry.groupKey === null) put('GROUP_MISSING', 'groupKey', 'missing');
  else if (!type.groups.includes(entry.groupKey)) put('GROUP_UNKNOWN', 'groupKey', 'notOffered');
  if (type.disciplineRequired && entry.discipline === null) put('DISCIPLINE_MISSING', 'discipline', 'missing');
  else if (entry.discipline !== null) {
    const found = rules.disciplines.find((one) => one.key === entry.discipline);
    if (!found || (entry.groupKey !== null && !found.groups.includes(entry.groupKey))) put('DISCIPLINE_GROUP', 'discipline', 'notOffered');
  }
  if (type.classes) {
    const stages = rules.groups.find((group) => group.key === entry.groupKey)?.schoolStages ?? [];
    const found = type.classes.find((one) => one.key === entry.classKey);
    if (!found) put('CLASS_MISSING', 'classKey', 'missing');
    else if (found.refused?.some((stage) => stages.includes(stage))) problems.push({ code: 'CLASS_STAGE', path: 'classKey', sentence: 'classStage', params: {}, other: found.label });
  }
  return problems;
}

type Found = Pick<TypedProblem, 'code' | 'sentence'> & Partial<Pick<TypedProblem, 'params' | 'other'>>;

function kindProblem(field: FormField, value: unknown): Found | undefined {
  const keys = field.options?.map((option) => option.key) ?? [];
  if (field.kind === 'number' && (typeof value !== 'number' || !Number.isFinite(value))) return { code: 'FIELD_NOT_A_NUMBER', sentence: 'notNumber' };
  if (field.kind === 'day' && !isDay(value)) return { code: 'FIELD_NOT_A_DAY', sentence: 'notDay' };
  const chosen = field.kind === 'choice' ? [value] : field.kind === 'choices' ? (Array.isArray(value) ? value : [undefined]) : [];
  return chosen.every((one) => keys.includes(String(one))) ? undefined : { code: 'FIELD_OPTION', sentence: 'notOffered' };
}

function boundsProblem({ kind, min, max, whole }: FormField, value: unknown): Found | undefined {
  if (kind === 'text' || kind === 'longText') {
    const length = characters(String(value).trim());
    if (min !== undefined && length < min) return { code: 'FIELD_TOO_SHORT', sentence: 'tooShort', params: { min, length } };
    if (max !== undefined && length > max) return { code: 'FIELD_TOO_LONG', sentence: 'tooLong', params: { max, length } };
  }
  if (kind === 'number' && typeof value === 'number') {
    if (whole && !Number.isInteger(value)) return { code: 'FIELD_NOT_WHOLE', sentence: 'notWhole' };
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) return { code: 'FIELD_RANGE', sentence: 'outOfRange', params: { min: min ?? '', max: max ?? '' } };
  }
  return undefined;
}

function peopleProblem(field: FormField, value: unknown, { members, coaches }: TypedEntry): Found | undefined {
  if (field.notNameOf && typeof value === 'string') {
    const named = (field.notNameOf === 'members' ? members : [...members, ...coaches]).find((person) => plainName(person.name) !== '' && plainName(person.name) === plainName(value));
    if (named) return { code: 'FIELD_IS_A_PERSON', sentence: 'person', params: { name: named.name } };
  }
  return field.atLeastMembers && typeof value === 'number' && value < members.length ? { code: 'FIELD_BELOW_MEMBERS', sentence: 'belowMembers', params: { members: members.length } } : undefined;
}

function dayProblems(field: FormField, value: string, { form, today }: TypedEntry, fields: FormField[]): Found[] {
  const found: Found[] = [];
  const label = (key: string): Words | undefined => fields.find((one) => one.key === key)?.label;
  const later = field.before === undefined ? undefined : form[field.before];
  if (isDay(later) && value >= later) found.push({ code: field.orderCode ?? 'DAY_ORDER', sentence: 'notBefore', other: label(field.before!) });
  const earlier = field.notBefore === undefined ? undefined : form[field.notBefore];
  if (isDay(earlier) && value < earlier) found.push({ code: field.orderCode ?? 'DAY_TOO_EARLY', sentence: 'beforeOther', other: label(field.notBefore!) });
  if (field.notAfterSubmission && value > today) found.push({ code: 'DAY_IN_FUTURE', sentence: 'future' });
  return found;
}

function fieldProblems(field: FormField, entry: TypedEntry, fields: FormField[]): Found[] {
  const value = entry.form[field.key];
  if (field.kind === 'flag') return field.required && value !== true ? [{ code: field.missingCode ?? 'FIELD_NOT_TICKED', sentence: 'notTicked' }] : [];
  if (isBlank(value)) return field.required ? [{ code: field.missingCode ?? 'FIELD_REQUIRED', sentence: 'missing' }] : [];
  const kind = kindProblem(field, value);
  if (kind) return [kind];
  return [boundsProblem(field, value), peopleProblem(field, value, entry), ...(field.kind === 'day' ? dayProblems(field, value as string, entry, fields) : [])].filter((one) => one !== undefined);
}

/** The work must be finished inside a half-open span of days, and not before it began. */
function windowProblems({ form }: TypedEntry, { window, fields }: EntryTypeRules): TypedProblem[] {
  if (!window) return [];
  const end = form[window.field];
  const start = window.startField === undefined ? undefined : form[window.startField];
  const label = (key: string): Words | undefined => fields.find((field) => field.key === key)?.label;
  const problems: TypedProblem[] = [];
  if (isDay(end) && (end < window.from || end >= window.until)) {
    problems.push({ code: 'WINDOW', path: `form.${window.field}`, sentence: 'window', params: { from: window.from, until: window.until }, label: label(window.field) });
  }
  if (isDay(end) && isDay(start) && start > end) problems.push({ code: 'WINDOW_ORDER', path: `form.${window.startField!}`, sentence: 'afterOther', params: {}, label: label(window.startField!), other: label(window.field) });
  return problems;
}

/**
 * What can be said about the typed parts without asking the server: the same codes at the same places as the server's own check, which
 * looks at everything again and at people and files besides.
 */
export function typedProblems(entry: TypedEntry, type: EntryTypeRules, rules: Pick<EditionRules, 'groups' | 'disciplines'>): TypedProblem[] {
  const values = conditionValues(entry);
  return [
    ...headProblems(entry, type, rules),
    ...type.fields
      .filter((field) => holds(field.when, values))
      .flatMap((field) => fieldProblems(field, entry, type.fields).map((found) => ({ params: {}, ...found, path: `form.${field.key}`, label: field.label }))),
    ...windowProblems(entry, type),
  ];
}
