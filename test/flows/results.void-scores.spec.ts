import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

interface Row { entryId: string; state: string; total: string | null; rank: number | null; explanation: string }

/** Recused and withdrawn judges, disqualified entries: their scores are void before anything is averaged, and the result is made anew. */
describe('scores that no longer count', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panel: string;
  let last: string | undefined;

  /** INN-AGG-007 and INN-WITHDRAW-001 in one panel: rows are entries, columns judges. */
  const SCORES = [[90, 97, 84, 88, 91], [88, 85, 90, 86, 95], [91, 90, 87, 92, 60], [79, 82, 80, 84, 60]];

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(4);
    await stage.addJudges(5);
    panel = await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    await stage.judgeAll('initial', (entryId, judge) => SCORES[stage.entries.findIndex(({ id }) => id === entryId)]?.[stage.judges.indexOf(judge)]);
  });

  const rows = async (): Promise<Map<string, Row>> => {
    last = await stage.snapshot('initial', last);
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${last}/rows?size=50`));
    return new Map(body.rows.map((row: Row) => [row.entryId, row]));
  };
  const totals = (found: Map<string, Row>): (string | null)[] => stage.entries.map(({ id }) => found.get(id)?.total ?? null);
  const assignment = async (entry: number, judge: StagedJudge): Promise<string> =>
    (await system.db.first<{ id: string }>(`SELECT a.id FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE c.entry_id = $1 AND a.judge_id = $2 AND a.state = 'assigned'`, [stage.entries[entry]?.id, judge.judgeId]))?.id ?? '';

  it('the lock has the worker make the first result: five scores, highest and lowest dropped', async () => {
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    expect(totals(await rows())).toEqual(['89.67', '88.00', '89.33', '80.33']);
  });

  it('a recusal found after the lock makes four scores, and nothing is trimmed (INN-AGG-007)', async () => {
    const { body } = await must(stage.secretariat.client.post(`/api/judging/assignments/${await assignment(0, stage.judges[1] as StagedJudge)}/end`, { reason: '评委与作者有亲属关系', conflict: true }));
    expect(body).toMatchObject({ runId: null });
    const found = await rows();
    expect(totals(found)).toEqual(['88.25', '88.00', '89.33', '80.33']);
    expect(found.get(stage.entries[0]?.id ?? '')?.explanation).toContain('回避');
  });

  it('a judge who leaves is void for every entry of the panel (INN-WITHDRAW-001)', async () => {
    const [, , , , leaver] = stage.judges as StagedJudge[];
    const { body } = await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/judges/${leaver?.judgeId}/withdraw`, { reason: '评委中途退出评审' }));
    expect(body).toEqual({ voidSheets: 4, runId: null });
    const found = await rows();
    expect(totals(found)).toEqual(['87.33', '87.25', '90.00', '81.25']);
    expect(await leaver?.client.get('/api/judge/queue').then((answer) => answer.body.total)).toBe(0);
  });

  it('a disqualified entry leaves the ranking and the others close up', async () => {
    const before = await rowsAsStored();
    expect(before.get(stage.entries[2]?.id ?? '')).toMatchObject({ rank: 1 });
    expect((await stage.province.client.post(`/api/results/entries/${stage.entries[2]?.id}/disqualify`, { reason: '查实主要工作由他人完成' })).status).toBe(204);
    const found = await rows();
    expect(found.get(stage.entries[2]?.id ?? '')).toMatchObject({ state: 'disqualified', rank: null });
    expect(stage.entries.map(({ id }) => found.get(id)?.rank)).toEqual([1, 2, null, 3]);
  });

  it('every earlier result stays, and stays what it was', async () => {
    const { body } = await must(stage.secretariat.client.get(`/api/results/editions/${stage.editionId}/stages/initial/snapshots`));
    expect(body.map((one: { sequence: number }) => one.sequence)).toEqual([4, 3, 2, 1]);
    expect(body.filter((one: { latest: boolean }) => one.latest)).toHaveLength(1);
    await expect(system.db.query(`UPDATE score_snapshot SET output = output || ' '`)).rejects.toThrow(/evidence/);
    await expect(system.db.query('DELETE FROM score_row')).rejects.toThrow(/evidence/);
  });

  it('the same facts again make no new result', async () => {
    await must(stage.secretariat.client.post(`/api/results/editions/${stage.editionId}/stages/initial/aggregate`, { reason: '再算一次核对' }));
    for (let tries = 0; tries < 100 && (await system.db.first(`SELECT 1 FROM outbox WHERE name = 'results.aggregate'`)); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    const { body } = await must(stage.secretariat.client.get(`/api/results/editions/${stage.editionId}/stages/initial/snapshots`));
    expect(body).toHaveLength(4);
  });

  const rowsAsStored = async (): Promise<Map<string, Row>> => {
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${last}/rows?size=50`));
    return new Map(body.rows.map((row: Row) => [row.entryId, row]));
  };
});
