import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface MultipartUpload {
  key: string;
  metadata: Record<string, string>;
  parts: Map<number, Buffer>;
}

interface StoredObject {
  content: Buffer;
  metadata: Record<string, string>;
}

/** Takes apart the SDK's chunked uploads: `<hex size>;extensions CRLF data CRLF`, ended by a chunk of size 0 and trailers. */
function decodeChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, lineEnd).split(';')[0] ?? '', 16);
    if (!size) break;
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

const metadataOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-')).map(([name, value]) => [name, String(value)]));
const xml = (root: string, inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><${root}>${inner}</${root}>`;

/** The part of S3's HTTP interface that file storage and tus use, in memory, with one bucket and no check of signatures. */
export class MemoryS3 {
  readonly objects = new Map<string, StoredObject>();
  private readonly uploads = new Map<string, MultipartUpload>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private constructor(readonly bucket: string) {}

  static async start(bucket: string): Promise<MemoryS3> {
    const s3 = new MemoryS3(bucket);
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const body = String(request.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-') ? decodeChunks(sent) : sent;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const [, bucket = '', ...path] = decodeURIComponent(pathname).split('/');
    const key = path.join('/');
    if (bucket !== this.bucket) return void response.writeHead(404).end(request.method === 'HEAD' ? '' : xml('Error', '<Code>NoSuchBucket</Code>'));
    const uploadId = searchParams.get('uploadId');
    if (uploadId !== null || searchParams.has('uploads')) return this.answerMultipart(request, response, key, uploadId, searchParams, body);
    if (request.method === 'POST' && searchParams.has('delete')) {
      for (const [, deleted = ''] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) this.objects.delete(deleted);
      return void response.writeHead(200).end(xml('DeleteResult', ''));
    }
    if (request.method === 'PUT') {
      this.objects.set(key, { content: body, metadata: metadataOf(request) });
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    return this.answerRead(request, response, key);
  }

  private answerRead(request: IncomingMessage, response: ServerResponse, key: string): void {
    if (key === '') return void response.writeHead(200).end();
    const stored = this.objects.get(key);
    if (!stored) return void response.writeHead(404).end(request.method === 'HEAD' ? '' : xml('Error', '<Code>NoSuchKey</Code>'));
    const [, from = '0', to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = to === undefined ? stored.content : stored.content.subarray(Number(from), Number(to) + 1);
    response.writeHead(to === undefined ? 200 : 206, { 'content-length': part.length, etag: '"x"', ...stored.metadata });
    response.end(request.method === 'HEAD' ? undefined : part);
  }

  private answerMultipart(request: IncomingMessage, response: ServerResponse, key: string, uploadId: string | null, query: URLSearchParams, body: Buffer): void {
    if (uploadId === null) {
      const id = randomUUID();
      this.uploads.set(id, { key, metadata: metadataOf(request), parts: new Map() });
      return void response.writeHead(200).end(xml('InitiateMultipartUploadResult', `<Bucket>${this.bucket}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId>`));
    }
    const upload = this.uploads.get(uploadId);
    if (!upload) return void response.writeHead(404).end(xml('Error', '<Code>NoSuchUpload</Code>'));
    if (request.method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body);
      return void response.writeHead(200, { etag: `"${query.get('partNumber')}"` }).end();
    }
    if (request.method === 'DELETE') {
      this.uploads.delete(uploadId);
      return void response.writeHead(204).end();
    }
    const parts = [...upload.parts].sort(([a], [b]) => a - b);
    if (request.method === 'GET') {
      const list = parts.map(([number, content]) => `<Part><PartNumber>${number}</PartNumber><ETag>"${number}"</ETag><Size>${content.length}</Size></Part>`).join('');
      return void response.writeHead(200).end(xml('ListPartsResult', `<Key>${upload.key}</Key><IsTruncated>false</IsTruncated>${list}`));
    }
    this.objects.set(upload.key, { content: Buffer.concat(parts.map(([, content]) => content)), metadata: upload.metadata });
    this.uploads.delete(uploadId);
    response.writeHead(200).end(xml('CompleteMultipartUploadResult', `<Bucket>${this.bucket}</Bucket><Key>${upload.key}</Key><ETag>"x"</ETag>`));
  }
}
