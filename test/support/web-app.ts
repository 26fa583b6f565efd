import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 120_000;

/**
 * The folder of the web app, built once for this run of the specs (in the run's own folder, so that
 * nobody's build pulls it away from under a browser). Spec files that start at once wait for the first one's build.
 */
export async function builtWebApp(): Promise<string> {
  const run = process.env.QINGSAI_TEST_FOLDER ?? tmpdir();
  const [target, done, lock] = ['web', 'web.done', 'web.building'].map((name) => join(run, name)) as [string, string, string];
  const until = Date.now() + PATIENCE_MS;
  while (!existsSync(done)) {
    try {
      mkdirSync(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
      continue;
    }
    try {
      if (existsSync(done)) break;
      const line = [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--outDir', target, '--emptyOutDir', '--logLevel', 'error'];
      const built = spawnSync(process.execPath, line, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
      if (built.status !== 0) throw new Error(`The web app does not build: ${built.stderr}`);
      writeFileSync(done, '');
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return target;
}
