import { NAMES_SCHOOL, NAMES_SOMEBODY } from '../texts/chinese-names.js';
import { plainText } from './plain-text.js';

/** Mobile and fixed numbers, identity numbers, e-mail addresses, chat accounts. */
const REACHES_SOMEBODY = [
  /(?<!\d)1[3-9]\d{9}(?!\d)/u, /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/u, /(?<!\d)\d{17}[\dx](?!\d)/u, /[\w+-]+@[\w-]+(\.?[a-z]{2,})/u, /(qq|微信|wechat|weixin|vx)号?[:：]?[a-z0-9_-]{5,}/u,
];

/** Names with a dot inside, which the plain text loses. */
const DOTTED = /\p{Script=Han}{2,6}[·•・]\p{Script=Han}{2,8}/u;

const LATIN = [/\b(?:Mr|Mrs|Ms|Miss|Prof|Dr)\.?\s+[A-Z][a-z]+/u, /\b[A-Z][\w'-]+\s+(?:(?:No\.?|Number)\s*\d+\s+)?(?:Primary|Middle|High|Secondary|Experimental|International|Foreign)(?:\s+\w+)?\s+School\b/u];

/** What in a text says how to reach somebody, each once. */
export function contactsIn(text: string): string[] {
  const joined = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/gu, '').toLowerCase();
  const read = plainText(text);
  return [...new Set(REACHES_SOMEBODY.flatMap((sign) => sign.exec(joined)?.[0] ?? sign.exec(read)?.[0] ?? []))];
}

/**
 * Whether a text looks as if it named a person or a school, or says how to reach somebody. It knows the language only, and the
 * names in `seen`, which the writer sees anyway: whoever really takes part makes no difference to the answer.
 */
export function looksLikeName(text: string, seen: readonly string[]): boolean {
  const read = plainText(text);
  if (read === '') return false;
  const words = text.normalize('NFKC');
  return contactsIn(text).length > 0 || [...NAMES_SOMEBODY, ...NAMES_SCHOOL].some((sign) => sign.test(read)) || DOTTED.test(words) || LATIN.some((sign) => sign.test(words))
    || seen.map(plainText).some((name) => [...name].length >= 2 && read.includes(name));
}
