import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cast, PASSWORD, type Player } from '../support/cast.js';
import { HttpClient } from '../support/http-client.js';
import { startSystem, type TestSystem } from '../support/system.js';

const HOUR = 3_600_000;
const WRONG = 'wrong-one-99';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on', TRUST_PROXY: 'on' } });
  cast = await Cast.assemble(system);
});

const logIn = (login: string, password: string, headers: Record<string, string> = {}, client: HttpClient = system.client()) => client.post('/api/session', { login, password }, headers);

describe('giving an account back to its owner', () => {
  let owner: Player;
  let first: Player;
  let second: Player;
  const recoveries = () => `/api/accounts/${owner.accountId}/recoveries`;
  const ask = (who: Player, what = 'password') => who.client.post(recoveries(), { what, reason: '手机丢失，本人到场' });

  beforeAll(async () => {
    owner = await cast.hire('county_admin');
    first = await cast.hire('prefecture_admin');
    second = await cast.hire('province_admin');
  });

  it('is no single administrator\'s act where the account has rights over others', async () => {
    for (const act of ['link', 'second-factor-reset']) expect((await first.client.post(`/api/accounts/${owner.accountId}/${act}`)).body.code).toBe('RECOVERY_NEEDED');
    expect((await first.client.get(`/api/accounts/${owner.accountId}`)).body).toMatchObject({ recoveryNeeded: true });
    expect((await owner.client.get('/api/account/sessions')).status).toBe(200);
    const pupil = await cast.hire('student');
    expect((await first.client.post(`/api/accounts/${pupil.accountId}/recoveries`, { what: 'password', reason: '忘记密码了' })).body.code).toBe('RECOVERY_NOT_NEEDED');
    expect((await first.client.post(`/api/accounts/${pupil.accountId}/link`)).status).toBe(200);
    const told = await pupil.client.get('/api/notices');
    expect(told.body.rows[0]).toMatchObject({ title: '已为您生成重设密码的链接', link: '/account/security' });
  });

  it('takes a second administrator; the owner hears at once and all sessions end when it is done', async () => {
    const asked = await ask(first);
    expect(asked.body).toMatchObject({ what: 'password', state: 'waiting', approvedBy: null, mayApprove: false });
    expect((await owner.client.get('/api/notices')).body.rows[0]).toMatchObject({ title: '有人为您申请重设密码' });
    expect((await owner.client.get('/api/account/recoveries')).body).toEqual([expect.objectContaining({ id: asked.body.id, state: 'waiting' })]);
    expect((await ask(second)).body.code).toBe('RECOVERY_OPEN');
    const at = `/api/account-recoveries/${asked.body.id}`;
    expect((await first.client.post(`${at}/completion`)).body.code).toBe('RECOVERY_WAITS');
    expect((await first.client.post(`${at}/approval`)).body.code).toBe('RECOVERY_NEEDS_ANOTHER');
    expect((await owner.client.post(`${at}/approval`)).body.code).toBe('ACCOUNT_NOT_BELOW');
    const stranger = await cast.hire('prefecture_admin', 'elsewhere');
    for (const act of ['approval', 'completion', 'withdrawal']) expect((await stranger.client.post(`${at}/${act}`)).status).toBe(404);
    expect((await second.client.post(`${at}/approval`)).body).toMatchObject({ state: 'ready' });
    const done = await first.client.post(`${at}/completion`);
    expect(done.body.url).toMatch(/\/password_reset\/[\w-]{43}$/);
    expect((await owner.client.get('/api/account/sessions')).status).toBe(401);
    expect((await second.client.post(`${at}/completion`)).body.code).toBe('RECOVERY_CLOSED');
    const token = String(done.body.url).split('/').pop();
    expect((await system.client().post('/api/password-resets/use', { token, password: `${PASSWORD}x` })).status).toBe(204);
    expect((await logIn(owner.login, `${PASSWORD}x`)).status).toBe(200);
    owner.client = await cast.logIn(owner.login, `${PASSWORD}x`);
  });

  it('or the waiting time of the policy; the owner can stop it', async () => {
    const asked = await ask(first, 'second_factor');
    expect((await second.client.get('/api/account/recoveries')).body).toEqual([]);
    const intruder = await cast.hire('coach');
    expect((await intruder.client.post(`/api/account/recoveries/${asked.body.id}/stop`)).status).toBe(404);
    expect((await owner.client.post(`/api/account/recoveries/${asked.body.id}/stop`)).status).toBe(204);
    expect((await first.client.get('/api/notices')).body.rows[0]).toMatchObject({ title: '账号本人停止了恢复' });
    expect((await first.client.post(`/api/account-recoveries/${asked.body.id}/completion`)).body.code).toBe('RECOVERY_CLOSED');
    const again = await ask(first, 'second_factor');
    system.clock.advance(24 * HOUR - 60_000);
    first.client = await cast.logIn(first.login);
    expect((await first.client.post(`/api/account-recoveries/${again.body.id}/completion`)).body.code).toBe('RECOVERY_WAITS');
    system.clock.advance(60_000);
    expect((await first.client.post(`/api/account-recoveries/${again.body.id}/completion`)).body).toEqual({ url: null, expiresAt: null });
  });

  it('waits as long as the policy says, which only the system\'s administrator sets', async () => {
    const admin = await cast.hire('system_admin');
    expect((await admin.client.put('/api/security-policy', { requireSecondFactor: false, recoveryWaitHours: 0 })).status).toBe(400);
    expect((await admin.client.put('/api/security-policy', { requireSecondFactor: false, recoveryWaitHours: null })).body).toMatchObject({ recoveryWaitHours: null, requireSecondFactor: false, decided: true });
    expect((await first.client.put('/api/security-policy', { requireSecondFactor: false })).status).toBe(403);
    const asked = await ask(first);
    expect(asked.body.readyAt).toBeNull();
    system.clock.advance(1_000 * HOUR);
    first.client = await cast.logIn(first.login);
    expect((await first.client.post(`/api/account-recoveries/${asked.body.id}/completion`)).body.code).toBe('RECOVERY_NEEDS_ANOTHER');
  });

  it('cannot be had by writing to the database either', async () => {
    const row = `INSERT INTO account_recovery (account_id, what, reason, asked_by, asked_at`;
    const values = `VALUES ('${owner.accountId}', 'second_factor', 'x', '${first.accountId}', now()`;
    await expect(system.db.query(`${row}, approved_by, approved_at) ${values}, '${first.accountId}', now())`)).rejects.toThrow('recovery_two_people');
    await expect(system.db.query(`${row}, approved_by, approved_at) ${values}, '${owner.accountId}', now())`)).rejects.toThrow('recovery_by_others');
    await expect(system.db.query(`${row}, done_by, done_at) ${values}, '${first.accountId}', now())`)).rejects.toThrow('recovery_approved_or_waited');
  });
});

