import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Sessions } from '#libs/identity';
import { Inbox, Notices } from '#libs/notices';
import { registerTexts } from '#libs/platform';
import { startSystem, type TestSystem } from '../support/system.js';

registerTexts(
  { notices: { 'spec.returned': { title: '{entry}被退回', body: '{school}：请修改后再提交。' }, 'spec.urgent': { title: '今天截止', body: '请尽快提交。', sms: '{entry}今天截止' } } },
  { notices: { 'spec.returned': { title: '{entry} was returned', body: '{school}: please correct it.' }, 'spec.urgent': { title: 'Closes today', body: 'Please submit soon.', sms: '{entry} closes today' } } },
);

async function until(look: () => Promise<boolean> | boolean, millis = 20_000): Promise<void> {
  const end = Date.now() + millis;
  while (!(await look())) {
    if (Date.now() > end) throw new Error('It did not come to pass in time');
    await pause(25);
  }
}

describe('notices', () => {
  let system: TestSystem;
  let notices: Notices;
  let smtp: SMTPServer;
  let gateway: Server;
  const letters: ParsedMail[] = [];
  const messages: { to: string; text: string }[] = [];
  /** What the mail server does with the next letters: takes them by default. */
  let onData: ((call: number) => Error | 'cut' | undefined) | undefined;
  let calls = 0;

  const account = async (fields: { email?: string; phone?: string; language?: string }): Promise<string> => {
    const row = await system.db.first<{ id: string }>(
      `INSERT INTO account (name, login_name, email, email_verified_at, phone, language) VALUES ('测试', 'n' || replace(gen_random_uuid()::text, '-', ''), $1::text, CASE WHEN $1::text IS NOT NULL THEN now() END, $2, $3) RETURNING id`,
      [fields.email ?? null, fields.phone ?? null, fields.language ?? 'zh'],
    );
    return row?.id ?? '';
  };
  const deliveries = (accountId: string) =>
    system.db.query<{ channel: string; state: string; error: string | null; attempts: number }>(
      'SELECT channel, state, error, attempts FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.account_id = $1 ORDER BY channel', [accountId],
    );
  const settled = (accountId: string) => until(async () => (await deliveries(accountId)).every((row) => !['waiting', 'sending'].includes(row.state)));
  const lettersTo = (address: string) => letters.filter((letter) => JSON.stringify(letter.to).includes(address));

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody@') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
      onData(stream, session, done) {
        const fate = onData?.(++calls);
        void simpleParser(stream).then((letter) => {
          if (fate instanceof Error) return done(fate);
          letters.push(letter);
          if (fate === 'cut') {
            (session as unknown as { connection?: unknown }).connection = undefined;
            cutConnections();
            return undefined;
          }
          return done();
        });
      },
    });
    const cutConnections = (): void => {
      for (const connection of (smtp as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) connection._socket.destroy();
    };
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        messages.push({ ...(JSON.parse(body) as { to: string; text: string }) });
        response.writeHead(request.headers.authorization === 'Bearer secret' ? 200 : 401).end('{}');
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    system = await startSystem({
      worker: true,
      env: {
        SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, SMTP_FROM: 'Qingsai <no-reply@qingsai.example>',
        SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`, SMS_GATEWAY_TOKEN: 'secret', PUBLIC_URL: 'https://qingsai.example',
      },
    });
    notices = system.api.get(Notices);
  });
  beforeEach(() => {
    onData = undefined;
    calls = 0;
  });
  afterAll(async () => {
    await system.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
    await new Promise((resolve) => gateway.close(resolve));
  });

  it('arrives in the inbox and by e-mail, in the reader\'s language, once however often it is sent', async () => {
    const [zh, en] = [await account({ email: 'zh@example.org' }), await account({ email: 'en@example.org', language: 'en' })];
    const order = { to: [zh, en, zh], template: 'spec.returned', params: { entry: '会飞的㛃\r\nBcc: all@example.org', school: '第一中学' }, link: '/entries/1', dedupeKey: 'returned:1' };
    expect(await system.db.transaction(() => notices.send(order))).toBe(2);
    expect((await Promise.all(Array.from({ length: 5 }, () => notices.send(order)))).reduce((sum, count) => sum + count, 0)).toBe(0);
    await Promise.all([settled(zh), settled(en)]);
    await pause(300);
    expect(lettersTo('zh@example.org')).toHaveLength(1);
    expect(lettersTo('en@example.org')).toHaveLength(1);
    const [letter] = lettersTo('zh@example.org');
    expect(letter?.subject).toBe('【青赛】会飞的㛃 Bcc: all@example.org被退回');
    expect(letter?.text).toContain('https://qingsai.example/entries/1');
    expect(letter?.bcc).toBeUndefined();
    expect(lettersTo('en@example.org')[0]?.subject).toBe('[Qingsai] 会飞的㛃 Bcc: all@example.org was returned');
    expect(await deliveries(zh)).toEqual([{ channel: 'email', state: 'sent', error: null, attempts: 1 }]);
  });

  it('sends nothing when the transaction rolls back', async () => {
    const id = await account({ email: 'rollback@example.org' });
    await expect(
      system.db.transaction(async () => {
        await notices.send({ to: [id], template: 'spec.returned', dedupeKey: 'r' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await pause(500);
    expect(lettersTo('rollback@example.org')).toEqual([]);
    expect(await system.api.get(Inbox).unreadCount(id)).toBe(0);
  });

  it('shows, counts and marks one\'s own notices only', async () => {
    const [mine, other] = [await account({}), await account({})];
    for (const key of ['a', 'b', 'c']) await notices.send({ to: [mine, other], template: 'spec.returned', params: { entry: key, school: 's' }, dedupeKey: key });
    const { token } = await system.api.get(Sessions).begin(mine);
    const client = system.client();
    const as = { cookie: `qs_session=${token}` };
    const list = await client.get('/api/notices?size=2', as);
    expect([list.status, list.body.total, list.body.rows.map((row: { title: string }) => row.title)]).toEqual([200, 3, ['c被退回', 'b被退回']]);
    expect((await client.get('/api/notices/unread', as)).body).toEqual({ unread: 3 });
    expect((await client.post('/api/notices/read', { ids: [list.body.rows[0].id] }, as)).status).toBe(204);
    expect((await client.get('/api/notices?unread=true', as)).body.total).toBe(2);
    expect((await client.post('/api/notices/read', {}, as)).status).toBe(204);
    expect((await client.get('/api/notices/unread', as)).body).toEqual({ unread: 0 });
    expect(await system.api.get(Inbox).unreadCount(other)).toBe(3);
    expect((await client.get('/api/notices')).status).toBe(401);
  });

  it('tries again while the mail server says "later"', async () => {
    const id = await account({ email: 'later@example.org' });
    onData = (call) => (call === 1 ? Object.assign(new Error('Try later'), { responseCode: 451 }) : undefined);
    await notices.send({ to: [id], template: 'spec.returned', dedupeKey: 'later' });
    await until(async () => (await deliveries(id))[0]?.error !== null);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringContaining('451') });
    await until(() => lettersTo('later@example.org').length === 1);
    await settled(id);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('does not send a letter again whose fate is unknown', async () => {
    const id = await account({ email: 'cut@example.org' });
    onData = (call) => (call === 1 ? 'cut' : undefined);
    await notices.send({ to: [id], template: 'spec.returned', dedupeKey: 'cut' });
    await settled(id);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'uncertain', attempts: 1 });
    await pause(1_000);
    expect(lettersTo('cut@example.org')).toHaveLength(1);
  });

  it('gives up on an address that does not exist, and skips people without one', async () => {
    const [wrong, none] = [await account({ email: 'nobody@example.org' }), await account({})];
    await notices.send({ to: [wrong, none], template: 'spec.returned', dedupeKey: 'x' });
    await Promise.all([settled(wrong), settled(none)]);
    expect((await deliveries(wrong))[0]).toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining('550') });
    expect((await deliveries(none))[0]).toMatchObject({ state: 'skipped' });
  });

  it('sends a short message where the template has one', async () => {
    const id = await account({ phone: '13900000000' });
    await notices.send({ to: [id], template: 'spec.urgent', params: { entry: '机器人' }, dedupeKey: 'urgent' });
    await settled(id);
    expect(messages).toEqual([expect.objectContaining({ to: '13900000000', text: '机器人今天截止', signature: '青赛' })]);
    expect((await deliveries(id)).map((row) => [row.channel, row.state])).toEqual([['email', 'skipped'], ['sms', 'sent']]);
  });

  it('sends letters with single-use links, keeps them sealed and forgets them', async () => {
    const order = { email: 'reset@example.org', language: 'zh' as const, template: 'spec.returned', params: { entry: 'e', school: 's' }, url: 'https://qingsai.example/password_reset/secret-token', dedupeKey: 'reset:1' };
    expect(await notices.sendLetter(order)).toBe(true);
    expect(await notices.sendLetter(order)).toBe(false);
    const stored = JSON.stringify(await system.db.query('SELECT * FROM delivery WHERE letter_key IS NOT NULL')) + JSON.stringify(await system.db.query('SELECT * FROM outbox'));
    expect(stored).not.toContain('secret-token');
    await until(() => lettersTo('reset@example.org').length === 1);
    expect(lettersTo('reset@example.org')[0]?.text).toContain('/password_reset/secret-token');
    await until(async () => (await system.db.query(`SELECT 1 FROM delivery WHERE letter_key = 'reset:1' AND state = 'sent' AND sealed_letter IS NULL`)).length === 1);
  });

  it('tells followers of the inbox at once, and strangers nothing', async () => {
    const [mine, other] = [await account({}), await account({})];
    const { token } = await system.api.get(Sessions).begin(mine);
    const headers = { cookie: `qs_session=${token}` };
    expect((await system.client().get(`/api/live?topics=inbox:${other}`, headers)).status).toBe(403);
    const listeners = () => system.db.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN "qingsai_live"%'`);
    const abort = new AbortController();
    const response = await fetch(`${system.url}/api/live?topics=inbox:${mine}`, { headers, signal: abort.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const reading = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await until(async () => (await listeners()).length > 0);
    await notices.send({ to: [mine], template: 'spec.returned', params: { entry: 'live', school: 's' }, dedupeKey: 'live' });
    await until(() => heard.includes('spec.returned'));
    // The listening connection is cut: what is said while nobody listens arrives, and what is said later.
    await system.db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN "qingsai_live"%'`);
    await notices.send({ to: [mine], template: 'spec.urgent', dedupeKey: 'live 2' });
    await until(() => heard.includes('spec.urgent'));
    abort.abort();
    await reading;
    // A client that comes back gets the newest.
    const lastId = /id: (\d+)/.exec(heard)?.[1] ?? '';
    const again = new AbortController();
    const second = await fetch(`${system.url}/api/live?topics=inbox:${mine}`, { headers: { ...headers, 'last-event-id': lastId }, signal: again.signal });
    const reader = second.body?.getReader();
    let text = '';
    while (!text.includes('spec.urgent')) text += Buffer.from((await reader?.read())?.value ?? []).toString();
    again.abort();
  });
});
