import { inflate } from 'node:zlib';

/** A compressed stream of a PDF that is read for text, fonts or objects unpacks to no more than this; beyond lies a bomb. */
const LARGEST_STREAM = 64 * 1024 * 1024;
const LARGEST_TOTAL = 256 * 1024 * 1024;
const LONGEST_DICTIONARY = 4_000;

interface Stream {
  dictionary: string;
  start: number;
  end: number;
}

function* streamsOf(file: Buffer): Generator<Stream> {
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    const end = file.indexOf('endstream', start);
    if (end < 0) return;
    const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), start, end };
    at = file.indexOf('stream', end + 9);
  }
}

/** Unpacked size in bytes, `limit + 1` where it is more, 0 where the stream is broken (readers skip it). */
function unpackedSize(packed: Buffer, limit: number): Promise<number> {
  return new Promise((resolve) => {
    inflate(packed, { maxOutputLength: limit }, (error, unpacked) => {
      if (!error) resolve(unpacked.length);
      else resolve((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0);
    });
  });
}

/**
 * Whether what a reader must unpack of a PDF stays within bounds. Pictures are measured by their sides: a scanned page is large
 * and honest, and nobody unpacks it here.
 */
export async function unpacksSensibly(file: Buffer, mostPixels: number): Promise<boolean> {
  let total = 0;
  for (const { dictionary, start, end } of streamsOf(file)) {
    if (/\/Subtype\s*\/Image/.test(dictionary)) {
      const side = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d{1,9})`).exec(dictionary)?.[1] ?? 0);
      if (side('Width') * side('Height') > mostPixels) return false;
      continue;
    }
    const filters = dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters === 0) continue;
    // Packed twice is never needed and hides what the first look measures.
    if (filters > 1) return false;
    const size = await unpackedSize(file.subarray(start, end), LARGEST_STREAM);
    total += size;
    if (size > LARGEST_STREAM || total > LARGEST_TOTAL) return false;
  }
  return true;
}
