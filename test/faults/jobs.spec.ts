import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import * as platform from '#libs/platform';
import { rooms as builtIn } from '../../apps/rooms.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { testConfig } from '../support/config.js';
import { freshDatabase } from '../support/fresh-database.js';
import { REHEARSAL_TABLES, rehearsalRoom } from '../support/rehearsal-jobs.mjs';

const { Database, DeadLetters, JobProgress, Outbox, Sweep } = platform;
const { jobs, room } = rehearsalRoom(platform, 500);
const rooms = [...builtIn, room];

async function until<T>(look: () => Promise<T | undefined | false>, millis = 20_000): Promise<T> {
  const end = Date.now() + millis;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('It did not come to pass in time');
    await pause(25);
  }
}

describe('jobs', () => {
  const config = testConfig();
  let databaseUrl: string;
  let drop: () => Promise<void>;
  /** A process that adds jobs but does not work them off. */
  let producer: INestApplicationContext;
  let worker: INestApplicationContext | undefined;
  let database: platform.Database;
  let outbox: platform.Outbox;

  const startOwnWorker = async () => {
    worker = await startWorker({ config, databaseUrl, rooms, clock: new platform.SystemClock(), poolSize: 10 });
  };
  const stopOwnWorker = async () => {
    await worker?.close();
    worker = undefined;
  };
  const effects = async (key: string) => (await database.query('SELECT 1 FROM rehearsal_effect WHERE key = $1', [key])).length;
  const rows = () => database.query<{ id: string; state: string; attempts: number; error: string | null }>('SELECT id, state, attempts, error FROM outbox ORDER BY created_at');
  const empty = () => until(async () => (await rows()).length === 0);

  beforeAll(async () => {
    const fresh = await freshDatabase();
    ({ url: databaseUrl, drop } = fresh);
    const { NestFactory } = await import('@nestjs/core');
    producer = await NestFactory.createApplicationContext(
      { module: class Producer {}, imports: [platform.PlatformModule.forRoot({ role: 'command', config, databaseUrl, rooms, clock: new platform.SystemClock(), poolSize: 10 }), ...rooms.map((one) => one.module)] },
      { logger: false, abortOnError: false },
    );
    database = producer.get(Database);
    outbox = producer.get(Outbox);
    await database.query(REHEARSAL_TABLES);
  });
  afterAll(async () => {
    await stopOwnWorker();
    await producer.close();
    await drop();
  });

  it('leaves no job behind when the transaction rolls back', async () => {
    await expect(
      database.transaction(async () => {
        await outbox.add(jobs.Count, { key: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
  });

  it('does a job that waited for a worker, once, and quickly once one is there', async () => {
    await outbox.add(jobs.Count, { key: 'waited' });
    await startOwnWorker();
    await empty();
    expect(await effects('waited')).toBe(1);
    const started = performance.now();
    await outbox.add(jobs.Count, { key: 'prompt' });
    await empty();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await effects('prompt')).toBe(1);
  });

  it('does 500 jobs each once', async () => {
    await database.transaction(() => outbox.addAll(jobs.Count, Array.from({ length: 500 }, (_, i) => ({ payload: { key: `many-${i}` } }))));
    await until(async () => (await rows()).length === 0, 40_000);
    const counted = await database.first<{ total: number; different: number }>(`SELECT count(*)::int AS total, count(DISTINCT key)::int AS different FROM rehearsal_effect WHERE key LIKE 'many-%'`);
    expect(counted).toEqual({ total: 500, different: 500 });
  });

  it('tries again with a pause; what a failed run wrote is gone', async () => {
    await outbox.add(jobs.FailTwice, { key: 'third time' });
    await empty();
    expect(await effects('third time')).toBe(1);
  });

  it('lays a job aside after its last attempt, shows it, and runs it again when told', async () => {
    const id = await outbox.add(jobs.FailAlways, { key: 'never' });
    await until(async () => (await rows()).some((row) => row.state === 'dead'));
    const letters = producer.get(DeadLetters);
    const listed = await letters.list({ page: 1, size: 20 });
    expect(listed).toMatchObject({ total: 1, rows: [{ id, name: 'rehearsal.fail-always', attempts: 3, error: expect.stringContaining('fails always') }] });
    expect(await effects('never')).toBe(0);
    expect((await letters.queueStates()).find((state) => state.queue === 'documents')).toMatchObject({ dead: 1, waiting: 0 });
    await letters.retry(id);
    await until(async () => (await rows()).some((row) => row.state === 'dead' && row.attempts === 3));
    await expect(letters.retry('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'JOB_NOT_DEAD' });
    await database.query('DELETE FROM outbox');
  });

  it('does not start a delayed job early', async () => {
    await outbox.add(jobs.Count, { key: 'later' }, { delayMs: 1_500 });
    await pause(700);
    expect(await effects('later')).toBe(0);
    await empty();
    expect(await effects('later')).toBe(1);
  });

  it('adds one job per key while it waits, and a new one once it runs', async () => {
    await stopOwnWorker();
    const first = await outbox.add(jobs.Slow, { key: 'same' }, { dedupeKey: 'same' });
    expect(await outbox.add(jobs.Slow, { key: 'same' }, { dedupeKey: 'same' })).toBe(first);
    const many = await Promise.all(Array.from({ length: 20 }, () => database.transaction(() => outbox.add(jobs.Slow, { key: 'same' }, { dedupeKey: 'same' }))));
    expect(new Set(many)).toEqual(new Set([first]));
    await startOwnWorker();
    await until(async () => (await rows()).some((row) => row.state === 'running'));
    expect(await outbox.add(jobs.Slow, { key: 'same' }, { dedupeKey: 'same' })).not.toBe(first);
    await empty();
    expect(await effects('same')).toBe(2);
  });

  it('begins a job only when everybody who relies on it has committed, however many keep coming', async () => {
    await stopOwnWorker();
    const id = await outbox.add(jobs.Count, { key: 'relied upon' }, { dedupeKey: 'relied' });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let relied = (): void => undefined;
    const relying = new Promise<void>((resolve) => (relied = resolve));
    const transaction = database.transaction(async () => {
      expect(await outbox.add(jobs.Count, { key: 'relied upon' }, { dedupeKey: 'relied' })).toBe(id);
      relied();
      await held;
    });
    await relying;
    await startOwnWorker();
    await until(async () => (await rows()).some((row) => row.id === id && row.state === 'running'));
    // Those who come now cannot rely on it any more: their work is a new entry.
    const next = await outbox.add(jobs.Count, { key: 'relied upon' }, { dedupeKey: 'relied' });
    expect(next).not.toBe(id);
    await pause(300);
    expect((await rows()).map((row) => row.id)).toContain(id);
    release();
    await transaction;
    await empty();
    expect(await effects('relied upon')).toBe(2);
  });

  it('tells how far a job is while its transaction is still open', async () => {
    const id = await outbox.add(jobs.Slow, { key: 'watched' });
    const progress = producer.get(JobProgress);
    expect(await until(async () => { const seen = await progress.of(id); return seen.done === 1 && seen; })).toMatchObject({ state: 'running', done: 1, total: 2 });
    expect(await effects('watched')).toBe(0);
    await empty();
    expect(await progress.of(id)).toMatchObject({ state: 'done' });
  });

  describe('a worker killed in the middle', () => {
    const spawned: ChildProcess[] = [];
    const startProcess = async (slowMillis: number): Promise<ChildProcess> => {
      const script = fileURLToPath(new URL('../support/rehearsal-worker.mjs', import.meta.url));
      const child = spawn(process.execPath, [script, databaseUrl, config.settings.dataDir, String(slowMillis)], { stdio: ['ignore', 'pipe', 'inherit'] });
      spawned.push(child);
      await once(child.stdout!, 'data');
      return child;
    };
    const kill = async (child: ChildProcess) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    };
    beforeAll(stopOwnWorker);
    afterAll(async () => {
      for (const child of spawned) if (child.exitCode === null && child.signalCode === null) await kill(child);
      await startOwnWorker();
    });

    it('finishes after a restart, once in effect', async () => {
      const atomic = await outbox.add(jobs.Slow, { key: 'killed' });
      const steps = await outbox.add(jobs.Steps, { key: 'killed' });
      const victim = await startProcess(60_000);
      const progress = producer.get(JobProgress);
      await until(async () => (await progress.of(atomic)).done === 1 && (await progress.of(steps)).done === 1);
      await kill(victim);
      await startProcess(30);
      await until(async () => (await rows()).length === 0, 50_000);
      expect(await effects('killed')).toBe(1);
      expect(await database.query('SELECT step FROM rehearsal_step ORDER BY step')).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }]);
    }, 130_000);
  });

  it('goes on after PostgreSQL has cut every connection', async () => {
    await outbox.addAll(jobs.Count, Array.from({ length: 100 }, (_, i) => ({ payload: { key: `cut-${i}` } })));
    const cut = () => database.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()').catch(() => undefined);
    for (let i = 0; i < 3; i++) {
      await cut();
      await pause(100);
    }
    await until(async () => (await rows().catch(() => [1])).length === 0, 100_000);
    const counted = await database.first<{ total: number; different: number }>(`SELECT count(*)::int AS total, count(DISTINCT key)::int AS different FROM rehearsal_effect WHERE key LIKE 'cut-%'`);
    expect(counted).toEqual({ total: 100, different: 100 });
    const started = performance.now();
    await outbox.add(jobs.Count, { key: 'after the cut' });
    await empty();
    expect(await effects('after the cut')).toBe(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  }, 130_000);

  const onRedis = config.settings.redisUrl ? describe : describe.skip;
  onRedis('on Redis', () => {
    it('loses nothing when Redis is flushed between commit and relay, and after relay', async () => {
      const redis = new Redis(config.settings.redisUrl ?? '');
      // Only what is this instance's: other specs share the server.
      const flush = async (): Promise<void> => {
        const keys = await redis.keys(`qingsai:${new URL(databaseUrl).pathname.slice(1)}:*`);
        expect(keys.length).toBeGreaterThan(0);
        await redis.del(keys);
      };
      await stopOwnWorker();
      await outbox.addAll(jobs.Count, Array.from({ length: 20 }, (_, i) => ({ payload: { key: `flushed-${i}` } })));
      await flush();
      const relayed = producer.get<{ relayBatch(): Promise<number> }>((await import('../../libs/platform/src/jobs/relay.service.js')).Relay);
      expect(await relayed.relayBatch()).toBe(20);
      expect((await rows()).every((row) => row.state === 'queued')).toBe(true);
      await flush();
      await database.query(`UPDATE outbox SET changed_at = now() - interval '1 minute'`);
      await startOwnWorker();
      expect(await producer.get(Sweep).sweep()).toBe(20);
      await empty();
      const counted = await database.first<{ total: number; different: number }>(`SELECT count(*)::int AS total, count(DISTINCT key)::int AS different FROM rehearsal_effect WHERE key LIKE 'flushed-%'`);
      expect(counted).toEqual({ total: 20, different: 20 });
      redis.disconnect();
    });
  });
});

describe('the check at start', () => {
  const options = (module: object) => ({ role: 'command' as const, config: testConfig(), databaseUrl: '', rooms: [], clock: new platform.SystemClock(), connect: false, module });

  it('names every job without exactly one handler', async () => {
    const { NestFactory } = await import('@nestjs/core');
    const start = (modules: object[]) =>
      NestFactory.createApplicationContext({ module: class Probe {}, imports: [platform.PlatformModule.forRoot(options({})), ...(modules as never[])] }, { logger: false, abortOnError: false });
    await expect(start([])).rejects.toThrow('job "rehearsal.count" has no handler');
    class Second {
      async again(): Promise<void> {
        await pause(0);
      }
    }
    platform.Handles(jobs.Count)(Second.prototype, 'again', Object.getOwnPropertyDescriptor(Second.prototype, 'again')!);
    const { Module } = await import('@nestjs/common');
    class Double {}
    Module({ providers: [Second] })(Double);
    await expect(start([room.module, Double])).rejects.toThrow('job "rehearsal.count" has 2 handlers: Rehearsal.count, Second.again');
  });
});
