import { beforeAll, describe, expect, it } from '@jest/globals';
import { Documents, Files } from '#libs/platform';
import { Entries, EntryProgress } from '#libs/registration';
import { chinesePdf, photo } from '../support/made-files.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;

const PARAGRAPHS = [
  '土壤湿度传感器每隔十分钟读取一次，控制板把读数和设定的下限比较，低于下限时打开水泵十五秒，再等待五分钟让水渗下去，避免一次浇得太多。',
  '对照组由同学按照平时的习惯浇水。两组各有十二盆绿萝，放在同一个窗台上，每周测量一次叶片数和株高，连续记录了三十天，全部数据列在附表中。',
  '实验表明自动浇水的一组叶片平均多出二点三片，用水量反而减少了百分之三十一。误差主要来自传感器的位置，后来把探头统一埋到五厘米深再测。',
];
const OTHER = ['我们在操场四周布置了八个测点，用自制的声级计每天早中晚各测一次噪声，画出等值线图，发现北墙外的公路影响最大，绿篱可以降低约四分贝。'];

const report = (paragraphs: string[], facts: { title?: string; author?: string } = {}): Promise<Buffer> => chinesePdf(system.api.get(Documents, { strict: false }), paragraphs, facts);

interface Planted {
  title?: string;
  abstract?: string;
  paragraphs: string[];
  author?: string;
  fileName?: string;
  pictures?: { seed: number; artist?: string }[];
  members?: Record<string, unknown>[];
}

/** Pictures that nobody else has; the same in every run, so that none resembles another by chance. */
let ownSeed = 1_000;

/** Hands an entry in and takes it up to the province. */
async function toProvince(planted: Planted): Promise<any> {
  const coach = await desk.cast.as('coach');
  const view = await desk.complete({ ...(planted.title ? { title: planted.title } : {}), ...(planted.abstract ? { form: { abstract: planted.abstract } } : {}), ...(planted.members ? { members: planted.members } : {}) });
  for (const file of view.materials.filter((one: any) => one.slot === 'images')) must(await coach.client.send('DELETE', desk.url(view.id, `/materials/${file.id}`)));
  for (const { seed, artist } of planted.pictures ?? [{ seed: (ownSeed += 101) }, { seed: (ownSeed += 101) }]) {
    must(await desk.attach(coach.client, view.id, 'images', await photo(seed, { artist }), 'IMG_1.jpg'));
  }
  must(await desk.attach(coach.client, view.id, 'report', await report(planted.paragraphs, { author: planted.author }), planted.fileName ?? '研究报告.pdf'));
  return upFrom(view.id);
}

async function upFrom(id: string): Promise<any> {
  const coach = await desk.cast.as('coach');
  await desk.restamp(coach.client, id);
  let entry = must<any>(await coach.client.get(desk.url(id)));
  entry = must(await coach.client.post(desk.url(id, '/submit'), { version: entry.version }));
  for (const [role, action] of [['school_admin', 'approve'], ['county_admin', 'recommend'], ['prefecture_admin', 'recommend']] as const) entry = must(await desk.decide(await desk.cast.as(role), entry, action));
  return entry;
}

