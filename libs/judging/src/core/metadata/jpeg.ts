import type { Blanking } from './blanking.js';

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;
/** Exif with a big-endian directory of one entry. */
const ORIENTATION_BYTES = 32;

/**
 * Everything in a JPEG that is not the picture: Exif (place, author, camera), XMP, IPTC, comments, and what lies behind its end.
 * Which way up it is stays, and the colours.
 */
export function jpegBlankings(file: Buffer): Blanking[] {
  const found: Blanking[] = [];
  let at = file.indexOf(0xff, 2);
  while (at >= 0 && at + 4 <= file.length) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xd9) {
      if (at + 2 < file.length) found.push({ start: at + 2, end: file.length });
      break;
    }
    // Stuffed bytes and restarts of the picture's data, and markers without a length.
    const bare = marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8);
    if (bare || marker === 0xff) {
      at = file.indexOf(0xff, at + (bare ? 2 : 1));
      continue;
    }
    const end = Math.min(at + 2 + Math.max(2, file.readUInt16BE(at + 2)), file.length);
    const payload = file.subarray(at + 4, end);
    if (tells(marker, payload)) found.push({ start: at + 4, end, bytes: withoutFacts(payload) });
    at = file.indexOf(0xff, end);
  }
  return found;
}

function tells(marker: number, payload: Buffer): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const starts = (name: string): boolean => payload.toString('latin1', 0, name.length) === name;
  return !((marker === 0xe0 && starts('JFIF\0')) || (marker === 0xe2 && starts('ICC_PROFILE\0')) || (marker === 0xee && starts('Adobe')));
}

function withoutFacts(payload: Buffer): Buffer {
  const blank = Buffer.alloc(payload.length);
  const orientation = orientationOf(payload);
  if (orientation === undefined || payload.length < ORIENTATION_BYTES) return blank;
  blank.write(`${EXIF}MM\0*`, 'latin1');
  blank.writeUInt32BE(8, 10);
  blank.writeUInt16BE(1, 14);
  blank.writeUInt16BE(ORIENTATION, 16);
  blank.writeUInt16BE(SHORT, 18);
  blank.writeUInt32BE(1, 20);
  blank.writeUInt16BE(orientation, 24);
  return blank;
}

function orientationOf(payload: Buffer): number | undefined {
  if (payload.toString('latin1', 0, EXIF.length) !== EXIF || payload.length < 16) return undefined;
  const tiff = payload.subarray(EXIF.length);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = directory + 2, left = short(directory); left > 0 && entry + 12 <= tiff.length; entry += 12, left--) {
    const value = short(entry + 8);
    if (short(entry) === ORIENTATION) return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
