import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBrowser, openPage, type OpenedPage } from '../support/browser.js';
import type { Player } from '../support/cast.js';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let stage: JudgingStage;
let judge: StagedJudge;

beforeAll(async () => {
  system = await startSystem({ worker: true, webDir: await builtWebApp(), now: '2026-04-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => void Object.assign(rulebook.panels[1] as object, { unusualMarks: { after: 3, deviations: 4, share: 0.3 } }));
  for (const title of ['海底城市', '云上的学校', '会走路的树', '月球上的菜园']) await stage.addEntry({ type: 'painting', group: 'primary', classKey: null, discipline: null, title, birthDate: '2016-05-06' });
  await stage.addEntries(3, { group: 'senior' });
  await system.db.query(`UPDATE edition_stage SET opens_at = opens_at - interval '60 days', closes_at = closes_at - interval '20 days' WHERE edition_id = $1`, [stage.editionId]);
  await system.db.query(`UPDATE entry SET state = 'finalist' WHERE edition_id = $1`, [stage.editionId]);
  await stage.addJudges(14);
  [judge] = stage.judges as [StagedJudge];
  const panels = [
    await stage.openPanel('final', stage.judges.slice(0, 7), { name: '绘画组', types: ['painting'] }),
    await stage.openPanel('final', stage.judges.slice(7), { name: '高中组', groups: ['senior'] }),
  ];
  await stage.assign('final');
  const { body } = await must(stage.secretariat.client.post(stage.url('final', '/timetables'), {
    days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 720 }] }], length: 20, cycle: 30, gap: 10, travel: 10, keep: false,
    rooms: panels.map((panelId, index) => ({ panelId, room: ['301', '102'][index], place: '主楼' })),
  }));
  for (let tries = 0; tries < 1_000 && (await must(stage.secretariat.client.get(stage.url('final', '/timetables')))).body[0].state === 'queued'; tries++) await new Promise((resolve) => setTimeout(resolve, 40));
  await must(stage.secretariat.client.post(`/api/judging/timetables/${body.id}/publish`));
}, 300_000);
afterAll(closeBrowser);

const open = async (who: Player, path: string, width?: number): Promise<OpenedPage> => {
  const opened = await openPage({ url: system.url, path, as: who.client.cookieHeader(), ...(width && { width }) });
  opened.page.setDefaultTimeout(15_000);
  return opened;
};
const sound = async (opened: OpenedPage, name: string): Promise<void> => {
  await opened.screenshot(name);
  expect(await opened.violations()).toEqual([]);
  expect(await opened.overflow()).toEqual([]);
};

