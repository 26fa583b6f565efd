import { beforeAll, describe, expect, it } from '@jest/globals';
import { innovationRulebook, type Rulebook } from '#libs/contests';
import { Cast, type Player } from '../support/cast.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;
let office: Player;
let contestId: string;
let number = 40;

beforeAll(async () => {
  system = await startSystem({ now: '2026-10-01T09:00:00+08:00' });
  await system.db.query('UPDATE security_policy SET require_second_factor = false');
  cast = await Cast.assemble(system);
  office = await cast.as('province_admin');
  contestId = must(await office.client.post('/api/contests', { code: '01', family: 'innovation', name: '创新大赛', nameEn: 'Innovation contest', summary: '测试' })).id;
});

const begin = async (): Promise<any> => must(await office.client.post('/api/editions', { contestId, number: ++number, year: 2027, name: `第${number}届` }));
const url = (id: string, rest = ''): string => `/api/editions/${id}${rest}`;

async function opened(): Promise<any> {
  const edition = await begin();
  must(await office.client.put(url(edition.id, '/stages'), { version: edition.version, stages: RegistrationDesk.stages() }));
  const { sha256 } = must(await office.client.get(url(edition.id, '/defaults')));
  must(await office.client.post(url(edition.id, '/defaults/confirm'), { sha256 }));
  return must(await office.client.post(url(edition.id, '/open')));
}

describe('preparing an edition', () => {
  it('tells all that is missing before it opens', async () => {
    const edition = await begin();
    const answer = await office.client.post(url(edition.id, '/open'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'EDITION_NOT_READY' } });
    expect(answer.body.problems.map((problem: any) => problem.code)).toEqual([...Array.from({ length: 7 }, () => 'STAGE_NOT_PLANNED'), 'DEFAULTS_UNCONFIRMED']);
  });

  it('shows every default with its value; a changed value must be confirmed again', async () => {
    const edition = await begin();
    const shown = must(await office.client.get(url(edition.id, '/defaults')));
    expect(shown.defaults.length).toBeGreaterThan(25);
    expect(shown.defaults.find((rule: any) => rule.pointer === '/scoring/total/weights')).toMatchObject({ holds: { value: { initial: 0.3, final: 0.7 } } });
    expect(shown.defaults.every((rule: any) => rule.holds.value !== undefined && rule.label.length > 1)).toBe(true);
    expect(must(await office.client.post(url(edition.id, '/defaults/confirm'), { sha256: shown.sha256 })).confirmed).toBe(true);
    const rulebook = must(await office.client.get(url(edition.id, '/rulebook')));
    rulebook.document.publication.objectionAnswerDays = 20;
    must(await office.client.put(url(edition.id, '/rulebook'), { document: rulebook.document, revision: rulebook.revision }));
    expect(must(await office.client.get(url(edition.id, '/defaults'))).confirmed).toBe(false);
    expect((await office.client.post(url(edition.id, '/defaults/confirm'), { sha256: shown.sha256 })).status).toBe(409);
  });

  it('refuses a calendar with faults, each with its place, and an old version', async () => {
    const edition = await begin();
    const stages = [
      { key: 'school', opensAt: '2026-11-02T00:00:00+08:00', closesAt: '2026-11-01T00:00:00+08:00' },
      { key: 'village', opensAt: '2026-11-01T00:00:00+08:00', closesAt: '2026-11-02T00:00:00+08:00' },
      { key: 'school', opensAt: '2026-11-01T00:00:00+08:00', closesAt: '2026-11-02T00:00:00+08:00' },
    ];
    const answer = await office.client.put(url(edition.id, '/stages'), { version: edition.version, stages });
    expect(answer.body.problems.map((problem: any) => `${problem.code} ${problem.path}`)).toEqual(['STAGE_SPAN stages[0].closesAt', 'STAGE_UNKNOWN stages[1].key', 'STAGE_TWICE stages[2].key']);
    expect((await office.client.put(url(edition.id, '/stages'), { version: edition.version + 1, stages: RegistrationDesk.stages() })).status).toBe(409);
  });

  it('is hidden from everyone who does not prepare it', async () => {
    const edition = await begin();
    const coach = await cast.as('coach');
    expect((await coach.client.get(url(edition.id))).status).toBe(404);
    expect(must(await coach.client.get('/api/editions?size=200')).rows.some((row: any) => row.id === edition.id)).toBe(false);
    expect((await system.client().get(`/api/public/editions/${edition.id}`)).status).toBe(404);
    expect((await system.client().get('/api/public/contests')).text).not.toContain(edition.id);
    for (const role of ['coach', 'school_admin', 'prefecture_admin', 'judge', 'secretariat', 'supervisor'] as const) {
      expect((await (await cast.as(role)).client.post(url(edition.id, '/open'))).status).toBe(403);
    }
  });
});

