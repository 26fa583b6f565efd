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

async function letterTo(address: string): Promise<ParsedMail> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(25)) {
    const found = letters.find((letter) => JSON.stringify(letter.to).includes(address));
    if (found) return found;
  }
  throw new Error(`No letter to ${address} came`);
}

const tokenIn = (letter: ParsedMail, purpose: string): string => new RegExp(`https://qingsai\\.example/${purpose}/([\\w-]{43})`).exec(letter.text ?? '')?.[1] ?? '';

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
    await cast.logIn('wu@example.org');
  });

  it('bring a reset to the account’s address in its language, and nothing to strangers', async () => {
    const { client, login } = await cast.hire('coach');
    await client.patch('/api/account', { email: 'zhao@example.org', language: 'en', password: PASSWORD });
    for (const asked of [login, 'stranger@example.org']) expect((await system.client().post('/api/password-resets', { login: asked })).status).toBe(204);
    const letter = await letterTo('zhao@example.org');
    expect(letter.subject).toBe('[Qingsai] A new password');
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
});
