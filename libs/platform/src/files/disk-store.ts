import { createReadStream } from 'node:fs';
import { access, constants, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore as TusFileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';
import type { ByteSource } from './byte-source.js';
import { FileStore } from './file-store.js';

const SAFE_KEY = /^[a-z0-9]+(\/[a-z0-9-]+)*$/;

/** Files in the data folder, readable by this user alone. */
export class DiskStore extends FileStore {
  readonly kind = 'disk';
  readonly tusStore: DataStore;
  private readonly folder: string;
  private readonly uploadFolder: string;

  constructor(dataDir: string) {
    super();
    this.folder = join(dataDir, 'files');
    this.uploadFolder = join(dataDir, 'uploads');
    this.tusStore = new TusFileStore({ directory: this.uploadFolder });
  }

  async open(key: string): Promise<ByteSource> {
    return diskSource(this.path(key));
  }

  uploadSource(uploadId: string): Promise<ByteSource> {
    return diskSource(join(this.uploadFolder, uploadId));
  }

  async put(key: string, content: Buffer): Promise<void> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}-new`, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}-new`, path);
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /** A second name for the same bytes, so that a client whose connection was cut at the very end can still ask how far it came. */
  async adoptUpload(uploadId: string): Promise<string> {
    const key = `${uploadId.slice(0, 2)}/${uploadId}`;
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const uploaded = join(this.uploadFolder, uploadId);
    try {
      await link(uploaded, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return key;
      await copyFile(uploaded, path);
    }
    return key;
  }

  async discardUpload(uploadId: string): Promise<void> {
    for (const name of [uploadId, `${uploadId}.json`]) await rm(join(this.uploadFolder, name), { force: true });
  }

  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await access(this.folder, constants.W_OK);
  }

  private path(key: string): string {
    if (!SAFE_KEY.test(key)) throw new Error('Not a key of ours');
    return join(this.folder, key);
  }
}

async function diskSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    async read(start, end) {
      const handle = await open(path, 'r');
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(end, size) - start));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: (start = 0, end = size) => (end <= start ? Readable.from([]) : createReadStream(path, { start, end: end - 1 })),
  };
}
