#!/usr/bin/env node
// The way in: brings the built code up to date, then hands over to it. Plain JavaScript, because nothing may be built yet.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [command = 'help', ...rest] = process.argv.slice(2);
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const say = (zh, en) => process.stderr.write(`${chinese ? zh : en}\n`);

function fail(zh, en) {
  say(zh, en);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`需要 Node.js 20.19 或更高版本（当前 ${process.versions.node}）。`, `Node.js 20.19 or later is needed (this is ${process.versions.node}).`);
if (!existsSync(join(root, 'node_modules/@nestjs/core'))) fail('请先运行 npm ci。', 'Run npm ci first.');

/** The time of the newest file below the folders, in milliseconds. */
function newest(folders) {
  let time = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name.endsWith('.spec.ts')) continue;
      const path = join(folder, entry.name);
      time = Math.max(time, entry.isDirectory() ? newest([path]) : statSync(path).mtimeMs);
    }
  }
  return time;
}

const PARTS = {
  server: { inputs: ['libs', 'apps/api', 'apps/worker', 'apps/cli'], run: [['node_modules/@typescript/native/bin/tsc', '-p', 'apps/tsconfig.build.json']] },
  web: { inputs: ['apps/web', 'libs/scoring', 'libs/planning'], run: [['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']] },
};

function build(name, always = false) {
  const part = PARTS[name];
  const folders = part.inputs.map((input) => join(root, input));
  // An image holds the built code alone.
  if (!folders.every((folder) => existsSync(folder)) || !existsSync(join(root, 'tsconfig.json'))) return;
  const stamp = join(root, 'dist', `.built-${name}`);
  if (!always && existsSync(stamp) && statSync(stamp).mtimeMs >= newest(folders)) return;
  const started = Date.now();
  say(name === 'server' ? '正在编译服务端……' : '正在构建网页……', name === 'server' ? 'Building the server ...' : 'Building the web app ...');
  try {
    mkdirSync(dirname(stamp), { recursive: true });
  } catch {
    fail(`无法写入 ${dirname(stamp)}：请换一个可写的目录，或以可写的用户运行。`, `Cannot write to ${dirname(stamp)}: use a folder this user may write to.`);
  }
  for (const line of part.run) {
    const { status } = spawnSync(process.execPath, line.map((word, index) => (index === 0 ? join(root, word) : word)), { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) fail('构建失败，原因见上。', 'The build failed; the reason is above.');
  }
  writeFileSync(stamp, new Date(started).toISOString());
}

if (command === 'build') {
  build('server', true);
  build('web', true);
  process.exit(0);
}
build('server');
if (command === 'start') build('web');
const { run } = await import('../../../dist/apps/cli/src/main.js');
process.exitCode = await run(command, rest);
