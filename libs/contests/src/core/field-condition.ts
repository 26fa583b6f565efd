import type { FieldCondition } from './entry-type.types.js';

/** Whether a condition holds for the values of a form. A field without a value fulfils none. */
export function conditionHolds(condition: FieldCondition | undefined, form: Record<string, unknown>): boolean {
  if (condition === undefined) return true;
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, form));
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, form));
  const value = Object.hasOwn(form, condition.field) ? form[condition.field] : undefined;
  return Array.isArray(value) ? value.includes(condition.is) : value === condition.is;
}

/** Names of the fields a condition reads. */
export function fieldsOf(condition: FieldCondition): string[] {
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  return [condition.field];
}