describe('strangers who try at an account', () => {
  const from = (ip: string) => ({ 'x-forwarded-for': ip });

  it('lock themselves out, not its owner elsewhere nor the owner\'s own browser', async () => {
    const owner = await cast.hire('coach');
    const browser = system.client();
    expect((await logIn(owner.login, PASSWORD, from('10.0.0.1'), browser)).status).toBe(200);
    expect(browser.cookie('qs_device')).toHaveLength(43);
    for (let failure = 1; failure <= 5; failure++) expect((await logIn(owner.login, WRONG, from('10.0.0.9'))).status).toBe(401);
    expect((await logIn(owner.login, PASSWORD, from('10.0.0.9'))).body.code).toBe('ACCOUNT_LOCKED');
    expect((await logIn(owner.login, PASSWORD, from('10.0.0.2'))).status).toBe(200);
    // The same address, a browser that the account knows.
    expect((await logIn(owner.login, PASSWORD, from('10.0.0.9'), browser)).status).toBe(200);
    // A known browser is no way to guess either.
    for (let failure = 1; failure <= 5; failure++) await logIn(owner.login, WRONG, from('10.0.0.1'), browser);
    expect((await logIn(owner.login, PASSWORD, from('10.0.0.1'), browser)).body.code).toBe('ACCOUNT_LOCKED');
  });

  it('cannot go on from ever new addresses', async () => {
    const owner = await cast.hire('coach');
    const browser = system.client();
    await logIn(owner.login, PASSWORD, from('10.1.0.1'), browser);
    await system.db.query(`INSERT INTO login_throttle (key, failures, since) VALUES ($1, 100, $2)`, [`account:${owner.accountId}:all`, system.clock.now()]);
    expect((await logIn(owner.login, PASSWORD, from('10.1.0.3'))).body.code).toBe('TOO_MANY_REQUESTS');
    expect((await logIn(owner.login, PASSWORD, from('10.1.0.3'), browser)).status).toBe(200);
    const above = await cast.hire('school_admin');
    expect((await above.client.post(`/api/accounts/${owner.accountId}/unlocking`)).status).toBe(204);
    expect((await logIn(owner.login, PASSWORD, from('10.1.0.3'))).status).toBe(200);
  });

  it('have no use of another account\'s browser cookie', async () => {
    const [owner, other] = [await cast.hire('coach'), await cast.hire('coach')];
    const browser = system.client();
    await logIn(other.login, PASSWORD, from('10.2.0.1'), browser);
    for (let failure = 1; failure <= 5; failure++) await logIn(owner.login, WRONG, from('10.2.0.9'), browser);
    expect((await logIn(owner.login, PASSWORD, from('10.2.0.9'), browser)).body.code).toBe('ACCOUNT_LOCKED');
    const rows = await system.db.query('SELECT k::text AS whole FROM known_device k');
    expect(JSON.stringify(rows)).not.toContain(browser.cookie('qs_device'));
  });
});
