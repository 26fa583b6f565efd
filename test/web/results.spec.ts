import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openBriskly, type OpenedPage } from '../support/browser.js';
import type { Player } from '../support/cast.js';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';

const LONG_TITLE = '用于视障人士的楼梯提醒拐杖（含超声波测距与振动反馈的第二代）';
/** Three of six places; the third and the fourth are equal, so the rules leave both to the jury. */
const POINTS = [90, 85, 80, 80, 70, 60];

let system: TestSystem;
let stage: JudgingStage;
let student: Player;
let proposalId = '';

beforeAll(async () => {
  system = await startSystem({ worker: true, webDir: await builtWebApp(), now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system, (rulebook) => {
    rulebook.scoring.selections = [{ key: 'finalists', per: 'group', places: { share: 0.5 }, ties: 'report' }];
  });
  await stage.addEntry({ title: LONG_TITLE, member: '买买提·吐尔逊' });
  await stage.addEntries(POINTS.length - 1);
  student = await stage.cast.hire('student');
  await system.db.query('UPDATE account SET person_id = $2 WHERE id = $1', [student.accountId, stage.entries[0]?.memberId]);
  student.client = await stage.cast.logIn(student.login);
  await stage.addJudges(6);
  const panel = await stage.openPanel('initial', stage.judges);
  expect(await stage.assign('initial')).toMatchObject({ state: 'done' });
  await stage.judgeAll('initial', (entryId) => POINTS[stage.entries.findIndex((entry) => entry.id === entryId)]);
  await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
}, 300_000);
afterAll(closeBrowser);


const open = (who: Player, path = '/results', options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> =>
  openBriskly({ url: system.url, path, as: who.client.cookieHeader(), ...options });
const dialog = (page: Page) => page.locator('.ant-modal').last();
async function confirm(page: Page, verb: string, reason?: string): Promise<void> {
  if (reason) await dialog(page).locator('textarea').fill(reason);
  await dialog(page).getByRole('button', { name: verb, exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}
const row = (page: Page, title: string) => page.locator('tbody.ant-table-tbody tr.ant-table-row', { hasText: title });

describe('from scores to the published list', () => {
  it('says in one line each what is still missing, then shows the calculation', async () => {
    const opened = await open(stage.secretariat);
    const { page } = opened;
    await page.getByText('还没有公示').waitFor();
    await page.locator('.nothing-yet').nth(2).waitFor();
    await opened.screenshot('results-empty-1280');
    await must(stage.secretariat.client.post(stage.url('initial', '/close')));
    await stage.snapshot('initial');
    await page.reload();
    await page.getByRole('button', { name: '形成入围名单' }).click();
    await page.getByRole('heading', { name: '入围名单 · 第 1 版' }).waitFor();
    proposalId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await opened.close();
  }, 120_000);

  it('shows cut and tie in the ranked list, opens a derivation, and takes the decisions of the jury with a reason', async () => {
    const [, , third, fourth] = stage.entries.map((entry) => entry.title) as [string, string, string, string];
    const opened = await open(stage.secretariat, `/results/proposals/${proposalId}`);
    const { page } = opened;
    for (const title of [third, fourth]) await row(page, title).getByText('由评委会决定').waitFor();
    await page.getByText('以上：入围终评').waitFor();
    expect(await page.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: LONG_TITLE }).click();
    await page.locator('.ant-drawer').getByText('成绩如何得出').waitFor();
    await page.locator('.ant-drawer').getByText(/5 份评分/).waitFor();
    await page.keyboard.press('Escape');
    for (const [title, award] of [[third, '入围终评'], [fourth, '不入选']] as const) {
      await row(page, title).getByRole('button', { name: '决定' }).click();
      await dialog(page).locator('.ant-select').click();
      await page.locator('.ant-select-item-option', { hasText: award }).last().click();
      await dialog(page).locator('textarea').fill('评委会复议并投票表决');
      await dialog(page).getByRole('button', { name: '决定' }).click();
      await dialog(page).waitFor({ state: 'hidden' });
    }
    await row(page, fourth).getByText('以上：').waitFor();
    await opened.screenshot('results-proposal-1280');
    await page.getByRole('button', { name: '提交审批' }).click();
    await confirm(page, '提交审批');
    await page.getByText('待审批').first().waitFor();
    await opened.close();
  }, 120_000);

  it('needs two different people: the same one is refused the second time', async () => {
    const path = `/results/proposals/${proposalId}`;
    const first = await open(stage.province, path);
    await first.page.getByRole('button', { name: '批准', exact: true }).click();
    await confirm(first.page, '批准');
    await first.page.getByText('您已经批准过；还需要另一位批准。').waitFor();
    expect(await first.page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    const { body } = await must(stage.province.client.get(`/api/results/proposals/${proposalId}`));
    expect(body).toMatchObject({ state: 'proposed', mayApprove: false });
    expect((await stage.province.client.post(`/api/results/proposals/${proposalId}/approve`, { digest: body.digest })).status).toBe(409);
    expect(await first.page.getByRole('button', { name: '发布公示' }).count()).toBe(0);
    await first.close();

    const second = await open(stage.deputy, path);
    await second.page.getByRole('button', { name: '批准', exact: true }).click();
    await confirm(second.page, '批准');
    await second.page.getByText('两人已批准，可以公示').waitFor();
    await second.screenshot('results-approved-1280');
    await second.page.getByRole('button', { name: '发布公示' }).click();
    await confirm(second.page, '发布公示');
    await second.page.getByText('已公示').first().waitFor();
    await second.page.getByRole('link', { name: '成绩与奖项' }).first().click();
    await second.page.getByText('公示中').waitFor();
    await second.page.getByRole('button', { name: '重新核算' }).click();
    await second.page.getByText('与公示完全一致').waitFor();
    await second.close();
  }, 120_000);

  it('tells a student the own result: the prize, the derivation, the comments, until when to object; nobody else\'s', async () => {
    const opened = await open(student, '/results', { width: 390 });
    const { page } = opened;
    await page.locator('.own-award').getByText(/入围/).waitFor();
    await page.getByRole('heading', { name: LONG_TITLE }).waitFor();
    await page.getByText(/5 份评分/).waitFor();
    await page.getByText('建议补充对照实验').first().waitFor();
    await page.getByText(/可在公示截止前提出异议/).waitFor();
    expect(await page.locator('.own-result').count()).toBe(1);
    expect(await page.content()).not.toMatch(/供评委会参考|只给自己看/);
    await opened.close();
  }, 60_000);

  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const pages: [string, Player, string][] = [['desk', stage.secretariat, '/results'], ['proposal', stage.province, `/results/proposals/${proposalId}`], ['drawer', stage.province, `/results/proposals/${proposalId}`], ['own', student, '/results']];
    const openDrawer = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: LONG_TITLE }).click();
      await page.locator('.ant-drawer dl').waitFor();
      await page.waitForTimeout(600);
    };
    const stops = pages.map(([name, who, path]) => ({ name, path, as: who.client.cookieHeader(), ...(name === 'drawer' && { first: openDrawer, fullPage: false }) }));
    expect(await walk({ url: stage.system.url, width, lang, dark, group: 'results' }, stops)).toEqual([]);
  }, 180_000);
});
