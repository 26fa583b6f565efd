import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig, migrateDatabase, requireSecretKeys, text, type Config } from '#libs/platform';
import { rooms } from '../../../rooms.js';
import { chooseDatabase } from '../database-choice.js';
import { demoAccountsTable, loadDemoIfEmpty } from '../demo/first-start.js';
import { isWithoutAccounts } from '../first-administrator.js';
import { requireFreePort } from '../port.js';
import { prepareDatabase } from '../prepare.js';
import { supervise, type Supervised } from '../supervised.js';

const builtFile = (app: 'api' | 'worker'): string => fileURLToPath(new URL(`../../../${app}/src/main.js`, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Resolves with the reason once everything should end. */
function untilStopped(): { reason: Promise<'asked' | 'failed'>; fail(): void } {
  let settle: (reason: 'asked' | 'failed') => void = () => undefined;
  const reason = new Promise<'asked' | 'failed'>((resolve) => (settle = resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle('asked'));
  return { reason, fail: () => settle('failed') };
}

function launch(config: Config, databaseUrl: string, fail: () => void): Supervised[] {
  const logs = join(config.settings.dataDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return (['api', 'worker'] as const).map((name) => {
    const log = join(logs, `${name}.log`);
    return supervise({
      name,
      file: builtFile(name),
      env: { ...process.env, DATABASE_URL: databaseUrl, QINGSAI_DATA_DIR: config.settings.dataDir, PORT: String(config.settings.port) },
      logFile: log,
      onCrash: () => say(text('cli.crashed', { name: text(`cli.process.${name}`), log })),
      onGiveUp(times) {
        say(text('cli.gaveUp', { name: text(`cli.process.${name}`), times, log }));
        fail();
      },
    });
  });
}

/** `start`: database, migrations, demo seasons in an empty database, API, worker and web app, until Ctrl-C. */
export async function run(): Promise<number> {
  const config = loadConfig();
  await requireFreePort(config.settings.port);
  const stop = untilStopped();
  const database = await chooseDatabase(config);
  let processes: Supervised[] = [];
  try {
    await migrateDatabase(database.url, rooms);
    await requireSecretKeys(config.settings, database.url);
    await prepareDatabase({ config, databaseUrl: database.url, rooms });
    const isDemo = config.settings.demo && (await Promise.race([loadDemoIfEmpty(config, database.url, say), stop.reason]));
    if (isDemo === 'asked' || isDemo === 'failed') return 0;
    processes = launch(config, database.url, stop.fail);
    await Promise.all(processes.map((each) => each.ready));
    say('');
    say(text('cli.running', { url: config.settings.publicUrl }));
    if (isDemo) say(demoAccountsTable());
    else if (await isWithoutAccounts(database.url)) say(text('cli.firstAdministrator'));
    say(text('cli.stopHint', { dataDir: config.settings.dataDir, logs: join(config.settings.dataDir, 'logs') }));
    let stopping = false;
    void database.ended.then(() => {
      // At the end we stop it ourselves.
      if (stopping) return;
      say(text('cli.databaseEnded'));
      stop.fail();
    });
    const reason = await stop.reason;
    stopping = true;
    say(text('cli.stopping'));
    return reason === 'asked' ? 0 : 1;
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
    await database.stop();
    if (processes.length > 0) say(text('cli.stopped'));
  }
}
