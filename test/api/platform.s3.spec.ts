import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '#libs/identity';
import { Files, UploadPolicy, UploadSweeper } from '#libs/platform';
import { MemoryS3 } from '../support/memory-s3.js';
import { startSystem, type TestSystem } from '../support/system.js';

const TUS = { 'tus-resumable': '1.0.0' };

describe('files in S3', () => {
  let s3: MemoryS3;
  let system: TestSystem;
  let cookie: Record<string, string>;
  beforeAll(async () => {
    s3 = await MemoryS3.start('materials');
    system = await startSystem({ env: { S3_ENDPOINT: s3.url, S3_BUCKET: 'materials', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' } });
    system.api.get(UploadPolicy).declare('document', async () => ({ maxBytes: 50 * 1024 * 1024, types: ['application/pdf'] }));
    const account = await system.db.first<{ id: string }>(`INSERT INTO account (name, login_name) VALUES ('x', 'x') RETURNING id`);
    cookie = { cookie: `qs_session=${(await system.api.get(Sessions).begin(account?.id ?? '')).token}` };
  });
  afterAll(async () => {
    await system.close();
    await s3.stop();
  });

  const begin = async (size: number): Promise<string> => {
    const begun = await system.client().send('POST', '/api/uploads', undefined, { ...TUS, ...cookie, 'upload-length': String(size), 'upload-metadata': `purpose ${Buffer.from('document').toString('base64')},filename ${Buffer.from('报告.pdf').toString('base64')}` });
    expect([begun.status, begun.text]).toEqual([201, '']);
    return begun.headers.get('location') ?? '';
  };
  const patch = (location: string, offset: number, content: Uint8Array) =>
    system.client().send('PATCH', location, content, { ...TUS, ...cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) });

  it('stores an upload that comes in parts, whole and with its hash', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(12 * 1024 * 1024), Buffer.from('\n%%EOF\n')]);
    const location = await begin(content.length);
    const cut = 7 * 1024 * 1024;
    expect((await patch(location, 0, content.subarray(0, cut))).status).toBe(204);
    const head = await system.client().send('HEAD', location, undefined, { ...TUS, ...cookie });
    expect(head.headers.get('upload-offset')).toBe(String(cut));
    const last = await patch(location, cut, content.subarray(cut));
    expect([last.status, last.text]).toEqual([204, '']);
    const files = system.api.get(Files);
    const id = location.split('/').pop() ?? '';
    expect(await files.describe(id)).toMatchObject({ sha256: createHash('sha256').update(content).digest('hex'), size: content.length, type: 'application/pdf', name: '报告.pdf' });
    expect(await files.isIntact(id)).toBe(true);
    const part: Buffer[] = [];
    for await (const chunk of (await files.open(id)).stream(9, 20)) part.push(chunk as Buffer);
    expect(Buffer.concat(part)).toEqual(content.subarray(9, 20));
  });

  it('throws away what it refuses and what nobody finished', async () => {
    const location = await begin(5_000);
    expect((await patch(location, 0, randomBytes(5_000))).status).toBe(422);
    const id = location.split('/').pop() ?? '';
    expect([...s3.objects.keys()].filter((key) => key.startsWith(id))).toEqual([]);
    const left = (await begin(9_000)).split('/').pop() ?? '';
    system.clock.advance(25 * 3_600_000);
    await system.api.get(UploadSweeper).sweep();
    expect([...s3.objects.keys()].filter((key) => key.startsWith(left))).toEqual([]);
  });

  it('stores what the program makes, and notices when the store\'s bytes have changed', async () => {
    const files = system.api.get(Files);
    const kept = await files.putBuffer({ content: Buffer.from('姓名,学校\n甲,乙\n'), name: '名单.csv', purpose: 'export' });
    expect((await files.readBuffer(kept.id)).toString()).toBe('姓名,学校\n甲,乙\n');
    for (const stored of s3.objects.values()) stored.content = Buffer.concat([stored.content, Buffer.from('x')]);
    expect(await files.isIntact(kept.id)).toBe(false);
    expect((await system.client().get('/api/ready')).body.parts.storage).toEqual({ ok: true });
  });
});
