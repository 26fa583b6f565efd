import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadConfig, migrateDatabase, text } from '#libs/platform';
import { rooms } from '../../../rooms.js';
import { chooseDatabase } from '../database-choice.js';
import { requireFreePort } from '../port.js';
import { prepareDatabase } from '../prepare.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ports of the web app's dev server; the API keeps PORT. */
const WEB_PORT = 5173;

/** `dev`: the compiler and Vite watch; API and worker start again when the compiled code has changed. */
export async function run(): Promise<number> {
  const config = loadConfig();
  await requireFreePort(config.settings.port);
  const database = await chooseDatabase(config);
  const children = new Set<ChildProcess>();
  const env = { ...process.env, DATABASE_URL: database.url, QINGSAI_DATA_DIR: config.settings.dataDir };
  const launch = (args: string[]): ChildProcess => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  try {
    await migrateDatabase(database.url, rooms);
    await prepareDatabase({ config, databaseUrl: database.url, rooms });
    launch(['node_modules/@typescript/native/bin/tsc', '-p', 'apps/tsconfig.build.json', '--watch', '--preserveWatchOutput']);
    launch(['node_modules/vite/bin/vite.js', 'apps/web', '--port', String(WEB_PORT), '--strictPort']);
    let servers: ChildProcess[] = [];
    const startServers = (): void => {
      servers = ['api', 'worker'].map((app) => launch([`dist/apps/${app}/src/main.js`]));
    };
    let pending: NodeJS.Timeout | undefined;
    const watcher = watch(`${root}dist`, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js') || file.startsWith('web/')) return;
      clearTimeout(pending);
      pending = setTimeout(() => {
        let running = servers.length;
        for (const server of servers) {
          server.once('exit', () => {
            if (--running === 0) startServers();
          });
          server.kill('SIGTERM');
        }
      }, 300);
    });
    startServers();
    say(text('cli.running', { url: `http://localhost:${WEB_PORT}` }));
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    });
    watcher.close();
    clearTimeout(pending);
    return 0;
  } finally {
    await Promise.all(
      [...children].map((child) => new Promise<void>((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      })),
    );
    await database.stop();
  }
}
