import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { textPdf } from '../support/made-files.js';
import { must, pdf, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const TUS = { 'tus-resumable': '1.0.0' };
let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
});

const metadata = (entryId: string, slot: string): string =>
  Object.entries({ filename: '报告.pdf', purpose: 'material', entryId, slot }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');

async function begin(entryId: string, slot: string, size: number): Promise<{ status: number; location: string; text: string }> {
  const { client } = await desk.cast.as('coach');
  const answer = await client.send('POST', '/api/uploads', undefined, { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata(entryId, slot) });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: answer.text };
}

const send = async (location: string, content: Buffer, offset = 0): Promise<number> =>
  (await (await desk.cast.as('coach')).client.send('PATCH', location, content.subarray(offset), { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) })).status;

const put = async (entryId: string, slot: string, location: string) => (await desk.cast.as('coach')).client.post(desk.url(entryId, '/materials'), { slot, fileId: location.split('/').pop() });

describe('an upload over a poor line', () => {
  it('comes whole though the line is cut again and again', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete();
    const content = textPdf({ more: [`<< /Length 6000000 >>\nstream\n${randomBytes(3_000_000).toString('hex')}\nendstream`] });
    const { location } = await begin(view.id, 'raw', content.length);
    const proxy = await TcpProxy.before(system.url, 80);
    const at = new URL(location, system.url).pathname;
    const far = proxy.through(new URL(at, system.url).href);
    let cuts = 0;
    for (let tries = 0; tries < 40; tries++) {
      const head = await fetch(new URL(at, system.url), { method: 'HEAD', headers: { ...TUS, cookie: client.cookieHeader() } });
      const offset = Number(head.headers.get('upload-offset'));
      if (offset === content.length) break;
      const piece = content.subarray(offset, offset + 1_500_000);
      // Half of the piece goes on its way, then the line goes dead.
      const cut = tries % 2 === 0;
      let left = 0;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          if (left >= piece.length) return controller.close();
          controller.enqueue(new Uint8Array(piece.subarray(left, left + 65_536)));
          left += 65_536;
          if (cut && left > piece.length / 2) {
            cuts++;
            await proxy.cut();
            await proxy.mend();
          }
        },
      });
      await fetch(far, {
        method: 'PATCH', body, duplex: 'half', headers: { ...TUS, cookie: client.cookieHeader(), origin: new URL(far).origin, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      } as RequestInit).catch(() => undefined);
      // The server notices a dead line a moment later.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await proxy.cut();
    expect(cuts).toBeGreaterThan(2);
    const after = must<any>(await put(view.id, 'raw', location));
    const digest = createHash('sha256').update(content).digest('hex');
    expect(after.materials.some((file: any) => file.sha256 === digest)).toBe(true);
  });
});

