import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit } from '#libs/audit';
import { withContext } from '#libs/platform';
import { Cast, type Player } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('what administrators see of the machinery', () => {
  let system: TestSystem;
  let cast: Cast;
  let admin: Player;
  let supervisor: Player;
  let coach: Player;
  beforeAll(async () => {
    system = await startSystem();
    await system.db.query('UPDATE security_policy SET require_second_factor = false');
    cast = await Cast.assemble(system);
    [admin, supervisor, coach] = [await cast.as('system_admin'), await cast.as('supervisor'), await cast.as('coach')];
  });
  afterAll(() => system.close());

  const dead = async (name: string, error: string): Promise<string> =>
    (await system.db.first<{ id: string }>(
      `INSERT INTO outbox (name, queue, payload, state, request_id, run_at, attempts, error) VALUES ($1, 'notices', '{"deliveryId":"d"}', 'dead', 'r', now(), 10, $2) RETURNING id`, [name, error],
    ))?.id ?? '';

  it('lists dead jobs, lets an administrator run one again and records it', async () => {
    const id = await dead('notices.deliver', 'email was not taken: 451');
    const listed = await supervisor.client.get('/api/admin/jobs/dead?queue=notices');
    expect([listed.status, listed.body.total, listed.body.rows[0]]).toEqual([200, 1, expect.objectContaining({ id, name: 'notices.deliver', attempts: 10, error: 'email was not taken: 451' })]);
    const queues = await supervisor.client.get('/api/admin/jobs/queues');
    expect(queues.body.find((row: { queue: string }) => row.queue === 'notices')).toMatchObject({ dead: 1, waiting: 0, running: 0 });
    expect((await supervisor.client.post(`/api/admin/jobs/${id}/retry`)).status).toBe(403);
    expect((await coach.client.get('/api/admin/jobs/dead')).status).toBe(403);
    expect((await admin.client.post(`/api/admin/jobs/${id}/retry`)).status).toBe(204);
    expect(await system.db.first('SELECT state, attempts FROM outbox WHERE id = $1', [id])).toEqual({ state: 'waiting', attempts: 0 });
    expect((await admin.client.post(`/api/admin/jobs/${id}/retry`)).body.code).toBe('JOB_NOT_DEAD');
    const log = await supervisor.client.get(`/api/admin/audit?subjectType=job&subjectId=${id}`);
    expect(log.body.rows).toEqual([expect.objectContaining({ action: 'job.retried', accountId: admin.accountId, accountName: expect.any(String) })]);
    expect((await coach.client.get(`/api/jobs/${id}`)).body).toEqual({ id, state: 'waiting', done: null, total: null });
  });

  it('finds audit records by who, what, which request and when, page by page', async () => {
    const record = (i: number, action: string) => system.api.get(Audit).record({ action, subject: { type: 'entry', id: `e${i}` }, reason: `原因 ${i}` });
    system.clock.set(new Date('2026-03-01T00:00:00Z'));
    await withContext({ requestId: 'q-1', language: 'zh', accountId: coach.accountId }, async () => {
      for (let i = 0; i < 7; i++) await record(i, i < 5 ? 'entry.submitted' : 'entry.withdrawn');
    });
    system.clock.set(new Date());
    const ask = async (query: string) => (await supervisor.client.get(`/api/admin/audit?${query}`)).body as { total: number; rows: { action: string; subjectId: string }[] };
    expect(await ask('requestId=q-1&size=3&page=3')).toMatchObject({ total: 7, rows: [{ subjectId: 'e0' }] });
    expect((await ask('requestId=q-1&action=entry.with')).total).toBe(2);
    expect((await ask('requestId=q-1&action=entry_')).total).toBe(0);
    expect((await ask('requestId=q-1&action=%25')).total).toBe(0);
    expect((await ask(`requestId=q-1&accountId=${coach.accountId}`)).total).toBe(7);
    expect((await ask('requestId=q-1&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z')).total).toBe(7);
    expect((await ask('requestId=q-1&to=2026-02-28T00:00:00Z')).total).toBe(0);
    expect((await supervisor.client.get('/api/admin/audit?subjectId=\'%3B--')).body.total).toBe(0);
    expect((await supervisor.client.get('/api/admin/audit?from=yesterday')).status).toBe(400);
    expect((await coach.client.get('/api/admin/audit')).status).toBe(403);
  });

  it('measures requests by route, without ids', async () => {
    await system.db.query(`INSERT INTO outbox (name, queue, payload, state, request_id, run_at, error) VALUES ('x', 'documents', '{}', 'dead', 'r', now(), 'e')`);
    await coach.client.get('/api/jobs/7b3c1f9e-0f6e-4a53-9d0e-0d1c5b8a2f11');
    const { status, text } = await system.client().get('/api/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/qingsai_http_request_seconds_count\{method="GET",route="\/api\/jobs\/:id",status="200"\} \d+/);
    expect(text).toMatch(/qingsai_outbox_rows\{queue="documents",state="dead"\} 1/);
    expect(text).toMatch(/qingsai_database_connections\{state="open"\} [1-9]/);
    expect(text).not.toContain('7b3c1f9e');
  });

  it('tells whether it lives and whether it can work', async () => {
    expect((await system.client().get('/api/health')).body).toEqual({ ok: true });
    expect((await system.client().get('/api/ready')).body).toEqual({ ok: true, parts: { database: { ok: true }, queue: { ok: true }, migrations: { ok: true }, storage: { ok: true } } });
    await system.db.query(`UPDATE migration SET name = 'x' WHERE name = 'Outbox1764000001001'`);
    const answer = await system.client().get('/api/ready');
    expect([answer.status, answer.body.parts.migrations]).toEqual([503, { ok: false, detail: 'not all have run' }]);
  });

  it('finds records by the name of who acted, and leaves mere looks aside', async () => {
    await system.db.query(`UPDATE account SET name = '欧阳秘书%' WHERE id = $1`, [coach.accountId]);
    await system.db.query(`UPDATE person SET name = '欧阳秘书%' WHERE id = (SELECT person_id FROM account WHERE id = $1)`, [coach.accountId]);
    await withContext({ requestId: 'q-2', language: 'zh', accountId: coach.accountId }, async () => {
      for (const action of ['entry.viewed', 'entry.exported', 'entry.submitted']) await system.api.get(Audit).record({ action, subject: { type: 'entry', id: 'e' } });
    });
    const ask = async (query: string) => (await admin.client.get(`/api/admin/audit?requestId=q-2&${query}`)).body as { total: number; rows: { accountName: string }[] };
    expect(await ask(`who=${encodeURIComponent('欧阳')}`)).toMatchObject({ total: 3, rows: [{ accountName: '欧阳秘书%' }, {}, {}] });
    expect((await ask(`who=${encodeURIComponent('书%')}`)).total).toBe(3);
    expect((await ask(`who=${encodeURIComponent('秘%书')}`)).total).toBe(0);
    expect((await ask('changes=true')).total).toBe(1);
  });

  it('shows what was sent with state and reason; what stopped can be sent again, but no letter with a link', async () => {
    const notice = await system.db.first<{ id: string }>(
      `INSERT INTO notice (account_id, template, dedupe_key, created_at) VALUES ($1, 'entry.returned', 'd1', now()) RETURNING id`, [coach.accountId],
    );
    const delivery = async (state: string, noticeId: string | null): Promise<string> =>
      (await system.db.first<{ id: string }>(
        `INSERT INTO delivery (notice_id, letter_key, channel, state, attempts, error, created_at, changed_at) VALUES ($1, $2, $3, $4, 3, '550 no such box', now(), now()) RETURNING id`,
        [noticeId, noticeId === null ? state : null, state === 'sent' ? 'sms' : 'email', state],
      ))?.id ?? '';
    const [failed, sent, letter] = [await delivery('failed', notice?.id ?? ''), await delivery('sent', notice?.id ?? ''), await delivery('uncertain', null)];
    const listed = await supervisor.client.get('/api/admin/deliveries?channel=email&template=entry.');
    expect(listed.body).toMatchObject({ total: 1, rows: [{ id: failed, state: 'failed', attempts: 3, error: '550 no such box', template: 'entry.returned', accountName: '欧阳秘书%', mayRetry: true }] });
    expect((await supervisor.client.get('/api/admin/deliveries?state=uncertain')).body.rows).toEqual([expect.objectContaining({ id: letter, template: null, mayRetry: false })]);
    expect((await supervisor.client.post(`/api/admin/deliveries/${failed}/retry`)).status).toBe(403);
    expect((await coach.client.get('/api/admin/deliveries')).status).toBe(403);
    expect((await admin.client.post(`/api/admin/deliveries/${sent}/retry`)).body.code).toBe('DELIVERY_NOT_STOPPED');
    expect((await admin.client.post(`/api/admin/deliveries/${letter}/retry`)).body.code).toBe('LETTER_NOT_KEPT');
    expect((await admin.client.post(`/api/admin/deliveries/${failed}/retry`)).status).toBe(204);
    expect((await admin.client.post(`/api/admin/deliveries/${failed}/retry`)).body.code).toBe('DELIVERY_NOT_STOPPED');
    expect(await system.db.query(`SELECT payload FROM outbox WHERE name = 'notices.deliver' AND state = 'waiting' AND payload->>'deliveryId' = $1`, [failed])).toHaveLength(1);
    expect((await admin.client.get(`/api/admin/audit?subjectId=${failed}`)).body.rows).toEqual([expect.objectContaining({ action: 'delivery.retried', accountId: admin.accountId })]);
  });

  it('shows lists of the whole installation to nobody who watches over a part', async () => {
    const part = await cast.hire('supervisor', 'here', cast.units.here.prefecture);
    for (const path of ['/api/admin/audit', '/api/admin/deliveries', '/api/admin/jobs/dead', '/api/admin/jobs/queues']) {
      expect({ path, code: (await part.client.get(path)).body.code }).toEqual({ path, code: 'SCOPE_TOO_NARROW' });
      expect((await supervisor.client.get(path)).status).toBe(200);
    }
  });
});

describe('the clock of a rehearsal', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ env: { QINGSAI_REHEARSAL: 'on' } });
    await system.db.query('UPDATE security_policy SET require_second_factor = false');
  });
  afterAll(() => system.close());

  it('stays as it was set, also when the look at the stored one comes while it is being stored', async () => {
    const admin = await (await Cast.assemble(system)).as('system_admin');
    const first = new Date(system.clock.millis() + 60_000);
    const second = new Date(system.clock.millis() + 300_000);
    expect((await admin.client.put('/api/clock', { now: first.toISOString() })).status).toBeLessThan(300);
    let seen = 0;
    let setting: Promise<{ status: number }> | undefined;
    await system.db.transaction(async () => {
      await system.db.query(`SELECT 1 FROM setting WHERE name = 'rehearsal.clock' FOR UPDATE`);
      setting = admin.client.put('/api/clock', { now: second.toISOString() });
      // Longer than the time between two looks.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      seen = system.clock.millis();
    });
    expect((await setting)?.status).toBeLessThan(300);
    expect(seen).toBeGreaterThanOrEqual(second.getTime());
    expect(system.clock.millis()).toBeGreaterThanOrEqual(second.getTime());
  });
});
