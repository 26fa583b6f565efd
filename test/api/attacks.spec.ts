import { beforeAll, describe, expect, it } from '@jest/globals';
import { Grants, Onboarding, SingleUseLinks } from '#libs/identity';
import { Live } from '#libs/platform';
import { Cast, PASSWORD } from '../support/cast.js';
import type { HttpClient } from '../support/http-client.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on' } });
  await system.db.query('UPDATE security_policy SET require_second_factor = false');
  cast = await Cast.assemble(system);
});

const tokenOf = (url: string): string => url.split('/').at(-1) ?? '';

describe('requests made to break something', () => {
  const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

  it('are refused however deep their JSON goes', async () => {
    const { client } = await cast.as('coach');
    for (const [method, path] of [['PATCH', '/api/account'], ['POST', '/api/entries'], ['POST', '/api/session'], ['POST', '/api/registrations']] as const) {
      for (const value of [nested('[', ']', 200_000), nested('{"a":', '}', 100_000), nested('[', ']', 65)]) {
        const answer = await client.send(method, path, `{"form":${value}}`, { 'content-type': 'application/json' });
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 400, 'MALFORMED_REQUEST']);
      }
    }
    const flat = await client.send('PATCH', '/api/account', `{"form":${nested('[', ']', 40)}}`, { 'content-type': 'application/json' });
    expect(flat.body.code).toBe('INVALID_INPUT');
  });

  it('are refused where they use a part of the upload protocol that is not offered', async () => {
    const { client } = await cast.as('coach');
    const attempts: Record<string, string>[] = [{ 'upload-concat': 'partial', 'upload-length': '5' }, { 'upload-concat': 'final;/api/uploads/a /api/uploads/b' }, { 'upload-defer-length': '1' }];
    for (const headers of attempts) {
      const answer = await client.send('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', ...headers });
      expect([headers, answer.status]).toEqual([headers, 400]);
    }
  });

  it('sort by no word that every object knows', async () => {
    const { client } = await cast.as('province_admin');
    const edition = crypto.randomUUID();
    for (const sort of ['constructor', '-__proto__', 'toString', '-hasOwnProperty', 'name;drop table account', "name'--"]) {
      for (const path of ['/api/people?', '/api/schools?', '/api/accounts?', `/api/entries?editionId=${edition}&`]) {
        const { status } = await client.get(`${path}sort=${encodeURIComponent(sort)}`);
        expect([path, sort, status < 500]).toEqual([path, sort, true]);
      }
    }
  });
});

