import { afterAll, beforeAll, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { closeBrowser, openPage, settled } from '../support/browser.js';
import { completeTyped } from '../support/entry-types.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { builtWebApp } from '../support/web-app.js';
let system: TestSystem; let desk: RegistrationDesk;
beforeAll(async () => { system = await startSystem({ webDir: await builtWebApp(), now: '2026-12-01T09:00:00+08:00' }); desk = await RegistrationDesk.open(system); }, 240_000);
afterAll(closeBrowser);
const only = (process.env.H4 ?? '').split(',').filter(Boolean);
it('shots', async () => {
  const coach = await desk.cast.as('coach');
  await desk.cast.hire('coach');
  const lines: string[] = [];
  const shot = async (path: string, name: string, as: string, act?: (page: any) => Promise<void>) => {
    if (only.length && !only.some((one) => name.includes(one))) return;
    for (const width of [1280, 390]) {
      const opened = await openPage({ url: system.url, path, as, width });
      await settled(opened.page);
      if (act) { await act(opened.page); await settled(opened.page); }
      await opened.screenshot(`${name}-${width}`);
      const v = await opened.violations();
      const o = await opened.overflow();
      if (v.length || o.length || opened.errors.length) lines.push(`${name} ${width} ${JSON.stringify(v)} ${JSON.stringify(o)} ${JSON.stringify(opened.errors)}`);
      await opened.close();
    }
  };
  await shot('/entries/new', 'new', coach.client.cookieHeader());
  for (const [type, classKey] of [['teacher', 'plan'], ['painting', undefined], ['practice', undefined], ['video', undefined]] as const) {
    const by = type === 'teacher' ? await desk.cast.hire('coach') : coach;
    const view = await completeTyped(desk, type, { classKey, by, unstamped: type !== 'video' });
    if (type === 'practice') must(await by.client.patch(desk.url(view.id), { version: view.version, parts: { form: { groupName: view.members[0].name, headcount: 2, endDate: '2024-01-01' } } }));
    if (type === 'video') { const v = must(await by.client.get(desk.url(view.id))); must(await by.client.patch(desk.url(view.id), { version: v.version, parts: { title: '改过名字的影像' } })); }
    if (type === 'video' || type === 'practice') {
      const printed = must(await by.client.post(desk.url(view.id, '/printed-forms')));
      const answer = await fetch(`${system.url}/api/entries/${view.id}/printed-forms/${printed.number}/file`, { headers: { cookie: by.client.cookieHeader() } });
      writeFileSync(`${process.env.QINGSAI_SCREENSHOTS}/form-${type}.pdf`, Buffer.from(await answer.arrayBuffer()));
    }
    const steps = type === 'teacher' ? ['project', 'content', 'members', 'materials', 'consents', 'review'] : ['project', 'content', 'members', 'coaches', 'materials', 'consents', 'review'];
    for (const step of steps) await shot(`/entries/${view.id}/edit/${step}`, `${type}-${step}`, by.client.cookieHeader());
    await shot(`/entries/${view.id}`, `${type}-overview`, by.client.cookieHeader(), type === 'video' ? async (page) => { await page.getByRole('button', { name: '移交给别人' }).click(); } : undefined);
    if (type === 'video') {
      const first = must(await by.client.get(desk.url(view.id, '/printed-forms')));
      await shot(`/forms/${first.prints.at(-1).sha256}`, 'formcheck', '');
      let v = must(await by.client.get(desk.url(view.id)));
      v = must(await by.client.post(desk.url(view.id, '/submit'), { version: v.version }));
      const school = await desk.cast.as('school_admin');
      await shot(`/entries/${view.id}`, 'school-overview', school.client.cookieHeader());
    }
  }
  writeFileSync(`${process.env.QINGSAI_SCREENSHOTS}/problems.txt`, lines.join('\n'));
}, 280_000);
