import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Player } from '../support/cast.js';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { checkTable, commitTable, workbookOf } from '../support/spreadsheets.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panel: string;
let colleague: Player;
const queues = new Map<string, { assignmentId: string; code: string; version: number; sheetState: string }[]>();

const judge = (index: number): StagedJudge => stage.judges[index] as StagedJudge;
const queueOf = async (one: StagedJudge) => (await must(one.client.get('/api/judge/queue?size=100'))).body.rows;
const discussion = (_one: StagedJudge, path = ''): string => `/api/judge/panels/${panel}/discussion${path}`;

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => {
    Object.assign(rulebook.panels[0] as object, { discussion: { from: 'ownSheet' }, paperSheets: 'twoPersons' });
    rulebook.scoring.stages.unshift({ key: 'skills', label: { zh: '技能测试', en: 'Skills test' }, kind: 'given', attribute: 'skills', max: 100, places: 2 });
  });
  colleague = await stage.cast.hire('secretariat');
  await stage.addEntries(4);
  await stage.addJudges(5);
  panel = await stage.openPanel('initial', stage.judges);
  await stage.assign('initial');
  await must(stage.secretariat.client.patch(`/api/judging/panels/${panel}/judges/${judge(0).judgeId}`, { lead: true }));
  for (const one of stage.judges) queues.set(one.judgeId, await queueOf(one));
}, 120_000);

