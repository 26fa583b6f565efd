import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeApi } from '../../../api/src/describe.js';

/** `openapi`: prints the OpenAPI document; needs no database. */
export async function run(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'qingsai-openapi-'));
  try {
    process.stdout.write(`${JSON.stringify(await describeApi(folder), null, 2)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
