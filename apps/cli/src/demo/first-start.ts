import { text, withOneConnection, type Config } from '#libs/platform';
import { UsageError } from '../usage-error.js';
import { startRehearsal } from './own-instance.js';
import { DEMO_PASSWORD } from './season-cast.js';
import { playSeason } from './season.js';
import type { Cast } from './season-people.js';
import { firstStartPlans } from './season-plan.js';

const SETTING = 'demo';

const mark = (databaseUrl: string, state: 'loading' | 'loaded'): Promise<unknown> =>
  withOneConnection(databaseUrl, async (connection) => {
    await connection.query(`INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = now()`, [SETTING, JSON.stringify(state)]);
    if (state === 'loaded') await connection.query(`DELETE FROM setting WHERE name = 'rehearsal.clock'`);
  });

interface OwnEntry {
  id: string;
  state: string;
}

/** A pupil whose work was published takes over the record that the school had made: the demo's student. */
async function claimStudent(cast: Cast): Promise<void> {
  for (const { coach } of cast.schools) {
    const entry = (await coach.get<OwnEntry[]>('/api/entries/mine')).find((one) => one.state === 'confirmed');
    if (!entry) continue;
    const { members } = await coach.get<{ members: { personId: string }[] }>(`/api/entries/${entry.id}`);
    const { url } = await coach.post<{ url: string }>(`/api/people/${members[0]?.personId}/claim-link`);
    await cast.nobody.post('/api/claims', { token: new URL(url).pathname.split('/').at(-1), loginName: 'student1', password: DEMO_PASSWORD });
    return;
  }
}

/**
 * Plays the demo seasons into an empty database, once: last year's to its publication, this year's into the review, the
 * next one's opening weeks. A database with accounts of its own is left alone; one whose loading broke off is refused.
 * Whether the database holds the demo.
 */
export async function loadDemoIfEmpty(config: Config, databaseUrl: string, say: (line: string) => void): Promise<boolean> {
  const { state, empty } = await withOneConnection(databaseUrl, async (connection) => {
    const found = await connection.query<{ state: string | null; empty: boolean }>(
      `SELECT (SELECT value #>> '{}' FROM setting WHERE name = $1) AS state, NOT EXISTS (SELECT 1 FROM account) AS empty`,
      [SETTING],
    );
    return found.rows[0] ?? { state: null, empty: false };
  });
  if (state === 'loading') throw new UsageError(text(config.settings.databaseUrl ? 'cli.halfDemoOutside' : 'cli.halfDemo', { dataDir: config.settings.dataDir }));
  if (state === 'loaded' || !empty) return state === 'loaded';
  say(text('cli.loadingDemo'));
  await mark(databaseUrl, 'loading');
  const rehearsal = await startRehearsal(config, databaseUrl, config.settings.publicUrl);
  try {
    let cast: Cast | undefined;
    for (const plan of firstStartPlans(new Date())) {
      const played = await playSeason({ url: rehearsal.url, plan, administrator: rehearsal.administrator, cast, prefix: '', say: () => undefined });
      cast = played.cast;
      if (played.summary.errors.length > 0) throw new Error(played.summary.errors.join('\n'));
      if (plan.until === 'published') await claimStudent(cast);
      say(text('cli.seasonLoaded', { number: plan.editionNumber, seconds: played.summary.seconds }));
    }
  } finally {
    await rehearsal.stop();
  }
  await mark(databaseUrl, 'loaded');
  return true;
}

const ROLES: [role: string, login: string][] = [
  ['student', 'student1'], ['coach', 'coach1'], ['schoolAdmin', 'school1'], ['countyAdmin', 'county1'], ['prefectureAdmin', 'prefecture1'], ['provinceAdmin', 'province'], ['provinceDeputy', 'deputy'],
  ['secretariat', 'secretariat'], ['judge', 'judge1'], ['supervisor', 'supervisor'], ['systemAdmin', 'admin'],
];

/** The demo accounts, one a role, for the terminal. */
export function demoAccountsTable(): string {
  const lines = ROLES.map(([role, login]) => `  ${login.padEnd(14)} ${text(`cli.demoRole.${role}`)}`);
  return [text('cli.demoAccounts', { password: DEMO_PASSWORD }), ...lines].join('\n');
}
