import { currentLanguage } from '../../../i18n/index.js';

import type { Words } from '../rulebook-parts.js';

export type { Words };

export function words(text: Words | undefined): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text[currentLanguage()];
}

/** Length as people and the server count it: a rare character such as 𠅤 is one. */
export const characters = (text: string): number => [...text].length;
