import { inflateSync } from 'node:zlib';

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Bytes of a PDF string, `(literal)` or `<hexadecimal>`. */
function bytesOf(string: string): Buffer {
  if (string.startsWith('<')) return Buffer.from(string.slice(1, -1), 'hex');
  const inside = string.slice(1, -1);
  const bytes: number[] = [];
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] !== '\\') {
      bytes.push(inside.charCodeAt(at));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(inside.slice(at + 1, at + 4))?.[0];
    const next = inside[at + 1] ?? '';
    bytes.push(octal === undefined ? (ESCAPES[next] ?? next.charCodeAt(0)) : parseInt(octal, 8));
    at += octal?.length ?? 1;
  }
  return Buffer.from(bytes);
}

/** A string's two-byte character codes. */
function codesOf(string: string): number[] {
  const bytes = bytesOf(string);
  return Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2));
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What a font's ToUnicode map says, by code. */
function unicodeOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) map.set(parseInt(code, 16), utf16(to));
  }
  return map;
}

/**
 * The text of a PDF as our own typesetter writes it (plain objects, two-byte codes with ToUnicode maps), page by page; runs of
 * one line are joined without spaces. For tests that hold what a document says against what it must not say.
 */
export function pdfPages(pdf: Buffer): string[] {
  const raw = pdf.toString('latin1');
  const objects = new Map([...raw.matchAll(/(?:^|\n)(\d+) 0 obj([\s\S]*?)\nendobj/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const content = (id: string): string => {
    const object = objects.get(id) ?? '';
    const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1] ?? '';
    return /FlateDecode/.test(object) ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
  };
  // Balanced parentheses stand unescaped in a literal.
  const level = (inner: string): string => String.raw`\((?:\\[\s\S]|[^\\()]${inner})*\)`;
  const string = String.raw`${level(`|${level(`|${level('')}`)}`)}|<[0-9A-Fa-f]*>`;
  const steps = new RegExp(String.raw`/(\w+) [\d.]+ Tf|(\[(?:${string}|[^\]])*\]\s*TJ|(?:${string})\s*Tj)`, 'g');
  const ofFont = new Map<string, Map<number, string>>();
  const root = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object)) ?? '';
  return [...(/\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => {
    const page = objects.get(kid) ?? '';
    const fonts = new Map([...(/\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
    let font = new Map<number, string>();
    let text = '';
    for (const [, name, shown] of content(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '').matchAll(steps)) {
      if (name !== undefined) {
        const id = fonts.get(name) ?? '';
        if (!ofFont.has(id)) ofFont.set(id, unicodeOf(content(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '')));
        font = ofFont.get(id) ?? font;
      }
      for (const [one] of (shown ?? '').matchAll(new RegExp(string, 'g'))) text += codesOf(one).map((code) => font.get(code) ?? '\ufffd').join('');
    }
    return text;
  });
}
