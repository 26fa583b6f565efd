import { EmbeddedPostgresError, ensureDatabase, startEmbeddedPostgres, text, withOneConnection, type Config, type Room } from '#libs/platform';

export interface ChosenDatabase {
  url: string;
  /** Ends the server if it is ours. */
  stop(): Promise<void>;
  /** Resolves when a server of ours ended by itself; never for an outside one. */
  ended: Promise<void>;
}

const OLDEST = 150_000;

/** The reason a database cannot be used, in one sentence that says what to do. */
export class DatabaseChoiceError extends EmbeddedPostgresError {}

async function checkOutside(url: string): Promise<void> {
  const { host } = new URL(url);
  let version: number;
  try {
    version = await withOneConnection(url, async (connection) => {
      const { rows } = await connection.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`);
      return rows[0]?.version ?? 0;
    });
  } catch (error) {
    throw new DatabaseChoiceError(text('cli.databaseUnreachable', { host, reason: error instanceof Error ? error.message || (error as { code?: string }).code || '' : '' }));
  }
  if (version < OLDEST) throw new DatabaseChoiceError(text('cli.databaseTooOld', { host }));
}

/** DATABASE_URL's server where one is named, our own otherwise. `join` uses our own also while another Qingsai runs on it. */
export async function chooseDatabase(config: Config, options: { join?: boolean } = {}): Promise<ChosenDatabase> {
  const { databaseUrl, dataDir } = config.settings;
  if (databaseUrl) {
    await checkOutside(databaseUrl);
    return { url: databaseUrl, stop: async () => undefined, ended: new Promise(() => undefined) };
  }
  const server = await startEmbeddedPostgres({ dataDir, join: options.join });
  try {
    await ensureDatabase(server.url, 'qingsai');
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.databaseUrl('qingsai'), stop: server.stop, ended: server.ended };
}

/** Refuses a database without this version's tables, before anything else stumbles over it. The message says what to run. */
export async function requireMigrated(url: string, rooms: Room[]): Promise<void> {
  const run = await withOneConnection(url, async (connection) => {
    const { rows: known } = await connection.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`);
    return known[0]?.there ? new Set((await connection.query<{ name: string }>('SELECT name FROM migration')).rows.map((row) => row.name)) : new Set<string>();
  });
  const missing = rooms.flatMap((room) => room.migrations).filter((migration) => !run.has(new migration().name ?? migration.name)).length;
  if (missing > 0) throw new DatabaseChoiceError(text(run.size === 0 ? 'cli.databaseEmpty' : 'cli.databaseOld', { host: new URL(url).host, count: missing }));
}
