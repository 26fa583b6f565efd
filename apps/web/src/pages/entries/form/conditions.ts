/** When a field or a material is asked for, as the rulebook says it: by the value of another field, or by `@class`, `@group`, `@discipline`. */
export type Condition = { field: string; is: string | number | boolean } | { any: Condition[] } | { all: Condition[] };

export type FormValues = Record<string, unknown>;

/** Whether a condition holds for what is filled in now; no condition always holds. A flag that was never touched is `false`. */
export function holds(condition: Condition | undefined, values: FormValues): boolean {
  if (!condition) return true;
  if ('any' in condition) return condition.any.some((each) => holds(each, values));
  if ('all' in condition) return condition.all.every((each) => holds(each, values));
  const value = values[condition.field];
  if (typeof condition.is === 'boolean') return (value === true) === condition.is;
  return Array.isArray(value) ? value.includes(condition.is) : value === condition.is;
}

/** What conditions read of an entry. */
export const conditionValues = (entry: { form: FormValues; classKey: string | null; groupKey: string | null; discipline: string | null }): FormValues => ({
  ...entry.form, '@class': entry.classKey, '@group': entry.groupKey, '@discipline': entry.discipline,
});