describe('the day of the final', () => {
  it('a painting is scored on its own sheet with the keys alone, on a tablet too', async () => {
    const { body } = await must(judge.client.get('/api/judge/queue?size=50'));
    const opened = await open(judge, `/judge/desk/${body.rows[0].assignmentId}`, 820);
    const { page } = opened;
    await page.getByRole('button', { name: '评分', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '科学幻想绘画评分表' }).waitFor();
    await page.waitForFunction(() => (globalThis as unknown as { document: { activeElement: { id: string } } }).document.activeElement.id === 'c-imagination');
    for (const value of ['44', '20', '19.5']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    await page.locator('.desk-total').getByText('83.5').waitFor();
    await sound(opened, 'painting-desk-820');
    await page.keyboard.press('Enter');
    await page.getByText(/已收到 .* 的评分/).waitFor();
    expect((await must(judge.client.get('/api/judge/queue?size=50'))).body.rows.filter((row: { total: string | null }) => row.total === '83.5')).toHaveLength(1);
    await opened.close();
  }, 60_000);

  it('a mark far from the own ones is asked about, and handed in only when it is meant', async () => {
    const rows = async (): Promise<any[]> => (await must(judge.client.get('/api/judge/queue?size=50'))).body.rows;
    for (const row of (await rows()).filter((one) => one.sheetState === 'blank').slice(0, 2)) {
      await must(judge.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: `key-${row.assignmentId}`, baseVersion: 0, values: sheetOf(85, 'final', row.sheet) }));
    }
    const [row] = (await rows()).filter((one) => one.sheetState === 'blank');
    const opened = await open(judge, `/judge/desk/${row.assignmentId}`);
    const { page } = opened;
    await page.locator('.criterion-number input').first().focus();
    for (const value of ['4', '20', '19.5']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    await page.getByText(/您已提交的 3 份评分中，这一项为 44—\d+ 分，这次是 4 分/).waitFor();
    await sound(opened, 'desk-unusual-1280');
    await page.keyboard.press('Enter');
    const asked = page.getByRole('dialog');
    await asked.getByText(/这次 4 分，您以往给 44—/).waitFor();
    await sound(opened, 'desk-unusual-asked-1280');
    await asked.getByRole('button', { name: /取\s*消/ }).click();
    expect((await rows()).find((one) => one.assignmentId === row.assignmentId).sheetState).not.toBe('submitted');
    await page.locator('.criterion-number input').first().fill('43');
    await page.getByText(/您已提交的 3 份评分中/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText(/已收到 .* 的评分/).waitFor();
    await opened.close();
  }, 60_000);

  it('works are compared two by two with one key each, and the last answer can be changed', async () => {
    const opened = await open(judge, '/judge');
    const { page } = opened;
    await page.getByRole('link', { name: '绘画组：比较作品' }).click();
    await page.getByText('已比较 0 对，约 6 对即可').waitFor();
    await sound(opened, 'compare-1280');
    await page.keyboard.press('1');
    await page.getByText('已比较 1 对').waitFor();
    await page.getByRole('button', { name: '改上一对' }).click();
    await page.getByRole('heading', { name: '改为：哪一项更好？' }).waitFor();
    await page.getByRole('button', { name: /不相上下/ }).click();
    await page.getByRole('heading', { name: '哪一项更好？', exact: true }).waitFor();
    for (let done = 2; done <= 6; done++) {
      await page.keyboard.press('3');
      await page.getByText(`已比较 ${done} 对`).waitFor();
    }
    await page.getByText('所有作品都已两两比较').waitFor();
    await sound(opened, 'compare-done-1280');
    await opened.close();
    const answers = await system.db.query<{ answer: string }>('SELECT DISTINCT ON (first_code, second_code) answer FROM comparison ORDER BY first_code, second_code, version DESC');
    expect(answers.map(({ answer }) => answer === 'equal').filter(Boolean)).toHaveLength(1);
    expect(answers).toHaveLength(6);
    const narrow = await open(judge, page.url().replace(system.url, ''), 390);
    await narrow.page.getByRole('button', { name: '改上一对' }).click();
    await sound(narrow, 'compare-390');
    await narrow.close();
  }, 60_000);

  it('some are called back, and the screen in the hall says who is next', async () => {
    await stage.moveTo('2026-04-18T08:00:00+08:00');
    const opened = await open(stage.secretariat, `/secretariat/timetable?edition=${stage.editionId}&stage=final`);
    const { page } = opened;
    await page.getByRole('button', { name: '安排二次问辩' }).click();
    const picks = page.locator('.ant-select');
    for (const index of [0, 1]) {
      await picks.nth(index).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(index).click();
      await page.keyboard.press('Escape');
      // It closes by and by; until then its lines stand among those of the next.
      await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
    }
    await page.getByLabel('开始', { exact: true }).fill('15:00');
    await sound(opened, 'call-back-form-1280');
    await page.getByRole('button', { name: '排出时间' }).click();
    await page.getByText('二次问辩', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: /公\s*布/ }).first().click();
    await page.locator('.ant-modal').last().getByRole('button', { name: /公\s*布/ }).click();
    await page.getByRole('button', { name: /撤\s*回/ }).waitFor();
    await sound(opened, 'call-backs-1280');
    await opened.close();
    await stage.moveTo('2026-04-18T15:02:00+08:00');
    for (const width of [1280, 390]) {
      const board = await open(stage.secretariat, `/secretariat/board?edition=${stage.editionId}&stage=final`, width);
      await board.page.getByText('正在问辩').first().waitFor();
      await board.page.getByText('二次').first().waitFor();
      await sound(board, `board-${width}`);
      await board.close();
    }
  }, 60_000);
});
