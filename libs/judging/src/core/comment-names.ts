/** Spaces, dots inside foreign names and width make no difference to a reader. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·•・.．]/gu, '');

/** Names to look for, as plain text; those of one character would be found everywhere and are left out. */
export interface KnownNames {
  names: ReadonlySet<string>;
  lengths: readonly number[];
}

/** "长沙市第一中学" is also found as "第一中学", which is what people write. */
function shortForms(school: string): string[] {
  const short = school.replace(/^.{2,5}?(省|市|州|县|区)/u, '');
  return [...short].length >= 4 ? [school, short] : [school];
}

export function knownNames(people: readonly string[], schools: readonly string[]): KnownNames {
  const names = new Set([...people, ...schools.flatMap(shortForms)].map(plainText).filter((name) => [...name].length >= 2));
  return { names, lengths: [...new Set([...names].map((name) => name.length))].sort((a, b) => a - b) };
}

/** Mobile and fixed numbers, identity numbers, e-mail addresses, chat accounts. */
const REACHES_SOMEBODY = [
  /(?<!\d)1[3-9]\d{9}(?!\d)/, /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/, /(?<!\d)\d{17}[\dx](?!\d)/, /[\w+-]+@[\w-]+(\.?[a-z]{2,})/, /(qq|微信|wechat|weixin|vx)号?[:：]?[a-z0-9_-]{5,}/,
];

/** Whether a text names one of the known people or schools, or says how to reach somebody. Never which. */
export function namesSomebody(text: string, known: KnownNames): boolean {
  const read = plainText(text);
  if (read === '') return false;
  const digitsJoined = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '').toLowerCase();
  if (REACHES_SOMEBODY.some((sign) => sign.test(digitsJoined) || sign.test(read))) return true;
  return known.lengths.some((length) => {
    for (let at = 0; at + length <= read.length; at++) if (known.names.has(read.slice(at, at + length))) return true;
    return false;
  });
}
