import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Sessions } from '#libs/identity';
import { FILE_TYPES, Files, UploadPolicy, UploadSweeper, type FileType } from '#libs/platform';
import type { HttpClient } from '../support/http-client.js';
import { startSystem, type TestSystem } from '../support/system.js';

const TUS = { 'tus-resumable': '1.0.0' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

const pdf = (bytes = 3_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes), Buffer.from('\n%%EOF\n')]);

/** A zip with one entry; `claimed` is the size its directory claims. */
function zip(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe('uploads', () => {
  let system: TestSystem;
  let owner: HttpClient;
  let ownerCookie: Record<string, string>;
  let strangerCookie: Record<string, string>;

  const logIn = async (name: string): Promise<Record<string, string>> => {
    const account = await system.db.first<{ id: string }>(`INSERT INTO account (name, login_name) VALUES ($1, $1) RETURNING id`, [name]);
    const { token } = await system.api.get(Sessions).begin(account?.id ?? '');
    return { cookie: `qs_session=${token}` };
  };
  const begin = (size: number, name: string, cookie = ownerCookie, metadata: Record<string, string> = {}) =>
    owner.send('POST', '/api/uploads', undefined, {
      ...TUS, ...cookie, 'upload-length': String(size),
      'upload-metadata': Object.entries({ purpose: 'document', filename: name, ...metadata }).map(([key, value]) => `${key} ${base64(value)}`).join(','),
    });
  const patch = (location: string, offset: number, content: Uint8Array, cookie = ownerCookie) =>
    owner.send('PATCH', location, content, { ...TUS, ...cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) });
  const upload = async (content: Buffer, name: string, metadata: Record<string, string> = {}) => {
    const begun = await begin(content.length, name, ownerCookie, metadata);
    expect(begun.status).toBe(201);
    const location = begun.headers.get('location') ?? '';
    return { id: location.split('/').pop() ?? '', location, answer: await patch(location, 0, content) };
  };
  const refusal = async (content: Buffer, name: string) => {
    const { answer } = await upload(content, name);
    return { status: answer.status, code: (JSON.parse(answer.text || '{}') as { code?: string }).code };
  };

  beforeAll(async () => {
    system = await startSystem();
    system.api.get(UploadPolicy).declare('document', async () => ({ maxBytes: 50 * 1024 * 1024, types: Object.keys(FILE_TYPES) as FileType[] }));
    owner = system.client();
    ownerCookie = await logIn('owner');
    strangerCookie = await logIn('stranger');
  });
  afterAll(() => system.close());

  it('keeps a file with its hash, size, real type and cleaned name', async () => {
    const content = pdf();
    const { id, answer } = await upload(content, '../../etc/研究 报告\u202efdp.exe', { purpose: 'document', entryId: 'e-1' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('upload-file-id')).toBe(id);
    const files = system.api.get(Files);
    expect(await files.describe(id)).toMatchObject({
      sha256: createHash('sha256').update(content).digest('hex'), size: content.length, type: 'application/pdf', name: 'etc 研究 报告 fdp.exe.pdf', purpose: 'document', details: { entryId: 'e-1' },
    });
    expect(await files.readBuffer(id)).toEqual(content);
    expect(await files.isIntact(id)).toBe(true);
    const onDisk = readdirSync(join(system.config.settings.dataDir, 'files'), { recursive: true });
    expect(onDisk.every((path) => /^[0-9a-f]{2}(\/[0-9a-f-]{36})?$/.test(String(path)))).toBe(true);
  });

  it('goes on after the connection was cut in the middle of a chunk', async () => {
    const content = pdf(2_000_000);
    const begun = await begin(content.length, 'cut.pdf');
    const location = begun.headers.get('location') ?? '';
    const abort = new AbortController();
    const slowly = Readable.from((async function* () {
      for (let at = 0; at < content.length; at += 100_000) {
        yield content.subarray(at, at + 100_000);
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (at >= 800_000) abort.abort();
      }
    })());
    await expect(
      fetch(`${system.url}${location}`, {
        method: 'PATCH', body: Readable.toWeb(slowly) as never, duplex: 'half', signal: abort.signal,
        headers: { ...TUS, ...ownerCookie, origin: system.url, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      } as RequestInit),
    ).rejects.toThrow();
    let offset = 0;
    for (let tries = 0; tries < 50; tries++) {
      const head = await owner.send('HEAD', location, undefined, { ...TUS, ...ownerCookie });
      const now = Number(head.headers.get('upload-offset'));
      if (head.status === 200 && now > 0 && now === offset) break;
      offset = now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(content.length);
    const rest = await patch(location, offset, content.subarray(offset));
    expect(rest.status).toBe(204);
    expect(await system.api.get(Files).readBuffer(location.split('/').pop() ?? '')).toEqual(content);
  });

  it('tells a client whose last answer was lost that everything is there', async () => {
    const { location, id } = await upload(pdf(), 'lost.pdf');
    const head = await owner.send('HEAD', location, undefined, { ...TUS, ...ownerCookie });
    expect(head.headers.get('upload-offset')).toBe(head.headers.get('upload-length'));
    expect((await owner.get(location, ownerCookie)).body).toEqual({ id, state: 'finished', fileId: id });
  });

  it('shows an upload to nobody but its owner', async () => {
    const content = pdf();
    const location = (await begin(content.length, 'mine.pdf')).headers.get('location') ?? '';
    for (const answer of [await patch(location, 0, content, strangerCookie), await owner.send('HEAD', location, undefined, { ...TUS, ...strangerCookie }), await owner.send('DELETE', location, undefined, { ...TUS, ...strangerCookie }), await owner.get(location, strangerCookie)]) {
      expect(answer.status).toBe(404);
    }
    expect((await owner.get(location)).status).toBe(401);
    expect((await patch(location, 0, content)).status).toBe(204);
  });

  it('takes JPG, PNG, MP4, XLSX and CSV for what they are', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名单').addRow(['姓名', '学校']);
    const samples: [string, Buffer, string][] = [
      ['a.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), randomBytes(500), Buffer.from('ffd9', 'hex')]), 'image/jpeg'],
      ['b.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'image/png'],
      ['c.mp4', Buffer.concat([Buffer.from('00000018667479706d70343200000000', 'hex'), Buffer.from('mp42isom'), randomBytes(300)]), 'video/mp4'],
      ['d.xlsx', Buffer.from(await book.xlsx.writeBuffer()), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['e.csv', Buffer.from('姓名,学校\n买买提·吐尔逊,第一中学\n'), 'text/csv'],
    ];
    for (const [name, content, type] of samples) {
      const { id, answer } = await upload(content, name);
      expect([name, answer.status, answer.text]).toEqual([name, 204, '']);
      expect(await system.api.get(Files).describe(id)).toMatchObject({ type, name });
    }
  });

  it('refuses what is not what it says: a renamed program, a page, a cut PDF, a PDF behind a program', async () => {
    const program = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), randomBytes(2_000)]);
    expect(await refusal(program, '报告.pdf')).toEqual({ status: 422, code: 'FILE_TYPE_UNKNOWN' });
    expect(await refusal(Buffer.from('<html><script>alert(1)</script></html>'), 'page.pdf')).toEqual({ status: 422, code: 'FILE_TYPE_UNKNOWN' });
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000)]), 'cut.pdf')).toEqual({ status: 422, code: 'FILE_TYPE_DAMAGED' });
    expect((await refusal(Buffer.concat([program, pdf()]), 'both.pdf')).status).toBe(422);
  });

  it('refuses zip bombs, honest and lying ones, and office files with macros', async () => {
    const zeros = Buffer.alloc(150 * 1024 * 1024);
    expect(await refusal(zip('xl/workbook.xml', zeros), '说明.pdf')).toEqual({ status: 422, code: 'FILE_TYPE_BOMB' });
    expect(await refusal(zip('xl/workbook.xml', zeros, 1_000), 'small.xlsx')).toEqual({ status: 422, code: 'FILE_TYPE_BOMB' });
    expect(await refusal(zip('readme.txt', Buffer.from('hello')), 'archive.xlsx')).toEqual({ status: 422, code: 'FILE_TYPE_UNKNOWN' });
    const ExcelWithMacros = new ExcelJS.Workbook();
    ExcelWithMacros.addWorksheet('a');
    const plain = Buffer.from(await ExcelWithMacros.xlsx.writeBuffer());
    const renamed = Buffer.from(plain.toString('latin1').replaceAll('xl/theme/theme1.xml', 'xl/x/vbaProject.bin'), 'latin1');
    expect(await refusal(renamed, 'macros.xlsx')).toEqual({ status: 422, code: 'FILE_TYPE_MACROS' });
  });

  it('keeps the limits of the purpose, before a byte is sent and while it comes', async () => {
    system.api.get(UploadPolicy).declare('test.small', async () => ({ maxBytes: 10_000, types: ['image/png'] }));
    const tooLarge = await begin(20_000, 'x.png', ownerCookie, { purpose: 'test.small' });
    expect([tooLarge.status, JSON.parse(tooLarge.text)]).toEqual([413, expect.objectContaining({ code: 'FILE_TOO_LARGE', message: expect.stringContaining('MB') })]);
    const unknown = await begin(20, 'x.png', ownerCookie, { purpose: 'nothing' });
    expect([unknown.status, (JSON.parse(unknown.text) as { code: string }).code]).toEqual([400, 'UPLOAD_PURPOSE_UNKNOWN']);
    const begun = await begin(100, 'x.png', ownerCookie, { purpose: 'test.small' });
    expect((await patch(begun.headers.get('location') ?? '', 0, randomBytes(5_000))).status).toBeGreaterThanOrEqual(400);
    const content = pdf();
    const wrong = await begin(content.length, 'x.png', ownerCookie, { purpose: 'test.small' });
    const answer = await patch(wrong.headers.get('location') ?? '', 0, content);
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([422, 'FILE_TYPE_NOT_WANTED']);
    expect((await begin(0, 'empty.pdf')).status).toBe(400);
  });

  it('limits how many uploads one account keeps open, and sweeps abandoned ones', async () => {
    const cookie = await logIn('many');
    for (let i = 0; i < 20; i++) expect((await begin(100, `${i}.pdf`, cookie)).status).toBe(201);
    expect((await begin(100, 'one more.pdf', cookie)).status).toBe(429);
    system.clock.advance(25 * 3_600_000);
    expect(await system.api.get(UploadSweeper).sweep()).toBeGreaterThanOrEqual(20);
    system.clock.set(new Date());
    expect((await begin(100, 'again.pdf', cookie)).status).toBe(201);
  });

  it('takes several chunks at once for one upload without mixing them', async () => {
    const content = pdf(400_000);
    const location = (await begin(content.length, 'race.pdf')).headers.get('location') ?? '';
    const answers = await Promise.all([patch(location, 0, content), patch(location, 0, content), patch(location, 0, content)]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    expect(await system.api.get(Files).isIntact(location.split('/').pop() ?? '')).toBe(true);
  });
});
