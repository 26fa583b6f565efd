import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openBriskly, openPage, settled, type OpenedPage } from '../support/browser.js';
import type { Player } from '../support/cast.js';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let stage: JudgingStage;
let panelId: string;
let openEntry: string;

beforeAll(async () => {
  system = await startSystem({ worker: true, webDir: await builtWebApp(), now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system);
  await stage.addEntries(5);
  await stage.addJudges(7);
}, 300_000);
afterAll(closeBrowser);


const open = (who: Player, path = '/secretariat', options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> =>
  openBriskly({ url: system.url, path, as: who.client.cookieHeader(), ...options });
const dialog = (page: Page) => page.locator('.ant-modal').last();
async function confirm(page: Page, verb: string, reason?: string): Promise<void> {
  if (reason) await dialog(page).locator('textarea').fill(reason);
  await dialog(page).getByRole('button', { name: verb, exact: true }).click();
  await page.locator('.ant-modal').last().waitFor({ state: 'hidden' });
}

describe('the secretariat', () => {
  it('makes a panel, issues codes, and starts the assignment', async () => {
    const opened = await open(stage.secretariat);
    const { page } = opened;
    await page.getByText('还没有评审组').waitFor();
    await opened.screenshot('secretariat-empty-1280');
    await page.getByRole('button', { name: '新建评审组' }).click();
    await dialog(page).getByLabel('名称').fill('初中物理与地球科学联合评审组');
    await dialog(page).getByRole('button', { name: /建\s*立/ }).click();
    await page.getByText('评审组已建立').waitFor();
    const { body: panels } = await must(stage.secretariat.client.get(stage.url('initial', '/panels')));
    panelId = panels[0].id;
    await must(stage.secretariat.client.post(`/api/judging/panels/${panelId}/judges`, { accountIds: stage.judges.slice(0, 6).map((one) => one.accountId), accepted: true }));
    await page.getByRole('button', { name: '生成编号并检查回避' }).click();
    await page.getByText('编号已生成，回避关系已检查').waitFor();
    await page.getByRole('button', { name: '开始分配' }).click();
    await page.getByText('已完成').waitFor();
    await page.getByText('25 / 25').first().waitFor();
    await page.getByText('0 / 25').first().waitFor();
    await opened.close();
  }, 120_000);

  it('invites one more judge, reminds, and assigns by hand with a reason', async () => {
    const opened = await open(stage.secretariat, `/secretariat/panels/${panelId}`);
    const { page } = opened;
    await page.getByRole('button', { name: '邀请评委' }).click();
    await dialog(page).locator('.ant-select').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: /邀\s*请/ }).click();
    await page.getByText('已发出邀请').waitFor();
    await page.getByText('已邀请').first().waitFor();
    await page.getByRole('button', { name: /提\s*醒/ }).click();
    await confirm(page, '提醒');
    await page.getByText('已提醒').waitFor();

    await page.getByRole('tab', { name: '分配明细' }).click();
    const rows = await system.db.query<{ code: string; free: string }>(
      `SELECT c.code, j.id AS free FROM entry_code c, judge j JOIN panel_judge s ON s.judge_id = j.id AND s.panel_id = $1 AND s.state = 'accepted'
       WHERE NOT EXISTS (SELECT 1 FROM assignment a WHERE a.code_id = c.id AND a.judge_id = j.id) ORDER BY c.code LIMIT 1`,
      [panelId],
    );
    const [{ code, free }] = rows as [{ code: string; free: string }];
    await page.getByRole('button', { name: '人工分配' }).click();
    await dialog(page).getByRole('textbox').first().fill(code.toLowerCase());
    await dialog(page).locator('.ant-select').click();
    const { body: panel } = await must(stage.secretariat.client.get(`/api/judging/panels/${panelId}`));
    const accepted = panel.seats.filter((seat: { state: string }) => seat.state === 'accepted');
    const at = accepted.findIndex((seat: { judgeId: string }) => seat.judgeId === free);
    await page.locator('.ant-select-item-option').nth(at).click();
    await dialog(page).locator('textarea').fill('该项目涉及两个学科，增加一位评委');
    await dialog(page).getByRole('button', { name: '人工分配' }).click();
    await page.getByText('已分配', { exact: true }).first().waitFor();
    const found = await system.db.first<{ source: string; reason: string }>(
      'SELECT a.source, a.reason FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE c.code = $1 AND a.judge_id = $2', [code, free],
    );
    expect(found).toEqual({ source: 'manual', reason: '该项目涉及两个学科，增加一位评委' });
    await opened.close();
  }, 120_000);

  it('sends a sheet back with a reason that the judge reads', async () => {
    openEntry = stage.entries[0]?.id ?? '';
    await stage.judgeAll('initial', (entryId, judge) => (entryId === openEntry && stage.judges.indexOf(judge) > 0 ? undefined : 70 + stage.judges.indexOf(judge)));
    const opened = await open(stage.secretariat, `/secretariat/panels/${panelId}?part=assignments`);
    const { page } = opened;
    const [victim] = await system.db.query<{ id: string; account: string; name: string; code: string }>(
      `SELECT a.id, j.account_id AS account, c.code FROM assignment a JOIN judge j ON j.id = a.judge_id JOIN entry_code c ON c.id = a.code_id
       WHERE a.sheet_state = 'submitted' AND a.state = 'assigned' ORDER BY c.code, a.id LIMIT 1`,
    );
    const judge = stage.judges.find((one) => one.accountId === victim?.account);
    await page.getByRole('button', { name: new RegExp(`退回 .* 对 ${victim?.code} 的评分`) }).first().waitFor();
    const { body: list } = await must(stage.secretariat.client.get(`/api/judging/panels/${panelId}/assignments?size=20`));
    const row = list.rows.findIndex((one: { id: string }) => one.id === victim?.id);
    await page.locator('tbody.ant-table-tbody tr.ant-table-row').nth(row).getByRole('button', { name: /^退回/ }).click();
    await confirm(page, '退回评分', '创新性与实用性的分数似乎写反了');
    await page.getByText('已退回评委修改').waitFor();
    await opened.close();
    const desk = await openPage({ url: system.url, path: `/judge/desk/${victim?.id}`, as: judge?.client.cookieHeader() });
    await desk.page.getByText('秘书处退回修改：创新性与实用性的分数似乎写反了').waitFor();
    await desk.page.getByRole('button', { name: '提交评分' }).click();
    await desk.page.getByText(`已收到 ${victim?.code} 的评分`).waitFor();
    await desk.close();
  }, 120_000);

  it('lets only the province open codes, with a reason that is recorded', async () => {
    const office = await open(stage.secretariat);
    await settled(office.page);
    await office.page.getByText('回避关系').first().waitFor();
    expect(await office.page.getByText('查看编号对应的作品').count()).toBe(0);
    await office.close();
    const opened = await open(stage.province);
    const { page } = opened;
    const [code] = [...(await stage.codes('initial')).keys()] as [string];
    await page.getByText('查看编号对应的作品').first().click();
    await page.getByLabel('编号').fill(code);
    await page.getByRole('button', { name: '查看', exact: true }).or(page.getByRole('button', { name: '查 看' })).click();
    await confirm(page, '查看', '收到举报，核实作品学校');
    await page.getByRole('table', { name: '查看编号对应的作品' }).getByText('青荷中学').waitFor();
    expect(await system.db.query(`SELECT reason FROM audit_record WHERE reason = '收到举报，核实作品学校'`)).toHaveLength(1);
    await opened.close();
  }, 120_000);

  it('locks with a reason for what is missing, unlocks, locks again and closes', async () => {
    const opened = await open(stage.secretariat, `/secretariat/panels/${panelId}`);
    const { page } = opened;
    const lock = async (): Promise<void> => {
      await page.getByRole('button', { name: '锁定本组' }).click();
      await dialog(page).getByText('有 1 项作品评分不足').waitFor();
      expect(await dialog(page).getByRole('button', { name: '锁定本组' }).isDisabled()).toBe(true);
      await dialog(page).getByPlaceholder('理由').fill('评委临时出差，已由组长说明');
      await opened.screenshot('secretariat-lock-1280', { fullPage: false });
      await dialog(page).getByRole('button', { name: '锁定本组' }).click();
      await page.getByText('已锁定').first().waitFor();
      await page.getByRole('button', { name: '重新打开' }).waitFor();
    };
    await lock();
    await page.getByRole('tab', { name: '评分', exact: true }).click();
    await page.locator('.panel-scores').getByText('75', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '重新打开' }).click();
    await confirm(page, '重新打开', '一位评委要求更正');
    await page.getByRole('button', { name: '锁定本组' }).waitFor();
    await lock();
    await page.getByRole('link', { name: '评委会秘书处' }).first().click();
    await page.getByRole('button', { name: '结束并汇总' }).click();
    await confirm(page, '结束并汇总');
    await page.getByText('本阶段已结束，评分已汇总').waitFor();
    await stage.snapshot('initial');
    await opened.close();
  }, 120_000);

  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const parts = ['judges', 'entries', 'assignments', 'divergence', 'concerns', 'scores'];
    const pages: [string, string][] = [['stage', '/secretariat'], ...parts.map((part): [string, string] => [part, `/secretariat/panels/${panelId}?part=${part}`])];
    const unfold = async (page: Page): Promise<void> => {
      for (const summary of await page.locator('details.stage-more > summary').all()) await summary.click();
    };
    const as = stage.province.client.cookieHeader();
    const stops = pages.map(([name, path]) => ({ name, path, as, ...(name === 'stage' && { first: unfold }) }));
    expect(await walk({ url: stage.system.url, width, lang, dark, group: 'secretariat' }, stops)).toEqual([]);
  }, 240_000);
});
