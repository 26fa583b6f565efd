import { conditionHolds, type EntryTypeRules, type FormField, type Words } from '#libs/contests';

export interface BlindFieldText {
  key: string;
  label: string;
  value: string;
}

/** `form` holds the values that conditions read (`conditionValues`). The form's fields that are checked for names (`blind`) and filled in; no other field ever reaches a judge. */
export function blindFields(type: EntryTypeRules, form: Readonly<Record<string, unknown>>, say: (words: Words) => string): BlindFieldText[] {
  return type.fields
    .filter((field) => field.blind && (!field.when || conditionHolds(field.when, form)))
    .flatMap((field) => {
      const value = textOf(field, form[field.key], say);
      return value === '' ? [] : [{ key: field.key, label: say(field.label), value }];
    });
}

function textOf(field: FormField, value: unknown, say: (words: Words) => string): string {
  const option = (key: unknown): string => {
    const found = field.options?.find((one) => one.key === key);
    return found ? say(found.label) : '';
  };
  if (field.kind === 'choice') return option(value);
  if (field.kind === 'choices') return Array.isArray(value) ? value.map(option).join(' · ') : '';
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
