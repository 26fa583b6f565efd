// Jest loads a global set-up without our transform, so it is plain JavaScript and uses the built code, which it first brings up to date.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One PostgreSQL for the whole run, one migrated template that every spec file copies. */
export default async function globalSetup() {
  spawnSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', join(root, 'apps/tsconfig.build.json')], { stdio: 'inherit' });
  process.env.QINGSAI_CHROMIUM ??= await unpackedChromium();
  const { prepareTemplate } = await import('./test-server.mjs');
  globalThis.qingsaiTestServer = await prepareTemplate(mkdtempSync(join(tmpdir(), 'qingsai-test-')));
}

/** Unpacks the browser once for each user of the machine: what another one has unpacked may not be run. */
async function unpackedChromium() {
  const before = process.env.TMPDIR;
  const folder = join(tmpdir(), `qingsai-browser-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
