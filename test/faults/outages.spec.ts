import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit, verifyAudit } from '#libs/audit';
import { Sessions } from '#libs/identity';
import { Inbox, Notices } from '#libs/notices';
import { FieldCrypto } from '#libs/platform';
import { freshDatabase } from '../support/fresh-database.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { TcpProxy } from '../support/tcp-proxy.js';

async function until(look: () => Promise<boolean>, millis = 30_000): Promise<void> {
  const end = Date.now() + millis;
  while (!(await look())) {
    if (Date.now() > end) throw new Error('It did not come to pass in time');
    await pause(50);
  }
}

const cookieOf = async (system: TestSystem, accountId: string) => ({ cookie: `qs_session=${(await system.api.get(Sessions).begin(accountId)).token}` });
const newAccount = async (system: TestSystem) =>
  (await system.db.first<{ id: string }>(`INSERT INTO account (name, login_name, email, email_verified_at) VALUES ('x', 'x' || md5(random()::text), md5(random()::text) || '@example.org', now()) RETURNING id`))?.id ?? '';
const ready = async (system: TestSystem) => (await system.client().get('/api/ready')).body as { ok: boolean; parts: Record<string, { ok: boolean }> };

describe('PostgreSQL gone for a while, under load', () => {
  let proxy: TcpProxy;
  let system: TestSystem;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    proxy = await TcpProxy.before(database.url, 5432);
    system = await startSystem({ worker: true, databaseUrl: proxy.through(database.url) });
  });
  afterAll(async () => {
    await system.close();
    await proxy.cut();
    await drop();
  });

  it('answers 503 meanwhile, keeps what it confirmed, and goes on by itself', async () => {
    const account = await newAccount(system);
    const cookie = await cookieOf(system, account);
    const client = system.client();
    expect(await ready(system)).toMatchObject({ ok: true });

    const confirmed: string[] = [];
    const refused: unknown[] = [];
    let stop = false;
    const writer = async (name: string): Promise<void> => {
      for (let i = 0; !stop; i++) {
        const key = `${name}-${i}`;
        await system.db
          .transaction(async () => {
            await system.api.get(Notices).send({ to: [account], template: 'spec', dedupeKey: key });
            await system.api.get(Audit).record({ action: 'spec.sent', subject: { type: 'notice', id: key } });
          })
          .then(() => confirmed.push(key), (error: unknown) => refused.push(error));
        await pause(10);
      }
    };
    const writers = ['a', 'b', 'c', 'd'].map(writer);
    await pause(500);
    await proxy.cut();
    const during = await Promise.all([client.get('/api/notices', cookie), client.get('/api/ready'), client.get('/api/health')]);
    expect(during.map((answer) => answer.status)).toEqual([503, 503, 200]);
    expect(during[0]?.body.code).toBe('UNAVAILABLE');
    expect(during[1]?.body.parts).toMatchObject({ database: { ok: false }, storage: { ok: true } });
    await pause(2_000);
    await proxy.mend();
    await until(async () => (await ready(system)).ok);
    const before = confirmed.length;
    await until(async () => confirmed.length > before + 20);
    stop = true;
    await Promise.all(writers);
    expect(refused.length).toBeGreaterThan(0);

    const stored = new Set((await system.db.query<{ dedupe_key: string }>('SELECT dedupe_key FROM notice WHERE account_id = $1', [account])).map((row) => row.dedupe_key));
    expect(confirmed.filter((key) => !stored.has(key))).toEqual([]);
    expect(await system.api.get(Inbox).unreadCount(account)).toBe(stored.size);
    expect(await verifyAudit(system.db, system.api.get(FieldCrypto))).toMatchObject({ ok: true });
    expect((await client.get('/api/notices', cookie)).status).toBe(200);
  });
});

const onRedis = process.env.REDIS_URL ? describe : describe.skip;
onRedis('Redis gone for a while', () => {
  let proxy: TcpProxy;
  let system: TestSystem;
  beforeAll(async () => {
    const url = process.env.REDIS_URL ?? '';
    proxy = await TcpProxy.before(url, 6379);
    system = await startSystem({ worker: true, env: { REDIS_URL: proxy.through(url), SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'a@example.org' } });
  });
  afterAll(async () => {
    await system.close();
    await proxy.cut();
  });

  it('people go on working; what they set off is done when Redis is back', async () => {
    const account = await newAccount(system);
    await system.db.query('UPDATE account SET email = NULL WHERE id = $1', [account]);
    const cookie = await cookieOf(system, account);
    await proxy.cut();
    expect((await ready(system)).parts).toMatchObject({ queue: { ok: false }, database: { ok: true } });
    for (let i = 0; i < 10; i++) await system.api.get(Notices).send({ to: [account], template: 'spec', dedupeKey: String(i) });
    expect((await system.client().get('/api/notices/unread', cookie)).body).toEqual({ unread: 10 });
    await pause(3_000);
    expect(await system.db.query('SELECT 1 FROM outbox')).toHaveLength(10);
    await proxy.mend();
    await until(async () => (await system.db.query('SELECT 1 FROM outbox')).length === 0);
    expect(await system.db.query(`SELECT 1 FROM delivery WHERE state = 'skipped'`)).toHaveLength(10);
    await until(async () => (await ready(system)).ok);
  });
});
