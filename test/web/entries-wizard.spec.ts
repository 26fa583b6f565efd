import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, settled, theBrowser, type OpenedPage } from '../support/browser.js';
import { idNumber, PASSWORD } from '../support/cast.js';
import { must, pdf, png, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';

const ABSTRACT = '我们用光敏电阻、土壤湿度传感器和小水泵做了一种装置，连续三十天记录湿度与水位，并与人工浇水作了对照。'.repeat(3);
let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp(), now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
}, 240_000);
afterAll(closeBrowser);

async function asCoach(path: string, options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> {
  const { client } = await desk.cast.as('coach');
  return openPage({ url: system.url, path, as: client.cookieHeader(), ...options });
}

const saved = (page: Page): Promise<void> => page.locator('.wizard-bar .save-state.good').waitFor({ timeout: 15_000 });
const step = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: '申报步骤' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
};
const put = (page: Page, slot: string, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  page.locator(`#f-materials-${slot} input[type=file]`).setInputFiles({ name, mimeType, buffer });
const confirm = (page: Page, verb: string): Promise<void> => page.locator('.ant-modal').getByRole('button', { name: verb }).click();
/** The tab dies without a farewell, as on a phone that is short of memory. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
/** Runs in the page: how many pieces of unsent work the device holds. */
const KEPT_HERE = `new Promise((resolve, reject) => {
  const opened = indexedDB.open('qingsai-drafts');
  opened.onerror = () => reject(opened.error);
  opened.onsuccess = () => {
    const counted = opened.result.transaction('drafts').objectStore('drafts').count();
    counted.onsuccess = () => { opened.result.close(); resolve(counted.result); };
  };
})`;
const entryIdOf = (page: Page): string => /entries\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

describe('the wizard', () => {
  it('leads from nothing to a received entry, through a dead network, a closed tab and a reload', async () => {
    const opened = await asCoach('/entries');
    let { page } = opened;
    await page.getByText('还没有申报').waitFor();
    await page.getByRole('link', { name: '新建申报' }).click();
    await page.getByText('青少年科技创新成果').click();
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.waitForURL('**/edit/project');
    const id = entryIdOf(page);

    await page.getByLabel('项目名称').fill('自动浇水与光照补偿装置');
    await page.getByText('初中组').click();
    await page.getByText('B类').click();
    await page.getByLabel('学科').selectOption('EN');
    await saved(page);
    await page.locator('.wizard-steps [aria-current=step] .mark', { hasText: '✓' }).waitFor();

    await opened.context.setOffline(true);
    await step(page, '内容');
    await page.locator('#f-form-abstract').fill(ABSTRACT);
    await page.getByText('离线，已存在本机，联网后自动提交').waitFor();
    await opened.context.setOffline(false);
    await saved(page);
    expect((await stored(id)).form.abstract).toBe(ABSTRACT);

    // Typed without a network, the tab gone at one blow (a closing one would send its work if the network were just back): the device still has it, and offers it.
    await opened.context.setOffline(true);
    await page.locator('#f-form-startDate').fill('2026-03-01');
    await page.getByText('离线，已存在本机，联网后自动提交').waitFor();
    await crash(page);
    await opened.context.setOffline(false);
    page = await opened.context.newPage();
    await page.goto(`/entries/${id}/edit/content`);
    await page.getByRole('button', { name: '恢复这些内容' }).waitFor();
    expect(await page.locator('#f-form-startDate').inputValue()).toBe('');
    await page.getByRole('button', { name: '恢复这些内容' }).click();
    expect(await page.locator('#f-form-startDate').inputValue()).toBe('2026-03-01');
    await page.locator('#f-form-endDate').fill('2025-02-01');
    await page.getByText('“研究开始日期”不能晚于“研究完成日期”').first().waitFor();
    await page.locator('#f-form-endDate').fill('2026-09-01');
    await page.locator('#f-form-noveltyDate').fill('2026-09-10');
    await saved(page);

    // The server has it and its answer is lost with the tab: nobody is asked about what is already there.
    await page.route(/\/api\/entries\//, async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByText('未使用').click();
    await page.getByText('离线，已存在本机，联网后自动提交').waitFor();
    expect(await page.evaluate(KEPT_HERE)).toBe(1);
    await crash(page);
    page = await opened.context.newPage();
    await page.goto(`/entries/${id}/edit/content`);
    for (let tries = 0; tries < 200 && (await page.evaluate(KEPT_HERE)) !== 0; tries++) await page.waitForTimeout(50);
    expect(await page.evaluate(KEPT_HERE)).toBe(0);
    expect(await page.getByRole('button', { name: '恢复这些内容' }).count()).toBe(0);
    expect(await page.locator('#f-form-endDate').inputValue()).toBe('2026-09-01');
    expect((await stored(id)).form).toMatchObject({ startDate: '2026-03-01', endDate: '2026-09-01', aiUse: 'none' });

    await step(page, '成员');
    await page.getByText('填写新的成员').first().click();
    await page.locator('#f-name').fill('买买提·吐尔逊');
    await page.locator('#f-idNumber').fill(idNumber('2013-05-06', 7));
    expect(await page.locator('#f-birthDate').inputValue()).toBe('2013-05-06');
    expect(await page.locator('#f-sex').inputValue()).toBe('M');
    await page.locator('#f-schoolStage').selectOption('junior');
    await page.locator('#f-grade').selectOption('初一');
    await page.getByRole('button', { name: '添加这名成员' }).click();
    await page.getByText('第 1 作者 买买提·吐尔逊').waitFor();

    await step(page, '材料');
    await put(page, 'report', '研究报告.pdf', 'application/pdf', pdf(12, 'wizard'));
    await page.getByRole('link', { name: '研究报告.pdf', exact: true }).waitFor();
    await put(page, 'novelty', '查新报告.pdf', 'application/pdf', pdf(2, 'wizard-n'));
    await page.getByRole('link', { name: '查新报告.pdf', exact: true }).waitFor();
    await put(page, 'raw', '假的.pdf', 'application/pdf', Buffer.from('MZ this is no PDF at all'));
    await page.locator('#f-materials-raw [role=alert]').waitFor();
    await put(page, 'raw', '记录.pdf', 'application/pdf', pdf(4, 'wizard-r'));
    await page.getByRole('link', { name: '记录.pdf', exact: true }).waitFor();
    for (const number of [1, 2]) {
      await put(page, 'images', `图${number}.png`, 'image/png', png(1200, 900, `wizard-${number}`));
      await page.getByRole('link', { name: `图${number}.png`, exact: true }).waitFor();
    }
    await page.getByRole('button', { name: '生成申报书（PDF）' }).click();
    await page.getByText('最近打印的与现在的内容一致').waitFor();
    const printed = await page.getByRole('link', { name: '打开申报书 PDF' }).getAttribute('href');
    expect((await (await desk.cast.as('coach')).client.get(printed ?? '')).text.startsWith('%PDF-')).toBe(true);
    await put(page, 'stampedForm', '申报书.pdf', 'application/pdf', pdf(1, 'wizard-s'));
    await page.getByRole('link', { name: '申报书.pdf', exact: true }).waitFor();
    await page.getByText('扫描件一致').waitFor();

    await step(page, '同意与承诺');
    await page.getByRole('button', { name: '生成同意链接' }).click();
    await page.getByRole('img', { name: /二维码/ }).waitFor();
    const link = await page.getByRole('textbox', { name: '同意链接' }).inputValue();
    await agree(link);
    await page.reload();
    await settled(page);
    await page.locator('.state.good', { hasText: '已同意' }).waitFor();
    await page.getByRole('button', { name: '登记纸质签名' }).click();
    await confirm(page, '登记纸质签名');
    await page.getByRole('button', { name: '本人承诺' }).click();
    await confirm(page, '本人承诺');
    await page.getByText('全部填好了').waitFor();

    await step(page, '预览与提交');
    const shown = await page.locator('.judge-view').innerText();
    expect(shown).toContain('自动浇水与光照补偿装置');
    expect(shown).not.toMatch(/买买提|青荷|研究报告\.pdf/);
    await page.getByRole('button', { name: '提交给学校' }).click();
    await page.locator('.ant-modal').getByText('交给青荷中学审核。').waitFor();
    await confirm(page, '提交给学校');
    await page.getByText('服务器已收到').waitFor();
    expect(await page.locator('.receipt').textContent()).toMatch(/^4701\d{6}-\d+$/);
    expect(await stored(id)).toMatchObject({ state: 'submitted', members: [{ name: '买买提·吐尔逊', consent: 'granted', signed: true }] });
    await opened.close();
  }, 240_000);

  it('shows both versions when two tabs change the same field, and keeps the chosen one', async () => {
    const coach = await desk.cast.as('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const first = await asCoach(`/entries/${entry.id}/edit/project`);
    const second = await first.context.newPage();
    await second.goto(`/entries/${entry.id}/edit/project`);
    await settled(second);
    await first.page.getByLabel('项目名称').fill('第一个页面的名称');
    await saved(first.page);
    await second.getByLabel('项目名称').fill('第二个页面的名称');
    const dialog = second.locator('.ant-modal');
    await dialog.getByText('第一个页面的名称').waitFor();
    await dialog.getByText('第二个页面的名称').waitFor();
    expect((await stored(entry.id)).title).toBe('第一个页面的名称');
    await dialog.getByText('这里填写的').click();
    await dialog.getByRole('button', { name: '按所选继续' }).click();
    await saved(second);
    expect((await stored(entry.id)).title).toBe('第二个页面的名称');

    await first.page.getByLabel('项目名称').fill('又一个名称');
    await first.page.locator('.ant-modal').getByText('服务器上的').click();
    await first.page.locator('.ant-modal').getByRole('button', { name: '按所选继续' }).click();
    await first.page.locator('.ant-modal').waitFor({ state: 'hidden' });
    expect(await first.page.getByLabel('项目名称').inputValue()).toBe('第二个页面的名称');
    expect((await stored(entry.id)).title).toBe('第二个页面的名称');
    await first.close();
  }, 120_000);

  it('keeps what is typed when the session ends, and sends it after signing in again', async () => {
    const coach = await desk.cast.as('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const own = await desk.cast.logIn(coach.login);
    const opened = await openPage({ url: system.url, path: `/entries/${entry.id}/edit/project`, as: own.cookieHeader() });
    await own.delete('/api/session');
    await opened.page.getByLabel('项目名称').fill('登录过期时填写的名称');
    await opened.page.getByText('登录已过期').first().waitFor();
    expect((await stored(entry.id)).title).toBe('');
    await opened.page.getByLabel('密码').fill(PASSWORD);
    await opened.page.getByRole('button', { name: '继续', exact: true }).click();
    await saved(opened.page);
    expect((await stored(entry.id)).title).toBe('登录过期时填写的名称');
    await opened.close();
  }, 120_000);

  it('goes on with an upload when the network fails in the middle of it', async () => {
    const coach = await desk.cast.as('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const opened = await asCoach(`/entries/${entry.id}/edit/materials`);
    let failures = 3;
    await opened.page.route('**/api/uploads/**', (route) => (route.request().method() === 'PATCH' && failures-- > 0 ? route.abort('connectionreset') : route.continue()));
    await put(opened.page, 'report', '断网重传.pdf', 'application/pdf', pdf(5, 'x'.repeat(6_000_000)));
    await opened.page.getByText(/网络中断，正在重试 断网重传\.pdf/).waitFor();
    await opened.page.getByRole('link', { name: '断网重传.pdf', exact: true }).waitFor();
    expect((await stored(entry.id)).materials).toMatchObject([{ slot: 'report', name: '断网重传.pdf', pages: 5 }]);
    await put(opened.page, 'report', '第二版.pdf', 'application/pdf', pdf(6, 'second'));
    await opened.page.getByRole('link', { name: '第二版.pdf', exact: true }).waitFor();
    await opened.page.getByText('全部版本').first().click();
    await opened.page.getByText(/^\d{4}年.*停用$/).waitFor();
    await opened.close();
  }, 120_000);

  it('takes no more typing once the deadline has passed', async () => {
    const coach = await desk.cast.as('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const opened = await openPage({ url: system.url, path: '/entries', as: coach.client.cookieHeader() });
    await opened.page.clock.install({ time: new Date('2027-01-31T16:55:00+08:00') });
    await opened.page.route('**/api/live**', (route) => route.abort());
    let now = '2027-01-31T08:55:00.000Z';
    await opened.page.route('**/api/clock', (route) => route.fulfill({ json: { now, rehearsal: false } }));
    await opened.page.goto(`/entries/${entry.id}/edit/project`);
    await opened.page.getByLabel('项目名称').waitFor();
    expect(await opened.page.getByLabel('项目名称').isDisabled()).toBe(false);
    now = '2027-01-31T09:01:00.000Z';
    await opened.page.clock.fastForward(6 * 60_000);
    await opened.page.getByText('截止时间已过').waitFor();
    expect(await opened.page.getByLabel('项目名称').isDisabled()).toBe(true);
    await opened.page.unrouteAll({ behavior: 'ignoreErrors' });
    await opened.close();
  }, 60_000);

  it('makes a student the first author, who adds the coach by name and never sees the register', async () => {
    const { client } = await desk.cast.as('student');
    const opened = await openPage({ url: system.url, path: '/entries/new', as: client.cookieHeader(), width: 390 });
    const { page } = opened;
    await page.getByText('青少年科技创新成果').click();
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.waitForURL('**/edit/project');
    await step(page, '成员');
    await page.getByText('第 1 作者').waitFor();
    await page.getByRole('button', { name: '添加成员' }).click();
    expect(await page.getByText('从学校名册中选').count()).toBe(0);
    await step(page, '辅导教师');
    await page.locator('#f-name').fill('周远航');
    await page.locator('#f-post').fill('科学教师');
    await page.getByRole('button', { name: '添加这名辅导教师' }).click();
    await page.locator('.item', { hasText: '周远航' }).getByText(/科学教师/).waitFor();
    await step(page, '同意与承诺');
    await page.getByRole('button', { name: '本人承诺' }).waitFor();
    expect(opened.errors).toEqual([]);
    await opened.screenshot('entries-student-consents-390');
    await opened.close();
  }, 90_000);

  it('takes a member from the school register and completes what the register lacks', async () => {
    const coach = await desk.cast.as('coach');
    must(await coach.client.post('/api/people', { kind: 'student', schoolId: desk.cast.units.here.school, name: '向思语', sex: 'F', stage: 'junior', grade: '初二' }));
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const opened = await asCoach(`/entries/${entry.id}/edit/members`);
    const { page } = opened;
    await page.getByLabel('按姓名查找').fill('向思');
    await page.getByRole('button', { name: '选择 向思语' }).click();
    const card = page.locator('.item', { hasText: '第 1 作者 向思语' });
    await card.getByText('证件号码未登记').waitFor();
    await card.getByLabel('证件号码').fill(idNumber('2011-07-08', 22));
    expect(await card.getByLabel('出生日期').inputValue()).toBe('2011-07-08');
    await card.getByRole('button', { name: '补录', exact: true }).click();
    await card.getByText('证件号码已登记').waitFor();
    expect(await card.getByLabel('证件号码').count()).toBe(0);
    expect((await stored(entry.id)).members).toMatchObject([{ name: '向思语', hasIdentity: true, birthDate: '2011-07-08' }]);
    await opened.close();
  }, 90_000);

  it('leads from a missing point to its field, by keyboard alone', async () => {
    const coach = await desk.cast.as('coach');
    const entry = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    const opened = await asCoach(`/entries/${entry.id}/edit/project`);
    const point = opened.page.getByRole('link', { name: '“项目摘要”没有填写' });
    await point.focus();
    await opened.page.keyboard.press('Enter');
    await opened.page.waitForFunction(() => (globalThis as unknown as { document: { activeElement: { id: string } } }).document.activeElement.id === 'f-form-abstract');
    await opened.page.keyboard.type('短');
    await opened.page.getByText('至少 100 个字，现在 1 个').first().waitFor();
    await opened.close();
  }, 60_000);
});

describe('every page of an entry', () => {
  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const complete = await desk.complete({ members: [desk.pupil({ name: '买买提·吐尔逊', birthDate: '2013-03-04' }), desk.pupil({ name: '欧阳子墨' })] });
    const paths = ['/entries', '/entries/new', `/entries/${complete.id}`, ...['project', 'content', 'members', 'coaches', 'materials', 'consents', 'review'].map((name) => `/entries/${complete.id}/edit/${name}`)];
    const as = (await desk.cast.as('coach')).client.cookieHeader();
    const stops = paths.map((path) => ({ name: path.split('/').slice(-1)[0]?.slice(0, 10) ?? '', path, as }));
    expect(await walk({ url: system.url, width, lang, dark, group: 'entries' }, stops)).toEqual([]);
  }, 240_000);
});

async function stored(id: string): Promise<any> {
  return must(await (await desk.cast.as('coach')).client.get(desk.url(id)));
}

/** The guardian on a phone, with nothing but the link. */
async function agree(link: string): Promise<void> {
  const phone = await (await theBrowser()).newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await phone.newPage();
  await page.goto(`${system.url}${new URL(link).pathname}`);
  await page.getByLabel('监护人姓名').fill('吐尔逊·买买提');
  await page.getByText('父亲').click();
  await page.getByText('已经看完并理解').click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('已记录：您已同意').waitFor();
  await phone.close();
}
