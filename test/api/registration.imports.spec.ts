import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type ExcelJS from 'exceljs';
import { idNumber, type Player } from '../support/cast.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { checkTable, commitTable, download, textsOf, uploadTable, workbookOf } from '../support/spreadsheets.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let school: Player;
let target: Record<string, unknown>;
let heads: string[];

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00', worker: true });
  desk = await RegistrationDesk.open(system);
  school = await desk.cast.as('school_admin');
  target = { kind: 'entries', editionId: desk.editionId, type: 'project' };
  heads = textsOf((await download(system, school.client, `/api/imports/template?kind=entries&editionId=${desk.editionId}&type=project`)).worksheets[0], 1);
});

const NUMBER = idNumber('2012-03-04', 77);
/** A row of the template from its heads without the star. */
const row = (values: Record<string, ExcelJS.CellValue>): ExcelJS.CellValue[] => {
  for (const head of Object.keys(values)) if (!heads.some((one) => one.replace('*', '') === head)) throw new Error(`The template has no ${head}`);
  return heads.map((head) => values[head.replace('*', '')] ?? null);
};
const good = (change: Record<string, ExcelJS.CellValue> = {}): Record<string, ExcelJS.CellValue> => ({
  校内编号: 'A1', 项目名称: '会呼吸的屋顶', 组别: '初中组', 学科: '工程学', 作者1姓名: '贺知秋', 作者1证件号码: NUMBER, 作者1学段: '初中', 作者1年级: '初二', 辅导教师1姓名: '文景和', ...change,
});
const sheet = (...rows: Record<string, ExcelJS.CellValue>[]): Promise<Buffer> => workbookOf([heads, ...rows.map(row)]);
const rowsOf = async (id: string, by = school): Promise<any[]> => must(await by.client.get(`/api/imports/${id}/rows?size=200`)).rows;
const entries = async (): Promise<any[]> =>
  system.db.query(`SELECT e.id, e.title, e.discipline, e.state, e.school_id, (SELECT count(*)::int FROM entry_member m WHERE m.entry_id = e.id) AS members FROM imported_entry i JOIN entry e ON e.id = i.entry_id ORDER BY e.title`);

