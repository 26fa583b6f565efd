import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingWatch } from '#libs/judging';
import { JudgingStage, must, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('the assignment, looked at before it counts', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panel: string;
  const office = () => stage.secretariat.client;
  const live = async (): Promise<number> => (await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned'`))?.count ?? 0;
  const runs = () => stage.url('initial', '/assignment-runs');

  async function finished(input: Record<string, unknown>): Promise<any> {
    const { body } = await must(office().post(runs(), { seed: 'fixed', ...input }));
    for (let tries = 0; tries < 1_000; tries++) {
      const run = (await must(office().get(`/api/judging/assignment-runs/${body.id}`))).body;
      if (!['queued', 'running'].includes(run.state)) return run;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error('the run did not finish');
  }

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(8);
    await stage.addJudges(9);
    const profile = { employerOrgId: null, post: '', prefectureId: null, loadWish: null };
    for (const [index, judge] of stage.judges.entries()) {
      await must(judge.client.put('/api/judge/profile', { ...profile, employer: index < 4 ? '甲大学' : `第${index}研究所`, fields: index < 6 ? ['PH'] : ['CH'], loadWish: index === 0 ? 2 : null }));
    }
    panel = await stage.openPanel('initial', stage.judges);
    await must(office().post(stage.url('initial', '/codes')));
  });

  it('a preview shows loads, expertise, connectedness and the worst entry, and changes nothing', async () => {
    const run = await finished({ preview: true, keepWishes: true, perEmployer: 2, fairness: 'worst-entry' });
    expect(run).toMatchObject({ state: 'planned', preview: true, blocking: [] });
    const [figures] = run.panels;
    expect(figures).toMatchObject({ panelId: panel, entries: 8, judges: 9, pairs: 40, added: 40, removed: 0, parts: 1 });
    expect(figures.expertPercent).toBeGreaterThan(30);
    expect(figures.worstCode).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    const wisher = figures.loads.find((load: { judgeId: string }) => load.judgeId === stage.judges[0]!.judgeId);
    expect(wisher).toMatchObject({ max: 2 });
    expect(wisher.load).toBeLessThanOrEqual(2);
    expect(figures.loads.reduce((sum: number, one: { load: number }) => sum + one.load, 0)).toBe(40);
    expect(await live()).toBe(0);
  });

  it('says of every judge why this entry, or why not', async () => {
    const [run] = (await must(office().get(runs()))).body;
    const code = run.panels[0].worstCode;
    const { body } = await must(office().get(`/api/judging/assignment-runs/${run.id}/explanation?code=${code}`));
    expect(body).toHaveLength(9);
    expect(body.filter(({ kind }: { kind: string }) => kind === 'assigned')).toHaveLength(5);
    for (const one of body) expect(one.sentence.length).toBeGreaterThan(5);
    expect((await office().get(`/api/judging/assignment-runs/${run.id}/explanation?code=AAA-AAA`)).status).toBe(404);
  });

  it('is put into force as shown, once', async () => {
    const [run] = (await must(office().get(runs()))).body;
    expect((await must(office().post(`/api/judging/assignment-runs/${run.id}/apply`))).body.state).toBe('done');
    expect(await live()).toBe(40);
    const most = await system.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM assignment a JOIN judge j ON j.id = a.judge_id WHERE a.state = 'assigned' AND j.employer = '甲大学' GROUP BY a.code_id ORDER BY 1 DESC LIMIT 1`,
    );
    expect(most[0]?.count).toBeLessThanOrEqual(2);
    expect(await office().post(`/api/judging/assignment-runs/${run.id}/apply`)).toMatchObject({ status: 409, body: { code: 'RUN_FINISHED' } });
    expect(await office().post(`/api/judging/assignment-runs/${run.id}/discard`)).toMatchObject({ status: 409, body: { code: 'RUN_FINISHED' } });
  });

  it('is refused when something has changed since the preview', async () => {
    const run = await finished({ preview: true });
    await must(office().patch(`/api/judging/panels/${panel}/judges/${stage.judges[3]!.judgeId}`, { maxLoad: 3 }));
    expect(await office().post(`/api/judging/assignment-runs/${run.id}/apply`)).toMatchObject({ status: 409, body: { code: 'PLAN_OUTDATED' } });
    expect(await live()).toBe(40);
    expect((await must(office().post(`/api/judging/assignment-runs/${run.id}/discard`))).body.state).toBe('discarded');
  });

  it('names what is in the way and what to do', async () => {
    const run = await finished({ preview: true, perEmployer: 1, keepWishes: true });
    if (run.state === 'planned') await must(office().post(`/api/judging/assignment-runs/${run.id}/discard`));
    const tight = await stage.openPanel('initial', stage.judges.slice(0, 3), { groups: ['senior'] });
    await stage.addEntries(1, { group: 'senior' });
    await must(office().post(stage.url('initial', '/codes')));
    const blocked = await finished({ preview: true, panelIds: [tight], keepWishes: true });
    expect(blocked.state).toBe('infeasible');
    expect(blocked.blocking[0].advice).toEqual([expect.stringContaining('再邀请'), expect.stringContaining('上限'), expect.stringContaining('减少'), expect.stringContaining('意愿')]);
  });

  it('one judge is replaced by another in one step; taking off below the minimum is refused', async () => {
    const { body } = await must(office().get(`/api/judging/panels/${panel}/assignments?state=assigned&size=200`));
    // Not one of those that get extra readers further down: they need judges who have not read them.
    const order = new Map(stage.entries.map(({ id }, index) => [id, index]));
    const codes = await stage.codes('initial');
    const row = body.rows.find(({ code }: { code: string }) => ![3, 4].includes(order.get(codes.get(code) ?? '') ?? -1));
    const there = new Set(body.rows.filter((one: { code: string }) => one.code === row.code).map((one: { judgeId: string }) => one.judgeId));
    const next = stage.judges.find((judge) => !there.has(judge.judgeId)) as StagedJudge;
    expect((await must(office().post(`/api/judging/assignments/${row.id}/replace`, { judgeId: next.judgeId, reason: '专业更对口' }))).body).toMatchObject({ code: row.code, judgeId: next.judgeId, source: 'manual', reason: '专业更对口' });
    expect(await live()).toBe(40);
    const left = (await must(office().get(`/api/judging/panels/${panel}/assignments?state=assigned&code=${row.code}&size=200`))).body.rows;
    for (const one of left.slice(0, 2)) await must(office().post(`/api/judging/assignments/${one.id}/end`, { reason: '临时减少一位', refill: false }));
    expect(await office().post(`/api/judging/assignments/${left[2].id}/end`, { reason: '再减少一位', refill: false })).toMatchObject({ status: 409, body: { code: 'BELOW_MINIMUM' } });
    const kept = (await must(office().get(`/api/judging/panels/${panel}/assignments?state=assigned&code=${row.code}&size=200`))).body.rows;
    expect(kept).toHaveLength(3);
    await finished({ panelIds: [panel] });
    expect(await live()).toBe(40);
  });

  it('entries whose place at the cut is open get extra readers, the certain ones none', async () => {
    const order = new Map(stage.entries.map(({ id }, index) => [id, index]));
    const read = new Map<string, number>();
    await stage.judgeAll('initial', (entry) => {
      const rank = order.get(entry) ?? 0;
      const turn = read.get(entry) ?? 0;
      read.set(entry, turn + 1);
      // The fourth and the fifth are equal on the whole, and their readers of two minds.
      return rank < 3 ? 92 - rank : rank < 5 ? 70 + [8, -8, 6, -6, 0][turn % 5]! : 30 + rank;
    });
    const run = await finished({ panelIds: [panel], preview: true, extra: { cutPercent: 50, budget: 2, perEntry: 1 } });
    expect(run).toMatchObject({ state: 'planned', extra: true });
    const codes = await stage.codes('initial');
    const raised = run.panels[0].raised.map(({ code }: { code: string }) => order.get(codes.get(code) ?? ''));
    expect({ raised: raised.sort(), leftOut: run.panels[0].leftOut }).toEqual({ raised: [3, 4], leftOut: [] });
    const before = await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned' AND sheet_state = 'submitted'`);
    await must(office().post(`/api/judging/assignment-runs/${run.id}/apply`));
    expect(await live()).toBe(42);
    expect(await system.db.first(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned' AND sheet_state = 'submitted'`)).toEqual(before);
    // The extra readers stay through a later run.
    expect((await finished({ panelIds: [panel] })).panels[0]).toMatchObject({ pairs: 42, added: 0, removed: 0 });
  });

  it('rules of composition are kept, shown, and named where they cannot be', async () => {
    const profile = { employerOrgId: null, post: '', loadWish: null };
    const { here, elsewhere } = stage.cast.units;
    const more = await stage.addJudges(6);
    for (const [index, judge] of more.entries()) {
      await must(judge.client.put('/api/judge/profile', { ...profile, employer: `丙${index === 4 ? 0 : index}大学`, fields: index < 4 ? ['PH'] : ['CH'], prefectureId: index < 3 ? here.prefecture : elsewhere.prefecture }));
    }
    const ruled = await stage.openPanel('initial', more, { groups: ['primary'], reviewsPerEntry: 3 });
    await stage.addEntries(4, { group: 'primary' });
    await must(office().post(stage.url('initial', '/codes')));
    const [first, second] = more as [StagedJudge, StagedJudge];
    for (const judge of [first, second]) await must(office().patch(`/api/judging/panels/${ruled}/judges/${judge.judgeId}`, { senior: true }));
    expect((await must(office().get(`/api/judging/panels/${ruled}`))).body.seats.filter(({ senior }: { senior: boolean }) => senior)).toHaveLength(2);
    const asked = { panelIds: [ruled], preview: true, leads: 1, ofField: 2, perEmployer: 1, perRegion: 2, apart: [{ one: first.judgeId, other: second.judgeId }], fairness: 'worst-entry' };
    const run = await finished(asked);
    expect(run).toMatchObject({ state: 'planned', blocking: [] });
    expect(run.panels[0]).toMatchObject({ pairs: 12, leastLeads: 1, mostPerEmployer: 1, chance: null });
    expect(run.panels[0].leastOfField).toBeGreaterThanOrEqual(2);
    expect(run.panels[0].mostPerRegion).toBeLessThanOrEqual(2);
    await must(office().post(`/api/judging/assignment-runs/${run.id}/apply`));
    const pairs = await system.db.query<{ code: string; judge: string }>(`SELECT code_id AS code, judge_id AS judge FROM assignment WHERE panel_id = $1 AND state = 'assigned'`, [ruled]);
    for (const code of new Set(pairs.map((pair) => pair.code))) {
      const judges = pairs.filter((pair) => pair.code === code).map(({ judge }) => judge);
      expect([first, second].filter(({ judgeId }) => judges.includes(judgeId))).toHaveLength(1);
    }
    // Two leading judges on every entry and the two never together: no plan, and in words why.
    const blocked = await finished({ ...asked, leads: 2 });
    expect(blocked.state).toBe('infeasible');
    expect(blocked.blocking[0]).toMatchObject({ sentence: expect.stringMatching(/[\u4e00-\u9fff]/), advice: expect.arrayContaining([expect.stringContaining('主评'), expect.stringContaining('不同组')]) });
    expect(blocked.blocking[0].sentence).not.toMatch(/[0-9a-f]{8}-/);
    // A refill keeps the rules of the plan in force: who takes over is a leading judge again, or nobody.
    const lead = pairs.find(({ judge }) => judge === first.judgeId) as { code: string };
    const row = (await must(office().get(`/api/judging/panels/${ruled}/assignments?state=assigned&size=200&judgeId=${first.judgeId}`))).body.rows[0];
    const ended = (await must(office().post(`/api/judging/assignments/${row.id}/end`, { reason: '临时有事不能评' }))).body;
    await stage.refilled();
    const refill = (await must(office().get(`/api/judging/assignment-runs/${ended.runId}`))).body;
    expect(lead).toBeDefined();
    expect(refill).toMatchObject({ kind: 'refill', state: 'done', filled: [{ code: row.code }] });
    expect((await must(office().get(`/api/judging/panels/${ruled}/assignments?state=assigned&size=200&code=${row.code}`))).body.rows.map(({ judgeId }: { judgeId: string }) => judgeId)).toContain(second.judgeId);
    // Once more, and nobody may take over: the run says so in words and the secretariat hears of it.
    const again = (await must(office().get(`/api/judging/panels/${ruled}/assignments?state=assigned&size=200&code=${row.code}&judgeId=${second.judgeId}`))).body.rows[0];
    const nobody = (await must(office().post(`/api/judging/assignments/${again.id}/end`, { reason: '也不能来评审', conflict: true }))).body;
    await stage.refilled();
    expect((await must(office().get(`/api/judging/assignment-runs/${nobody.runId}`))).body).toMatchObject({ state: 'infeasible', filled: [], blocking: [{ panel: expect.stringContaining(row.code), codes: [row.code], sentence: expect.stringContaining('缺 1 次') }] });
    expect((await system.db.query(`SELECT 1 FROM notice WHERE template = 'judging.refillShort'`)).length).toBeGreaterThan(0);
  });

  it('nobody can count on a pair where chance is capped; a cap that cannot be kept is named with the least that can', async () => {
    const [ruled] = await system.db.query<{ id: string }>(`SELECT id FROM panel WHERE 'primary' = ANY(group_keys)`);
    const panelIds = [ruled?.id];
    const capped = await finished({ panelIds, preview: true, mostChance: 90 });
    expect(capped).toMatchObject({ state: 'planned' });
    expect(capped.panels[0].chance).toBeLessThanOrEqual(90);
    expect(capped.panels[0].chance).toBeGreaterThan(0);
    expect((await must(office().get(`/api/judging/assignment-runs/${capped.id}/explanation?code=${capped.panels[0].worstCode}`))).body.length).toBe(6);
    await must(office().post(`/api/judging/assignment-runs/${capped.id}/discard`));
    const tight = await finished({ panelIds, preview: true, mostChance: 5 });
    expect(tight).toMatchObject({ state: 'infeasible', blocking: [{ sentence: expect.stringContaining('5%') }] });
  });

  it('who does not answer an invitation is reminded, then the secretariat is told, each once; a refusal is told at once', async () => {
    const [asked, refuses] = (await stage.addJudges(2)) as [StagedJudge, StagedJudge];
    await must(office().post(`/api/judging/panels/${panel}/judges`, { accountIds: [asked.accountId, refuses.accountId] }));
    const terms = (await must(asked.client.get('/api/judge/panels'))).body[0];
    expect(terms).toMatchObject({ seat: 'invited', terms: expect.stringContaining('独立、公正') });
    expect(await asked.client.post(`/api/judge/panels/${panel}/answer`, { accept: true, termsVersion: '1999' })).toMatchObject({ status: 422, body: { code: 'TERMS_NOT_ACCEPTED' } });
    await must(refuses.client.post(`/api/judge/panels/${panel}/answer`, { accept: false, reason: '那几天在外地开会' }));
    const told = (template: string) => system.db.query<{ account: string; body: string }>('SELECT account_id AS account, params::text AS body FROM notice WHERE template = $1', [template]);
    expect(await told('judging.seatDeclined')).toMatchObject([{ account: stage.secretariat.accountId, body: expect.stringContaining('那几天在外地开会') }]);
    const look = () => system.api.get(JudgingWatch, { strict: false }).look();
    expect((await look()).unanswered).toBe(0);
    expect(await told('judging.invitationOpen')).toEqual([]);
    // The worker looks by itself too, once a minute: whoever is first, each is told once.
    await stage.moveTo('2026-03-12T10:00:00+08:00');
    for (let time = 0; time < 2; time++) await look();
    expect((await look()).unanswered).toBe(0);
    expect(await told('judging.invitationOpen')).toMatchObject([{ account: asked.accountId }]);
    expect(await told('judging.invitationUnanswered')).toEqual([]);
    await stage.moveTo('2026-03-14T10:00:00+08:00');
    for (let time = 0; time < 2; time++) await look();
    expect((await look()).unanswered).toBe(0);
    expect(await told('judging.invitationUnanswered')).toMatchObject([{ account: stage.secretariat.accountId }]);
    await must(asked.client.post(`/api/judge/panels/${panel}/answer`, { accept: true, termsVersion: terms.termsVersion }));
    const rows = (await must(office().get(`/api/judging/panels/${panel}/progress/judges`))).body as { judgeId: string; state: string; termsVersion: string | null; reason: string | null }[];
    expect(rows.find(({ judgeId }) => judgeId === asked.judgeId)).toMatchObject({ state: 'accepted', termsVersion: terms.termsVersion });
    expect(rows.find(({ judgeId }) => judgeId === refuses.judgeId)).toMatchObject({ state: 'declined', termsVersion: null, reason: '那几天在外地开会' });
  });

  it('only the secretariat plans; a supervisor may look', async () => {
    const [run] = (await must(office().get(runs()))).body;
    const supervisor = (await stage.cast.as('supervisor')).client;
    expect((await supervisor.get(`/api/judging/assignment-runs/${run.id}`)).status).toBe(200);
    expect((await supervisor.post(`/api/judging/assignment-runs/${run.id}/apply`)).status).toBe(403);
    expect((await stage.judges[0]!.client.get(`/api/judging/assignment-runs/${run.id}`)).status).toBe(403);
  });
});
