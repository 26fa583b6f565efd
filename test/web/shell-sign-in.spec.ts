import { gzipSync } from 'node:zlib';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBrowser, openPage, untilInPage } from '../support/browser.js';
import { Cast, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';

const FIRST_LOAD_LIMIT = 200 * 1024;

let system: TestSystem;
let cast: Cast;
beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp() });
  await system.db.query('UPDATE security_policy SET require_second_factor = false');
  cast = await Cast.assemble(system);
}, 180_000);
afterAll(closeBrowser);

describe('the shell', () => {
  it('loads a public page with less than 200 KB of script', async () => {
    const opened = await openPage({ url: system.url, path: '/notices-nowhere' });
    let size = 0;
    const files: string[] = [];
    opened.page.on('response', (response) => {
      if (response.request().resourceType() === 'script') files.push(response.url());
    });
    await opened.page.goto('/');
    await opened.page.locator('h1').waitFor();
    for (const file of new Set(files)) size += gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).length;
    expect(files.length).toBeGreaterThan(3);
    expect(size).toBeLessThan(FIRST_LOAD_LIMIT);
    await opened.close();
  });

  it('signs in by keyboard alone, says what was wrong, and goes where one wanted to go', async () => {
    const { login } = await cast.as('county_admin');
    const { page, close } = await openPage({ url: system.url, path: '/account/security' });
    await page.waitForURL('**/login?next=**');
    await page.locator('#f-login').focus();
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    await page.locator('#f-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account/security');
    await page.getByRole('heading', { name: '登录的设备' }).waitFor();
    await close();
  });

  it('asks for the code of the second factor, enrolled by its page', async () => {
    const { login, client } = await cast.hire('coach');
    const { page, close } = await openPage({ url: system.url, path: '/account/security', as: client.cookieHeader() });
    await page.getByRole('button', { name: '开启两步验证' }).click();
    await page.getByAltText('两步验证二维码').waitFor();
    const key = await page.locator('code').first().innerText();
    const code = (): string => new TOTP({ secret: Secret.fromBase32(key.trim()) }).generate({ timestamp: system.clock.now().getTime() });
    await page.getByLabel('验证器显示的 6 位码').fill(code());
    await page.getByRole('button', { name: '确认开启' }).click();
    await page.getByText('备用码：').waitFor();
    await page.getByRole('button', { name: '已保存好' }).click();
    await page.getByText('已开启').waitFor();
    await page.getByRole('button', { name: '账号菜单' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.goto('/login');
    await page.locator('#f-login').fill(login);
    await page.locator('#f-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#f-code').waitFor();
    // A code counts once: the next one comes with the next half minute.
    system.clock.set(new Date(system.clock.now().getTime() + 31_000));
    await page.locator('#f-code').fill(code());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entries');
    await close();
  });

  it('keeps the page and its words when the session ends, and goes on after signing in again', async () => {
    const { accountId, client, login } = await cast.as('province_admin');
    const { page, close } = await openPage({ url: system.url, path: '/admin/announcements', as: client.cookieHeader() });
    await page.getByRole('button', { name: '写公告' }).click();
    await page.getByLabel('标题').fill('会话过期也不丢失的标题');
    await page.getByLabel('正文').fill('正文');
    await system.db.query('UPDATE session SET ended_at = now() WHERE account_id = $1', [accountId]);
    await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click();
    const dialog = page.locator('dialog.again');
    await dialog.waitFor();
    await dialog.getByText(login).waitFor();
    await dialog.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('标题').inputValue()).toBe('会话过期也不丢失的标题');
    await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click();
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    await page.getByText('会话过期也不丢失的标题').first().waitFor();
    await close();
  });

  it('speaks English when asked, and says so to the reader of the screen', async () => {
    const { page, close, violations } = await openPage({ url: system.url, path: '/login' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await violations()).toEqual([]);
    await close();
  });

  it('says that the network is gone, and that it is back', async () => {
    const { page, context, close } = await openPage({ url: system.url, path: '/' });
    await context.setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await context.setOffline(false);
    await page.getByText('网络已断开').waitFor({ state: 'detached' });
    await close();
  });

  it('opens again without a network, for whom it was open', async () => {
    const { client } = await cast.as('county_admin');
    const { page, context, close } = await openPage({ url: system.url, path: '/account', as: client.cookieHeader() });
    // The worker takes over, then keeps what the page had fetched before.
    const kept = (): Promise<void> => untilInPage(page, async (path: string) => {
      const view = globalThis as unknown as { performance: { getEntriesByType(type: string): { name: string }[] }; caches: { match(request: string): Promise<unknown> } };
      const files = view.performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.startsWith('/assets/'));
      return (await Promise.all([path, ...files].map((file) => view.caches.match(file)))).every((file) => file !== undefined);
    }, '/');
    await kept();
    await page.reload();
    await page.locator('h1').waitFor();
    await kept();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await page.getByText('网络已断开').waitFor();
    await context.setOffline(false);
    await close();
  });

  it('answers an unknown address with a page, and a used link with a sentence', async () => {
    const { page, close } = await openPage({ url: system.url, path: '/no/such/page', width: 360 });
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.goto('/invitation/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    await page.getByText('链接无效').waitFor();
    await close();
  });
});