async function idle(): Promise<void> {
  for (const end = Date.now() + 50_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const left = await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM outbox WHERE name LIKE 'registration.%' AND state <> 'dead'`);
    if (left?.count === 0) return;
  }
  throw new Error('the scans did not come to an end');
}

const leaksOf = async (entryId: string, more = ''): Promise<any[]> =>
  must<any>(await (await desk.cast.as('province_admin')).client.get(`/api/findings/leaks?editionId=${desk.editionId}&entryId=${entryId}&size=100${more}`)).rows;
const similarTo = async (entryId: string, more = ''): Promise<any[]> =>
  must<any>(await (await desk.cast.as('province_admin')).client.get(`/api/findings/similar?editionId=${desk.editionId}&entryId=${entryId}${more}`)).rows;

let author: Record<string, unknown>;
let leaky: any;
let clean: any;

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 50));
  author = desk.pupil({ name: '黄小佳' });
  clean = await toProvince({ title: '校园噪声地图的绘制', paragraphs: OTHER });
  leaky = await toProvince({
    title: '自动浇花装置的研制',
    members: [author],
    paragraphs: [...PARAGRAPHS, '致谢：感谢青荷中学的老师和妈妈，作者 黄 小 佳，联系电话 138-1234-5678，邮箱 xj.huang@example.com。本装置在芙蓉区的花店试用。'],
    author: 'Huang Xiaojia',
    fileName: '黄小佳-研究报告.pdf',
    pictures: [{ seed: 11, artist: '青荷中学' }, { seed: 12 }],
  });
  await idle();
});

describe('the scan before blind review', () => {
  it('finds what was planted, each with its place and passage, and nothing in a clean work', async () => {
    const found = await leaksOf(leaky.id);
    const told = found.map((row) => `${row.source} ${row.page ?? ''} ${row.kind} ${row.severity}`);
    expect(told).toEqual(expect.arrayContaining([
      'text 1 member high', 'text 1 school high', 'text 1 phone high', 'text 1 email high', 'text 1 place medium', 'fact  member low', 'fileName  member low', 'fact  school low',
    ]));
    expect(found.find((row) => row.kind === 'phone').passages[0]).toMatchObject({ before: expect.stringContaining('联系电话'), match: '138-1234-5678' });
    expect(found.filter((row) => row.scrubbed).map((row) => row.source).sort()).toEqual(expect.arrayContaining(['fact', 'fileName']));
    expect(await leaksOf(clean.id)).toEqual([]);
    expect((await system.db.query('SELECT 1 FROM entry_scan WHERE entry_id = $1', [clean.id]))).toHaveLength(1);
  });

  it('is shown to the office alone', async () => {
    for (const role of ['judge', 'coach', 'student', 'school_admin', 'county_admin', 'prefecture_admin', 'system_admin'] as const) {
      const { client } = await desk.cast.as(role);
      expect((await client.get(`/api/findings/leaks?editionId=${desk.editionId}`)).status).toBe(403);
      expect((await client.get(`/api/findings/similar?editionId=${desk.editionId}`)).status).toBe(403);
    }
    const supervisor = await desk.cast.as('supervisor');
    expect((await supervisor.client.post('/api/findings/scan', { editionId: desk.editionId })).status).toBe(403);
  });

  it('tells the makers while they can still put it right', async () => {
    const coach = await desk.cast.as('coach');
    const draft = await desk.complete({ members: [desk.pupil({ name: '谭云岭' })], title: '谭云岭的发明' });
    must(await desk.attach(coach.client, draft.id, 'report', await report(['本文由谭云岭撰写。']), '报告.pdf'));
    await idle();
    const { waiting, leaks } = must<any>(await coach.client.get(desk.url(draft.id, '/leaks')));
    expect(waiting).toBe(0);
    expect(leaks.map((leak: any) => `${leak.source} ${leak.page} ${leak.word}`)).toEqual(['title null 谭云岭', 'text 1 谭云岭']);
    for (const stranger of [await desk.cast.as('coach', 'elsewhere'), await desk.cast.as('judge')]) expect([403, 404]).toContain((await stranger.client.get(desk.url(draft.id, '/leaks'))).status);
  });

  it('keeps the review from beginning until a human has decided, if the rulebook says so', async () => {
    const office = await desk.cast.as('province_admin');
    expect(must<any>(await office.client.get(`/api/findings/summary?editionId=${desk.editionId}`))).toMatchObject({ entries: 2, scanned: 2, blocks: 'high', blocking: 1, confirmed: 0 });
    for (const entry of [clean, leaky]) must(await desk.decide(office, entry, 'declareEligible'));
    const progress = system.api.get(EntryProgress, { strict: false });
    await expect(progress.startReview(desk.editionId)).rejects.toMatchObject({ code: 'LEAKS_OPEN', problems: [{ code: 'LEAKS_OF_ENTRY', params: { title: '自动浇花装置的研制' } }] });
    const high = (await leaksOf(leaky.id, '&severity=high')).map((row) => row.id);
    expect((await office.client.post('/api/findings/leaks/decisions', { ids: high, decision: 'notLeak', reason: '' })).status).toBe(400);
    must(await office.client.post('/api/findings/leaks/decisions', { ids: high, decision: 'leak', reason: '致谢中写明了作者' }));
    await expect(progress.startReview(desk.editionId)).rejects.toMatchObject({ code: 'LEAKS_OPEN' });
    const audit = await system.db.query<{ action: string }>(`SELECT action FROM audit_record WHERE subject_id = $1 AND action LIKE 'finding.%'`, [leaky.id]);
    expect(audit.map((row) => row.action)).toEqual(high.map(() => 'finding.leak'));
  });

  it('a file replaced for the judges is the one they get; the original stays, its findings are gone', async () => {
    const secretariat = await desk.cast.as('secretariat');
    const [finding] = await leaksOf(leaky.id, '&severity=high');
    const content = await report(PARAGRAPHS);
    const upload = async (client: any, name: string) => {
      const metadata = { filename: name, purpose: 'blindCopy', materialId: finding.materialId };
      const answer = await client.send('POST', '/api/uploads', content, {
        'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-length': String(content.length),
        'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','),
      });
      return { status: answer.status, fileId: answer.headers.get('upload-file-id') ?? '' };
    };
    expect((await upload((await desk.cast.as('coach')).client, 'x.pdf')).status).toBe(404);
    const { fileId } = await upload(secretariat.client, '评审副本.pdf');
    must(await secretariat.client.post('/api/findings/replacements', { materialId: finding.materialId, fileId, reason: '删去致谢页' }));
    await idle();
    const [judged] = await system.api.get(Entries, { strict: false }).materials(leaky.id, ['report']);
    expect(judged?.fileId).toBe(fileId);
    expect(must<any>(await secretariat.client.get(desk.url(leaky.id))).materials.find((file: any) => file.slot === 'report')).toMatchObject({ id: finding.materialId, name: '黄小佳-研究报告.pdf' });
    expect((await leaksOf(leaky.id, '&scrubbed=no')).filter((row) => row.source === 'text')).toEqual([]);
    expect(await leaksOf(leaky.id, '&state=gone&severity=high')).not.toEqual([]);
    expect((await system.api.get(Files, { strict: false }).describe(fileId)).purpose).toBe('blindCopy');
    await expect(system.db.query('DELETE FROM blind_replacement')).rejects.toThrow();
    await expect(system.db.query('DELETE FROM leak_finding')).rejects.toThrow();
  });

  it('runs again when somebody is renamed', async () => {
    const person = await system.db.first<{ id: string }>('SELECT m.person_id AS id FROM entry_member m WHERE m.entry_id = $1', [clean.id]);
    await system.db.query(`UPDATE person SET name = '声级计' WHERE id = $1`, [person?.id]);
    await idle();
    expect((await leaksOf(clean.id)).map((row) => `${row.kind} ${row.word}`)).toEqual(['member 声级计']);
    await system.db.query(`UPDATE person SET name = '另外的人' WHERE id = $1`, [person?.id]);
    await idle();
    expect(await leaksOf(clean.id)).toEqual([]);
  });

  it('sends an entry back with the passages; what was put right is gone after the next way up', async () => {
    const office = await desk.cast.as('province_admin');
    const entry = await toProvince({ title: '楼道灯的改进', paragraphs: [OTHER[0] as string, '指导教师给了很多帮助，我校师生参加了测试。'], members: [desk.pupil({ name: '周远航' })] });
    await idle();
    expect((await office.client.post(desk.url(entry.id, '/return-for-leaks'), { version: entry.version })).body.code).toBe('LEAKS_NONE');
    // Out of reach nothing is said, not even that there is no leak.
    const elsewhere = await desk.cast.hire('secretariat');
    await system.db.query(
      `WITH other AS (INSERT INTO edition (contest_id, family, number, year, name, created_at) SELECT contest_id, family, 99, 2031, '别届', now() FROM edition LIMIT 1 RETURNING id)
       UPDATE role_grant SET edition_id = other.id FROM other WHERE account_id = $1`, [elsewhere.accountId],
    );
    elsewhere.client = await desk.cast.logIn(elsewhere.login);
    expect((await elsewhere.client.post(desk.url(entry.id, '/return-for-leaks'), { version: entry.version })).status).toBe(404);
    const found = await leaksOf(entry.id);
    expect(found.map((row) => row.word).sort()).toEqual(['我校', '指导教师']);
    must(await office.client.post('/api/findings/leaks/decisions', { ids: found.map((row) => row.id), decision: 'leak', reason: '指向学校' }));
    const returned = must<any>(await office.client.post(desk.url(entry.id, '/return-for-leaks'), { version: entry.version, fixBy: '2026-12-20T17:00:00+08:00', note: '其余不变。' }));
    expect(returned).toMatchObject({ state: 'returned', returnReason: expect.stringContaining('第 1 页：“') });
    expect(returned.returnReason).toContain('我校师生参加了测试');
    must(await desk.attach((await desk.cast.as('coach')).client, entry.id, 'report', await report(['改写过的报告，只写测试的经过。', OTHER[0] as string]), '研究报告.pdf'));
    await upFrom(entry.id);
    await idle();
    expect(await leaksOf(entry.id)).toEqual([]);
    expect((await leaksOf(entry.id, '&state=gone')).length).toBe(2);
  });
});

describe('works that resemble each other', () => {
  it('are shown with their passages side by side; different works are not', async () => {
    const copied = [OTHER[0] as string, PARAGRAPHS[1] as string, `${PARAGRAPHS[2]}我们还做了一个外壳。`, '花盆用回收的塑料瓶做成，底部留出排水孔，下面垫一层碎石，这样多余的水可以流走而不会烂根。'];
    const copy = await toProvince({ title: '一种自动浇花装置的研制', paragraphs: copied, pictures: [{ seed: 11 }, { seed: 99 }] });
    await idle();
    const pairs = await similarTo(copy.id);
    expect(pairs.map((pair) => `${pair.kind} ${[pair.work.id, pair.other.id].includes(leaky.id)} ${pair.relation}`).sort()).toEqual(expect.arrayContaining(['image true other', 'text true other', 'title true other']));
    const office = await desk.cast.as('province_admin');
    const text = pairs.find((pair) => pair.kind === 'text' && [pair.work.id, pair.other.id].includes(leaky.id));
    const view = must<any>(await office.client.get(`/api/findings/similar/${text.id}`));
    expect(view.passages.length).toBeGreaterThanOrEqual(1);
    for (const passage of view.passages) expect(passage.here.match.replace(/[\s，。、]/g, '')).toBe(passage.there.match.replace(/[\s，。、]/g, ''));
    expect(view.passages.map((passage: any) => passage.here.match).join('')).toContain('两组各有十二盆绿萝');
    expect(await similarTo(clean.id, '&kind=title')).toEqual([]);

    expect((await office.client.post(`/api/findings/similar/${text.id}/decision`, { decision: 'concern', note: '' })).status).toBe(400);
    expect(must<any>(await office.client.post(`/api/findings/similar/${text.id}/decision`, { decision: 'concern', note: '两段相同，请学校说明。' }))).toMatchObject({ state: 'concern', decidedBy: '陈试' });
    expect(must<any>(await office.client.get(desk.url(copy.id))).state).toBe('prefecture_recommended');
    for (const role of ['coach', 'judge'] as const) expect((await (await desk.cast.as(role)).client.get(`/api/findings/similar/${text.id}`)).status).toBe(403);
  });

  it('by the same people are a continuation, with the years', async () => {
    const earlier = await system.db.first<{ edition: string }>(
      `INSERT INTO edition SELECT (jsonb_populate_record(NULL::edition, to_jsonb(e) || jsonb_build_object('id', gen_random_uuid(), 'number', 46, 'year', 2026, 'name', '第46届'))).* FROM edition e WHERE id = $1 RETURNING id AS edition`,
      [desk.editionId],
    );
    await system.db.transaction(async () => {
      await system.db.query('SET LOCAL session_replication_role = replica');
      await system.db.query('UPDATE entry SET edition_id = $2 WHERE id = $1', [leaky.id, earlier?.edition]);
      await system.db.query('UPDATE entry_member SET edition_id = $2 WHERE entry_id = $1', [leaky.id, earlier?.edition]);
    });
    const same = await toProvince({ title: '自动浇花装置的研制（续）', members: [author], paragraphs: [...PARAGRAPHS, '今年增加了太阳能供电。'] });
    await idle();
    const pairs = (await similarTo(same.id)).filter((pair) => [pair.work.id, pair.other.id].includes(leaky.id));
    expect(pairs.map((pair) => `${pair.kind} ${pair.relation}`).sort()).toEqual(['text continuation', 'title continuation']);
    const office = await desk.cast.as('province_admin');
    expect(must<any>(await office.client.get(`/api/findings/similar/${pairs[0].id}`))).toMatchObject({ earlierYears: ['2026'], other: { year: 2026, editionName: '第46届' } });
  });
});
