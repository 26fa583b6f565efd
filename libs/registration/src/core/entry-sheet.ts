import type { EntryTypeRules, FormField, Rulebook, Words } from '#libs/contests';
import type { ImportedRow } from '#libs/identity';
import type { SheetColumn } from '#libs/platform';
import { canonicalJson } from '#libs/scoring';
import type { Parts } from './entry-parts.js';

/** What a row says about a pupil or a teacher who enters. Empty cells are null. */
export interface SheetMember {
  name: string;
  sex: string | null;
  birthDate: string | null;
  idKind: string | null;
  idNumber: string | null;
  schoolStage: string | null;
  grade: string | null;
  share: string | null;
}

export interface SheetCoach {
  name: string;
  post: string | null;
  phone: string | null;
}

/** A row as an entry. `parts` holds only what the file has columns for. */
export interface SheetEntry {
  parts: Parts;
  members: SheetMember[];
  coaches: SheetCoach[];
}

/** The words of a template: they stand in the i18n files. */
export type SheetWord = (key: string, params?: Record<string, string | number>) => string;

/** More columns for people than this make a table nobody can fill in. */
const MOST_PEOPLE = 10;
const MEMBER_FIELDS = ['name', 'sex', 'birthDate', 'idKind', 'idNumber', 'schoolStage', 'grade', 'share'] as const;
const COACH_FIELDS = ['name', 'post', 'phone'] as const;
const LENGTHS: Partial<Record<string, number>> = { name: 50, idNumber: 30, grade: 20, share: 500, post: 50, phone: 25 };
const HEADS = ['title', 'groupKey', 'discipline', 'classKey'];

const fieldColumn = (field: FormField, label: string, hint: string | undefined, options: { value: string; label: string }[] | undefined): SheetColumn => ({
  key: `form.${field.key}`, title: label, kind: field.kind === 'longText' ? 'text' : field.kind, ...(hint === undefined ? {} : { hint }), ...(options ? { options } : {}),
  ...((field.kind === 'text' || field.kind === 'longText') && field.max !== undefined ? { max: field.max } : {}),
});

/** Columns of the template for a type of entry: its head, its form, and as many people as its team may have. Titles are made unique. */
export function entryColumns(rules: EntryTypeRules, rulebook: Pick<Rulebook, 'groups' | 'disciplines'>, language: keyof Words, word: SheetWord): SheetColumn[] {
  const labelled = (list: { key: string; label: Words }[]): { value: string; label: string }[] => list.map((one) => ({ value: one.key, label: one.label[language] }));
  const choices: Record<string, { value: string; label: string }[]> = {
    sex: ['M', 'F'].map((value) => ({ value, label: word(`sexes.${value}`) })),
    idKind: ['resident', 'hk_macao', 'taiwan', 'passport'].map((value) => ({ value, label: word(`idKinds.${value}`) })),
    schoolStage: ['primary', 'junior', 'senior'].map((value) => ({ value, label: word(`stages.${value}`) })),
  };
  const disciplines = rulebook.disciplines.filter((one) => one.groups.some((group) => rules.groups.includes(group)));
  const person = (prefix: string, field: string, index: number): SheetColumn => ({
    key: `${prefix}${index}.${field}`, title: word(`${prefix === 'm' ? 'member' : 'coach'}.${field}`, { number: index }),
    kind: field === 'birthDate' ? 'day' : choices[field] ? 'choice' : 'text', ...(choices[field] ? { options: choices[field] } : {}), ...(LENGTHS[field] ? { max: LENGTHS[field] } : {}),
  });
  const people = (prefix: string, fields: readonly string[], most: number): SheetColumn[] =>
    Array.from({ length: Math.min(most, MOST_PEOPLE) }, (_, index) => fields.map((field) => person(prefix, field, index + 1))).flat();
  const memberFields = MEMBER_FIELDS.filter((field) => (field === 'share' ? rules.team.shares && rules.team.max > 1 : field === 'schoolStage' || field === 'grade' ? rules.entrant === 'students' : true));
  return unique([
    { key: 'key', title: word('key'), kind: 'text', max: 40, hint: word('keyHint') },
    { key: 'title', title: word('title'), kind: 'text', required: true, max: rules.title.max },
    { key: 'groupKey', title: word('group'), kind: 'choice', options: labelled(rulebook.groups.filter((group) => rules.groups.includes(group.key))) },
    ...(disciplines.length > 0 ? [{ key: 'discipline', title: word('discipline'), kind: 'choice' as const, options: labelled(disciplines) }] : []),
    ...(rules.classes ? [{ key: 'classKey', title: word('class'), kind: 'choice' as const, options: labelled(rules.classes) }] : []),
    ...rules.fields.map((field) => fieldColumn(field, field.label[language], field.hint?.[language], field.options ? labelled(field.options) : undefined)),
    ...people('m', memberFields, rules.team.max),
    ...people('c', COACH_FIELDS, rules.coaches.max),
  ]);
}

