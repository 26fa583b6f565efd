import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Refills } from '../../libs/judging/src/refills.service.js';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panel: string;

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => {
    for (const rules of rulebook.panels) rules.composition = { ...rules.composition, perEmployer: 1 };
  });
  await stage.addEntries(4);
  await stage.addJudges(9);
  for (const [index, judge] of stage.judges.entries()) {
    await must(judge.client.put('/api/judge/profile', { employerOrgId: null, employer: `${'甲乙丙丁戊己庚辛甲'[index]}大学`, post: '教授', loadWish: null, fields: ['PH'], prefectureId: stage.cast.units.elsewhere.prefecture }));
  }
  panel = await stage.openPanel('initial', stage.judges, { groups: ['junior'], reviewsPerEntry: 4 });
  expect(await stage.assign('initial')).toMatchObject({ state: 'done' });
}, 120_000);

const office = () => stage.secretariat.client;
const run = async (id: string) => (await must(office().get(`/api/judging/assignment-runs/${id}`))).body;
const rows = async (code?: string): Promise<{ id: string; code: string; judgeId: string; source: string }[]> =>
  (await must(office().get(`/api/judging/panels/${panel}/assignments?state=assigned&size=200${code ? `&code=${code}` : ''}`))).body.rows;

/** Somebody leaves, and nobody is looked for yet. */
async function leave(id: string): Promise<void> {
  await must(office().post(`/api/judging/assignments/${id}/end`, { reason: '临时有事不能评', refill: false }));
}

/** What the secretariat asks for when somebody leaves, for these codes together. */
async function ask(codes: string[]): Promise<string> {
  const found = await system.db.query<{ id: string }>('SELECT id FROM entry_code WHERE code = ANY($1)', [codes]);
  const id = await system.db.transaction(() => system.api.get(Refills, { strict: false }).ask(stage.secretariat.accountId, panel, found.map((one) => one.id)));
  if (!id) throw new Error('nothing was asked');
  return id;
}

