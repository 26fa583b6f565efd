export interface PixelSize {
  width: number;
  height: number;
}

/** Reads bytes from `start` to before `end` of a stored file. */
export type ReadRange = (start: number, end: number) => Promise<Buffer>;

/** Size of a PNG or JPEG from its head, or null. JPEG: the first frame header (SOF0-15 except DHT, JPG, DAC). */
export function pixelSize(head: Buffer): PixelSize | null {
  if (head.length >= 24 && head.readUInt32BE(0) === 0x89504e47) return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

/** Length of an MP4 in whole seconds from its movie header, or null. Reads only the headers, wherever they lie. */
export async function videoSeconds(read: ReadRange, size: number): Promise<number | null> {
  const movie = await findBox(read, 'moov', 0, size);
  const header = movie && (await findBox(read, 'mvhd', movie.begin, movie.end));
  if (!header) return null;
  const body = await read(header.begin, Math.min(header.end, header.begin + 32));
  const long = body[0] === 1;
  if (body.length < (long ? 32 : 20)) return null;
  const scale = body.readUInt32BE(long ? 20 : 12);
  const duration = long ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  return scale > 0 ? Math.round(duration / scale) : null;
}

async function findBox(read: ReadRange, name: string, from: number, to: number): Promise<{ begin: number; end: number } | null> {
  let at = from;
  for (let seen = 0; at + 8 <= to && seen < 10_000; seen++) {
    const head = await read(at, Math.min(at + 16, to));
    if (head.length < 8) return null;
    const short = head.readUInt32BE(0);
    const headLength = short === 1 ? 16 : 8;
    const length = short === 0 ? to - at : short === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < headLength) return null;
    if (head.toString('latin1', 4, 8) === name) return { begin: at + headLength, end: Math.min(at + length, to) };
    at += length;
  }
  return null;
}
