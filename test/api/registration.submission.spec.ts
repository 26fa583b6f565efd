import { beforeAll, describe, expect, it } from '@jest/globals';
import { idNumber } from '../support/cast.js';
import { must, pdf, png, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
});

describe('handing in', () => {
  it('tells everything that is missing at once, in both languages', async () => {
    const { client } = await desk.cast.as('coach');
    const { id, version } = must(await client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const answer = await client.post(desk.url(id, '/submit'), { version });
    expect(answer).toMatchObject({ status: 422, body: { code: 'ENTRY_INCOMPLETE' } });
    const codes = answer.body.problems.map((problem: any) => problem.code);
    expect(codes).toEqual(expect.arrayContaining(['TITLE_MISSING', 'GROUP_MISSING', 'TEAM_TOO_SMALL', 'MISSING_NOVELTY', 'MISSING_RAW', 'FIELD_REQUIRED']));
    expect(codes).not.toContain('SIGN_SCHOOL');
    expect(answer.body.problems.every((problem: any) => problem.message.length > 3 && !problem.message.includes('{'))).toBe(true);
    client.language = 'en';
    const english = must(await client.get(desk.url(id, '/check')));
    client.language = 'zh';
    const sentences = english.problems.filter((problem: any) => problem.code !== 'SIGN_COACH').map((problem: any) => problem.message);
    expect(sentences.join()).not.toMatch(/[\u4e00-\u9fff]|\{/);
    expect(english.ready).toBe(false);
  });

  it('sent eight times at once is one submission', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete();
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.post(desk.url(view.id, '/submit'), { version: view.version })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(answers.map((answer) => answer.body.entryNo)).size).toBe(1);
    const steps = await system.db.query(`SELECT 1 FROM entry_decision WHERE entry_id = $1`, [view.id]);
    expect(steps).toHaveLength(1);
  });

  it('of two entries with the same pupil sent at once one wins', async () => {
    const { client } = await desk.cast.as('coach');
    const pupil = desk.pupil();
    const [one, two] = [await desk.complete({ members: [pupil] }), await desk.complete({ members: [pupil] })];
    const answers = await Promise.all([one, two].map((view) => client.post(desk.url(view.id, '/submit'), { version: view.version })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, expect.any(Number)]);
    const refused = answers.find((answer) => answer.status !== 200);
    expect([409, 422]).toContain(refused?.status);
    expect(refused?.text).toContain('STUDENT_ALREADY_ENTERED');
    const bound = await system.db.query(`SELECT 1 FROM entry_member m JOIN entry_member o ON o.person_id = m.person_id WHERE m.entry_id = $1 AND o.bound`, [one.id]);
    expect(bound).toHaveLength(1);
  });

  it('is in time a few seconds before the end and late at the end', async () => {
    const { client } = await desk.cast.as('coach');
    const [early, late] = [await desk.complete(), await desk.complete()];
    await desk.moveTo('2027-01-31T16:50:00+08:00');
    const coach = await desk.cast.as('coach');
    system.clock.set(new Date('2027-01-31T16:59:55+08:00'));
    must(await coach.client.post(desk.url(early.id, '/submit'), { version: early.version }));
    system.clock.set(new Date('2027-01-31T17:00:00+08:00'));
    for (const answer of [
      await coach.client.post(desk.url(late.id, '/submit'), { version: late.version }),
      await coach.client.patch(desk.url(late.id), { version: late.version, parts: { title: 'x' } }),
      await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }),
      await desk.upload(coach.client, late.id, 'report', pdf(), 'a.pdf'),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('DEADLINE_PASSED');
    }
    expect(must(await coach.client.get(desk.url(late.id))).state).toBe('draft');
    await desk.moveTo('2026-12-01T09:00:00+08:00');
    expect(client).toBeDefined();
  });

  it('a team across prefectures and stages is told both', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete();
    must(await client.post(desk.url(view.id, '/members'), desk.pupil({ schoolId: desk.cast.units.elsewhere.school, schoolStage: 'senior' })));
    const { problems } = must(await client.get(desk.url(view.id, '/check')));
    expect(problems.map((problem: any) => problem.code)).toEqual(expect.arrayContaining(['MIXED_STAGE', 'DIFFERENT_CITY', 'SHARE_MISSING', 'SIGN_MEMBER']));
  });
});

