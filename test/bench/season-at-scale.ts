import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, ensureDatabase, loadConfig, migrateDatabase, SettableClock, startEmbeddedPostgres } from '#libs/platform';
import { createApi } from '../../apps/api/src/api.js';
import { Meter } from '../../apps/cli/src/demo/meter.js';
import { ApiSession } from '../../apps/cli/src/demo/api-session.js';
import { playSeason } from '../../apps/cli/src/demo/season.js';
import type { Cast } from '../../apps/cli/src/demo/season-people.js';
import { TEST_SEASON } from '../../apps/cli/src/demo/season-plan.js';
import { makeAdministrator } from '../../apps/cli/src/first-administrator.js';
import { prepareDatabase } from '../../apps/cli/src/prepare.js';
import { rooms } from '../../apps/rooms.js';
import { startWorker } from '../../apps/worker/src/worker.js';

export interface ScaledSeason {
  url: string;
  api: NestFastifyApplication;
  db: Database;
  cast: Cast;
  editionId: string;
  session(login: string): ApiSession;
  close(): Promise<void>;
}

const PASSWORD = 'Demo-2026-pass';

/** Copies rows `copies` times with new ids; ids of other copied rows that they point to move along. */
async function multiply(db: Database, table: string, where: string, copies: number, moved: string[], cleared: string[] = [], texts: string[] = []): Promise<void> {
  const parts = [
    ...moved.map((column) => `'${column}', md5(r.${column}::text || n)::uuid`),
    ...cleared.map((column) => `'${column}', NULL`),
    ...texts.map((column) => `'${column}', r.${column} || '-' || n`),
  ];
  await db.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(r) || jsonb_build_object(${parts.join(', ')}))).* FROM ${table} r, generate_series(1, ${copies}) n WHERE ${where}`);
}

/**
 * A published season (played small over HTTP), its entries multiplied to about 10,000 and its first stage to about 1,000
 * entries with five sheets each. Only the copies bypass the services.
 */
async function seasonAtScale(): Promise<ScaledSeason> {
  const folder = mkdtempSync(join(tmpdir(), 'qingsai-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  await ensureDatabase(server.url, 'bench');
  const databaseUrl = server.databaseUrl('bench');
  const config = loadConfig({ QINGSAI_DATA_DIR: folder, QINGSAI_DEMO: 'on', QINGSAI_REHEARSAL: 'on', LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '1000000', PORT: '0' });
  await migrateDatabase(databaseUrl, rooms);
  await prepareDatabase({ config, databaseUrl, rooms });
  const clock = new SettableClock();
  const api = await createApi({ config, databaseUrl, rooms, clock });
  await api.listen(0, '127.0.0.1');
  const worker = await startWorker({ config, databaseUrl, rooms, clock });
  const url = `http://127.0.0.1:${(api.getHttpServer().address() as { port: number }).port}`;
  await makeAdministrator(api, { name: 'bench', loginName: 'admin', password: PASSWORD });
  const { cast, summary } = await playSeason({ url, plan: TEST_SEASON, administrator: { login: 'admin', password: PASSWORD }, prefix: '', say: () => undefined });
  const db = api.get(Database);
  const editionId = summary.edition;

  await db.transaction(async () => {
    await db.query(`SET LOCAL session_replication_role = replica`);
    const [{ count: entries } = { count: 1 }] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM entry`);
    await multiply(db, 'entry', `r.edition_id = '${editionId}'`, Math.floor(10_000 / entries), ['id'], ['request_key'], ['entry_no', 'authorisation_no', 'title']);
    const coded = `r.stage_key = 'initial' AND r.edition_id = '${editionId}'`;
    const [{ count: codes } = { count: 1 }] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM entry_code r WHERE ${coded}`);
    const copies = Math.max(1, Math.floor(1_000 / codes) - 1);
    await multiply(db, 'entry_code', coded, copies, ['id', 'entry_id'], [], ['code']);
    const assigned = `r.code_id IN (SELECT id FROM entry_code r WHERE ${coded} AND r.code NOT LIKE '%-%-%') AND r.state = 'assigned'`;
    await multiply(db, 'score_sheet', `r.assignment_id IN (SELECT id FROM assignment r WHERE ${assigned})`, copies, ['id', 'assignment_id']);
    await multiply(db, 'assignment', assigned, copies, ['id', 'code_id']);
  });
  await db.query('ANALYZE');
  const meter = new Meter(() => undefined);
  return {
    url, api, db, cast, editionId,
    session: (login) => new ApiSession(url, meter, { login, password: PASSWORD }),
    async close() {
      await worker.close();
      await api.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let making: Promise<ScaledSeason> | undefined;

/** The season that all measurements share; made when first asked for. */
export const season = (): Promise<ScaledSeason> => (making ??= seasonAtScale());

/** Ends what the measurements started. */
export async function endSeason(): Promise<void> {
  await (await making)?.close();
  making = undefined;
}
