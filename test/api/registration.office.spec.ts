import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Player } from '../support/cast.js';
import { RecommendedEntries } from '../support/recommended-entries.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { textsOf } from '../support/spreadsheets.js';
import { exportedCsv } from '../support/list-export.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let stock: RecommendedEntries;
let county: Player;
let province: Player;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00', worker: true });
  desk = await RegistrationDesk.open(system);
  stock = new RecommendedEntries(desk);
  county = await desk.cast.as('county_admin');
  province = await desk.cast.as('province_admin');
});

const find = async (by: Player, q: string): Promise<string[]> => must(await by.client.get(`/api/entries?editionId=${desk.editionId}&size=200&q=${encodeURIComponent(q)}`)).rows.map((row: any) => row.title);
const addMember = async (entryId: string, name: string): Promise<string> => {
  const row = await system.db.first<{ id: string }>(`INSERT INTO person (kind, name, school_id) VALUES ('student', $1, $2) RETURNING id`, [name, desk.cast.units.here.school]);
  await system.db.query('INSERT INTO entry_member (entry_id, edition_id, person_id, position, added_at) VALUES ($1, $2, $3, 1, now())', [entryId, desk.editionId, row?.id]);
  return row?.id ?? '';
};

describe('searching in Chinese', () => {
  it('finds by characters, full pinyin, initials and number, and follows every change of a name', async () => {
    const [entry] = await stock.add(1, 'submitted', 'here', '会呼吸的屋顶');
    await stock.add(1, 'submitted', 'elsewhere', '会呼吸的秘密');
    const person = await addMember(entry!.id, '买买提·吐尔逊');
    for (const q of ['呼吸', 'huihuxi', 'hhx', '买买提吐尔逊', 'qhzx', '青荷 屋顶', 'mmt']) expect([q, await find(county, q)]).toEqual([q, ['会呼吸的屋顶']]);
    for (const q of ['秘密', 'mimi', '吸呼', "%' OR 1=1 --", '_']) expect([q, await find(county, q)]).toEqual([q, []]);
    expect((await find(province, 'hhx')).sort()).toEqual(['会呼吸的屋顶', '会呼吸的秘密'].sort());

    await system.db.query(`UPDATE person SET name = '覃与归' WHERE id = $1`, [person]);
    expect(await find(county, '买买提')).toEqual([]);
    expect(await find(county, 'qinyugui')).toEqual(['会呼吸的屋顶']);
    const counts = must(await county.client.get(`/api/entry-counts?editionId=${desk.editionId}&q=hhx`));
    expect(counts).toEqual({ counts: { submitted: 1 }, total: 1 });
    expect(await exportedCsv(county.client, { editionId: desk.editionId, q: 'mimi' })).not.toContain('秘密');
  });
});

describe('views of a list', () => {
  it('are kept for the account, shared inside the own unit only, and dropped by their owner', async () => {
    const colleague = await desk.cast.hire('county_admin');
    const stranger = await desk.cast.as('county_admin', 'elsewhere');
    const { county: unit } = desk.cast.units.here;
    must(await county.client.post('/api/list-views', { list: 'entries', name: '只看我的', query: 'view=all' }));
    const kept = must<any[]>(await county.client.post('/api/list-views', { list: 'entries', name: '初中工程', query: 'view=waiting&group=junior&discipline=EN', unitId: unit }));
    expect(kept.map((view) => [view.name, view.own, view.sharedWith])).toEqual(expect.arrayContaining([['初中工程', true, '芙蓉区'], ['只看我的', true, null]]));
    const seen = must<any[]>(await colleague.client.get('/api/list-views?list=entries'));
    expect(seen.map((view) => [view.name, view.own])).toEqual([['初中工程', false]]);
    expect(must(await stranger.client.get('/api/list-views?list=entries'))).toEqual([]);
    expect(await stranger.client.post('/api/list-views', { list: 'entries', name: 'x', query: '', unitId: unit })).toMatchObject({ status: 422, body: { problems: [{ code: 'LIST_VIEW_UNIT' }] } });
    expect((await colleague.client.delete(`/api/list-views/${seen[0].id}`)).status).toBe(404);
    expect(must<any[]>(await county.client.delete(`/api/list-views/${seen[0].id}`)).map((view) => view.name)).toEqual(['只看我的']);
  });
});

