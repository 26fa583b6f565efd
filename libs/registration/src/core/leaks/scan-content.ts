import { findLeaks, type Leak } from './find-leaks.js';
import type { LeakWord, Severity } from './leak-words.js';

export const LEAK_SOURCES = ['title', 'form', 'fileName', 'fact', 'text'] as const;
export type LeakSource = (typeof LEAK_SOURCES)[number];

/** What judges would read: title, texts of the form, files. */
export interface ReadContent {
  title: string;
  fields: { key: string; text: string }[];
  files: { materialId: string; fileId: string; sha256: string; name: string }[];
}

/** A leak with the place in the entry where it is. */
export interface PlacedLeak extends Leak {
  source: LeakSource;
  materialId: string | null;
  /** Key of the form's field, or name of the fact. */
  field: string;
  page: number | null;
  /** What the finding is about stays the same while this does: the same words in the same file at the same page. */
  key: string;
}

/** File names and what files say about themselves never reach a judge: the blind copy is without them. */
const SCRUBBED: readonly LeakSource[] = ['fileName', 'fact'];

/** Identifiers that programs roll: letters and digits without a meaning. */
const MADE_BY_PROGRAMS = /(?:document|instance|version|derived)\w*id$/i;

export const isScrubbed = (source: LeakSource): boolean => SCRUBBED.includes(source);

/** Goes through everything of an entry: title, form, names, facts and pages of its files. */
export function scanContent(
  content: ReadContent, inspected: ReadonlyMap<string, { pages: string[]; facts: [string, string][] }>, words: readonly LeakWord[], placeWord: string,
): PlacedLeak[] {
  const found = new Map<string, PlacedLeak>();
  const look = (text: string, place: Pick<PlacedLeak, 'source' | 'materialId' | 'field' | 'page'>, file = ''): void => {
    for (const leak of findLeaks(text, words)) {
      const severity: Severity = isScrubbed(place.source) ? 'low' : leak.severity;
      const key = [place.source, place.field, file, place.page ?? '', leak.kind, leak.word].join('|');
      if (!found.has(key)) found.set(key, { ...leak, ...place, severity, key });
    }
  };
  look(content.title, { source: 'title', materialId: null, field: 'title', page: null });
  for (const { key, text } of content.fields) look(text, { source: 'form', materialId: null, field: key, page: null });
  for (const file of content.files) {
    const { materialId } = file;
    look(file.name.replace(/\.[a-z0-9]+$/i, ''), { source: 'fileName', materialId, field: '', page: null }, file.sha256);
    const facts = inspected.get(file.fileId);
    for (const [field, text] of facts?.facts ?? []) {
      if (MADE_BY_PROGRAMS.test(field)) continue;
      const place = { source: 'fact', materialId, field, page: null } as const;
      if (field !== 'GPS') look(text, place, file.sha256);
      else {
        const key = ['fact', 'GPS', file.sha256, 'place'].join('|');
        found.set(key, { ...place, kind: 'place', severity: 'low', word: placeWord, count: 1, passages: [], key });
      }
    }
    for (const [index, text] of (facts?.pages ?? []).entries()) look(text, { source: 'text', materialId, field: '', page: index + 1 }, file.sha256);
  }
  return [...found.values()];
}
