import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { blanked, type Blanking } from './blanking.js';
import { jpegBlankings } from './jpeg.js';
import { mp4Blankings } from './mp4.js';
import { pdfBlankings } from './pdf.js';
import { pngBlankings } from './png.js';

const shown = (file: Buffer, blankings: readonly Blanking[]): Buffer => blanked(file, 0, blankings);
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('a photograph', () => {
  const segment = (marker: number, payload: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255]), payload]);
  const exif = (): Buffer => {
    const tiff = Buffer.alloc(60);
    tiff.write('II*\0', 'latin1');
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(2, 8);
    tiff.writeUInt16LE(0x013b, 10);
    tiff.writeUInt16LE(2, 12);
    tiff.writeUInt16LE(0x0112, 22);
    tiff.writeUInt16LE(3, 24);
    tiff.writeUInt32LE(1, 26);
    tiff.writeUInt16LE(6, 30);
    tiff.write('Huang Xiaojia', 40, 'latin1');
    return Buffer.concat([bytes('Exif\0\0'), tiff]);
  };
  const picture = Buffer.concat([segment(0xda, bytes('\x01\x01\x00\x00\x3f\x00')), Buffer.from([1, 2, 0xff, 0, 0xe1, 3, 0xff, 0xd0, 4, 5, 0xff, 0xd9])]);
  const jfif = segment(0xe0, bytes('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
  const colours = segment(0xe2, bytes('ICC_PROFILE\0colours'));
  const file = Buffer.concat([
    Buffer.from([0xff, 0xd8]), jfif, segment(0xe1, exif()), segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x>Qinghe School</x>')), colours,
    segment(0xed, bytes('Photoshop 3.0\0Huang')), segment(0xfe, bytes('made at Qinghe School')), picture, bytes('trailer: Qinghe School'),
  ]);

  it('keeps its picture, its colours and which way up it is, and nothing that tells who or where', () => {
    const blind = shown(file, jpegBlankings(file));
    expect(blind).toHaveLength(file.length);
    const text = blind.toString('latin1');
    for (const word of ['Huang', 'Qinghe', 'adobe.com', 'trailer']) expect([word, text.includes(word)]).toEqual([word, false]);
    for (const part of [jfif, colours, picture]) expect(blind.includes(part)).toBe(true);
    const orientation = blind.indexOf('Exif\0\0MM\0*', 0, 'latin1');
    expect(blind.subarray(orientation + 14, orientation + 26).toString('hex')).toBe('000101120003000000010006');
  });

  it('is the same in parts as whole', () => {
    const blankings = jpegBlankings(file);
    const whole = shown(file, blankings);
    for (const size of [1, 7, 64]) {
      const parts: Buffer[] = [];
      for (let at = 0; at < file.length; at += size) parts.push(blanked(file.subarray(at, at + size), at, blankings));
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
    }
  });

  it.each([[bytes('\xff\xd8')], [bytes('\xff\xd8\xff\xe1')], [bytes('\xff\xd8\xff\xe1\xff\xffExif\0\0II*\0\xff\xff\xff\xff....')], [bytes(`\xff\xd8${'\xff'.repeat(999)}`)]])('may be damaged', (broken) => {
    expect(shown(broken, jpegBlankings(broken))).toHaveLength(broken.length);
  });
});

