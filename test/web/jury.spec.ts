import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBrowser, openPage, type OpenedPage } from '../support/browser.js';
import type { Player } from '../support/cast.js';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let stage: JudgingStage;

beforeAll(async () => {
  system = await startSystem({ worker: true, webDir: await builtWebApp(), now: '2026-03-10T09:00:00+08:00' });
  // Interviews are only held where codes are no secret.
  stage = await JudgingStage.set(system, (rulebook) => rulebook.panels.forEach((panel) => Object.assign(panel, { blind: false })));
  await stage.addEntries(4);
  await stage.addJudges(6);
  await stage.openPanel('initial', stage.judges);
  await must(stage.secretariat.client.post(stage.url('initial', '/codes')));
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

describe('the jury and its plans', () => {
  it('a plan is looked at, put into force and explained', async () => {
    const opened = await open(stage.secretariat, `/secretariat/plan?edition=${stage.editionId}&stage=initial`);
    const { page } = opened;
    await page.getByRole('button', { name: /预\s*览/ }).first().click();
    await page.getByText('预览，未生效').first().waitFor();
    await page.getByText('专业对口').first().waitFor();
    await sound(opened, 'plan-1280');
    await page.getByRole('button', { name: /生\s*效/ }).click();
    await page.locator('.ant-modal').last().getByRole('button', { name: /生\s*效/ }).click();
    await page.getByText('已生效').first().waitFor();
    expect((await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE state = 'assigned'`))?.count).toBe(20);
    await opened.close();
  }, 60_000);

  it('a judge trains on a known work and sees how far from the reference', async () => {
    const office = await open(stage.secretariat, `/secretariat/training?edition=${stage.editionId}&stage=initial`);
    await office.page.getByRole('button', { name: '添加作品' }).click();
    const form = office.page.locator('.ant-modal').last();
    await form.locator('input[type=file]').setInputFiles({ name: '往年作品.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
    await form.getByText('往年作品.png').first().waitFor();
    await form.getByRole('button', { name: '去掉 往年作品.png' }).waitFor();
    await form.getByLabel('标题').fill('光传感器测浓度');
    await form.getByLabel('作品内容').fill('去年的一件作品。');
    for (const [index, value] of ['40', '30', '0', '0'].entries()) await form.locator('.criterion-line input').nth(index).fill(value);
    await form.getByLabel('“创新性”参考分的理由').fill('方法已有先例');
    await sound(office, 'known-work-1280');
    await form.getByRole('button', { name: '添加作品' }).click();
    await office.page.getByText('已添加').first().waitFor();
    await office.close();
    await must(stage.secretariat.client.put(stage.url('initial', '/training'), { required: true, tolerancePercent: 10, attempts: 3, toPass: 1 }));
    const judge = stage.judges[0] as Player;
    const opened = await open(judge, '/judge', 390);
    const { page } = opened;
    await page.getByRole('link', { name: '光传感器测浓度' }).click();
    await page.getByRole('img', { name: '材料1.png' }).waitFor();
    for (const [index, value] of ['30', '30', '0', '0'].entries()) await page.locator('.criterion-line input').nth(index).fill(value);
    await page.getByRole('button', { name: '与参考分比较' }).click();
    await page.getByText('方法已有先例').waitFor();
    await sound(opened, 'training-390');
    await opened.close();
  }, 60_000);

  it('a review that a new conflict touches is settled in one step; the timetable of the interviews is made on the page', async () => {
    const [entry] = stage.entries;
    await system.db.query(`UPDATE person SET name = '欧阳未名' WHERE id = $1`, [entry?.memberId]);
    const holder = await system.db.first<{ account: string }>(
      `SELECT j.account_id AS account FROM assignment a JOIN judge j ON j.id = a.judge_id JOIN entry_code c ON c.id = a.code_id WHERE c.entry_id = $1 AND a.state = 'assigned' LIMIT 1`, [entry?.id],
    );
    const judge = stage.judges.find(({ accountId }) => accountId === holder?.account);
    await must(judge!.client.post('/api/judge/interests', { kind: 'person', personName: '欧阳未名', relation: 'kin', note: '侄子' }));
    // The worker compares; the page looks again only after half a minute.
    for (const end = Date.now() + 20_000; Date.now() < end && (await must(stage.secretariat.client.get(stage.url('initial', '/conflicts/touched')))).body.length === 0; ) await new Promise((resolve) => setTimeout(resolve, 50));
    const opened = await open(stage.secretariat, `/secretariat?edition=${stage.editionId}&stage=initial`);
    const { page } = opened;
    await page.getByRole('heading', { name: '有评审涉及新发现的回避关系' }).waitFor();
    await opened.screenshot('touched-1280');
    await page.getByRole('button', { name: '一键处理' }).click();
    await page.locator('.ant-modal').last().getByRole('button', { name: '一键处理' }).click();
    await page.getByText('已处理，空缺正在改派').waitFor();
    await page.goto(`${system.url}/secretariat/timetable?edition=${stage.editionId}&stage=initial`);
    await page.getByRole('button', { name: '安排时间表' }).click();
    await page.getByLabel('日期').fill('2026-03-20');
    await page.getByRole('textbox', { name: '房间' }).fill('301');
    await sound(opened, 'timetable-form-1280');
    await page.getByRole('button', { name: /^安\s*排$/ }).click();
    await page.getByText('草稿，未公布').waitFor();
    await page.getByText('4 场').first().waitFor();
    await sound(opened, 'timetable-1280');
    await opened.close();
  }, 60_000);
});
