import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panels: string[];

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => {
    const [initial] = rulebook.scoring.stages;
    if (initial?.kind === 'sheets') Object.assign(initial, { correction: { method: 'mixed', within: 'group', minimumEntries: 1 }, judges: { method: 'mean', minimum: 1 } });
    for (const panel of rulebook.panels) panel.minimumJudges = 2;
  });
  await stage.addEntries(20);
  const judges = await stage.addJudges(8);
  panels = [
    await stage.openPanel('initial', judges.slice(0, 4), { name: '初中一组', groups: ['junior'], reviewsPerEntry: 3 }),
    await stage.openPanel('initial', judges.slice(4), { name: '初中二组', groups: ['junior'], reviewsPerEntry: 3 }),
  ];
  await stage.assign('initial');
}, 120_000);

describe('several panels of one group', () => {
  it('share its entries evenly', async () => {
    const counts = await system.db.query<{ panel: string; count: number }>('SELECT panel_id AS panel, count(*)::int AS count FROM entry_code GROUP BY 1');
    expect(counts.map(({ panel }) => panel).sort()).toEqual([...panels].sort());
    expect(counts.map(({ count }) => count)).toEqual([10, 10]);
  });

  it('are ranked together, on corrected scores where the rulebook named the correction: raw and corrected stand side by side with the model\'s figures', async () => {
    // The first panel's judges are stricter, each by something else; every reading has its own small error.
    const severity = (judgeId: string): number => [14, 18, 20, 24, 0, 2, 3, 5][stage.judges.findIndex((one) => one.judgeId === judgeId)] ?? 0;
    await stage.judgeAll('initial', (entryId, judge) => 70 + stage.entries.findIndex((one) => one.id === entryId) - severity(judge.judgeId) + ((entryId.charCodeAt(5) * 7 + judge.judgeId.charCodeAt(6) * 3) % 5));
    for (const panel of panels) await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    const snapshot = await stage.snapshot('initial');
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshot}/rows?size=50`));
    const own = (row: { stages: { stage: string; score: string; raw: string }[] }) => row.stages.find((one) => one.stage === 'initial') as { score: string; raw: string };
    expect(body.rows.some((row: any) => own(row).score !== own(row).raw)).toBe(true);
    expect(body.rows).toHaveLength(20);
    const { body: detail } = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshot}`));
    expect(detail.corrections).toMatchObject([{ stage: 'initial', method: 'mixed' }]);
    expect(detail.corrections[0].judges).toHaveLength(8);
    expect(detail.corrections[0].facts).toMatchObject({ comparedThroughPrior: true });
  });
});
