import type { TFunction } from 'i18next';
import { showDay } from '../../i18n/time.js';
import type { FormField } from './entry-rules.js';
import { words } from './form/words.js';

/** A form field's value as a reader sees it; an empty text when nothing is filled in. */
export function fieldValue(field: FormField, value: unknown, t: TFunction<'entries'>): string {
  if (value === undefined || value === null || value === '') return '';
  const label = (key: unknown): string => words(field.options?.find((option) => option.key === key)?.label) || String(key);
  if (field.kind === 'flag') return t(value === true ? 'shell:yes' : 'shell:no');
  if (field.kind === 'choice') return label(value);
  if (field.kind === 'choices') return Array.isArray(value) ? value.map(label).join(t('listComma')) : '';
  if (field.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return showDay(`${String(value)}T00:00:00+08:00`);
  return String(value);
}