async function until(id: string, wanted: (view: any) => boolean): Promise<any> {
  for (let tries = 0; tries < 400; tries++) {
    const view = await run(id);
    if (wanted(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the run stayed ${JSON.stringify(await run(id))}`);
}

/** Runs `work` while another connection holds what `sql` takes. */
async function holding(sql: string, work: () => Promise<void>): Promise<void> {
  const other = system.db.source.createQueryRunner();
  await other.connect();
  await other.startTransaction();
  try {
    await other.query(sql);
    await work();
  } finally {
    await other.rollbackTransaction();
    await other.release();
  }
}

const jobsDone = async (): Promise<void> => {
  for (let tries = 0; tries < 400 && (await system.db.first(`SELECT 1 FROM outbox WHERE name = 'judging.refill'`)); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
};

describe('a refill', () => {
  it('that is cancelled while it runs changes nothing and disturbs nobody; the same can be asked for again', async () => {
    const row = (await rows())[0] as { id: string; code: string };
    await leave(row.id);
    const before = await rows();
    let id = '';
    await holding(`SELECT 1 FROM panel WHERE id = '${panel}' FOR UPDATE`, async () => {
      id = await ask([row.code]);
      await until(id, (view) => view.state === 'running');
      expect(await must(office().post(`/api/judging/assignment-runs/${id}/cancel`))).toMatchObject({ body: { state: 'cancelled', kind: 'refill' } });
    });
    await jobsDone();
    expect(await run(id)).toMatchObject({ state: 'cancelled', filled: [], blocking: [] });
    expect(await rows()).toEqual(before);
    expect(await system.db.query(`SELECT 1 FROM notice WHERE template = 'judging.refillShort'`)).toEqual([]);
    expect(await office().post(`/api/judging/assignment-runs/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'RUN_FINISHED' } });
    expect(await office().post(`/api/judging/assignment-runs/${randomUUID()}/cancel`)).toMatchObject({ status: 404 });

    const again = await ask([row.code]);
    expect(await until(again, (view) => !['queued', 'running'].includes(view.state))).toMatchObject({ state: 'done', filled: [{ code: row.code }] });
    expect(await rows(row.code)).toHaveLength(4);
  });

  it('shows how far it has come; once it has written it can no longer be cancelled', async () => {
    const first = (await rows())[0] as { id: string; code: string };
    await leave(first.id);
    let id = '';
    await holding('LOCK TABLE assignment IN SHARE MODE', async () => {
      id = await ask([first.code]);
      // It has found somebody and waits to write.
      await until(id, (view) => view.state === 'running' && view.total === 1);
    });
    await jobsDone();
    expect(await run(id)).toMatchObject({ state: 'done', done: 1, total: 1, filled: [{ code: first.code, judgeName: expect.stringMatching(/./) }] });
    expect(await office().post(`/api/judging/assignment-runs/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'RUN_FINISHED' } });
  });

  it('fills what it can where not all can be had, tells progress code by code, and names the rest', async () => {
    const byCode = new Map<string, { id: string; code: string; judgeId: string }[]>();
    for (const row of await rows()) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
    const [open, closed] = [...byCode.keys()] as [string, string];
    // On the second code everybody who is not on it has an interest: whoever leaves it cannot be replaced.
    const there = new Set(byCode.get(closed)?.map(({ judgeId }) => judgeId));
    for (const judge of stage.judges.filter(({ judgeId }) => !there.has(judgeId))) {
      await system.db.query(`INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at) SELECT $1, entry_id, 'recused', true, now() FROM entry_code WHERE code = $2`, [judge.judgeId, closed]);
    }
    const leaver = byCode.get(closed)?.[0] as { id: string; judgeId: string };
    await must(office().post(`/api/judging/assignments/${leaver.id}/end`, { reason: '利益相关，应当回避', refill: false, conflict: true }));
    await leave((byCode.get(open)?.[0] as { id: string }).id);
    let id = '';
    await holding('LOCK TABLE assignment IN SHARE MODE', async () => {
      id = await ask([open, closed]);
      expect(await until(id, (view) => view.done === 2)).toMatchObject({ state: 'running', done: 2, total: 2 });
    });
    expect(await until(id, (view) => !['queued', 'running'].includes(view.state))).toMatchObject({
      state: 'infeasible', filled: [{ code: open }], blocking: [{ panel: expect.stringContaining(closed), codes: [closed] }],
    });
    expect(await rows(open)).toHaveLength(4);
    expect(await rows(closed)).toHaveLength(3);
    expect(await system.db.query(`SELECT link FROM notice WHERE template = 'judging.refillShort'`)).not.toEqual([]);
  });

  it('still finds somebody where people put judges against the composition by hand: they stay, and the rule is not held against the entry', async () => {
    const code = (await rows()).at(-1)?.code as string;
    // Both of one university, though the rulebook wants one at most.
    const pair = [stage.judges[0]?.judgeId, stage.judges.at(-1)?.judgeId];
    for (const judgeId of pair) {
      if ((await rows(code)).some((row) => row.judgeId === judgeId)) continue;
      await must(office().post(`/api/judging/panels/${panel}/assignments`, { code, judgeId, reason: '专业对口，由秘书处指定' }));
    }
    const others = (await rows(code)).filter(({ judgeId }) => !pair.includes(judgeId));
    for (const row of others.slice(1)) await leave(row.id);
    const kept = await rows(code);
    const id = await ask([code]);
    const view = await until(id, (one) => !['queued', 'running'].includes(one.state));
    expect(view).toMatchObject({ state: 'done', blocking: [] });
    const after = await rows(code);
    expect(after).toHaveLength(4);
    expect(after.map(({ id: one }) => one)).toEqual(expect.arrayContaining(kept.map(({ id: one }) => one)));
    expect(kept).toHaveLength(3);
    expect(after.filter(({ source }) => source === 'refill')).toHaveLength(1);
  });
});
