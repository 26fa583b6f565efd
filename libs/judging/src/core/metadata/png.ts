import { crc32 } from 'node:zlib';
import type { Blanking } from './blanking.js';

const SIGNATURE_BYTES = 8;
/** What makes the picture; text, times, Exif and private chunks do not. */
const PICTURE = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT']);
/** A name of no known chunk, marked by its letters as one that every reader skips. */
const SKIPPED = 'noNe';

/** Everything in a PNG that is not the picture, and what lies behind its end. */
export function pngBlankings(file: Buffer): Blanking[] {
  const found: Blanking[] = [];
  for (let at = SIGNATURE_BYTES; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (type === 'IEND') {
      if (end < file.length) found.push({ start: end, end: file.length });
      break;
    }
    if (end > file.length) break;
    if (!PICTURE.has(type)) found.push({ start: at + 4, end, bytes: skippedChunk(length) });
    at = end;
  }
  return found;
}

function skippedChunk(length: number): Buffer {
  const chunk = Buffer.alloc(length + 8);
  chunk.write(SKIPPED, 'latin1');
  chunk.writeUInt32BE(crc32(chunk.subarray(0, length + 4)), length + 4);
  return chunk;
}
