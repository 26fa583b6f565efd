import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('score sheets', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let judge: StagedJudge;
  let queue: { assignmentId: string; code: string }[];
  let panel: string;
  let keys = 0;

  const sheet = (values: Record<string, unknown>, baseVersion: number, more: Record<string, unknown> = {}) => ({ clientKey: `save-${++keys}-key`, baseVersion, values, ...more });
  const at = (index: number, path = ''): string => `/api/judge/assignments/${queue[index]?.assignmentId}${path}`;
  const versions = async (index: number): Promise<number> =>
    (await system.db.first<{ count: number }>('SELECT count(*)::int AS count FROM score_sheet WHERE assignment_id = $1', [queue[index]?.assignmentId]))?.count ?? 0;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(8);
    await stage.addJudges(5);
    [judge] = stage.judges as [StagedJudge];
    panel = await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    queue = (await must(judge.client.get('/api/judge/queue?size=50'))).body.rows;
  });

  it('are kept as drafts with holes, and say what is still missing', async () => {
    const answer = await must(judge.client.put(at(0, '/sheet'), sheet({ innovation: '35.5' }, 0, { privateNote: '再看一遍数据' })));
    expect(answer.body).toMatchObject({ version: 1, state: 'draft', total: null });
    expect(answer.body.warnings.map((warning: { code: string }) => warning.code)).toEqual(['ITEM_MISSING', 'ITEM_MISSING', 'ITEM_MISSING']);
    const { body } = await must(judge.client.get(at(0)));
    expect(body.sheet).toMatchObject({ state: 'draft', version: 1, values: { innovation: '35.5' }, privateNote: '再看一遍数据' });
    expect(body.writable).toBe(true);
  });

  it.each([
    ['above its maximum', { ...sheetOf(80), innovation: '41' }],
    ['between the steps', { ...sheetOf(80), innovation: '30.3' }],
    ['not a number', { ...sheetOf(80), innovation: '<b>40</b>' }],
    ['negative', { ...sheetOf(80), innovation: '-1' }],
    ['of an unknown item', { ...sheetOf(80), beauty: '5' }],
    ['nested', { ...sheetOf(80), innovation: { value: '40' } }],
  ])('refuse a value %s, as draft and as sheet', async (_name, values) => {
    const before = await versions(1);
    for (const send of [judge.client.put(at(1, '/sheet'), sheet(values, 0)), judge.client.post(at(1, '/submit'), sheet(values, 0))]) {
      const answer = await send;
      expect(answer).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID' } });
      expect(answer.body.problems[0].message).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(await versions(1)).toBe(before);
  });

  it('are handed in only complete', async () => {
    const answer = await judge.client.post(at(1, '/submit'), sheet({ innovation: '40' }, 0));
    expect(answer).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID', params: { count: 3 } } });
  });

  it('arrive once, however often and however parallel they are sent', async () => {
    const body = sheet(sheetOf(88), 0);
    const answers = await Promise.all(Array.from({ length: 8 }, () => judge.client.post(at(1, '/submit'), body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ version: 1, state: 'submitted', total: '88' });
    expect(await versions(1)).toBe(1);
    const { body: receipts } = await must(judge.client.get(at(1, '/receipts')));
    expect(receipts).toHaveLength(1);
    expect(receipts[0].receiptId).toBe(answers[0]?.body.receiptId);
  });

  it('arrive once as drafts too, sent eight times at once', async () => {
    const { version } = (await must(judge.client.get(at(6)))).body.sheet;
    const body = sheet({ innovation: '21' }, version);
    const answers = await Promise.all(Array.from({ length: 8 }, () => judge.client.put(at(6, '/sheet'), body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await versions(6)).toBe(version + 1);
  });

  it('refuse one key for two contents', async () => {
    const body = sheet(sheetOf(60), 0);
    await must(judge.client.put(at(2, '/sheet'), body));
    expect(await judge.client.put(at(2, '/sheet'), { ...body, values: sheetOf(90) })).toMatchObject({ status: 409, body: { code: 'CLIENT_KEY_REUSED' } });
  });

  it('keep the first of two tabs and tell the second', async () => {
    const results = await Promise.all([70, 80, 90].map((total) => judge.client.put(at(3, '/sheet'), sheet(sheetOf(total), 0))));
    expect(results.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(results.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'SHEET_CHANGED', params: { version: 1 } });
    await must(judge.client.put(at(3, '/sheet'), sheet(sheetOf(75), 1)));
    expect(await versions(3)).toBe(2);
  });

  it('stand once handed in, until the secretariat reopens them with a reason; every version stays', async () => {
    await must(judge.client.post(at(4, '/submit'), sheet(sheetOf(50), 0)));
    expect(await judge.client.put(at(4, '/sheet'), sheet(sheetOf(60), 1))).toMatchObject({ status: 409, body: { code: 'SHEET_SUBMITTED' } });
    const reopen = `/api/judging/assignments/${queue[4]?.assignmentId}/reopen`;
    expect((await stage.secretariat.client.post(reopen, {})).status).toBe(400);
    expect((await judge.client.post(reopen, { reason: '想再改一下' })).status).toBe(403);
    await must(stage.secretariat.client.post(reopen, { reason: '评委填错了一栏' }));
    const { body } = await must(judge.client.get(at(4)));
    expect(body).toMatchObject({ writable: true, sheet: { state: 'reopened', version: 2, values: sheetOf(50), reopenReason: '评委填错了一栏' } });
    await must(judge.client.post(at(4, '/submit'), sheet(sheetOf(55), 2)));
    const stored = await system.db.query('SELECT version, state, total FROM score_sheet WHERE assignment_id = $1 ORDER BY version', [queue[4]?.assignmentId]);
    expect(stored).toEqual([{ version: 1, state: 'submitted', total: '50' }, { version: 2, state: 'reopened', total: '50' }, { version: 3, state: 'submitted', total: '55' }]);
  });

  it('belong to their judge alone', async () => {
    const [, other] = stage.judges as [StagedJudge, StagedJudge];
    for (const send of [other.client.get(at(0)), other.client.put(at(0, '/sheet'), sheet(sheetOf(10), 1)), other.client.get(at(0, '/receipts')), other.client.get(at(0, '/materials/1')), other.client.post(at(0, '/recuse'), { reason: '这不是我的项目' })]) {
      expect((await send).status).toBe(404);
    }
    expect((await stage.secretariat.client.put(at(0, '/sheet'), sheet(sheetOf(10), 1))).status).toBe(403);
    expect((await system.client().get(at(0))).status).toBe(401);
  });

  it('cannot be changed or taken away in the database', async () => {
    await expect(system.db.query(`UPDATE score_sheet SET total = '99'`)).rejects.toThrow(/evidence/);
    await expect(system.db.query('DELETE FROM score_sheet')).rejects.toThrow(/evidence/);
  });

  it('are hidden from everyone but their judge until the panel is locked', async () => {
    for (const client of [judge.client, stage.secretariat.client]) {
      expect(await client.get(`/api/judging/panels/${panel}/scores`)).toMatchObject({ status: 409, body: { code: 'PANEL_NOT_LOCKED' } });
    }
    const { body } = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/assignments?size=200`));
    expect(body.rows.every((row: { total: string | null }) => row.total === null)).toBe(true);
    expect((await stage.secretariat.client.get(`/api/judging/assignments/${queue[4]?.assignmentId}/versions`)).body.code).toBe('PANEL_NOT_LOCKED');
  });

  it('may not be late: the server\'s clock decides to the second', async () => {
    const closes = (await system.db.first<{ at: Date }>(`SELECT closes_at AS at FROM edition_stage WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId]))?.at as Date;
    const before = system.clock.now();
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId, system.clock.now()]);
    expect(await judge.client.put(at(5, '/sheet'), sheet(sheetOf(60), 0))).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });
    expect((await must(judge.client.get(at(5)))).body.writable).toBe(false);
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId, closes]);
    expect(system.clock.now().getTime()).toBeGreaterThan(before.getTime());
    await must(judge.client.put(at(5, '/sheet'), sheet(sheetOf(60), 0)));
  });

  it('that were reopened may be finished after the stage\'s end, over several saves', async () => {
    await must(judge.client.post(at(7, '/submit'), sheet(sheetOf(50), 0)));
    const closes = (await system.db.first<{ at: Date }>(`SELECT closes_at AS at FROM edition_stage WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId]))?.at as Date;
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId, system.clock.now()]);
    await must(stage.secretariat.client.post(`/api/judging/assignments/${queue[7]?.assignmentId}/reopen`, { reason: '小数点填错位置' }));
    await must(judge.client.put(at(7, '/sheet'), sheet({ innovation: '30' }, 2)));
    expect((await must(judge.client.get(at(7)))).body).toMatchObject({ writable: true, sheet: { state: 'reopened', version: 3, reopenReason: '小数点填错位置' } });
    await must(judge.client.post(at(7, '/submit'), sheet(sheetOf(55), 3)));
    expect(await judge.client.put(at(7, '/sheet'), sheet(sheetOf(56), 4))).toMatchObject({ status: 409, body: { code: 'SHEET_SUBMITTED' } });
    await system.db.query(`UPDATE edition_stage SET closes_at = $2 WHERE edition_id = $1 AND key = 'initial'`, [stage.editionId, closes]);
  });

  it('warn of a comment by the words alone: a name that takes part and one that does not have the same answer', async () => {
    await stage.addEntry({ member: '欧阳慕容', coach: '司徒远志' });
    const { version } = (await must(judge.client.get(at(6)))).body.sheet;
    const said = async (baseVersion: number, comments: Record<string, unknown>) => {
      const { body } = await must(judge.client.put(at(6, '/sheet'), sheet(sheetOf(60), baseVersion, comments)));
      return body.warnings.map((warning: { code: string; path: string; message: string }) => `${warning.code} ${warning.path} ${warning.message}`);
    };
    expect(await said(version, { participantComment: '数据完整，建议补充对照实验' })).toEqual([]);
    const part = await said(version + 1, { juryComment: '欧阳慕容同学', participantComment: '请打 138 0013 8000', privateNote: '欧阳慕容' });
    expect(part.map((warning: string) => warning.split(' ').slice(0, 2).join(' '))).toEqual(['COMMENT_NAMES_SOMEBODY juryComment', 'COMMENT_NAMES_SOMEBODY participantComment']);
    expect(await said(version + 2, { juryComment: '欧阳慕白同学', participantComment: '请打 138 0013 8001' })).toEqual(part);
  });

  it('hold back a comment that names somebody of the edition, until the secretariat decides; the judge learns nothing of it', async () => {
    const other = stage.judges[1] as StagedJudge;
    const mine = (await must(other.client.get('/api/judge/queue?size=50'))).body.rows as { assignmentId: string; code: string; version: number }[];
    const handIn = async (index: number, juryComment: string) => {
      const one = mine[index] as (typeof mine)[number];
      const { body } = await must(other.client.post(`/api/judge/assignments/${one.assignmentId}/submit`, sheet(sheetOf(70), one.version, { juryComment, participantComment: '建议补充对照实验' })));
      return { code: one.code, answer: Object.keys(body).sort().map((key) => [key, ['warnings', 'state', 'total'].includes(key) ? body[key] : '']) };
    };
    const named = await handIn(0, '欧阳慕容同学很用心');
    const unnamed = await handIn(1, '欧阳慕白同学很用心');
    expect(named.answer).toEqual(unnamed.answer);
    const url = stage.url('initial', '/held-comments?open=true');
    let held: any[] = [];
    for (const end = Date.now() + 20_000; Date.now() < end && held.length === 0; await new Promise((resolve) => setTimeout(resolve, 25))) held = (await must(stage.secretariat.client.get(url))).body.rows;
    expect(held).toMatchObject([{ code: named.code, part: 'juryComment', words: ['欧阳慕容'], comment: '欧阳慕容同学很用心', state: 'held', newest: true }]);
    expect(await system.db.query(`SELECT DISTINCT account_id AS id FROM notice WHERE template = 'judging.commentHeld'`)).toEqual([{ id: stage.secretariat.accountId }]);
    expect((await other.client.get(url)).status).toBe(403);
    const decide = `/api/judging/held-comments/${held[0].id}/decision`;
    expect((await stage.province.client.post(decide, { decision: 'released', reason: '同名' })).status).toBe(403);
    await must(stage.secretariat.client.post(decide, { decision: 'withheld', reason: '出现姓名' }));
    expect(await stage.secretariat.client.post(decide, { decision: 'released', reason: '同名' })).toMatchObject({ status: 409, body: { code: 'COMMENT_DECIDED' } });
    await expect(system.db.query(`UPDATE comment_check SET state = 'released' WHERE id = $1`, [held[0].id])).rejects.toThrow(/evidence/);
    expect((await must(stage.secretariat.client.get(stage.url('initial', '/held-comments')))).body.rows).toMatchObject([{ state: 'withheld', reason: '出现姓名' }]);
  });

  it('keep the time at the desk, which counts for nothing in the receipt', async () => {
    const { version } = (await must(judge.client.get(at(6)))).body.sheet;
    const first = sheet(sheetOf(60), version, { secondsSpent: 412 });
    const { body: receipt } = await must(judge.client.put(at(6, '/sheet'), first));
    expect((await must(judge.client.get(at(6)))).body.sheet.secondsSpent).toBe(412);
    expect((await must(judge.client.put(at(6, '/sheet'), { ...first, secondsSpent: 500 }))).body).toEqual(receipt);
    expect((await judge.client.put(at(6, '/sheet'), sheet(sheetOf(60), version + 1, { secondsSpent: -1 }))).status).toBe(400);
  });

  it('can be reported on, once however often it is sent, and the secretariat is told', async () => {
    const report = { kind: 'leak', text: '图片三中有校服上的校名', clientKey: 'report-one-key' };
    const first = await must(judge.client.post(at(6, '/concerns'), report));
    expect((await must(judge.client.post(at(6, '/concerns'), report))).body).toEqual(first.body);
    const { body } = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/concerns`));
    expect(body).toMatchObject([{ code: queue[6]?.code, kind: 'leak', answer: null }]);
    const notices = await must(stage.secretariat.client.get('/api/notices?size=50'));
    expect(notices.body.rows.filter((notice: { title: string }) => notice.title === '评委报告问题')).toHaveLength(1);
  });

  it('are missed at the lock, entry by entry, and refused after it by service and database', async () => {
    const lock = `/api/judging/panels/${panel}/lock`;
    const missing = await stage.secretariat.client.post(lock);
    expect(missing).toMatchObject({ status: 409, body: { code: 'SHEETS_MISSING', params: { count: 8 } } });
    const gaps = missing.body.problems.map((problem: { path: string }) => ({ code: problem.path, reason: '评委因病未能完成' }));
    expect((await stage.secretariat.client.post(lock, { gaps: gaps.slice(1) })).body.params.count).toBe(1);
    expect((await must(stage.secretariat.client.post(lock, { gaps }))).body.state).toBe('locked');
    expect(await judge.client.put(at(6, '/sheet'), sheet(sheetOf(60), 0))).toMatchObject({ status: 409, body: { code: 'PANEL_LOCKED' } });
    expect(await judge.client.post(at(0, '/submit'), sheet(sheetOf(60), 1))).toMatchObject({ status: 409, body: { code: 'PANEL_LOCKED' } });
    await expect(
      system.db.query(
        `INSERT INTO score_sheet (assignment_id, version, state, values, total, private_note, jury_comment, participant_comment, client_key, sha256, saved_by, saved_at)
         VALUES ($1, 9, 'draft', '{}', NULL, '', '', '', 'raw', '', $2, now())`,
        [queue[0]?.assignmentId, judge.accountId],
      ),
    ).rejects.toThrow(/not open/);
    const scores = await must(judge.client.get(`/api/judging/panels/${panel}/scores`));
    expect(scores.body).toHaveLength(8);
    expect(JSON.stringify(scores.body)).not.toContain('再看一遍数据');
  });
});
