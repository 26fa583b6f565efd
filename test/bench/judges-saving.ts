import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, type Bench } from './bench.js';
import type { LoadedDesk, LoadOrder, Pattern } from './desk-load.js';
import { season, type ScaledSeason } from './season-at-scale.js';

const DESKS = 120;
const PASSWORD = 'Demo-2026-pass';

async function cookieOf(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ login, password: PASSWORD }) });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  if (!answer.ok || cookie === '') throw new Error(`login of ${login}: ${answer.status}`);
  return cookie;
}

/** 120 sheets reopened, as the season is over: reopened sheets may be saved after their stage's end. */
async function openDesks({ db, editionId, url }: ScaledSeason): Promise<LoadedDesk[]> {
  const rows = await db.transaction(async () => {
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query(`UPDATE panel SET state = 'open', locked_at = NULL, locked_by = NULL WHERE edition_id = $1`, [editionId]);
    await db.query('DELETE FROM stage_closing WHERE edition_id = $1', [editionId]);
    return db.query<{ assignment: string; login: string; version: number; values: Record<string, string> }>(
      `UPDATE assignment a SET sheet_state = 'reopened' FROM judge j JOIN account acc ON acc.id = j.account_id, score_sheet v
       WHERE j.id = a.judge_id AND v.assignment_id = a.id AND v.version = a.sheet_version AND a.id IN (
         SELECT x.id FROM assignment x JOIN panel p ON p.id = x.panel_id AND p.edition_id = $1 JOIN panel_judge s ON s.panel_id = x.panel_id AND s.judge_id = x.judge_id AND s.state = 'accepted'
         -- Copied rows have ids that are no version of uuid; the API refuses those.
         WHERE x.state = 'assigned' AND x.sheet_version > 0 AND x.id::text ~ '^.{14}[1-8].{4}[89ab]' ORDER BY x.id LIMIT ${DESKS})
       RETURNING a.id AS assignment, acc.login_name AS login, a.sheet_version AS version, v.values`,
      [editionId],
    );
  });
  if (rows.length < DESKS) throw new Error(`only ${rows.length} desks`);
  const cookies = new Map<string, string>();
  for (const { login } of rows) if (!cookies.has(login)) cookies.set(login, await cookieOf(url, login));
  return rows.map(({ assignment, login, version, values }) => ({ path: `/api/judge/assignments/${assignment}/sheet`, cookie: cookies.get(login) ?? '', version, values }));
}

/** Desks stand in a process of their own, as they do in life; server and database share this machine with it. */
async function load(desks: LoadedDesk[], pattern: Pattern): Promise<number[][]> {
  const { url } = await season();
  const child = fork(fileURLToPath(new URL('./desk-load.js', import.meta.url)), { serialization: 'advanced' });
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', (told: { taken?: number[][]; error?: string }) => (told.taken ? resolve(told.taken) : reject(new Error(told.error))));
      child.on('exit', (code) => reject(new Error(`the desks ended with ${code}`)));
      child.send({ url, desks, pattern } satisfies LoadOrder);
    });
  } finally {
    child.kill();
  }
}

interface Saving {
  alone: number;
  /** Milliseconds, round by round. */
  taken: number[][];
}

let opened: Promise<{ desks: LoadedDesk[]; alone: number }> | undefined;
const desksOnce = () => (opened ??= (async () => {
  const desks = await openDesks(await season());
  const [first] = desks as [LoadedDesk];
  const own = { ...first };
  const alone = median((await load([own], { kind: 'every', seconds: 0.05, rounds: 120 })).flat().slice(-60));
  first.version += 122;
  return { desks, alone };
})());

const measured = new Map<string, Promise<Saving>>();
let last: Promise<unknown> = Promise.resolve();

/** One pattern after the other, each measured once for its three figures. */
function saving(pattern: Pattern): Promise<Saving> {
  const key = JSON.stringify(pattern);
  const known = measured.get(key);
  if (known) return known;
  const run = last.then(async () => {
    const { desks, alone } = await desksOnce();
    const rounds = pattern.rounds + 2;
    const taken = await load(desks.map((desk) => ({ ...desk })), pattern);
    for (const desk of desks) desk.version += rounds;
    return { alone, taken };
  });
  last = run.catch(() => undefined);
  measured.set(key, run);
  return run;
}

const percentile = (taken: number[], share: number): number => [...taken].sort((a, b) => a - b)[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;

const PATTERNS: { name: string; pattern: Pattern }[] = [
  // The desk saves a second after the last keystroke: somebody who fills in a criterion every five seconds saves as often.
  { name: '120 judges, each every 5 s (24 a second)', pattern: { kind: 'every', seconds: 5, rounds: 5 } },
  { name: '120 judges, each every second', pattern: { kind: 'every', seconds: 1, rounds: 10 } },
  { name: 'all 120 judges in the same instant', pattern: { kind: 'instant', rounds: 15 } },
];

/** Autosaves of 120 desks: spread as people work, far denser, and all at once. */
export const judgesSaving: Bench[] = PATTERNS.flatMap(({ name, pattern }) =>
  ([['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const).map(([label, share]): Bench => ({
    name: `score save: ${name}, ${label} of a round${label === 'p95' ? ' (goal: under 100)' : ''}`,
    unit: 'ms',
    baseline: 'the same save by one desk alone, median',
    async run() {
      const { alone, taken } = await saving(pattern);
      // The median of the rounds: what else runs on the machine for a moment weighs on one of them.
      return { value: median(taken.map((round) => percentile(round, share))), baseline: alone };
    },
  })),
);
