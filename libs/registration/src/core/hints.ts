import { createHash } from 'node:crypto';
import type { EntryProblem } from './entry-facts.js';

/** Names a hint by what it says: the same facts are the same hint wherever they stand in the form, other facts are a new one. */
export function hintKey({ code, params }: Pick<EntryProblem, 'code' | 'params'>): string {
  const facts = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([code, facts])).digest('hex').slice(0, 32);
}

export type HintVerdict = 'cleared' | 'upheld';
