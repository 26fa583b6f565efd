import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panel: string;
let keys = 0;

const judge = (index: number): StagedJudge => stage.judges[index] as StagedJudge;
const url = (): string => `/api/judge/panels/${panel}/comparisons`;
const office = (): string => `/api/judging/panels/${panel}/comparisons`;
const queueOf = async (one: StagedJudge): Promise<any[]> => (await must(one.client.get('/api/judge/queue?size=100'))).body.rows;
const handIn = async (one: StagedJudge, total: (index: number) => number): Promise<void> => {
  for (const [index, row] of (await queueOf(one)).entries()) {
    if (row.sheetState === 'blank') await must(one.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: `key-${row.assignmentId}`, baseVersion: 0, values: sheetOf(total(index)) }));
  }
};
const state = async (one: StagedJudge): Promise<any> => (await must(one.client.get(url()))).body;
const answer = (one: StagedJudge, pair: { left: { codeId: string }; right: { codeId: string } }, better: string, clientKey = `compare-${++keys}-key`) =>
  one.client.post(url(), { clientKey, left: pair.left.codeId, right: pair.right.codeId, answer: better });

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => void Object.assign(rulebook.panels[0] as object, { comparisons: { from: 'ownSheet' } }));
  await stage.addEntries(5);
  await stage.addEntries(2, { group: 'senior' });
  await stage.addJudges(5);
  panel = await stage.openPanel('initial', stage.judges);
  await stage.assign('initial');
}, 120_000);

