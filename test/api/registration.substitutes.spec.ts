import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Player } from '../support/cast.js';
import { EntryDeadlines } from '../../libs/registration/src/entry-deadlines.service.js';
import { RecommendedEntries } from '../support/recommended-entries.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { checkTable, commitTable, download, textsOf, workbookOf } from '../support/spreadsheets.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let stock: RecommendedEntries;
let office: Player;
let coach: Player;
let unit: string;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00', worker: true });
  desk = await RegistrationDesk.open(system);
  stock = new RecommendedEntries(desk);
  office = await desk.cast.as('prefecture_admin');
  coach = await desk.cast.as('coach');
  unit = desk.cast.units.here.prefecture;
});

const order = (): Record<string, string> => ({ editionId: desk.editionId, level: 'prefecture', unitId: unit, type: 'project' });
const asked = (): string => new URLSearchParams(order()).toString();
const listed = async (): Promise<any[]> => must(await office.client.get(`/api/substitutes?${asked()}`));
const name = (entryIds: string[]) => office.client.put('/api/substitutes', { ...order(), entryIds });
const version = async (id: string): Promise<number> => (await system.db.first<{ version: number }>('SELECT version FROM entry WHERE id = $1', [id]))?.version ?? 0;
const withdraw = async (id: string) => must(await coach.client.post(desk.url(id, '/withdraw'), { version: await version(id), reason: '不参加了' }));
const used = async (): Promise<number> => (await system.db.first<{ used: number }>(`SELECT used FROM quota WHERE unit_id = $1 AND entry_type = '*'`, [unit]))?.used ?? -1;
const deadlines = (): EntryDeadlines => system.api.get(EntryDeadlines, { strict: false });

