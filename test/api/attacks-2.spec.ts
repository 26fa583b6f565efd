import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Player } from '../support/cast.js';
import { EntryDeadlines } from '../../libs/registration/src/entry-deadlines.service.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { checkTable, commitTable, textsOf, download, workbookOf } from '../support/spreadsheets.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let coach: Player;
let school: Player;
let table: Record<string, unknown>;
let heads: string[];

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00', worker: true });
  desk = await RegistrationDesk.open(system);
  coach = await desk.cast.as('coach');
  school = await desk.cast.as('school_admin');
  table = { kind: 'entries', editionId: desk.editionId, type: 'project' };
  heads = textsOf((await download(system, school.client, `/api/imports/template?kind=entries&editionId=${desk.editionId}&type=project`)).worksheets[0], 1);
});

const titled = (...titles: string[]): Promise<Buffer> => workbookOf([heads, ...titles.map((title) => heads.map((head) => (head === '项目名称*' ? title : null)))]);
const rowsOf = async (id: string): Promise<any[]> => must(await school.client.get(`/api/imports/${id}/rows?size=200`)).rows;
const draft = async (more: Record<string, unknown> = {}): Promise<any> => must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project', ...more }));
const stored = (id: string) => system.db.first<any>('SELECT title, form, version, state FROM entry WHERE id = $1', [id]);

/** A workbook of one sheet with this XML after its rows; nothing in it is packed. */
function sheetWith(before: string, after = ''): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`],
    ['_rels/.rels', `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/_rels/workbook.xml.rels', `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    ['xl/workbook.xml', `${xml}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="n">a!$A$1:$ZZ$3000</definedName></definedNames></workbook>`],
    ['xl/worksheets/sheet1.xml', `${xml}<worksheet xmlns="${main}">${before}<sheetData><row r="1">${cell('A1', '项目名称')}</row><row r="2">${cell('A2', '纸上的桥')}</row></sheetData>${after}</worksheet>`],
  ];
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    for (const place of [18, 22]) local.writeUInt32LE(content.length, place);
    local.writeUInt16LE(title.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    for (const place of [20, 24]) listed.writeUInt32LE(content.length, place);
    listed.writeUInt16LE(title.length, 28);
    listed.writeUInt32LE(at, 42);
    locals.push(local, title, content);
    directory.push(listed, title);
    at += 30 + title.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(parts.length, place);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

describe('tables made to break something', () => {
  it('are read without growing: no range of columns, merged area, list or name becomes millions of cells', async () => {
    const choices = '<dataValidations count="1"><dataValidation type="list" sqref="A2:ZZ3000"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    expect(await checkTable(school.client, table, sheetWith('<cols><col min="1" max="9" width="9"/></cols>', choices))).toMatchObject({ state: 'checked', counts: { add: 1 } });
    for (const [before, after] of [
      ['<cols><col min="1" max="3000000" width="9"/></cols>', ''], [`<cols><col hidden=">" max='&#51;000000' min="1"/></cols>`, ''],
      ['', '<mergeCells count="1"><mergeCell ref="A1:ZZ3000"/></mergeCells>'], ['', '<mergeCells count="1"><mergeCell ref="$A$1:$ZZ&#x33;000"/></mergeCells>'],
    ] as const) {
      expect([before, after, (await checkTable(school.client, table, sheetWith(before, after))).state]).toEqual([before, after, 'unreadable']);
    }
  });

  it('are checked to the end where a cut would leave half a character', async () => {
    const long = `${'长'.repeat(39)}𠅤${'名'.repeat(159)}𠅤`;
    const run = await checkTable(school.client, table, await workbookOf([[...heads, `${'列'.repeat(299)}𠅤`], heads.map((head) => (head === '项目名称*' || head === '组别' ? long : null))]));
    expect(run).toMatchObject({ state: 'checked', counts: { problem: 1 } });
    expect((await rowsOf(run.id))[0].problems.map((one: any) => one.code)).toContain('CELL_OPTION');
  });

  it('end with an answer when the stage closes between the check and the taking over', async () => {
    const run = await checkTable(school.client, table, await titled('晚到的一件'));
    expect(run.counts).toEqual({ add: 1 });
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'school'`, [desk.editionId, new Date('2026-11-30T00:00:00Z')]);
    expect(await commitTable(school.client, run.id)).toMatchObject({ state: 'committed', counts: { failed: 1 } });
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'school'`, [desk.editionId, new Date('2027-01-31T09:00:00Z')]);
    expect((await rowsOf(run.id))[0].problems.map((one: any) => one.code)).toEqual(['DEADLINE_PASSED']);
    expect(await system.db.query(`SELECT 1 FROM entry WHERE title = '晚到的一件'`)).toEqual([]);
  });
});

