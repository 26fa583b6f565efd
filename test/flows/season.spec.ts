import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '#libs/audit';
import { FieldCrypto } from '#libs/platform';
import { playSeason, type SeasonSummary } from '../../apps/cli/src/demo/season.js';
import { inAll, TEST_SEASON } from '../../apps/cli/src/demo/season-plan.js';
import { makeAdministrator } from '../../apps/cli/src/first-administrator.js';
import { startSystem, type TestSystem } from '../support/system.js';

const PASSWORD = 'Season-test-2024';

describe('a whole season, small, over HTTP as the right roles', () => {
  let system: TestSystem;
  let summary: SeasonSummary;
  beforeAll(async () => {
    system = await startSystem({ worker: true, env: { QINGSAI_REHEARSAL: 'on', QINGSAI_DEMO: 'on' } });
    await makeAdministrator(system.api, { name: '系统管理员', loginName: 'admin', password: PASSWORD });
    ({ summary } = await playSeason({ url: system.url, plan: TEST_SEASON, administrator: { login: 'admin', password: PASSWORD }, prefix: '', say: () => undefined }));
  }, 240_000);

  it('runs from registration to confirmed results without an unexpected answer', () => {
    expect(summary.errors).toEqual([]);
    expect(summary.publishedDigest).toMatch(/^[0-9a-f]{64}$/);
    const { confirmed = 0, disqualified = 0, not_shortlisted = 0, not_recommended = 0 } = summary.entriesByState;
    expect(confirmed + disqualified).toBe(summary.finalists);
    expect(summary.finalists).toBeGreaterThanOrEqual(inAll(TEST_SEASON, 'finalists'));
    expect(disqualified).toBe(1);
    expect(confirmed + disqualified + not_shortlisted).toBe(inAll(TEST_SEASON, 'places'));
    expect(not_recommended).toBeGreaterThan(0);
  });

  it('publishes ranks, totals and prizes that an independent recomputation gives too', () => {
    expect(summary.rankMismatches).toEqual([]);
    expect(summary.recomputedRows).toBe(summary.entriesByState.confirmed);
  });

  it('names no child under fourteen on the public list, and no quota is exceeded', async () => {
    const rows = (await system.client().get(`/api/public/results/${summary.edition}/rows?kind=awards&size=200`)).body.rows as { group: string; members: string[] }[];
    const primary = rows.filter((row) => row.group.includes('primary'));
    expect(primary.length).toBeGreaterThan(0);
    for (const row of primary) for (const name of row.members) expect(name).toContain('*');
    expect(await system.db.query('SELECT 1 FROM quota WHERE used > places')).toEqual([]);
  });

  it('told everyone once, and left an audit log that verifies', async () => {
    expect(await system.db.query('SELECT dedupe_key FROM notice GROUP BY dedupe_key, account_id HAVING count(*) > 1')).toEqual([]);
    const audit = await verifyAudit(system.db, system.api.get(FieldCrypto));
    expect(audit.problems).toEqual([]);
    expect(audit.records).toBeGreaterThan(500);
  });

  it('leaves no job undone and none dead', async () => {
    const left = () => system.db.query<{ state: string }>(`SELECT name, state, error FROM outbox WHERE run_at <= now()`);
    let rows = await left();
    for (const end = Date.now() + 30_000; Date.now() < end && rows.some(({ state }) => state !== 'dead'); rows = await left()) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rows).toEqual([]);
  });
});