describe('a rulebook', () => {
  it('is saved only when valid; all faults come with their places', async () => {
    const edition = await begin();
    const document = innovationRulebook(2027) as any;
    document.types[0].team.max = 0;
    document.types[0].fields[0].kind = 'essay';
    delete document.chain;
    document.scoring.stages[0].judges = { method: 'coin' };
    const answer = await office.client.put(url(edition.id, '/rulebook'), { document, revision: 1 });
    expect(answer).toMatchObject({ status: 422, body: { code: 'RULEBOOK_INVALID' } });
    const paths = answer.body.problems.map((problem: any) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(['/types/0/team/max', '/types/0/fields/0/kind', '/chain']));
    expect(paths.some((path: string) => path.startsWith('/scoring/stages/0'))).toBe(true);
    expect(answer.body.problems.every((problem: any) => problem.message.length > 2 && !/\{\w+\}/.test(problem.message))).toBe(true);
    expect(must(await office.client.get(url(edition.id, '/rulebook'))).revision).toBe(1);
    const checked = must(await office.client.post(url(edition.id, '/rulebook/check'), { document }));
    expect(checked.problems.map((problem: any) => problem.path)).toEqual(paths);
  });

  it('of another family, or saved over somebody else\'s save, is refused', async () => {
    const edition = await begin();
    const document = innovationRulebook(2027) as any;
    expect((await office.client.put(url(edition.id, '/rulebook'), { document: { ...document, family: 'robotics' }, revision: 1 })).text).toContain('RULEBOOK_OTHER_FAMILY');
    document.publication.noticeDays = 8;
    must(await office.client.put(url(edition.id, '/rulebook'), { document, revision: 1 }));
    expect((await office.client.put(url(edition.id, '/rulebook'), { document, revision: 1 })).status).toBe(409);
  });

  it('a field added to it is asked for, without a change of code', async () => {
    const edition = await begin();
    const document = innovationRulebook(2027) as any;
    document.types[0].fields.push({ key: 'motto', kind: 'text', required: true, label: { zh: '一句话介绍', en: 'Motto' }, max: 20 });
    must(await office.client.put(url(edition.id, '/rulebook'), { document, revision: 1 }));
    must(await office.client.put(url(edition.id, '/stages'), { version: edition.version, stages: RegistrationDesk.stages() }));
    const { sha256 } = must(await office.client.get(url(edition.id, '/defaults')));
    must(await office.client.post(url(edition.id, '/defaults/confirm'), { sha256 }));
    must(await office.client.post(url(edition.id, '/open')));
    system.clock.set(new Date('2026-11-05T09:00:00+08:00'));
    const coach = await cast.hire('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: edition.id, type: 'project' }));
    expect((await coach.client.get(`/api/entries/${entry.id}/check`)).text).toContain('一句话介绍');
    expect(must(await coach.client.patch(`/api/entries/${entry.id}`, { version: entry.version, parts: { form: { motto: '好' } } })).form).toEqual({ motto: '好' });
    system.clock.set(new Date('2026-10-01T09:00:00+08:00'));
  });

  it('frozen at opening, changes only by an amendment with a reason, seen before it is made', async () => {
    office.client = await cast.logIn(office.login);
    const edition = await opened();
    expect(edition).toMatchObject({ state: 'open', rulebookFrozen: true, rulebookNumber: 1 });
    const { document, revision, id } = must(await office.client.get(url(edition.id, '/rulebook')));
    expect(await office.client.put(url(edition.id, '/rulebook'), { document, revision })).toMatchObject({ status: 409, body: { code: 'RULEBOOK_FROZEN' } });
    await expect(system.db.query(`UPDATE rulebook_version SET sha256 = 'x' WHERE id = $1`, [id])).rejects.toThrow(/never changes/);
    const amended = structuredClone(document) as Rulebook;
    amended.scoring.sheets!.projectFinal!.items[0]!.label.zh = '创新程度';
    amended.types[0]!.coaches.max = 2;
    const preview = must(await office.client.post(url(edition.id, '/rulebook/amendments/preview'), { document: amended }));
    expect(preview).toMatchObject({ valid: true, stages: ['final'], changed: ['/types/0/coaches/max', '/scoring/sheets/projectFinal/items/0/label/zh'] });
    expect((await office.client.post(url(edition.id, '/rulebook/amendments'), { document: amended, reason: '' })).status).toBe(400);
    expect((await office.client.post(url(edition.id, '/rulebook/amendments'), { document, reason: '没有改动的修订' })).text).toContain('AMENDMENT_EMPTY');
    const second = must(await office.client.post(url(edition.id, '/rulebook/amendments'), { document: amended, reason: '组委会第三次会议决定' }));
    expect(second).toMatchObject({ number: 2, reason: '组委会第三次会议决定', frozenAt: expect.any(String) });
    expect(must<any[]>(await office.client.get(url(edition.id, '/rulebook/versions'))).map((row) => [row.number, row.frozen])).toEqual([[2, true], [1, true]]);
    expect(must(await office.client.get(`/api/rulebook-versions/${id}`)).document).toEqual(document);
  });

  it('has a published schema', async () => {
    const schema = must(await system.client().get('/api/rulebook-schema'));
    expect(schema).toMatchObject({ title: 'Qingsai rulebook', type: 'object' });
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['types', 'chain', 'scoring', 'defaults']));
  });
});

