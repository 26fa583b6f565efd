import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Documents, DocumentTemplate } from '#libs/platform';

interface PdfOptions {
  author?: string;
  /** Lines by page, Latin letters only: the built-in fonts know no others. */
  pages?: string[][];
  /** Objects put in as they are, e.g. one more stream. */
  more?: string[];
  encrypted?: boolean;
}

/** A PDF with text in Helvetica, written by hand. */
export function textPdf({ author = '', pages = [['A page.']], more = [], encrypted = false }: PdfOptions = {}): Buffer {
  const first = 4;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  for (const [index, lines] of pages.entries()) {
    const content = `BT /F1 12 Tf 72 760 Td 16 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  const info = objects.push(`<< /Author <feff${Buffer.from(author, 'utf16le').swap16().toString('hex')}> >>`);
  const lock = encrypted ? objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'}> /U <${'5e'.repeat(32)}> /P -44 >>`) : 0;
  objects.push(...more);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(body, 'latin1');
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R${lock ? ` /Encrypt ${lock} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]` : ''} >>`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${Buffer.byteLength(body, 'latin1')}\n%%EOF\n`, 'latin1');
}

/** A PDF whose page is drawn by a stream that unpacks to `bytes` spaces. */
export function bombPdf(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 }).toString('latin1');
  return textPdf({ more: [`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`] });
}

interface Report {
  title: string;
  author: string;
  paragraphs: string[];
}

const REPORT: DocumentTemplate<Report> = {
  name: 'report',
  source: String.raw`
#let report = json(bytes(sys.inputs.data)).content
#set document(title: report.title, author: report.author, date: none)
#set text(font: "Noto Sans SC", size: 11pt)
= #report.title
#for one in report.paragraphs [
  #par(one)
]`,
  check: () => undefined,
};

/** A PDF in Chinese with embedded fonts, as a word processor makes it. '\f' as a paragraph begins a new page. */
export function chinesePdf(documents: Documents, paragraphs: string[], { title = '研究报告', author = '' } = {}): Promise<Buffer> {
  return documents.render(REPORT, { title, author, paragraphs });
}

/** A JPEG of coloured patches (different for each seed), with Exif texts if given; `orientation` as a camera writes it. */
export async function photo(seed: number, options: { width?: number; height?: number; artist?: string; orientation?: number; dpi?: number } = {}): Promise<Buffer> {
  const { width = 1200, height = 900 } = options;
  const patches = Buffer.alloc(12 * 9 * 3);
  for (let index = 0, state = seed * 2_654_435_761; index < patches.length; index++) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + index) | 0;
    patches[index] = (state >>> 16) & 255;
  }
  let picture = sharp(patches, { raw: { width: 12, height: 9, channels: 3 } }).resize(width, height, { kernel: 'nearest' });
  if (options.dpi) picture = picture.withMetadata({ density: options.dpi });
  // The library writes ASCII only, so other letters take the place of as many stand-ins.
  const artist = Buffer.from(options.artist ?? '');
  const standIn = Buffer.alloc(artist.length, 'x');
  if (artist.length > 0) picture = picture.withExif({ IFD0: { Artist: standIn.toString() } });
  if (options.orientation) picture = picture.withMetadata({ orientation: options.orientation, density: options.dpi });
  const content = await picture.jpeg({ quality: 85 }).toBuffer();
  if (artist.length > 0) artist.copy(content, content.indexOf(standIn));
  return content;
}

/** An MP4 of boxes without pictures: `seconds` long, its user data saying `title`. */
export function movie(seconds: number, title = ''): Buffer {
  const box = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const header = Buffer.alloc(100);
  header.writeUInt32BE(600, 12);
  header.writeUInt32BE(seconds * 600, 16);
  const brand = Buffer.from('isom\0\0\u0002\0isomiso2mp41', 'latin1');
  return Buffer.concat([box('ftyp', brand), box('moov', Buffer.concat([box('mvhd', header), box('udta', box('titl', Buffer.from(title)))])), box('mdat', Buffer.alloc(64))]);
}
