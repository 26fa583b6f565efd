import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panel: string;

const url = (path = ''): string => stage.url('initial', `/reliability${path}`);
async function report(after: string | null = null): Promise<any> {
  for (let tries = 0; tries < 300; tries++) {
    const { body } = await must(stage.secretariat.client.get(url()));
    if (body.madeAt !== null && body.madeAt !== after) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no report was made');
}

/** Waits until the worker has nothing to do any more. */
async function workDone(): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (!(await system.db.first(`SELECT 1 FROM outbox WHERE run_at <= now() AND queue = 'scores' AND state <> 'dead'`))) return;
  }
  throw new Error('the worker did not come to an end');
}

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system);
  await stage.addEntries(20);
  await stage.addJudges(8);
  panel = await stage.openPanel('initial', stage.judges);
  await stage.assign('initial');
  await stage.judgeAll('initial', (entryId, judge) => 60 + 1.5 * stage.entries.findIndex((one) => one.id === entryId) - (judge === stage.judges[0] ? 12 : 0));
}, 120_000);

describe('the reliability report', () => {
  it('is not made while a panel is open, and tells nobody a score', async () => {
    expect(await stage.secretariat.client.post(url())).toMatchObject({ status: 409, body: { code: 'PANELS_OPEN' } });
    expect((await must(stage.secretariat.client.get(url()))).body).toEqual({ madeAt: null, sheets: 0, inputSha256: null, figures: null });
    expect((await stage.secretariat.client.get(url('/print'))).status).toBe(404);
  });

  it('comes by itself with the last lock: severity, agreement, raw and adjusted side by side, chances at the cut', async () => {
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    const { figures, sheets } = await report();
    expect(sheets).toBe(100);
    expect(figures.correction).toBeNull();
    const [group] = figures.groups;
    expect(group).toMatchObject({ entries: 20, judges: 8, sheets: 100, w: null, completeIcc: null });
    expect(group.severity[0].effect).toBeLessThan(-6);
    expect(group.severity[0].high).toBeLessThan(0);
    expect(group.alpha).toBeGreaterThan(0.3);
    expect(group.icc.mean).toBeGreaterThan(group.icc.single);
    expect(group.cuts).toEqual([{ name: '入围', places: 4 }]);
    // The sheets are filled from the first criterion on, so what is left for the last ones tells the entries apart.
    expect(group.criteria.map((one: { key: string }) => one.key)).toEqual(Object.keys(sheetOf(0)));
    for (const one of group.criteria) expect(one).toMatchObject({ sheet: 'projectInitial', sheets: 100, label: expect.stringMatching(/[一-龥]/), max: expect.any(Number) });
    expect(group.criteria.some((one: { discrimination: number | null }) => (one.discrimination ?? 0) > 0.3)).toBe(true);
    expect(group.rows).toHaveLength(20);
    // The best four by quality: the model takes the severe judge out, whoever had that judge.
    expect(group.rows.filter((row: { adjustedRank: number }) => row.adjustedRank <= 4).every((row: { above: number[] }) => (row.above[0] as number) > 0.5)).toBe(true);
    expect(group.rows.every((row: { score: string; raw: string }) => row.score === row.raw)).toBe(true);
  });

  it('is a PDF for the jury, and nothing for judges', async () => {
    const print = await fetch(`${system.url}${url('/print')}`, { headers: { cookie: stage.secretariat.client.cookieHeader() } });
    expect(print.status).toBe(200);
    const bytes = Buffer.from(await print.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const [judge] = stage.judges as [StagedJudge];
    for (const path of ['', '/print']) expect((await judge.client.get(url(path))).status).toBe(403);
  });

  it('has the correction beside it: raw and corrected, judges with intervals, limits in words; for the office and the leaders', async () => {
    const address = stage.url('initial', '/correction');
    const begun = performance.now();
    const { body } = await must(stage.secretariat.client.get(address));
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(body).toMatchObject({ madeAt: expect.any(String), counts: null });
    const [group] = body.groups;
    expect(group.rows.length).toBe((await report()).figures.groups[0].rows.length);
    for (const row of group.rows) expect(row).toMatchObject({ code: expect.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/), raw: expect.any(String), corrected: expect.any(String), rawPlace: expect.any(Number), correctedPlace: expect.any(Number) });
    for (const judge of group.judges) {
      expect(judge.low).toBeLessThan(judge.effect);
      expect(judge.spreadLow).toBeLessThan(judge.spread);
    }
    expect(group.varEntry + group.varJudge + group.varResidual).toBeGreaterThan(0);
    const [leader, other] = stage.judges as [StagedJudge, StagedJudge];
    expect((await other.client.get(address)).status).toBe(404);
    await system.db.query('UPDATE panel_judge SET lead = (judge_id = $2) WHERE panel_id = $1', [panel, leader.judgeId]);
    expect((await must(leader.client.get(address))).body).toEqual(body);
    await system.db.query('UPDATE panel_judge SET lead = false WHERE panel_id = $1', [panel]);
  });

  it('is made once for the same sheets, anew for others, and stays', async () => {
    const before = await report();
    await must(stage.secretariat.client.post(url()));
    await workDone();
    expect((await system.db.first<{ count: number }>('SELECT count(*)::int AS count FROM reliability_report'))?.count).toBe(1);
    await expect(system.db.query('DELETE FROM reliability_report')).rejects.toThrow(/evidence/);
    const [judge] = stage.judges as [StagedJudge];
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/judges/${judge.judgeId}/withdraw`, { reason: '评委申请退出评审' }));
    system.clock.advance(2000);
    await must(stage.secretariat.client.post(url()));
    const after = await report(before.madeAt);
    expect(after.figures.groups[0].judges).toBe(7);
    expect(after.inputSha256).not.toBe(before.inputSha256);
  });
});

describe('a correction that the rules did not name before judging began', () => {
  const rules = async () => (await must(stage.province.client.get(`/api/editions/${stage.editionId}/rulebook`))).body.document;
  const amended = async (stageIndex: number) => {
    const document = structuredClone(await rules());
    document.scoring.stages[stageIndex].correction = { method: 'mixed', within: 'stage' };
    return document;
  };

  it('is refused in the preview, by the service and by the database; a stage that has not begun may still have one', async () => {
    const document = await amended(0);
    const preview = await must(stage.province.client.post(`/api/editions/${stage.editionId}/rulebook/amendments/preview`, { document }));
    expect(preview.body).toMatchObject({ valid: false, problems: [{ code: 'CORRECTION_AFTER_JUDGING', path: '/scoring/stages/0/correction' }] });
    const refused = await stage.province.client.post(`/api/editions/${stage.editionId}/rulebook/amendments`, { document, reason: '评委尺度差别太大' });
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ code: 'CORRECTION_AFTER_JUDGING' }] } });
    await expect(system.db.query(
      `WITH added AS (INSERT INTO rulebook_version (edition_id, number, document, sha256, reason, frozen_at, created_at) VALUES ($1, 99, $2, repeat('0', 64), '越权', now(), now()) RETURNING id)
       UPDATE edition SET rulebook_version_id = (SELECT id FROM added) WHERE id = $1`,
      [stage.editionId, JSON.stringify(document)],
    )).rejects.toThrow();
    expect((await rules()).scoring.stages[0].correction).toBeUndefined();
    await must(stage.province.client.post(`/api/editions/${stage.editionId}/rulebook/amendments`, { document: await amended(1), reason: '终评分两组，规定校正' }));
    expect((await rules()).scoring.stages[1].correction.method).toBe('mixed');
  });
});

describe('what an entry\'s people learn of the judging', () => {
  it('is what the rulebook releases, from the day it says, to those it names', async () => {
    const entry = stage.entries[0] as { id: string };
    const coach = (await stage.cast.as('coach')).client;
    const student = await stage.cast.hire('student');
    await system.db.query('UPDATE account SET person_id = NULL WHERE person_id = (SELECT person_id FROM entry_member WHERE entry_id = $1)', [entry.id]);
    await system.db.query('UPDATE account SET person_id = (SELECT person_id FROM entry_member WHERE entry_id = $1) WHERE id = $2', [entry.id, student.accountId]);
    const { body: document } = await must(stage.province.client.get(`/api/editions/${stage.editionId}/rulebook`));
    document.document.publication.feedback = { comments: true, scores: 'criteria', from: 'noticeEnded', to: ['submitter'] };
    await must(stage.province.client.post(`/api/editions/${stage.editionId}/rulebook/amendments`, { document: document.document, reason: '公示结束后只向申报人反馈' }));
    const before = await stage.snapshot('initial');
    await must(stage.secretariat.client.post(`/api/results/editions/${stage.editionId}/stages/initial/aggregate`, { reason: '规则修订后重新汇总' }));
    await stage.publish('shortlist', await stage.snapshot('initial', before));
    const of = (client: typeof coach, kind: string) => client.get(`/api/judging/entries/${entry.id}/${kind}`);
    const own = async (client: typeof coach) => (await must(client.get('/api/results/mine'))).body.find((one: { entryId: string }) => one.entryId === entry.id);
    expect((await must(of(coach, 'comments'))).body).toEqual([]);
    expect((await must(of(coach, 'criteria'))).body).toEqual([]);
    expect(await own(coach)).toMatchObject({ stages: [], total: null, explanation: '按规则，分数目前不向您公布。' });

    system.clock.set(new Date(system.clock.now().getTime() + 8 * 86_400_000));
    const later = await stage.cast.logIn((await stage.cast.as('coach')).login);
    const member = await stage.cast.logIn(student.login);
    expect((await must(of(later, 'comments'))).body[0]).toMatchObject({ comment: '建议补充对照实验' });
    const { body: criteria } = await must(of(later, 'criteria'));
    expect(criteria.map((one: { label: string; max: string }) => [one.label, one.max])).toEqual([['创新性', '40'], ['科学性', '30'], ['实用性', '20'], ['研究报告', '10']]);
    expect((await own(later)).stages).toHaveLength(1);
    // The member is one of the entry's people, but the rules name only who entered it.
    expect((await must(of(member, 'comments'))).body).toEqual([]);
    expect((await must(of(member, 'criteria'))).body).toEqual([]);
    expect(await own(member)).toMatchObject({ stages: [], total: null });
  });
});