describe('the deadline board', () => {
  it('shows each unit where it stands and reminds those with an office, once a day, inside the own area', async () => {
    const { units } = desk.cast;
    await desk.cast.as('school_admin');
    const board = must(await county.client.get(`/api/deadline-board?editionId=${desk.editionId}`));
    expect(board.rows.map((row: any) => [row.unitId, row.standing, row.hasOffice])).toEqual([[units.here.sister, 'none', false], [units.here.school, 'handedIn', true]]);
    expect(must(await county.client.get(`/api/deadline-board/counts?editionId=${desk.editionId}`))).toEqual({ counts: { none: 1, handedIn: 1 } });
    const none = must(await province.client.get(`/api/deadline-board?editionId=${desk.editionId}&kind=county&standing=none&size=5&q=${encodeURIComponent('岳麓')}`));
    expect(none.rows).toEqual([expect.objectContaining({ name: '岳麓区', parentName: '长沙市', standing: 'none' })]);

    const both = { editionId: desk.editionId, unitIds: [units.here.school, units.here.sister] };
    expect(must(await county.client.post('/api/deadline-board/reminders', both))).toEqual({ told: 1, already: 0, withoutOffice: 1 });
    expect(must(await county.client.post('/api/deadline-board/reminders', both))).toEqual({ told: 0, already: 1, withoutOffice: 1 });
    const school = await desk.cast.as('school_admin');
    const told = (): Promise<any[]> => system.db.query<any>(`SELECT params FROM notice WHERE template = 'deadlineReminder' AND account_id = $1`, [school.accountId]);
    for (let turn = 0; turn < 400 && (await told()).length === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await told()).toEqual([{ params: { unit: '青荷中学', edition: '第47届', closesAt: '2027-01-31 17:00' } }]);
    expect((await county.client.post('/api/deadline-board/reminders', { ...both, unitIds: [units.elsewhere.school] })).status).toBe(404);
    expect((await school.client.post('/api/deadline-board/reminders', { ...both, unitIds: [units.here.school] })).status).toBe(403);
  });
});

describe('a message to a selection', () => {
  it('shows whom it reaches, goes out once, and only inside the own area', async () => {
    const mine = await stock.add(3, 'submitted');
    const [other] = await stock.add(1, 'submitted', 'elsewhere');
    const coach = await desk.cast.as('coach');
    const message = { editionId: desk.editionId, entryIds: mine.map((entry) => entry.id), audience: 'makers', subject: '补充材料', body: '请在本周五前补交原始记录。' };
    expect(must(await county.client.post('/api/entry-messages/preview', message))).toEqual({ recipients: 1, unreached: 0, title: '补充材料', body: expect.stringContaining('请在本周五前补交原始记录。（发送人：') });
    const order = { ...message, requestKey: 'message-key-1' };
    const answers = await Promise.all([1, 2, 3].map(() => county.client.post('/api/entry-messages', order)));
    expect(new Set(answers.map((answer) => must(answer).id)).size).toBe(1);
    const notices = await system.db.query<any>(`SELECT account_id FROM notice WHERE template = 'officeMessage'`);
    expect(notices).toEqual([{ account_id: coach.accountId }]);
    expect((await county.client.post('/api/entry-messages', { ...order, requestKey: 'message-key-2', entryIds: [mine[0]!.id, other!.id] })).status).toBe(404);
    expect((await coach.client.post('/api/entry-messages', order)).status).toBe(403);
    const nobody = await desk.cast.as('county_admin', 'elsewhere');
    expect(await nobody.client.post('/api/entry-messages', { ...message, audience: 'schools', entryIds: [other!.id], requestKey: 'message-key-3' })).toMatchObject({ status: 409, body: { code: 'MESSAGE_NOBODY' } });
  });
});

describe('this year beside the last', () => {
  it('counts by unit, type and group in both editions, inside the own area', async () => {
    const before = must(await province.client.get(`/api/dashboards/comparison?editionId=${desk.editionId}`));
    expect(before).toMatchObject({ before: null, totalBefore: 0 });
    const last = await system.db.first<{ id: string }>(
      `INSERT INTO edition (contest_id, family, number, year, name, state, rulebook_version_id, opened_at, closed_at, created_at)
       SELECT contest_id, family, 46, 2026, '第46届', 'closed', rulebook_version_id, now(), now(), now() FROM edition WHERE id = $1 RETURNING id`, [desk.editionId],
    );
    await system.db.query(
      `INSERT INTO entry (edition_id, type, group_key, title, state, school_id, county_id, prefecture_id, created_by, created_at, updated_at, submitted_at, state_since)
       SELECT $1, 'project', 'senior', 'x' || n, 'submitted', $2, $3, $4, $5, now(), now(), now(), now() FROM generate_series(1, 7) n`,
      [last?.id, desk.cast.units.here.school, desk.cast.units.here.county, desk.cast.units.here.prefecture, county.accountId],
    );
    const view = must(await county.client.get(`/api/dashboards/comparison?editionId=${desk.editionId}`));
    expect(view).toMatchObject({ before: { name: '第46届' }, totalBefore: 7, byUnit: [{ label: '青荷中学', before: 7 }], byType: [{ key: 'project', before: 7 }] });
    expect(view.byGroup).toEqual(expect.arrayContaining([expect.objectContaining({ label: '高中组（含中职）', now: 0, before: 7 })]));
    expect(must(await (await desk.cast.as('county_admin', 'elsewhere')).client.get(`/api/dashboards/comparison?editionId=${desk.editionId}`)).totalBefore).toBe(0);
  });
});

