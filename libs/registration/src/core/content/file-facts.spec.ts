import { describe, expect, it } from '@jest/globals';
import { exifTexts } from './exif-texts.js';
import type { ReadRange } from './media-measures.js';
import { movieTexts } from './movie-texts.js';
import { unpacksSensibly } from './pdf-streams.js';
import { xmpTexts } from './xmp-texts.js';

/** A TIFF block with one directory of ASCII and byte tags. */
function tiff(tags: [number, number, Buffer][], little: boolean): Buffer {
  const head = 8 + 2 + tags.length * 12 + 4;
  const block = Buffer.alloc(head + tags.reduce((sum, [, , value]) => sum + value.length, 0));
  const short = (value: number, at: number): unknown => (little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at));
  const long = (value: number, at: number): unknown => (little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at));
  block.write(little ? 'II*\0' : 'MM\0*', 'latin1');
  long(8, 4);
  short(tags.length, 8);
  let values = head;
  for (const [index, [tag, type, value]] of tags.entries()) {
    const at = 10 + index * 12;
    short(tag, at);
    short(type, at + 2);
    long(value.length, at + 4);
    if (value.length <= 4) value.copy(block, at + 8);
    else long(values, at + 8);
    value.copy(block, values);
    values += value.length;
  }
  return block;
}

describe('Exif', () => {
  it.each([true, false])('gives its texts by name (little endian: %s)', (little) => {
    const block = tiff([
      [0x013b, 2, Buffer.from('黄小佳\0')], [0x010e, 2, Buffer.from([0xc7, 0xe0, 0xba, 0xc9, 0xd6, 0xd0, 0xd1, 0xa7, 0])], [0x9c9d, 1, Buffer.from('谭云岭\0', 'utf16le')],
      [0x9286, 7, Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from('我校', 'utf16le')])], [0x010f, 2, Buffer.from('abc\0')],
    ], little);
    expect(exifTexts(block)).toEqual([['Artist', '黄小佳'], ['ImageDescription', '青荷中学'], ['XPAuthor', '谭云岭'], ['UserComment', '我校'], ['Make', 'abc']]);
    expect(exifTexts(Buffer.concat([Buffer.from('Exif\0\0'), block]))).toHaveLength(5);
  });

  it('comes to an end with torn and circular blocks', () => {
    const block = tiff([[0x8769, 4, Buffer.from([8, 0, 0, 0])], [0x013b, 2, Buffer.from('Huang Xiaojia\0')]], true);
    expect(exifTexts(block)).toEqual([['Artist', 'Huang Xiaojia']]);
    for (let length = 0; length < block.length; length++) expect(() => exifTexts(block.subarray(0, length))).not.toThrow();
  });
});

describe('XMP', () => {
  it('gives elements, list items and attributes', () => {
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><rdf:Description rdf:about="" photoshop:City="长沙" xmlns:dc="d">
      <dc:creator><rdf:Seq><rdf:li>黄小佳 &amp; 谭</rdf:li></rdf:Seq></dc:creator><dc:title>标题&#x4e00;</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(xmpTexts(packet)).toEqual([['photoshop:City', '长沙'], ['dc:creator', '黄小佳 & 谭'], ['dc:title', '标题一']]);
  });
  it('is quick with what looks like XMP', () => {
    const begun = performance.now();
    for (const packet of [`<a:b ${'c="'.repeat(50_000)}`, '<a:b'.repeat(50_000), `<a:b${' x'.repeat(50_000)}`, `<a:b ${"c:d='e' ".repeat(20_000)}`]) xmpTexts(packet);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('MP4', () => {
  const box = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  it('gives what it says about itself', async () => {
    const place = Buffer.concat([Buffer.from([0xa9]), Buffer.from('xyz', 'latin1')]);
    const file = box('moov', Buffer.concat([box('trak', box('udta', Buffer.from('青荷中学'))), box('udta', place)]));
    const read: ReadRange = async (start, end) => file.subarray(start, end);
    const texts = await movieTexts(read, file.length);
    expect(texts).toEqual(expect.arrayContaining([['udta', '青荷中学'], ['GPS', 'GPS']]));
  });
});

describe('a PDF', () => {
  it('may hold large scans, but nothing that bursts or is packed twice', async () => {
    const stream = (dictionary: string): Buffer => Buffer.from(`%PDF-1.4\n4 0 obj\n<< ${dictionary} >>\nstream\nxxxx\nendstream\nendobj\n%%EOF`);
    expect(await unpacksSensibly(stream('/Subtype /Image /Width 9000 /Height 9000 /Filter /FlateDecode'), 100_000_000)).toBe(true);
    expect(await unpacksSensibly(stream('/Subtype /Image /Width 90000 /Height 90000 /Filter /FlateDecode'), 100_000_000)).toBe(false);
    expect(await unpacksSensibly(stream('/Filter [/FlateDecode /FlateDecode]'), 1)).toBe(false);
    expect(await unpacksSensibly(stream('/Filter /FlateDecode'), 1)).toBe(true);
  });
});
