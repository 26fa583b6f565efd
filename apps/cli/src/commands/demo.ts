import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase, loadConfig, migrateDatabase, startEmbeddedPostgres, text } from '#libs/platform';
import { rooms } from '../../../rooms.js';
import { startRehearsal } from '../demo/own-instance.js';
import { playSeason, type SeasonSummary } from '../demo/season.js';
import { FULL_SEASON, SMALL_SEASON, type SeasonPlan } from '../demo/season-plan.js';
import { prepareDatabase } from '../prepare.js';
import { UsageError } from '../usage-error.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A whole new installation in a temporary folder, played on and removed. */
async function playOnOwnInstance(plan: SeasonPlan): Promise<SeasonSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'qingsai-season-'));
  const config = loadConfig({ QINGSAI_DATA_DIR: folder, QINGSAI_DEMO: 'off', LOG_LEVEL: 'error' });
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  try {
    await ensureDatabase(server.url, 'qingsai');
    const databaseUrl = server.databaseUrl('qingsai');
    await migrateDatabase(databaseUrl, rooms);
    await prepareDatabase({ config, databaseUrl, rooms });
    const rehearsal = await startRehearsal(config, databaseUrl);
    try {
      return (await playSeason({ url: rehearsal.url, plan, administrator: rehearsal.administrator, prefix: '', say })).summary;
    } finally {
      await rehearsal.stop();
    }
  } catch (error) {
    for (const log of ['rehearsal-api.log', 'rehearsal-worker.log']) say(lastLines(join(folder, 'logs', log)));
    throw error;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The end of a log, for finding out why a season broke off; nothing when there is none. */
const lastLines = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').slice(-4_000) : '');

/** Whether a Qingsai whose clock can be set answers there. @throws UsageError when nothing that is a Qingsai answers */
async function isRehearsal(url: string): Promise<boolean> {
  try {
    const clock = (await fetch(`${url}/api/clock`).then((answer) => answer.json())) as { rehearsal?: boolean };
    return clock.rehearsal === true;
  } catch (error) {
    throw new UsageError(text('cli.demoNobodyThere', { url, reason: error instanceof Error ? error.message : '' }));
  }
}

/**
 * `demo --season innovation [--small] [--url URL --login NAME --password PASSWORD] [--json FILE]`: plays a whole season over the HTTP API and checks it.
 * With `--url` the installation must be a rehearsal, and the login its system administrator's.
 * Exit code 1 on any error or mismatch.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { season: { type: 'string' }, small: { type: 'boolean' }, url: { type: 'string' }, login: { type: 'string' }, password: { type: 'string' }, json: { type: 'string' } },
  });
  if (values.season !== 'innovation') throw new UsageError(text('cli.help.demo'));
  const plan = values.small ? SMALL_SEASON : FULL_SEASON;
  let summary: SeasonSummary;
  if (values.url) {
    if (!values.login || !values.password) throw new UsageError(text('cli.demoNeedsLogin'));
    if (!(await isRehearsal(values.url))) throw new UsageError(text('cli.demoNeedsRehearsal', { url: values.url }));
    const administrator = { login: values.login, password: values.password };
    summary = (await playSeason({ url: values.url.replace(/\/$/, ''), plan, administrator, prefix: `s${Date.now().toString(36)}-`, say })).summary;
  } else {
    summary = await playOnOwnInstance(plan);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify({ ...summary, phases: undefined }, null, 2)}\n`);
  return summary.errors.length > 0 || summary.rankMismatches.length > 0 || summary.recomputedRows === 0 ? 1 : 0;
}
