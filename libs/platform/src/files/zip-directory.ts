import { inflateRaw } from 'node:zlib';
import type { ByteSource } from './byte-source.js';

export interface ZipEntry {
  name: string;
  compressed: number;
  uncompressed: number;
  method: number;
  headerAt: number;
}

/** What an office file of ours may unpack to. Real ones stay far below; a zip bomb does not. */
export const ZIP_LIMITS = { entries: 5_000, bytes: 256 * 1024 * 1024, entryBytes: 128 * 1024 * 1024, directoryBytes: 8 * 1024 * 1024 };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/** The entries that a zip file's directory lists; undefined when it has none that can be read. */
export async function zipDirectory(source: ByteSource): Promise<ZipEntry[] | undefined> {
  const tail = await source.read(Math.max(0, source.size - 65_557), source.size);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END_SIGNATURE) at--;
  if (at < 0) return undefined;
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (length > ZIP_LIMITS.directoryBytes || start + length > source.size) return undefined;
  const directory = await source.read(start, start + length);
  const entries: ZipEntry[] = [];
  let place = 0;
  while (place + 46 <= directory.length && entries.length < count) {
    if (directory.readUInt32LE(place) !== ENTRY_SIGNATURE) return undefined;
    const nameLength = directory.readUInt16LE(place + 28);
    entries.push({
      method: directory.readUInt16LE(place + 10),
      compressed: directory.readUInt32LE(place + 20),
      uncompressed: directory.readUInt32LE(place + 24),
      headerAt: directory.readUInt32LE(place + 42),
      name: directory.toString('utf8', place + 46, place + 46 + nameLength),
    });
    place += 46 + nameLength + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
  }
  return entries.length === count ? entries : undefined;
}

/**
 * Whether unpacking stays within ZIP_LIMITS. The sizes in the directory may lie, so every entry is unpacked with its stated size
 * as the limit.
 */
export async function unpacksWithinLimits(source: ByteSource, entries: ZipEntry[]): Promise<boolean> {
  if (entries.length > ZIP_LIMITS.entries) return false;
  if (entries.some((entry) => entry.uncompressed > ZIP_LIMITS.entryBytes)) return false;
  if (entries.reduce((sum, entry) => sum + entry.uncompressed, 0) > ZIP_LIMITS.bytes) return false;
  for (const entry of entries) if (!(await keepsItsSize(source, entry))) return false;
  return true;
}

async function keepsItsSize(source: ByteSource, entry: ZipEntry): Promise<boolean> {
  if (entry.method === 0) return entry.compressed === entry.uncompressed;
  if (entry.method !== 8) return false;
  const header = await source.read(entry.headerAt, entry.headerAt + 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_SIGNATURE) return false;
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.compressed > source.size) return false;
  const packed = await source.read(start, start + entry.compressed);
  return new Promise((resolve) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, entry.uncompressed) }, (error, unpacked) => resolve(!error && unpacked.length === entry.uncompressed));
  });
}