describe('a sheet on paper', () => {
  const first = () => queues.get(judge(4).judgeId)?.[0]?.assignmentId as string;
  const enter = (player: Player, values: Record<string, string>) => player.client.post(`/api/judging/assignments/${first()}/paper`, { values, baseVersion: 0 });

  it('counts only once a second person has entered the same; who entered it cannot confirm it', async () => {
    expect((await must(enter(stage.secretariat, sheetOf(80)))).body).toEqual({ outcome: 'entered', differing: [] });
    // The same person again only replaces the own entry.
    expect((await must(enter(stage.secretariat, sheetOf(81)))).body).toEqual({ outcome: 'entered', differing: [] });
    const { body: list } = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/paper`));
    expect(list.rows.find((row: { assignmentId: string }) => row.assignmentId === first())).toMatchObject({ state: 'entered', own: true });
    expect(JSON.stringify(list.rows)).not.toContain('"values"');
    const differs = await must(enter(colleague, sheetOf(71)));
    expect(differs.body).toEqual({ outcome: 'different', differing: ['practice'] });
    expect((await system.db.first<{ state: string }>('SELECT sheet_state AS state FROM assignment WHERE id = $1', [first()]))?.state).toBe('blank');
    expect((await must(enter(colleague, sheetOf(81)))).body).toEqual({ outcome: 'verified', differing: [] });
    const stored = await system.db.query('SELECT state, total, version FROM score_sheet WHERE assignment_id = $1', [first()]);
    expect(stored).toEqual([{ state: 'submitted', total: '81', version: 1 }]);
    const { body } = await must(colleague.client.get(`/api/judging/panels/${panel}/paper`));
    expect(body.rows.find((row: { assignmentId: string }) => row.assignmentId === first())).toMatchObject({ state: 'verified', differences: 1 });
    expect(await enter(colleague, sheetOf(81))).toMatchObject({ status: 409, body: { code: 'SHEET_SUBMITTED' } });
  });

  it('cannot be verified by its own writer in the database, nor changed afterwards', async () => {
    const second = queues.get(judge(4).judgeId)?.[1]?.assignmentId as string;
    await must(stage.secretariat.client.post(`/api/judging/assignments/${second}/paper`, { values: sheetOf(60), baseVersion: 0 }));
    await expect(system.db.query(
      `UPDATE paper_sheet SET state = 'verified', verified_by = entered_by, verified_at = now(), score_sheet_id = (SELECT id FROM score_sheet LIMIT 1) WHERE assignment_id = $1`, [second],
    )).rejects.toThrow(/paper_sheet_two_persons/);
    await expect(system.db.query(`UPDATE paper_sheet SET values = '{}' WHERE assignment_id = $1`, [second])).rejects.toThrow(/evidence/);
    await expect(system.db.query('DELETE FROM paper_sheet')).rejects.toThrow(/evidence/);
  });

  it('is refused incomplete, and by whoever may not enter sheets', async () => {
    const second = queues.get(judge(4).judgeId)?.[1]?.assignmentId as string;
    expect(await colleague.client.post(`/api/judging/assignments/${second}/paper`, { values: { innovation: '41' }, baseVersion: 0 })).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID' } });
    expect((await judge(1).client.post(`/api/judging/assignments/${second}/paper`, { values: sheetOf(60), baseVersion: 0 })).status).toBe(403);
  });
});

describe('a panel\'s talk', () => {
  const handIn = async (one: StagedJudge, row: { assignmentId: string }, total = 75) =>
    must(one.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: `key-${row.assignmentId}`, baseVersion: 0, values: sheetOf(total) }));
  const codeId = async (code: string): Promise<string> => (await system.db.first<{ id: string }>('SELECT id FROM entry_code WHERE code = $1', [code]))?.id as string;
  const say = (one: StagedJudge, text: string, more: Record<string, unknown> = {}) => one.client.post(discussion(one, '/messages'), { clientKey: `say-${text.length}-${text.slice(0, 4)}-key`, text, ...more });

  it('is about entries whose own sheet is in; whoever has not scored one sees nothing of what is said about it', async () => {
    const [row] = queues.get(judge(0).judgeId) as unknown as [{ assignmentId: string; code: string }];
    const code = await codeId(row.code);
    expect((await say(judge(0), '还没打分就想说', { codeId: code })).status).toBe(404);
    await handIn(judge(0), row);
    await must(say(judge(0), '数据的对照组设置值得商量', { codeId: code }));
    await must(say(judge(0), '数据的对照组设置值得商量', { codeId: code }));
    const others = queues.get(judge(1).judgeId)?.find((one) => one.code === row.code) as { assignmentId: string };
    expect((await must(judge(1).client.get(discussion(judge(1))))).text).not.toContain('对照组');
    await handIn(judge(1), others);
    const { body } = await must(judge(1).client.get(discussion(judge(1))));
    expect(body.items.find((item: { codeId: string }) => item.codeId === code).messages).toMatchObject([{ kind: 'said', text: '数据的对照组设置值得商量' }]);
    // About the work as a whole only with all own sheets in: it may speak of any entry.
    expect(await say(judge(1), '总体水平比去年高')).toMatchObject({ status: 409, body: { code: 'DISCUSSION_NOT_YET' } });
  });

  it('ends for a judge who recuses from the entry', async () => {
    const [row] = queues.get(judge(0).judgeId) as unknown as [{ assignmentId: string; code: string }];
    const own = queues.get(judge(2).judgeId)?.find((one) => one.code === row.code) as { assignmentId: string };
    await handIn(judge(2), own);
    expect((await must(judge(2).client.get(discussion(judge(2))))).text).toContain('对照组');
    await must(judge(2).client.post(`/api/judge/assignments/${own.assignmentId}/recuse`, { reason: '作者是我朋友的孩子' }));
    expect((await must(judge(2).client.get(discussion(judge(2))))).text).not.toContain('对照组');
  });

  it('has an order and conclusions that are the leader\'s, and stays as evidence', async () => {
    const rows = queues.get(judge(0).judgeId) as { assignmentId: string; code: string; sheetState: string }[];
    for (const row of rows.slice(1)) await handIn(judge(0), row);
    const ids = await Promise.all(rows.map((row) => codeId(row.code)));
    const order = [...ids].reverse();
    expect((await judge(1).client.put(discussion(judge(1), '/order'), { codeIds: order })).status).toBe(409);
    const { body } = await must(judge(0).client.put(discussion(judge(0), '/order'), { codeIds: order }));
    expect(body.items.map((item: { codeId: string }) => item.codeId)).toEqual(order);
    expect((await judge(0).client.put(discussion(judge(0), '/order'), { codeIds: [order[0], order[0]] })).status).toBe(422);
    expect((await say(judge(1), '同意入围', { codeId: ids[0], kind: 'conclusion' })).status).toBe(409);
    await must(say(judge(0), '同意入围，维持原评分', { codeId: ids[0], kind: 'conclusion' }));
    await expect(system.db.query(`UPDATE panel_message SET text = 'x'`)).rejects.toThrow(/evidence/);
    const office = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/discussion`));
    expect(office.text).toContain('同意入围，维持原评分');
  });

  it('waits for the lock where the rulebook says so', async () => {
    const final = await stage.openPanel('final', [judge(0)]);
    expect(await judge(0).client.get(`/api/judge/panels/${final}/discussion`)).toMatchObject({ status: 409, body: { code: 'DISCUSSION_NOT_YET' } });
    expect((await must(judge(0).client.get('/api/judge/discussions'))).body.map((talk: { panelId: string }) => talk.panelId)).toEqual([panel]);
    expect((await stage.secretariat.client.get(`/api/judge/panels/${panel}/discussion`)).status).toBe(403);
  });
});

