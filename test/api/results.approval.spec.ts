import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';
import type { Rulebook } from '#libs/contests';

type AwardCaps = NonNullable<NonNullable<Rulebook['scoring']['awards']>[number]['caps']>;

/** Ranks 3 and 4 of ten are tied across the cut of the first prize; the names and scores of INN-AWARD-004 and -005. */
const SCORES = [95, 93, 91, 91, 90, 88, 88, 85, 84, 80];

async function withResult(ties: 'expand' | 'shrink' | 'report', caps?: AwardCaps): Promise<{ system: TestSystem; stage: JudgingStage; snapshot: string }> {
  const system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  const stage = await JudgingStage.set(system, (rulebook) => {
    // One stage only, prizes by number: 3, 3, 4.
    rulebook.scoring.stages = rulebook.scoring.stages.slice(0, 1);
    rulebook.scoring.total = { method: 'stage', stage: 'initial', places: 2 };
    rulebook.scoring.ranking = { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] };
    rulebook.scoring.selections = [];
    rulebook.scoring.awards = [{
      key: 'grade', ties, smallGroup: { manualBelow: 3 }, ...(caps && { caps }),
      levels: [
        { key: 'first', label: { zh: '一等奖', en: 'First prize' }, count: 3 },
        { key: 'second', label: { zh: '二等奖', en: 'Second prize' }, count: 3 },
        { key: 'third', label: { zh: '三等奖', en: 'Third prize' }, count: 4 },
      ],
    }];
    rulebook.panels = rulebook.panels.slice(0, 1);
  });
  await stage.addEntries(10);
  await stage.addJudges(5);
  const panel = await stage.openPanel('initial', stage.judges);
  await stage.assign('initial');
  await stage.judgeAll('initial', (entryId) => SCORES[stage.entries.findIndex(({ id }) => id === entryId)]);
  await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
  // The entries went the whole way; only the last state matters to the lists.
  await system.db.query(`UPDATE entry SET state = 'final_scored' WHERE edition_id = $1`, [stage.editionId]);
  return { system, stage, snapshot: await stage.snapshot('initial') };
}

const levelsOf = async (stage: JudgingStage, proposalId: string): Promise<(string | null)[]> => {
  const { body } = await must(stage.secretariat.client.get(`/api/results/proposals/${proposalId}/rows?size=50`));
  return stage.entries.map(({ id }) => body.rows.find((row: { entryId: string }) => row.entryId === id).award);
};

