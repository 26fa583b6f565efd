// npm run bench [-- --json FILE] [-- --only TEXT]: measures side by side with a stated baseline; medians and ratios, never a verdict.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

/** What is being done goes to the error output: the figures stay a table of their own. */
const say = (words) => process.stderr.write(`${words}\n`);

say('building ...');
const built = spawnSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', join(root, 'test/bench/tsconfig.json')], { stdio: 'inherit' });
if (built.status !== 0) {
  say('bench: the build failed, nothing was measured');
  process.exit(1);
}

const folder = join(root, 'dist/test/bench');
const files = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.bench.js'))
    .sort()
    .map((name) => import(pathToFileURL(join(folder, name)).href)),
);
const wanted = (bench) => values.only === undefined || bench.name.toLowerCase().includes(values.only.toLowerCase());
const names = files.flatMap(({ benches }) => benches).map(({ name }) => name);
const count = files.flatMap(({ benches }) => benches).filter(wanted).length;
if (count === 0) {
  say(`bench: no measurement has "${values.only}" in its name. There are:\n${names.map((name) => `  ${name}`).join('\n')}`);
  process.exit(1);
}

const figure = (number) => (number === null || number === undefined ? '-' : Number(number.toPrecision(4)).toString());
const rows = [];
let begun = 0;
for (const { benches, close } of files) {
  for (const bench of benches.filter(wanted)) {
    say(`${++begun} of ${count}: ${bench.name} ...`);
    const { value, baseline } = await bench.run();
    const ratio = baseline ? value / baseline : null;
    rows.push({ name: bench.name, value, unit: bench.unit, baseline: baseline ?? null, ratio });
    console.log(`${bench.name.padEnd(62)} ${figure(value).padStart(10)} ${bench.unit.padEnd(6)} baseline ${figure(baseline).padStart(9)}  ratio ${figure(ratio)}  (${bench.baseline ?? ''})`);
  }
  await close?.();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
