import { inflateSync } from 'node:zlib';

/** Unpacked size of one object stream; more than this is no honest table of objects. */
const MOST_UNPACKED = 20_000_000;

/** `/Count` of every page-tree node in a piece of PDF syntax, and the number of single page objects. */
function nodesIn(text: string): { counts: number[]; pages: number } {
  const counts: number[] = [];
  let pages = 0;
  for (const match of text.matchAll(/\/Type\s*\/(Pages|Page)(?![A-Za-z])/g)) {
    if (match[1] === 'Page') {
      pages++;
      continue;
    }
    const around = text.slice(Math.max(0, text.lastIndexOf('<<', match.index)), match.index) + text.slice(match.index, text.indexOf('>>', match.index));
    const count = /\/Count\s+(\d+)/.exec(around)?.[1];
    if (count !== undefined) counts.push(Number(count));
  }
  return { counts, pages };
}

/** Object streams hold the page tree of PDF 1.5 and later, deflated. */
function* objectStreams(raw: string, content: Buffer): Generator<string> {
  for (const match of raw.matchAll(/\/Type\s*\/ObjStm/g)) {
    const begin = raw.indexOf('stream', match.index);
    const end = raw.indexOf('endstream', begin);
    if (begin < 0 || end < 0) continue;
    const first = raw[begin + 6] === '\r' ? begin + 8 : begin + 7;
    try {
      yield inflateSync(content.subarray(first, end), { maxOutputLength: MOST_UNPACKED }).toString('latin1');
    } catch {
      continue;
    }
  }
}

/** Number of pages of a PDF, or null where it cannot be told (damaged or encrypted). */
export function pdfPages(content: Buffer): number | null {
  const raw = content.toString('latin1');
  const counts: number[] = [];
  let pages = 0;
  for (const text of [raw, ...objectStreams(raw, content)]) {
    const found = nodesIn(text);
    counts.push(...found.counts);
    pages += found.pages;
  }
  // The root of the tree counts all pages below it; where it lies or is out of reach the page objects speak.
  const most = Math.max(pages, ...counts, 0);
  return most > 0 ? most : null;
}