describe('two people approve', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let proposal: { id: string; digest: string };
  let snapshot: string;

  beforeAll(async () => {
    ({ system, stage, snapshot } = await withResult('expand'));
  });

  it('a proposal by the rule: all tied rise, later cuts stay (INN-AWARD-004); nobody changes it by hand', async () => {
    const { body } = await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    expect(body).toMatchObject({ state: 'draft', undecided: 0, mayApprove: false });
    expect(body.cuts).toMatchObject([{ group: 'project.junior', award: 'grade', level: 'first', policy: 'expand' }, { level: 'second', policy: 'expand' }]);
    expect(body.cuts[0].entries.sort()).toEqual([stage.entries[2]?.id, stage.entries[3]?.id].sort());
    expect(await levelsOf(stage, body.id)).toEqual(['first', 'first', 'first', 'first', 'second', 'second', 'second', 'third', 'third', 'third']);
    const decision = { entryId: stage.entries[9]?.id, award: 'first', reason: '领导认为应该得一等奖' };
    expect(await stage.secretariat.client.post(`/api/results/proposals/${body.id}/decisions`, decision)).toMatchObject({ status: 409, body: { code: 'RULE_DECIDES' } });
    await expect(system.db.query(`UPDATE award_proposal_row SET award = 'first' WHERE proposal_id = $1 AND entry_id = $2`, [body.id, stage.entries[9]?.id])).rejects.toThrow(/jury_only_where_left/);
    proposal = (await must(stage.secretariat.client.post(`/api/results/proposals/${body.id}/propose`))).body;
    expect(proposal.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('only the office proposes and approves; a supervisor reads and writes nothing', async () => {
    const supervisor = (await stage.cast.as('supervisor')).client;
    expect((await supervisor.get(`/api/results/proposals/${proposal.id}`)).status).toBe(200);
    const judge = stage.judges[0]!.client;
    for (const path of ['approve', 'reject', 'publish', 'propose', 'withdraw']) {
      const body = { digest: proposal.digest, reason: '试一下行不行' };
      expect((await supervisor.post(`/api/results/proposals/${proposal.id}/${path}`, body)).status).toBe(403);
      expect((await judge.post(`/api/results/proposals/${proposal.id}/${path}`, body)).status).toBe(403);
    }
    expect((await supervisor.post(`/api/results/entries/${stage.entries[0]?.id}/disqualify`, { reason: '监督员想取消' })).status).toBe(403);
    expect((await stage.province.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' })).status).toBe(403);
  });

  it('who proposed does not approve, by service and database', async () => {
    const approve = `/api/results/proposals/${proposal.id}/approve`;
    expect(await stage.secretariat.client.post(approve, { digest: proposal.digest })).toMatchObject({ status: 409, body: { code: 'PROPOSER_CANNOT_APPROVE' } });
    await expect(system.db.query('UPDATE award_proposal SET first_approver = proposed_by WHERE id = $1', [proposal.id])).rejects.toThrow(/proposer_does_not_approve/);
  });

  it('nobody approves what has changed since it was read', async () => {
    expect(await stage.province.client.post(`/api/results/proposals/${proposal.id}/approve`, { digest: '0'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'PROPOSAL_CHANGED' } });
    await expect(system.db.query('UPDATE award_proposal_row SET award = NULL, computed = NULL WHERE proposal_id = $1', [proposal.id])).rejects.toThrow(/not changed/);
  });

  it('one person is not two, however often or parallel', async () => {
    const approve = `/api/results/proposals/${proposal.id}/approve`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => stage.province.client.post(approve, { digest: proposal.digest })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.filter((answer) => answer.status === 409).map((answer) => answer.body.code)).toEqual(Array(3).fill('APPROVED_ALREADY'));
    await expect(system.db.query(`UPDATE award_proposal SET second_approver = first_approver, state = 'approved', approved_at = now() WHERE id = $1`, [proposal.id])).rejects.toThrow(/approvers_differ/);
    await expect(system.db.query(`UPDATE award_proposal SET state = 'approved', approved_at = now() WHERE id = $1`, [proposal.id])).rejects.toThrow(/approved_by_two/);
    expect(await stage.province.client.post(`/api/results/proposals/${proposal.id}/publish`)).toMatchObject({ status: 409, body: { code: 'NOT_APPROVED' } });
    await expect(
      system.db.query(
        `INSERT INTO publication (edition_id, kind, version, proposal_id, snapshot_id, rulebook_version_id, digest, posted_by, posted_at, notice_days, notice_closes_at, state)
         SELECT p.edition_id, p.kind, 1, p.id, p.snapshot_id, s.rulebook_version_id, '', p.created_by, now(), 7, now(), 'in_notice' FROM award_proposal p JOIN score_snapshot s ON s.id = p.snapshot_id WHERE p.id = $1`,
        [proposal.id],
      ),
    ).rejects.toThrow(/approved proposal/);
  });

  it('the second one makes it publishable, once, even when pressed twice', async () => {
    expect((await must(stage.deputy.client.post(`/api/results/proposals/${proposal.id}/approve`, { digest: proposal.digest }))).body).toMatchObject({ state: 'approved', approvals: [{ approved: true }, { approved: true }] });
    const answers = await Promise.all([1, 2, 3].map(() => stage.province.client.post(`/api/results/proposals/${proposal.id}/publish`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await system.db.query('SELECT version, state FROM publication')).toEqual([{ version: 1, state: 'in_notice' }]);
  });

  it('one no ends a proposal, with its reason', async () => {
    const { body } = await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    const proposed = (await must(stage.secretariat.client.post(`/api/results/proposals/${body.id}/propose`))).body;
    expect((await stage.deputy.client.post(`/api/results/proposals/${body.id}/reject`, { digest: proposed.digest })).status).toBe(400);
    expect((await must(stage.deputy.client.post(`/api/results/proposals/${body.id}/reject`, { digest: proposed.digest, reason: '请再核对并列名次' }))).body).toMatchObject({ state: 'rejected', approvals: [{ approved: false, reason: '请再核对并列名次' }] });
    expect(await stage.province.client.post(`/api/results/proposals/${body.id}/approve`, { digest: proposed.digest })).toMatchObject({ status: 409, body: { code: 'PROPOSAL_STEP' } });
  });
});

describe('ties at a cut', () => {
  it('drop to the next prize where places are hard (INN-AWARD-005)', async () => {
    const { stage, snapshot } = await withResult('shrink');
    const { body } = await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    expect(await levelsOf(stage, body.id)).toEqual(['first', 'first', 'second', 'second', 'second', 'third', 'third', 'third', 'third', 'third']);
  });

  it('go to the jury where the rule leaves them open; its decisions carry reasons and stay', async () => {
    const { system, stage, snapshot } = await withResult('report');
    const client = stage.secretariat.client;
    const { body } = await must(client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    const open = await must(client.get(`/api/results/proposals/${body.id}/rows?leftToJury=true&size=50`));
    expect(body.undecided).toBe(open.body.total);
    expect(open.body.total).toBeGreaterThanOrEqual(2);
    expect(await client.post(`/api/results/proposals/${body.id}/propose`)).toMatchObject({ status: 409, body: { code: 'JURY_MUST_DECIDE' } });
    const [one] = open.body.rows;
    expect((await client.post(`/api/results/proposals/${body.id}/decisions`, { entryId: one.entryId, award: 'first', reason: '' })).status).toBe(400);
    expect(await client.post(`/api/results/proposals/${body.id}/decisions`, { entryId: one.entryId, award: 'special', reason: '评委会合议决定' })).toMatchObject({ status: 422, body: { code: 'AWARD_UNKNOWN' } });
    for (const row of open.body.rows) await must(client.post(`/api/results/proposals/${body.id}/decisions`, { entryId: row.entryId, award: 'second', reason: '评委会合议决定' }));
    await must(client.post(`/api/results/proposals/${body.id}/decisions`, { entryId: one.entryId, award: 'first', reason: '评委会复议改为一等奖' }));
    const proposed = await must(client.post(`/api/results/proposals/${body.id}/propose`));
    expect(proposed.body.decisions).toHaveLength(open.body.total + 1);
    await expect(system.db.query('DELETE FROM jury_decision')).rejects.toThrow(/evidence/);
    for (const approver of [stage.province, stage.deputy]) await must(approver.client.post(`/api/results/proposals/${body.id}/approve`, { digest: proposed.body.digest }));
    const posted = await must(stage.province.client.post(`/api/results/proposals/${body.id}/publish`));
    expect((await must(client.get(`/api/results/publications/${posted.body.id}/recomputation`))).body).toMatchObject({ same: true, rowsIntact: true, mismatches: 0, rows: 10 });
  });
});

describe('a limit on the prizes of one school', () => {
  it('keeps those beyond it from that prize, or from any, and says so', async () => {
    const { stage, snapshot } = await withResult('expand', [{ attribute: 'school', most: 1, level: 'first' }, { attribute: 'school', most: 4 }]);
    const { body } = await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    const { body: listed } = await must(stage.secretariat.client.get(`/api/results/proposals/${body.id}/rows?size=50`));
    const schools = new Map<string, Record<string, number>>();
    const rows = await stage.system.db.query<{ id: string; school: string }>('SELECT id, school_id AS school FROM entry WHERE edition_id = $1', [stage.editionId]);
    for (const { id, school } of rows) {
      const award = listed.rows.find((row: { entryId: string }) => row.entryId === id)?.award ?? 'none';
      schools.set(school, { ...schools.get(school), [award]: (schools.get(school)?.[award] ?? 0) + 1 });
    }
    for (const counts of schools.values()) {
      expect(counts.first ?? 0).toBeLessThanOrEqual(1);
      expect((counts.first ?? 0) + (counts.second ?? 0) + (counts.third ?? 0)).toBeLessThanOrEqual(4);
    }
    expect(Math.max(...rows.map(({ school }) => rows.filter((row) => row.school === school).length))).toBeGreaterThan(4);
  });
});
