import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openBriskly, untilInPage, type OpenedPage } from '../support/browser.js';
import { JudgingStage, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk, type Stop } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let stage: JudgingStage;

beforeAll(async () => {
  system = await startSystem({ worker: true, webDir: await builtWebApp(), now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system);
  await stage.addEntries(3);
  const long = await stage.addEntry({ title: '用于视障人士的楼梯提醒拐杖（含超声波测距与振动反馈的第二代）', member: '买买提·吐尔逊' });
  await stage.addMaterial(long, 'report', '买买提·吐尔逊的研究报告.pdf');
  await stage.addJudges(5);
  await stage.openPanel('initial', stage.judges, { name: '初中组' });
  expect(await stage.assign('initial')).toMatchObject({ state: 'done' });
}, 300_000);
afterAll(closeBrowser);


const judge = (index: number): StagedJudge => stage.judges[index] as StagedJudge;
const open = (index: number, path = '/judge', options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> =>
  openBriskly({ url: system.url, path, as: judge(index).client.cookieHeader(), ...options });

interface StoredSheet {
  code: string;
  version: number;
  state: string;
  total: string | null;
  clientKey: string;
}

/** Everything the server holds of a judge's sheets. */
const sheetsOf = (index: number): Promise<StoredSheet[]> =>
  system.db.query<StoredSheet>(
    `SELECT c.code, s.version, s.state, s.total::text AS total, s.client_key AS "clientKey" FROM score_sheet s JOIN assignment a ON a.id = s.assignment_id JOIN entry_code c ON c.id = a.code_id
     WHERE a.judge_id = $1 ORDER BY c.code, s.version`,
    [judge(index).judgeId],
  );

const codeOf = async (page: Page): Promise<string> => (await page.locator('.desk-head .judge-code').textContent()) ?? '';
async function typeScores(page: Page, values: string[]): Promise<void> {
  const numbers = page.locator('.criterion-number input');
  await numbers.first().focus();
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}
async function until(what: () => Promise<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

describe('a judge at the desk', () => {
  it('scores by keyboard alone, gets a receipt, hands in and is led to the next entry', async () => {
    const opened = await open(0);
    const { page } = opened;
    await page.getByText('已提交 0 / 4，草稿 0').first().waitFor();
    await page.getByRole('link', { name: '开始评审' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.criterion-number input').first().waitFor();
    const first = await codeOf(page);
    await page.locator('.criterion-number input:focus').first().waitFor();
    expect(await page.locator('.criterion-number input').first().evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await typeScores(page, ['36', '25.5', '17']);
    await page.locator('.desk-total').getByText('78.5').waitFor();
    await page.getByText('还有 1 项未打分').waitFor();
    expect(await page.getByRole('button', { name: '提交评分' }).isDisabled()).toBe(true);
    await page.keyboard.type('8');
    await page.locator('.desk-total').getByText('86.5').waitFor();
    await page.getByText(/服务器已收到.*回执/).waitFor();
    await opened.screenshot('judge-desk-1280', { fullPage: false });
    await page.keyboard.press('Enter');
    const handIn = page.getByRole('button', { name: '提交评分' });
    await page.locator('button:focus', { hasText: '提交评分' }).waitFor();
    expect(await handIn.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    expect((await sheetsOf(0)).filter((sheet) => sheet.state === 'submitted')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText(`已收到 ${first} 的评分`).waitFor();
    await page.waitForFunction((code) => (globalThis as unknown as { document: { querySelector(name: string): { textContent: string } | null } }).document.querySelector('.desk-head .judge-code')?.textContent !== code, first);
    const stored = (await sheetsOf(0)).filter((sheet) => sheet.code === first);
    expect(stored.at(-1)).toMatchObject({ state: 'submitted', total: expect.stringMatching(/^86\.50*$/) });
    await page.keyboard.press('k');
    await page.waitForFunction((code) => (globalThis as unknown as { document: { querySelector(name: string): { textContent: string } | null } }).document.querySelector('.desk-head .judge-code')?.textContent === code, first);
    await page.getByRole('button', { name: '已提交' }).waitFor();
    expect(opened.errors).toEqual([]);
    await opened.close();
  }, 180_000);

  it('loses nothing when the network is cut while typing: reload, next entry, hand-in, all sent once when it is back', async () => {
    const opened = await open(1);
    const { page, context } = opened;
    await page.getByRole('link', { name: '开始评审' }).click();
    await page.locator('.criterion-number input').first().waitFor();
    const first = await codeOf(page);
    await typeScores(page, ['30']);
    await page.getByText(/服务器已收到.*回执/).waitFor();
    // The app's files and the entries ahead are on the device once the worker of the page has them.
    await untilInPage(page, async (path: string) => (await (globalThis as unknown as { caches: { match(path: string): Promise<unknown> } }).caches.match(path)) !== undefined, '/');
    await page.waitForTimeout(1_500);

    await context.setOffline(true);
    const numbers = page.locator('.criterion-number input');
    await numbers.nth(1).fill('20');
    await numbers.nth(2).fill('15');
    await numbers.nth(3).fill('6');
    await page.getByText(/已存在本机/).waitFor();
    await opened.screenshot('judge-desk-offline-1280', { fullPage: false });
    const before = await sheetsOf(1);
    await page.reload();
    await numbers.nth(3).waitFor();
    await page.waitForFunction(() => [...(globalThis as unknown as { document: { querySelectorAll(name: string): Iterable<{ value: string }> } }).document.querySelectorAll('.criterion-number input')].map((field) => Number(field.value)).join() === '30,20,15,6');
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText(`${first} 的评分已存在本机`).waitFor();
    await page.waitForFunction((code) => (globalThis as unknown as { document: { querySelector(name: string): { textContent: string } | null } }).document.querySelector('.desk-head .judge-code')?.textContent !== code, first);
    const second = await codeOf(page);
    await typeScores(page, ['40', '30', '20', '10']);
    await page.getByText(/已存在本机，联网后自动提交/).first().waitFor();
    // What a dying page sent may have arrived without its answer; nothing that was typed or handed in afterwards has.
    const meanwhile = await sheetsOf(1);
    expect(meanwhile.length - before.length).toBeLessThanOrEqual(1);
    expect(meanwhile.filter((sheet) => sheet.state === 'submitted' || sheet.code === second)).toEqual([]);

    await context.setOffline(false);
    await until(async () => (await sheetsOf(1)).filter((sheet) => sheet.code === first).at(-1)?.state === 'submitted');
    await until(async () => (await sheetsOf(1)).some((sheet) => sheet.code === second));
    await page.getByText(/服务器已收到.*回执/).waitFor();
    await page.waitForTimeout(11_000);
    const stored = await sheetsOf(1);
    expect(new Set(stored.map((sheet) => sheet.clientKey)).size).toBe(stored.length);
    expect(stored.filter((sheet) => sheet.code === first && sheet.state === 'submitted')).toMatchObject([{ total: expect.stringMatching(/^71(\.0*)?$/) }]);
    expect(stored.filter((sheet) => sheet.code === second)).toMatchObject([{ version: 1, state: 'draft', total: expect.stringMatching(/^100(\.0*)?$/) }]);
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.getByText('已提交 1 / 4，草稿 1').first().waitFor();
    const inTurn = await page.locator('.judge-queue .judge-code').allTextContents();
    expect([inTurn[0], inTurn.at(-1)]).toEqual([second, first]);
    await opened.close();
  }, 240_000);

  it('shows its last words again when an entry is opened again, and offers what another window has overtaken', async () => {
    const opened = await open(2);
    const { page } = opened;
    await page.getByRole('link', { name: '开始评审' }).click();
    await page.locator('.criterion-number input').first().waitFor();
    const code = await codeOf(page);
    await typeScores(page, ['11']);
    await page.getByText(/服务器已收到.*回执/).waitFor();
    await page.getByRole('link', { name: '下一项' }).click();
    await page.locator('.desk-foot').getByText('2 / 4').waitFor();
    await page.getByRole('link', { name: '上一项' }).click();
    await page.locator('.desk-foot').getByText('1 / 4').waitFor();
    await page.locator('.criterion-number input').first().waitFor();
    expect(await codeOf(page)).toBe(code);
    expect(Number(await page.locator('.criterion-number input').first().inputValue())).toBe(11);
    const { body: queue } = await judge(2).client.get('/api/judge/queue?size=200');
    const { assignmentId, version } = queue.rows.find((row: { code: string }) => row.code === code);
    expect((await judge(2).client.put(`/api/judge/assignments/${assignmentId}/sheet`, { clientKey: 'from-another-window', baseVersion: version, values: { innovation: '12' }, privateNote: '', juryComment: '', participantComment: '' })).status).toBe(200);
    await page.locator('.criterion-number input').nth(1).fill('9');
    await page.getByText('这份内容已在别处被修改').waitFor();
    await page.reload();
    await page.locator('.note.needs').getByRole('button').first().waitFor();
    expect(Number(await page.locator('.criterion-number input').first().inputValue())).toBe(12);
    await opened.close();
  }, 120_000);
});

describe('every page of a judge', () => {
  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const { body: queue } = await judge(3).client.get('/api/judge/queue?size=200');
    const long = queue.rows.find((row: { title: string }) => row.title.startsWith('用于视障人士')).assignmentId as string;
    const as = judge(3).client.cookieHeader();
    const never = /买买提/;
    const toTheSheet = async (page: Page): Promise<void> => {
      if (width < 900) await page.locator('.desk-do .on-narrow').click();
    };
    const stops: Stop[] = [
      { name: 'home', path: '/judge', as, never },
      { name: 'profile', path: '/judge/profile', as, never },
      { name: 'desk', path: `/judge/desk/${long}`, as, never, fullPage: false, first: toTheSheet },
    ];
    expect(await walk({ url: stage.system.url, width, lang, dark, group: 'judge' }, stops)).toEqual([]);
  }, 180_000);
});
