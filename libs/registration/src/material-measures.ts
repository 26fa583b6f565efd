import { FILE_TYPES, type OpenFile } from '#libs/platform';
import { pixelSize, videoSeconds, type ReadRange } from './core/media-measures.js';
import { pdfPages } from './core/pdf-pages.js';

export interface Measures {
  kind: string;
  pages: number | null;
  width: number | null;
  height: number | null;
  seconds: number | null;
}

/** Frame headers of photographs lie behind their metadata; this much is read to find them. */
const IMAGE_HEAD = 512_000;
/** A PDF above this size is not unpacked to count its pages. */
const LARGEST_COUNTED = 64_000_000;

/** What a stored file's content says: its kind, pages, pixels, seconds. */
export async function measure(file: OpenFile): Promise<Measures> {
  const read: ReadRange = async (start, end) => {
    const chunks: Buffer[] = [];
    if (end > start) for await (const chunk of file.stream(start, Math.min(end, file.size))) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const nothing = { kind: FILE_TYPES[file.type], pages: null, width: null, height: null, seconds: null };
  if (file.type === 'application/pdf') return { ...nothing, pages: file.size <= LARGEST_COUNTED ? pdfPages(await read(0, file.size)) : null };
  if (file.type === 'image/png' || file.type === 'image/jpeg') return { ...nothing, ...(pixelSize(await read(0, IMAGE_HEAD)) ?? {}) };
  if (file.type === 'video/mp4') return { ...nothing, seconds: await videoSeconds(read, file.size) };
  return nothing;
}
