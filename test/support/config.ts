import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '#libs/platform';

/** Settings of a test system: its own data folder, quiet logs, no rate limit in the way. `env` overrides. */
export function testConfig(env: Record<string, string> = {}): Config {
  return loadConfig({
    QINGSAI_DATA_DIR: mkdtempSync(join(process.env.QINGSAI_TEST_FOLDER ?? tmpdir(), 'data-')),
    QINGSAI_DEMO: 'off',
    QINGSAI_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
    PORT: '0',
    ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
    ...env,
  });
}
