import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { Clock, Database, Files, Handles, Outbox, type OpenFile } from '#libs/platform';
import { exifTexts } from './core/content/exif-texts.js';
import { HASHED, imageHash } from './core/content/image-hash.js';
import { movieTexts } from './core/content/movie-texts.js';
import { xmpTexts } from './core/content/xmp-texts.js';
import { MOST_PIXELS, readerOf } from './material-measures.js';
import { drawFirstPage } from './pdf-first-page.js';
import { readPdf } from './pdf-reading.js';
import { InspectFile } from './registration.jobs.js';

/** What one content says. `facts` are what the file tells about itself: who, with what, where. */
export interface Inspected {
  sha256: string;
  pages: string[];
  facts: [string, string][];
  imageHash: string | null;
}

interface Found extends Omit<Inspected, 'sha256'> {
  /** JPEG of the file's first sight, upright and without anything but the picture. */
  picture: Buffer | null;
  problem: string | null;
}

const THUMBNAIL = 320;
const PREVIEW = 1_600;
const NOTHING: Found = { pages: [], facts: [], imageHash: null, picture: null, problem: null };

/** Looks into stored files, once for each content: text, facts about themselves, small pictures. */
@Injectable()
export class FileInspections {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly outbox: Outbox,
  ) {}

  /** Has the file looked into, unless its content is known. Inside the caller's transaction. */
  async order(fileId: string, sha256: string): Promise<void> {
    const known = await this.database.first('SELECT 1 FROM file_inspection WHERE sha256 = $1', [sha256]);
    if (!known) await this.outbox.add(InspectFile, { fileId }, { dedupeKey: sha256 });
  }

  @Handles(InspectFile)
  async inspect({ fileId }: { fileId: string }): Promise<void> {
    await this.known([fileId]);
  }

  /** What the files say; what nobody has looked into yet is looked into now. */
  async known(fileIds: string[]): Promise<Map<string, Inspected>> {
    const wanted = await this.database.query<{ id: string; sha256: string }>('SELECT id, sha256 FROM file_object WHERE id = ANY ($1::uuid[]) ORDER BY id', [fileIds]);
    const stored = async (): Promise<Map<string, Inspected>> => {
      const rows = await this.database.query<Inspected>('SELECT sha256, pages, facts, image_hash AS "imageHash" FROM file_inspection WHERE sha256 = ANY ($1::text[])', [wanted.map((one) => one.sha256)]);
      return new Map(rows.map((row) => [row.sha256, row]));
    };
    const before = await stored();
    const unknown = wanted.filter((one, index) => !before.has(one.sha256) && wanted.findIndex((other) => other.sha256 === one.sha256) === index);
    for (const { id } of unknown) await this.look(id);
    const known = unknown.length > 0 ? await stored() : before;
    return new Map(wanted.flatMap(({ id, sha256 }) => {
      const inspected = known.get(sha256);
      return inspected ? [[id, inspected] as const] : [];
    }));
  }

  private async look(fileId: string): Promise<void> {
    const file = await this.files.open(fileId);
    const { pages, facts, imageHash: hash, picture, problem } = await this.find(file);
    const thumbnail = picture && (await this.keep(file, await small(picture, THUMBNAIL)));
    const preview = picture && (await this.keep(file, picture));
    await this.database.query(
      `INSERT INTO file_inspection (sha256, file_id, pages, facts, image_hash, thumbnail_id, preview_id, problem, inspected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (sha256) DO NOTHING`,
      [file.sha256, file.id, JSON.stringify(pages), JSON.stringify(facts), hash, thumbnail, preview, problem, this.clock.now()],
    );
  }

  private async keep(file: OpenFile, content: Buffer): Promise<string> {
    return (await this.files.putBuffer({ content, name: 'preview.jpg', purpose: 'preview', details: { of: file.id } })).id;
  }

  /** A file that cannot be read is no reason to try again: what stands in the way is kept as its finding. */
  private async find(file: OpenFile): Promise<Found> {
    const read = readerOf(file);
    try {
      if (file.type === 'application/pdf') return await findInPdf(await read(0, file.size));
      if (file.type === 'image/jpeg' || file.type === 'image/png') return await findInImage(await read(0, file.size));
      if (file.type === 'video/mp4') return { ...NOTHING, facts: await movieTexts(read, file.size) };
      return NOTHING;
    } catch (error) {
      return { ...NOTHING, problem: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
    }
  }
}

async function findInPdf(content: Buffer): Promise<Found> {
  const { pages, facts } = await readPdf(content);
  const picture = await drawFirstPage(content, PREVIEW / 2).catch(() => null);
  return { ...NOTHING, pages: pages.map(stored), facts: facts.map(([name, text]) => [stored(name), stored(text)]), picture };
}

async function findInImage(content: Buffer): Promise<Found> {
  const image = sharp(content, { limitInputPixels: MOST_PIXELS, sequentialRead: true });
  const { exif, xmp, iptc, comments } = await image.metadata();
  const facts: [string, string][] = [
    ...(exif ? exifTexts(exif) : []),
    ...(xmp ? xmpTexts(xmp.toString('utf8')) : []),
    ...(iptc ? [['IPTC', printable(iptc)] satisfies [string, string]] : []),
    ...(comments ?? []).map((comment): [string, string] => [comment.keyword, comment.text]),
  ];
  const grey = await image.clone().autoOrient().resize(HASHED.width, HASHED.height, { fit: 'fill' }).greyscale().raw().toBuffer();
  const picture = await small(content, PREVIEW);
  return { ...NOTHING, facts: facts.map(([name, text]) => [stored(name), stored(text)]), imageHash: imageHash(grey), picture };
}

const small = (content: Buffer, side: number): Promise<Buffer> =>
  sharp(content, { limitInputPixels: MOST_PIXELS }).autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).jpeg({ quality: 78 }).toBuffer();

/** PostgreSQL's JSON holds neither the character zero nor halves of pairs. */
const stored = (text: string): string => Buffer.from(text.replaceAll('\0', '')).toString();

const printable = (bytes: Buffer): string => bytes.toString('utf8').replace(/[\u0000-\u001f\ufffd]+/g, ' ').trim();
