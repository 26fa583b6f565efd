import type { FieldCondition } from './entry-type.types.js';

/** What conditions read of an entry: its form, and its class, group and discipline under the names `@class`, `@group`, `@discipline`. */
export interface ConditionSubject {
  form: Readonly<Record<string, unknown>>;
  classKey: string | null;
  groupKey: string | null;
  discipline: string | null;
}

/** Names of conditions that are no fields of the form. */
export const ENTRY_FACTS: readonly string[] = ['@class', '@group', '@discipline'];

export const conditionValues = (entry: ConditionSubject): Record<string, unknown> => ({
  ...entry.form, '@class': entry.classKey, '@group': entry.groupKey, '@discipline': entry.discipline,
});

/** Whether a condition holds for the values (`conditionValues`). A field without a value fulfils none, except that an untouched flag is false. */
export function conditionHolds(condition: FieldCondition | undefined, form: Record<string, unknown>): boolean {
  if (condition === undefined) return true;
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, form));
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, form));
  const value = Object.hasOwn(form, condition.field) ? form[condition.field] : undefined;
  if (typeof condition.is === 'boolean') return (value === true) === condition.is;
  return Array.isArray(value) ? value.includes(condition.is) : value === condition.is;
}

/** Names of the fields a condition reads. */
export function fieldsOf(condition: FieldCondition): string[] {
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  return [condition.field];
}