describe('a drawing', () => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([bytes(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };

  it('keeps its picture; texts, Exif and what lies behind become a chunk that readers skip', () => {
    const picture = [chunk('IHDR', Buffer.alloc(13, 1)), chunk('IDAT', Buffer.alloc(40, 2)), chunk('IEND', Buffer.alloc(0))] as const;
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const text = chunk('tEXt', bytes('Author\0Huang'));
    const file = Buffer.concat([signature, picture[0], text, chunk('eXIf', bytes('Qinghe')), picture[1], chunk('iTXt', bytes('Huang')), picture[2], bytes('Qinghe')]);
    const blind = shown(file, pngBlankings(file));
    expect(blind.subarray(0, -6).equals(Buffer.concat([signature, picture[0], chunk('noNe', Buffer.alloc(12)), chunk('noNe', Buffer.alloc(6)), picture[1], chunk('noNe', Buffer.alloc(5)), picture[2]]))).toBe(true);
    expect(blind.subarray(-6).equals(Buffer.alloc(6))).toBe(true);
  });
});

describe('a film', () => {
  const box = (type: string, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };

  it('keeps pictures and sound; where and when it was filmed becomes free space', async () => {
    const media = box('mdat', bytes('udta stays as it is'));
    const file = Buffer.concat([
      box('ftyp', bytes('isom')), media,
      box('moov', box('mvhd', Buffer.alloc(4), bytes('made1now'), bytes('scale')), box('trak', box('mdia', bytes('')), box('udta', box('name', bytes('Huang')))), box('udta', box('\xa9xyz', bytes('+28.2+112.9/')))),
      box('uuid', bytes('Qinghe School....')),
    ]);
    const blind = shown(file, await mp4Blankings(async (start, end) => file.subarray(start, end), file.length));
    const text = blind.toString('latin1');
    for (const word of ['Huang', '+28.2', 'Qinghe', 'made1now']) expect([word, text.includes(word)]).toEqual([word, false]);
    expect(blind.includes(media)).toBe(true);
    expect([text.includes('scale'), text.split('free').length - 1, blind.length]).toEqual([true, 3, file.length]);
  });
});

describe('a report', () => {
  const stream = (dictionary: string, content: Buffer): Buffer => Buffer.concat([bytes(`<< ${dictionary} /Length ${content.length} >>\nstream\n`), content, bytes('\nendstream\n')]);
  const words = ['Huang', 'Qinghe', 'Word 2019', 'D:2026', '4875616E67'];

  it('keeps its pages; author, company, program, times and XMP go, in every revision', () => {
    const page = bytes('4 0 obj\n<< /Type /Page /Title (stays) >>\nendobj\n');
    const file = Buffer.concat([
      bytes('%PDF-1.7\n'), page,
      bytes('9 0 obj\n<< /Author (Huang \\(Xiaojia\\) \\\\) /Company <4875616E67> /Creator (Word 2019) /Title 12 0 R /CreationDate (D:20260301) >>\nendobj\n12 0 obj (Qinghe report) endobj\n'),
      bytes('7 0 obj\n'), stream('/Type /Metadata /Subtype /XML', bytes('<?xpacket begin?><x>Qinghe</x>')), bytes('endobj\n8 0 obj\n'),
      stream('/Type /Metadata /Subtype /XML /Filter /FlateDecode', deflateSync('<x>Qinghe Qinghe Huang</x>')), bytes('endobj\ntrailer << /Info 9 0 R >>\n%%EOF\n'),
      bytes('9 0 obj\n<< /Author (Huang again) >>\nendobj\ntrailer << /Info 9 0 R >>\n%%EOF'),
    ]);
    const blind = shown(file, pdfBlankings(file));
    const text = blind.toString('latin1');
    for (const word of words) expect([word, text.includes(word)]).toEqual([word, false]);
    expect(blind.includes(page)).toBe(true);
    expect(blind).toHaveLength(file.length);
    expect(text.split('endobj')).toHaveLength(file.toString('latin1').split('endobj').length);
    const packed = blind.subarray(blind.indexOf('FlateDecode'));
    expect(inflateSync(packed.subarray(packed.indexOf('stream\n') + 7)).toString()).toBe(' ');
  });

  it('goes without them also where they are packed, and keeps what is packed beside', () => {
    const objects = ['<< /Type /Catalog /Lang (zh) >>', '<< /Author (Huang Xiaojia of Qinghe School) /Producer (Word 2019) >>'];
    const head = `3 0 9 ${(objects[0] ?? '').length + 1} `;
    const content = deflateSync(`${head}${objects.join(' ')}`, { level: 9 });
    const file = Buffer.concat([bytes('%PDF-1.7\n1 0 obj\n'), stream(`/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode`, content), bytes('endobj\n2 0 obj << /Type /XRef /Info 9 0 R /Root 3 0 R >>\n%%EOF')]);
    const blind = shown(file, pdfBlankings(file));
    const inside = inflateSync(blind.subarray(blind.indexOf('stream\n') + 7)).toString('latin1');
    for (const word of words) expect([word, inside.includes(word)]).toEqual([word, false]);
    expect(inside).toContain('<< /Type /Catalog /Lang (zh) >>');
    expect(blind).toHaveLength(file.length);
  });

  it('made to take long takes no time', () => {
    const begun = performance.now();
    for (const part of ['stream endstream ', '/Info 1 0 R ', '(((((', '/Type          ', '<<<<', '9 0 obj ', '/Info 9 0 R 9 0 obj ((']) {
      const file = bytes(`%PDF-1.4 ${part.repeat(Math.ceil(1_000_000 / part.length))} /Info 9 0 R %%EOF`);
      expect(shown(file, pdfBlankings(file))).toHaveLength(file.length);
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