describe('at the deadline', () => {
  const grace = async (minutes: number): Promise<void> => {
    const office = await desk.cast.as('province_admin');
    const { document } = must<any>(await office.client.get(`/api/editions/${desk.editionId}/rulebook`));
    document.calendar.uploadGraceMinutes = minutes;
    must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/amendments`, { document, reason: '给网络不好的学校上传宽限' }));
  };

  it('an upload begun in time is refused after the end without a grace, and taken within one; then the entry can be handed in', async () => {
    await desk.moveTo('2026-12-01T09:30:00+08:00');
    const [without, within, beyond] = [await desk.complete(), await desk.complete(), await desk.complete()];
    const content = (mark: string): Buffer => pdf(9, mark);
    await desk.moveTo('2027-01-31T16:50:00+08:00');
    const begun = new Map<string, string>();
    for (const view of [without, within, beyond]) begun.set(view.id, (await begin(view.id, 'report', content(view.id).length)).location);

    system.clock.set(new Date('2027-01-31T17:04:00+08:00'));
    for (const view of [without, within, beyond]) expect(await send(begun.get(view.id) ?? '', content(view.id))).toBe(204);
    expect(await put(without.id, 'report', begun.get(without.id) ?? '')).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });

    await grace(10);
    const { client } = await desk.cast.as('coach');
    const taken = must<any>(await put(within.id, 'report', begun.get(within.id) ?? ''));
    expect(taken.materials.find((file: any) => file.slot === 'report')).toMatchObject({ pages: 9, number: 2 });
    expect(taken.deadline).toMatchObject({ closesAt: '2027-01-31T09:10:00.000Z', uploadsUntil: '2027-01-31T09:10:00.000Z' });
    expect((await begin(within.id, 'report', 2_000))).toMatchObject({ status: 409, text: expect.stringContaining('DEADLINE_PASSED') });
    expect((await client.patch(desk.url(within.id), { version: taken.version, parts: { title: '太迟的题目' } })).body.code).toBe('DEADLINE_PASSED');
    expect(must<any>(await client.post(desk.url(within.id, '/submit'), { version: taken.version })).state).toBe('submitted');
    const other = must<any>(await client.get(desk.url(without.id)));
    expect((await client.post(desk.url(without.id, '/submit'), { version: other.version })).body.code).toBe('DEADLINE_PASSED');

    system.clock.set(new Date('2027-01-31T17:10:00+08:00'));
    expect(await put(beyond.id, 'report', begun.get(beyond.id) ?? '')).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });
    await desk.moveTo('2026-12-01T10:00:00+08:00');
  });
});

describe('consents', () => {
  const child = { birthDate: '2013-01-15' };
  const address = (link: string): string => `/api/public/consents/${new URL(link).pathname.split('/').pop()}`;
  const say = (decision: string): Record<string, unknown> => ({ decision, guardianName: '陈父', relation: 'father', textVersion: '2025-1' });
  const link = async (view: any): Promise<{ to: string; expiresAt: string }> => {
    const answer = must<any>(await (await desk.cast.as('coach')).client.post(desk.url(view.id, `/members/${view.members[0].id}/consent-link`)));
    return { to: address(answer.link), expiresAt: answer.expiresAt };
  };

  it('are kept by the database too: nothing of a child leaves the draft behind the services\' back', async () => {
    const view = await desk.complete(child);
    const leave = (state: string) => system.db.query('UPDATE entry SET state = $2 WHERE id = $1', [view.id, state]);
    await expect(leave('submitted')).rejects.toMatchObject({ driverError: { constraint: 'entry_consents' } });
    await expect(leave('county_recommended')).rejects.toMatchObject({ driverError: { constraint: 'entry_consents' } });
    const { to } = await link(view);
    must(await system.client().post(to, say('refused')));
    await expect(leave('submitted')).rejects.toMatchObject({ driverError: { constraint: 'entry_consents' } });
    const renewed = await link(view);
    must(await system.client().post(renewed.to, say('granted')));
    const { client } = await desk.cast.as('coach');
    const { version } = must<any>(await client.get(desk.url(view.id)));
    expect(must<any>(await client.post(desk.url(view.id, '/submit'), { version })).state).toBe('submitted');
  });

  it('can be taken back by the first link after it was renewed, and by the renewed one; the school is told', async () => {
    const school = await desk.cast.as('school_admin');
    for (const which of ['first', 'renewed'] as const) {
      const view = await desk.complete(child);
      const first = await link(view);
      must(await system.client().post(first.to, say('granted')));
      const renewed = await link(view);
      expect(must<any>(await system.client().get(renewed.to)).state).toBe('granted');
      const { client } = await desk.cast.as('coach');
      const { version } = must<any>(await client.get(desk.url(view.id)));
      must(await client.post(desk.url(view.id, '/submit'), { version }));
      const answer = must<any>(await system.client().post(which === 'first' ? first.to : renewed.to, say(which === 'first' ? 'withdrawn' : 'refused')));
      expect(answer.state).toBe('withdrawn');
      expect(must<any>(await client.get(desk.url(view.id))).state).toBe('withdrawn');
      const notices = await system.db.query<{ account_id: string }>(`SELECT account_id FROM notice WHERE template = 'consentWithdrawn' AND link = $1`, [`/entries/${view.id}`]);
      expect(notices.map((row) => row.account_id)).toContain(school.accountId);
      const record = must<any[]>(await client.get(desk.url(view.id, '/consents')));
      expect(record.map(({ event, guardianName }) => [event, guardianName])).toEqual([['requested', null], ['granted', null], ['requested', null], ['withdrawn', null]]);
      expect(must<any[]>(await school.client.get(desk.url(view.id, '/consents')))[1]).toMatchObject({ guardianName: '陈父', relation: 'father', textVersion: '2025-1', channel: 'link' });
      expect([403, 404]).toContain((await (await desk.cast.as('judge')).client.get(desk.url(view.id, '/consents'))).status);
    }
  });

  it('links end after the days of the rulebook; the member stands as not asked, and a new link asks again', async () => {
    const view = await desk.complete(child);
    const { to, expiresAt } = await link(view);
    expect(new Date(expiresAt).getTime() - system.clock.millis()).toBeCloseTo(120 * 86_400_000, -5);
    await system.db.query(`UPDATE consent_request SET expires_at = $2 WHERE entry_id = $1`, [view.id, new Date(system.clock.millis() - 1000)]);
    expect(must<any>(await system.client().get(to)).state).toBe('over');
    expect((await system.client().post(to, say('granted'))).status).toBe(410);
    const { client } = await desk.cast.as('coach');
    expect(must<any>(await client.get(desk.url(view.id))).members[0].consent).toBe('missing');
    const renewed = await link(view);
    expect(must<any>(await client.get(desk.url(view.id))).members[0].consent).toBe('requested');
    must(await system.client().post(renewed.to, say('granted')));
    expect((await system.client().get(to)).status).toBe(200);
  });
});
