import autocannon from 'autocannon';
import Fastify from 'fastify';
import { Families } from '#libs/contests';
import { canonicalJson, score, sha256Hex } from '#libs/scoring';
import { MadeUpPeople } from '../../apps/cli/src/demo/made-up-people.js';
import { MadeUpWorks } from '../../apps/cli/src/demo/made-up-works.js';
import { prepareEntry, writeScripts } from '../../apps/cli/src/demo/season-entries.js';
import { TEST_SEASON, calendarOf, projectsOnly } from '../../apps/cli/src/demo/season-plan.js';
import { Seeded } from '../../apps/cli/src/demo/seeded.js';
import { median, sideBySide, timed, type Bench } from './bench.js';
import { judgesSaving } from './judges-saving.js';
import { endSeason, season } from './season-at-scale.js';

interface Load {
  taken: number[];
  seconds: number;
}

/** The work on each item, `wide` at a time; how long each took in milliseconds, and all of it in seconds. */
async function together<T>(items: T[], wide: number, work: (item: T) => Promise<unknown>): Promise<Load> {
  const [queue, taken, begun] = [[...items], [] as number[], performance.now()];
  const one = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const from = performance.now();
      await work(item);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: wide }, one));
  return { taken, seconds: (performance.now() - begun) / 1000 };
}

const SUBMITS = 96;
let submitting: Promise<Load & { count: number }> | undefined;

/** The last day: complete drafts handed in by a dozen coaches at once. Measured once for both figures. */
const submitsUnderLoad = (): Promise<Load & { count: number }> =>
  (submitting ??= (async () => {
    const { cast, editionId, session } = await season();
    await session('admin').put('/api/clock', { now: new Date(calendarOf(TEST_SEASON).school[1].getTime() - 86_400_000).toISOString() });
    const random = new Seeded(77);
    const plan = { ...TEST_SEASON, types: projectsOnly(SUBMITS) };
    const scripts = writeScripts(plan, random, new MadeUpPeople(random, 950_000), new MadeUpWorks(random, true), cast.schools).map((script) => ({ ...script, guardianRefuses: false }));
    const drafts: { coach: { post(path: string, body: unknown): Promise<unknown> }; id: string; version: number }[] = [];
    await together(scripts, 6, async (script) => {
      const entry = await prepareEntry(script, editionId, cast.nobody, plan);
      drafts.push({ coach: script.school.coach, id: entry.id, version: entry.version });
    });
    const load = await together(drafts, 12, (draft) => draft.coach.post(`/api/entries/${draft.id}/submit`, { version: draft.version }));
    return { ...load, count: drafts.length };
  })());

const requestsPerSecond = async (url: string): Promise<number> => (await autocannon({ url, connections: 20, duration: 4 })).requests.average;

