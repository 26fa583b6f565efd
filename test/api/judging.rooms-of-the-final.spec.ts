import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let rooms: string[];

/** Points by which a judge of the final is stricter than the others: those of the first room alone are. */
const severity = (judgeId: string): number => [22, 18, 20, 2, 1, 0, 3, 1][stage.judges.findIndex((one) => one.judgeId === judgeId)] ?? 0;
const order = (entryId: string): number => stage.entries.findIndex((one) => one.id === entryId);
const scoreOf = (row: { stages: { stage: string; score: string | null; raw: string | null }[] }, key: string) => row.stages.find((one) => one.stage === key) as { score: string; raw: string };

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => {
    for (const one of rulebook.scoring.stages) {
      if (one.kind !== 'sheets') continue;
      Object.assign(one, { judges: { method: 'mean', minimum: 1 } }, one.key === 'final' ? { correction: { method: 'mixed', within: 'group', minimumEntries: 1 } } : {});
    }
    for (const panel of rulebook.panels) panel.minimumJudges = 2;
  });
  await stage.addEntries(16);
  await stage.addJudges(8);
  // The initial review gives every entry the score of its place; all of them go on to the final.
  await stage.openPanel('initial', stage.judges, { groups: ['junior'], reviewsPerEntry: 2 });
  await stage.assign('initial');
  await stage.judgeAll('initial', (entryId) => 60 + order(entryId));
  const { body } = await must(stage.secretariat.client.get(stage.url('initial', '/panels')));
  for (const panel of body.rows ?? body) await must(stage.secretariat.client.post(`/api/judging/panels/${panel.id}/lock`));
  await stage.snapshot('initial');
  await system.db.query(`UPDATE entry SET state = 'finalist' WHERE edition_id = $1`, [stage.editionId]);
  await stage.moveTo('2026-04-12T09:00:00+08:00');
  // Two judges sit in both rooms: without them nothing but the prior compares the rooms.
  rooms = [
    await stage.openPanel('final', stage.judges.slice(0, 5), { name: '初中一室', groups: ['junior'], reviewsPerEntry: 4 }),
    await stage.openPanel('final', stage.judges.slice(3), { name: '初中二室', groups: ['junior'], reviewsPerEntry: 4 }),
  ];
  expect(await stage.assign('final')).toMatchObject({ state: 'done' });
}, 180_000);

describe('several rooms of one group in the final', () => {
  it('share its finalists evenly; every entry is heard by one room only', async () => {
    const seen = await system.db.query<{ rooms: number; entries: number }>(
      `SELECT count(DISTINCT a.panel_id)::int AS rooms, count(*)::int AS entries FROM assignment a JOIN entry_code c ON c.id = a.code_id AND c.stage_key = 'final' GROUP BY c.entry_id`,
    );
    expect(seen).toHaveLength(16);
    expect(seen.every((one) => one.rooms === 1 && one.entries === 4)).toBe(true);
    const counts = await system.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM entry_code WHERE stage_key = 'final' GROUP BY panel_id`);
    expect(counts.map(({ count }) => count)).toEqual([8, 8]);
  });

  it('are ranked together with the initial review on corrected final scores: a strict room costs its entries less than raw scores would', async () => {
    await stage.judgeAll('final', (entryId, judge) => 70 + order(entryId) - severity(judge.judgeId) + ((entryId.charCodeAt(5) * 7 + judge.judgeId.charCodeAt(6) * 3) % 5) / 2);
    for (const room of rooms) await must(stage.secretariat.client.post(`/api/judging/panels/${room}/lock`));
    const snapshot = await stage.snapshot('final');
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshot}/rows?size=50`));
    expect(body.rows).toHaveLength(16);
    expect(body.rows.map((row: { rank: number }) => row.rank).sort((a: number, b: number) => a - b)[0]).toBe(1);
    // One list: the group's ranks run through both rooms.
    expect(Math.max(...body.rows.map((row: { rank: number }) => row.rank))).toBeGreaterThan(8);
    const strict = new Set((await system.db.query<{ entry: string }>('SELECT entry_id AS entry FROM entry_code WHERE panel_id = $1', [rooms[0]])).map(({ entry }) => entry));
    const gap = (figure: 'score' | 'raw'): number => {
      const residual = (row: any): number => Number(scoreOf(row, 'final')[figure]) - order(row.entryId);
      const mean = (rows: any[]): number => rows.reduce((sum, row) => sum + residual(row), 0) / rows.length;
      return mean(body.rows.filter((row: any) => !strict.has(row.entryId))) - mean(body.rows.filter((row: any) => strict.has(row.entryId)));
    };
    expect(gap('raw')).toBeGreaterThan(8);
    expect(gap('score')).toBeLessThan(gap('raw') / 2);
    // The initial review names no correction: what was given counts there.
    for (const row of body.rows) expect(scoreOf(row, 'initial').score).toBe(scoreOf(row, 'initial').raw);
    const { body: detail } = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshot}`));
    expect(detail.corrections).toMatchObject([{ stage: 'final', method: 'mixed' }]);
    expect(detail.corrections[0].judges).toHaveLength(8);
    expect(detail.corrections[0].facts).toMatchObject({ comparedThroughPrior: false });
  });
});
