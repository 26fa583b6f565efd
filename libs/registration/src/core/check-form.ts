import { conditionHolds, conditionValues, type EntryTypeRules, type FormField } from '#libs/contests';
import { entryProblem, type CheckedEntry, type EntryProblem } from './entry-facts.js';

const characters = (text: string): number => [...text].length;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/** Length of a text or bounds of a number, as the field's rules say. */
function checkBounds(field: FormField, value: unknown, path: string): EntryProblem[] {
  const { min, max } = field;
  const words = { field: field.label };
  if (field.kind === 'text' || field.kind === 'longText') {
    const length = characters(String(value).trim());
    if (min !== undefined && length < min) return [entryProblem('FIELD_TOO_SHORT', path, { min, length }, words)];
    if (max !== undefined && length > max) return [entryProblem('FIELD_TOO_LONG', path, { max, length }, words)];
  }
  if (field.kind === 'number' && typeof value === 'number') {
    if (field.whole && !Number.isInteger(value)) return [entryProblem('FIELD_NOT_WHOLE', path, {}, words)];
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) return [entryProblem('FIELD_RANGE', path, { min: min ?? '', max: max ?? '' }, words)];
  }
  return [];
}

function checkKind(field: FormField, value: unknown, path: string): EntryProblem[] {
  const words = { field: field.label };
  const keys = field.options?.map((option) => option.key) ?? [];
  if (field.kind === 'number' && (typeof value !== 'number' || !Number.isFinite(value))) return [entryProblem('FIELD_NOT_A_NUMBER', path, {}, words)];
  if (field.kind === 'day' && !isDay(value)) return [entryProblem('FIELD_NOT_A_DAY', path, {}, words)];
  if (field.kind === 'choice' && !keys.includes(String(value))) return [entryProblem('FIELD_OPTION', path, {}, words)];
  if (field.kind === 'choices' && !(Array.isArray(value) && value.every((one) => keys.includes(String(one))))) return [entryProblem('FIELD_OPTION', path, {}, words)];
  return [];
}

function checkDays(field: FormField, value: string, entry: Pick<CheckedEntry, 'form' | 'today'>, path: string): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const other = field.before === undefined ? undefined : entry.form[field.before];
  if (isDay(other) && value >= other) problems.push(entryProblem(field.orderCode ?? 'DAY_ORDER', path, { day: value, other }, { field: field.label }));
  const earliest = field.notBefore === undefined ? undefined : entry.form[field.notBefore];
  if (isDay(earliest) && value < earliest) problems.push(entryProblem(field.orderCode ?? 'DAY_TOO_EARLY', path, { day: value, other: earliest }, { field: field.label }));
  if (field.notAfterSubmission && value > entry.today) problems.push(entryProblem('DAY_IN_FUTURE', path, { day: value }, { field: field.label }));
  return problems;
}

/** An entry's form with what its conditions and people rules read besides. */
export type FormSubject = Pick<CheckedEntry, 'rules' | 'form'> & Partial<Pick<CheckedEntry, 'classKey' | 'groupKey' | 'discipline' | 'members' | 'coaches'>>;

/** Values that the rulebook's conditions read. */
export const askedBy = ({ form, classKey = null, groupKey = null, discipline = null }: Pick<FormSubject, 'form' | 'classKey' | 'groupKey' | 'discipline'>): Record<string, unknown> =>
  conditionValues({ form, classKey, groupKey, discipline });

const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s·•・.．]/gu, '').toLowerCase();

/** What a field's value must not or must be beside the entry's people: no person's name, not fewer than the members. */
function checkPeople(field: FormField, value: unknown, entry: FormSubject, path: string): EntryProblem[] {
  const { members = [], coaches = [] } = entry;
  if (field.notNameOf !== undefined && typeof value === 'string') {
    const people = field.notNameOf === 'members' ? members : [...members, ...coaches];
    const named = people.find((person) => plainName(person.name) !== '' && plainName(person.name) === plainName(value));
    if (named) return [entryProblem('FIELD_IS_A_PERSON', path, { name: named.name }, { field: field.label })];
  }
  if (field.atLeastMembers && typeof value === 'number' && value < members.length) {
    return [entryProblem('FIELD_BELOW_MEMBERS', path, { value, members: members.length }, { field: field.label })];
  }
  return [];
}

