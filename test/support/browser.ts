import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

export interface Violation {
  id: string;
  impact: string | null | undefined;
  help: string;
  /** What was found, and where (a selector each). */
  nodes: string[];
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** What the page wrote to the console as errors, and errors nobody caught. */
  errors: string[];
  /** Everything axe finds wrong (WCAG 2.1 A and AA, best practices). */
  violations(): Promise<Violation[]>;
  /** Writes a picture of the whole page to the folder QINGSAI_SCREENSHOTS, where somebody wants to look at them. */
  screenshot(name: string, options?: { fullPage?: boolean }): Promise<void>;
  /** Whether something is wider than the screen. */
  overflow(): Promise<string[]>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Address of the running system. */
  url: string;
  path?: string;
  width?: number;
  height?: number;
  lang?: 'zh' | 'en';
  dark?: boolean;
  /** The session to act with: the cookie line of a signed-in HttpClient (`client.cookieHeader()`). */
  as?: string;
}

const UNWANTED = /^--(headless|single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running-insecure|ignore-gpu|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader)/;

let browser: Promise<Browser> | undefined;

/** A Chinese face where the browser's font search finds it: the machine need not have any. */
function fontSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingsai-fonts-'));
  const faces = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(faces, '400Regular')}</dir><dir>${join(faces, '600SemiBold')}</dir><dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`,
  );
  return file;
}

/** One Chromium (out of an npm package) for the spec file; QINGSAI_CHROMIUM names another one. */
export function theBrowser(): Promise<Browser> {
  browser ??= (async () => {
    const executablePath = process.env.QINGSAI_CHROMIUM ?? (await chromium.executablePath());
    return playwright.launch({
      executablePath,
      headless: true,
      // Its flags for cloud functions would switch off what the specs rely on (origins of requests, one process per site) and draw through a graphics card
      // made of software, which costs more than drawing without one.
      args: [...chromium.args.filter((arg) => !UNWANTED.test(arg)), '--disable-gpu'],
      env: { ...process.env, FONTCONFIG_FILE: fontSettings() } as Record<string, string>,
    });
  })();
  return browser;
}

export async function closeBrowser(): Promise<void> {
  const open = browser;
  browser = undefined;
  if (open) await (await open).close();
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; impact?: string | null; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> };
}

async function look(page: Page): Promise<Violation[]> {
  // A button at work is paler than any text may be, for a moment.
  await page.locator('.ant-btn-loading:visible').first().waitFor({ state: 'detached', timeout: 10_000 });
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as unknown as AxeWindow).axe.run(
      { exclude: [['.axe-skip']] },
      // Only what is wrong is gathered; our style sheets are the page's own, so none is fetched anew.
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'], preload: false },
    ),
  );
  return found.violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
  }));
}

/** Waits until what comes or goes has come or gone: half-way it is paler than it will be. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const view = globalThis as unknown as { document: { getAnimations(): { playState: string; effect: { getComputedTiming(): { endTime: number } } | null }[] } };
    return view.document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity);
  }, undefined, { timeout: 10_000 });
}

/** Opens a page of the running system as somebody, in a language, at a width; waits until it has something to show. */
export async function openPage({ url, path = '/', width = 1280, height = width < 600 ? 844 : 900, lang = 'zh', dark = false, as }: OpenOptions): Promise<OpenedPage> {
  const context = await (await theBrowser()).newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: 1,
    hasTouch: width < 600,
    isMobile: width < 600,
    locale: lang === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((language) => {
    const storage = (globalThis as unknown as { localStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void } }).localStorage;
    if (!storage.getItem('qingsai.language')) storage.setItem('qingsai.language', language);
  }, lang);
  if (as) {
    await context.addCookies(
      as.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
      }),
    );
  }
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(path);
  await page.locator('h1').first().waitFor({ timeout: 20_000 });
  await settled(page);
  return {
    page,
    context,
    errors,
    violations: () => look(page),
    async screenshot(name, options = {}) {
      const folder = process.env.QINGSAI_SCREENSHOTS;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: options.fullPage ?? true, animations: 'disabled' });
    },
    overflow: () =>
      page.evaluate(() => {
        // Runs in the browser.
        const view = globalThis as unknown as { innerWidth: number; document: { documentElement: { scrollWidth: number }; querySelectorAll(selector: string): Iterable<{ getBoundingClientRect(): { right: number }; tagName: string; className: unknown }> } };
        if (view.document.documentElement.scrollWidth <= view.innerWidth) return [];
        return [...view.document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > view.innerWidth + 1).slice(0, 8).map((one) => `${one.tagName}.${String(one.className)}`);
      }),
    close: () => context.close(),
  };
}

/** Waits until no skeleton is on the page any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const view = globalThis as unknown as { document: { querySelector(selector: string): unknown } };
    return view.document.querySelector('.skeleton') === null;
  }, undefined, { timeout: 20_000 });
}

/** Waits for what the page can only be asked with a promise: `waitForFunction` takes the promise itself for a yes. */
export async function untilInPage<T>(page: Page, holds: (argument: T) => Promise<boolean>, argument: T): Promise<void> {
  for (const end = Date.now() + 20_000; !(await page.evaluate(holds as (argument: unknown) => Promise<boolean>, argument)); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (Date.now() > end) throw new Error('The page did not come to it in time');
  }
}

/** Nothing on our pages takes this long. */
const PATIENCE_MS = 12_000;

/** A page whose waits give up soon enough to say where they stood. */
export async function openBriskly(options: OpenOptions): Promise<OpenedPage> {
  const opened = await openPage(options);
  opened.page.setDefaultTimeout(PATIENCE_MS);
  return opened;
}
