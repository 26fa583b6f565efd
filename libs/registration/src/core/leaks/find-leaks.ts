import { plainForm, type LeakKind, type LeakWord, type Severity } from './leak-words.js';
import { readableText, sourceRange, type ReadableText } from './readable-text.js';

export interface Passage {
  before: string;
  match: string;
  after: string;
}

/** One telling thing in one text, with the first places where it stands. */
export interface Leak {
  kind: LeakKind;
  severity: Severity;
  word: string;
  count: number;
  passages: Passage[];
}

const AROUND = 24;
const MOST_PASSAGES = 3;

/** Numbers and addresses that lead to a person, whoever it is. Looked for in the source with plain digits. */
const PATTERNS: { kind: LeakKind; severity: Severity; pattern: RegExp }[] = [
  { kind: 'identity', severity: 'high', pattern: /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g },
  { kind: 'phone', severity: 'high', pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])/g },
  { kind: 'phone', severity: 'high', pattern: /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g },
  { kind: 'email', severity: 'high', pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,24}/g },
  { kind: 'studentNumber', severity: 'medium', pattern: /(?:学号|学籍号|考号|准考证号|student\s?(?:no|number|id))[^\S\n]*[:：.]?[^\S\n]*[A-Za-z]?\d[\dA-Za-z-]{3,22}/gi },
  { kind: 'account', severity: 'medium', pattern: /(?<![A-Za-z0-9])(?:QQ群?号?[^\S\n]*[:：]?[^\S\n]*[1-9]\d{4,11}(?!\d)|(?:微信号?|抖音号?|wechat(?:\s?id)?)[^\S\n]*[:：][^\S\n]*[A-Za-z0-9_-]{5,30})/gi },
];

/** Full-width digits, letters and signs as plain ones, each at its own place: the places stay those of the source. */
const sameLength = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z]/i.test(character);

interface Hit {
  kind: LeakKind;
  severity: Severity;
  word: string;
  start: number;
  end: number;
}

function* wordHits(readable: ReadableText, words: readonly LeakWord[]): Generator<Hit> {
  for (const { form, word, kind, severity, latin } of words) {
    for (let at = readable.text.indexOf(form); at >= 0; at = readable.text.indexOf(form, at + form.length)) {
      const [start, end] = sourceRange(readable, at, at + form.length);
      if (latin && (isLetter(readable.source[start - 1]) || isLetter(readable.source[end]))) continue;
      yield { kind, severity, word, start, end };
    }
  }
}

function* patternHits(source: string): Generator<Hit> {
  const plain = sameLength(source);
  for (const { kind, severity, pattern } of PATTERNS) {
    for (const match of plain.matchAll(pattern)) yield { kind, severity, word: match[0].trim(), start: match.index, end: match.index + match[0].length };
  }
}

/** What a text tells about who made the work. What lies inside something longer that was found is not told again. */
export function findLeaks(source: string, words: readonly LeakWord[]): Leak[] {
  const withSigns = readableText(source);
  const withoutSigns = readableText(source, 'dropped');
  const hits = [...patternHits(source), ...wordHits(withSigns, words.filter((word) => !word.latin)), ...wordHits(withoutSigns, words.filter((word) => word.latin))];
  hits.sort((one, other) => one.start - other.start || other.end - one.end);
  const leaks = new Map<string, Leak>();
  let covered = -1;
  for (const hit of hits) {
    if (hit.end <= covered) continue;
    covered = Math.max(covered, hit.end);
    const key = `${hit.kind} ${plainForm(hit.word)}`;
    const leak = leaks.get(key) ?? { kind: hit.kind, severity: hit.severity, word: hit.word, count: 0, passages: [] };
    leak.count++;
    if (graver(hit.severity, leak.severity)) leak.severity = hit.severity;
    if (leak.passages.length < MOST_PASSAGES) leak.passages.push(passage(source, hit.start, hit.end));
    leaks.set(key, leak);
  }
  return [...leaks.values()];
}

const ORDER: Record<Severity, number> = { high: 0, medium: 1, low: 2 };
const graver = (one: Severity, other: Severity): boolean => ORDER[one] < ORDER[other];

function passage(source: string, start: number, end: number): Passage {
  const plain = (text: string): string => Buffer.from(text).toString().replace(/\ufffd/g, '').replace(/\s+/g, ' ');
  return { before: plain(source.slice(Math.max(0, start - AROUND), start)), match: plain(source.slice(start, end)), after: plain(source.slice(end, end + AROUND)) };
}
