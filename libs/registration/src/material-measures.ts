import sharp from 'sharp';
import { FILE_TYPES, type OpenFile } from '#libs/platform';
import { videoSeconds, type ReadRange } from './core/content/media-measures.js';
import { unpacksSensibly } from './core/content/pdf-streams.js';
import type { UnfitContent } from './core/entry-facts.js';
import { openPdf } from './pdf-reading.js';
import { Turnstile } from './turnstile.js';

export interface Measures {
  kind: string;
  pages: number | null;
  width: number | null;
  height: number | null;
  /** Dots per inch, where the picture states them. */
  dpi: number | null;
  seconds: number | null;
  /** Why nobody could look at the file, whatever the slot allows. */
  unfit?: UnfitContent;
}

/** A picture or PDF above this size is not taken into memory; slots for such files must allow other kinds. */
const LARGEST_IN_MEMORY = 64_000_000;
/** 12,500 x 12,500: beyond any camera or scanner of a school; an A0 board at 300 dpi has 139 million. */
export const MOST_PIXELS = 156_250_000;

/** Two large files in memory at a time in each process, however many people hand in. */
const atATime = new Turnstile(2);

export const readerOf = (file: OpenFile): ReadRange => async (start, end) => {
  const chunks: Buffer[] = [];
  if (end > start) for await (const chunk of file.stream(start, Math.min(end, file.size))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** What a stored file's content says: its kind, pages, pixels, seconds; and whether it can be opened at all. */
export async function measure(file: OpenFile): Promise<Measures> {
  const nothing: Measures = { kind: FILE_TYPES[file.type], pages: null, width: null, height: null, dpi: null, seconds: null };
  const read = readerOf(file);
  if (file.type === 'video/mp4') {
    const seconds = await videoSeconds(read, file.size);
    return seconds === null ? { ...nothing, unfit: 'damaged' } : { ...nothing, seconds };
  }
  const known = file.type === 'application/pdf' || file.type === 'image/png' || file.type === 'image/jpeg';
  if (!known) return nothing;
  if (file.size > LARGEST_IN_MEMORY) return { ...nothing, unfit: 'large' };
  return atATime.through(async () => {
    const content = await read(0, file.size);
    return { ...nothing, ...(file.type === 'application/pdf' ? await measurePdf(content) : await measureImage(content)) };
  });
}

async function measurePdf(content: Buffer): Promise<Partial<Measures>> {
  if (!(await unpacksSensibly(content, MOST_PIXELS))) return { unfit: 'bomb' };
  const state = await openPdf(content);
  return 'refused' in state ? { unfit: state.refused } : { pages: state.pages };
}

/** The whole picture is decoded once, small, so that a torn file is told now and not by a judge. */
async function measureImage(content: Buffer): Promise<Partial<Measures>> {
  const options = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true } as const;
  try {
    const { width, height, autoOrient, density } = await sharp(content, { ...options, limitInputPixels: false }).metadata();
    const sides = { width: autoOrient.width, height: autoOrient.height, dpi: density ? Math.round(density) : null };
    if (width * height > MOST_PIXELS) return { ...sides, unfit: 'pixels' };
    await sharp(content, options).resize(16, 16, { fit: 'fill' }).raw().toBuffer();
    return sides;
  } catch {
    return { unfit: 'damaged' };
  }
}
