import type { ReadRange } from './media-measures.js';

const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
/** User data, its newer form, and private boxes: title, author, device, place. */
const FACTS = new Set(['udta', 'meta', 'uuid']);
const MOST_BOXES = 10_000;
const LARGEST = 1_000_000;
/** Letters, figures and common signs in a row. */
const TEXT = /[\p{L}\p{N}\p{P}\p{S} ]{2,}/gu;

/** Texts that an MP4 carries about itself, and `GPS` where it says where it was filmed. */
export async function movieTexts(read: ReadRange, size: number): Promise<[string, string][]> {
  const found: [string, string][] = [];
  let boxes = 0;
  const walk = async (start: number, end: number): Promise<void> => {
    for (let at = start; at + 8 <= end && boxes < MOST_BOXES; boxes++) {
      const head = await read(at, Math.min(at + 16, end));
      if (head.length < 8) return;
      const short = head.readUInt32BE(0);
      const long = short === 1 && head.length === 16;
      const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
      const type = head.toString('latin1', 4, 8);
      const body = at + (long ? 16 : 8);
      const next = Math.min(at + length, end);
      if (next < body) return;
      if (CONTAINERS.has(type)) await walk(body, next);
      else if (FACTS.has(type)) found.push(...textsIn(await read(body, Math.min(next, body + LARGEST)), type));
      at = next;
    }
  };
  await walk(0, size);
  return found;
}

function textsIn(box: Buffer, type: string): [string, string][] {
  const places: [string, string][] = box.includes('\u00a9xyz', 0, 'latin1') || box.includes('location.ISO6709', 0, 'latin1') ? [['GPS', 'GPS']] : [];
  const texts = box.toString('utf8').match(TEXT) ?? [];
  return [...places, ...texts.slice(0, 200).map((text): [string, string] => [type, text.trim()])].filter(([, text]) => text !== '');
}
