import { pinyin } from 'pinyin-pro';

/** What of an entry can be found: `han` for characters, `latin` for letters and digits, full pinyin and its initials. */
export interface SearchWords {
  han: string;
  latin: string;
}

export interface SearchToken {
  in: 'han' | 'latin';
  text: string;
}

const HAN = /\p{Script=Han}/u;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·•・.．,，、。“”"'《》()（）—_-]/gu, '');

/**
 * A character as letters and digits that a trigram index knows in every locale; where the database has the C locale it takes Chinese
 * characters for gaps between words. The leading `u` keeps one character's code from being found across two.
 */
const coded = (character: string): string => `u${(character.codePointAt(0) ?? 0).toString(16)}`;

const codedHan = (text: string): string => [...text].filter((character) => HAN.test(character)).map(coded).join('');

function latinOf(text: string): string[] {
  const letters = [...text].filter((character) => !HAN.test(character)).join('');
  if (![...text].some((character) => HAN.test(character))) return [letters];
  const sounds = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((sound) => plain(sound).replaceAll('ü', 'v'));
  return [letters, sounds.join(''), sounds.map((sound) => sound.charAt(0)).join('')];
}

/** The words of an entry from its title, number, school and people. */
export function searchWords(texts: string[]): SearchWords {
  const clean = texts.map(plain).filter((text) => text !== '');
  return { han: clean.map(codedHan).filter((text) => text !== '').join(' '), latin: [...new Set(clean.flatMap(latinOf).filter((text) => text !== ''))].join(' ') };
}

/** What somebody typed, as pieces that must all be found: runs of characters, and runs of letters and digits. */
export function searchTokens(query: string): SearchToken[] {
  return query
    .split(/\s+/u)
    .map(plain)
    .flatMap((word) => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .map((run): SearchToken => (HAN.test(run) ? { in: 'han', text: [...run].map(coded).join('') } : { in: 'latin', text: run.replaceAll('ü', 'v') }));
}
