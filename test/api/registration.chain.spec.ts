import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Quotas } from '#libs/contests';
import { Grants } from '#libs/identity';
import { Database } from '#libs/platform';
import { EntryDeadlines } from '../../libs/registration/src/entry-deadlines.service.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { RecommendedEntries } from '../support/recommended-entries.js';
import { exportedCsv, orderedExport } from '../support/list-export.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let stock: RecommendedEntries;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  stock = new RecommendedEntries(desk);
});

const quota = async (unitId: string): Promise<{ places: number | null; used: number } | undefined> =>
  system.db.first(`SELECT places, used FROM quota WHERE edition_id = $1 AND unit_id = $2 AND entry_type = '*'`, [desk.editionId, unitId]);
const held = async (unit: 'county' | 'prefecture', unitId: string): Promise<number> =>
  (await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM entry WHERE edition_id = $1 AND ${unit}_id = $2 AND holds_${unit}_place`, [desk.editionId, unitId]))?.count ?? -1;

describe('quotas', () => {
  it('are never exceeded by 100 recommendations at once', async () => {
    const { prefecture: unit } = desk.cast.units.here;
    must(await desk.setPlaces('prefecture', unit, 7));
    const entries = await stock.add(100, 'county_recommended');
    const office = await desk.cast.as('prefecture_admin');
    const answers = await Promise.all(entries.map((entry) => desk.decide(office, entry, 'recommend')));
    const byStatus = answers.map((answer) => `${answer.status} ${answer.status === 200 ? answer.body.state : answer.body.code}`);
    expect(byStatus.filter((line) => line === '200 prefecture_recommended')).toHaveLength(7);
    expect(byStatus.filter((line) => line === '409 QUOTA_EXCEEDED')).toHaveLength(93);
    expect(await quota(unit)).toEqual({ places: 7, used: 7 });
    expect(await held('prefecture', unit)).toBe(7);
    const numbers = answers.filter((answer) => answer.status === 200).map((answer) => answer.body.authorisationNo);
    expect(new Set(numbers).size).toBe(7);
    await expect(system.db.query('UPDATE quota SET used = places + 1 WHERE unit_id = $1', [unit])).rejects.toThrow(/quota_not_exceeded/);
  });

  it('refuse a batch as a whole: 11 of 12 used, 2 wanted', async () => {
    const { prefecture: unit } = desk.cast.units.here;
    must(await desk.setPlaces('prefecture', unit, 8));
    const [one, two] = await stock.add(2, 'county_recommended');
    const office = await desk.cast.as('prefecture_admin');
    const batch = { editionId: desk.editionId, action: 'recommend', entryIds: [one!.id, two!.id] };
    expect(must(await office.client.post('/api/entry-decisions/preview', batch))).toMatchObject({ possible: 0, refused: 2, places: [{ places: 8, used: 7, wanted: 2, entryType: '*' }, { wanted: 2, entryType: 'project' }, { wanted: 2, entryType: 'project/junior' }] });
    expect(await office.client.post('/api/entry-decisions', batch)).toMatchObject({ status: 409, body: { code: 'QUOTA_EXCEEDED', params: { left: 1 } } });
    expect(await quota(unit)).toEqual({ places: 8, used: 7 });
    expect(must(await office.client.post('/api/entry-decisions/preview', { ...batch, entryIds: [one!.id] }))).toMatchObject({ possible: 1, refused: 0, notices: 1, rows: [{ toState: 'prefecture_recommended' }] });
    expect(must(await office.client.post('/api/entry-decisions', { ...batch, entryIds: [one!.id] }))).toMatchObject({ done: 1 });
  });

  it('are set by the level above, not below what is used, and for no unit of one\'s own', async () => {
    const { prefecture, county } = desk.cast.units.here;
    expect(await desk.setPlaces('prefecture', prefecture, 3)).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_BELOW_USED', params: { used: 8 } }] } });
    const own = await desk.cast.as('prefecture_admin');
    expect(await desk.setPlaces('prefecture', prefecture, 99, '*', own)).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_UNIT' }] } });
    expect(await desk.setPlaces('county', desk.cast.units.elsewhere.county, 9, '*', own)).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_UNIT' }] } });
    expect(await desk.setPlaces('prefecture', county, 9)).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_LEVEL' }] } });
    expect(await desk.setPlaces('prefecture', prefecture, 9, 'poem')).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_TYPE' }] } });
  });

  it('cannot be set below what somebody takes at that very moment, not even the first time they are set', async () => {
    const { county } = desk.cast.units.elsewhere;
    const prefecture = await desk.cast.as('prefecture_admin', 'elsewhere');
    let commit = (): void => undefined;
    const taken = new Promise<void>((resolve) => (commit = resolve));
    const taking = system.api.get(Database).transaction(async () => {
      await system.api.get(Quotas).take(desk.editionId, 'county', county, 'project');
      await taken;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const setting = desk.setPlaces('county', county, 0, '*', prefecture);
    await new Promise((resolve) => setTimeout(resolve, 200));
    commit();
    await taking;
    expect(await setting).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_BELOW_USED', params: { used: 1 } }] } });
    await system.db.query('DELETE FROM quota WHERE unit_id = $1', [county]);
    const row = { level: 'county', unitId: county, entryType: '*' };
    expect(await prefecture.client.put(`/api/editions/${desk.editionId}/quotas`, { quotas: [{ ...row, places: 3 }, { ...row, places: 9 }] })).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_TWICE', path: 'quotas[1].unitId' }] } });
  });

  it('of one type count beside those of all types', async () => {
    const { prefecture: unit } = desk.cast.units.elsewhere;
    must(await desk.setPlaces('prefecture', unit, 10));
    must(await desk.setPlaces('prefecture', unit, 1, 'project'));
    const [one, two] = await stock.add(2, 'county_recommended', 'elsewhere');
    const office = await desk.cast.as('prefecture_admin', 'elsewhere');
    must(await desk.decide(office, one!, 'recommend'));
    expect(await desk.decide(office, two!, 'recommend')).toMatchObject({ status: 409, body: { params: { type: 'project', places: 1 } } });
  });

  it('of one type in one group count beside those of the type', async () => {
    const { prefecture: unit } = desk.cast.units.elsewhere;
    must(await desk.setPlaces('prefecture', unit, 4, 'project'));
    const used = async () => Object.fromEntries((await system.db.query<{ key: string; used: number }>(`SELECT entry_type AS key, used FROM quota WHERE unit_id = $1 AND used > 0`, [unit])).map((row) => [row.key, row.used]));
    expect(await used()).toEqual({ '*': 1, project: 1, 'project/junior': 1 });
    expect(await desk.setPlaces('prefecture', unit, 1, 'project/nobody')).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_TYPE' }] } });
    expect(await desk.setPlaces('prefecture', unit, 0, 'project/junior')).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_BELOW_USED' }] } });
    expect(await desk.setPlaces('prefecture', unit, 5, 'project/junior')).toMatchObject({ status: 422, body: { problems: [{ code: 'QUOTA_TYPE_ABOVE_ALL' }] } });
    must(await desk.setPlaces('prefecture', unit, 2, 'project/junior'));
    const [one, two, primary] = await stock.add(3, 'county_recommended', 'elsewhere');
    await system.db.query(`UPDATE entry SET group_key = 'primary' WHERE id = $1`, [primary!.id]);
    const office = await desk.cast.as('prefecture_admin', 'elsewhere');
    const ids = [one!, two!, primary!].map((entry) => entry.id);
    const preview = must(await office.client.post('/api/entry-decisions/preview', { editionId: desk.editionId, action: 'recommend', entryIds: ids }));
    expect(preview.places.map((row: any) => [row.entryType, row.places, row.used, row.wanted])).toEqual(expect.arrayContaining([['*', 10, 1, 3], ['project', 4, 1, 3], ['project/junior', 2, 1, 2]]));
    expect(preview.places).toHaveLength(3);
    expect(must(await office.client.post('/api/entry-decisions', { editionId: desk.editionId, action: 'recommend', entryIds: ids, onlyPossible: true })).done).toBe(2);
    expect(await desk.decide(office, two!, 'recommend')).toMatchObject({ status: 409, body: { params: { type: 'project/junior', places: 2 }, message: expect.stringContaining('初中') } });
    expect(await used()).toEqual({ '*': 3, project: 3, 'project/junior': 2, 'project/primary': 1 });
    const coach = await desk.cast.as('coach', 'elsewhere');
    const { version } = must(await coach.client.get(desk.url(primary!.id)));
    must(await coach.client.post(desk.url(primary!.id, '/withdraw'), { version, reason: '不参加了' }));
    expect(await used()).toEqual({ '*': 2, project: 2, 'project/junior': 2 });
    // A place is given back as what it was taken for: whoever holds one keeps type and group.
    await expect(system.db.query(`UPDATE entry SET group_key = 'primary' WHERE id = $1`, [one!.id])).rejects.toThrow(/holds a place/);
  });
});

describe('what hangs on a school or on the rules', () => {
  it('two schools that become one keep their places together', async () => {
    const { school, sister } = desk.cast.units.elsewhere;
    await system.db.query(
      `INSERT INTO quota (edition_id, level, unit_id, entry_type, places, used, updated_at) VALUES ($1, 'school', $2, '*', 5, 2, now()), ($1, 'school', $3, '*', 4, 1, now()), ($1, 'school', $3, 'project', 3, 1, now())`,
      [desk.editionId, school, sister],
    );
    const office = await desk.cast.as('province_admin');
    must(await office.client.post(`/api/schools/${sister}/merge`, { intoId: school, reason: '两校合并' }));
    const rows = await system.db.query<any>(`SELECT unit_id, entry_type, places, used FROM quota WHERE level = 'school' ORDER BY entry_type`);
    expect(rows).toEqual([{ unit_id: school, entry_type: '*', places: 9, used: 3 }, { unit_id: school, entry_type: 'project', places: 3, used: 1 }]);
  });

  it('an amendment says how many entries it concerns, a look of an official is written down', async () => {
    const office = await desk.cast.as('province_admin');
    const { document } = must(await office.client.get(`/api/editions/${desk.editionId}/rulebook`));
    document.types[0].coaches.max = 2;
    const preview = must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/amendments/preview`, { document }));
    expect(preview.affected).toEqual([expect.objectContaining({ what: 'entries', label: '已申报的作品', count: expect.any(Number) })]);
    expect(preview.affected[0].count).toBeGreaterThan(100);
    const id = preview.affected[0].examples[0];
    must(await office.client.get(desk.url(id)));
    must(await (await desk.cast.as('coach')).client.get(desk.url(id)));
    const looks = await system.db.query<any>(`SELECT account_id FROM audit_record WHERE action = 'entry.viewed' AND subject_id = $1`, [id]);
    expect(looks).toEqual([{ account_id: office.accountId }]);
  });
});

