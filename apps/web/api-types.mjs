// Writes src/api/schema.d.ts from the API's own OpenAPI document (`qingsai openapi`, or the file named as argument).
// With --check it only compares, and fails when the file is not what the document says.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = at('./src/api/schema.d.ts');
const words = process.argv.slice(2);
const check = words.includes('--check');
const named = words.find((word) => !word.startsWith('--'));

function document() {
  if (named) return readFileSync(named, 'utf8');
  const told = spawnSync(process.execPath, [at('../cli/bin/qingsai.mjs'), 'openapi'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });
  if (told.status !== 0) process.exit(1);
  return told.stdout;
}

/** Headers are the browser's own business (cookies, caching): no caller passes them. */
function withoutHeaders(described) {
  for (const methods of Object.values(described.paths)) {
    for (const operation of Object.values(methods)) if (operation.parameters) operation.parameters = operation.parameters.filter((parameter) => parameter.in !== 'header');
  }
  return described;
}

const text = `// Generated from the OpenAPI document by apps/web/api-types.mjs. Do not edit.\n${astToString(await openapiTS(withoutHeaders(JSON.parse(document()))))}`;
if (!check) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  process.stderr.write('apps/web/src/api/schema.d.ts is not what the API says: run npm run api:types.\n');
  process.exit(1);
}
