import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import type { OpenFile } from './files.service.js';
import { sendFile } from './send-file.js';

const content = Buffer.from('%PDF-1.7 0123456789');
const file: OpenFile = {
  id: 'f', sha256: 'a'.repeat(64), size: content.length, type: 'application/pdf', name: '研究报告.pdf', purpose: 'material', details: {}, createdBy: null, begunAt: null, createdAt: '2026-03-01T00:00:00.000Z',
  stream: (start = 0, end = content.length) => Readable.from([content.subarray(start, end)]),
};
const gone: OpenFile = {
  ...file,
  stream: () => new Readable({ read() { this.destroy(Object.assign(new Error('gone'), { code: 'ENOENT' })); } }),
};

describe('sendFile', () => {
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    server = fastify();
    // As the application does it: an object is sent, whatever was prepared before.
    server.setErrorHandler((_error, _request, reply) => reply.status(500).send({ code: 'INTERNAL' }));
    server.get('/file', async (_request, reply) => sendFile(reply, file));
    server.get('/masked', async (_request, reply) => sendFile(reply, { ...file, type: 'text/csv' }, { name: 'A-017.csv' }));
    server.get('/gone', async (_request, reply) => sendFile(reply, gone));
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it('sends it whole, to be shown, never run as ours', async () => {
    const answer = await fetch(`${url}/file`);
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, content]);
    expect(answer.headers.get('content-disposition')).toBe("inline; filename=\"____.pdf\"; filename*=UTF-8''%E7%A0%94%E7%A9%B6%E6%8A%A5%E5%91%8A.pdf");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is saved where it cannot be shown or is asked for, under the name that is given', async () => {
    expect((await fetch(`${url}/file?download`)).headers.get('content-disposition')).toMatch(/^attachment; /);
    const masked = await fetch(`${url}/masked`);
    expect(masked.headers.get('content-disposition')).toBe("attachment; filename=\"A-017.csv\"; filename*=UTF-8''A-017.csv");
    expect(masked.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('sends parts, refuses parts that do not exist, and nothing to whoever has it', async () => {
    const part = await fetch(`${url}/file`, { headers: { range: 'bytes=9-12' } });
    expect([part.status, await part.text(), part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, '0123', `bytes 9-12/${content.length}`, '4']);
    const beyond = await fetch(`${url}/file`, { headers: { range: 'bytes=900-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
    const again = await fetch(`${url}/file`, { headers: { 'if-none-match': `"${file.sha256}"` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers with an error, not a broken connection, when the bytes are gone', async () => {
    const answer = await fetch(`${url}/gone`);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('json');
    expect(answer.headers.get('content-disposition')).toBeNull();
  });
});
