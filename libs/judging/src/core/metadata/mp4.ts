import type { Blanking, ReadRange } from './blanking.js';

const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
/** User data (place, author, device), its newer form, and private boxes. */
const FACTS = new Set(['udta', 'meta', 'uuid']);
/** They carry when it was filmed. */
const HEADERS = new Set(['mvhd', 'tkhd', 'mdhd']);
const MOST_BOXES = 10_000;

/** Everything in an MP4 that says who, where or when: its boxes become free space of the same length. */
export async function mp4Blankings(read: ReadRange, size: number): Promise<Blanking[]> {
  const found: Blanking[] = [];
  let boxes = 0;
  const walk = async (start: number, end: number): Promise<void> => {
    for (let at = start; at + 8 <= end && boxes < MOST_BOXES; boxes++) {
      const head = await read(at, Math.min(at + 16, end));
      const type = head.toString('latin1', 4, 8);
      const short = head.readUInt32BE(0);
      const long = short === 1 && head.length === 16;
      const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
      const body = at + (long ? 16 : 8);
      const next = Math.min(at + length, end);
      if (next < body) return;
      if (FACTS.has(type)) found.push({ start: at + 4, end: at + 8, bytes: Buffer.from('free') }, { start: body, end: next });
      else if (CONTAINERS.has(type)) await walk(body, next);
      else if (HEADERS.has(type) && next > body) {
        const [version] = await read(body, body + 1);
        found.push({ start: body + 4, end: Math.min(body + (version === 1 ? 20 : 12), next) });
      }
      at = next;
    }
  };
  await walk(0, size);
  return found;
}