describe('an entry', () => {
  it('that is handed in is not written over by a copy under its own key', async () => {
    const source = await desk.complete({ title: '来源' });
    const victim = await desk.submitted({ title: '已提交的作品' });
    await system.db.query(`UPDATE entry SET request_key = 'key-of-the-victim' WHERE id = $1`, [victim.id]);
    const before = await stored(victim.id);
    expect(await coach.client.post(desk.url(source.id, '/clone'), { requestKey: 'key-of-the-victim' })).toMatchObject({ status: 409, body: { code: 'REQUEST_KEY_USED' } });
    expect(await coach.client.post(desk.url(victim.id, '/clone'), { requestKey: 'key-of-the-victim' })).toMatchObject({ status: 409, body: { code: 'REQUEST_KEY_USED' } });
    expect(await stored(victim.id)).toEqual(before);
    const answers = await Promise.all([source.id, victim.id, source.id].map((id) => coach.client.post(desk.url(id, '/clone'), { requestKey: 'one-key-for-two' })));
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(await system.db.query(`SELECT 1 FROM entry WHERE request_key = 'one-key-for-two'`)).toHaveLength(1);
  });

  it('has its scan named while it can be changed, not while the offices decide by it', async () => {
    const view = await desk.submitted();
    const { last, scans } = must(await coach.client.get(desk.url(view.id, '/printed-forms')));
    expect(await coach.client.put(desk.url(view.id, `/scans/${scans[0].materialId}`), { code: last.code })).toMatchObject({ status: 409, body: { code: 'ENTRY_NOT_EDITABLE' } });
    expect(await system.db.query('SELECT 1 FROM scanned_print WHERE material_id = $1', [scans[0].materialId])).toEqual([]);
  });

  it('that was handed over is written about to the one who keeps it', async () => {
    const [before, after] = [await desk.cast.hire('coach'), await desk.cast.hire('coach')];
    const entry = await desk.submitted({ by: before });
    must(await before.client.post(desk.url(entry.id, '/handover'), { version: entry.version, accountId: after.accountId }));
    await system.db.query('UPDATE entry_coach SET person_id = $2 WHERE entry_id = $1', [entry.id, after.personId]);
    expect((await before.client.get(desk.url(entry.id))).status).toBe(404);
    must(await school.client.post('/api/entry-messages', { editionId: desk.editionId, entryIds: [entry.id], audience: 'makers', subject: '补交材料', body: '请补交附件二', requestKey: 'message-0001' }));
    const told = await system.db.query<{ account: string }>(`SELECT account_id AS account FROM notice WHERE template = 'officeMessage'`);
    expect(told.map(({ account }) => account)).toEqual([after.accountId]);
  });

  it('that was sent back a second time does not lapse by the first time', async () => {
    const entry = await draft();
    await system.db.query(`UPDATE entry SET state = 'returned', version = 8 WHERE id = $1`, [entry.id]);
    const stale = { id: entry.id, title: '', editionId: desk.editionId, returnedBy: 'county', fixBy: new Date(0), version: 7, closesAt: null };
    const deadlines = system.api.get(EntryDeadlines, { strict: false }) as unknown as { lapse(entry: object): Promise<boolean> };
    expect(await deadlines.lapse(stale)).toBe(false);
    expect((await stored(entry.id)).state).toBe('returned');
    expect(await deadlines.lapse({ ...stale, version: 8 })).toBe(true);
  });
});

describe('somebody alone', () => {
  it('does not take an account over by way of its roles', async () => {
    const owner = await desk.cast.hire('county_admin');
    const admin = await desk.cast.hire('prefecture_admin');
    const grant = await system.db.first<{ id: string }>(`SELECT id FROM role_grant WHERE account_id = $1 AND role = 'county_admin'`, [owner.accountId]);
    const pupilToo = await system.db.first<{ id: string }>(
      `INSERT INTO role_grant (account_id, role, org_unit_id, state) VALUES ($1, 'coach', $2, 'active') RETURNING id`, [owner.accountId, desk.cast.units.here.school]);
    expect(pupilToo).toBeDefined();
    expect((await admin.client.post(`/api/grants/${grant?.id}/revocation`, { reason: '调整分工' })).status).toBe(204);
    expect((await admin.client.get(`/api/accounts/${owner.accountId}`)).body).toMatchObject({ recoveryNeeded: true });
    for (const act of ['link', 'second-factor-reset']) expect([act, (await admin.client.post(`/api/accounts/${owner.accountId}/${act}`)).body.code]).toEqual([act, 'RECOVERY_NEEDED']);
  });

  it('gives blanks for no reason', async () => {
    const blank = '   　  ';
    const office = await desk.cast.as('province_admin');
    const owner = await desk.cast.hire('county_admin');
    const answers = [
      await office.client.post(`/api/accounts/${owner.accountId}/recoveries`, { what: 'password', reason: blank }),
      await school.client.post('/api/list-views', { list: 'entries', name: blank, query: 'page=1' }),
      await office.client.post('/api/findings/leaks/decisions', { ids: [crypto.randomUUID()], decision: 'leak', reason: blank }),
      await office.client.post(`/api/findings/similar/${crypto.randomUUID()}/decision`, { decision: 'concern', note: blank }),
      await school.client.post('/api/entry-messages', { editionId: desk.editionId, entryIds: [crypto.randomUUID()], audience: 'makers', subject: blank, body: blank, requestKey: 'message-0002' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'INVALID_INPUT']));
    expect(answers[4]!.body.problems.map((one: any) => one.path)).toEqual(['subject', 'body']);
  });
});
