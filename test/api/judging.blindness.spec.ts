import { beforeAll, describe, expect, it } from '@jest/globals';
import { Grants } from '#libs/identity';
import type { HttpClient } from '../support/http-client.js';
import { JudgingStage, must, sheetOf, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** What a hidden fact could show through: the body (the request's id and the running clock aside), and the headers that speak of the content. */
async function seen(client: HttpClient, path: string, language: string): Promise<string> {
  const answer = await client.get(path, { 'accept-language': language });
  const headers = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified', 'cache-control', 'link', 'location'].map((name) => `${name}: ${answer.headers.get(name) ?? ''}`);
  const body = answer.text.replace(/"(requestId|now)":"[^"]*"/g, '"$1":""');
  return [answer.status, ...headers, body].join('\n');
}

/** Blind means blind: change what a judge must not know, and everything a judge can ask answers the same bytes. */
describe('blind review', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let judge: StagedJudge;
  let entry: StagedEntry;
  let assignmentId: string;
  let panel: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(6);
    [entry] = stage.entries as [StagedEntry];
    await stage.addMaterial(entry, 'report', '青荷中学-黄小甲-研究报告.pdf');
    await stage.addMaterial(entry, 'novelty', '查新-青荷中学.pdf');
    await stage.addJudges(5);
    [judge] = stage.judges as [StagedJudge];
    panel = await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    const codes = await stage.codes('initial');
    const { body } = await must(judge.client.get('/api/judge/queue?size=50'));
    assignmentId = body.rows.find((row: { code: string }) => codes.get(row.code) === entry.id).assignmentId;
    await must(judge.client.put(`/api/judge/assignments/${assignmentId}/sheet`, { clientKey: 'first-save', baseVersion: 0, values: sheetOf(70) }));
  });

  const views = (): string[] => [
    '/api/judge/queue', '/api/judge/queue?size=2&page=2', `/api/judge/queue?panelId=${panel}`, '/api/judge/queue?state=draft', '/api/judge/queue?sort=-title',
    `/api/judge/queue?q=${encodeURIComponent('装置')}`, `/api/judge/queue?q=${encodeURIComponent('青荷')}`, `/api/judge/queue?q=${encodeURIComponent('黄')}`,
    `/api/judge/queue?q=${encodeURIComponent('龙老师')}`, `/api/judge/queue?q=${entry.no}`, `/api/judge/queue?q=${encodeURIComponent('长沙')}`,
    `/api/judge/assignments/${assignmentId}`, `/api/judge/assignments/${assignmentId}/materials/1`, `/api/judge/assignments/${assignmentId}/materials/2`,
    `/api/judge/assignments/${assignmentId}/materials/1?download`, `/api/judge/assignments/${assignmentId}/receipts`, '/api/judge/panels', '/api/judge/profile', '/api/judge/interests',
    `/api/judging/panels/${panel}/scores`, `/api/judging/panels/${panel}/assignments`, `/api/judging/panels/${panel}/progress/entries`, `/api/judging/panels/${panel}/divergence`,
    stage.url('initial', '/progress'), stage.url('initial', '/conflicts'), `/api/entries/${entry.id}`, `/api/entries/${entry.id}/materials`, `/api/judging/entries/${entry.id}/comments`,
    '/api/results/mine', `/api/public/results/${stage.editionId}`, `/api/results/editions/${stage.editionId}/stages/initial/snapshots`,
  ];

  const everything = async (): Promise<Map<string, string>> => {
    const asked = (['zh', 'en'] as const).flatMap((language) => views().map((path) => ({ language, path })));
    const found = new Map<string, string>();
    for (let start = 0; start < asked.length; start += 8) {
      const batch = asked.slice(start, start + 8);
      const answers = await Promise.all(batch.map(({ path, language }) => seen(judge.client, path, language)));
      batch.forEach(({ path, language }, index) => found.set(`${language} ${path}`, answers[index] ?? ''));
    }
    return found;
  };

  it('shows the work: title, abstract, discipline, and the files under neutral names', async () => {
    const { body } = await must(judge.client.get(`/api/judge/assignments/${assignmentId}`));
    expect(body).toMatchObject({ title: entry.title, disciplineLabel: '物理', fields: [{ key: 'abstract' }], materials: [{ number: 1, name: '研究报告-1.pdf', slot: 'report' }] });
    expect(body.materials).toHaveLength(1);
    const file = await judge.client.get(`/api/judge/assignments/${assignmentId}/materials/1`);
    expect(file.status).toBe(200);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('研究报告-1.pdf');
    expect(file.text).toContain('%PDF-1.4');
  });

  it('answers the same bytes whatever the hidden facts are', async () => {
    // Evidence does not change in life; here each fact is changed for itself.
    await system.db.query('ALTER TABLE material DISABLE TRIGGER USER');
    const before = await everything();
    const { elsewhere } = stage.cast.units;
    const changes: [string, string, unknown[]][] = [
      ['member', `UPDATE person SET name = '完全另一个人', birth_date = '2009-09-09', sex = 'F' WHERE id = $1`, [entry.memberId]],
      ['coach', `UPDATE person SET name = '另一位老师' WHERE id = $1`, [entry.coachId]],
      ['team', `INSERT INTO entry_member (entry_id, edition_id, person_id, position, bound, added_at) SELECT $1, $2, id, 2, false, now() FROM person WHERE id = $3`, [entry.id, stage.editionId, stage.entries[5]?.memberId]],
      ['place', 'UPDATE entry SET school_id = $2, county_id = $3, prefecture_id = $4 WHERE id = $1', [entry.id, elsewhere.school, elsewhere.county, elsewhere.prefecture]],
      ['number and times', `UPDATE entry SET entry_no = 'ZZZ999', created_at = created_at - interval '40 days', updated_at = updated_at + interval '3 hours', submitted_at = now(), version = 77 WHERE id = $1`, [entry.id]],
      ['other form fields', `UPDATE entry SET form = form || '{"startDate":"2024-09-09","aiUse":"none","secretNote":"青荷中学"}' WHERE id = $1`, [entry.id]],
      ['file names and times', `UPDATE material SET name = '云岭中学-张三.pdf', added_at = added_at - interval '9 days' WHERE entry_id = $1`, [entry.id]],
      ['stored file names', `UPDATE file_object SET name = '云岭中学-张三.pdf', created_at = created_at - interval '9 days' WHERE id IN (SELECT file_id FROM material WHERE entry_id = $1)`, [entry.id]],
      ['files not meant for judges', `DELETE FROM material WHERE entry_id = $1 AND slot = 'novelty'`, [entry.id]],
      ['school names', `UPDATE org_unit SET name = name || '附属学校' WHERE kind = 'school'`, []],
      ['other judges', `UPDATE account SET name = '别的评委' WHERE id = $1`, [stage.judges[1]?.accountId]],
    ];
    for (const [fact, sql, parameters] of changes) {
      await system.db.query(sql, parameters);
      const after = await everything();
      for (const [view, bytes] of before) expect({ fact, view, bytes: after.get(view) }).toEqual({ fact, view, bytes });
    }
  }, 120_000);

  /** Every reading address of the OpenAPI document, with every id of ours in every place that takes one. */
  const addresses = async (prefix = ''): Promise<string[]> => {
    const { body } = await must(judge.client.get('/api/openapi.json'));
    const document = body as { paths: Record<string, Record<string, unknown>> };
    const file = await system.db.first<{ id: string }>('SELECT file_id AS id FROM material WHERE entry_id = $1 LIMIT 1', [entry.id]);
    const own: Record<string, string[]> = { editionId: [stage.editionId], stageKey: ['initial'], panelId: [panel], number: ['1'], judgeId: [judge.judgeId], entryId: [entry.id], accountId: [judge.accountId] };
    const any = [assignmentId, entry.id, entry.memberId, stage.editionId, file?.id ?? ''];
    return Object.entries(document.paths)
      .filter(([path, methods]) => 'get' in methods && path.startsWith(prefix) && !/\/(live|events)$/.test(path))
      .flatMap(([path]) => {
        const filled = (values: (name: string) => string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => values(name));
        const open = [...path.matchAll(/\{(\w+)\}/g)].some(([, name]) => own[name ?? ''] === undefined);
        return open ? any.map((id) => filled((name) => own[name]?.[0] ?? id)) : [filled((name) => own[name]?.[0] ?? '')];
      });
  };
  const swept = async (who: HttpClient, paths: readonly string[]): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (let start = 0; start < paths.length; start += 8) {
      const batch = paths.slice(start, start + 8);
      const answers = await Promise.all(batch.map((path) => seen(who, path, 'zh')));
      batch.forEach((path, index) => found.set(path, answers[index] ?? ''));
    }
    return found;
  };

  it('holds at every address of the OpenAPI document, for the judge and for the office that assigns', async () => {
    const all = await addresses();
    expect(all.length).toBeGreaterThan(80);
    const nobody = await swept(system.client(), all);
    // What nobody needs to be anybody for (health, the register of schools) cannot tell a judge more than it tells everyone.
    const closed = all.filter((path) => !/^2/.test(nobody.get(path) ?? ''));
    const office = closed.filter((path) => path.startsWith('/api/judging/') && !path.includes('/comments'));
    const before = { judge: await swept(judge.client, closed), office: await swept(stage.secretariat.client, office) };
    expect([...before.judge.values()].filter((bytes) => bytes.startsWith('200')).length).toBeGreaterThan(10);
    expect([...before.office.values()].filter((bytes) => bytes.startsWith('200')).length).toBeGreaterThan(8);
    for (const [sql, parameters] of [
      [`UPDATE person SET name = '第三个名字', birth_date = '2010-10-10', sex = 'M', phone = '13107310731', email = 'pupil@example.cn' WHERE id = $1`, [entry.memberId]],
      [`UPDATE person SET name = '第三位老师', phone = '13207310731', title = '高级教师' WHERE id = $1`, [entry.coachId]],
      [`UPDATE entry SET entry_no = 'YYY888', authorisation_no = 'B-77', created_at = created_at - interval '3 days', school_rank = 9, version = 99 WHERE id = $1`, [entry.id]],
      [`UPDATE entry SET school_id = $2, county_id = $3, prefecture_id = $4 WHERE id = $1`, [entry.id, stage.cast.units.here.sister, stage.cast.units.here.county, stage.cast.units.here.prefecture]],
      [`UPDATE entry_member SET position = position + 10 WHERE entry_id = $1`, [entry.id]],
      [`UPDATE material SET name = '第三个文件名-枫林小学.pdf' WHERE entry_id = $1`, [entry.id]],
      [`UPDATE org_unit SET name = '改了名的' || name WHERE kind = 'school'`, []],
    ] as [string, unknown[]][]) await system.db.query(sql, parameters);
    const after = { judge: await swept(judge.client, closed), office: await swept(stage.secretariat.client, office) };
    for (const who of ['judge', 'office'] as const) for (const [path, bytes] of before[who]) expect({ who, path, bytes: after[who].get(path) }).toEqual({ who, path, bytes });
  }, 120_000);

  it('does not let other judges\' work show before the lock', async () => {
    const before = await everything();
    const [, other] = stage.judges as [StagedJudge, StagedJudge];
    const { body } = await must(other.client.get('/api/judge/queue?size=50'));
    for (const row of body.rows) {
      await must(other.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: `other-${row.assignmentId}`, baseVersion: row.version, values: sheetOf(95), juryComment: '很好' }));
    }
    expect(await everything()).toEqual(before);
  });

  it('keeps the codes in custody: opened only with that right, with a reason, on record', async () => {
    const open = stage.url('initial', '/codes/open');
    expect((await judge.client.post(open, { reason: '我想看看' })).status).toBe(403);
    expect((await stage.secretariat.client.post(open, { reason: '核对申诉材料' })).status).toBe(403);
    expect((await stage.province.client.post(open, {})).status).toBe(400);
    const { body } = await must(stage.province.client.post(open, { reason: '核对申诉材料' }));
    expect(body).toHaveLength(6);
    const [record] = await system.db.query(`SELECT reason, after FROM audit_record WHERE action = 'judging.codesOpened'`);
    expect(record).toMatchObject({ reason: '核对申诉材料', after: { stage: 'initial', count: 6 } });
    // The other holder of the key hears of it; the judge does not.
    const told = await system.db.query<{ account: string }>(`SELECT account_id AS account FROM notice WHERE template = 'judging.codesOpened'`);
    expect(told.map(({ account }) => account)).toContain(stage.deputy.accountId);
    expect(told.map(({ account }) => account)).not.toContain(judge.accountId);
    expect(told.map(({ account }) => account)).not.toContain(stage.province.accountId);
    // Who is given both roles loses the key.
    await system.api.get(Grants, { strict: false }).put({ accountId: stage.deputy.accountId, role: 'secretariat' });
    const both = await stage.cast.logIn(stage.deputy.login);
    expect(await both.post(open, { reason: '核对申诉材料' })).toMatchObject({ status: 403, body: { code: 'CUSTODY_APART' } });
    const progress = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/progress/entries?size=50`));
    for (const one of stage.entries) expect(progress.text).not.toContain(one.id);
  });
});
