import type { Readable } from 'node:stream';

/** Bytes that can be read at any place, wherever they are stored. `end` is not included. */
export interface ByteSource {
  size: number;
  read(start: number, end: number): Promise<Buffer>;
  stream(start?: number, end?: number): Readable;
}
