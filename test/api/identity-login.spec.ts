import { beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Housekeeping } from '#libs/identity';
import { Cast, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on' } });
  cast = await Cast.assemble(system);
});

const minutes = (count: number): number => count * 60_000;

describe('logging in', () => {
  it('gives a cookie that scripts cannot read and a session that knows roles and permissions', async () => {
    const { login } = await cast.hire('county_admin');
    const answer = await system.client().post('/api/session', { login: ` ${login.toUpperCase()} `, password: PASSWORD });
    expect(answer.status).toBe(200);
    const [session, device] = answer.headers.getSetCookie();
    expect(session).toMatch(/^qs_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    expect(device).toMatch(/^qs_device=[\w-]{43}; Path=\/api\/session; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    expect(answer.body.account).toMatchObject({ loginName: login, mustEnrolSecondFactor: false, secondFactor: false, grants: [{ role: 'county_admin', state: 'active', orgUnitId: cast.units.here.county }] });
    expect(answer.body.account.permissions).toContain('school.approve');
    expect(answer.body.account.permissions).not.toContain('school.merge');
  });

  it('marks the cookie Secure where the site is https', async () => {
    const secure = await startSystem({ databaseUrl: system.databaseUrl, env: { PUBLIC_URL: 'https://qingsai.example' } });
    const { login } = await cast.hire('student');
    const answer = await secure.client().post('/api/session', { login, password: PASSWORD });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
    expect((await secure.client().post('/api/session', { login, password: PASSWORD }, { origin: 'https://qingsai.example' })).status).toBe(200);
    await secure.close();
  });

  it('takes e-mail address and phone too', async () => {
    const { login, client } = await cast.hire('coach');
    expect((await client.patch('/api/account', { email: 'Coach.Chen@Example.org', phone: '138 0000-1111' })).status).toBe(422);
    expect((await client.patch('/api/account', { email: 'Coach.Chen@Example.org', phone: '138 0000-1111', password: PASSWORD })).status).toBe(204);
    for (const name of [login, 'coach.chen@example.org', '+86 13800001111']) expect((await system.client().post('/api/session', { login: name, password: PASSWORD })).status).toBe(200);
  });

  it('tells neither whether an account exists nor what was wrong', async () => {
    const { login } = await cast.hire('student');
    const wrong = await system.client().post('/api/session', { login, password: 'not-the-one-1' });
    const nobody = await system.client().post('/api/session', { login: 'nobody.here', password: 'not-the-one-1' });
    expect([wrong.status, wrong.body.code, wrong.body.message]).toEqual([401, 'LOGIN_REFUSED', '账号或密码不正确。']);
    expect({ ...nobody.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(nobody.headers.get('set-cookie')).toBeNull();
  });

  it('keeps only hashes of tokens', async () => {
    const { client } = await cast.hire('student');
    const token = client.cookie('qs_session') ?? '';
    expect(token).toHaveLength(43);
    const rows = await system.db.query(`SELECT s::text AS whole FROM session s`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends the session that the browser had before', async () => {
    const { login, client } = await cast.hire('student');
    const before = client.cookieHeader();
    expect((await client.post('/api/session', { login, password: PASSWORD })).status).toBe(200);
    expect((await system.client().get('/api/account/sessions', { cookie: before })).body.code).toBe('SESSION_ENDED');
    expect((await client.get('/api/account/sessions')).status).toBe(200);
  });
});

describe('lock-out', () => {
  it('lengthens with each failure, lets the right password in afterwards, and forgets', async () => {
    const { login } = await cast.hire('coach');
    const attempt = (password: string) => system.client().post('/api/session', { login, password });
    for (let failure = 1; failure <= 5; failure++) expect((await attempt('wrong-one-99')).status).toBe(401);
    const locked = await attempt(PASSWORD);
    expect([locked.status, locked.body.code]).toEqual([429, 'ACCOUNT_LOCKED']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(20);
    system.clock.advance(31_000);
    expect((await attempt('wrong-one-99')).status).toBe(401);
    system.clock.advance(31_000);
    expect((await attempt(PASSWORD)).body.code).toBe('ACCOUNT_LOCKED');
    system.clock.advance(31_000);
    expect((await attempt(PASSWORD)).status).toBe(200);
    expect((await attempt('wrong-one-99')).status).toBe(401);
    expect((await attempt(PASSWORD)).status).toBe(200);
  });

  it('locks logins that do not exist alike', async () => {
    const answers = [];
    for (let failure = 1; failure <= 6; failure++) answers.push((await system.client().post('/api/session', { login: 'phantom', password: 'wrong-one-99' })).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('lets no more through when many try at once', async () => {
    const { login } = await cast.hire('coach');
    const answers = await Promise.all(Array.from({ length: 20 }, () => system.client().post('/api/session', { login, password: 'wrong-one-99' })));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(15);
  });

  it('is ended by an administrator above, not by one beside', async () => {
    const { login, accountId } = await cast.hire('coach');
    for (let failure = 1; failure <= 6; failure++) await system.client().post('/api/session', { login, password: 'wrong-one-99' });
    const beside = await cast.as('county_admin', 'elsewhere');
    const above = await cast.as('county_admin');
    expect((await beside.client.post(`/api/accounts/${accountId}/unlocking`)).status).toBe(404);
    expect((await above.client.post(`/api/accounts/${accountId}/unlocking`)).status).toBe(204);
    expect((await system.client().post('/api/session', { login, password: PASSWORD })).status).toBe(200);
  });

  it('slows one address down over all accounts', async () => {
    const own = await startSystem();
    const statuses = [];
    for (let failure = 1; failure <= 62; failure++) statuses.push((await own.client().post('/api/session', { login: `guess${failure}`, password: 'wrong-one-99' })).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    own.clock.advance(minutes(16));
    expect((await own.client().post('/api/session', { login: 'guess99', password: 'wrong-one-99' })).status).toBe(401);
    await own.close();
  });
});

describe('sessions', () => {
  it('end when idle, when old, and at log-out', async () => {
    const one = await cast.hire('student');
    system.clock.advance(minutes(119));
    expect((await one.client.get('/api/account/sessions')).status).toBe(200);
    system.clock.advance(minutes(119));
    expect((await one.client.get('/api/account/sessions')).status).toBe(200);
    system.clock.advance(minutes(121));
    expect((await one.client.get('/api/account/sessions')).body.code).toBe('SESSION_ENDED');
    const other = await cast.hire('student');
    for (let hours = 0; hours < 11; hours++) {
      system.clock.advance(minutes(60));
      expect((await other.client.get('/api/account/sessions')).status).toBe(200);
    }
    system.clock.advance(minutes(61));
    expect((await other.client.get('/api/account/sessions')).status).toBe(401);
    const third = await cast.hire('student');
    const cookie = third.client.cookieHeader();
    expect((await third.client.delete('/api/session')).status).toBe(204);
    expect((await system.client().get('/api/account/sessions', { cookie })).status).toBe(401);
    expect((await third.client.get('/api/session')).body.account).toBeNull();
  });

  it('are listed and ended one by one, one’s own only', async () => {
    const one = await cast.hire('student');
    const second = await cast.logIn(one.login);
    const listed = await one.client.get('/api/account/sessions');
    expect(listed.body).toHaveLength(2);
    const other = listed.body.find((session: { current: boolean }) => !session.current);
    const stranger = await cast.hire('student');
    expect((await stranger.client.delete(`/api/account/sessions/${other.id}`)).status).toBe(404);
    expect((await one.client.delete(`/api/account/sessions/${other.id}`)).status).toBe(204);
    expect((await second.get('/api/account/sessions')).status).toBe(401);
    expect((await one.client.get('/api/account/sessions')).status).toBe(200);
  });

  it('need the own origin for writes, also without a login', async () => {
    const { client, login } = await cast.hire('student');
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const answer = await client.patch('/api/account', { language: 'en' }, { origin });
      expect([answer.status, answer.body.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    }
    expect((await system.client().post('/api/session', { login, password: PASSWORD }, { origin: 'https://evil.example' })).body.code).toBe('FOREIGN_ORIGIN');
    const bare = await fetch(`${system.url}/api/account/sessions`, { method: 'DELETE', headers: { cookie: client.cookieHeader() } });
    expect(bare.status).toBe(403);
  });

  it('of a closed account end at once', async () => {
    const pupil = await cast.hire('student');
    const school = await cast.as('school_admin');
    const body = { reason: '毕业离校' };
    expect((await pupil.client.get('/api/account/sessions')).status).toBe(200);
    expect((await school.client.post(`/api/accounts/${pupil.accountId}/closure`, body)).status).toBe(204);
    expect((await pupil.client.get('/api/account/sessions')).status).toBe(401);
    expect((await system.client().post('/api/session', { login: pupil.login, password: PASSWORD })).body.code).toBe('ACCOUNT_DISABLED');
    expect((await school.client.post(`/api/accounts/${pupil.accountId}/reopening`, body)).status).toBe(204);
    expect((await system.client().post('/api/session', { login: pupil.login, password: PASSWORD })).status).toBe(200);
  });
});

describe('passwords', () => {
  it('change against the old one, end the other sessions, and are stored as Argon2id', async () => {
    const { client, login, accountId } = await cast.hire('student');
    const second = await cast.logIn(login);
    expect((await client.post('/api/account/password', { current: 'wrong-one-99', next: 'Juzizhou-2027' })).body.problems).toMatchObject([{ code: 'PASSWORD_WRONG', path: 'current' }]);
    expect((await client.post('/api/account/password', { current: PASSWORD, next: 'short' })).body.problems.map((problem: { code: string }) => problem.code)).toEqual(['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_PLAIN']);
    expect((await client.post('/api/account/password', { current: PASSWORD, next: 'Juzizhou-2027' })).status).toBe(204);
    expect((await second.get('/api/account/sessions')).status).toBe(401);
    expect((await client.get('/api/account/sessions')).status).toBe(200);
    expect((await system.client().post('/api/session', { login, password: 'Juzizhou-2027' })).status).toBe(200);
    const row = await system.db.first<{ hash: string }>(`SELECT password_hash AS hash FROM account WHERE id = $1`, [accountId]);
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('a stolen session', () => {
  it('guesses the password no faster than a login', async () => {
    const { client } = await cast.hire('student');
    const statuses = [];
    for (let guess = 0; guess < 7; guess++) statuses.push((await client.post('/api/account/password', { current: `guess-number-${guess}`, next: 'Juzizhou-2027' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    expect((await client.post('/api/account/second-factor/removal', { password: PASSWORD })).body.code).toBe('ACCOUNT_LOCKED');
  });
});

describe('the second factor', () => {
  const codeOf = (uri: string): string => {
    const secret = Secret.fromBase32(new URL(uri).searchParams.get('secret') ?? '');
    return new TOTP({ secret }).generate({ timestamp: system.clock.millis() });
  };

  it('is enrolled with a code, asked for at the login, and takes each code once', async () => {
    const { client, login } = await cast.hire('judge');
    // A code holds for half a minute: from its beginning on, the one below stays the same for as long as it is tried.
    system.clock.advance(30_000 - (system.clock.millis() % 30_000));
    expect((await client.post('/api/account/second-factor/confirmation', { code: '123456' })).body.code).toBe('SECOND_FACTOR_NOT_BEGUN');
    const begun = await client.post('/api/account/second-factor');
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await system.client().post('/api/session', { login, password: PASSWORD })).status).toBe(200);
    const wrong = codeOf(begun.body.uri) === '000000' ? '000001' : '000000';
    expect((await client.post('/api/account/second-factor/confirmation', { code: wrong })).body.code).toBe('SECOND_FACTOR_WRONG');
    const confirmed = await client.post('/api/account/second-factor/confirmation', { code: codeOf(begun.body.uri) });
    expect(confirmed.body.codes).toHaveLength(10);
    const attempt = (code?: string) => system.client().post('/api/session', { login, password: PASSWORD, code });
    expect((await attempt()).body.code).toBe('SECOND_FACTOR_CODE_NEEDED');
    expect((await attempt(codeOf(begun.body.uri))).body.code).toBe('SECOND_FACTOR_WRONG');
    system.clock.advance(30_000);
    const code = codeOf(begun.body.uri);
    expect((await attempt(code)).status).toBe(200);
    expect((await attempt(code)).body.code).toBe('SECOND_FACTOR_WRONG');
    const [recovery] = confirmed.body.codes;
    expect((await attempt(recovery.toLowerCase())).status).toBe(200);
    expect((await attempt(recovery)).body.code).toBe('SECOND_FACTOR_WRONG');
    const stored = await system.db.query(`SELECT a::text AS whole FROM account a WHERE login_name = $1`, [login]);
    for (const secret of [begun.body.secret, recovery]) expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('counts wrong codes as failures even when the password is right', async () => {
    const { client, login } = await cast.hire('judge');
    const begun = await client.post('/api/account/second-factor');
    await client.post('/api/account/second-factor/confirmation', { code: codeOf(begun.body.uri) });
    const statuses = [];
    for (let guess = 0; guess < 6; guess++) {
      statuses.push((await system.client().post('/api/session', { login, password: PASSWORD, code: `90000${guess}` })).status);
      if (guess < 4) await system.client().post('/api/session', { login, password: PASSWORD });
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('is required of staff where the policy says so, and of nobody else', async () => {
    const chief = await cast.as('system_admin');
    const judge = await cast.hire('judge');
    const pupil = await cast.hire('student');
    expect((await chief.client.get('/api/security-policy')).body).toMatchObject({ requireSecondFactor: false, decided: false, roles: expect.arrayContaining(['judge', 'school_admin']) });
    expect((await chief.client.put('/api/security-policy', { requireSecondFactor: true })).status).toBe(200);
    try {
      expect((await chief.client.get('/api/accounts')).body.code).toBe('SECOND_FACTOR_NEEDED');
      expect((await judge.client.get('/api/session')).body.account.mustEnrolSecondFactor).toBe(true);
      expect((await pupil.client.get('/api/session')).body.account.mustEnrolSecondFactor).toBe(false);
      const begun = await chief.client.post('/api/account/second-factor');
      expect((await chief.client.post('/api/account/second-factor/confirmation', { code: codeOf(begun.body.uri) })).status).toBe(200);
      expect((await chief.client.get('/api/accounts')).status).toBe(200);
    } finally {
      await chief.client.put('/api/security-policy', { requireSecondFactor: false });
    }
    const audit = await system.db.query(`SELECT after FROM audit_record WHERE action = 'policy.set' ORDER BY sequence`);
    expect(audit).toEqual([true, false].map((requireSecondFactor) => ({ after: { requireSecondFactor, recoveryWaitHours: 24 } })));
  });

  it('is required without a decision where it is no demonstration', async () => {
    const real = await startSystem({ databaseUrl: system.databaseUrl, env: { QINGSAI_DEMO: 'off' } });
    const { login } = await cast.hire('secretariat');
    const client = real.client();
    await real.db.query(`UPDATE security_policy SET require_second_factor = NULL`);
    expect((await client.post('/api/session', { login, password: PASSWORD })).body.account.mustEnrolSecondFactor).toBe(true);
    expect((await client.get('/api/accounts')).body.code).toBe('SECOND_FACTOR_NEEDED');
    await real.close();
  });

  it('is taken away by an administrator above after a lost device, by one alone where the account has no rights over others', async () => {
    const teacher = await cast.hire('coach');
    const begun = await teacher.client.post('/api/account/second-factor');
    await teacher.client.post('/api/account/second-factor/confirmation', { code: codeOf(begun.body.uri) });
    const county = await cast.hire('county_admin');
    expect((await county.client.post(`/api/accounts/${teacher.accountId}/second-factor-reset`)).status).toBe(204);
    expect((await teacher.client.get('/api/account/sessions')).status).toBe(401);
    expect((await system.client().post('/api/session', { login: teacher.login, password: PASSWORD })).status).toBe(200);
  });
});

describe('housekeeping', () => {
  it('keeps logins for half a year and failures for a day, then forgets them', async () => {
    const own = await startSystem({ databaseUrl: system.databaseUrl });
    own.clock.skew = system.clock.skew;
    await system.client().post('/api/session', { login: 'forgotten', password: 'wrong-one-99' });
    const housekeeping = own.api.get(Housekeeping, { strict: false });
    expect(await housekeeping.tidy()).toMatchObject({ sessions: 0, links: 0 });
    own.clock.advance(86_400_000 * 2);
    expect((await housekeeping.tidy()).throttles).toBeGreaterThan(0);
    own.clock.advance(86_400_000 * 199);
    const counted = await system.db.first<{ open: number }>(`SELECT count(*)::int AS open FROM session`);
    expect((await housekeeping.tidy()).sessions).toBe(counted?.open);
    await own.close();
  });
});
