import { describe, expect, it } from '@jest/globals';
import { videoSeconds } from './media-measures.js';

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
