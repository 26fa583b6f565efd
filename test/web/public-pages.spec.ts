import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBrowser, openPage } from '../support/browser.js';
import { Cast, PASSWORD } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';
import { seedPortal } from './portal-seed.js';

let system: TestSystem;
let cast: Cast;
let editions: { open: string; preparing: string } | undefined;
beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp() });
  await system.db.query('UPDATE security_policy SET require_second_factor = false');
  cast = await Cast.assemble(system);
}, 180_000);
afterAll(closeBrowser);

describe('the public pages', () => {
  it('say what will appear while there is nothing', async () => {
    const { page, violations, errors, close } = await openPage({ url: system.url });
    await page.getByText('现在没有正在进行的竞赛').waitFor();
    await page.getByText('还没有公告').waitFor();
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('show what runs, until when, and one thing to do', async () => {
    editions ??= await seedPortal(cast, system.clock.now());
    const { page, close } = await openPage({ url: system.url });
    await page.getByRole('heading', { name: '第46届湖南省青少年科技创新大赛' }).waitFor();
    await page.getByText(/截止 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d（还有 \d+ 天）/).waitFor();
    expect(await page.locator('.btn.primary').count()).toBe(1);
    // What is in preparation is nobody else's business yet.
    expect(await page.getByText('第47届').count()).toBe(0);
    // Text is text, whatever it contains.
    await page.getByText('关于报送材料的通知 <b>粗体</b> 𠅤').waitFor();
    await close();
  });

  const pages = (): [string, string][] => [
    ['home', '/'], ['edition', `/contests/${editions?.open}`], ['announcements', '/announcements'], ['published', '/published'],
    ['login', '/login'], ['register', '/register'], ['forgotten', '/forgotten'], ['missing', '/nowhere'],
  ];

  it.each([...LOOKS, [390, 'zh', false]] as const)('have no violation and fit at %i px (%s, dark: %s)', async (width, lang, dark) => {
    expect(await walk({ url: system.url, width, lang, dark, group: 'public' }, pages().map(([name, path]) => ({ name, path })))).toEqual([]);
  }, 120_000);

  it('register a coach, whose request an administrator then finds', async () => {
    const { page, close } = await openPage({ url: system.url, path: '/register', width: 390 });
    await page.getByText('科技辅导员').click();
    await page.locator('[id="f-person-name"]').fill('买买提·吐尔逊');
    await page.locator('#f-prefecture').selectOption({ label: '长沙市' });
    await page.locator('[id="f-newSchool-countyId"]').selectOption({ label: '芙蓉区' });
    await page.locator('#f-schoolId').selectOption({ label: '青荷中学' });
    await page.locator('#f-loginName').fill('coach-by-page');
    await page.locator('#f-password').fill(PASSWORD);
    await page.locator('#f-again').fill('something else');
    await page.getByRole('button', { name: '注册' }).click();
    await page.getByText('两次输入的密码不一样').first().waitFor();
    await page.locator('#f-again').fill(PASSWORD);
    await page.getByRole('button', { name: '注册' }).click();
    await page.getByText('已提交').waitFor();
    await close();
    const { client } = await cast.as('school_admin');
    const found = await client.get<{ rows: { name: string }[] }>('/api/accounts?state=requested');
    expect(found.body.rows.map((row) => row.name)).toContain('买买提·吐尔逊');
  });

  it('puts a refused registration at its fields', async () => {
    const { page, close } = await openPage({ url: system.url, path: '/register' });
    await page.getByRole('button', { name: '注册' }).click();
    const list = page.locator('.problems');
    await list.waitFor();
    await list.locator('a').first().click();
    const focused = await page.evaluate(() => (globalThis as unknown as { document: { activeElement: { id: string } } }).document.activeElement.id);
    expect(focused).toMatch(/^f-/);
    await close();
  });

  it('say in a rehearsal that it is one, and count deadlines by its clock', async () => {
    const played = await startSystem({ webDir: await builtWebApp(), env: { QINGSAI_REHEARSAL: 'on' }, now: '2031-03-01T08:00:00+08:00' });
    await played.db.query('UPDATE security_policy SET require_second_factor = false');
    await seedPortal(await Cast.assemble(played), played.clock.now());
    const { page, violations, overflow, screenshot, close } = await openPage({ url: played.url, width: 360 });
    await page.getByRole('complementary', { name: '演练' }).getByText(/演练时间 2031年3月1日 \d\d:\d\d/).waitFor();
    const deadline = page.locator('.deadline').first();
    expect(await deadline.innerText()).toMatch(/2031年\d+月\d+日 \d\d:\d\d（还有 \d+ 天）/);
    const days = Number(/还有 (\d+) 天/.exec(await deadline.innerText())?.[1]);
    await screenshot('public-rehearsal-360');
    expect(await violations()).toEqual([]);
    expect(await overflow()).toEqual([]);
    // Somebody moves the clock by two days; open pages follow by themselves.
    played.clock.advance(2 * 86_400_000);
    await page.getByText(/演练时间 2031年3月3日 \d\d:\d\d/).waitFor({ timeout: 25_000 });
    await deadline.getByText(`还有 ${days - 2} 天`).waitFor();
    await close();
    await played.close();
    const real = await openPage({ url: system.url });
    await real.page.getByRole('heading', { name: '第46届湖南省青少年科技创新大赛' }).waitFor();
    expect(await real.page.getByRole('complementary', { name: '演练' }).count()).toBe(0);
    await real.close();
  }, 60_000);
});
