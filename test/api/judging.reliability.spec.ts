import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, type StagedJudge } from '../support/judging-stage.js';
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

  it('is made once for the same sheets, anew for others, and stays', async () => {
    const before = await report();
    await must(stage.secretariat.client.post(url()));
    await new Promise((resolve) => setTimeout(resolve, 1000));
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
