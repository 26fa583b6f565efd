import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface Supervised {
  /** Resolves at the first readiness; rejects with the process's last words when it cannot start. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  name: string;
  /** The built main file. */
  file: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  onCrash(times: number): void;
  onGiveUp(times: number): void;
}

const STEADY_MS = 60_000;
const GIVE_UP_AFTER = 5;
const STOP_MS = 25_000;

/**
 * Runs one process of ours and starts it again when it crashes, ever more slowly; gives up when it crashes five times
 * without once running for a minute. Its output goes to its log file.
 */
export function supervise(options: SupervisedOptions): Supervised {
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  // A full disk costs the log, not the processes.
  log.on('error', () => undefined);
  let child: ChildProcess;
  let stopping = false;
  let crashes = 0;
  let wasReady = false;
  let lastWords = '';
  let settle: { resolve(): void; reject(error: Error): void };
  const ready = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));

  const launch = (): void => {
    const begun = Date.now();
    child = fork(options.file, [], { env: options.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-2_000);
      log.write(chunk);
    });
    child.on('message', (message) => {
      if (message !== 'ready') return;
      wasReady = true;
      settle.resolve();
    });
    child.once('error', (error) => (lastWords = error.message));
    child.once('close', () => {
      if (stopping) return;
      if (!wasReady) {
        settle.reject(new Error(lastWords.trim() || `${options.name} ended before it was ready`));
        return;
      }
      crashes = Date.now() - begun > STEADY_MS ? 1 : crashes + 1;
      if (crashes >= GIVE_UP_AFTER) return options.onGiveUp(crashes);
      options.onCrash(crashes);
      void pause(250 * 2 ** crashes).then(() => {
        if (!stopping) launch();
      });
    });
  };
  launch();

  return {
    ready,
    async stop() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)));
        child.kill('SIGTERM');
        if (!(await Promise.race([gone, pause(STOP_MS, false, { ref: false })]))) {
          child.kill('SIGKILL');
          await gone;
        }
      }
      log.end();
    },
  };
}
