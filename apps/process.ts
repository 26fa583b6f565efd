import { ConfigError, loadConfig, SettableClock, SystemClock, type Clock, type Config } from '#libs/platform';

interface Shared {
  config: Config;
  databaseUrl: string;
  clock: Clock;
}

/** How long open requests and jobs may take to finish once a stop was asked for. */
const PATIENCE_MS = 20_000;

/**
 * The life of a server process: settings, start, a stop that lets running work finish. Stops on SIGTERM and SIGINT, and
 * when the launcher that started it is gone. Ends with code 1 and one sentence when it cannot start.
 */
export async function runProcess(start: (shared: Shared) => Promise<() => Promise<unknown>>): Promise<void> {
  let stop: (() => Promise<unknown>) | undefined;
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    Promise.resolve(stop?.())
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  try {
    const config = loadConfig();
    const { databaseUrl, rehearsal } = config.settings;
    if (!databaseUrl) throw new ConfigError(['DATABASE_URL']);
    stop = await start({ config, databaseUrl, clock: rehearsal ? new SettableClock() : new SystemClock() });
    process.send?.('ready');
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
