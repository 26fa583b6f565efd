// Jest loads a global set-up without our transform, so it is plain JavaScript and uses the built code, which it first brings up to date.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One PostgreSQL for the whole run, one migrated template that every spec file copies. */
export default async function globalSetup() {
  spawnSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', join(root, 'apps/tsconfig.build.json')], { stdio: 'inherit' });
  const { prepareTemplate } = await import('./test-server.mjs');
  globalThis.qingsaiTestServer = await prepareTemplate(mkdtempSync(join(tmpdir(), 'qingsai-test-')));
}
