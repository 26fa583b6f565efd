import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Audit } from '#libs/audit';
import { startSystem, type TestSystem } from '../support/system.js';

const program = fileURLToPath(new URL('../../apps/cli/bin/qingsai.mjs', import.meta.url));

interface Outcome {
  code: number | null;
  out: string;
  errors: string;
}

/** One command as an administrator runs it, on the database given. */
function qingsai(databaseUrl: string, system: TestSystem, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_US.UTF-8', DATABASE_URL: databaseUrl, QINGSAI_SECRET_KEY: system.config.settings.secretKey, QINGSAI_DATA_DIR: system.config.settings.dataDir };
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const outcome: Outcome = { code: null, out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => void (outcome.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (outcome.errors += chunk.toString()));
    child.once('close', (code) => resolve({ ...outcome, code }));
  });
}

/** What was said, without the line of a build that may come before it. */
const sentence = (errors: string): string => errors.replace(/^Building the server[^\n]*\n/, '').trim();

describe('commands on a database', () => {
  let system: TestSystem;
  const empty = `empty_${Date.now().toString(36)}`;
  const other = (name: string): string => Object.assign(new URL(system.databaseUrl), { pathname: `/${name}` }).href;
  const asServer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: other('postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  beforeAll(async () => {
    system = await startSystem();
    await asServer(`CREATE DATABASE ${empty}`);
    for (const id of ['a', 'b', 'c']) await system.api.get(Audit, { strict: false }).record({ action: 'entry.submitted', subject: { type: 'entry', id } });
  });
  afterAll(async () => {
    await asServer(`DROP DATABASE ${empty}`);
    await system.close();
  });

  it('that has no tables yet, or is not there, end in one sentence that says what to do', async () => {
    const unmigrated = /^The database on \S+ has no tables of Qingsai yet; run npm run -s qingsai -- migrate \(or npm start\) first\.$/;
    const [audit, keys, absent] = await Promise.all([
      qingsai(other(empty), system, 'audit', 'verify'),
      qingsai(other(empty), system, 'keys', 'reseal'),
      qingsai('postgresql://someone:topsecret@127.0.0.1:1/nothing', system, 'audit', 'verify'),
    ]);
    for (const { code, errors } of [audit, keys]) expect({ code, said: sentence(errors) }).toEqual({ code: 1, said: expect.stringMatching(unmigrated) });
    expect({ code: absent.code, said: sentence(absent.errors) }).toEqual({ code: 1, said: expect.stringMatching(/^The database on 127\.0\.0\.1:1 cannot be used \([^\n]+\); check DATABASE_URL[^\n]*$/) });
    expect(absent.errors).not.toContain('topsecret');
  }, 60_000);

  it('verify the audit log against a head that was noted', async () => {
    const first = await qingsai(system.databaseUrl, system, 'audit', 'verify');
    const head = /Head: (\d+:[0-9a-f]{64})\./.exec(first.errors)?.[1] ?? '';
    expect({ code: first.code, ok: (JSON.parse(first.out) as { ok: boolean }).ok, head }).toEqual({ code: 0, ok: true, head: expect.stringMatching(/^\d+:/) });
    const [same, replaced, nonsense] = await Promise.all([
      qingsai(system.databaseUrl, system, 'audit', 'verify', '--head', head),
      // Another log in its place is whole in itself, but not the one whose head was noted.
      qingsai(system.databaseUrl, system, 'audit', 'verify', '--head', `${head.split(':')[0]}:${'f'.repeat(64)}`),
      qingsai(system.databaseUrl, system, 'audit', 'verify', '--head', 'yesterday'),
    ]);
    expect({ code: same.code, errors: same.errors }).toEqual({ code: 0, errors: expect.stringContaining('agrees with the head noted') });
    expect({ code: replaced.code, errors: replaced.errors }).toEqual({ code: 1, errors: expect.stringContaining('the database was replaced') });
    expect(nonsense.errors).toContain('"yesterday" is no head');
  }, 60_000);
});
