import { currentLanguage } from '../../../i18n/index.js';

/** A text that the rulebook gives in both languages, or one that the server has already put in the reader's. */
export type Words = string | { zh: string; en: string };

export function words(text: Words | undefined): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text[currentLanguage()];
}

/** Length as people and the server count it: a rare character such as 𠅤 is one. */
export const characters = (text: string): number => [...text].length;