describe('a table of entries', () => {
  it('has a template in Chinese with every field of the rulebook and the values that may stand there', async () => {
    const book = await download(system, school.client, `/api/imports/template?kind=entries&editionId=${desk.editionId}&type=project`);
    expect(book.worksheets.map((one) => one.name)).toEqual(['数据', '填写说明', '可填的值']);
    expect(heads).toEqual(expect.arrayContaining(['项目名称*', '项目摘要', '人工智能工具使用声明', '作者3分工', '辅导教师3电话']));
    const groups = book.worksheets[0]!.getCell(2, heads.indexOf('组别') + 1).dataValidation;
    expect(groups).toMatchObject({ type: 'list' });
    expect(book.getWorksheet('可填的值')!.getColumn(heads.indexOf('组别') + 1).values).toEqual(expect.arrayContaining(['小学组', '初中组', '高中组（含中职）']));
    expect((await (await desk.cast.as('judge')).client.get(`/api/imports/template?kind=entries&editionId=${desk.editionId}&type=project`)).status).toBe(403);
    expect((await (await desk.cast.as('county_admin')).client.get(`/api/imports/template?kind=entries&editionId=${desk.editionId}&type=project`)).status).toBe(403);
  });

  it('is checked whole: every row, every cell, in words, and nothing is made', async () => {
    const content = await sheet(
      good(),
      good({ 校内编号: 'A2', 项目名称: '', 学科: '炼金术', 作者1证件号码: '43010219990101123X', 作者2年级: '初三' }),
      good({ 校内编号: 'A1', 项目名称: '又一个屋顶' }),
      good({ 校内编号: 'A4', 项目名称: '公式', 作者1姓名: { formula: 'A1&"x"', result: '甲' } as ExcelJS.CellValue, 作者1证件号码: 110101201203041234 }),
    );
    const run = await checkTable(school.client, target, content);
    expect(run).toMatchObject({ state: 'checked', rows: 4, counts: { add: 1, problem: 3 } });
    const rows = await rowsOf(run.id);
    expect(rows.map((one) => [one.number, one.outcome])).toEqual([[2, 'add'], [3, 'problem'], [4, 'problem'], [5, 'problem']]);
    expect(rows[0].hints.map((hint: any) => hint.code)).toEqual(expect.arrayContaining(['FIELD_REQUIRED', 'CLASS_MISSING']));
    expect(rows[0].hints.map((hint: any) => hint.code)).not.toEqual(expect.arrayContaining(['MISSING_NOVELTY']));
    expect(rows[1].problems.map((one: any) => [one.column, one.code])).toEqual(
      expect.arrayContaining([['项目名称', 'CELL_REQUIRED'], ['学科', 'CELL_OPTION'], ['作者1证件号码', 'ID_CHECK_DIGIT'], ['作者2姓名', 'IMPORT_NAME_MISSING']]),
    );
    expect(rows[1].problems.find((one: any) => one.code === 'CELL_OPTION').message).toBe('“学科”没有“炼金术”这个选项。可填：数学 / 物理 / 化学 / 计算机科学 / 地球与空间科学 / 工程学 / 动物学 / 植物学 / 微生物学 / 医药与健康学 / 生物化学 / 环境科学 …。');
    expect(rows[2].problems).toEqual([expect.objectContaining({ code: 'IMPORT_TWICE', message: '与第 2 行重复，请只保留一行。' })]);
    expect(rows[3].problems.map((one: any) => one.code).sort()).toEqual(expect.arrayContaining(['CELL_FORMULA', 'CELL_PRECISION']));
    expect(await entries()).toEqual([]);

    const report = (await download(system, school.client, `/api/imports/${run.id}/report`)).worksheets[0]!;
    expect(textsOf(report, 1)[0]).toBe('检查结果');
    expect(textsOf(report, 3)[0]).toContain('没有“炼金术”这个选项');
    const note = report.getCell(3, heads.indexOf('学科') + 2).note;
    expect(JSON.stringify(note)).toContain('炼金术');
  });

  it('leaves no identity number readable, neither in the database nor on the disk', async () => {
    const rows = await system.db.query<any>('SELECT * FROM import_row');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    expect(JSON.stringify(rows)).not.toContain('43010219990101123X');
    expect(await system.db.query(`SELECT 1 FROM file_object WHERE purpose = 'import'`)).toEqual([]);
    const files = readdirSync(system.config.settings.dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    expect(files.filter((file) => /\/(files|uploads)\//.test(file) && readFileSync(file).subarray(0, 2).toString() === 'PK')).toEqual([]);
  });

  it('is taken over by a job; the same file again changes nothing, a changed row changes its draft', async () => {
    const two = good({ 校内编号: 'A2', 项目名称: '听雨的算法', 学科: '计算机科学', 作者1姓名: '覃与归', 作者1证件号码: idNumber('2012-05-06', 78), 作者2姓名: '买买提·吐尔逊', 作者2性别: '男', 作者2出生日期: '2012/7/8', 作者2分工: '数据' });
    const first = await sheet(good(), two);
    const run = await commitTable(school.client, (await checkTable(school.client, target, first)).id);
    expect(run).toMatchObject({ state: 'committed', counts: { added: 2 } });
    expect(await entries()).toEqual([
      expect.objectContaining({ title: '会呼吸的屋顶', discipline: 'EN', state: 'draft', school_id: desk.cast.units.here.school, members: 1 }),
      expect.objectContaining({ title: '听雨的算法', discipline: 'CS', members: 2 }),
    ]);
    const began = await system.db.query<any>(`SELECT account_id FROM audit_record WHERE action = 'entry.begun'`);
    expect(began.map((one) => one.account_id)).toEqual([school.accountId, school.accountId]);

    const again = await checkTable(school.client, target, first);
    expect(again).toMatchObject({ counts: { same: 2 }, sentBefore: true });
    expect(await school.client.post(`/api/imports/${again.id}/commit`)).toMatchObject({ status: 409, body: { code: 'IMPORT_NOTHING' } });

    const people = (await system.db.first<any>('SELECT count(*)::int AS count FROM person'))!.count;
    const changed = await checkTable(school.client, target, await sheet(good({ 学科: '环境科学', 作者1年级: '初三' }), { ...two, 作者2姓名: null, 作者2性别: null, 作者2出生日期: null, 作者2分工: null }, good({ 校内编号: 'A3', 项目名称: '第三件', 作者1姓名: '宁可', 作者1证件号码: null })));
    expect(changed.counts).toEqual({ change: 2, add: 1 });
    expect((await commitTable(school.client, changed.id)).counts).toEqual({ changed: 2, added: 1 });
    expect((await entries()).map((one) => [one.title, one.discipline, one.members])).toEqual([['会呼吸的屋顶', 'EV', 1], ['听雨的算法', 'CS', 1], ['第三件', 'EN', 1]]);
    expect((await system.db.first<any>('SELECT count(*)::int AS count FROM person'))!.count).toBe(people + 1);
    expect(await system.db.query(`SELECT grade FROM person WHERE name = '贺知秋'`)).toEqual([{ grade: '初三' }]);
  });

  it('never writes over what was written on the page meanwhile, nor into what was handed in', async () => {
    const [entry] = await entries();
    const view = must(await school.client.get(desk.url(entry.id)));
    must(await school.client.patch(desk.url(entry.id), { version: view.version, parts: { title: '网页上改的名字' } }));
    const clash = await checkTable(school.client, target, await sheet(good({ 项目名称: '表格里的名字', 学科: '环境科学', 作者1年级: '初三' })));
    expect(clash.counts).toEqual({ problem: 1 });
    expect((await rowsOf(clash.id))[0].problems).toEqual([expect.objectContaining({ code: 'IMPORT_EDITED', column: '项目名称', message: expect.stringContaining('网页上改的名字') })]);
    const beside = await checkTable(school.client, target, await sheet(good({ 学科: '动物学', 作者1年级: '初三' })));
    expect((await commitTable(school.client, beside.id)).counts).toEqual({ changed: 1 });
    expect((await entries()).find((one) => one.id === entry.id)).toMatchObject({ title: '网页上改的名字', discipline: 'ZO' });

    await system.db.query(`UPDATE entry SET state = 'submitted' WHERE id = $1`, [entry.id]);
    const late = await checkTable(school.client, target, await sheet(good({ 学科: '植物学', 作者1年级: '初三' })));
    expect((await rowsOf(late.id))[0].problems).toEqual([expect.objectContaining({ code: 'IMPORT_HANDED_IN' })]);
  });

  it('takes CSV as spreadsheets in China save it, merged and hidden cells with a note, and refuses what is no table', async () => {
    const csv = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd7, 0xe9, 0xb1, 0xf0, 0x0d, 0x0a, 0xb9, 0xe2, 0x2c, 0xb3, 0xf5, 0xd6, 0xd0, 0xd7, 0xe9, 0x0d, 0x0a]);
    const run = await checkTable(school.client, target, csv, '表格.csv');
    expect(await rowsOf(run.id)).toEqual([expect.objectContaining({ title: '光', outcome: 'add' })]);

    const odd = await workbookOf([heads, row(good({ 校内编号: 'M1', 项目名称: '合并一' })), row(good({ 校内编号: 'M2', 项目名称: '合并二', 组别: null }))], (one) => {
      const column = heads.indexOf('组别') + 1;
      one.mergeCells(2, column, 3, column);
      one.getRow(3).hidden = true;
    });
    const noted = await checkTable(school.client, target, odd);
    expect(noted.notes).toEqual(['有隐藏的行（3），已一并读取。', '有合并的单元格（第 2, 3 行），合并区内每一格都按同一个值读取。']);
    expect((await rowsOf(noted.id))[1].hints.map((hint: any) => hint.code)).not.toContain('GROUP_MISSING');

    const headless = await checkTable(school.client, target, await workbookOf([['随便'], ['什么']]));
    expect(headless).toMatchObject({ state: 'unreadable', failure: '缺少这些列：项目名称。请使用下载的模板，不要改动表头。' });
    expect((await uploadTable(school.client, Buffer.from('%PDF-1.4 nothing'), 'a.xlsx')).status).toBeGreaterThanOrEqual(400);
    const long = await checkTable(school.client, target, await workbookOf([heads, ...Array.from({ length: 1_001 }, (_, index) => row({ 项目名称: `第${index}件` }))]));
    expect(long).toMatchObject({ state: 'unreadable', failure: '表格超过 1000 行，请分成几个文件上传。' });
  });

  it('is for the own school and the own eyes only', async () => {
    const stranger = await desk.cast.as('school_admin', 'elsewhere');
    const uploaded = await uploadTable(school.client, await sheet(good()));
    expect((await stranger.client.post('/api/imports', { ...target, fileId: uploaded.fileId })).status).toBe(404);
    const mine = must(await school.client.post('/api/imports', { ...target, fileId: uploaded.fileId }));
    for (const path of ['', '/rows', '/report']) expect((await stranger.client.get(`/api/imports/${mine.id}${path}`)).status).toBe(404);
    expect((await stranger.client.post(`/api/imports/${mine.id}/commit`)).status).toBe(404);
    expect((await school.client.post('/api/imports', { ...target, schoolId: desk.cast.units.elsewhere.school, fileId: uploaded.fileId })).status).toBe(404);
    expect((await uploadTable((await desk.cast.as('student')).client, await sheet(good()))).status).toBe(403);
    const theirs = await checkTable(stranger.client, target, await sheet(good({ 作者1证件号码: null, 作者1姓名: '另一位' })));
    expect(theirs.counts).toEqual({ add: 1 });
    await commitTable(stranger.client, theirs.id);
    expect(await system.db.query(`SELECT school_id FROM imported_entry WHERE key = 'no:a1' ORDER BY taken_at`)).toEqual([{ school_id: desk.cast.units.here.school }, { school_id: desk.cast.units.elsewhere.school }]);
  });
});

describe('a table of schools', () => {
  const HEADS = ['县市区代码', '县市区名称', '学校代码', '学校全称', '学校类型', '学段', '确认不是重复'];
  const schools = (...rows: ExcelJS.CellValue[][]): Promise<Buffer> => workbookOf([HEADS, ...rows]);

  it('adds, changes, skips and asks about likely duplicates, inside the own area', async () => {
    const { client } = await desk.cast.as('prefecture_admin');
    const kind = { kind: 'schools' };
    const first = await checkTable(client, kind, await schools(
      ['430102', '芙蓉区', 'FR-001', '浏水实验学校', '普通中小学', '小学；初中'],
      ['430102', '', 'FR-002', '青荷初级中学', '普通中小学', '初中'],
      ['430102', '', '', '青荷中学', '普通中小学', '初中、高中（含中职）、小学'],
      ['430202', '', '', '远处学校', '普通中小学', '小学'],
      ['430102', '天心区', '', '名称不符学校', '普通中小学', '小学'],
    ));
    const rows = must(await client.get(`/api/imports/${first.id}/rows`)).rows;
    expect(rows.map((one: any) => [one.outcome, ...one.problems.map((problem: any) => problem.code)])).toEqual([['add'], ['problem', 'IMPORT_LIKELY'], ['same'], ['problem', 'IMPORT_NOT_YOURS'], ['problem', 'IMPORT_COUNTY_NAME']]);
    expect((await commitTable(client, first.id)).counts).toEqual({ added: 1, kept: 1, problem: 3 });
    const second = await checkTable(client, kind, await schools(['430102', '', 'FR-001', '浏水实验中学', '普通中小学', '初中'], ['430102', '', 'FR-002', '青荷初级中学', '普通中小学', '初中', '是']));
    expect((await commitTable(client, second.id)).counts).toEqual({ changed: 1, added: 1 });
    expect(await system.db.query(`SELECT name, stages, status FROM org_unit WHERE code LIKE 'FR-%' ORDER BY code`)).toEqual([{ name: '浏水实验中学', stages: ['junior'], status: 'active' }, { name: '青荷初级中学', stages: ['junior'], status: 'active' }]);
    expect((await school.client.get('/api/imports/template?kind=schools')).status).toBe(403);
  });
});
