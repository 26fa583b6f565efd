import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyBundle } from '#libs/scoring';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** The whole way of eleven entries from eligible to confirmed results, over HTTP, with the worker. */
describe('from eligible entries to published results', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  const points = new Map<string, number>();

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system, (rulebook) => {
      rulebook.scoring.selections = [{ key: 'finalists', per: 'group', places: { share: 0.6 }, ties: 'expand' }];
    });
    await stage.addEntries(10);
    await stage.addEntry({ birthDate: '2013-05-06', member: '欧阳小娜', title: '会唱歌的水杯' });
    await stage.addJudges(8);
    stage.entries.forEach((entry, index) => points.set(entry.id, 95 - 3 * index));
  });

  const places = async (editionId: string): Promise<Record<string, number>> => {
    const rows = await system.db.query<{ state: string; count: number }>('SELECT state, count(*)::int AS count FROM entry WHERE edition_id = $1 GROUP BY state', [editionId]);
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

  it('judges the first stage blind and makes the finalists', async () => {
    const panel = await stage.openPanel('initial', stage.judges);
    const run = await stage.assign('initial');
    expect(run).toMatchObject({ state: 'done', blocking: [] });
    expect(run.panels[0]).toMatchObject({ entries: 11, judges: 8, pairs: 55 });
    expect(run.panels[0].maxLoad - run.panels[0].minLoad).toBeLessThanOrEqual(1);
    expect(await places(stage.editionId)).toEqual({ in_review: 11 });
    expect(await stage.secretariat.client.post(stage.url('initial', '/close'))).toMatchObject({ status: 409, body: { code: 'PANELS_OPEN' } });
    await stage.judgeAll('initial', (entryId, judge) => (points.get(entryId) ?? 0) + (stage.judges.indexOf(judge) % 3) - 1);
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    await must(stage.secretariat.client.post(stage.url('initial', '/close')));
    const posted = await stage.publish('shortlist', await stage.snapshot('initial'));
    expect(posted).toMatchObject({ kind: 'shortlist', version: 1, state: 'in_notice', rows: 6 });
    expect(await places(stage.editionId)).toEqual({ finalist: 6, not_shortlisted: 5 });
  });

  it('judges the final and publishes prizes by ratio', async () => {
    await stage.moveTo('2026-04-12T09:00:00+08:00');
    const panel = await stage.openPanel('final', stage.judges);
    expect(await stage.assign('final')).toMatchObject({ state: 'done' });
    const [absent] = [...(await stage.codes('final'))].find(([, entryId]) => entryId === stage.entries[5]?.id) as [string, string];
    await stage.judgeAll('final', (entryId) => (entryId === stage.entries[5]?.id ? undefined : points.get(entryId)));
    expect((await stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`)).body.params).toEqual({ count: 1 });
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/absent`, { code: absent, reason: '未到终评现场' }));
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    await must(stage.secretariat.client.post(stage.url('final', '/close')));
    expect(await stage.secretariat.client.post(stage.url('final', '/close'))).toMatchObject({ status: 409, body: { code: 'STAGE_CLOSED' } });
    expect(await stage.secretariat.client.post(`/api/judging/panels/${panel}/unlock`, { reason: '想再改一下' })).toMatchObject({ status: 409, body: { code: 'STAGE_CLOSED' } });
    expect(await places(stage.editionId)).toEqual({ final_scored: 5, absent: 1, not_shortlisted: 5 });
    await stage.moveTo('2026-04-27T10:00:00+08:00');
    const posted = await stage.publish('awards', await stage.snapshot('final'));
    // PUB-NOTICE-001: posted on 27 April, closes with 4 May.
    expect(posted).toMatchObject({ kind: 'awards', rows: 5, noticeClosesAt: '2026-05-04T15:59:59.000Z', noticeOver: false });
    expect(await places(stage.editionId)).toEqual({ in_notice: 5, absent: 1, not_shortlisted: 5 });
    const list = await system.client().get(`/api/public/results/${stage.editionId}/rows?size=50`);
    // The absent one is out of the base (INN-AWARD-008): 5 entries, floor of 15, 50, 100 % with at least one first prize: 1, 1, 3.
    expect(list.body.rows.map((row: { award: string }) => row.award)).toEqual(['first', 'second', 'third', 'third', 'third']);
    expect(list.body.rows[0]).toMatchObject({ title: stage.entries[0]?.title, awardLabel: '一等奖', school: '青荷中学', prefecture: '长沙市' });
  });

  it('lets the list be confirmed only after the notice, by the server\'s clock', async () => {
    const { body: publications } = await stage.province.client.get(`/api/results/editions/${stage.editionId}/publications`);
    const awards = publications.find((one: { kind: string }) => one.kind === 'awards');
    await stage.moveTo('2026-05-04T22:00:00+08:00');
    system.clock.set(new Date('2026-05-04T23:59:30+08:00'));
    expect(await stage.province.client.post(`/api/results/publications/${awards.id}/confirm`)).toMatchObject({ status: 409, body: { code: 'NOTICE_RUNNING' } });
    expect((await stage.secretariat.client.post(`/api/results/publications/${awards.id}/confirm`)).status).toBe(403);
    await stage.moveTo('2026-05-05T00:00:01+08:00');
    expect((await must(stage.province.client.post(`/api/results/publications/${awards.id}/confirm`))).body).toMatchObject({ state: 'confirmed', noticeOver: true });
    expect(await places(stage.editionId)).toEqual({ confirmed: 5, absent: 1, not_shortlisted: 5 });
  });

  it('recomputes what was published byte for byte, and hands out the bundle', async () => {
    const { body: publications } = await stage.province.client.get(`/api/results/editions/${stage.editionId}/publications`);
    for (const { id, snapshotId } of publications) {
      expect((await must(stage.secretariat.client.get(`/api/results/publications/${id}/recomputation`))).body).toMatchObject({ snapshotId, same: true, rowsIntact: true, mismatches: 0 });
    }
    const { body: bundle } = await must(stage.province.client.get(`/api/results/snapshots/${publications[0].snapshotId}/bundle`));
    expect(bundle.input.entries).toHaveLength(6);
    expect(bundle.output.format).toBe('qingsai-result/1');
    expect(verifyBundle(bundle)).toMatchObject({ ok: true, differences: [] });
    bundle.output.groups[0].rows[0].total = '99.99';
    expect(verifyBundle(bundle).ok).toBe(false);
  });

  it('tells the office what an amendment of the rules would touch', async () => {
    const { document } = (await must(stage.province.client.get(`/api/editions/${stage.editionId}/rulebook`))).body;
    document.scoring.stages[1].judges.trimFrom = 6;
    const preview = await must(stage.province.client.post(`/api/editions/${stage.editionId}/rulebook/amendments/preview`, { document }));
    const counts = Object.fromEntries(preview.body.affected.map(({ what, count }: { what: string; count: number }) => [what, count]));
    expect(counts).toMatchObject({ scoreSheets: 35, results: 1, publications: 1 });
  });

  it('tells participants their result, how it came about, and what judges wrote for them, in both languages', async () => {
    const coach = await stage.cast.logIn((await stage.cast.as('coach')).login);
    const mine = await must(coach.get('/api/results/mine'));
    expect(mine.body).toHaveLength(6 + 11);
    const first = mine.body.find((row: { kind: string; entryId: string }) => row.kind === 'awards' && row.entryId === stage.entries[0]?.id);
    expect(first).toMatchObject({ award: 'first', awardLabel: '一等奖', rank: 1, of: 5, state: 'confirmed' });
    expect(first.explanation).toContain(first.total);
    const unlucky = mine.body.find((row: { entryId: string }) => row.entryId === stage.entries[10]?.id);
    expect(unlucky).toMatchObject({ kind: 'shortlist', award: null, awardLabel: '未入围' });
    coach.language = 'en';
    const english = await must(coach.get('/api/results/mine'));
    expect(english.body.find((row: { kind: string; award: string }) => row.award === 'first').awardLabel).toBe('First prize');
    const comments = await must(coach.get(`/api/judging/entries/${stage.entries[0]?.id}/comments`));
    expect(comments.body.map((one: { comment: string }) => one.comment)).toContain('建议补充对照实验');
    expect(comments.text).not.toMatch(/只给自己看|供评委会参考|judge/);
    const stranger = (await stage.cast.as('coach', 'elsewhere')).client;
    expect((await stranger.get(`/api/judging/entries/${stage.entries[0]?.id}/comments`)).status).toBe(404);
    expect((await must(stranger.get('/api/results/mine'))).body).toEqual([]);
    for (const row of [...mine.body, ...english.body]) expect(row.explanation).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('tells those concerned once for each step', async () => {
    const { accountId } = await stage.cast.as('coach');
    const notices = await system.db.query<{ template: string; count: number }>('SELECT template, count(*)::int AS count FROM notice WHERE account_id = $1 GROUP BY template ORDER BY template', [accountId]);
    expect(notices).toEqual(['results.confirmed', 'results.published', 'results.shortlisted'].map((template) => ({ template, count: 1 })));
  });
});
