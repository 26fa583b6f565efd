import { plainText } from './plain-text.js';

/** Names to look for, as plain text. Those of two characters are words as well and count only where somebody is spoken of. */
export interface KnownNames {
  names: ReadonlySet<string>;
  lengths: readonly number[];
}

const SPOKEN_OF = /^(?:同学|老师|教授|小朋友|选手|校长|主任|等)/u;
const SPOKEN_BEFORE = /(?:作者|学生|选手|姓名|教师|老师|同学|名叫|辅导员)(?:是|为|叫)?[:：]?$/u;

/** "长沙市第一中学" is also found as "第一中学", which is what people write. */
function shortForms(school: string): string[] {
  const short = school.replace(/^.{2,5}?(省|市|州|县|区)/u, '');
  return [...short].length >= 4 ? [school, short] : [school];
}

export function knownNames(people: readonly string[], schools: readonly string[]): KnownNames {
  const names = new Set([...people, ...schools.flatMap(shortForms)].map(plainText).filter((name) => [...name].length >= 2));
  return { names, lengths: [...new Set([...names].map((name) => name.length))].sort((a, b) => b - a) };
}

/** The known names that stand in a text, each once, the longest where one lies in another. */
export function namesIn(text: string, known: KnownNames): string[] {
  const read = plainText(text);
  const found = new Set<string>();
  for (let at = 0; at < read.length; at++) {
    const length = known.lengths.find((one) => known.names.has(read.slice(at, at + one)) && (one > 2 || read === read.slice(at, at + one) || spokenOf(read, at, one)));
    if (length === undefined) continue;
    found.add(read.slice(at, at + length));
    at += length - 1;
  }
  return [...found];
}

const spokenOf = (read: string, at: number, length: number): boolean => SPOKEN_OF.test(read.slice(at + length)) || SPOKEN_BEFORE.test(read.slice(0, at));