describe('scores of a skills test', () => {
  const target = () => ({ kind: 'scores', editionId: stage.editionId, stageKey: 'skills' });
  const sheet = (...rows: [string, unknown][]) => workbookOf([['申报编号', '分数'], ...rows] as never);
  const stored = () => system.db.query<{ no: string; version: number; score: string }>('SELECT e.entry_no AS no, g.version, g.score::text AS score FROM given_score g JOIN entry e ON e.id = g.entry_id ORDER BY 1, 2');

  it('are checked row by row before anything is stored', async () => {
    const [first, second] = stage.entries as unknown as [{ no: string }, { no: string }];
    const run = await checkTable(stage.secretariat.client, target(), await sheet([first.no, 88.5], ['X99999', 70], [second.no, 101], [first.no, 60], [second.no, '甲']));
    expect(run).toMatchObject({ state: 'checked', rows: 5, counts: { add: 1, problem: 4 } });
    const { body } = await must(stage.secretariat.client.get(`/api/imports/${run.id}/rows?size=50`));
    const codes = body.rows.map((row: { problems: { code: string }[] }) => row.problems.map((problem) => problem.code).sort());
    expect(codes[0]).toEqual([]);
    expect(codes[1]).toEqual(['SCORE_ENTRY_UNKNOWN']);
    expect(codes[2]).toEqual(['SCORE_OUT_OF_RANGE']);
    expect(codes[3]).toEqual(['IMPORT_TWICE']);
    expect(body.rows.every((row: { problems: { message: string }[] }) => row.problems.every((problem) => /[\u4e00-\u9fff]/.test(problem.message)))).toBe(true);
    expect(await stored()).toEqual([]);
  });

  it('are added version by version, count in the result, and are closed to others', async () => {
    const [first, second] = stage.entries as unknown as [{ no: string; id: string }, { no: string }];
    const run = await checkTable(stage.secretariat.client, target(), await sheet([first.no, 88.5], [second.no, 70]));
    expect(await commitTable(stage.secretariat.client, run.id)).toMatchObject({ state: 'committed', counts: { added: 2 } });
    const again = await checkTable(stage.secretariat.client, target(), await sheet([first.no, 90], [second.no, 70]));
    expect(again.counts).toEqual({ change: 1, same: 1 });
    await commitTable(stage.secretariat.client, again.id);
    expect(await stored()).toEqual([{ no: first.no, version: 1, score: '88.5' }, { no: first.no, version: 2, score: '90' }, { no: second.no, version: 1, score: '70' }]);
    await expect(system.db.query('UPDATE given_score SET score = 100')).rejects.toThrow(/evidence/);
    expect((await (await stage.cast.as('coach')).client.get(`/api/imports/template?kind=scores&editionId=${stage.editionId}&stageKey=skills`)).status).toBe(403);

    const codes = [...(await stage.codes('initial')).keys()];
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`, { gaps: codes.map((code) => ({ code, reason: '演练中不再补评' })) }));
    const snapshot = await stage.snapshot('initial');
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshot}/rows?size=50`));
    const row = body.rows.find((one: { entryId: string }) => one.entryId === first.id);
    expect(row.stages.find((one: { stage: string }) => one.stage === 'skills')).toMatchObject({ state: 'ok', score: '90.00' });
  });
});
