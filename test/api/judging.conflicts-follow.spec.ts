import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** Conflicts keep themselves up to date while a stage is being judged. */
describe('conflicts that follow what changes', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panel: string;
  const blank = { employerOrgId: null, employer: '某研究所', post: '研究员', prefectureId: null, fields: ['PH'], loadWish: null };

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(6);
    await stage.addJudges(8);
    panel = await stage.openPanel('initial', stage.judges);
    expect(await stage.assign('initial')).toMatchObject({ state: 'done' });
  });

  const office = () => stage.secretariat.client;
  const conflicts = async (judge: StagedJudge): Promise<{ id: string; kind: string; hard: boolean; why: string; code: string }[]> =>
    (await must(office().get(`${stage.url('initial', '/conflicts')}?judgeId=${judge.judgeId}&size=200`))).body.rows;
  const touched = async (): Promise<{ assignmentId: string; judgeId: string; code: string; reasons: string[] }[]> => (await must(office().get(stage.url('initial', '/conflicts/touched')))).body;
  const holds = async (judge: StagedJudge, entry: StagedEntry): Promise<boolean> =>
    (await system.db.first(`SELECT 1 FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE a.judge_id = $1 AND c.entry_id = $2 AND a.state = 'assigned'`, [judge.judgeId, entry.id])) !== undefined;
  const pairThat = async (live: boolean, skip = 0): Promise<{ judge: StagedJudge; entry: StagedEntry }> => {
    for (const judge of stage.judges) for (const entry of stage.entries) if ((await holds(judge, entry)) === live && skip-- <= 0) return { judge, entry };
    throw new Error('no such pair');
  };
  const eventually = async <T>(look: () => Promise<T>, right: (value: T) => boolean): Promise<T> => {
    for (let tries = 0; tries < 150; tries++) {
      const value = await look();
      if (right(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`it did not come: ${JSON.stringify(await look())}`);
  };

  const readers = async (entry: StagedEntry): Promise<number> =>
    (await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE c.entry_id = $1 AND a.state = 'assigned'`, [entry.id]))?.count ?? 0;

  it('another address or telephone of the judge is recognised, and told in words that name nobody', async () => {
    const { judge, entry } = await pairThat(false);
    await system.db.query(`UPDATE person SET phone = '+86 139 0731 0001' WHERE id = $1`, [entry.coachId]);
    await must(judge.client.put('/api/judge/profile', { ...blank, aliases: ['Old.Name@Example.cn', '139-0731-0001'] }));
    const [row] = await eventually(() => conflicts(judge), (rows) => rows.some(({ kind }) => kind === 'samePerson'));
    expect(row).toMatchObject({ kind: 'samePerson', hard: true, liftable: true });
    expect(row?.why).toContain('邮箱或电话');
    expect(JSON.stringify(row)).not.toContain(entry.title);
    expect(JSON.stringify(row)).not.toContain('0731');
    // The judge sees the own addresses, the secretariat does not.
    expect((await must(judge.client.get('/api/judge/profile'))).body.aliases).toEqual(['old.name@example.cn', '13907310001']);
    expect((await must(office().get('/api/judging/judges?size=200'))).text).not.toContain('13907310001');
    expect(await office().post(`/api/judging/panels/${panel}/assignments`, { code: row?.code, judgeId: judge.judgeId, reason: '临时增加一份' })).toMatchObject({ status: 409, body: { code: 'CONFLICT_OF_INTEREST' } });
  });

  it('an address that is taken away again takes the conflict with it', async () => {
    const owner = await system.db.first<{ id: string }>('SELECT judge_id AS id FROM judge_alias LIMIT 1');
    const holder = stage.judges.find(({ judgeId }) => judgeId === owner?.id) as StagedJudge;
    await must(holder.client.put('/api/judge/profile', { ...blank, aliases: [] }));
    await eventually(() => conflicts(holder), (rows) => rows.length === 0);
  });

  it('who coached somebody of the entry elsewhere is found over the chain', async () => {
    const { judge, entry } = await pairThat(false, 1);
    const partner = entry.coachId;
    const [other] = await stage.addEntries(1, { group: 'senior' });
    const own = await system.db.first<{ id: string }>(`INSERT INTO person (kind, name) VALUES ('staff', '龚评委') RETURNING id`);
    await system.db.query('UPDATE judge SET person_id = $2 WHERE id = $1', [judge.judgeId, own?.id]);
    await system.db.query('INSERT INTO entry_coach (entry_id, person_id, position, added_at) VALUES ($1, $2, 2, now()), ($1, $3, 3, now())', [other?.id, own?.id, partner]);
    const rows = await eventually(() => conflicts(judge), (found) => found.some(({ kind }) => kind === 'chain'));
    expect(rows.filter(({ kind }) => kind === 'chain')).toMatchObject([{ hard: true, liftable: false }]);
    expect(await office().post(`/api/judging/conflicts/${rows.find(({ kind }) => kind === 'chain')?.id}/lift`, { reason: '其实不相干' })).toMatchObject({ status: 422, body: { code: 'CONFLICT_STANDS' } });
  });

  it('a running review is listed for the secretariat, holds up the lock, and is repaired in one step', async () => {
    const { judge, entry } = await pairThat(true);
    await system.db.query(`UPDATE person SET name = '欧阳未名' WHERE id = $1`, [entry.memberId]);
    await must(judge.client.post('/api/judge/interests', { kind: 'person', personName: '欧阳未名', relation: 'kin', note: '侄子' }));
    const [todo] = await eventually(touched, (rows) => rows.length === 1);
    expect(todo).toMatchObject({ judgeId: judge.judgeId, reasons: [expect.stringContaining('亲属')] });
    expect(JSON.stringify(todo)).not.toContain('欧阳');
    expect(await holds(judge, entry)).toBe(true);
    const notice = await system.db.first<{ account: string }>(`SELECT account_id AS account FROM notice WHERE template = 'judging.conflictsTouch'`);
    expect(notice?.account).toBe(stage.secretariat.accountId);
    expect(await office().post(`/api/judging/panels/${panel}/lock`, { gaps: [] })).toMatchObject({ status: 409, body: { code: 'CONFLICTS_TO_SETTLE' } });
    await expect(system.db.query(`UPDATE panel SET state = 'locked', locked_at = now(), locked_by = $2 WHERE id = $1`, [panel, stage.secretariat.accountId])).rejects.toThrow(/in conflict/);
    // Neither a judge who takes a seat nor codes that are drawn end somebody else's review.
    const [newcomer] = (await stage.addJudges(1)) as [StagedJudge];
    await must(office().post(`/api/judging/panels/${panel}/judges`, { accountIds: [newcomer.accountId], accepted: true }));
    await must(office().post(stage.url('initial', '/codes')));
    expect(await holds(judge, entry)).toBe(true);
    const told = (template: string) => system.db.query<{ account: string; params: { codes?: string; panel: string } }>('SELECT account_id AS account, params FROM notice WHERE template = $1 ORDER BY created_at', [template]);
    const before = { ended: (await told('judging.workEnded')).length, given: (await told('judging.workGiven')).length };
    const colleague = await stage.cast.hire('secretariat');
    expect((await must(office().post(stage.url('initial', '/conflicts/detect')))).body).toMatchObject({ ended: 1, runIds: [expect.any(String)] });
    await stage.refilled();
    expect(await touched()).toEqual([]);
    expect(await holds(judge, entry)).toBe(false);
    // The judge hears of it by the code alone, who takes over hears of new work, and so does the other half of the secretariat.
    const codes = await stage.codes('initial');
    const code = [...codes].find(([, id]) => id === entry.id)?.[0] as string;
    const ended = (await told('judging.workEnded')).slice(before.ended);
    expect(ended).toMatchObject([{ account: judge.accountId, params: { codes: code } }]);
    expect(JSON.stringify(ended)).not.toContain('欧阳');
    expect((await told('judging.workGiven')).length).toBe(before.given + 1);
    expect((await told('judging.conflictsSettled')).map(({ account }) => account)).toContain(colleague.accountId);
    expect((await told('judging.conflictsSettled')).map(({ account }) => account)).not.toContain(stage.secretariat.accountId);
    expect(await readers(entry)).toBe(5);
  });

  it('a person who only bears the same name is let through with a reason, and stays so', async () => {
    const [judge] = stage.judges as [StagedJudge];
    const [row] = (await must(office().get(`${stage.url('initial', '/conflicts')}?kind=declaredKin`))).body.rows;
    expect((await judge.client.post(`/api/judging/conflicts/${row.id}/lift`, { reason: '只是同名' })).status).toBe(403);
    await must(office().post(`/api/judging/conflicts/${row.id}/lift`, { reason: '核对后只是同名' }));
    expect((await must(office().post(stage.url('initial', '/conflicts/detect')))).body).toMatchObject({ found: 0, ended: 0 });
    expect((await must(office().get(`${stage.url('initial', '/conflicts')}?kind=declaredKin`))).body.rows).toEqual([]);
  });

  it('a running review touched only by a common name goes on once somebody has looked', async () => {
    const { judge, entry } = await pairThat(true, 3);
    await system.db.query(`UPDATE person SET name = '司徒同名' WHERE id = $1`, [entry.memberId]);
    await must(judge.client.post('/api/judge/interests', { kind: 'person', personName: '司徒同名', relation: 'pupil', note: '' }));
    const [todo] = await eventually(touched, (rows) => rows.length === 1);
    expect(todo).toMatchObject({ judgeId: judge.judgeId, liftable: true });
    expect((await judge.client.post(`/api/judging/assignments/${todo?.assignmentId}/conflict/lift`, { reason: '只是同名同姓' })).status).toBe(403);
    expect((await office().post(`/api/judging/assignments/${todo?.assignmentId}/conflict/lift`, { reason: '核对后只是同名' })).status).toBe(204);
    expect((await must(office().post(stage.url('initial', '/conflicts/detect')))).body).toMatchObject({ ended: 0 });
    expect(await touched()).toEqual([]);
    expect(await holds(judge, entry)).toBe(true);
  });

  it.each([
    ['cannot be made', { leads: 1 }, 'infeasible'],
    ['adds readers only', { extra: { cutPercent: 30, budget: 1, perEntry: 1 } }, 'done'],
  ])('what it ends when a plan begins is taken over also when that plan %s', async (_how, asked, end) => {
    const { judge, entry } = await pairThat(true, 1);
    const name = `闻人${end}`;
    await system.db.query('UPDATE person SET name = $2 WHERE id = $1', [entry.memberId, name]);
    await must(judge.client.post('/api/judge/interests', { kind: 'person', personName: name, relation: 'kin', note: '' }));
    await eventually(touched, (rows) => rows.length === 1);
    expect(await office().post(stage.url('initial', '/assignment-runs'), { leads: 6 })).toMatchObject({ status: 422, body: { problems: [{ code: 'MORE_THAN_READERS', path: 'leads', params: { readers: 5 } }] } });
    expect(await holds(judge, entry)).toBe(true);
    await must(office().post(stage.url('initial', '/assignment-runs'), asked));
    await stage.refilled();
    const last = await system.db.first<{ state: string }>(`SELECT state FROM assignment_run WHERE kind = 'plan' ORDER BY created_at DESC, id DESC LIMIT 1`);
    expect(last?.state).toBe(end);
    expect(await touched()).toEqual([]);
    expect(await holds(judge, entry)).toBe(false);
    expect(await readers(entry)).toBeGreaterThanOrEqual(5);
  });

  it('or is cancelled before it began', async () => {
    const { judge, entry } = await pairThat(true, 1);
    const left = await system.db.first<{ codeId: string }>(
      `UPDATE assignment a SET state = 'recused', ended_at = now(), end_reason = '回避' FROM entry_code c WHERE c.id = a.code_id AND c.entry_id = $1 AND a.judge_id = $2 AND a.state = 'assigned' RETURNING a.code_id AS "codeId"`,
      [entry.id, judge.judgeId],
    );
    const waiting = await system.db.first<{ id: string }>(
      `INSERT INTO assignment_run (edition_id, stage_key, panel_ids, seed, state, done, total, report, started_by, created_at) VALUES ($1, 'initial', $2, 's', 'queued', 0, 1, $3, $4, now()) RETURNING id`,
      [stage.editionId, [panel], JSON.stringify({ vacated: { [panel]: [left?.codeId] } }), stage.secretariat.accountId],
    );
    const before = await readers(entry);
    await must(office().post(`/api/judging/assignment-runs/${waiting?.id}/cancel`));
    await stage.refilled();
    expect(await readers(entry)).toBe(before + 1);
  });

  it('what cannot be read in a profile is said field by field', async () => {
    const answer = await stage.judges[0]!.client.put('/api/judge/profile', { ...blank, aliases: ['a@b.cn', '不是电话'], away: [{ from: '2026-04-09', to: '2026-04-08' }] });
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ code: 'ALIAS_UNREADABLE', path: 'aliases[1]' }, { code: 'DAYS_REVERSED', path: 'away[0].to' }] } });
  });
});