/** Two fields of one name would be two heads nobody can tell apart. */
function unique(columns: SheetColumn[]): SheetColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const count = (seen.get(column.title) ?? 0) + 1;
    seen.set(column.title, count);
    return count === 1 ? column : { ...column, title: `${column.title} ${count}` };
  });
}

/** The entry that a row describes. A person without a name is not there. */
export function entryOf(row: ImportedRow): SheetEntry {
  const parts: Parts = {};
  for (const [key, value] of Object.entries(row.values)) if (HEADS.includes(key) || key.startsWith('form.')) parts[key] = key === 'title' ? (value ?? '') : value;
  const said = (key: string): string | null => (typeof row.values[key] === 'string' ? row.values[key] : null);
  const people = <F extends string>(prefix: string, fields: readonly F[]): Record<F, string | null>[] =>
    Array.from({ length: MOST_PEOPLE }, (_, index) => Object.fromEntries(fields.map((field) => [field, said(`${prefix}${index + 1}.${field}`)])) as Record<F, string | null>);
  return {
    parts,
    members: people('m', MEMBER_FIELDS).flatMap((one) => (one.name === null ? [] : [{ ...one, name: one.name }])),
    coaches: people('c', COACH_FIELDS).flatMap((one) => (one.name === null ? [] : [{ ...one, name: one.name }])),
  };
}

/** Cells about a person whose name is missing, by their keys. */
export function namelessPeople(row: ImportedRow): string[] {
  return [...'mc'].flatMap((prefix) =>
    Array.from({ length: MOST_PEOPLE }, (_, index) => `${prefix}${index + 1}.`).filter(
      (start) => Object.entries(row.values).some(([key, value]) => key.startsWith(start) && value !== null) && (row.values[`${start}name`] ?? null) === null && !row.problems.some((one) => one.column === `${start}name`),
    ),
  ).map((start) => `${start}name`);
}

/** What makes a row the same entry again: the school's own number, or the title however it is spaced. */
export function naturalKey(row: ImportedRow): string | undefined {
  if (typeof row.values.key === 'string') return `no:${row.values.key.normalize('NFKC').trim().toLowerCase()}`;
  return typeof row.values.title === 'string' ? `title:${titleKey(row.values.title)}` : undefined;
}

export const titleKey = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Where a problem of the rules belongs in the sheet: `members[0].birthDate` -> `m1.birthDate`. */
export function columnOf(path: string): string | undefined {
  const person = /^(member|coache)s\[(\d+)\]\.(\w+)$/.exec(path);
  if (person) return `${person[1] === 'member' ? 'm' : 'c'}${Number(person[2]) + 1}.${person[3]}`;
  return HEADS.includes(path) || path.startsWith('form.') ? path : undefined;
}

/** What was taken over, as it is compared with the next upload; documents only as their hashes. */
export interface TakenValues {
  parts: Parts;
  members: (Omit<SheetMember, 'idNumber'> & { document: string | null })[];
  coaches: SheetCoach[];
}

/** Equal as data: what comes from the database has its keys in another order. */
export const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

export interface SheetChanges {
  parts: Parts;
  team: boolean;
  coaches: boolean;
}

/** What an upload changes against the last one. */
export function changesSince(last: TakenValues, now: TakenValues): SheetChanges {
  const parts = Object.fromEntries(Object.entries(now.parts).filter(([path, value]) => !isSame(value, last.parts[path])));
  return { parts, team: !isSame(now.members, last.members), coaches: !isSame(now.coaches, last.coaches) };
}
