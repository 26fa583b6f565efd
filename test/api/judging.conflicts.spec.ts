import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('conflicts and assignment', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panel: string;
  let local: StagedJudge;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system, (rulebook) => {
      for (const one of rulebook.panels) one.conflicts = { samePrefecture: 'soft', pastYears: 3 };
    });
    await stage.addEntries(4, { where: 'here' });
    await stage.addEntries(4, { where: 'elsewhere' });
    await stage.addJudges(9);
    local = stage.judges[0] as StagedJudge;
    panel = await stage.openPanel('initial', stage.judges);
  });

  const { profile, office } = {
    profile: (judge: StagedJudge, more: Record<string, unknown>) =>
      must(judge.client.put('/api/judge/profile', { employerOrgId: null, employer: '某研究所', post: '研究员', prefectureId: null, fields: ['PH'], loadWish: null, ...more })),
    office: () => stage.secretariat.client,
  };
  const live = async (judge: StagedJudge): Promise<string[]> =>
    (await system.db.query<{ entry: string }>(`SELECT c.entry_id AS entry FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE a.judge_id = $1 AND a.state = 'assigned'`, [judge.judgeId])).map(({ entry }) => entry);
  const kinds = async (judge: StagedJudge): Promise<Record<string, number>> => {
    const { body } = await must(office().get(`${stage.url('initial', '/conflicts')}?judgeId=${judge.judgeId}&size=200`));
    const counts: Record<string, number> = {};
    for (const row of body.rows) counts[`${row.kind}${row.hard ? '' : ' (soft)'}`] = (counts[`${row.kind}${row.hard ? '' : ' (soft)'}`] ?? 0) + 1;
    return counts;
  };
  const here = (): string[] => stage.entries.slice(0, 4).map(({ id }) => id);

  it('are found by employer, team, coach, declaration and place, and kept out of the plan', async () => {
    const [, byCoach, byMember, bySchool, byPast, byName, byPlace] = stage.judges as StagedJudge[] & { length: 9 };
    const { here: unit } = stage.cast.units;
    await profile(local, { employerOrgId: unit.school, employer: '青荷中学' });
    await system.db.query('UPDATE judge SET person_id = $2 WHERE id = $1', [byCoach?.judgeId, stage.entries[4]?.coachId]);
    await system.db.query('UPDATE judge SET person_id = $2 WHERE id = $1', [byMember?.judgeId, stage.entries[5]?.memberId]);
    await must(bySchool!.client.post('/api/judge/interests', { kind: 'organisation', orgId: unit.county, note: '受聘于区科协' }));
    await must(byPast!.client.post('/api/judge/interests', { kind: 'school', orgId: unit.school, untilYear: 2024, note: '曾任教' }));
    await system.db.query(`UPDATE person SET name = '上官远航' WHERE id = $1`, [stage.entries[6]?.memberId]);
    await must(byName!.client.post('/api/judge/interests', { kind: 'person', personName: '上官远航', note: '外甥' }));
    await profile(byPlace!, { prefectureId: unit.prefecture });
    expect(await stage.assign('initial')).toMatchObject({ state: 'done', blocking: [] });
    expect(await kinds(local)).toEqual({ sameSchool: 4 });
    expect(await kinds(byCoach!)).toEqual({ coach: 1 });
    expect(await kinds(byMember!)).toEqual({ member: 1 });
    expect(await kinds(bySchool!)).toEqual({ declaredSchool: 4 });
    expect(await kinds(byPast!)).toEqual({ pastSchool: 4 });
    expect(await kinds(byName!)).toEqual({ declaredPerson: 1 });
    expect(await kinds(byPlace!)).toEqual({ 'samePrefecture (soft)': 4 });
    const broken = await system.db.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN conflict k ON k.entry_id = c.entry_id AND k.judge_id = a.judge_id AND k.hard AND k.lifted_at IS NULL`,
    );
    expect(broken?.count).toBe(0);
    const needs = await system.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned' GROUP BY code_id`);
    expect(needs.map(({ count }) => count)).toEqual(Array(8).fill(5));
  });

  it('end with the years the rulebook counts', async () => {
    const byPast = stage.judges[4] as StagedJudge;
    await system.db.query('UPDATE judge_interest SET until_year = 2022 WHERE judge_id = $1', [byPast.judgeId]);
    expect((await must(office().post(stage.url('initial', '/conflicts/detect')))).body).toMatchObject({ lifted: 4 });
    expect(await kinds(byPast)).toEqual({});
  });

  it('are refused by hand, and by the database behind the service', async () => {
    const codes = [...(await stage.codes('initial'))];
    const [code] = codes.find(([, entry]) => here().includes(entry)) as [string, string];
    expect(await office().post(`/api/judging/panels/${panel}/assignments`, { code, judgeId: local.judgeId, reason: '人手不够，临时安排' })).toMatchObject({ status: 409, body: { code: 'CONFLICT_OF_INTEREST' } });
    await expect(
      system.db.query(
        `INSERT INTO assignment (panel_id, code_id, judge_id, state, source, sheet_version, sheet_state, created_at) SELECT panel_id, id, $2, 'assigned', 'plan', 0, 'blank', now() FROM entry_code WHERE code = $1`,
        [code, local.judgeId],
      ),
    ).rejects.toThrow(/conflict/);
    const [held] = await live(local);
    await expect(system.db.query(`INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at) VALUES ($1, $2, 'recused', true, now())`, [local.judgeId, held])).rejects.toThrow(/must end/);
  });

  it('that appear later end the assignment; the judge does not get the entry back', async () => {
    // Plans of equal worth differ: somebody who has an entry of the other prefecture.
    let judge = stage.judges[8] as StagedJudge;
    for (const one of [8, 6, 5, 4, 3]) {
      judge = stage.judges[one] as StagedJudge;
      if ((await live(judge)).some((entry) => !here().includes(entry))) break;
    }
    const before = await live(judge);
    expect(before.filter((entry) => !here().includes(entry)).length).toBeGreaterThan(0);
    await must(judge.client.post('/api/judge/interests', { kind: 'organisation', orgId: stage.cast.units.elsewhere.prefecture, note: '新近受聘' }));
    const { body } = await must(office().post(stage.url('initial', '/conflicts/detect')));
    const touched = before.filter((entry) => !here().includes(entry));
    expect(body.ended).toBe(touched.length);
    expect((await live(judge)).sort()).toEqual(before.filter((entry) => here().includes(entry)).sort());
    // Others take over by a run of their own, so that every entry has its five judges again.
    expect(body.runIds).toHaveLength(1);
    await stage.refilled();
    const run = (await must(office().get(`/api/judging/assignment-runs/${body.runIds[0]}`))).body;
    expect(run).toMatchObject({ kind: 'refill', state: 'done', blocking: [] });
    expect(run.filled).toHaveLength(touched.length);
    for (const one of run.filled) expect(one).toEqual({ code: expect.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/), judgeName: expect.any(String) });
    const needs = await system.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned' GROUP BY code_id`);
    expect(needs.map(({ count }) => count)).toEqual(Array(8).fill(5));
  });

  it('a recusal brings another judge by itself and keeps the reviews that are there', async () => {
    const judge = stage.judges[7] as StagedJudge;
    const { body } = await must(judge.client.get('/api/judge/queue?size=50'));
    const [row, kept] = body.rows;
    const ofCode = () => system.db.query<{ id: string; state: string; source: string }>('SELECT a.id, a.state, a.source FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE c.code = $1', [row.code]);
    const before = new Set((await ofCode()).map(({ id }) => id));
    await must(judge.client.put(`/api/judge/assignments/${kept.assignmentId}/sheet`, { clientKey: 'kept-sheet', baseVersion: 0, values: sheetOf(66) }));
    await must(judge.client.post(`/api/judge/assignments/${row.assignmentId}/recuse`, { reason: '认出这是我指导过的课题' }));
    expect((await judge.client.get(`/api/judge/assignments/${row.assignmentId}`)).status).toBe(404);
    await stage.refilled();
    const now = await ofCode();
    expect(now.filter(({ state }) => state === 'assigned')).toHaveLength(5);
    expect(now.filter(({ id }) => !before.has(id))).toMatchObject([{ state: 'assigned', source: 'refill' }]);
    expect(await judge.client.post(`/api/judge/assignments/${row.assignmentId}/recuse`, { reason: '再次申请回避' })).toMatchObject({ status: 409, body: { code: 'ASSIGNMENT_ENDED' } });
    expect((await must(judge.client.get(`/api/judge/assignments/${kept.assignmentId}`))).body.sheet.version).toBe(1);
  });

  it('a plan that cannot be made says what is in the way, and changes nothing', async () => {
    const other = await stage.openPanel('initial', stage.judges.slice(0, 3), { groups: ['senior'] });
    await stage.addEntries(2, { group: 'senior' });
    const run = await stage.assign('initial');
    expect(run.state).toBe('infeasible');
    expect(run.blocking).toHaveLength(1);
    // Three judges for five reviews; one of them has a conflict.
    expect(run.blocking[0].sentence).toMatch(/^青少年科技创新成果 高中组（含中职）：\d 个项目需要 \d+ 次评审；2 位无需回避的评委/);
    expect(run.blocking[0].sentence).not.toMatch(/[0-9a-f]{8}-/);
    expect(run.blocking[0].codes.length).toBeGreaterThan(0);
    const added = await system.db.first<{ count: number }>('SELECT count(*)::int AS count FROM assignment WHERE panel_id = $1', [other]);
    expect(added?.count).toBe(0);
  });

  it('two runs of a stage at a time are refused; one that waits can be cancelled, once', async () => {
    const waiting = await system.db.first<{ id: string }>(
      `INSERT INTO assignment_run (edition_id, stage_key, panel_ids, seed, state, done, total, report, started_by, created_at) VALUES ($1, 'initial', $2, 's', 'queued', 0, 1, '{}', $3, now()) RETURNING id`,
      [stage.editionId, [panel], stage.secretariat.accountId],
    );
    expect(await office().post(stage.url('initial', '/assignment-runs'), {})).toMatchObject({ status: 409, body: { code: 'RUN_UNDER_WAY' } });
    expect((await must(office().post(`/api/judging/assignment-runs/${waiting?.id}/cancel`))).body.state).toBe('cancelled');
    expect(await office().post(`/api/judging/assignment-runs/${waiting?.id}/cancel`)).toMatchObject({ status: 409, body: { code: 'RUN_FINISHED' } });
    expect((await office().post(stage.url('initial', '/assignment-runs'), {})).status).toBe(200);
  });

  it('a supervisor of one prefecture sees that prefecture and no other', async () => {
    const { here: near, elsewhere: far } = stage.cast.units;
    const [all, one, other] = await Promise.all([stage.cast.as('supervisor'), stage.cast.hire('supervisor', 'here', near.prefecture), stage.cast.hire('supervisor', 'elsewhere', far.prefecture)]);
    const local = new Set((await system.db.query<{ code: string }>('SELECT c.code FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE e.prefecture_id = $1', [near.prefecture])).map(({ code }) => code));
    for (const path of [`/api/judging/panels/${panel}/assignments?size=200`, `/api/judging/panels/${panel}/progress/entries?size=200`, `${stage.url('initial', '/conflicts')}?size=200`]) {
      const [whole, mine, theirs] = await Promise.all([all, one, other].map(async (who) => (await must(who.client.get(path))).body as { rows: { code: string }[]; total: number }));
      expect(mine!.rows.length).toBeGreaterThan(0);
      expect(mine!.rows.every(({ code }) => local.has(code))).toBe(true);
      expect(theirs!.rows.some(({ code }) => local.has(code))).toBe(false);
      expect(mine!.total + theirs!.total).toBe(whole!.total);
    }
    const progress = (await must(one.client.get(stage.url('initial', '/progress')))).body;
    expect(progress.panels.find(({ panelId }: { panelId: string }) => panelId === panel).entries).toBe(4);
    expect((await must(one.client.get('/api/judging/judges?size=200'))).body.rows.every(({ prefectureId }: { prefectureId: string }) => prefectureId === near.prefecture)).toBe(true);
  });

  it('only the secretariat arranges; a supervisor looks and changes nothing', async () => {
    const supervisor = (await stage.cast.as('supervisor')).client;
    expect((await supervisor.get(stage.url('initial', '/panels'))).status).toBe(200);
    expect((await supervisor.get(`/api/judging/panels/${panel}/assignments`)).status).toBe(200);
    for (const send of [
      supervisor.post(stage.url('initial', '/panels'), { name: '监督', types: [], groups: [], disciplines: [] }), supervisor.post(stage.url('initial', '/codes')),
      supervisor.post(stage.url('initial', '/codes/open'), { reason: '看看是谁' }), supervisor.post(`/api/judging/panels/${panel}/lock`), supervisor.post(stage.url('initial', '/close')),
    ]) {
      expect((await send).status).toBe(403);
    }
  });
});
