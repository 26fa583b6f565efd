import { deflateSync, inflateSync } from 'node:zlib';
import type { Blanking } from './blanking.js';
import { jpegBlankings } from './jpeg.js';

const SPACE = 0x20;
/** Bounds for files that were made to take long; far beyond any report. */
const LONGEST_DICTIONARY = 4_000;
const MOST_STREAMS = 50_000;
const MOST_OBJECTS = 50;
const LONGEST_OBJECT = 64 * 1024;
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const METADATA = /\/Type\s*\/Metadata|\/Subtype\s*\/XML/;
const REFERENCE = /(\d{1,10})\s{1,10}\d{1,5}\s{1,10}R/g;

interface PdfStream {
  dictionary: string;
  start: number;
  end: number;
}

/**
 * Everything a PDF says about itself: the information dictionary (author, company, program, times), the XMP metadata of the document and
 * its pictures, the photographs' Exif. All at the same length, so that the tables of places in the file stay right.
 */
export function pdfBlankings(file: Buffer): Blanking[] {
  const text = file.toString('latin1');
  const streams = streamsOf(text);
  let room = LARGEST_UNPACKED;
  const packed = streams
    .filter(({ dictionary }) => /\/Type\s*\/ObjStm/.test(dictionary))
    .flatMap((stream) => {
      const objects = unpacked(file, stream, room);
      room -= objects?.bytes ?? 0;
      return objects ?? [];
    });
  const numbers = informationObjects(text, packed);
  return [
    ...streams.flatMap((stream) => streamBlankings(file, stream)),
    ...[...numbers].flatMap((number) => objectsOf(text, number).flatMap(([start, end]) => stringsIn(file, start, end))),
    ...packed.flatMap((one) => one.blanking(numbers)),
  ];
}

/** Streams in the order of the file; what lies inside one is not looked at for further ones. */
function streamsOf(text: string): PdfStream[] {
  const streams: PdfStream[] = [];
  for (let at = text.indexOf('stream'); at >= 0 && streams.length < MOST_STREAMS; ) {
    const start = at + 6 + (text.startsWith('\r\n', at + 6) ? 2 : 1);
    const end = text.indexOf('endstream', start);
    if (end < 0) break;
    const before = text.slice(Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf('obj') + 1);
    const length = Number(/\/Length\s{1,10}(\d{1,10})(?!\s{1,10}\d{1,5}\s{1,10}R)/.exec(dictionary)?.[1] ?? NaN);
    streams.push({ dictionary, start, end: start + length <= end ? start + length : end });
    at = text.indexOf('stream', end + 9);
  }
  return streams;
}

function streamBlankings(file: Buffer, { dictionary, start, end }: PdfStream): Blanking[] {
  if (METADATA.test(dictionary)) {
    const bytes = Buffer.alloc(end - start, /\/Filter/.test(dictionary) ? 0 : SPACE);
    const nothing = deflateSync(' ');
    if (/\/FlateDecode/.test(dictionary) && nothing.length <= bytes.length) nothing.copy(bytes);
    return [{ start, end, bytes }];
  }
  if (!/\/Filter\s*\[?\s*\/DCTDecode/.test(dictionary)) return [];
  return jpegBlankings(file.subarray(start, end)).map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
}

/** The information dictionary's numbers in every revision of the file, and what it refers to. */
function informationObjects(text: string, packed: PackedObjects[]): Set<number> {
  const numbers = new Set<number>();
  const add = (number: string | undefined): unknown => numbers.size < MOST_OBJECTS && numbers.add(Number(number));
  for (const [, number] of text.matchAll(/\/Info\s{1,10}(\d{1,10})\s{1,10}\d{1,5}\s{1,10}R/g)) add(number);
  for (const number of [...numbers]) {
    const said = [...objectsOf(text, number).map(([start, end]) => text.slice(start, end)), ...packed.flatMap((one) => one.object(number) ?? [])];
    for (const object of said) for (const [, further] of object.matchAll(REFERENCE)) add(further);
  }
  return numbers;
}

function objectsOf(text: string, number: number): [number, number][] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(new RegExp(`(?<![0-9])${number}\\s{1,10}\\d{1,5}\\s{1,10}obj`, 'g'))) {
    if (found.length >= MOST_OBJECTS) break;
    const start = match.index + match[0].length;
    const content = text.slice(start, start + LONGEST_OBJECT);
    const length = content.indexOf('endobj');
    found.push([start, start + (length < 0 ? content.length : length)]);
  }
  return found;
}

/** The insides of the strings, (…) and <…>, between two places. */
function stringsIn(file: Buffer, from: number, to: number): Blanking[] {
  const found: Blanking[] = [];
  const blank = (start: number, end: number): void => void found.push({ start, end, bytes: Buffer.alloc(end - start, SPACE) });
  for (let at = from; at < to; at++) {
    const sign = String.fromCharCode(file[at] ?? 0);
    if (sign === '<' && file[at + 1] === 0x3c) at++;
    else if (sign === '<') {
      const end = file.indexOf('>', at);
      if (end < 0 || end > to) break;
      blank(at + 1, end);
      at = end;
    } else if (sign === '(') {
      const end = closing(file, at, to);
      blank(at + 1, end);
      at = end;
    }
  }
  return found;
}

function closing(file: Buffer, open: number, to: number): number {
  let depth = 0;
  for (let at = open; at < to; at++) {
    const byte = file[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return at;
  }
  return to;
}

interface PackedObjects {
  /** How much it is unpacked. */
  bytes: number;
  object(number: number): string | undefined;
  blanking(numbers: ReadonlySet<number>): Blanking[];
}

/** Objects that are packed together; undefined when they cannot be unpacked (an encrypted file). */
function unpacked(file: Buffer, { dictionary, start, end }: PdfStream, room: number): PackedObjects | undefined {
  if (room <= 0 || !/\/FlateDecode/.test(dictionary) || /\/DecodeParms/.test(dictionary)) return undefined;
  let content: Buffer;
  try {
    content = inflateSync(file.subarray(start, end), { maxOutputLength: room });
  } catch {
    return undefined;
  }
  const first = Number(/\/First\s{1,10}(\d{1,10})/.exec(dictionary)?.[1] ?? 0);
  const head = content.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  const places = new Map<number, [number, number]>();
  for (let index = 0; index + 1 < head.length; index += 2) places.set(head[index] ?? 0, [first + (head[index + 1] ?? 0), first + (head[index + 3] ?? content.length)]);
  return {
    bytes: content.length,
    object(number) {
      const place = places.get(number);
      return place && content.toString('latin1', ...place);
    },
    blanking(numbers) {
      const inside = [...numbers].flatMap((number) => places.get(number) ?? []);
      if (inside.length === 0) return [];
      for (let index = 0; index + 1 < inside.length; index += 2) {
        for (const string of stringsIn(content, inside[index] ?? 0, Math.min(inside[index + 1] ?? 0, content.length))) content.fill(SPACE, string.start, string.end);
      }
      const again = deflateSync(content, { level: 9, memLevel: 9 });
      return again.length <= end - start ? [{ start, end, bytes: Buffer.concat([again, Buffer.alloc(end - start - again.length)]) }] : [{ start, end }];
    },
  };
}
