/** Directories of a TIFF that lie behind a pointer: Exif, GPS, interoperability. */
const POINTERS = new Map([[0x8769, 'Exif'], [0x8825, 'GPS'], [0xa005, 'Interoperability']]);
const NAMES = new Map([
  [0x010d, 'DocumentName'], [0x010e, 'ImageDescription'], [0x010f, 'Make'], [0x0110, 'Model'], [0x0131, 'Software'], [0x013b, 'Artist'], [0x013c, 'HostComputer'],
  [0x8298, 'Copyright'], [0x9286, 'UserComment'], [0x9c9b, 'XPTitle'], [0x9c9c, 'XPComment'], [0x9c9d, 'XPAuthor'], [0x9c9e, 'XPKeywords'], [0x9c9f, 'XPSubject'],
  [0xa430, 'CameraOwnerName'], [0xa431, 'BodySerialNumber'],
]);
const BYTE = 1;
const ASCII = 2;
const UNDEFINED = 7;
const MOST_ENTRIES = 500;
const LONGEST = 20_000;

/**
 * The texts in an Exif block by the names of their tags, and `GPS` with the words of that directory where a place is recorded.
 * `block` may begin with "Exif\0\0".
 */
export function exifTexts(block: Buffer): [string, string][] {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  if (tiff.length < 8) return [];
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const found: [string, string][] = [];
  const seen = new Set<number>();
  const walk = (at: number, directory: string): void => {
    if (at <= 0 || at >= tiff.length || seen.has(at) || seen.size > 20) return;
    seen.add(at);
    const count = Math.min(short(at), MOST_ENTRIES);
    for (let entry = at + 2, left = count; left > 0 && entry + 12 <= tiff.length; entry += 12, left--) {
      const [tag, type, length] = [short(entry), short(entry + 2), long(entry + 4)];
      const pointed = POINTERS.get(tag);
      if (pointed !== undefined) walk(long(entry + 8), pointed);
      // A latitude stands in the second entry of the directory of places.
      else if (directory === 'GPS' && tag === 0x0002) found.push(['GPS', 'GPS']);
      else if (type === ASCII || type === UNDEFINED || (type === BYTE && NAMES.has(tag))) {
        const start = length <= 4 ? entry + 8 : long(entry + 8);
        const text = textOf(tiff.subarray(start, Math.min(start + Math.min(length, LONGEST), tiff.length)), tag);
        if (text !== '') found.push([NAMES.get(tag) ?? `${directory} ${tag.toString(16)}`, text]);
      }
    }
    walk(long(at + 2 + short(at) * 12), directory);
  };
  walk(long(4), 'Image');
  return found;
}

/** Windows keeps its own tags in UTF-16; comments name their encoding in eight letters; everything else is UTF-8 or GB18030. */
function textOf(bytes: Buffer, tag: number): string {
  if (tag >= 0x9c9b && tag <= 0x9c9f) return clean(bytes.toString('utf16le'));
  const body = tag === 0x9286 ? bytes.subarray(8) : bytes;
  if (tag === 0x9286 && bytes.toString('latin1', 0, 7) === 'UNICODE') return clean(new TextDecoder(looksBigEndian(body) ? 'utf-16be' : 'utf-16le').decode(body));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return clean(new TextDecoder(encoding, { fatal: true }).decode(body));
    } catch {
      continue;
    }
  }
  return '';
}

const looksBigEndian = (bytes: Buffer): boolean => bytes.length > 1 && bytes[0] === 0;

/** Bytes that are no text (a maker's own data) give nothing. */
function clean(text: string): string {
  const until = text.split('\0').map((part) => part.trim()).filter(Boolean).join(' ');
  return /[\u0001-\u0008\u000e-\u001f\ufffd]/.test(until) ? '' : until;
}
