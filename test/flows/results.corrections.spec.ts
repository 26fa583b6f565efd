import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** A posted shortlist that turns out to be wrong: who is let in by decision, and how everything follows. */
describe('correcting a posted shortlist', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let snapshot: string;
  const left = (): string => stage.entries[5]?.id ?? '';

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system, (rulebook) => {
      rulebook.scoring.selections = [{ key: 'finalists', per: 'group', places: { share: 0.5 }, ties: 'expand' }];
    });
    await stage.addEntries(6);
    await stage.addJudges(5);
    const panel = await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    await stage.judgeAll('initial', (entryId) => 95 - 3 * stage.entries.findIndex(({ id }) => id === entryId));
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    await must(stage.secretariat.client.post(stage.url('initial', '/close')));
    snapshot = await stage.snapshot('initial');
  });

  const draft = async () => (await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'shortlist' }))).body;
  const letIn = (id: string, award: string | null = 'finalist') => stage.secretariat.client.post(`/api/results/proposals/${id}/decisions`, { entryId: left(), award, reason: '申诉成立：该项目漏录一名评委的评分' });
  const stateOf = async (id: string) => (await system.db.first<{ state: string }>('SELECT state FROM entry WHERE id = $1', [id]))?.state;

  it('leaves the first list to the rule, whoever asks', async () => {
    const first = await draft();
    expect(first.mayAdmit).toBe(false);
    expect((await letIn(first.id)).body.code).toBe('RULE_DECIDES');
    await expect(system.db.query(`UPDATE award_proposal_row SET award = 'finalist', exception = true WHERE proposal_id = $1 AND entry_id = $2`, [first.id, left()])).rejects.toThrow('correction of a posted shortlist');
    expect(await stage.publish('shortlist', snapshot)).toMatchObject({ version: 1, rows: 3 });
    expect(await stateOf(left())).toBe('not_shortlisted');
  });

  it('lets an entry in by a reason, two approvals and a new numbered list', async () => {
    const correction = await draft();
    expect(correction.mayAdmit).toBe(true);
    await expect(system.db.query(`UPDATE award_proposal_row SET award = 'finalist', exception = true WHERE proposal_id = $1 AND entry_id = $2`, [correction.id, left()])).rejects.toThrow('by a decision');
    // What the rule gives is not taken away by hand.
    expect((await stage.secretariat.client.post(`/api/results/proposals/${correction.id}/decisions`, { entryId: stage.entries[0]?.id, award: null, reason: '不想让他入围' })).body.code).toBe('RULE_DECIDES');
    expect((await letIn(correction.id)).body.decisions).toHaveLength(1);
    expect((await letIn(correction.id, null)).status).toBe(200);
    expect((await letIn(correction.id)).status).toBe(200);
    const { body: rows } = await must(stage.province.client.get(`/api/results/proposals/${correction.id}/rows?award=finalist`));
    expect(rows.rows.filter((row: { exception: boolean }) => row.exception)).toEqual([expect.objectContaining({ entryId: left(), computed: null, award: 'finalist' })]);
    const { body } = await must(stage.secretariat.client.post(`/api/results/proposals/${correction.id}/propose`));
    expect((await stage.secretariat.client.post(`/api/results/proposals/${correction.id}/approve`, { digest: body.digest })).body.code).toBe('PROPOSER_CANNOT_APPROVE');
    await must(stage.province.client.post(`/api/results/proposals/${correction.id}/approve`, { digest: body.digest }));
    expect((await stage.province.client.post(`/api/results/proposals/${correction.id}/publish`, { correction: '更正' })).body.code).toBe('NOT_APPROVED');
    await must(stage.deputy.client.post(`/api/results/proposals/${correction.id}/approve`, { digest: body.digest }));
    const posted = await must(stage.province.client.post(`/api/results/proposals/${correction.id}/publish`, { correction: '一项申诉成立，增补一个入围项目' }));
    expect(posted.body).toMatchObject({ version: 2, rows: 4, correction: '一项申诉成立，增补一个入围项目' });
    expect(await stateOf(left())).toBe('finalist');
    expect(await system.db.first('SELECT action, reason FROM entry_decision WHERE entry_id = $1 ORDER BY decided_at DESC LIMIT 1', [left()])).toEqual({ action: 'shortlistLater', reason: '一项申诉成立，增补一个入围项目' });
    expect((await must(system.client().get(`/api/public/results/${stage.editionId}/rows?kind=shortlist`))).body.total).toBe(4);
    expect((await must(stage.province.client.get(`/api/results/publications/${posted.body.id}/recomputation`))).body).toMatchObject({ same: true, rowsIntact: true, mismatches: 0 });
  });

  it('takes off again who is not on the next list, unless the final has been judged', async () => {
    const again = await stage.publish('shortlist', snapshot, '增补有误，恢复原名单');
    expect(again).toMatchObject({ version: 3, rows: 3 });
    expect(await stateOf(left())).toBe('not_shortlisted');
    const correction = await draft();
    await must(letIn(correction.id));
    const { body } = await must(stage.secretariat.client.post(`/api/results/proposals/${correction.id}/propose`));
    for (const approver of [stage.province, stage.deputy]) await must(approver.client.post(`/api/results/proposals/${correction.id}/approve`, { digest: body.digest }));
    await must(stage.province.client.post(`/api/results/proposals/${correction.id}/publish`, { correction: '再次增补' }));
    await system.db.query(`UPDATE entry SET state = 'final_scored' WHERE id = $1`, [left()]);
    const back = await draft();
    const proposed = (await must(stage.secretariat.client.post(`/api/results/proposals/${back.id}/propose`))).body;
    for (const approver of [stage.province, stage.deputy]) await must(approver.client.post(`/api/results/proposals/${back.id}/approve`, { digest: proposed.digest }));
    expect(await stage.province.client.post(`/api/results/proposals/${back.id}/publish`, { correction: '恢复' })).toMatchObject({ status: 409, body: { code: 'SHORTLIST_TOO_LATE' } });
    // Nor does a list go up with an entry that was disqualified after it was approved.
    await system.db.query(`UPDATE entry SET state = 'disqualified' WHERE id = $1`, [stage.entries[0]?.id]);
    expect(await stage.province.client.post(`/api/results/proposals/${back.id}/publish`, { correction: '恢复' })).toMatchObject({ status: 409, body: { code: 'RESULT_OUTDATED' } });
    expect(await system.db.query(`SELECT version FROM publication WHERE state <> 'superseded'`)).toEqual([{ version: 4 }]);
    await expect(system.db.query(
      `INSERT INTO publication_row SELECT publication_id, position + 900, $1, entry_no, type, group_key, discipline, title, members, coaches, school, prefecture, award, rank, total FROM publication_row LIMIT 1`, [stage.entries[0]?.id],
    )).rejects.toThrow(/on no list/);
  });
});
