import { sha256Hex } from '#libs/scoring';

export interface CachedReply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

/** Sends `body` with its ETag, or 304 without a body when the caller already holds it. `known` is the If-None-Match header. */
export function answerCached<T>(reply: CachedReply, known: string | undefined, body: T): T | undefined {
  const tag = `"${sha256Hex(JSON.stringify(body)).slice(0, 32)}"`;
  reply.header('etag', tag);
  reply.header('cache-control', 'public, max-age=5, must-revalidate');
  reply.header('vary', 'accept-language');
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    reply.status(304);
    return undefined;
  }
  return body;
}
