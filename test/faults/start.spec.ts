import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('../../apps/cli/bin/qingsai.mjs', import.meta.url));

interface Started {
  process: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
  /** Resolves once the output matches; rejects when the program ends first. */
  until(pattern: RegExp): Promise<void>;
}

function start(env: Record<string, string>): Started {
  // Its own surroundings: nothing of the test run's database or Node options.
  const child = spawn(process.execPath, [program, 'start'], { env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_US.UTF-8', QINGSAI_DEMO: 'off', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const watchers = new Set<() => void>();
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const watcher of watchers) watcher();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    process: child,
    output: () => output,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!pattern.test(output)) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        void ended.then(() => (pattern.test(output) ? resolve() : reject(new Error(`ended before ${pattern}:\n${output}`))));
        check();
      }),
  };
}

/** A port that is free and stays so: below those that the system hands out to whoever asks for any. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** Processes whose command line names the folder. */
async function processesOn(folder: string): Promise<number[]> {
  const { readdirSync } = await import('node:fs');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(folder) || environment.includes(`QINGSAI_DATA_DIR=${folder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('npm start', () => {
  let folder: string;
  let port: number;
  /** Of one installation that is started again and again. */
  const home = mkdtempSync(join(tmpdir(), 'qingsai-home-'));
  const running: Started[] = [];
  const launch = (env: Record<string, string> = {}): Started => {
    const started = start({ QINGSAI_DATA_DIR: folder, PORT: String(port), ...env });
    running.push(started);
    return started;
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qingsai-start-'));
    port = await freePort();
  });

  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.process.kill('SIGINT');
      await one.ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('starts everything, keeps the data over a second start, and Ctrl-C leaves no process behind', async () => {
    const first = launch({ QINGSAI_DATA_DIR: home });
    await first.until(/Qingsai is running at/);
    const ready = await fetch(`http://127.0.0.1:${port}/api/ready`);
    expect([ready.status, (await ready.json()) as unknown]).toEqual([200, expect.objectContaining({ ok: true })]);
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(await processesOn(home)).toEqual([]);

    const password = readFileSync(join(home, 'postgres.password'), 'utf8');
    const second = launch({ QINGSAI_DATA_DIR: home });
    await second.until(/Qingsai is running at/);
    expect(readFileSync(join(home, 'postgres.password'), 'utf8')).toBe(password);
    const divisions = (await (await fetch(`http://127.0.0.1:${port}/api/divisions`)).json()) as unknown[];
    expect(divisions).toHaveLength(1 + 14 + 122);
  }, 120_000);

  it('starts a crashed process again, and stops all of them even right after a crash', async () => {
    const started = launch({ QINGSAI_DATA_DIR: home });
    await started.until(/Qingsai is running at/);
    const api = (await processesOn(home)).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/src/main.js'));
    process.kill(api as number, 'SIGKILL');
    await started.until(/API stopped unexpectedly/);
    started.process.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(await processesOn(home)).toEqual([]);
  }, 120_000);

  it('takes over from a start that was killed outright', async () => {
    const killed = launch({ QINGSAI_DATA_DIR: home });
    await killed.until(/Qingsai is running at/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const next = launch({ QINGSAI_DATA_DIR: home, PORT: String(await freePort()) });
    await next.until(/Qingsai is running at/);
    next.process.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(await processesOn(home)).toEqual([]);
  }, 120_000);

  it('says in one sentence that the port is in use', async () => {
    const occupant: Server = createServer().listen(port, '0.0.0.0');
    const started = launch();
    expect(await started.ended).toBe(2);
    expect(started.output().trim()).toBe(`Port ${port} is in use; stop the other program, or choose another port, e.g. PORT=${port + 1} npm start.`);
    await new Promise((resolve) => occupant.close(resolve));
  });

  it('says in one sentence that another Qingsai runs on the folder', async () => {
    const first = launch();
    await first.until(/Qingsai is running at/);
    const second = launch({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toBe(`Another Qingsai is running on ${folder}; stop it first, or set QINGSAI_DATA_DIR to another folder.`);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  }, 120_000);

  it('says what to do about a folder that cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const started = launch({ QINGSAI_DATA_DIR: join(file, 'data') });
    expect(await started.ended).toBe(1);
    expect(started.output().trim()).toBe(`QINGSAI_DATA_DIR: cannot write to ${join(file, 'data')}; name a folder this user may write to`);
  });

  it('says what to do about a half-made database', async () => {
    mkdirSync(join(folder, 'postgres'));
    const started = launch();
    expect(await started.ended).toBe(1);
    expect(started.output().trim()).toMatch(/^The database in .* is incomplete\. Restore the folder from a backup, or move it away to begin with an empty one\.$/);
  });

  it('says what to do about a wrong DATABASE_URL, without showing its password', async () => {
    const started = launch({ DATABASE_URL: `postgresql://someone:topsecret@127.0.0.1:${await freePort()}/nothing`, QINGSAI_SECRET_KEY: Buffer.alloc(32, 1).toString('base64') });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/The database on 127\.0\.0\.1:\d+ cannot be used \(.+\); check DATABASE_URL/);
    expect(started.output()).not.toContain('topsecret');
  });

  it('tells all that is wrong with the environment at once', async () => {
    const started = launch({ PORT: 'eighty', DATABASE_URL: 'mysql://x', QINGSAI_SECRET_KEY: 'short', SMTP_URL: 'smtp://mail.example', QINGSAI_DEMO: 'maybe' });
    expect(await started.ended).toBe(1);
    expect(started.output().trim().split('\n').map((line) => line.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'QINGSAI_SECRET_KEY', 'SMTP_FROM', 'QINGSAI_DEMO']);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });
});
