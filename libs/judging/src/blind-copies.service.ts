import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { OpenFile } from '#libs/platform';
import { blanked, type Blanking, type ReadRange } from './core/metadata/blanking.js';
import { jpegBlankings } from './core/metadata/jpeg.js';
import { mp4Blankings } from './core/metadata/mp4.js';
import { pdfBlankings } from './core/metadata/pdf.js';
import { pngBlankings } from './core/metadata/png.js';

interface BlindCopy {
  blankings: Blanking[];
  sha256: string;
}

const KEPT = 500;

/**
 * Files as judges may see them: what they say about their author, place, time and device is blanked out on the way, at the same length,
 * so that they can still be read in parts. The stored bytes stay as they came.
 */
@Injectable()
export class BlindCopies {
  private readonly copies = new Map<string, Promise<BlindCopy>>();

  async of(file: OpenFile): Promise<OpenFile> {
    const { blankings, sha256 } = await this.copy(file);
    return { ...file, sha256, stream: (start = 0, end = file.size) => blankingFrom(file.stream(start, end), start, blankings) };
  }

  private copy(file: OpenFile): Promise<BlindCopy> {
    const known = this.copies.get(file.id);
    if (known) return known;
    const made = copyOf(file);
    made.catch(() => this.copies.delete(file.id));
    if (this.copies.size >= KEPT) this.copies.delete(this.copies.keys().next().value ?? '');
    this.copies.set(file.id, made);
    return made;
  }
}

async function copyOf(file: OpenFile): Promise<BlindCopy> {
  const read: ReadRange = async (start, end) => {
    const chunks: Buffer[] = [];
    if (end > start) for await (const chunk of file.stream(start, Math.min(end, file.size))) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const blankings = await blankingsOf(file, read);
  // The stored file's digest would tell two copies apart that look the same.
  const hash = createHash('sha256');
  let offset = 0;
  for await (const chunk of file.stream()) {
    hash.update(blanked(chunk as Buffer, offset, blankings));
    offset += (chunk as Buffer).length;
  }
  return { blankings, sha256: hash.digest('hex') };
}

async function blankingsOf(file: OpenFile, read: ReadRange): Promise<Blanking[]> {
  if (file.type === 'video/mp4') return mp4Blankings(read, file.size);
  if (file.type === 'image/jpeg') return jpegBlankings(await read(0, file.size));
  if (file.type === 'image/png') return pngBlankings(await read(0, file.size));
  if (file.type === 'application/pdf') return pdfBlankings(await read(0, file.size));
  return [];
}

function blankingFrom(source: Readable, start: number, blankings: readonly Blanking[]): Readable {
  let offset = start;
  const shown = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, blanked(chunk, offset, blankings));
      offset += chunk.length;
    },
  });
  // An error on either side ends both; whoever reads sees it.
  pipeline(source, shown, () => undefined);
  return shown;
}