describe('answers', () => {
  it('that are somebody\'s own are kept by no cache', async () => {
    const { client } = await cast.as('school_admin');
    for (const path of ['/api/session', '/api/people', '/api/schools', '/api/account/sessions', '/api/notices', '/api/entries/mine', '/api/nothing-here']) {
      expect([path, (await client.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    expect((await system.client().post('/api/session', { login: 'nobody.here', password: PASSWORD })).headers.get('cache-control')).toBe('no-store');
    expect((await system.client().get('/api/public/contests')).headers.get('cache-control')).toContain('public');
  });
});

describe('somebody with a little right', () => {
  it('uploads nothing without a purpose that allows it', async () => {
    const registered = await system.client().post('/api/registrations', {
      role: 'student', person: { name: '孙新生', birthDate: '2010-02-03', stage: 'senior', grade: '高一' }, schoolId: cast.units.here.school, loginName: 'sun.xinsheng', password: PASSWORD,
    });
    expect(registered.status).toBe(200);
    const client = await cast.logIn('sun.xinsheng');
    for (const metadata of ['', 'purpose ZG9jdW1lbnQ=', 'purpose']) {
      const answer = await client.send('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': '1000', ...(metadata ? { 'upload-metadata': metadata } : {}) });
      expect([metadata, answer.status, answer.text.includes('UPLOAD_PURPOSE_UNKNOWN')]).toEqual([metadata, 400, true]);
    }
  });

  it('makes no accounts without end', async () => {
    const register = (loginName: string) =>
      system.client().post('/api/registrations', { role: 'student', person: { name: '孙又来', birthDate: '2010-02-03', stage: 'senior', grade: '高一' }, schoolId: cast.units.here.school, loginName, password: PASSWORD });
    expect((await register('sun.youlai')).status).toBe(200);
    await system.db.query(`UPDATE login_throttle SET failures = 500 WHERE key LIKE 'registration:%'`);
    const refused = await register('sun.youlai2');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    system.clock.advance(3_600_000);
    expect((await register('sun.youlai2')).status).toBe(200);
  });

  it('does not approve a role asked for by oneself', async () => {
    const player = await cast.hire('county_admin');
    const grants = system.api.get(Grants, { strict: false });
    const asked = await grants.put({ accountId: player.accountId, role: 'school_admin', orgUnitId: cast.units.here.school }, 'requested');
    expect((await player.client.post(`/api/grants/${asked}/approval`)).body.code).toBe('GRANT_TO_ONESELF');
    expect((await (await cast.as('county_admin')).client.post(`/api/grants/${asked}/approval`)).status).toBe(204);
  });
});

describe('links that were handed out', () => {
  const invite = async (name: string): Promise<{ id: string; token: string; login: string }> => {
    const office = await cast.as('province_admin');
    const login = `${name}${system.clock.millis().toString(36)}`;
    const { body } = await office.client.post('/api/invitations', { name: '新评委', loginName: login, role: 'judge' });
    return { id: body.accountId, token: tokenOf(body.url), login };
  };
  const accept = (token: string, password: string) => system.client().post('/api/invitations/acceptance', { token, password });

  it('set no password once the owner has set one, whatever they were for', async () => {
    const invited = await invite('first');
    const reset = await system.api.get(SingleUseLinks, { strict: false }).issue({ purpose: 'password_reset', subjectId: invited.id, lifeMs: 600_000 });
    expect((await system.client().post('/api/password-resets/use', { token: reset.token, password: PASSWORD })).status).toBe(204);
    // Whoever sent the invitation still has its link.
    expect((await accept(invited.token, 'Taken-over-2026')).body.code).toBe('LINK_NOT_VALID');
    await cast.logIn(invited.login);
  });

  it('to reset a password end when it is changed or the address they went to is', async () => {
    const invited = await invite('second');
    expect((await accept(invited.token, PASSWORD)).status).toBe(204);
    const owner = await cast.logIn(invited.login);
    const offered = async (): Promise<string> => tokenOf((await system.api.get(Onboarding, { strict: false }).resetLink(invited.id)).url);
    const use = async (token: string): Promise<string> => (await system.client().post('/api/password-resets/use', { token, password: 'Taken-over-2026' })).body.code;
    const before = await offered();
    expect((await owner.post('/api/account/password', { current: PASSWORD, next: 'Dongting-2026-hu' })).status).toBe(204);
    expect(await use(before)).toBe('LINK_NOT_VALID');
    const old = await offered();
    expect((await owner.patch('/api/account', { email: `${invited.login}@example.org`, password: 'Dongting-2026-hu' })).status).toBe(204);
    expect(await use(old)).toBe('LINK_NOT_VALID');
  });
});

describe('live updates', () => {
  /** Follows a topic; what came so far, and how it ends. */
  async function follow(client: HttpClient, topic: string): Promise<{ status: number; received(): string; ended: Promise<void>; leave(): void }> {
    const leaving = new AbortController();
    const response = await fetch(`${system.url}/api/live?topics=${topic}`, { headers: { cookie: client.cookieHeader() }, signal: leaving.signal });
    let received = '';
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) received += decoder.decode(chunk as Uint8Array);
    };
    return { status: response.status, received: () => received, ended: read().catch(() => undefined), leave: () => leaving.abort() };
  }
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
  };

  it('are open twenty times for one account at most', async () => {
    const { client } = await cast.hire('coach');
    const streams = await Promise.all(Array.from({ length: 20 }, () => follow(client, 'results:any')));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await follow(client, 'results:any')).status).toBe(429);
    expect((await follow((await cast.as('student')).client, 'results:any')).status).toBe(200);
    streams[0]?.leave();
    await streams[0]?.ended;
    let again = 429;
    for (let tries = 0; tries < 40 && again === 429; tries++) again = (await follow(client, 'results:any')).status;
    expect(again).toBe(200);
  });

  it('tell nothing to whoever was logged out meanwhile', async () => {
    const player = await cast.hire('coach');
    const live = system.api.get(Live, { strict: false });
    const topic = `inbox:${player.accountId}`;
    const stream = await follow(player.client, topic);
    await until(() => stream.received().includes('retry'));
    for (let tries = 0; tries < 40 && !stream.received().includes('first'); tries++) {
      await live.publish(topic, { say: 'first' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(stream.received()).toContain('first');
    await player.client.delete('/api/session');
    system.clock.advance(6 * 60_000);
    await live.publish(topic, { say: 'second' });
    await stream.ended;
    expect(stream.received()).not.toContain('second');
    expect((await follow(player.client, topic)).status).toBe(403);
  });
});