/** Every field of the type's form that is asked for: there, of its kind, inside its bounds, its days in order. A flag that is required must be ticked. */
export function checkFields(entry: FormSubject & Pick<CheckedEntry, 'today'>): EntryProblem[] {
  const values = askedBy(entry);
  return entry.rules.fields.flatMap((field) => {
    if (!conditionHolds(field.when, values)) return [];
    const path = `form.${field.key}`;
    const value = entry.form[field.key];
    if (field.kind === 'flag') return field.required && value !== true ? [entryProblem(field.missingCode ?? 'FIELD_NOT_TICKED', path, {}, { field: field.label })] : [];
    if (isEmpty(value)) return field.required ? [entryProblem(field.missingCode ?? 'FIELD_REQUIRED', path, {}, { field: field.label })] : [];
    const kind = checkKind(field, value, path);
    if (kind.length > 0) return kind;
    return [...checkBounds(field, value, path), ...checkPeople(field, value, entry, path), ...(field.kind === 'day' ? checkDays(field, value as string, entry, path) : [])];
  });
}

/** The work's end lies in the half-open span `from <= end < until` (two years before 1 July), its start not after its end. */
export function checkWindow(window: NonNullable<EntryTypeRules['window']>, form: Record<string, unknown>): EntryProblem[] {
  const end = form[window.field];
  const start = window.startField === undefined ? undefined : form[window.startField];
  const problems: EntryProblem[] = [];
  if (isDay(end) && (end < window.from || end >= window.until)) problems.push(entryProblem('WINDOW', `form.${window.field}`, { from: window.from, until: window.until }));
  if (isDay(end) && isDay(start) && start > end) problems.push(entryProblem('WINDOW_ORDER', `form.${window.startField}`, { start, end }));
  return problems;
}

/** Title, group, discipline and class: chosen, and allowed for the stages of the group. */
export function checkHead(entry: Pick<CheckedEntry, 'rules' | 'rulebook' | 'title' | 'groupKey' | 'discipline' | 'classKey'>): EntryProblem[] {
  const { rules, rulebook } = entry;
  const problems: EntryProblem[] = [];
  const length = characters(entry.title.trim());
  if (length === 0) problems.push(entryProblem('TITLE_MISSING', 'title'));
  else if (length < rules.title.min || length > rules.title.max) problems.push(entryProblem('TITLE_LENGTH', 'title', { ...rules.title, length }));
  if (entry.groupKey === null) problems.push(entryProblem('GROUP_MISSING', 'groupKey'));
  else if (!rules.groups.includes(entry.groupKey)) problems.push(entryProblem('GROUP_UNKNOWN', 'groupKey', { group: entry.groupKey }));
  const discipline = rulebook.disciplines.find((one) => one.key === entry.discipline);
  if (rules.disciplineRequired && entry.discipline === null) problems.push(entryProblem('DISCIPLINE_MISSING', 'discipline'));
  else if (entry.discipline !== null && (!discipline || (entry.groupKey !== null && !discipline.groups.includes(entry.groupKey)))) {
    problems.push(entryProblem('DISCIPLINE_GROUP', 'discipline', { discipline: entry.discipline }));
  }
  return [...problems, ...checkClass(rules, entry.classKey, rulebook.groups.find((group) => group.key === entry.groupKey)?.schoolStages ?? [])];
}

/** Class A (work in a professional laboratory) is not for primary pupils. */
export function checkClass(rules: Pick<EntryTypeRules, 'classes'>, classKey: string | null, stages: readonly string[]): EntryProblem[] {
  if (!rules.classes) return [];
  const found = rules.classes.find((one) => one.key === classKey);
  if (!found) return [entryProblem('CLASS_MISSING', 'classKey')];
  return stages.some((stage) => found.refused.some((refused) => refused === stage)) ? [entryProblem('CLASS_STAGE', 'classKey', {}, { class: found.label })] : [];
}