describe('the next edition', () => {
  it('is cloned in one step with every day a year later and all places unused', async () => {
    const edition = await opened();
    must(await office.client.put(url(edition.id, '/quotas'), { quotas: [{ level: 'prefecture', unitId: cast.units.here.prefecture, entryType: '*', places: 30 }] }));
    await system.db.query('UPDATE quota SET used = 12 WHERE edition_id = $1', [edition.id]);
    const next = must(await office.client.post(url(edition.id, '/clone'), { number: ++number, year: 2028, name: '下一届', quotas: true }));
    expect(next).toMatchObject({ state: 'preparing', year: 2028, rulebookNumber: 1, rulebookFrozen: false, defaultsConfirmed: false });
    expect(next.stages.find((stage: any) => stage.key === 'school').closesAt).toBe('2028-01-31T09:00:00.000Z');
    const { document } = must(await office.client.get(url(next.id, '/rulebook')));
    expect(document).toEqual(innovationRulebook(2028));
    const places = must<any[]>(await office.client.get(url(next.id, '/quotas')));
    expect(places.map((row) => [row.unitId, row.places, row.used])).toEqual([[cast.units.here.prefecture, 30, 0]]);
    expect((await office.client.post(url(edition.id, '/clone'), { number, year: 2028, name: '重复' })).text).toContain('EDITION_NUMBER_TAKEN');
  });

  it('lives from preparation to the archive, one way', async () => {
    const { id } = await opened();
    expect((await office.client.post(url(id, '/archive'))).status).toBe(409);
    expect(must(await office.client.post(url(id, '/close'))).state).toBe('closed');
    expect(must(await office.client.post(url(id, '/archive'))).state).toBe('archived');
    for (const step of ['open', 'close', 'archive']) expect((await office.client.post(url(id, `/${step}`))).status).toBe(409);
  });
});

describe('quotas that do not fit together', () => {
  it('are told all at once, before anything is saved', async () => {
    const edition = await begin();
    const [here, elsewhere] = [cast.units.here.prefecture, cast.units.elsewhere.prefecture];
    const quota = (unitId: string, places: number, entryType = '*') => ({ level: 'prefecture', unitId, entryType, places });
    must(await office.client.put(url(edition.id, '/quotas'), { quotas: [quota(here, 10), quota(elsewhere, 6), quota(here, 5, 'project')], base: 4 }));
    await system.db.query('UPDATE quota SET used = 3 WHERE edition_id = $1', [edition.id]);
    const refused = await office.client.put(url(edition.id, '/quotas'), { quotas: [quota(here, 2), quota(elsewhere, 5), quota(cast.units.here.county, 1)], base: 6, total: 9 });
    expect(refused.status).toBe(422);
    expect(refused.body.problems.map((problem: any) => `${problem.code} ${problem.path}`)).toEqual([
      'QUOTA_LEVEL quotas[2].level', 'QUOTA_BELOW_USED quotas[0].places', 'QUOTA_BELOW_BASE quotas[0].places', 'QUOTA_TYPE_ABOVE_ALL quotas[0].places', 'QUOTA_BELOW_BASE quotas[1].places', 'QUOTA_SUM total',
    ]);
    expect(must<any[]>(await office.client.get(url(edition.id, '/quotas'))).filter((row) => row.entryType === '*').map((row) => row.places).sort()).toEqual([10, 6]);
    must(await office.client.put(url(edition.id, '/quotas'), { quotas: [quota(here, 12)], total: 18 }));
  });
});

