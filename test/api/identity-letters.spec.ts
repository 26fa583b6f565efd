import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Cast, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

const letters: ParsedMail[] = [];
let smtp: SMTPServer;
let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void simpleParser(stream).then((letter) => {
      letters.push(letter);
      done();
    }),
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  system = await startSystem({
    worker: true,
    env: { QINGSAI_DEMO: 'on', PUBLIC_URL: 'https://qingsai.example', SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, SMTP_FROM: 'Qingsai <no-reply@qingsai.example>' },
  });
  cast = await Cast.assemble(system);
});

afterAll(async () => {
  await system.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

async function letterTo(address: string, subject = ''): Promise<ParsedMail> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(25)) {
    const found = letters.find((letter) => JSON.stringify(letter.to).includes(address) && letter.subject?.includes(subject));
    if (found) return found;
  }
  throw new Error(`No letter to ${address} came`);
}

const tokenIn = (letter: ParsedMail, purpose: string): string => new RegExp(`https://qingsai\\.example/${purpose}/([\\w-]{43})`).exec(letter.text ?? '')?.[1] ?? '';

async function verified(letter: ParsedMail): Promise<void> {
  expect((await system.client().post('/api/email-verifications', { token: tokenIn(letter, 'email_verification') })).status).toBe(204);
}

