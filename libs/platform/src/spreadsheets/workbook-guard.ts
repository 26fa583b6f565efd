import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../files/byte-source.js';
import { zipDirectory, type ZipEntry } from '../files/zip-directory.js';

/** What a table for people may unpack to; 5,000 rows of 120 columns stay below. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_COLUMN = 16_384;
const MOST_MERGED = 100_000;
/** A tag of the kinds that the reader spreads over columns or cells, with its attributes; `>` may stand inside quotes. */
const SPREADING = /<(?:col|mergeCell)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const VALUES = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

const column = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * Whether a workbook can be opened without its few words becoming millions of cells: one merged area or one range of columns is a
 * single tag in the file, and an object for each cell once it is read.
 */
export async function opensSensibly(content: Buffer): Promise<boolean> {
  const entries = await zipDirectory(bytesOf(content));
  if (!entries || entries.reduce((sum, entry) => sum + entry.uncompressed, 0) > MOST_BYTES) return false;
  let merged = 0;
  for (const entry of entries.filter(({ name }) => name.includes('xl/worksheets/'))) {
    for (const tag of unpacked(content, entry).matchAll(SPREADING)) {
      for (const [, name, double, single] of (tag[1] ?? '').matchAll(VALUES)) {
        const value = double ?? single ?? '';
        if (name === 'max' && !(Number(value) <= MOST_COLUMN)) return false;
        if (name === 'ref') merged += areaOf(value);
      }
    }
  }
  return merged <= MOST_MERGED;
}

/** Cells of `A1:B2`; infinite for what cannot be told. */
function areaOf(ref: string): number {
  const [, left, top, right = left, bottom = top] = AREA.exec(ref) ?? [];
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  return (Math.abs(column(right) - column(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function unpacked(content: Buffer, entry: ZipEntry): string {
  const start = entry.headerAt + 30 + content.readUInt16LE(entry.headerAt + 26) + content.readUInt16LE(entry.headerAt + 28);
  const packed = content.subarray(start, start + entry.compressed);
  return (entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressed) })).toString('utf8');
}

const bytesOf = (content: Buffer): ByteSource => ({
  size: content.length, read: async (start, end) => content.subarray(start, end), stream: (start = 0, end = content.length) => Readable.from(content.subarray(start, end)),
});
