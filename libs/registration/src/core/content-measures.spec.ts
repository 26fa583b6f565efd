import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pixelSize, videoSeconds } from './media-measures.js';
import { pdfPages } from './pdf-pages.js';

const pdf = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

describe('pages of a PDF', () => {
  it('counts by the page tree', () => {
    expect(pdfPages(pdf('%PDF-1.4\n1 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 31 >>\nendobj\n'))).toBe(31);
    expect(pdfPages(pdf('%PDF-1.4\n1 0 obj\n<</Count 12/Kids[]/Type/Pages>>\nendobj\n'))).toBe(12);
  });

  it('takes the root of a tree with branches', () => {
    expect(pdfPages(pdf('<< /Type /Pages /Count 5 /Parent 1 0 R >> << /Type /Pages /Count 12 >> << /Type /Pages /Count 7 /Parent 1 0 R >>'))).toBe(12);
  });

  it('is not fooled by a root that claims fewer pages than there are', () => {
    expect(pdfPages(pdf('<< /Type /Pages /Count 1 >>', '<< /Type /Page /Parent 1 0 R >>'.repeat(40)))).toBe(40);
  });

  it('reads deflated object streams', () => {
    const packed = deflateSync(Buffer.from('<</Type/Pages/Count 8/Kids[]>>'));
    expect(pdfPages(pdf(`%PDF-1.5\n5 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`, packed, '\nendstream\nendobj'))).toBe(8);
  });

  it('says when it cannot tell', () => expect(pdfPages(pdf('%PDF-1.4\nnothing here'))).toBeNull());
});

describe('pixels of an image', () => {
  const png = Buffer.alloc(24);
  png.writeUInt32BE(0x89504e47, 0);
  png.writeUInt32BE(4000, 16);
  png.writeUInt32BE(3000, 20);

  it('reads PNG', () => expect(pixelSize(png)).toEqual({ width: 4000, height: 3000 }));

  it('reads JPEG behind other segments', () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc0, 0, 11, 8, 0x04, 0x38, 0x07, 0x80, 3, 1, 2, 3]);
    expect(pixelSize(jpeg)).toEqual({ width: 1920, height: 1080 });
  });

  it.each([Buffer.alloc(0), Buffer.from('GIF89a'), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])])('answers null for what it is not', (bytes) =>
    expect(pixelSize(bytes)).toBeNull());
});

describe('length of a video', () => {
  const box = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const movieHeader = (seconds: number): Buffer => {
    const body = Buffer.alloc(100);
    body.writeUInt32BE(600, 12);
    body.writeUInt32BE(seconds * 600, 16);
    return box('mvhd', body);
  };
  const measure = (file: Buffer): Promise<number | null> => videoSeconds(async (start, end) => file.subarray(start, end), file.length);

  it('finds the header before and after the pictures', async () => {
    const movie = box('moov', movieHeader(95));
    const pictures = box('mdat', Buffer.alloc(5000));
    expect(await measure(Buffer.concat([box('ftyp', Buffer.alloc(16)), movie, pictures]))).toBe(95);
    expect(await measure(Buffer.concat([box('ftyp', Buffer.alloc(16)), pictures, movie]))).toBe(95);
  });

  it('answers null for a broken file, and does not run for ever', async () => {
    expect(await measure(Buffer.alloc(40))).toBeNull();
    expect(await measure(box('ftyp', Buffer.alloc(4)))).toBeNull();
    expect(await measure(Buffer.from('00000003mdat', 'latin1'))).toBeNull();
  });
});