describe('letters', () => {
  it('bring an invitation, whose link is nowhere in the database', async () => {
    const county = await cast.as('county_admin');
    const answer = await county.client.post('/api/invitations', { name: '吴校管', email: 'Wu@Example.org', role: 'school_admin', orgUnitId: cast.units.here.school });
    expect(answer.status).toBe(200);
    const letter = await letterTo('wu@example.org');
    expect(letter.subject).toBe('【青赛】请启用您的账号');
    expect(letter.text).toContain('吴校管，您好');
    expect(letter.text).toContain('336 小时');
    const token = tokenIn(letter, 'invitation');
    const everywhere = await system.db.query(`SELECT l::text FROM single_use_link l UNION ALL SELECT o::text FROM outbox o UNION ALL SELECT a::text FROM audit_record a UNION ALL SELECT d::text FROM delivery d`);
    expect(JSON.stringify(everywhere)).not.toContain(token);
    expect((await system.client().post('/api/invitations/acceptance', { token, password: PASSWORD })).status).toBe(204);
    // Who came in by the letter has the address.
    const invited = await cast.logIn('wu@example.org');
    expect((await invited.get('/api/session')).body.account).toMatchObject({ email: 'wu@example.org', emailState: 'verified' });
  });

  it('bring a reset to the account’s address in its language, and nothing to strangers', async () => {
    const { client, login } = await cast.hire('coach');
    await client.patch('/api/account', { email: 'zhao@example.org', language: 'en', password: PASSWORD });
    await verified(await letterTo('zhao@example.org'));
    for (const asked of [login, 'stranger@example.org']) expect((await system.client().post('/api/password-resets', { login: asked })).status).toBe(204);
    const letter = await letterTo('zhao@example.org', '[Qingsai] A new password');
    expect((await system.client().post('/api/password-resets/use', { token: tokenIn(letter, 'password_reset'), password: 'Juzizhou-2027' })).status).toBe(204);
    expect((await client.get('/api/account/sessions')).status).toBe(401);
    await cast.logIn('zhao@example.org', 'Juzizhou-2027');
    await pause(300);
    expect(letters.filter((one) => JSON.stringify(one.to).includes('stranger'))).toEqual([]);
  });

  it('tell the school that somebody asks to join, and the applicant what became of it', async () => {
    const school = await cast.as('school_admin');
    const registered = await system.client().post('/api/registrations', { role: 'student', person: { name: '冯申请' }, schoolId: cast.units.here.school, loginName: 'feng.shenqing', password: PASSWORD });
    const inbox = async (accountId: string): Promise<string[]> => (await system.db.query<{ template: string }>(`SELECT template FROM notice WHERE account_id = $1`, [accountId])).map((row) => row.template);
    expect(await inbox(school.accountId)).toEqual(['account.role_asked']);
    const [grant] = (await (await cast.logIn('feng.shenqing')).get('/api/session')).body.account.grants;
    await school.client.post(`/api/grants/${grant.id}/approval`);
    expect(await inbox(registered.body.accountId)).toEqual(['account.role_approved']);
  });

  it('verify an address before anything else goes there, and begin anew with another one', async () => {
    const typo = 'qian.typo@example.org';
    const registered = await system.client().post<{ accountId: string }>('/api/registrations', { role: 'student', person: { name: '钱同学', email: typo }, schoolId: cast.units.here.school, loginName: 'qian.tongxue', password: PASSWORD });
    expect(registered.status).toBe(200);
    const atTypo = await letterTo(typo, '请验证您的邮箱');
    const client = await cast.logIn('qian.tongxue');
    const state = async (): Promise<string> => (await client.get('/api/session')).body.account.emailState as string;
    expect(await state()).toBe('unverified');

    // Neither a reset link nor a notice goes to an address that may be a stranger's.
    expect((await system.client().post('/api/password-resets', { login: 'qian.tongxue' })).status).toBe(204);
    const school = await cast.as('school_admin');
    const grant = await system.db.first<{ id: string }>('SELECT id FROM role_grant WHERE account_id = $1', [registered.body.accountId]);
    expect((await school.client.post(`/api/grants/${grant?.id}/approval`)).status).toBe(204);
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(25)) {
      const rows = await system.db.query<{ state: string }>(`SELECT d.state FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.account_id = $1`, [registered.body.accountId]);
      if (rows.length > 0 && rows.every((row) => row.state === 'skipped')) break;
    }
    expect(await system.db.query(`SELECT d.state FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.account_id = $1`, [registered.body.accountId])).toEqual([{ state: 'skipped' }]);
    expect(letters.filter((letter) => JSON.stringify(letter.to).includes(typo)).map((letter) => letter.subject)).toEqual(['【青赛】请验证您的邮箱']);

    // The right address: the stranger's link opens nothing any more, the new one does, once.
    expect((await client.patch('/api/account', { email: 'qian@example.org', password: PASSWORD })).status).toBe(204);
    expect((await system.client().post('/api/email-verifications', { token: tokenIn(atTypo, 'email_verification') })).body.code).toBe('LINK_NOT_VALID');
    expect(await state()).toBe('unverified');
    const letter = await letterTo('qian@example.org');
    expect((await system.client().post('/api/links/look', { purpose: 'email_verification', token: tokenIn(letter, 'email_verification') })).body.name).toBe('钱*学');
    await verified(letter);
    expect(await state()).toBe('verified');
    expect((await client.post('/api/account/email-verification')).body.code).toBe('EMAIL_VERIFIED');
    expect((await system.client().post('/api/email-verifications', { token: tokenIn(letter, 'email_verification') })).body.code).toBe('LINK_NOT_VALID');

    // The database forgets the proof with the address, whoever changes it.
    await system.db.query(`UPDATE account SET email = 'other@example.org' WHERE id = $1`, [registered.body.accountId]);
    expect(await state()).toBe('unverified');
    await expect(system.db.query(`UPDATE account SET email = NULL, email_verified_at = now() WHERE login_name = 'feng.shenqing'`)).rejects.toThrow(/account_verified_email/);
  });

  it('are sent once more on request, a few times an hour', async () => {
    const { client } = await cast.hire('coach');
    expect((await client.post('/api/account/email-verification')).body.code).toBe('NO_EMAIL');
    await client.patch('/api/account', { email: 'sun@example.org', password: PASSWORD });
    const answers: number[] = [];
    for (let i = 0; i < 6; i++) answers.push((await client.post('/api/account/email-verification')).status);
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
  });

  it('prove nothing when the invitation was handed over instead', async () => {
    const county = await cast.as('county_admin');
    const { body } = await county.client.post<{ url: string }>('/api/invitations', { name: '郑校管', email: 'zheng@example.org', role: 'school_admin', orgUnitId: cast.units.here.school });
    expect((await system.client().post('/api/invitations/acceptance', { token: body.url.split('/').at(-1), password: PASSWORD })).status).toBe(204);
    const client = await cast.logIn('zheng@example.org');
    expect((await client.get('/api/session')).body.account.emailState).toBe('unverified');
    // The letter's own link died with it; the address gets a letter to verify it.
    expect((await system.client().post('/api/invitations/acceptance', { token: tokenIn(await letterTo('zheng@example.org', '请启用'), 'invitation'), password: 'Yuelu-2027-hu' })).body.code).toBe('LINK_NOT_VALID');
    await letterTo('zheng@example.org', '请验证');
  });
});
