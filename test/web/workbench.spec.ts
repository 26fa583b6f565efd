import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, settled, type OpenedPage } from '../support/browser.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk, type Stop } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';
import type { Role } from '#libs/identity';

let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp(), now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
}, 240_000);
afterAll(closeBrowser);

async function open(role: Role, path = '/workbench', options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> {
  const { client } = await desk.cast.as(role);
  return openPage({ url: system.url, path, as: client.cookieHeader(), ...options });
}

const drawer = (page: Page) => page.locator('.ant-drawer');
async function tickAll(page: Page): Promise<void> {
  await drawer(page).locator('.decide').waitFor();
  for (const box of await drawer(page).locator('.checks input').all()) await box.check();
}
const stateOf = async (id: string): Promise<string> => must(await (await desk.cast.as('coach')).client.get(desk.url(id))).state;

describe('the workbench', () => {
  it('with nothing to do says what will appear', async () => {
    const opened = await open('school_admin');
    await opened.page.getByText('现在没有等您处理的申报').waitFor();
    await opened.screenshot('workbench-empty-1280');
    await opened.close();
  }, 60_000);

  it('lets a school return with a reason that the coach reads, and approve after the check list', async () => {
    const entry = await desk.submitted({ title: '稻田养蛙对稻飞虱数量影响的调查' });
    const opened = await open('school_admin');
    const { page } = opened;
    await page.getByRole('button', { name: '稻田养蛙对稻飞虱数量影响的调查' }).click();
    await drawer(page).getByRole('button', { name: '退回修改' }).click();
    await drawer(page).getByLabel('退回理由').fill('研究报告第 3 页缺少对照数据，请补充。');
    await drawer(page).locator('input[type=datetime-local]').fill('2026-12-20T17:00');
    await drawer(page).getByRole('button', { name: '退回修改' }).click();
    await page.getByText('作者会收到通知').waitFor();
    expect(await stateOf(entry.id)).toBe('returned');
    await opened.close();

    const coach = await open('coach', `/entries/${entry.id}`);
    await coach.page.getByText('研究报告第 3 页缺少对照数据，请补充。').first().waitFor();
    await coach.page.getByText('修改截止 2026年12月20日 17:00').first().waitFor();
    await coach.screenshot('entries-returned-1280');
    const { client } = await desk.cast.as('coach');
    const version = must(await client.get(desk.url(entry.id))).version as number;
    must(await client.post(desk.url(entry.id, '/submit'), { version }));
    await coach.close();

    const again = await open('school_admin', `/workbench?entry=${entry.id}`);
    const approve = drawer(again.page).getByRole('button', { name: '审核通过' });
    await approve.waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await tickAll(again.page);
    await approve.click();
    await again.page.getByText('已通过“稻田养蛙对稻飞虱数量影响的调查”').waitFor();
    expect(await stateOf(entry.id)).toBe('school_approved');
    await again.close();
  }, 180_000);

  it('tells the prefecture when its places are used up, and shows the effects of a batch before it acts', async () => {
    const titles = ['古丈毛尖茶园土壤酸化的成因与改良', '废旧电池分类提示装置', '防溺水智能手环'];
    for (const title of titles) await desk.atPrefecture({ title });
    must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 1));
    const opened = await open('prefecture_admin');
    const { page } = opened;
    await page.getByText('0 / 1').waitFor();
    await page.getByRole('button', { name: titles[0] as string }).click();
    await tickAll(page);
    await drawer(page).getByRole('button', { name: '推荐', exact: true }).click();
    await page.getByText(`已推荐“${titles[0]}”`).waitFor();
    await page.getByText('1 / 1').waitFor();
    await page.getByText('名额已用完').waitFor();

    await drawer(page).getByText(titles[1] as string).waitFor();
    await tickAll(page);
    await drawer(page).getByRole('button', { name: '推荐', exact: true }).click();
    await drawer(page).getByRole('alert').getByText(/名额/).waitFor();
    await opened.screenshot('workbench-quota-1280', { fullPage: false });
    await page.keyboard.press('Escape');

    await settled(page);
    for (const box of await page.locator('tbody.ant-table-tbody tr.ant-table-row input[type=checkbox]').all()) await box.check();
    await page.getByRole('button', { name: '推荐', exact: true }).click();
    const dialog = page.locator('.ant-modal');
    await dialog.getByText('超出 2 个名额').waitFor();
    expect(await dialog.getByRole('button', { name: /^推荐 0 项/ }).isDisabled()).toBe(true);
    await opened.screenshot('workbench-batch-over-1280', { fullPage: false });
    await dialog.getByRole('button', { name: '取消' }).click();

    must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 3));
    await page.getByRole('button', { name: '推荐', exact: true }).click();
    await dialog.getByText('1 → 3 / 3').waitFor();
    for (const box of await dialog.locator('.checks input').all()) await box.check();
    await dialog.getByRole('button', { name: '推荐 2 项' }).click();
    await page.getByText('已处理 2 项').waitFor();
    await page.getByText('现在没有等您处理的申报').waitFor();
    await opened.close();
  }, 240_000);

  it('lets the province disqualify only with a reason', async () => {
    must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 10));
    const ready = await desk.atPrefecture({ title: '用于视障人士的楼梯提醒拐杖' });
    must(await desk.decide(await desk.cast.as('prefecture_admin'), ready, 'recommend'));
    const opened = await open('province_admin', `/workbench?entry=${ready.id}`);
    const { page } = opened;
    await drawer(page).getByRole('button', { name: '取消资格' }).click();
    const dialog = page.locator('.ant-modal');
    const act = dialog.getByRole('button', { name: '取消资格' });
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByLabel('理由和依据').fill('研究报告与往届作品雷同，附比对记录。');
    await act.click();
    await drawer(page).locator('.state', { hasText: '取消资格' }).waitFor();
    expect(await stateOf(ready.id)).toBe('disqualified');
    await opened.close();
  }, 120_000);

  it('ranks by keyboard, draws the line of places, and keeps the order', async () => {
    const titles = ['甲号观察', '乙号观察', '丙号观察'];
    for (const title of titles) {
      const entry = await desk.submitted({ title });
      must(await desk.decide(await desk.cast.as('school_admin'), entry, 'approve'));
    }
    const { used } = must<{ used: number }[]>(await (await desk.cast.as('county_admin')).client.get(`/api/editions/${desk.editionId}/quotas?level=county`))[0] ?? { used: 0 };
    must(await desk.setPlaces('county', desk.cast.units.here.county, used + 2));
    const opened = await open('county_admin', '/workbench/ranking');
    const { page } = opened;
    const rows = page.locator('.ranks li[data-row]');
    const order = async (): Promise<string[]> => (await rows.locator('strong').allTextContents()).filter((title) => titles.includes(title));
    /** Each save by its own answer: what was said of the last one may still stand there. */
    const save = async (): Promise<void> => {
      const stored = page.waitForResponse((response) => response.url().endsWith('/api/entry-rankings') && response.request().method() === 'PUT');
      await page.getByRole('button', { name: '保存顺序' }).click();
      expect((await stored).ok()).toBe(true);
      await page.getByText(/已保存 \d+ 项的顺序/).first().waitFor();
    };
    await rows.first().waitFor();
    await save();
    const before = await order();
    await page.locator('.ranks li', { hasText: before[2] as string }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await order()).toEqual([before[2], before[0], before[1]]);
    await save();
    await page.reload();
    await rows.first().waitFor();
    expect(await order()).toEqual([before[2], before[0], before[1]]);
    expect(await page.locator('.ranks li').nth(2).textContent()).toBe('名额到此为止（还剩 2 个）');
    await opened.screenshot('workbench-ranking-1280');
    await opened.close();
  }, 180_000);
});

describe('every part of the workbench', () => {
  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const entry = await desk.submitted({ title: '用于视障人士的楼梯提醒拐杖（含超声波测距与振动反馈的第二代）', members: [desk.pupil({ name: '买买提·吐尔逊' })] });
    const pages: [string, Role, string][] = [
      ['list', 'school_admin', '/workbench'], ['drawer', 'school_admin', `/workbench?entry=${entry.id}`], ['prefecture', 'prefecture_admin', '/workbench?view=all'], ['ranking', 'school_admin', '/workbench/ranking'],
      ['dashboard', 'province_admin', '/workbench/dashboard'], ['board', 'county_admin', '/workbench/board'], ['imports', 'school_admin', '/imports'], ['reader', 'supervisor', '/workbench'],
    ];
    const stops: Stop[] = [];
    for (const [name, role, path] of pages) {
      const shown = name === 'drawer' ? { fullPage: false, first: async (page: Page) => drawer(page).locator('.decide').waitFor() } : {};
      stops.push({ name, path, as: (await desk.cast.as(role)).client.cookieHeader(), ...shown });
    }
    expect(await walk({ url: system.url, width, lang, dark, group: 'workbench' }, stops)).toEqual([]);
  }, 240_000);
});
