// npm run bench [-- --json FILE] [-- --only TEXT]: measures side by side with a stated baseline; medians and ratios, never a verdict.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

const built = spawnSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', join(root, 'test/bench/tsconfig.json')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const folder = join(root, 'dist/test/bench');
const rows = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.bench.js')).sort()) {
  const { benches, close } = await import(pathToFileURL(join(folder, file)).href);
  for (const bench of benches) {
    if (values.only && !bench.name.includes(values.only)) continue;
    const { value, baseline } = await bench.run();
    const ratio = baseline ? value / baseline : null;
    rows.push({ name: bench.name, value, unit: bench.unit, baseline: baseline ?? null, ratio });
    const figure = (number) => (number === null || number === undefined ? '-' : Number(number.toPrecision(4)).toString());
    console.log(`${bench.name.padEnd(62)} ${figure(value).padStart(10)} ${bench.unit.padEnd(6)} baseline ${figure(baseline).padStart(9)}  ratio ${figure(ratio)}  (${bench.baseline ?? ''})`);
  }
  await close?.();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