describe('whose turn it is', () => {
  it('is refused to every other level and place, and twice to the same', async () => {
    const { cast } = desk;
    const [entry] = await stock.add(1, 'submitted');
    for (const stranger of [await cast.as('county_admin'), await cast.as('prefecture_admin'), await cast.as('province_admin')]) {
      expect(await desk.decide(stranger, entry!, 'approve')).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_TURN' } });
    }
    for (const stranger of [await cast.as('school_admin', 'elsewhere'), await cast.as('county_admin', 'elsewhere'), await cast.as('coach', 'elsewhere'), await cast.as('student'), await cast.as('judge'), await cast.as('supervisor')]) {
      expect([403, 404]).toContain((await desk.decide(stranger, entry!, 'approve')).status);
    }
    const school = await cast.as('school_admin');
    const answers = await Promise.all([1, 2, 3].map(() => desk.decide(school, entry!, 'return', { reason: '请补充' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await system.db.query('SELECT 1 FROM entry_decision WHERE entry_id = $1', [entry!.id])).toHaveLength(1);
  });

  it('a batch with one id out of reach answers as if it did not exist and moves nothing', async () => {
    const school = await desk.cast.as('school_admin');
    const [mine] = await stock.add(1, 'submitted');
    const [other] = await stock.add(1, 'submitted', 'elsewhere');
    const answer = await school.client.post('/api/entry-decisions', { editionId: desk.editionId, action: 'return', reason: '请补充', entryIds: [mine!.id, other!.id] });
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await stock.state(mine!.id)).toBe('submitted');
  });

  it('a school approves only what has its stamped form', async () => {
    const view = await desk.submitted();
    await system.db.query(`UPDATE material SET ended_at = now() WHERE entry_id = $1 AND slot = 'stampedForm'`, [view.id]);
    expect(await desk.decide(await desk.cast.as('school_admin'), view, 'approve')).toMatchObject({ status: 422, body: { code: 'ENTRY_INCOMPLETE', problems: [{ code: 'SIGN_SCHOOL' }] } });
  });

  it('the record and the frozen content cannot be changed, even in the database', async () => {
    const frozen = await system.db.first<{ id: string }>(`SELECT id FROM entry WHERE state = 'prefecture_recommended' LIMIT 1`);
    await expect(system.db.query(`UPDATE entry SET content_sha256 = 'x' WHERE id = $1`, [frozen?.id])).rejects.toThrow(/frozen content/);
    await expect(system.db.query(`UPDATE entry_decision SET reason = 'x' WHERE entry_id = $1`, [frozen?.id])).rejects.toThrow(/only added to/);
    await expect(system.db.query('DELETE FROM entry WHERE id = $1', [frozen?.id])).rejects.toThrow(/only added to/);
  });
});

describe('ranking within a unit', () => {
  it('keeps the order given, for the own unit and type only', async () => {
    const { cast } = desk;
    const entries = await stock.add(3, 'school_approved');
    const county = await cast.as('county_admin');
    const order = [entries[2]!.id, entries[0]!.id, entries[1]!.id];
    const ranking = { editionId: desk.editionId, level: 'county', unitId: cast.units.here.county, type: 'project', entryIds: order };
    expect(must(await county.client.put('/api/entry-rankings', ranking))).toEqual({ ranked: 3 });
    const list = must(await county.client.get(`/api/entries?editionId=${desk.editionId}&state=school_approved&sort=countyRank&size=3`));
    expect(list.rows.map((row: any) => [row.id, row.countyRank])).toEqual(order.map((id, index) => [id, index + 1]));
    expect((await county.client.put('/api/entry-rankings', { ...ranking, entryIds: [order[0], order[0]] })).status).toBe(422);
    expect((await (await cast.as('county_admin', 'elsewhere')).client.put('/api/entry-rankings', ranking)).status).toBe(404);
    expect((await (await cast.as('prefecture_admin')).client.put('/api/entry-rankings', ranking)).status).toBe(422);
  });
});

describe('lists, figures and files of a unit', () => {
  it('show each unit its own and nobody else a trace', async () => {
    const { cast } = desk;
    await stock.add(2, 'submitted', 'elsewhere', '外地的秘密作品');
    const there = must(await (await cast.as('prefecture_admin', 'elsewhere')).client.get(`/api/entries?editionId=${desk.editionId}&q=${encodeURIComponent('秘密')}`));
    expect(there.total).toBe(2);
    for (const viewer of [await cast.as('school_admin'), await cast.as('county_admin'), await cast.as('prefecture_admin')]) {
      const list = must(await viewer.client.get(`/api/entries?editionId=${desk.editionId}&size=200`));
      expect(list.total).toBeGreaterThan(100);
      expect(list.rows.every((row: any) => row.prefectureId === cast.units.here.prefecture)).toBe(true);
      for (const path of [`/api/entries?editionId=${desk.editionId}&q=${encodeURIComponent('秘密')}`, await orderedExport(viewer.client, { editionId: desk.editionId, format: 'csv' }), `/api/dashboards/registration?editionId=${desk.editionId}`]) {
        expect((await viewer.client.get(path)).text).not.toContain('秘密');
      }
      const counts = must(await viewer.client.get(`/api/entry-counts?editionId=${desk.editionId}`));
      expect(counts.total).toBe(list.total);
    }
    for (const viewer of [await cast.as('judge'), await cast.as('student'), await cast.as('coach')]) expect((await viewer.client.get(`/api/entries?editionId=${desk.editionId}`)).status).toBe(403);
  });

  it('stay inside the edition that a grant is for', async () => {
    const office = await desk.cast.as('province_admin');
    const next = must(await office.client.post(`/api/editions/${desk.editionId}/clone`, { number: 48, year: 2028, name: '下一届' }));
    const secretary = await desk.cast.hire('judge');
    await system.api.get(Grants, { strict: false }).put({ accountId: secretary.accountId, role: 'secretariat', editionId: next.id });
    const client = await desk.cast.logIn(secretary.login);
    const [entry] = await stock.add(1, 'submitted');
    expect(must(await client.get(`/api/entries?editionId=${desk.editionId}`)).total).toBe(0);
    expect(must(await client.get(`/api/entry-counts?editionId=${desk.editionId}`)).total).toBe(0);
    expect(must(await client.get(`/api/dashboards/registration?editionId=${desk.editionId}`)).total).toBe(0);
    for (const path of [desk.url(entry!.id), desk.url(entry!.id, '/history'), desk.url(entry!.id, '/materials')]) expect((await client.get(path)).status).toBe(404);
    expect((await client.post(desk.url(entry!.id, '/disqualify'), { reason: '这个账号不该有权' })).status).toBe(404);
    const everywhere = await desk.cast.as('secretariat');
    expect(must(await everywhere.client.get(`/api/entries?editionId=${desk.editionId}`)).total).toBeGreaterThan(100);
  });

  it('page, sort and refuse what they do not know', async () => {
    const { client } = await desk.cast.as('province_admin');
    const url = `/api/entries?editionId=${desk.editionId}`;
    const [one, two] = [must(await client.get(`${url}&size=5&page=1&sort=title`)), must(await client.get(`${url}&size=5&page=2&sort=title`))];
    expect(new Set([...one.rows, ...two.rows].map((row: any) => row.id)).size).toBe(10);
    expect((await client.get(`${url}&sort=password`)).status).toBe(400);
    expect((await client.get(`${url}&size=100000`)).status).toBe(400);
    expect(must(await client.get(`${url}&q=${encodeURIComponent("%' OR 1=1 --")}`)).total).toBe(0);
  });

  it('come as a table in which no cell is computed', async () => {
    const { client } = await desk.cast.as('school_admin');
    await stock.add(1, 'submitted', 'here', '=cmd|"/c calc"!A1');
    expect(await exportedCsv(client, { editionId: desk.editionId, q: 'calc' })).toContain(`"'=cmd|""/c calc""!A1"`);
    const file = await fetch(`${system.url}${await orderedExport(client, { editionId: desk.editionId, q: 'calc' })}`, { headers: { cookie: client.cookieHeader() } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    expect(book.worksheets[0]?.getRow(2).getCell(2).value).toBe(`'=cmd|"/c calc"!A1`);
    expect(book.worksheets[0]?.getRow(1).getCell(2).value).toBe('项目名称');
  });

  it('hold the columns that were chosen, in that order, and go to nobody else', async () => {
    const { client } = await desk.cast.as('school_admin');
    const csv = await exportedCsv(client, { editionId: desk.editionId, q: 'calc', columns: 'state,title,schoolName' });
    expect(csv.split('\r\n')).toEqual(['状态,项目名称,学校', expect.stringMatching(/^已提交,"'=cmd/), '']);
    expect(await client.post('/api/entry-exports', { editionId: desk.editionId, columns: 'title,idNumber,phone' })).toMatchObject({
      body: { problems: [{ code: 'EXPORT_COLUMN', path: 'columns', params: { column: 'idNumber' } }, { code: 'EXPORT_COLUMN', params: { column: 'phone' } }] },
    });
    const address = await orderedExport(client, { editionId: desk.editionId, columns: 'title' });
    expect((await (await desk.cast.as('school_admin', 'elsewhere')).client.get(address)).status).toBe(404);
    expect((await (await desk.cast.as('coach')).client.post('/api/entry-exports', { editionId: desk.editionId })).status).toBe(403);
    const record = await system.db.first<any>(`SELECT after FROM audit_record WHERE action = 'entry.exported' ORDER BY sequence DESC LIMIT 1`);
    expect(record?.after).toMatchObject({ format: 'xlsx', columns: ['title'] });
  });

  it('are kept for a day and then emptied by themselves; what was taken by whom stays on record', async () => {
    const { client } = await desk.cast.as('school_admin');
    const address = await orderedExport(client, { editionId: desk.editionId, columns: 'title' });
    const id = address.split('/')[3] as string;
    const content = async () => (await system.db.first<{ kept: boolean }>('SELECT content IS NOT NULL AS kept FROM list_export WHERE id = $1', [id]))?.kept;
    const deadlines = system.api.get(EntryDeadlines, { strict: false });
    expect([(await deadlines.look()).cleared, await content()]).toEqual([0, true]);
    await system.db.query(`UPDATE list_export SET requested_at = requested_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE id = $1`, [id]);
    expect([(await deadlines.look()).cleared, await content()]).toEqual([1, false]);
    expect(must(await client.get(`/api/entry-exports/${id}`))).toMatchObject({ state: 'refused', refusedCode: 'EXPORT_OVER' });
    expect((await client.get(address)).status).toBe(410);
    expect(await system.db.query(`SELECT 1 FROM audit_record WHERE action = 'entry.exported' AND account_id = $1`, [(await desk.cast.as('school_admin')).accountId])).not.toEqual([]);
  });

  it('count by unit, day and state, and name who has not begun', async () => {
    const { cast } = desk;
    const { client } = await cast.as('province_admin');
    const figures = must(await client.get(`/api/dashboards/registration?editionId=${desk.editionId}`));
    expect(figures.byUnit.map((unit: any) => unit.unitId)).toEqual(expect.arrayContaining([cast.units.here.prefecture, cast.units.elsewhere.prefecture]));
    expect(figures.byState.reduce((sum: number, one: any) => sum + one.count, 0)).toBe(figures.total);
    expect(figures.byDay.length).toBeGreaterThan(0);
    expect(figures.waiting).toBe(figures.byState.find((one: any) => one.key === 'prefecture_recommended')?.count ?? 0);
    const notBegun = must<any[]>(await client.get(`/api/dashboards/not-begun?editionId=${desk.editionId}`));
    expect(notBegun.length).toBe(120);
    expect(notBegun.some((unit) => unit.unitId === cast.units.here.county)).toBe(false);
  });
});
