import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { OpenFile } from './files.service.js';

/** The reply object of a handler that sends a file itself: `@Res() reply: FileReply`. */
export type FileReply = FastifyReply;

/** Types that a browser may show in the page; everything else is saved. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'video/mp4']);

/** Nothing in the file may load or run anything. Browsers' own PDF readers do not work in a sandbox; they run no scripts of ours. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** RFC 5987: an ASCII stand-in for old readers and the real name in UTF-8. */
export function contentDisposition(name: string, inline: boolean): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** One range of a `Range` header as [start, end); undefined = send all; null = cannot be satisfied. */
export function byteRange(header: string | undefined, size: number): [number, number] | undefined | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 || size === 0 ? null : [Math.max(0, size - last), size];
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size : Math.min(Number(match[2]) + 1, size);
  return start >= size || end <= start ? null : [start, end];
}

/**
 * Sends a stored file: never run as a page of ours, with its real name, in parts if asked for. `name` replaces the stored name
 * (blind review shows none of the uploader's). `cacheControl` is for files that are everybody's.
 */
export async function sendFile(reply: FileReply, file: OpenFile, options: { inline?: boolean; name?: string; cacheControl?: string } = {}): Promise<void> {
  const { request } = reply;
  const cacheControl = options.cacheControl ?? 'private, no-cache';
  const query = request.query as { download?: string } | undefined;
  const inline = options.inline ?? (SHOWN.has(file.type) && query?.download === undefined);
  const tag = `"${file.sha256}"`;
  if (request.headers['if-none-match'] === tag) {
    await reply.status(304).header('etag', tag).header('cache-control', cacheControl).send();
    return;
  }
  const range = byteRange(request.headers.range, file.size);
  if (range === null) {
    await reply.status(416).header('content-range', `bytes */${file.size}`).header('content-type', 'text/plain').send('');
    return;
  }
  const [start, end] = range ?? [0, file.size];
  const stream = file.stream(start, end);
  // Bytes that are gone must become an answer, not a broken connection: so nothing is promised before they come.
  await Promise.race([once(stream, 'readable'), once(stream, 'end')]);
  if (range) void reply.header('content-range', `bytes ${start}-${end - 1}/${file.size}`);
  await reply
    .status(range ? 206 : 200)
    .header('content-type', file.type)
    .header('content-length', String(end - start))
    .header('content-disposition', contentDisposition(options.name ?? file.name, inline))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', file.type === 'application/pdf' ? PDF_POLICY : `${PDF_POLICY}; sandbox`)
    .header('cache-control', cacheControl)
    .header('accept-ranges', 'bytes')
    .header('etag', tag)
    .send(stream);
}
