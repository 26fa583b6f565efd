import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { innovationRulebook } from '../../libs/contests/src/rulebooks/innovation.js';
import { Sessions } from '#libs/identity';
import { Database, ensureDatabase, loadConfig, migrateDatabase, startEmbeddedPostgres, SystemClock, UploadPolicy } from '#libs/platform';
import { createApi } from '../../apps/api/src/api.js';
import { prepareDatabase } from '../../apps/cli/src/prepare.js';
import { rooms } from '../../apps/rooms.js';
import { readableText } from '../../libs/registration/src/core/leaks/readable-text.js';
import { fingerprint } from '../../libs/registration/src/core/similarity/fingerprint.js';
import type { JudgedContent } from '../../libs/registration/src/judged-content.queries.js';
import { Similarities } from '../../libs/registration/src/similarities.service.js';
import { median, timed, type Bench } from './bench.js';

interface Bare {
  url: string;
  api: NestFastifyApplication;
  db: Database;
  close(): Promise<void>;
}

let making: Promise<Bare> | undefined;
const bare = (): Promise<Bare> => (making ??= start());

async function start(): Promise<Bare> {
  const folder = mkdtempSync(join(tmpdir(), 'qingsai-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  await ensureDatabase(server.url, 'bench');
  const databaseUrl = server.databaseUrl('bench');
  const config = loadConfig({ QINGSAI_DATA_DIR: folder, LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '1000000', PORT: '0' });
  await migrateDatabase(databaseUrl, rooms);
  await prepareDatabase({ config, databaseUrl, rooms });
  const api = await createApi({ config, databaseUrl, rooms, clock: new SystemClock() });
  await api.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${(api.getHttpServer().address() as { port: number }).port}`, api, db: api.get(Database),
    async close() {
      await api.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const WORKS = 15_000;
const CHARACTERS = 3_000;

/** A text of made-up words; the same seed gives the same text. */
function babble(seed: number, length: number): string {
  let state = seed * 2_654_435_761;
  return Array.from({ length }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 12_345) | 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 3_000));
  }).join('');
}

const reportOf = (seed: number): string => babble(seed, CHARACTERS);

async function fill(db: Database): Promise<void> {
  for (let from = 0; from < WORKS; from += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => {
      const source = reportOf(from + index + 1);
      return { id: randomUUID(), title: babble(from + index + 1, 16), source, marks: fingerprint(readableText(source, 'dropped').text) };
    });
    await db.transaction(async () => {
      await db.query('SET LOCAL session_replication_role = replica');
      await db.query(
        `INSERT INTO entry (id, edition_id, type, title, state, school_id, county_id, prefecture_id, created_by, created_at, updated_at, state_since)
         SELECT r.id, r.id, 'project', r.title, 'submitted', r.id, r.id, r.id, r.id, now(), now(), now() FROM jsonb_to_recordset($1) AS r (id uuid, title text)`,
        [JSON.stringify(rows.map(({ id, title }) => ({ id, title })))],
      );
      await db.query(
        `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, source text, marks int[])),
              entered AS (INSERT INTO work_text (entry_id, part, source) SELECT id, 'report', source FROM given RETURNING id, entry_id)
         INSERT INTO work_shingle (hash, text_id) SELECT unnest(g.marks), e.id FROM entered e JOIN given g ON g.id = e.entry_id`,
        [JSON.stringify(rows)],
      );
    });
  }
  await db.query('ANALYZE');
}

const MEGABYTE = Buffer.alloc(1_000_000);

function movieHead(): Buffer {
  const box = (name: string, body: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, body.length + 8]), Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\u0002\0isomiso2mp41', 'latin1')), Buffer.from([0, 0, 0, 0]), Buffer.from('mdat', 'latin1')]);
}

/** One client's upload of `megabytes` in pieces of five, as the web app sends them. */
async function upload(url: string, cookie: string, megabytes: number): Promise<void> {
  const head = movieHead();
  const size = head.length + megabytes * MEGABYTE.length;
  const common = { 'tus-resumable': '1.0.0', cookie, origin: url };
  const call = (method: string, path: string, headers: Record<string, string>, body?: Readable): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, url), { method, headers: { ...common, ...headers } }, (answer) => {
        answer.resume();
        answer.on('end', () => (answer.statusCode && answer.statusCode < 300 ? resolve(answer.headers) : reject(new Error(`${method} answered ${answer.statusCode}`))));
      });
      asked.on('error', reject);
      if (body) body.pipe(asked);
      else asked.end();
    });
  const { location } = await call('POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': `purpose ${Buffer.from('bench').toString('base64')}` });
  let offset = 0;
  for (let piece = 0; offset < size; piece++) {
    const parts = [...(piece === 0 ? [head] : []), ...Array.from({ length: Math.min(5, megabytes - piece * 5) }, () => MEGABYTE)];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    await call('PATCH', String(location), { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), 'content-length': String(length) }, Readable.from(parts));
    offset += length;
  }
}

/** Most memory in use beyond the start while `work` runs, in MB. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 25);
  await work();
  clearInterval(look);
  return (most - before) / 1_000_000;
}

export const benches: Bench[] = [
  {
    name: `similarity: one new work of ${CHARACTERS} characters against ${WORKS.toLocaleString('en')} works`,
    unit: 'ms',
    baseline: 'normalising and marking the same text, no database',
    async run() {
      const { api, db } = await bare();
      await fill(db);
      const similarities = api.get(Similarities, { strict: false });
      const rulebook = innovationRulebook(2027);
      const { id } = (await db.first<{ id: string }>('SELECT id FROM entry LIMIT 1')) as { id: string };
      // Four fifths its own, one fifth copied from one of the others.
      const source = reportOf(90_000_001).slice(0, 2_400) + reportOf(4_711).slice(600, 1_200);
      const content: JudgedContent = {
        entryId: id, editionId: id, rulebook, title: babble(77, 16), fields: [], files: [{ materialId: id, slot: 'report', fileId: id, sha256: '', name: '' }],
        subjects: { people: [], schools: [], otherSchools: [], prefectures: [], counties: [], words: [] },
      };
      const inspected = new Map([[id, { sha256: '', pages: [source], facts: [], imageHash: null }]]);
      const compare = (): Promise<void> => db.transaction(async () => {
        await db.query('SET LOCAL session_replication_role = replica');
        await similarities.compare(content, inspected);
      });
      const value = median(await timed(compare, 9));
      const found = await db.query<{ score: number }>(`SELECT score FROM similarity_finding WHERE kind = 'text'`);
      if (found.length !== 1) throw new Error(`the copied passage was found ${found.length} times`);
      return { value, baseline: median(await timed(() => fingerprint(readableText(source, 'dropped').text), 9)) };
    },
  },
  {
    name: 'uploads: memory at most, 50 clients x 60 MB at once',
    unit: 'MB',
    baseline: 'one client x 60 MB',
    async run() {
      const { api, db, url } = await bare();
      api.get(UploadPolicy, { strict: false }).declare('bench', async () => ({ maxBytes: 100_000_000, types: ['video/mp4'] }));
      const sessions = api.get(Sessions, { strict: false });
      const cookies = await Promise.all(Array.from({ length: 51 }, async (_, index) => {
        const account = await db.first<{ id: string }>('INSERT INTO account (name, login_name) VALUES ($1, $1) RETURNING id', [`client${index}`]);
        return `qs_session=${(await sessions.begin(account?.id ?? '')).token}`;
      }));
      const baseline = await peakOf(() => upload(url, cookies[50] ?? '', 60));
      const value = await peakOf(() => Promise.all(cookies.slice(0, 50).map((cookie) => upload(url, cookie, 60))));
      return { value, baseline };
    },
  },
];

/** Ends what the measurements started. */
export async function close(): Promise<void> {
  await (await making)?.close();
}
