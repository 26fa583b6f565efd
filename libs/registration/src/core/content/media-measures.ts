/** Reads bytes from `start` to before `end` of a stored file. */
export type ReadRange = (start: number, end: number) => Promise<Buffer>;

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
