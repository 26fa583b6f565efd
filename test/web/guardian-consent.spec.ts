import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBrowser, openPage, type OpenedPage } from '../support/browser.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';

let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ webDir: await builtWebApp(), now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
}, 240_000);
afterAll(closeBrowser);

/** An entry with a child of twelve, and the path of the guardian's link. */
async function asked(): Promise<{ entryId: string; memberId: string; path: string }> {
  const coach = await desk.cast.as('coach');
  const entry = await desk.complete({ members: [desk.pupil({ name: '买买提·吐尔逊', birthDate: '2014-03-04' })] });
  const memberId = entry.members[0].id as string;
  const { link } = must(await coach.client.post(desk.url(entry.id, `/members/${memberId}/consent-link`)));
  return { entryId: entry.id, memberId, path: new URL(link).pathname };
}

const consentOf = async (entryId: string): Promise<string> => must(await (await desk.cast.as('coach')).client.get(desk.url(entryId))).members[0].consent;
const phone = (path: string, options: { width?: number; lang?: 'zh' | 'en'; dark?: boolean } = {}): Promise<OpenedPage> => openPage({ url: system.url, path, width: 390, ...options });

async function fill({ page }: OpenedPage): Promise<void> {
  await page.getByLabel('监护人姓名').fill('吐尔逊·买买提');
  await page.getByText('父亲').click();
}

describe('the page for guardians', () => {
  it('tells everything the law asks for, fits and has no violation', async () => {
    const { path } = await asked();
    for (const [width, lang, dark] of [[1280, 'zh', false], [390, 'zh', false], [360, 'en', true]] as const) {
      const opened = await phone(path, { width, lang, dark });
      await opened.screenshot(`guardian-${width}-${lang}${dark ? '-dark' : ''}`);
      expect(await opened.violations()).toEqual([]);
      expect(await opened.overflow()).toEqual([]);
      expect(opened.errors).toEqual([]);
      if (lang === 'zh') {
        const text = await opened.page.locator('.guardian').innerText();
        for (const item of ['为什么收集', '怎样收集和使用', '收集哪些信息', '存在哪里、存多久', '怎样保护', '不同意会怎样', '更正、删除、投诉', '找谁']) expect(text).toContain(item);
      }
      await opened.close();
    }
  }, 120_000);

  it('says at the fields what is missing before it takes an answer', async () => {
    const { path, entryId } = await asked();
    const opened = await phone(path);
    await opened.page.getByRole('button', { name: '同意', exact: true }).click();
    await opened.page.getByRole('alert').getByText('请先看完告知事项并勾选').waitFor();
    await opened.screenshot('guardian-missing-390');
    expect(await consentOf(entryId)).toBe('requested');
    await opened.close();
  }, 60_000);

  it('records consent with a receipt, and takes it back by the same link', async () => {
    const { path, entryId } = await asked();
    const opened = await phone(path);
    await fill(opened);
    await opened.page.getByText('已经看完并理解').click();
    await opened.page.getByRole('button', { name: '同意', exact: true }).click();
    await opened.page.getByText('已记录：您已同意').waitFor();
    expect(await opened.page.getByText(/^回执 [0-9A-F]{8} · 2026年12月1日/).count()).toBe(1);
    expect(await consentOf(entryId)).toBe('granted');
    await opened.screenshot('guardian-granted-390');
    await opened.close();

    const again = await phone(path);
    await fill(again);
    await again.page.getByRole('button', { name: '撤回同意' }).click();
    await again.page.getByText('的作品将退出本届竞赛').waitFor();
    expect(await consentOf(entryId)).toBe('granted');
    await again.page.getByRole('button', { name: '确定撤回' }).click();
    await again.page.getByText('已记录：您已撤回同意').waitFor();
    expect(await consentOf(entryId)).toBe('withdrawn');
    expect(await again.page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);
    await again.close();
  }, 120_000);

  it('takes a refusal after saying what follows', async () => {
    const { path, entryId } = await asked();
    const opened = await phone(path);
    await fill(opened);
    await opened.page.getByRole('button', { name: '不同意' }).click();
    await opened.page.getByText('除此之外没有任何影响').last().waitFor();
    await opened.page.getByRole('button', { name: '确定不同意' }).click();
    await opened.page.getByText('已记录：您不同意').waitFor();
    expect(await consentOf(entryId)).toBe('refused');
    await opened.close();
  }, 60_000);

  it('says that a link is over once a new one was made', async () => {
    const { path, entryId, memberId } = await asked();
    must(await (await desk.cast.as('coach')).client.post(desk.url(entryId, `/members/${memberId}/consent-link`)));
    const opened = await phone(path);
    await opened.page.getByText('这个链接已经失效').waitFor();
    await opened.close();
  }, 60_000);
});
