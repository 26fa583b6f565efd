import { createReadStream } from 'node:fs';
import { access, constants, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../config.js';
import type { ByteSource } from './byte-source.js';

/** Where bytes lie. Keys are made by us (folder and id); nothing that a person typed is ever part of one. */
export interface FileStore {
  readonly kind: 'disk' | 's3';
  open(key: string): Promise<ByteSource>;
  put(key: string, content: Buffer): Promise<void>;
  /** Makes a finished upload's bytes a file; answers the key they have from then on. */
  adoptUpload(uploadId: string): Promise<string>;
  uploadSource(uploadId: string): Promise<ByteSource>;
  /** Removes the bytes of an upload that is no file; those of one that is stay. */
  discardUpload(uploadId: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** @throws when nothing can be stored */
  check(): Promise<void>;
}

const SAFE_KEY = /^[a-z0-9]+(\/[a-z0-9-]+)*$/;

export class DiskStore implements FileStore {
  readonly kind = 'disk';
  private readonly folder: string;
  readonly uploadFolder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'files');
    this.uploadFolder = join(dataDir, 'uploads');
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

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
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
    stream: (start = 0, end = size) => (end <= start ? emptyStream() : createReadStream(path, { start, end: end - 1 })),
  };
}

export class S3Store implements FileStore {
  readonly kind = 's3';
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    this.client = new S3Client(s3ClientConfig(settings));
  }

  async open(key: string): Promise<ByteSource> {
    const { bucket: Bucket } = this.settings;
    const { ContentLength: size = 0 } = await this.client.send(new HeadObjectCommand({ Bucket, Key: key }));
    const get = async (start: number, end: number): Promise<Readable> => {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=${start}-${end - 1}` }));
      return Body as Readable;
    };
    return {
      size,
      async read(start, end) {
        if (Math.min(end, size) <= start) return Buffer.alloc(0);
        const chunks: Buffer[] = [];
        for await (const chunk of await get(start, Math.min(end, size))) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      },
      stream(start = 0, end = size) {
        if (end <= start) return emptyStream();
        const through = new PassThrough();
        get(start, end).then((body) => pipeline(body, through)).catch((error: Error) => through.destroy(error));
        return through;
      },
    };
  }

  uploadSource(uploadId: string): Promise<ByteSource> {
    return this.open(uploadId);
  }

  async put(key: string, content: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.settings.bucket, Key: key, Body: content }));
  }

  async adoptUpload(uploadId: string): Promise<string> {
    return uploadId;
  }

  async discardUpload(uploadId: string): Promise<void> {
    for (const key of [uploadId, `${uploadId}.info`, `${uploadId}.part`]) await this.remove(key);
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key }));
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
  }
}

export const s3ClientConfig = (settings: S3Settings) => ({
  region: settings.region,
  endpoint: settings.endpoint,
  forcePathStyle: settings.forcePathStyle,
  credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
});

function emptyStream(): Readable {
  const stream = new PassThrough();
  stream.end();
  return stream;
}

