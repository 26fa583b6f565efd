import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { campRulebook } from '../support/camp-rulebook.js';
import type { Role } from '#libs/identity';
import { closeBrowser, openPage, settled, type OpenedPage } from '../support/browser.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let desk: RegistrationDesk;
const entries: string[] = [];

beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp(), now: '2026-12-01T09:00:00+08:00' });
  const rules = campRulebook(2027);
  rules.capacity = { ...rules.capacity!, limits: [{ places: 1 }] };
  desk = await RegistrationDesk.open(system, rules);
  const { client } = await desk.cast.as('coach');
  for (const title of ['先到的营员', '候补的营员', '后来的营员']) {
    const { id, version } = must(await client.post('/api/entries', { editionId: desk.editionId, type: 'camp' }));
    must(await client.patch(desk.url(id), { version, parts: { title, groupKey: 'junior' } }));
    must(await client.post(desk.url(id, '/members'), desk.pupil()));
    entries.push(id);
  }
}, 240_000);
afterAll(closeBrowser);

const open = async (role: Role, path: string, width: number): Promise<OpenedPage> => openPage({ url: system.url, path, width, as: (await desk.cast.as(role)).client.cookieHeader() });
const submit = async (id: string, joinWaitingList: boolean) => {
  const { client } = await desk.cast.as('coach');
  return must(await client.post(desk.url(id, '/submit'), { version: must(await client.get(desk.url(id))).version, joinWaitingList }));
};
async function looksRight(opened: OpenedPage, name: string): Promise<void> {
  await settled(opened.page);
  await opened.screenshot(name);
  expect([await opened.violations(), await opened.overflow(), opened.errors]).toEqual([[], [], []]);
}

describe('a camp with one place', () => {
  it('says before handing in that it is full, takes who agrees into the list, and offers the place that falls free', async () => {
    const [first, second, third] = entries as [string, string, string];
    await submit(first, false);
    const phone = await open('coach', `/entries/${second}/edit/review`, 390);
    const { page } = phone;
    await page.getByText('名额已满').first().waitFor();
    await looksRight(phone, 'waiting-full-390');
    await page.getByRole('button', { name: '提交并进入候补' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '提交并进入候补' }).click();
    await page.getByText('候补第 1 位（共 1 件候补）').waitFor();
    await looksRight(phone, 'waiting-place-390');
    await submit(third, true);

    const office = await open('province_admin', `/workbench/waiting?edition=${desk.editionId}`, 1280);
    await office.page.getByText('后来的营员').waitFor();
    expect(await office.page.locator('tbody tr', { hasText: '营员' }).count()).toBe(2);
    await looksRight(office, 'waiting-office-1280');

    const coach = await desk.cast.as('coach');
    must(await coach.client.post(desk.url(first, '/withdraw'), { version: must(await coach.client.get(desk.url(first))).version, reason: '不能参加' }));
    await page.reload();
    await page.getByText('有名额空出，可以递补').waitFor();
    await page.getByText('有名额给这件作品，等您答复 · 截止 12月3日').waitFor();
    expect(await page.getByText('等待名额空出').count()).toBe(0);
    await page.getByText('2026年12月3日').first().waitFor();
    await looksRight(phone, 'waiting-offer-390');
    await page.goto(new URL('/entries', page.url()).href);
    await page.getByText('有名额给这件作品，等您答复 · 截止 12月3日').waitFor();
    await looksRight(phone, 'waiting-offer-list-390');
    await page.goto(new URL(`/entries/${second}`, page.url()).href);
    await page.getByRole('button', { name: '接受名额' }).click();
    await page.getByText('待学校审核').first().waitFor();
    expect(must(await coach.client.get(desk.url(second))).state).toBe('submitted');
    await phone.close();

    await office.page.reload();
    await office.page.getByRole('button', { name: '直接递补 后来的营员' }).click();
    await office.page.getByLabel('为什么不按顺序').fill('名额调整');
    await office.page.getByRole('dialog').getByRole('button', { name: '直接递补' }).click();
    await office.page.locator('.ant-message').getByText('名额').waitFor();
    expect(must(await coach.client.get(desk.url(third))).state).toBe('waiting');
    await office.close();
  });
});