describe('substitutes', () => {
  it('are named by their unit only, and move up in order when a place falls free', async () => {
    must(await desk.setPlaces('prefecture', unit, 2));
    const [one, two, three, four, five] = await stock.add(5, 'county_recommended');
    for (const entry of [one!, two!]) must(await desk.decide(office, entry, 'recommend'));
    expect((await name([one!.id])).body).toMatchObject({ code: 'INVALID_INPUT', problems: [{ code: 'SUBSTITUTE_ENTRY', path: 'entryIds[0]' }] });
    expect((await (await desk.cast.as('prefecture_admin', 'elsewhere')).client.put('/api/substitutes', { ...order(), entryIds: [three!.id] })).status).toBe(404);
    expect(must<any[]>(await name([three!.id, four!.id, five!.id])).map((row) => [row.entryId, row.state])).toEqual([[three!.id, 'waiting'], [four!.id, 'waiting'], [five!.id, 'waiting']]);

    await withdraw(one!.id);
    expect((await listed())[0]).toMatchObject({ entryId: three!.id, state: 'called', answerBy: expect.stringMatching(/^2026-12-04T01:0\d:00\.000Z$/) });
    expect(await used()).toBe(2);
    const notices = await system.db.query<any>(`SELECT params FROM notice WHERE template = 'substituteCalled' AND account_id = $1`, [coach.accountId]);
    expect(notices.map((row) => row.params.answerBy)).toEqual([expect.stringMatching(/^2026-12-04 09:0\d$/)]);
    // The place is held: nobody else gets it while the answer is awaited.
    expect(await desk.decide(office, five!, 'recommend')).toMatchObject({ status: 409, body: { code: 'QUOTA_EXCEEDED' } });

    expect((await (await desk.cast.as('coach', 'elsewhere')).client.post(desk.url(three!.id, '/substitute-answer'), { accept: true })).status).toBe(404);
    expect(await coach.client.post(desk.url(four!.id, '/substitute-answer'), { accept: true })).toMatchObject({ status: 409, body: { code: 'SUBSTITUTE_NOT_CALLED' } });
    must(await coach.client.post(desk.url(three!.id, '/substitute-answer'), { accept: true }));
    expect(await system.db.first('SELECT state, holds_prefecture_place AS held, content_sha256 IS NOT NULL AS frozen, authorisation_no IS NOT NULL AS numbered FROM entry WHERE id = $1', [three!.id])).toEqual({ state: 'prefecture_recommended', held: true, frozen: true, numbered: true });
    expect(await used()).toBe(2);
  });

  it('who declines, or does not answer in time, leaves the place to the next', async () => {
    const rows = await listed();
    const [four, five] = rows.filter((row) => row.state === 'waiting').map((row) => row.entryId as string);
    const recommended = await system.db.query<{ id: string }>(`SELECT id FROM entry WHERE state = 'prefecture_recommended' ORDER BY id`);
    await withdraw(recommended[0]!.id);
    must(await coach.client.post(desk.url(four!, '/substitute-answer'), { accept: false }));
    expect((await listed()).map((row) => [row.entryId, row.state]).slice(0, 1)).toEqual([[five, 'called']]);
    expect(await used()).toBe(2);
    expect(await deadlines().look()).toMatchObject({ expired: 0 });
    await desk.moveTo((await listed())[0].answerBy);
    expect(await coach.client.post(desk.url(five!, '/substitute-answer'), { accept: true })).toMatchObject({ status: 409, body: { code: 'SUBSTITUTE_OVER' } });
    expect(await deadlines().look()).toMatchObject({ expired: 1 });
    expect(await used()).toBe(1);
    expect(await system.db.query('SELECT 1 FROM substitute WHERE holds_place')).toEqual([]);
  });

  it('take one place once, however many answers come at once, and none when they leave themselves', async () => {
    const [one, two] = await stock.add(2, 'county_recommended');
    must(await name([one!.id, two!.id]));
    const [last] = await system.db.query<{ id: string }>(`SELECT id FROM entry WHERE state = 'prefecture_recommended'`);
    await withdraw(last!.id);
    const answers = await Promise.all([true, true, true, false].map((accept) => coach.client.post(desk.url(one!.id, '/substitute-answer'), { accept })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(3);
    const held = await system.db.first<{ count: number }>('SELECT ((SELECT count(*) FROM entry WHERE prefecture_id = $1 AND holds_prefecture_place) + (SELECT count(*) FROM substitute WHERE holds_place))::int AS count', [unit]);
    expect(await used()).toBe(held?.count);

    const called = (await listed()).find((row) => row.state === 'called');
    if (called) await withdraw(called.entryId);
    else await withdraw(one!.id);
    await expect(system.db.query(`UPDATE substitute SET holds_place = true WHERE state = 'declined'`)).rejects.toThrow(/substitute_place/);
  });
});

describe('an entry that was returned', () => {
  it('is reminded once before its time, and lapses when it can no longer be handed in', async () => {
    const [entry] = await stock.add(1, 'county_recommended');
    must(await desk.decide(office, entry!, 'return', { reason: '请补充数据', fixBy: '2027-02-10T17:00:00+08:00' }));
    expect(await deadlines().look()).toMatchObject({ reminded: 0, lapsed: 0 });
    await desk.moveTo('2027-02-09T20:00:00+08:00');
    const first = await deadlines().look();
    expect(first.reminded).toBeGreaterThan(0);
    expect((await deadlines().look()).reminded).toBe(0);
    await desk.moveTo('2027-02-10T17:00:01+08:00');
    expect(await deadlines().look()).toMatchObject({ lapsed: 1 });
    expect(await stock.state(entry!.id)).toBe('not_recommended');
    expect((must<any[]>(await coach.client.get(desk.url(entry!.id, '/history')))).at(-1)).toMatchObject({ action: 'lapse', reason: '未在 2027-02-10 17:00 前按要求修改' });
    expect(await deadlines().look()).toMatchObject({ lapsed: 0 });
  });
});

describe('ranking by the scores of the own review', () => {
  it('comes with a filled template and orders the unit by score', async () => {
    const entries = await stock.add(3, 'county_recommended', 'elsewhere');
    const there = await desk.cast.as('prefecture_admin', 'elsewhere');
    there.client = await desk.cast.logIn(there.login);
    const target = { kind: 'ranking', editionId: desk.editionId, type: 'project', level: 'prefecture', unitId: desk.cast.units.elsewhere.prefecture };
    const template = (await download(system, there.client, `/api/imports/template?${new URLSearchParams(target)}`)).worksheets[0]!;
    const numbers = [2, 3, 4].map((row) => textsOf(template, row)[0]!);
    expect(new Set(numbers).size).toBe(3);
    const run = await checkTable(there.client, target, await workbookOf([['作品编号', '分数'], [numbers[0]!, 81.5], [numbers[1]!, '92'], [numbers[2]!, 81.5], ['S999999', 50]]));
    expect(run.counts).toEqual({ add: 3, problem: 1 });
    const rows = must(await there.client.get(`/api/imports/${run.id}/rows`)).rows;
    expect(rows[2].hints).toEqual([expect.objectContaining({ code: 'IMPORT_SCORE_EQUAL', message: '与第 2 行同分，按现有顺序排列；请在排序页确认先后。' })]);
    await commitTable(there.client, run.id);
    const ranked = must(await there.client.get(`/api/entries?editionId=${desk.editionId}&sort=prefectureRank&state=county_recommended`)).rows;
    expect(ranked.map((row: any) => [row.entryNo, row.prefectureRank])).toEqual([[numbers[1], 1], [numbers[0], 2], [numbers[2], 3]]);
    expect(ranked.map((row: any) => row.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
    expect((await office.client.post('/api/imports', { ...target, fileId: desk.editionId })).status).toBe(404);
  });
});

describe('the list to be stamped', () => {
  it('is a PDF whose hash is in the audit log; nobody else prints it', async () => {
    must(await desk.setPlaces('prefecture', desk.cast.units.elsewhere.prefecture, 2));
    const there = await desk.cast.as('prefecture_admin', 'elsewhere');
    const waiting = must(await there.client.get(`/api/entries?editionId=${desk.editionId}&sort=prefectureRank&state=county_recommended`)).rows;
    const batch = { editionId: desk.editionId, action: 'recommend', entryIds: waiting.map((row: any) => row.id) };
    expect(await there.client.post('/api/entry-decisions', batch)).toMatchObject({ status: 409, body: { code: 'QUOTA_EXCEEDED' } });
    const partly = must(await there.client.post('/api/entry-decisions', { ...batch, onlyPossible: true }));
    expect(partly.done).toBe(2);
    expect(partly.rows.map((row: any) => [row.possible, row.code])).toEqual([[true, null], [true, null], [false, 'QUOTA_EXCEEDED']]);
    const query = new URLSearchParams({ ...order(), unitId: desk.cast.units.elsewhere.prefecture });
    const printed = await fetch(`${system.url}/api/recommendation-list?${query}`, { headers: { cookie: there.client.cookieHeader() } });
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await printed.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    const record = await system.db.first<any>(`SELECT after FROM audit_record WHERE action = 'recommendation.listPrinted'`);
    expect(record?.after).toMatchObject({ rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await office.client.get(`/api/recommendation-list?${query}`)).status).toBe(404);
    expect((await coach.client.get(`/api/recommendation-list?${query}`)).status).toBe(403);
  });
});

describe('a check list with points that must be ticked', () => {
  it('lets nothing on without them', async () => {
    const province = await desk.cast.as('province_admin');
    const { document } = must(await province.client.get(`/api/editions/${desk.editionId}/rulebook`));
    must(await desk.setPlaces('prefecture', unit, 9));
    document.chain[2].checklist[0].required = true;
    const amended = await province.client.post(`/api/editions/${desk.editionId}/rulebook/amendments`, { document, reason: '推荐前须经市州评审' });
    must(amended);
    const [entry] = await stock.add(1, 'county_recommended');
    expect(await desk.decide(office, entry!, 'recommend')).toMatchObject({ status: 422, body: { code: 'CHECKLIST_OPEN', params: { points: '已经市州评审' } } });
    must(await desk.decide(office, entry!, 'recommend', { checked: ['reviewed'] }));
  });
});

describe('substitutes of several groups', () => {
  it('of a group whose places are used up are passed over, and keep their turn', async () => {
    const there = desk.cast.units.elsewhere.prefecture;
    const above = await desk.cast.as('prefecture_admin', 'elsewhere');
    // Time has passed: the session of before is over.
    const maker = { client: await desk.cast.logIn((await desk.cast.as('coach', 'elsewhere')).login) };
    // Two juniors hold places already.
    must(await desk.setPlaces('prefecture', there, 4));
    must(await desk.setPlaces('prefecture', there, 3, 'project/junior'));
    must(await desk.setPlaces('prefecture', there, 1, 'project/primary'));
    const [junior, primary, nextJunior, nextPrimary] = await stock.add(4, 'county_recommended', 'elsewhere');
    await system.db.query(`UPDATE entry SET group_key = 'primary' WHERE id = ANY ($1::uuid[])`, [[primary!.id, nextPrimary!.id]]);
    for (const entry of [junior, primary]) must(await desk.decide(above, entry!, 'recommend', { checked: ['reviewed'] }));
    const asked = { editionId: desk.editionId, level: 'prefecture', unitId: there, type: 'project' };
    must(await above.client.put('/api/substitutes', { ...asked, entryIds: [nextJunior!.id, nextPrimary!.id] }));
    must(await maker.client.post(desk.url(primary!.id, '/withdraw'), { version: await version(primary!.id), reason: '不参加了' }));
    const states = async () => Object.fromEntries(must<any[]>(await above.client.get(`/api/substitutes?${new URLSearchParams(asked).toString()}`)).map((row) => [row.entryId, row.state]));
    expect(await states()).toMatchObject({ [nextJunior!.id]: 'waiting', [nextPrimary!.id]: 'called' });
    must(await maker.client.post(desk.url(nextPrimary!.id, '/substitute-answer'), { accept: false }));
    expect(await states()).toMatchObject({ [nextJunior!.id]: 'waiting' });
    must(await maker.client.post(desk.url(junior!.id, '/withdraw'), { version: await version(junior!.id), reason: '不参加了' }));
    expect(await states()).toMatchObject({ [nextJunior!.id]: 'called' });
  });
});