describe('an export with identity numbers', () => {
  it('needs a second person, is collected once within a day, and every opened number is written down', async () => {
    const second = await desk.cast.hire('province_admin');
    const office = await desk.cast.as('prefecture_admin');
    const entry = await desk.submitted({ title: '带证件的作品' });
    const [member] = must(await (await desk.cast.as('coach')).client.get(desk.url(entry.id))).members;
    const asked = must<any[]>(await office.client.post('/api/identity-exports', { editionId: desk.editionId, reason: '全国赛注册需要证件号码' }));
    const { id } = asked[0];
    expect((await county.client.post('/api/identity-exports', { editionId: desk.editionId, reason: '我也想要一份' })).status).toBe(403);
    expect(await office.client.post(`/api/identity-exports/${id}/file`)).toMatchObject({ status: 409, body: { code: 'IDENTITY_EXPORT_STATE' } });
    expect((await office.client.post(`/api/identity-exports/${id}/decision`, { approve: true })).status).toBe(403);
    const own = must<any[]>(await province.client.post('/api/identity-exports', { editionId: desk.editionId, reason: '自己给自己批一份' }))[0];
    expect(await province.client.post(`/api/identity-exports/${own.id}/decision`, { approve: true })).toMatchObject({ status: 403, body: { code: 'IDENTITY_EXPORT_OWN' } });
    await expect(system.db.query(`UPDATE identity_export SET state = 'approved', decided_by = requested_by, decided_at = now(), collect_by = now() WHERE id = $1`, [own.id])).rejects.toThrow(/identity_export_second_person/);
    expect(must<any[]>(await second.client.post(`/api/identity-exports/${own.id}/decision`, { approve: false, reason: '用途不明' })).find((one) => one.id === own.id)).toMatchObject({ state: 'refused' });

    must(await second.client.post(`/api/identity-exports/${id}/decision`, { approve: true }));
    expect((await second.client.post(`/api/identity-exports/${id}/file`)).status).toBe(404);
    const collect = (): Promise<Response> =>
      fetch(`${system.url}/api/identity-exports/${id}/file`, { method: 'POST', headers: { cookie: office.client.cookieHeader(), origin: system.url } });
    const answers = await Promise.all([collect(), collect()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answers.find((answer) => answer.status === 200)!.arrayBuffer());
    const row = textsOf(book.worksheets[0], 2);
    expect(textsOf(book.worksheets[0], 1)).toContain('证件号码');
    expect(row).toContain('带证件的作品');
    expect(row.at(-1)).toMatch(/^439901\d{11}[\dX]$/);
    const opened = await system.db.query<any>(`SELECT account_id FROM audit_record WHERE action = 'person.id_opened' AND subject_id = $1`, [member.personId]);
    expect(opened).toEqual([{ account_id: office.accountId }]);

    const late = must<any[]>(await office.client.post('/api/identity-exports', { editionId: desk.editionId, reason: '第二次需要证件号码' }))[0];
    must(await second.client.post(`/api/identity-exports/${late.id}/decision`, { approve: true }));
    await system.db.query(`UPDATE identity_export SET collect_by = $2 WHERE id = $1`, [late.id, new Date(system.clock.millis() - 1000)]);
    expect(await office.client.post(`/api/identity-exports/${late.id}/file`)).toMatchObject({ status: 410, body: { code: 'IDENTITY_EXPORT_OVER' } });
  });
});

describe('two schools that become one', () => {
  it('keep what both had: reminders of one day, and entries of tables with one key', async () => {
    const { school, sister } = desk.cast.units.elsewhere;
    const entries = await stock.add(2, 'submitted', 'elsewhere');
    for (const [index, unit] of [school, sister].entries()) {
      await system.db.query('UPDATE entry SET school_id = $2 WHERE id = $1', [entries[index]!.id, unit]);
      await system.db.query(`INSERT INTO imported_entry (entry_id, edition_id, school_id, type, key, taken_values, taken_at) VALUES ($1, $2, $3, 'project', 'no:1', '{}', now())`, [entries[index]!.id, desk.editionId, unit]);
      await system.db.query(`INSERT INTO unit_reminder (edition_id, unit_id, day, sent_by, sent_at) VALUES ($1, $2, '2026-12-01', $3, now())`, [desk.editionId, unit, county.accountId]);
    }
    must(await province.client.post(`/api/schools/${sister}/merge`, { intoId: school, reason: '两校合并' }));
    const keys = await system.db.query<any>('SELECT entry_id, key FROM imported_entry WHERE school_id = $1 ORDER BY length(key)', [school]);
    expect(keys).toEqual([{ entry_id: entries[0]!.id, key: 'no:1' }, { entry_id: entries[1]!.id, key: `no:1 ${entries[1]!.id}` }]);
    expect(await system.db.query('SELECT unit_id FROM unit_reminder WHERE unit_id = ANY ($1::uuid[])', [[school, sister]])).toEqual([{ unit_id: school }]);
  });
});
