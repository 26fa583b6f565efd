import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, settled, untilInPage, type OpenedPage } from '../support/browser.js';
import { Cast, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk, type Stop } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';
import { seedPortal } from './portal-seed.js';
import type { Role } from '#libs/identity';

let system: TestSystem;
let cast: Cast;
let editions: { open: string; preparing: string };
beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp() });
  await system.db.query('UPDATE security_policy SET require_second_factor = false');
  cast = await Cast.assemble(system);
  editions = await seedPortal(cast, system.clock.now());
  const coach = await cast.as('coach');
  for (const [index, state] of ['sent', 'failed', 'uncertain', 'skipped', 'waiting'].entries()) {
    await system.db.query(
      `WITH n AS (INSERT INTO notice (account_id, template, dedupe_key, created_at) VALUES ($1, 'entry.returned', $2, now()) RETURNING id)
       INSERT INTO delivery (notice_id, channel, state, attempts, error, created_at, changed_at) SELECT id, $3, $2, $4, $5, now(), now() FROM n`,
      [coach.accountId, state, index % 2 ? 'email' : 'sms', index, state === 'sent' ? null : 'email was not taken: 451 4.7.1 Greylisting in action, please come back later'],
    );
  }
}, 180_000);
afterAll(closeBrowser);

async function open(role: Role, path: string, options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> {
  const { client } = await cast.as(role);
  return openPage({ url: system.url, path, as: client.cookieHeader(), ...options });
}

/** The whole text of the rules' editor, by the clipboard, as an organiser takes it elsewhere: only the lines in view are in the page. */
async function rules(page: Page): Promise<string> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  return page.evaluate(() => {
    const view = globalThis as unknown as { DataTransfer: new () => { getData(type: string): string }; ClipboardEvent: new (type: string, init: object) => Event; document: { querySelector(selector: string): { dispatchEvent(event: Event): boolean } | null } };
    const clipboardData = new view.DataTransfer();
    view.document.querySelector('.cm-content')?.dispatchEvent(new view.ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

async function pasteRules(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.evaluate((pasted) => {
    const view = globalThis as unknown as { DataTransfer: new () => { setData(type: string, text: string): void }; ClipboardEvent: new (type: string, init: object) => Event; document: { querySelector(selector: string): { dispatchEvent(event: Event): boolean } | null } };
    const clipboardData = new view.DataTransfer();
    clipboardData.setData('text/plain', pasted);
    view.document.querySelector('.cm-content')?.dispatchEvent(new view.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('the administration', () => {
  const pages = (): [string, string, Role][] => [
    ['home', '/admin', 'province_admin'], ['people', '/admin/people', 'province_admin'], ['schools', '/admin/schools', 'province_admin'], ['editions', '/admin/editions', 'province_admin'],
    ['calendar', `/admin/editions/${editions.open}`, 'province_admin'], ['rulebook', `/admin/editions/${editions.preparing}/rulebook`, 'province_admin'],
    ['defaults', `/admin/editions/${editions.preparing}/defaults`, 'province_admin'], ['quotas', `/admin/editions/${editions.open}/quotas`, 'province_admin'],
    ['announcements', '/admin/announcements', 'province_admin'], ['queues', '/admin/queues', 'system_admin'], ['audit', '/admin/audit', 'supervisor'], ['contests', '/admin/contests', 'province_admin'],
    ['deliveries', '/admin/deliveries', 'system_admin'], ['policy', '/admin/security', 'system_admin'],
    ['account', '/account', 'province_admin'], ['security', '/account/security', 'province_admin'], ['notices', '/account/notices', 'province_admin'],
  ];

  it.each(LOOKS)('has no violation and fits at %i px (%s, dark: %s)', async (width, lang, dark) => {
    const stops: Stop[] = [];
    for (const [name, path, role] of pages()) stops.push({ name, path, as: (await cast.as(role)).client.cookieHeader() });
    expect(await walk({ url: system.url, width, lang, dark, group: 'admin' }, stops)).toEqual([]);
  }, 180_000);

  it('names a contest and an edition anew', async () => {
    const { page, close } = await open('province_admin', '/admin/contests', { width: 390 });
    await page.getByRole('button', { name: /^修改/ }).first().click();
    const dialog = page.locator('.ant-modal');
    await dialog.locator('#contest_name').fill('湖');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.locator('.problems').waitFor();
    await dialog.locator('#contest_name').fill('湖南省青少年科技创新大赛（更名）');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '湖南省青少年科技创新大赛（更名）' }).waitFor();
    await page.goto(`/admin/editions/${editions.open}`);
    await page.getByRole('button', { name: '修改名称' }).click();
    await page.locator('#names_nameEn').fill('46th, renamed');
    await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click();
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    expect(await system.db.first('SELECT name_en AS name FROM edition WHERE id = $1', [editions.open])).toEqual({ name: '46th, renamed' });
    await close();
  });

  it('asks for a recovery, which the owner is shown and stops', async () => {
    const owner = await cast.as('county_admin');
    const above = await open('prefecture_admin', `/admin/people/${owner.accountId}`);
    expect(await above.page.getByRole('button', { name: '重发链接' }).count()).toBe(0);
    await above.page.getByRole('button', { name: '申请重设密码' }).click();
    await above.page.locator('.ant-modal textarea').fill('本人到办公室，忘记密码');
    await above.page.locator('.ant-modal').getByRole('button', { name: '提出申请' }).click();
    await above.page.getByText('等待另一位管理员同意').waitFor();
    await above.screenshot('admin-recovery-1280-zh');
    expect(await above.violations()).toEqual([]);
    await above.close();
    const own = await open('county_admin', '/account/security', { width: 390 });
    await own.page.getByText('本人到办公室，忘记密码').waitFor();
    await own.screenshot('account-recovery-390-zh');
    expect(await own.violations()).toEqual([]);
    expect(await own.overflow()).toEqual([]);
    await own.page.getByRole('button', { name: '不是我要求的，停止' }).click();
    await own.page.getByText('有人为您的账号申请恢复').waitFor({ state: 'detached' });
    await own.close();
  });

  it('registers a school, shows its likely duplicate, and merges the two', async () => {
    const { page, close } = await open('prefecture_admin', '/admin/schools');
    await page.getByRole('button', { name: '登记学校' }).click();
    const dialog = page.locator('.ant-modal');
    await dialog.locator('#school_countyId').fill('芙蓉');
    await page.locator('.ant-select-item-option', { hasText: '芙蓉' }).first().click();
    await dialog.locator('#school_name').fill('青荷中学校');
    await dialog.getByText('名称相近的学校').waitFor();
    await dialog.getByRole('link', { name: '青荷中学', exact: true }).waitFor();
    await dialog.getByText('已核对，确实是另一所学校').click();
    await dialog.getByText('初中', { exact: true }).click();
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL('**/admin/schools/*-*');
    await page.getByRole('heading', { name: '青荷中学校' }).waitFor();
    await page.getByRole('button', { name: '并入另一所学校' }).click();
    const merge = page.locator('.ant-modal');
    await merge.locator('.ant-select input').fill('青荷中学');
    await page.locator('.ant-select-item-option', { hasText: /青荷中学(?!校)/ }).click();
    await merge.getByText('合并之后').waitFor();
    await merge.getByText('停用，旧名称仍可查到').waitFor();
    await merge.locator('textarea').fill('登记重复');
    await merge.getByRole('button', { name: '确认合并' }).click();
    await page.getByText('合并完成').waitFor();
    await page.getByRole('button', { name: '关闭' }).last().click();
    await page.locator('.page-head').getByText('已合并', { exact: true }).waitFor();
    await close();
  });

  it('confirms a requested role from the list, and revokes it with a reason', async () => {
    const newcomer = system.client();
    const made = await newcomer.post<{ accountId: string }>('/api/registrations', {
      role: 'coach', person: { name: '阿依古丽·买买提江' }, schoolId: (await system.db.first<{ id: string }>(`SELECT id FROM org_unit WHERE name = '青荷中学'`))?.id, loginName: 'waiting-coach', password: PASSWORD,
    });
    expect(made.status).toBe(200);
    const { page, close } = await open('school_admin', '/admin/people?state=requested', { width: 390 });
    await page.getByRole('link', { name: '阿依古丽·买买提江' }).click();
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.locator('.ant-modal').getByRole('button', { name: '确认', exact: true }).click();
    await page.locator('.state').getByText('有效', { exact: true }).waitFor();
    await page.getByRole('button', { name: '收回' }).click();
    const sure = page.locator('.ant-modal');
    expect(await sure.getByRole('button', { name: '收回' }).isDisabled()).toBe(true);
    await sure.locator('textarea').fill('已调离本校');
    await sure.getByRole('button', { name: '收回' }).click();
    await page.getByText('没有角色。').waitFor();
    const revoked = await system.db.first<{ state: string; reason: string }>(`SELECT state, decision_reason AS reason FROM role_grant WHERE account_id = $1`, [made.body.accountId]);
    expect(revoked).toEqual({ state: 'revoked', reason: '已调离本校' });
    await close();
  });

  it('invites a judge by a link, by which the judge comes in', async () => {
    const { page, close } = await open('province_admin', '/admin/people');
    await page.getByRole('button', { name: '邀请人员' }).click();
    const dialog = page.locator('.ant-modal');
    await dialog.locator('#invite_name').fill('受邀评委');
    await dialog.locator('#invite_role').click();
    await page.locator('.ant-select-item-option[title="评委"]').click();
    await dialog.getByRole('button', { name: '生成邀请' }).click();
    // Somebody who could not sign in by anything cannot be invited.
    await dialog.locator('.problems').waitFor();
    await dialog.locator('#invite_email').fill('judge.invited@example.org');
    await dialog.getByRole('button', { name: '生成邀请' }).click();
    const url = await page.locator('.ant-modal textarea').inputValue();
    await close();
    const guest = await openPage({ url: system.url, path: new URL(url).pathname, width: 390 });
    await guest.page.locator('#f-loginName').fill('invited-judge');
    await guest.page.locator('#f-password').fill(PASSWORD);
    await guest.page.locator('#f-again').fill(PASSWORD);
    await guest.page.getByRole('button', { name: '启用账号' }).click();
    await guest.page.getByText('账号已启用').waitFor();
    await guest.close();
    expect((await system.client().post('/api/session', { login: 'invited-judge', password: PASSWORD })).status).toBe(200);
  });

  it('checks the rules, goes to the place of an error, keeps them on this device, and confirms the defaults before opening', async () => {
    const { page, close } = await open('province_admin', `/admin/editions/${editions.preparing}/rulebook`);
    const good = await rules(page);
    const document = JSON.parse(good) as { publication: { noticeDays: unknown } };
    document.publication.noticeDays = 'seven';
    await pasteRules(page, JSON.stringify(document, null, 2));
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('aside .note.bad button').first().click();
    // The place is selected and in view.
    expect(await page.evaluate(() => String((globalThis as unknown as { getSelection(): unknown }).getSelection()))).toContain('seven');
    await page.locator('.cm-lint-marker-error').first().waitFor();
    // It is kept on this device a moment after the last key.
    await untilInPage(page, async (typed: string) => {
      interface Ask<T> { result: T; onsuccess: () => void; onerror: () => void }
      const view = globalThis as unknown as { indexedDB: { databases(): Promise<{ name?: string }[]>; open(name: string): Ask<{ transaction(name: string): { objectStore(name: string): { getAll(): Ask<unknown[]> } }; close(): void }> } };
      const done = <T>(ask: Ask<T>): Promise<T> => new Promise((resolve, reject) => Object.assign(ask, { onsuccess: () => resolve(ask.result), onerror: reject }));
      // Opening it before the page has would make it without its tables.
      if (!(await view.indexedDB.databases()).some(({ name }) => name === 'qingsai-drafts')) return false;
      const base = await done(view.indexedDB.open('qingsai-drafts'));
      const drafts = await done(base.transaction('drafts').objectStore('drafts').getAll());
      base.close();
      return JSON.stringify(drafts).includes(typed);
    }, 'seven');
    await page.reload();
    await page.getByText('还没有提交的内容').waitFor();
    await page.getByRole('button', { name: '恢复这些内容' }).click();
    expect(await rules(page)).toContain('seven');
    await page.getByRole('button', { name: '放弃修改' }).click();
    expect(await rules(page)).toBe(good);

    await page.getByRole('button', { name: '先确认默认值' }).click();
    await page.getByRole('button', { name: '全部核对无误，确认' }).click();
    await page.getByRole('button', { name: '开放', exact: true }).click();
    await page.locator('.ant-modal').getByText('规则就此冻结').waitFor();
    await page.locator('.ant-modal').getByRole('button', { name: '开放', exact: true }).click();
    await page.locator('.page-head').getByText('进行中', { exact: true }).waitFor();
    await close();
  });

  it('amends frozen rules with a reason after showing what it touches', async () => {
    const { page, close } = await open('province_admin', `/admin/editions/${editions.open}/rulebook`);
    const document = JSON.parse(await rules(page)) as { publication: { noticeDays: number } };
    document.publication.noticeDays += 1;
    await pasteRules(page, JSON.stringify(document, null, 2));
    await page.getByRole('button', { name: '修订规则' }).click();
    const dialog = page.locator('.ant-modal');
    await dialog.getByText('/publication/noticeDays').waitFor();
    await dialog.locator('textarea').fill('公示期延长一天');
    await dialog.getByRole('button', { name: '确认修订' }).click();
    await page.getByText('第 2 版').waitFor();
    await page.getByText('公示期延长一天').waitFor();
    await close();
  });

  it('sets quotas and changes the calendar to the second', async () => {
    const opened = await open('province_admin', `/admin/editions/${editions.open}/quotas`);
    const { page } = opened;
    await page.getByLabel('长沙市的名额').fill('12');
    await page.getByRole('button', { name: '保存 1 处修改' }).click();
    await page.getByText('0 / 12').waitFor();
    await page.getByLabel('怎样细分').click();
    await page.locator('.ant-select-item-option').nth(1).click();
    await page.getByLabel(/长沙市：.*小学组的名额/).fill('13');
    await page.getByText('! 多于上一层合计的 12 个').waitFor();
    await page.getByLabel(/长沙市：.*小学组的名额/).fill('5');
    await page.getByRole('button', { name: '保存 1 处修改' }).click();
    await page.getByText('0 / 5').waitFor();
    await page.goto(`/admin/editions/${editions.open}`);
    await settled(page);
    await page.getByRole('button', { name: '修改日程' }).click();
    await page.locator('#calendar_stages_6_closesAt').fill('2031-01-31T17:00');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('2031年1月31日 17:00').waitFor();
    await page.getByRole('button', { name: '修改日程' }).click();
    await page.locator('#calendar_stages_6_closesAt').fill('2001-01-31T17:00');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.problems').waitFor();
    await opened.close();
  });

  it('gives a supervisor everything to read and nothing to change', async () => {
    for (const path of ['/admin/people', '/admin/schools', '/admin/editions', `/admin/editions/${editions.open}`, `/admin/editions/${editions.open}/rulebook`, `/admin/editions/${editions.open}/quotas`, '/admin/queues', '/admin/audit']) {
      const { page, close } = await open('supervisor', path);
      const buttons = await page.locator('main button.ant-btn-primary, main .ant-btn-dangerous').allInnerTexts();
      expect({ path, buttons }).toEqual({ path, buttons: [] });
      await close();
    }
  });

  it('opens an audit record with what was before and after', async () => {
    const { page, close } = await open('supervisor', '/admin/audit');
    await page.getByRole('button', { name: '修订规则' }).first().click();
    await page.getByRole('heading', { name: '之后' }).waitFor();
    await page.locator('.ant-drawer').getByText('公示期延长一天').waitFor();
    await close();
  });
});
