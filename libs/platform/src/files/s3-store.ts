import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { S3Store as TusS3Store } from '@tus/s3-store';
import type { DataStore } from '@tus/server';
import type { S3Settings } from '../config.js';
import type { ByteSource } from './byte-source.js';
import { FileStore } from './file-store.js';

/** Files in a bucket of any S3-compatible store. */
export class S3Store extends FileStore {
  readonly kind = 's3';
  readonly tusStore: DataStore;
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    const client = {
      region: settings.region,
      endpoint: settings.endpoint,
      forcePathStyle: settings.forcePathStyle,
      credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    };
    this.client = new S3Client(client);
    this.tusStore = new TusS3Store({ s3ClientConfig: { ...client, bucket: settings.bucket }, useTags: false });
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
        if (end <= start) return Readable.from([]);
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

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key }));
  }

  async adoptUpload(uploadId: string): Promise<string> {
    return uploadId;
  }

  async discardUpload(uploadId: string): Promise<void> {
    for (const key of [uploadId, `${uploadId}.info`, `${uploadId}.part`]) await this.client.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key }));
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
  }
}