describe('quotas by proposal', () => {
  it('follow largest remainders with a base, and save nothing', async () => {
    const { id } = await opened();
    const rows = await system.db.query<{ id: string; code: string }>(`SELECT id, code FROM org_unit WHERE kind = 'prefecture'`);
    // The case of 140 places for 14 prefectures (INN-QUOTA-001).
    const weights: Record<string, number> = { 4301: 1054, 4302: 480, 4303: 420, 4304: 542, 4305: 510, 4306: 455, 4307: 430, 4308: 160, 4309: 300, 4310: 365, 4311: 350, 4312: 330, 4313: 290, 4331: 190 };
    const expected: Record<string, number> = { 4301: 18, 4302: 11, 4303: 10, 4304: 12, 4305: 11, 4306: 10, 4307: 10, 4308: 7, 4309: 9, 4310: 9, 4311: 9, 4312: 9, 4313: 8, 4331: 7 };
    const shares = rows.map((row) => ({ unitId: row.id, weight: weights[row.code.slice(0, 4)] }));
    const proposal = must<any[]>(await office.client.post(url(id, '/quotas/proposal'), { total: 140, base: 5, shares }));
    expect(Object.fromEntries(proposal.map((row) => [rows.find((one) => one.id === row.unitId)?.code.slice(0, 4), row.places]))).toEqual(expected);
    expect(must(await office.client.get(url(id, '/quotas')))).toEqual([]);
  });
});

describe('the public portal', () => {
  it('shows contests, calendar and the stage that runs now, and answers 304 to those who know', async () => {
    const edition = await opened();
    system.clock.set(new Date('2026-11-05T09:00:00+08:00'));
    const visitor = system.client();
    const answer = await visitor.get(`/api/public/editions/${edition.id}`);
    expect(must(answer)).toMatchObject({ stageNow: 'province_check', disclaimer: expect.stringContaining('零收费'), types: expect.arrayContaining([expect.objectContaining({ key: 'project', label: '青少年科技创新成果' }), expect.objectContaining({ key: 'video', label: '青少年科学影像' })]) });
    const tag = answer.headers.get('etag') ?? '';
    const again = await visitor.get(`/api/public/editions/${edition.id}`, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    system.clock.set(new Date('2027-01-31T17:00:00+08:00'));
    const later = await visitor.get(`/api/public/editions/${edition.id}`, { 'if-none-match': tag });
    expect(must(later).stages.find((stage: any) => stage.key === 'school').status).toBe('over');
    visitor.language = 'en';
    expect(must(await visitor.get('/api/public/contests'))[0]).toMatchObject({ name: 'Innovation contest' });
    system.clock.set(new Date('2026-10-01T09:00:00+08:00'));
  });

  it('shows announcements once they are published, pinned first, and not after they are withdrawn', async () => {
    office.client = await cast.logIn(office.login);
    const visitor = system.client();
    const one = must(await office.client.post('/api/announcements', { title: '申报通知 <b>', body: '正文' }));
    const two = must(await office.client.post('/api/announcements', { title: '置顶', body: '正文', pinned: true }));
    expect((await visitor.get(`/api/public/announcements/${one.id}`)).status).toBe(404);
    expect(must(await visitor.get('/api/public/announcements')).total).toBe(0);
    for (const { id } of [one, two]) must(await office.client.post(`/api/announcements/${id}/publish`));
    expect(must(await visitor.get('/api/public/announcements')).rows.map((row: any) => row.title)).toEqual(['置顶', '申报通知 <b>']);
    expect((await office.client.patch(`/api/announcements/${one.id}`, { version: 1, title: '旧版本' })).status).toBe(409);
    must(await office.client.post(`/api/announcements/${two.id}/withdraw`));
    expect(must(await visitor.get('/api/public/announcements')).rows.map((row: any) => row.id)).toEqual([one.id]);
    expect((await (await cast.as('coach')).client.post('/api/announcements', { title: '假的', body: 'x' })).status).toBe(403);
  });
});