export const benches: Bench[] = [
  {
    name: 'list: a page of 50 of 10,000 entries, sorted and searched',
    unit: 'ms',
    baseline: 'the same 50 entry rows by one plain SQL query',
    async run() {
      const { cast, editionId, db } = await season();
      await cast.province.get(`/api/entries?editionId=${editionId}&size=1`);
      return sideBySide(
        () => cast.province.get(`/api/entries?editionId=${editionId}&size=50&sort=-updatedAt&page=20`),
        () => db.query('SELECT * FROM entry WHERE edition_id = $1 ORDER BY updated_at DESC LIMIT 50 OFFSET 950', [editionId]),
      );
    },
  },
  {
    name: 'entry submit: all checks, freeze, audit and notices',
    unit: 'ms',
    baseline: 'one bare UPDATE of the row in its own transaction',
    async run() {
      const { cast, editionId, db, session } = await season();
      await session('admin').put('/api/clock', { now: new Date(calendarOf(TEST_SEASON).school[1].getTime() - 86_400_000).toISOString() });
      const random = new Seeded(99);
      const plan = { ...TEST_SEASON, types: projectsOnly(14) };
      const scripts = writeScripts(plan, random, new MadeUpPeople(random, 900_000), new MadeUpWorks(random, true), cast.schools).map((script) => ({ ...script, guardianRefuses: false }));
      const taken: number[] = [];
      for (const script of scripts) {
        const entry = await prepareEntry(script, editionId, cast.nobody, plan);
        const begun = performance.now();
        await script.school.coach.post(`/api/entries/${entry.id}/submit`, { version: entry.version });
        taken.push(performance.now() - begun);
      }
      const bare = await timed(() => db.transaction(() => db.query(`UPDATE entry SET updated_at = updated_at WHERE id = (SELECT id FROM entry LIMIT 1)`)));
      return { value: median(taken.slice(2)), baseline: median(bare) };
    },
  },
  {
    name: 'entry submits a second: 12 coaches at once, all checks and audit on',
    unit: '/s',
    baseline: 'bare UPDATEs of entry rows by 12 at once, each in its own transaction',
    async run() {
      const { db } = await season();
      const { seconds, count } = await submitsUnderLoad();
      const [row] = await db.query<{ ids: string[] }>('SELECT ARRAY(SELECT id FROM entry ORDER BY id LIMIT 96) AS ids');
      const bare = await together(row?.ids ?? [], 12, (id) => db.transaction(() => db.query('UPDATE entry SET updated_at = updated_at WHERE id = $1', [id])));
      return { value: count / seconds, baseline: bare.taken.length / bare.seconds };
    },
  },
  {
    name: 'entry submit under that load: slowest of a hundred (p99)',
    unit: 'ms',
    baseline: 'the median of the same submits',
    async run() {
      const { taken } = await submitsUnderLoad();
      const sorted = [...taken].sort((one, other) => one - other);
      return { value: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0, baseline: median(taken) };
    },
  },
  {
    name: 'score save: check, version, receipt',
    unit: 'ms',
    baseline: 'one bare INSERT of a sheet in its own transaction',
    async run() {
      const { db, session, editionId } = await season();
      const [open] = await db.query<{ assignment: string; login: string; panel: string; version: number }>(
        `SELECT a.id AS assignment, a.panel_id AS panel, acc.login_name AS login, a.sheet_version AS version FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN judge j ON j.id = a.judge_id JOIN account acc ON acc.id = j.account_id
         JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id AND e.type = 'project'
         WHERE p.edition_id = $1 AND p.stage_key = 'final' AND a.state = 'assigned' LIMIT 1`,
        [editionId],
      );
      if (!open) throw new Error('no assignment to save');
      // The season is over: the panel and the sheet are opened again behind the services' back.
      await db.transaction(async () => {
        await db.query('SET LOCAL session_replication_role = replica');
        await db.query(`UPDATE panel SET state = 'open', locked_at = NULL, locked_by = NULL WHERE id = $1`, [open.panel]);
        await db.query(`UPDATE assignment SET sheet_state = 'draft' WHERE id = $1`, [open.assignment]);
        await db.query(`DELETE FROM stage_closing WHERE edition_id = $1 AND stage_key = 'final'`, [editionId]);
      });
      await session('admin').put('/api/clock', { now: new Date(calendarOf(TEST_SEASON).final[1].getTime() - 3_600_000).toISOString() });
      const judge = session(open.login);
      let version = open.version;
      const save = async (): Promise<void> => {
        const receipt = await judge.put<{ version: number }>(`/api/judge/assignments/${open.assignment}/sheet`, { clientKey: `bench-${performance.now()}-${version}`, baseVersion: version, values: { innovation: '25', science: '20' } });
        version = receipt.version;
      };
      await save();
      let copy = 100_000;
      return sideBySide(save, () =>
        db.transaction(() =>
          db.query(
            `INSERT INTO score_sheet SELECT (jsonb_populate_record(NULL::score_sheet, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(), 'version', $2::int, 'client_key', $3::text))).* FROM score_sheet s WHERE assignment_id = $1 LIMIT 1`,
            [open.assignment, copy, `copy-${copy++}`],
          ),
        ),
      );
    },
  },
  ...judgesSaving,
  {
    name: 'aggregation of 1,000 entries x 5 judges: read, score with traces, canonical text and digests',
    unit: 'ms',
    baseline: 'reading the same sheets by one SQL query',
    async run() {
      const { api, db, editionId } = await season();
      const family = api.get(Families, { strict: false }).of('innovation');
      return sideBySide(
        async () => {
          const input = await family.scoreInput(editionId, 'initial');
          sha256Hex(canonicalJson(input));
          sha256Hex(canonicalJson(score(input)));
        },
        () => db.query(`SELECT a.id, s.values FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN score_sheet s ON s.assignment_id = a.id AND s.version = a.sheet_version WHERE c.edition_id = $1 AND c.stage_key = 'initial'`, [editionId]),
        5,
      );
    },
  },
  {
    name: 'public result page',
    unit: 'req/s',
    baseline: 'a bare Fastify route that answers the same bytes',
    async run() {
      const { url, editionId } = await season();
      const path = `/api/public/results/${editionId}/rows?kind=awards&size=50`;
      const body = await (await fetch(url + path)).text();
      const bare = Fastify();
      bare.get('/rows', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(body));
      const address = await bare.listen({ port: 0, host: '127.0.0.1' });
      await requestsPerSecond(`${address}/rows`);
      const value = await requestsPerSecond(url + path);
      const baseline = await requestsPerSecond(`${address}/rows`);
      await bare.close();
      return { value, baseline };
    },
  },
];

/** Ends what the measurements started. */
export async function close(): Promise<void> {
  await endSeason();
}
