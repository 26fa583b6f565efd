import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Documents } from '#libs/platform';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, settled } from '../support/browser.js';
import { chinesePdf, photo } from '../support/made-files.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { LOOKS, walk } from '../support/walk.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let desk: RegistrationDesk;
let leaky: any;
let draft: any;
let pair: string;

const COMMON = '土壤湿度传感器每隔十分钟读取一次，控制板把读数和设定的下限比较，低于下限时打开水泵十五秒，再等待五分钟让水渗下去，避免一次浇得太多。';

async function withReport(view: any, paragraphs: string[], seed: number): Promise<void> {
  const { client } = await desk.cast.as('coach');
  must(await desk.attach(client, view.id, 'images', await photo(seed), '实物照片.jpg'));
  must(await desk.attach(client, view.id, 'report', await chinesePdf(system.api.get(Documents, { strict: false }), paragraphs, { author: '黄小佳' }), '黄小佳-研究报告（定稿）.pdf'));
}

async function upFrom(id: string): Promise<any> {
  await desk.restamp((await desk.cast.as('coach')).client, id);
  let entry = must<any>(await (await desk.cast.as('coach')).client.get(desk.url(id)));
  entry = must(await (await desk.cast.as('coach')).client.post(desk.url(id, '/submit'), { version: entry.version }));
  for (const [role, action] of [['school_admin', 'approve'], ['county_admin', 'recommend'], ['prefecture_admin', 'recommend']] as const) entry = must(await desk.decide(await desk.cast.as(role), entry, action));
  return entry;
}

async function scanned(): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if ((await system.db.query(`SELECT 1 FROM outbox WHERE name LIKE 'registration.%' AND state <> 'dead'`)).length === 0) return;
  }
  throw new Error('the scans did not come to an end');
}

beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp(), worker: true, now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 50));
  leaky = await desk.complete({ title: '基于光敏电阻的校园花圃自动浇花装置的研制与应用', members: [desk.pupil({ name: '黄小佳' })] });
  await withReport(leaky, [COMMON, '致谢：感谢青荷中学的老师，作者黄小佳，联系电话 138-1234-5678。我校同学在芙蓉区的花店试用了一个月，反映良好。'], 11);
  const other = await desk.complete({ title: '楼顶菜园的定时滴灌', members: [desk.pupil({ name: '买买提·吐尔逊' })] });
  await withReport(other, [COMMON, '滴灌带沿着种植箱铺设，每个出水口间隔十五厘米。'], 11);
  draft = await desk.complete({ title: '谭云岭的窗台农场', members: [desk.pupil({ name: '谭云岭' })] });
  await withReport(draft, ['本文由谭云岭撰写，电话 13812345678。'], 12);
  for (const entry of [leaky, other]) await upFrom(entry.id);
  await scanned();
  const { client } = await desk.cast.as('province_admin');
  pair = must<any>(await client.get(`/api/findings/similar?editionId=${desk.editionId}&kind=text`)).rows[0].id;
}, 240_000);
afterAll(closeBrowser);

describe('the checks before blind review', () => {
  it('lets the office decide with a reason and send the entry back with its passages', async () => {
    const { client } = await desk.cast.as('province_admin');
    const opened = await openPage({ url: system.url, path: `/findings?entry=${leaky.id}`, as: client.cookieHeader() });
    const { page } = opened;
    const drawer = page.locator('.ant-drawer');
    const phone = drawer.locator('.finding', { has: page.locator('mark', { hasText: '138-1234-5678' }) });
    await phone.getByRole('button', { name: '确属泄露' }).click();
    await page.locator('.ant-modal').getByRole('textbox').fill('致谢里写了电话');
    await page.locator('.ant-modal').getByRole('button', { name: '确属泄露' }).click();
    await drawer.getByRole('button', { name: '退回修改（1 条）' }).click();
    await page.locator('.ant-modal').getByRole('button', { name: '退回修改' }).click();
    await page.getByText('已退回，作者会收到通知').waitFor();
    expect(must<any>(await client.get(desk.url(leaky.id)))).toMatchObject({ state: 'returned', returnReason: expect.stringContaining('138-1234-5678') });
    await opened.close();
  }, 60_000);

  it('is legible and usable on a desk and on a phone', async () => {
    const office = (await desk.cast.as('province_admin')).client.cookieHeader();
    const coach = (await desk.cast.as('coach')).client.cookieHeader();
    for (const [width, lang] of LOOKS) {
      const stops = [
        { name: 'leaks', path: '/findings', as: office },
        { name: 'entry', path: `/findings?entry=${leaky.id}`, as: office, first: async (page: Page) => { await page.locator('.finding').first().waitFor(); } },
        { name: 'similar', path: '/findings?kind=similar', as: office },
        { name: 'pair', path: `/findings?kind=similar&pair=${pair}`, as: office, first: async (page: Page) => { await page.locator('.shared').first().waitFor(); await settled(page); } },
        { name: 'materials', path: `/entries/${draft.id}/edit/materials`, as: coach, first: async (page: Page) => { await page.locator('.file-picture img').first().waitFor(); } },
      ];
      // The narrowest look in English is for the page with the longest words.
      expect(await walk({ url: system.url, width, lang, group: 'findings' }, lang === 'en' ? stops.slice(3, 4) : stops)).toEqual([]);
    }
  }, 120_000);
});