describe('files', () => {
  it('are refused by kind, pages and number, kept as versions, and given only to those who may see the entry', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete();
    expect(await desk.attach(client, view.id, 'report', png(), '报告.pdf')).toMatchObject({ status: expect.any(Number) });
    expect((await desk.attach(client, view.id, 'report', png(), '报告.pdf')).status).toBeGreaterThanOrEqual(400);
    expect(await desk.attach(client, view.id, 'report', pdf(31, 'long'), '长.pdf')).toMatchObject({ status: 422, body: { code: 'MATERIAL_REFUSED', problems: [{ code: 'FILE_PAGES', params: { pages: 31, max: 30 } }] } });
    for (let index = 0; index < 3; index++) must(await desk.attach(client, view.id, 'images', png(800, 600, `x${index}`), 'x.png'));
    expect(await desk.attach(client, view.id, 'images', png(800, 600, 'x9'), 'x.png')).toMatchObject({ status: 422, body: { problems: [{ code: 'FILE_TOO_MANY' }] } });
    expect((await desk.upload(client, view.id, 'nonsense', pdf(), 'a.pdf')).text).toContain('SLOT_UNKNOWN');

    const replaced = must(await desk.attach(client, view.id, 'report', pdf(20, 'second'), '../../etc/新报告.pdf'));
    const current = replaced.materials.filter((file: any) => file.slot === 'report');
    expect(current).toEqual([expect.objectContaining({ number: 2, pages: 20, kind: 'pdf' })]);
    expect(current[0].name).not.toMatch(/[/\\]/);
    const versions = must<any[]>(await client.get(desk.url(view.id, '/materials'))).filter((file) => file.slot === 'report');
    expect(versions.map((file) => [file.number, file.endedAt === null])).toEqual([[1, false], [2, true]]);

    const path = desk.url(view.id, `/materials/${current[0].id}/file`);
    const file = await client.get(path);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    for (const stranger of [await desk.cast.as('coach', 'elsewhere'), await desk.cast.as('county_admin'), await desk.cast.as('judge'), await desk.cast.as('student')]) {
      expect([403, 404]).toContain((await stranger.client.get(path)).status);
    }
    expect((await system.client().get(path)).status).toBe(401);
  });

  it('of somebody else, of another entry or slot cannot be put in', async () => {
    const { client } = await desk.cast.as('coach');
    const [one, two] = [await desk.complete(), await desk.complete()];
    const uploaded = await desk.upload(client, one.id, 'raw', pdf(2, 'mine'), 'a.pdf');
    expect((await client.post(desk.url(two.id, '/materials'), { slot: 'raw', fileId: uploaded.fileId })).status).toBe(404);
    expect((await client.post(desk.url(one.id, '/materials'), { slot: 'report', fileId: uploaded.fileId })).status).toBe(404);
    const stranger = await desk.cast.as('coach', 'elsewhere');
    expect((await desk.upload(stranger.client, one.id, 'raw', pdf(), 'a.pdf')).status).toBe(404);
    const once = must(await client.post(desk.url(one.id, '/materials'), { slot: 'raw', fileId: uploaded.fileId }));
    const twice = must(await client.post(desk.url(one.id, '/materials'), { slot: 'raw', fileId: uploaded.fileId }));
    expect(twice.materials.length).toBe(once.materials.length);
  });
});

