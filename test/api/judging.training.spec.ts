import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpClient } from '../support/http-client.js';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('the training before the judging', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let judge: StagedJudge;
  let training: string;
  let assignmentId: string;
  const office = () => stage.secretariat.client;
  const known = (title: string, total: number) => ({ title, text: '去年的一件作品：用手机光传感器测量溶液浓度。', reference: sheetOf(total), reasons: { innovation: '方法已有先例，改进有限', science: '对照组设置清楚' } });

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(5);
    await stage.addJudges(6);
    [judge] = stage.judges as [StagedJudge];
    training = stage.url('initial', '/training');
    await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    assignmentId = (await must(judge.client.get('/api/judge/queue?size=50'))).body.rows[0].assignmentId;
  });

  it('is set up with known works; the gate cannot ask for more than there are', async () => {
    expect((await must(office().get(training))).body).toMatchObject({ required: false, entries: [] });
    expect(await office().put(training, { required: true, tolerancePercent: 10, attempts: 2, toPass: 1 })).toMatchObject({ status: 409, body: { code: 'TRAINING_TOO_FEW' } });
    expect(await office().post(`${training}/entries`, { ...known('残缺', 70), reference: { innovation: '41' } })).toMatchObject({ status: 422, body: { code: 'REFERENCE_INCOMPLETE' } });
    await must(office().post(`${training}/entries`, known('光传感器测浓度', 70)));
    await must(office().post(`${training}/entries`, known('校园雨水花园', 55)));
    const { body } = await must(office().put(training, { required: true, tolerancePercent: 10, attempts: 2, toPass: 1 }));
    expect(body.entries.map(({ title }: { title: string }) => title)).toEqual(['光传感器测浓度', '校园雨水花园']);
    expect((await judge.client.get(training)).status).toBe(403);
  });

  it('keeps every assigned entry shut, on the page, in the service and in the database', async () => {
    expect(await judge.client.get(`/api/judge/assignments/${assignmentId}`)).toMatchObject({ status: 409, body: { code: 'TRAINING_OPEN' } });
    expect((await judge.client.get(`/api/judge/assignments/${assignmentId}/materials/1`)).status).toBe(409);
    expect(await judge.client.put(`/api/judge/assignments/${assignmentId}/sheet`, { clientKey: 'too-early', baseVersion: 0, values: sheetOf(70) })).toMatchObject({ status: 409, body: { code: 'TRAINING_OPEN' } });
    const stored = await system.db.first<{ count: number }>('SELECT count(*)::int AS count FROM score_sheet');
    expect(stored?.count).toBe(0);
  });

  it('shows nothing of the reference before an attempt, and the distance with the reason after it', async () => {
    const { body: own } = await must(judge.client.get('/api/judge/training'));
    expect(own).toMatchObject([{ stageKey: 'initial', required: true, state: 'open', entries: [{ tried: 0, within: false }, { tried: 0, within: false }] }]);
    const id = own[0].entries[0].id;
    const before = await must(judge.client.get(`/api/judge/training/${id}`));
    expect(before.text).not.toContain('方法已有先例');
    expect(before.text).not.toMatch(/reference/);
    expect(await judge.client.post(`/api/judge/training/${id}/attempts`, { values: { innovation: '30' } })).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID' } });
    const { body } = await must(judge.client.post(`/api/judge/training/${id}/attempts`, { values: { innovation: '30', science: '30', practice: '0', report: '0' } }));
    expect(body).toMatchObject({ left: 1, passed: false, tries: [{ number: 1, within: false }] });
    expect(body.tries[0].criteria[0]).toMatchObject({ key: 'innovation', label: '创新性', points: '30', reference: '40', distance: '-10', tolerance: '4', within: false, why: '方法已有先例，改进有限' });
  });

  it('opens the entries once passed, and only for whom it was passed', async () => {
    const { body: own } = await must(judge.client.get('/api/judge/training'));
    const id = own[0].entries[0].id;
    expect((await must(judge.client.post(`/api/judge/training/${id}/attempts`, { values: { innovation: '38', science: '28', practice: '1', report: '1' } }))).body).toMatchObject({ passed: true, left: 0 });
    expect(await judge.client.post(`/api/judge/training/${id}/attempts`, { values: sheetOf(70) })).toMatchObject({ status: 409, body: { code: 'TRAINING_EXHAUSTED' } });
    expect((await judge.client.get(`/api/judge/assignments/${assignmentId}`)).status).toBe(200);
    await must(judge.client.put(`/api/judge/assignments/${assignmentId}/sheet`, { clientKey: 'after-training', baseVersion: 0, values: sheetOf(70) }));
    const other = stage.judges[1] as StagedJudge;
    const queue = await must(other.client.get('/api/judge/queue?size=50'));
    expect((await other.client.get(`/api/judge/assignments/${queue.body.rows[0].assignmentId}`)).status).toBe(409);
  });

  it('the secretariat sees the results and lets somebody through with a reason, once', async () => {
    const other = stage.judges[1] as StagedJudge;
    const { body } = await must(office().get(`${training}/judges`));
    expect(body.find((row: { judgeId: string }) => row.judgeId === judge.judgeId)).toMatchObject({ state: 'passed', within: 1, tries: 2, reason: null });
    expect(body.find((row: { judgeId: string }) => row.judgeId === judge.judgeId).meanDistance).toMatch(/^-?\d+\.\d$/);
    expect((await office().post(`${training}/judges/${other.judgeId}/waive`, { reason: '' })).status).toBe(400);
    const waived = await must(office().post(`${training}/judges/${other.judgeId}/waive`, { reason: '去年已担任主评委' }));
    expect(waived.body.find((row: { judgeId: string }) => row.judgeId === other.judgeId)).toMatchObject({ state: 'waived', reason: '去年已担任主评委' });
    expect(await office().post(`${training}/judges/${other.judgeId}/waive`, { reason: '再放行一次' })).toMatchObject({ status: 409, body: { code: 'TRAINING_PASSED' } });
    const queue = await must(other.client.get('/api/judge/queue?size=50'));
    expect((await other.client.get(`/api/judge/assignments/${queue.body.rows[0].assignmentId}`)).status).toBe(200);
  });

  it('a known work has files: under neutral names, without what they say about themselves, for those who train on it alone', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj 3 0 obj<</Author(Wang Xiaoming)>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF');
    const upload = (client: HttpClient) => client.send('POST', '/api/uploads', pdf, {
      'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-length': String(pdf.length),
      'upload-metadata': Object.entries({ filename: '王小明的报告.pdf', purpose: 'training', editionId: stage.editionId }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','),
    });
    expect((await upload(judge.client)).status).toBe(404);
    const fileId = (await must(upload(office()))).headers.get('upload-file-id') ?? '';
    expect((await stage.deputy.client.post(`${training}/entries`, { ...known('别人的文件', 60), fileIds: [fileId] })).status).toBe(403);
    const { body: set } = await must(office().post(`${training}/entries`, { ...known('带材料的作品', 60), fileIds: [fileId] }));
    const added = set.entries.find((entry: { title: string }) => entry.title === '带材料的作品');
    expect(added.files).toBe(1);
    expect(await office().post(`${training}/entries`, { ...known('又用一次', 60), fileIds: [fileId] })).toMatchObject({ status: 409, body: { code: 'TRAINING_FILE_USED' } });
    const task = await must(judge.client.get(`/api/judge/training/${added.id}`));
    expect(task.body.materials).toEqual([{ number: 1, name: '材料1.pdf', contentType: 'application/pdf', bytes: pdf.length }]);
    const file = await must(judge.client.get(`/api/judge/training/${added.id}/materials/1`));
    expect(file.text).not.toContain('Wang');
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).not.toContain('王小明');
    expect((await judge.client.get(`/api/judge/training/${added.id}/materials/2`)).status).toBe(404);
    const [stranger] = await stage.addJudges(1);
    expect((await stranger!.client.get(`/api/judge/training/${added.id}/materials/1`)).status).toBe(404);
    await expect(system.db.query('DELETE FROM training_material')).rejects.toThrow(/stay as judges saw them/);
  });

  it('who does not sit on the stage has no training there', async () => {
    const [stranger] = await stage.addJudges(1);
    expect((await must(stranger!.client.get('/api/judge/training'))).body).toEqual([]);
    const { body: own } = await must(judge.client.get('/api/judge/training'));
    expect((await stranger!.client.get(`/api/judge/training/${own[0].entries[0].id}`)).status).toBe(404);
  });
});
