import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cast, idNumber, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on' } });
  cast = await Cast.assemble(system);
});

const tokenOf = (url: string): string => url.split('/').at(-1) ?? '';
let counter = 0;
const someone = (over: Record<string, unknown> = {}) => ({
  role: 'student', person: { name: '孙报名', idNumber: idNumber('2010-02-03', ++counter), stage: 'senior', grade: '高一' }, schoolId: cast.units.here.school, loginName: `sun.baoming${counter}`, password: PASSWORD, ...over,
});
const days = (count: number): number => count * 86_400_000;

describe('registering oneself', () => {
  it('makes an account whose role counts once the school has approved it', async () => {
    const body = someone();
    const registered = await system.client().post('/api/registrations', body);
    expect([registered.status, registered.body.state]).toEqual([200, 'requested']);
    const client = await cast.logIn(body.loginName as string);
    const account = (await client.get('/api/session')).body.account;
    expect(account).toMatchObject({ name: '孙报名', grants: [{ role: 'student', state: 'requested', orgUnit: '青荷中学' }] });
    expect(account.permissions).not.toContain('person.list');
    const [grant] = account.grants;
    const beside = await cast.as('school_admin', 'elsewhere');
    const school = await cast.as('school_admin');
    expect((await beside.client.post(`/api/grants/${grant.id}/approval`)).status).toBe(404);
    expect((await school.client.get('/api/accounts?state=requested')).body.rows.map((row: { id: string }) => row.id)).toEqual([registered.body.accountId]);
    expect((await school.client.post(`/api/grants/${grant.id}/approval`)).status).toBe(204);
    expect((await client.get('/api/session')).body.account.grants).toMatchObject([{ role: 'student', state: 'active' }]);
    expect((await school.client.post(`/api/grants/${grant.id}/approval`)).body.code).toBe('GRANT_ALREADY_DECIDED');
  });

  it('shows the reason of a refusal', async () => {
    const body = someone({ role: 'coach' });
    await system.client().post('/api/registrations', body);
    const client = await cast.logIn(body.loginName as string);
    const [grant] = (await client.get('/api/session')).body.account.grants;
    await (await cast.as('school_admin')).client.post(`/api/grants/${grant.id}/refusal`, { reason: '非本校教师' });
    expect((await client.get('/api/session')).body.account.grants).toMatchObject([{ role: 'coach', state: 'refused', decisionReason: '非本校教师' }]);
    // The document is free again for the school where the person really is.
    const elsewhere = await cast.as('school_admin', 'elsewhere');
    const facts = body.person as Record<string, unknown>;
    expect((await elsewhere.client.post('/api/people', { kind: 'coach', name: facts.name, idNumber: facts.idNumber, schoolId: cast.units.elsewhere.school })).status).toBe(200);
  });

  it('may bring its school along, which the county approves first', async () => {
    const newSchool = { countyId: cast.units.here.county, name: '新登记的学校', schoolType: 'ordinary', stages: ['primary'] };
    const body = someone({ role: 'school_admin', schoolId: undefined, newSchool });
    expect((await system.client().post('/api/registrations', body)).status).toBe(200);
    const client = await cast.logIn(body.loginName as string);
    const [grant] = (await client.get('/api/session')).body.account.grants;
    const county = await cast.as('county_admin');
    expect((await county.client.post(`/api/grants/${grant.id}/approval`)).body.code).toBe('SCHOOL_NOT_FOUND');
    expect((await county.client.post(`/api/schools/${grant.orgUnitId}/approval`)).status).toBe(204);
    expect((await county.client.post(`/api/grants/${grant.id}/approval`)).status).toBe(204);
    expect((await client.get('/api/schools')).body.rows).toMatchObject([{ name: '新登记的学校' }]);
  });

  it('leaves nothing behind when a part is refused', async () => {
    const taken = await cast.as('student');
    const before = await system.db.first(`SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM account) AS accounts`);
    const cases: [Record<string, unknown>, string][] = [
      [{ loginName: taken.login }, 'LOGIN_NAME_TAKEN'],
      [{ password: 'short' }, 'INVALID_INPUT'],
      [{ loginName: '13800138000' }, 'INVALID_INPUT'],
      [{ loginName: undefined }, 'INVALID_INPUT'],
      [{ schoolId: undefined }, 'SCHOOL_NEEDED'],
      [{ schoolId: cast.units.here.county }, 'SCHOOL_NOT_FOUND'],
      [{ role: 'province_admin' }, 'INVALID_INPUT'],
    ];
    for (const [over, code] of cases) expect([over, (await system.client().post('/api/registrations', someone(over))).body.code]).toEqual([over, code]);
    expect(await system.db.first(`SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM account) AS accounts`)).toEqual(before);
  });

  it('tells nothing about a document that is on record; its owner is told, and the school keeps one record', async () => {
    const school = await cast.as('school_admin');
    const entered = someone();
    const { id } = (await school.client.post('/api/people', { kind: 'student', name: '孙报名', idNumber: (entered.person as any).idNumber, stage: 'senior', schoolId: cast.units.here.school })).body;
    const [known, unknown] = [await system.client().post('/api/registrations', entered), await system.client().post('/api/registrations', someone())];
    expect([known.status, known.body.state, Object.keys(known.body)]).toEqual([unknown.status, unknown.body.state, Object.keys(unknown.body)]);
    expect(known.status).toBe(200);
    const request = async (login: unknown) => (await (await cast.logIn(login as string)).get('/api/session')).body.account.grants[0];
    const approve = async (who: typeof school, grant: { id: string }) => (await who.client.post(`/api/grants/${grant.id}/approval`)).body;
    expect(await approve(school, await request(entered.loginName))).toMatchObject({ code: 'PERSON_HERE_ALREADY', params: { name: '孙报名' } });
    expect((await school.client.post(`/api/grants/${(await request(entered.loginName)).id}/refusal`, { reason: '已在名册，请认领' })).status).toBe(204);
    const claimed = await school.client.post(`/api/people/${id}/claim-link`);
    expect(claimed.status).toBe(200);
    expect(await system.db.query('SELECT 1 FROM person WHERE id_contested_with IS NOT NULL')).toEqual([]);

    // Somebody with an account, at another school: that school's administrator may not know either, but the owner and the province do.
    const owner = someone();
    await system.client().post('/api/registrations', owner);
    expect(await approve(school, await request(owner.loginName))).toBe('');
    const again = someone({ person: owner.person, schoolId: cast.units.elsewhere.school });
    expect((await system.client().post('/api/registrations', again)).status).toBe(200);
    const inbox = async (login: unknown) => (await (await cast.logIn(login as string)).get('/api/notices')).body.rows.map((row: { title: string }) => row.title);
    expect(await inbox(owner.loginName)).toContain('有人用您的证件号码注册');
    expect(await inbox(again.loginName)).not.toContain('有人用您的证件号码注册');
    expect(await approve(await cast.as('school_admin', 'elsewhere'), await request(again.loginName))).toBe('');
    expect(await system.db.query('SELECT p.name FROM person p JOIN person o ON o.id = p.id_contested_with')).toEqual([{ name: '孙报名' }]);
  });

  it('twice at the same moment makes one account', async () => {
    const body = someone();
    const answers = await Promise.all(Array.from({ length: 5 }, () => system.client().post('/api/registrations', body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409]);
  });
});

describe('claiming a record', () => {
  const entered = async (): Promise<string> => (await (await cast.as('school_admin')).client.post('/api/people', { kind: 'student', name: '钱待领', schoolId: cast.units.here.school, idNumber: idNumber('2011-03-04', ++counter) })).body.id;

  it('works once, for a while, by the newest owner of the link', async () => {
    const id = await entered();
    const school = await cast.as('school_admin');
    const beside = await cast.as('school_admin', 'elsewhere');
    expect((await beside.client.post(`/api/people/${id}/claim-link`)).status).toBe(404);
    const { url } = (await school.client.post(`/api/people/${id}/claim-link`)).body;
    const second = (await school.client.post(`/api/people/${id}/claim-link`)).body.url;
    expect(url).toMatch(/\/claim\/[\w-]{43}$/);
    const guest = system.client();
    expect((await guest.post('/api/links/look', { purpose: 'claim', token: tokenOf(url) })).body).toMatchObject({ name: '钱*领', school: '青荷中学', loginName: null });
    expect((await guest.post('/api/links/look', { purpose: 'invitation', token: tokenOf(url) })).status).toBe(410);
    const claims = await Promise.all([1, 2, 3].map((n) => system.client().post('/api/claims', { token: tokenOf(url), loginName: `qian.dailing${n}`, password: PASSWORD })));
    expect(claims.map((answer) => answer.status).sort()).toEqual([200, 410, 410]);
    const won = claims.findIndex((answer) => answer.status === 200) + 1;
    const client = await cast.logIn(`qian.dailing${won}`);
    expect((await client.get('/api/session')).body.account).toMatchObject({ name: '钱待领', personId: id, grants: [{ role: 'student', state: 'active' }] });
    expect((await system.client().post('/api/claims', { token: tokenOf(second), loginName: 'too.late', password: PASSWORD })).body.code).toBe('LINK_NOT_VALID');
    expect((await school.client.post(`/api/people/${id}/claim-link`)).body.code).toBe('PERSON_HAS_ACCOUNT');
    const stored = await system.db.query(`SELECT l::text AS whole FROM single_use_link l`);
    expect(JSON.stringify(stored)).not.toContain(tokenOf(url));
  });

  it('does not use the link up when the claim itself is refused', async () => {
    const id = await entered();
    const { url } = (await (await cast.as('school_admin')).client.post(`/api/people/${id}/claim-link`)).body;
    expect((await system.client().post('/api/claims', { token: tokenOf(url), loginName: 'qian.weak', password: 'weak' })).status).toBe(422);
    expect((await system.client().post('/api/claims', { token: tokenOf(url), loginName: 'qian.strong', password: PASSWORD })).status).toBe(200);
  });

  it('expires', async () => {
    const own = await startSystem({ databaseUrl: system.databaseUrl });
    const id = await entered();
    const { url } = (await (await cast.as('school_admin')).client.post(`/api/people/${id}/claim-link`)).body;
    own.clock.advance(days(31));
    expect((await own.client().post('/api/claims', { token: tokenOf(url), loginName: 'qian.late', password: PASSWORD })).status).toBe(410);
    await own.close();
  });

  it('may join an account that exists', async () => {
    const id = await entered();
    const { url } = (await (await cast.as('school_admin')).client.post(`/api/people/${id}/claim-link`)).body;
    const invited = await (await cast.as('county_admin')).client.post('/api/invitations', { name: '钱待领', loginName: 'qian.joined', role: 'school_admin', orgUnitId: cast.units.here.sister });
    await system.client().post('/api/invitations/acceptance', { token: tokenOf(invited.body.url), password: PASSWORD });
    const client = await cast.logIn('qian.joined');
    expect((await client.post('/api/claims', { token: tokenOf(url) })).body).toEqual({ accountId: invited.body.accountId, personId: id });
    expect((await client.get('/api/session')).body.account.grants.map((grant: { role: string }) => grant.role).sort()).toEqual(['school_admin', 'student']);
  });

  it('counts guessing against the address', async () => {
    const own = await startSystem();
    const statuses: number[] = [];
    for (let guess = 0; guess < 62; guess++) statuses.push((await own.client().post('/api/links/look', { purpose: 'claim', token: `guess-number-${guess}-of-many-more` })).status);
    expect(statuses.slice(0, 60).every((status) => status === 410)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    await own.close();
  });
});

describe('inviting', () => {
  it('makes an account below oneself whose owner sets the password by the link', async () => {
    const office = await cast.as('prefecture_admin');
    const invited = await office.client.post('/api/invitations', { name: '周县管', loginName: 'Zhou.Xian', role: 'county_admin', orgUnitId: cast.units.here.county });
    expect(invited.status).toBe(200);
    expect((await system.client().post('/api/session', { login: 'zhou.xian', password: PASSWORD })).status).toBe(401);
    expect((await office.client.get(`/api/accounts/${invited.body.accountId}`)).body).toMatchObject({ status: 'invited', grants: [{ role: 'county_admin' }] });
    const token = tokenOf(invited.body.url);
    expect((await system.client().post('/api/invitations/acceptance', { token, password: 'zhou.xian-1' })).body.problems).toMatchObject([{ code: 'PASSWORD_IS_YOUR_NAME' }]);
    expect((await system.client().post('/api/invitations/acceptance', { token, password: PASSWORD })).status).toBe(204);
    expect((await system.client().post('/api/invitations/acceptance', { token, password: PASSWORD })).status).toBe(410);
    expect((await (await cast.logIn('zhou.xian')).get('/api/schools')).body.total).toBeGreaterThan(1);
  });

  it('is refused above, beside and for other scopes than the role has, and leaves no account', async () => {
    const office = await cast.as('prefecture_admin');
    const { here, elsewhere } = cast.units;
    const before = await system.db.first(`SELECT count(*) FROM account`);
    const cases: [Record<string, unknown>, number, string][] = [
      [{ role: 'prefecture_admin', orgUnitId: here.prefecture }, 403, 'GRANT_ABOVE_ONESELF'],
      [{ role: 'system_admin' }, 403, 'GRANT_ABOVE_ONESELF'],
      [{ role: 'judge' }, 403, 'GRANT_ABOVE_ONESELF'],
      [{ role: 'county_admin', orgUnitId: elsewhere.county }, 403, 'GRANT_ABOVE_ONESELF'],
      [{ role: 'county_admin', orgUnitId: here.school }, 422, 'GRANT_SCOPE'],
      [{ role: 'county_admin' }, 422, 'GRANT_SCOPE'],
      [{ role: 'coach', orgUnitId: '00000000-0000-4000-8000-000000000000' }, 422, 'GRANT_SCOPE'],
    ];
    for (const [over, status, code] of cases) {
      const answer = await office.client.post('/api/invitations', { name: '某人', loginName: 'some.body', ...over });
      expect([over, answer.status, answer.body.code]).toEqual([over, status, code]);
    }
    expect(await system.db.first(`SELECT count(*) FROM account`)).toEqual(before);
  });

  it('can be repeated, and a password be reset, by a link from above', async () => {
    const county = await cast.as('county_admin');
    const pupil = await cast.hire('student');
    const link = await county.client.post(`/api/accounts/${pupil.accountId}/link`);
    expect(link.body.url).toMatch(/\/password_reset\//);
    const token = tokenOf(link.body.url);
    expect((await system.client().post('/api/password-resets/use', { token, password: 'Juzizhou-2027' })).status).toBe(204);
    expect((await pupil.client.get('/api/account/sessions')).status).toBe(401);
    await cast.logIn(pupil.login, 'Juzizhou-2027');
    expect((await county.client.post(`/api/accounts/${(await cast.as('prefecture_admin')).accountId}/link`)).status).toBe(404);
    expect((await county.client.post(`/api/accounts/${county.accountId}/link`)).status).toBe(403);
    const colleague = await cast.hire('county_admin');
    expect((await county.client.post(`/api/accounts/${colleague.accountId}/link`)).body.code).toBe('ACCOUNT_NOT_BELOW');
  });
});

describe('roles', () => {
  it('are given and taken inside the own area, never to oneself, and count from the next request on', async () => {
    const office = await cast.as('prefecture_admin');
    const teacher = await cast.hire('coach');
    const order = { accountId: teacher.accountId, role: 'school_admin', orgUnitId: cast.units.here.school };
    expect((await teacher.client.get('/api/schools')).status).toBe(403);
    const given = await office.client.post('/api/grants', order);
    expect(given.status).toBe(200);
    expect((await teacher.client.get('/api/schools')).body.total).toBe(1);
    expect((await office.client.post('/api/grants', order)).body.code).toBe('GRANT_EXISTS');
    expect((await (await cast.as('prefecture_admin', 'elsewhere')).client.post(`/api/grants/${given.body.id}/revocation`, { reason: '越权' })).status).toBe(404);
    expect((await office.client.post(`/api/grants/${given.body.id}/revocation`, { reason: '调离' })).status).toBe(204);
    expect((await teacher.client.get('/api/schools')).status).toBe(403);
    expect((await office.client.post('/api/grants', { ...order, accountId: office.accountId, role: 'county_admin', orgUnitId: cast.units.here.county })).body.code).toBe('GRANT_TO_ONESELF');
    expect((await office.client.post('/api/grants', { ...order, accountId: (await cast.as('coach', 'elsewhere')).accountId })).status).toBe(404);
    const audit = await system.db.query<{ action: string; reason: string | null }>(`SELECT action, reason FROM audit_record WHERE subject_id = $1 ORDER BY sequence`, [given.body.id]);
    expect(audit).toEqual([{ action: 'grant.given', reason: null }, { action: 'grant.revoked', reason: '调离' }]);
  });

  it('of an edition’s secretariat reach judges of that edition only', async () => {
    const edition = '11111111-1111-4111-8111-111111111111';
    const chief = await cast.as('system_admin');
    const invited = await chief.client.post('/api/invitations', { name: '秘书', loginName: 'secretary.one', role: 'secretariat', editionId: edition });
    await system.client().post('/api/invitations/acceptance', { token: tokenOf(invited.body.url), password: PASSWORD });
    const client = await cast.logIn('secretary.one');
    expect((await client.post('/api/invitations', { name: '评委', loginName: 'judge.one', role: 'judge', editionId: edition })).status).toBe(200);
    expect((await client.post('/api/invitations', { name: '评委', loginName: 'judge.two', role: 'judge' })).body.code).toBe('GRANT_ABOVE_ONESELF');
    const seen = (await client.get('/api/accounts?size=200')).body.rows as { loginName: string; grants: { role: string }[] }[];
    expect(seen.map((row) => row.loginName).sort()).toEqual(['judge.one', 'secretary.one']);
    expect((await client.get(`/api/accounts/${(await cast.as('student')).accountId}`)).status).toBe(404);
  });

  it('are held by the database to their scopes', async () => {
    const { accountId } = await cast.as('student');
    const insert = (columns: string, values: unknown[]) => system.db.query(`INSERT INTO role_grant (account_id, ${columns}) VALUES ($1, ${values.map((_, index) => `$${index + 2}`).join(', ')})`, [accountId, ...values]);
    await expect(insert('role', ['county_admin'])).rejects.toThrow(/role_grant_scope/);
    await expect(insert('role, org_unit_id', ['system_admin', cast.units.here.county])).rejects.toThrow(/role_grant_scope/);
    await expect(insert('role, org_unit_id', ['emperor', cast.units.here.county])).rejects.toThrow(/check/);
    await expect(system.db.query(`UPDATE person SET id_kind = 'resident', id_sealed = '439901201306150023', id_hash = 'x' WHERE id = $1`, [(await cast.as('student')).personId])).rejects.toThrow(/person_id_is_sealed/);
    await expect(system.db.query(`UPDATE account SET password_hash = 'plain' WHERE id = $1`, [accountId])).rejects.toThrow(/account_password_hash/);
  });
});

describe('asking for a reset', () => {
  it('answers alike for everybody and not endlessly', async () => {
    const ask = (login: string) => system.client().post('/api/password-resets', { login });
    expect((await ask('nobody@example.org')).status).toBe(204);
    for (let time = 0; time < 4; time++) expect((await ask('nobody@example.org')).status).toBe(204);
    expect((await ask('nobody@example.org')).status).toBe(429);
  });
});