describe('a guardian', () => {
  const child = { birthDate: '2013-01-15' };
  const consentOf = (token: string): string => `/api/public/consents/${token}`;
  const link = async (view: any): Promise<string> => {
    const { client } = await desk.cast.as('coach');
    const { link: address } = must(await client.post(desk.url(view.id, `/members/${view.members[0].id}/consent-link`)));
    return new URL(address).pathname.split('/').pop() ?? '';
  };
  const decision = (kind: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ decision: kind, guardianName: '陈父', relation: 'father', textVersion: '2025-1', ...more });

  it('of a child under 14 consents by an own link; without it nothing leaves the draft', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete(child);
    expect(view.members[0]).toMatchObject({ consentRequired: true, consent: 'missing' });
    expect((await client.post(desk.url(view.id, '/submit'), { version: view.version })).text).toContain('CONSENT_MISSING');
    const token = await link(view);
    const guardian = system.client();
    expect(must(await guardian.get(consentOf(token)))).toMatchObject({ state: 'open', studentName: view.members[0].name, text: { version: '2025-1' } });
    expect((await guardian.post(consentOf(token), decision('granted', { textVersion: 'old' }))).status).toBe(409);
    expect(must(await guardian.post(consentOf(token), decision('granted'))).state).toBe('granted');
    expect(must(await guardian.post(consentOf(token), decision('granted'))).state).toBe('granted');
    expect((await guardian.post(consentOf(token), decision('refused'))).status).toBe(409);
    const after = must(await client.get(desk.url(view.id)));
    expect(after.members[0].consent).toBe('granted');
    expect(must(await client.post(desk.url(view.id, '/submit'), { version: after.version })).state).toBe('submitted');
    const records = await system.db.query<any>('SELECT decision, guardian_name, relation, text_version, channel, recorded_by FROM consent WHERE entry_id = $1', [view.id]);
    expect(records).toEqual([{ decision: 'granted', guardian_name: '陈父', relation: 'father', text_version: '2025-1', channel: 'link', recorded_by: null }]);

    const withdrawn = must(await guardian.post(consentOf(token), decision('withdrawn')));
    expect(withdrawn.state).toBe('withdrawn');
    expect(must(await client.get(desk.url(view.id))).state).toBe('withdrawn');
  });

  it('refuses, and a new link asks again; the old one is over', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await desk.complete(child);
    const token = await link(view);
    must(await system.client().post(consentOf(token), decision('refused')));
    expect((await client.get(desk.url(view.id, '/check'))).text).toContain('CONSENT_REFUSED');
    const school = await desk.cast.as('school_admin');
    const paper = { guardianName: '陈父', relation: 'father', decision: 'granted' };
    expect((await school.client.post(desk.url(view.id, `/members/${view.members[0].id}/paper-consent`), paper)).status).toBe(409);
    const second = await link(view);
    expect((await system.client().get(consentOf(token))).status).toBe(410);
    must(await system.client().post(consentOf(second), decision('granted')));
    expect(must(await client.get(desk.url(view.id))).members[0].consent).toBe('granted');
  });

  it('on paper is recorded by the school, not by a coach', async () => {
    const view = await desk.complete(child);
    const path = desk.url(view.id, `/members/${view.members[0].id}/paper-consent`);
    const paper = { guardianName: '陈母', relation: 'mother', decision: 'granted' };
    expect((await (await desk.cast.as('coach')).client.post(path, paper)).status).toBe(403);
    expect(must(await (await desk.cast.as('school_admin')).client.post(path, paper)).members[0].consent).toBe('granted');
  });

  it('is not asked on the 14th birthday; a guessed link finds nothing', async () => {
    const view = await desk.complete({ members: [desk.pupil({ birthDate: '2012-12-01', idNumber: idNumber('2012-12-01', 777), sex: 'M' })] });
    expect(view.members[0].consent).toBe('notNeeded');
    expect((await system.client().get(consentOf('a'.repeat(43)))).status).toBe(404);
  });
});
