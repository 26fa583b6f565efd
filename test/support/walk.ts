import type { Page } from 'playwright-core';
import { openPage, settled, type OpenedPage, type OpenOptions, type Violation } from './browser.js';

export interface Stop {
  name: string;
  path: string;
  /** The session to look with (cookie line); none for somebody who is not signed in. */
  as?: string;
  /** Brings the page into the state to look at (a drawer opened, a list unfolded). */
  first?: (page: Page) => Promise<void>;
  fullPage?: boolean;
  /** What must not stand anywhere in the page. */
  never?: RegExp;
}

export interface Finding {
  name: string;
  violations: Violation[];
  overflow: string[];
  errors: string[];
  told: string[];
}

/** Widths, languages and colours in which every page is looked at: a desk in Chinese; the narrowest phone, the longer words, the dark colours. */
export const LOOKS = [[1280, 'zh', false], [360, 'en', true]] as const;

/**
 * Goes through pages as their reader would, from one to the next inside the app (one load for each session), and
 * tells of each what axe finds, what is wider than the screen, and what went wrong: only pages with a finding.
 */
export async function walk(look: Pick<OpenOptions, 'url' | 'width' | 'lang' | 'dark'> & { group: string }, stops: Stop[]): Promise<Finding[]> {
  const opened = new Map<string | undefined, OpenedPage>();
  const findings: Finding[] = [];
  for (const stop of stops) {
    const before = opened.get(stop.as);
    const here = before ?? (await openPage({ ...look, path: stop.path, as: stop.as }));
    opened.set(stop.as, here);
    if (before) await goOn(here.page, stop.path);
    await stop.first?.(here.page);
    await settled(here.page);
    await here.screenshot(`${look.group}-${stop.name}-${look.width}-${look.lang}${look.dark ? '-dark' : ''}`, { fullPage: stop.fullPage ?? true });
    const told = stop.never ? ((await here.page.content()).match(stop.never) ?? []) : [];
    const finding = { name: stop.name, violations: await here.violations(), overflow: await here.overflow(), errors: here.errors.splice(0), told: [...told] };
    if (finding.violations.length + finding.overflow.length + finding.errors.length + told.length > 0) findings.push(finding);
  }
  for (const one of opened.values()) await one.close();
  return findings;
}

/** To another page of the app without loading it anew; the shell moves the focus to a page that has arrived. */
async function goOn(page: Page, path: string): Promise<void> {
  const here = new URL(page.url());
  if (new URL(path, here).pathname === here.pathname) {
    await page.goto(path);
    await page.locator('h1').first().waitFor({ timeout: 20_000 });
    return;
  }
  await page.evaluate((to) => {
    const view = globalThis as unknown as { document: { activeElement: { blur(): void } | null }; history: { pushState(state: unknown, unused: string, url: string): void }; dispatchEvent(event: Event): void };
    view.document.activeElement?.blur();
    view.history.pushState({}, '', to);
    view.dispatchEvent(new Event('popstate'));
  }, path);
  await page.waitForFunction(() => (globalThis as unknown as { document: { activeElement: { id: string } | null } }).document.activeElement?.id === 'main', undefined, { timeout: 20_000 });
  await page.locator('h1').first().waitFor({ timeout: 20_000 });
}