describe('comparing entries two by two', () => {
  it('begins with two own sheets handed in; what the judge has not scored, or another panel, is not there', async () => {
    expect(await state(judge(0))).toMatchObject({ answered: 0, enough: 0, next: null, last: null, outcome: null });
    expect((await must(judge(0).client.get('/api/judge/comparisons'))).body).toEqual([]);
    const codes = await system.db.query<{ id: string }>(`SELECT c.id FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE e.group_key = 'junior' ORDER BY c.id`);
    const [one, other] = codes as [{ id: string }, { id: string }];
    expect((await answer(judge(0), { left: { codeId: one.id }, right: { codeId: other.id } }, 'left')).status).toBe(404);
    await expect(system.db.query(
      `INSERT INTO comparison (panel_id, judge_id, first_code, second_code, answer, version, client_key, answered_at) VALUES ($1, $2, $3, $4, 'first', 1, 'past-the-service', now())`, [panel, judge(0).judgeId, one.id, other.id],
    )).rejects.toThrow(/own sheets are in/);
    const stranger = await stage.cast.hire('judge', 'elsewhere');
    expect((await stranger.client.get(url())).status).toBe(404);
    expect((await stage.secretariat.client.get(url())).status).toBe(403);
    expect((await judge(0).client.get(office())).status).toBe(403);
  });

  it('asks for the closest pair of one group first, by the own scores', async () => {
    await handIn(judge(0), (index) => [80, 60, 80.5, 70, 90, 50, 40][index] as number);
    const found = await state(judge(0));
    const totals = new Map((await queueOf(judge(0))).map((row) => [row.code, Number(row.total)]));
    expect(found.enough).toBe(9);
    expect(found.next.left.groupLabel).toBe(found.next.right.groupLabel);
    const apart = Math.abs((totals.get(found.next.left.code) as number) - (totals.get(found.next.right.code) as number));
    const groups = new Map<string, number[]>();
    for (const row of await queueOf(judge(0))) groups.set(row.groupLabel, [...(groups.get(row.groupLabel) ?? []), Number(row.total)]);
    const closest = Math.min(...[...groups.values()].flatMap((all) => all.flatMap((one, at) => all.slice(at + 1).map((other) => Math.abs(one - other)))));
    expect(apart).toBe(closest);
    expect((await must(judge(0).client.get('/api/judge/comparisons'))).body).toMatchObject([{ panelId: panel, answered: 0, enough: 9 }]);
  });

  it('keeps one answer under one key however often it is sent, and a change of mind as a new version', async () => {
    const { next } = await state(judge(0));
    const sent = await Promise.all(Array.from({ length: 6 }, () => answer(judge(0), next, 'left', 'the-same-key')));
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(sent[5]?.body).toMatchObject({ answered: 1, last: { left: {}, right: {} } });
    await must(answer(judge(0), next, 'right'));
    const versions = await system.db.query(`SELECT version, answer FROM comparison ORDER BY version`);
    expect(versions).toHaveLength(2);
    expect(new Set(versions.map((row: any) => row.answer)).size).toBe(2);
    expect((await state(judge(0))).answered).toBe(1);
    await expect(system.db.query(`UPDATE comparison SET answer = 'equal'`)).rejects.toThrow(/evidence/);
    await expect(system.db.query('DELETE FROM comparison')).rejects.toThrow(/evidence/);
  });

  it('refuses pairs across groups, an entry with itself, and answers that are none', async () => {
    const rows = await system.db.query<{ id: string; group: string }>('SELECT c.id, e.group_key AS "group" FROM entry_code c JOIN entry e ON e.id = c.entry_id ORDER BY c.id');
    const [junior, senior] = ['junior', 'senior'].map((group) => ({ codeId: rows.find((row) => row.group === group)?.id as string })) as [{ codeId: string }, { codeId: string }];
    expect(await answer(judge(0), { left: junior, right: senior }, 'left')).toMatchObject({ status: 409, body: { code: 'COMPARISON_GROUPS' } });
    expect((await answer(judge(0), { left: junior, right: junior }, 'left')).status).toBe(404);
    expect((await answer(judge(0), { left: junior, right: senior }, 'first')).status).toBe(400);
  });

  it('shows nobody another judge\'s answers before the lock; the office sees how far everybody is', async () => {
    for (const one of stage.judges) await handIn(one, (index) => 60 + 3 * index);
    const before = (await must(judge(1).client.get(url()))).text;
    for (let { next } = await state(judge(0)); next; next = (await must(answer(judge(0), next, 'left'))).body.next);
    expect((await must(judge(1).client.get(url()))).text).toBe(before);
    expect((await state(judge(0))).outcome).toBeNull();
    const { body, text } = await must(stage.secretariat.client.get(office()));
    expect(body).toMatchObject({ locked: false, outcome: null });
    expect(body.judges.map((one: { answered: number }) => one.answered).sort()).toEqual([0, 0, 0, 0, 11]);
    expect(text).not.toContain('装置');
  });

  it('says once the panel is locked what all found together; who recused counts no more, and no score is changed', async () => {
    const best = (await system.db.first<{ id: string }>(`SELECT c.id FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE e.group_key = 'junior' ORDER BY c.id LIMIT 1`))?.id as string;
    for (const one of stage.judges.slice(1, 4)) {
      for (let { next } = await state(one); next; next = (await must(answer(one, next, next.left.codeId === best ? 'left' : next.right.codeId === best ? 'right' : 'equal'))).body.next);
    }
    const totals = await system.db.query('SELECT id, sheet_total FROM assignment ORDER BY id');
    const counted = (await system.db.first<{ count: number }>('SELECT count(DISTINCT (judge_id, first_code, second_code))::int AS count FROM comparison', []))?.count as number;
    expect(counted).toBe(44);
    // A reopened sheet is not in force: its pairs do not count until it is handed in again.
    const [row] = await queueOf(judge(3));
    await must(stage.secretariat.client.post(`/api/judging/assignments/${row.assignmentId}/reopen`, { reason: '请核对分数' }));
    expect((await state(judge(3))).answered).toBeLessThan(11);
    const { version } = (await must(judge(3).client.get(`/api/judge/assignments/${row.assignmentId}`))).body.sheet;
    await must(judge(3).client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: 'again-key-1', baseVersion: version, values: sheetOf(60) }));
    expect((await state(judge(3))).answered).toBe(11);
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/judges/${judge(0).judgeId}/withdraw`, { reason: '因故退出评审' }));
    expect((await judge(0).client.get(url())).status).toBe(404);
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`, { gaps: (await system.db.query<{ code: string }>('SELECT code FROM entry_code')).map(({ code }) => ({ code, reason: '一位评委中途退出' })) }));
    const { body } = await must(stage.secretariat.client.get(office()));
    expect(body.outcome.map((group: any) => [group.comparisons, group.parts])).toEqual([[30, 1], [3, 1]]);
    const code = (await system.db.first<{ code: string }>('SELECT code FROM entry_code WHERE id = $1', [best]))?.code;
    expect(body.outcome[0].rows[0]).toMatchObject({ code, place: 1, wins: 12, losses: 0, equals: 0 });
    expect(body.outcome[0].rows[0].preferred).toBeGreaterThan(0.7);
    expect((await state(judge(2))).outcome[0].rows[0]).toMatchObject({ code, place: 1 });
    const left = await system.db.query<{ id: string }>(`SELECT id, sheet_total FROM assignment WHERE state = 'assigned' ORDER BY id`);
    const same = (rows: any[]): any[] => rows.filter((one) => one.id !== row.assignmentId && left.some(({ id }) => id === one.id));
    expect(same(left)).toEqual(same(totals));
  });

  it('ends with the stage', async () => {
    await must(stage.secretariat.client.post(stage.url('initial', '/close')));
    const { last, next } = await state(judge(2));
    expect(next).toBeNull();
    expect(await answer(judge(2), last, 'equal')).toMatchObject({ status: 409, body: { code: 'STAGE_CLOSED' } });
    expect((await must(judge(2).client.get('/api/judge/comparisons'))).body).toEqual([]);
  });
});
