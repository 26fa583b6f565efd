import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingWatch } from '#libs/judging';
import { JudgingStage, must, sheetOf, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let stage: JudgingStage;
let panel: string;

/** The office's newest questions once the screening that was asked for has run. */
async function screened(): Promise<any[]> {
  const before = (await must(stage.secretariat.client.get(stage.url('initial', '/screening')))).body.madeAt;
  system.clock.advance(1000);
  await must(stage.secretariat.client.post(stage.url('initial', '/screening'), {}));
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await must(stage.secretariat.client.get(stage.url('initial', '/screening')));
    if (body.madeAt !== before) return (await must(stage.secretariat.client.get(stage.url('initial', '/questions?size=100')))).body.rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the screening did not run');
}

const titles = async (client: StagedJudge['client']): Promise<string[]> => (await must(client.get('/api/notices?size=100'))).body.rows.map((row: { title: string }) => row.title);
const look = () => system.api.get(JudgingWatch, { strict: false }).look();

/** Between 0 and 1, the same at every run, without any pattern over entries or judges that a screen could rightly find. */
const chance = (...parts: (string | number)[]): number => createHash('sha256').update(parts.join()).digest().readUInt32BE() / 2 ** 32;

/** How good an entry is, the same for every judge, and a little of each judge's own opinion. The first judge is far too severe, the second turns the scale round. */
function points(entry: number, judge: number): number {
  const quality = 60 + Math.floor(30 * chance('quality', entry));
  const opinion = Math.floor(9 * chance('opinion', entry, judge)) - 4;
  if (judge === 0) return Math.max(0, quality + opinion - 30);
  if (judge === 1) return 150 - quality + opinion;
  return Math.min(100, quality + opinion);
}

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
  stage = await JudgingStage.set(system);
  await stage.addEntries(36);
  await stage.addJudges(12);
  panel = await stage.openPanel('initial', stage.judges);
  await stage.assign('initial');
  const leader = stage.judges[5] as StagedJudge;
  await must(stage.secretariat.client.patch(`/api/judging/panels/${panel}/judges/${leader.judgeId}`, { lead: true }));
  const codes = await stage.codes('initial');
  for (const [index, judge] of stage.judges.entries()) {
    const { body } = await must(judge.client.get('/api/judge/queue?size=200'));
    for (const row of body.rows.slice(0, index === 11 ? -1 : undefined)) {
      const entry = stage.entries.findIndex((one) => one.id === codes.get(row.code));
      await must(judge.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, {
        clientKey: `key-${row.assignmentId}`, baseVersion: 0, values: sheetOf(points(entry, index)), secondsSpent: index === 2 ? 9 : 400 + Math.floor(300 * chance('seconds', entry, index)),
      }));
    }
  }
}, 120_000);

describe('what stands out in the scores', () => {
  let rows: any[] = [];
  const about = (kind: string): string[] => rows.filter((row) => row.kind === kind).map((row) => row.judgeId).sort();
  const id = (index: number): string => stage.judges[index]?.judgeId as string;

  it('becomes a question with its evidence: who is severe, who scores against everybody, who is too fast; hardly anybody else', async () => {
    rows = (await screened()).filter((row) => row.askedOf === 'office');
    expect(about('severity')).toEqual([id(0)]);
    expect(about('randomScores')).toEqual([id(1)]);
    expect(about('tooFast')).toEqual([id(2)]);
    expect(rows.find((row) => row.kind === 'severity').evidence.severity).toBeLessThan(-15);
    expect(rows.find((row) => row.kind === 'tooFast').evidence).toMatchObject({ seconds: 9 });
    // Who reads what is drawn anew at each run, and each screen may ask one question too many in twenty.
    const asked = new Set(rows.filter((row) => row.kind !== 'outlyingScore').flatMap((row) => [row.judgeId, row.otherJudgeId ?? row.judgeId]));
    for (const index of [0, 1, 2]) asked.delete(id(index));
    expect(asked.size).toBeLessThanOrEqual(2);
    expect((await titles(stage.secretariat.client)).filter((title) => title === '评分中有需要看的情况')).toHaveLength(1);
  });

  it('shows every judge\'s figures to the office and to nobody who judges', async () => {
    const { body } = await must(stage.secretariat.client.get(stage.url('initial', '/screening')));
    expect(body.judges).toHaveLength(12);
    expect(body.judges.find((judge: { judge: string }) => judge.judge === id(0)).high).toBeLessThan(0);
    const [judge] = stage.judges as [StagedJudge];
    for (const path of ['/screening', '/questions']) expect((await judge.client.get(stage.url('initial', path))).status).toBe(403);
  });

  it('is answered once, by a person; the answer stays and the question is not asked again', async () => {
    const question = rows.find((row) => row.kind === 'severity');
    const answer = { outcome: 'talkedTo', answer: '已与评委电话沟通，其分到的作品确实偏弱。' };
    expect((await stage.secretariat.client.post(`/api/judging/questions/${question.id}/answer`, { ...answer, answer: '' })).status).toBe(400);
    const { body } = await must(stage.secretariat.client.post(`/api/judging/questions/${question.id}/answer`, answer));
    expect(body).toMatchObject({ ...answer, answeredBy: expect.stringMatching(/./) });
    expect(await stage.secretariat.client.post(`/api/judging/questions/${question.id}/answer`, answer)).toMatchObject({ status: 409, body: { code: 'QUESTION_ANSWERED' } });
    await expect(system.db.query(`UPDATE judging_question SET answer = 'x' WHERE id = $1`, [question.id])).rejects.toThrow(/evidence/);
    await expect(system.db.query('DELETE FROM judging_question')).rejects.toThrow(/evidence/);
    const again = await screened();
    expect(again.filter((row) => row.kind === 'severity')).toMatchObject([{ id: question.id, answer: answer.answer }]);
    expect((await titles(stage.secretariat.client)).filter((title) => title === '评分中有需要看的情况')).toHaveLength(1);
  });
});

describe('a mark far from the own ones', () => {
  it('is asked about at the desk, from the judge\'s own sheets alone, and nothing is refused', async () => {
    const own = stage.judges[11] as StagedJudge;
    const { rows } = (await must(own.client.get('/api/judge/queue?size=200'))).body;
    const open = rows.find((row: { sheetState: string }) => row.sheetState === 'blank');
    const { body } = await must(own.client.get(`/api/judge/assignments/${open.assignmentId}`));
    const marks = await system.db.query<{ mark: number }>(
      `SELECT (v.values->>'innovation')::float8 AS mark FROM assignment a JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version WHERE a.judge_id = $1 AND a.sheet_state = 'submitted' ORDER BY 1`, [own.judgeId],
    );
    expect(body.usual.find((one: { key: string }) => one.key === 'innovation')).toMatchObject({ least: marks[0]?.mark, most: marks.at(-1)?.mark, sheets: rows.length - 1 });
    await must(own.client.put(`/api/judge/assignments/${open.assignmentId}/sheet`, { clientKey: 'far-off-mark', baseVersion: 0, values: { innovation: '0' } }));
  });
});

describe('when and for whom', () => {
  const asked = (rows: any[], kind: string): any[] => rows.filter((row) => row.kind === kind);

  it('is asked about too: most sheets just before the end, and kindness to entries of the own prefecture; neither before there is a reason', async () => {
    const [partial, late] = [stage.judges[7], stage.judges[8]] as [StagedJudge, StagedJudge];
    const rows = await screened();
    expect([...asked(rows, 'lastMinute'), ...asked(rows, 'favouring')]).toEqual([]);
    const { prefecture } = stage.cast.units.elsewhere;
    await system.db.query('UPDATE judge SET prefecture_id = $2 WHERE id = $1', [partial.judgeId, prefecture]);
    const changed = await system.db.query<{ id: string }>(
      `WITH own AS (SELECT a.id, c.entry_id, row_number() OVER (ORDER BY c.code) % 2 AS half FROM assignment a JOIN entry_code c ON c.id = a.code_id WHERE a.judge_id = $1)
       UPDATE entry e SET prefecture_id = $2 FROM own WHERE own.half = 0 AND e.id = own.entry_id RETURNING own.id`, [partial.judgeId, prefecture],
    );
    // Theirs come to 20 points more than before; what others say of them stays.
    await system.db.query('ALTER TABLE score_sheet DISABLE TRIGGER USER');
    await system.db.query(`UPDATE assignment SET sheet_total = (sheet_total::numeric + 20)::text WHERE id = ANY($1::uuid[])`, [changed.map((row) => row.id)]);
    await system.db.query(
      `UPDATE score_sheet v SET saved_at = (SELECT closes_at FROM edition_stage WHERE edition_id = $2 AND key = 'initial') - interval '1 hour' FROM assignment a WHERE a.judge_id = $1 AND v.assignment_id = a.id`,
      [late.judgeId, stage.editionId],
    );
    await system.db.query('ALTER TABLE score_sheet ENABLE TRIGGER USER');
    const after = await screened();
    expect(asked(after, 'lastMinute')).toMatchObject([{ judgeId: late.judgeId, evidence: { hours: 6 } }]);
    const { evidence } = asked(after, 'lastMinute')[0];
    expect(evidence.late).toBe(evidence.entries);
    expect(asked(after, 'favouring')).toMatchObject([{ judgeId: partial.judgeId, code: null }]);
    expect(asked(after, 'favouring')[0].evidence.difference).toBeGreaterThan(0.5);
    expect(asked(after, 'favouring')[0].evidence.chance).toBeLessThan(0.05);
  });
});

describe('scores of an entry that lie too far apart', () => {
  it('are asked of the group leader, without a score or a name, once every sheet is in', async () => {
    const leader = stage.judges[5] as StagedJudge;
    const { body } = await must(leader.client.get('/api/judge/questions'));
    expect(body.length).toBeGreaterThan(0);
    expect(Object.keys(body[0]).sort()).toEqual(['answer', 'answeredAt', 'askedAt', 'code', 'evidence', 'id', 'outcome', 'panel', 'panelId']);
    expect(Number(body[0].evidence.range)).toBeGreaterThan(15);
    expect(await titles(leader.client)).toContain('评分分歧较大');
    const other = stage.judges[6] as StagedJudge;
    expect((await must(other.client.get('/api/judge/questions'))).body).toEqual([]);
    expect((await other.client.post(`/api/judge/questions/${body[0].id}/answer`, { outcome: 'reviewed', answer: '看过了没有问题' })).status).toBe(404);
    const answered = await must(leader.client.post(`/api/judge/questions/${body[0].id}/answer`, { outcome: 'reviewed', answer: '复核后维持原评分' }));
    expect(answered.body).toMatchObject({ outcome: 'reviewed', answer: '复核后维持原评分' });
    // The entry whose last sheet is missing is asked about by nobody yet.
    const open = await system.db.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM judging_question q JOIN assignment a ON a.code_id = q.code_id AND a.state = 'assigned' WHERE q.kind = 'divergence' AND a.sheet_state <> 'submitted'`,
    );
    expect(open?.count).toBe(0);
  });
});

describe('reminders', () => {
  it('go out at the hours the rulebook names, never twice, to those with open sheets alone; then the office is told', async () => {
    const late = stage.judges[11] as StagedJudge;
    const reminders = async (player: { client: StagedJudge['client'] }) => (await titles(player.client)).filter((title) => title === '评分提醒').length;
    expect((await look()).reminded).toBe(0);
    for (const [instant, sent] of [['2026-04-04T10:00:00+08:00', 1], ['2026-04-04T12:00:00+08:00', 1], ['2026-04-06T09:30:00+08:00', 2]] as const) {
      await stage.moveTo(instant);
      await look();
      await look();
      expect(await reminders(late)).toBe(sent);
    }
    expect(await reminders(stage.judges[4] as StagedJudge)).toBe(0);
    expect(await titles(stage.secretariat.client)).not.toContain('评分临近截止仍未交齐');
    await stage.moveTo('2026-04-06T22:00:00+08:00');
    expect((await Promise.all([look(), look()])).map((done) => done.toOffice).sort()).toEqual([0, 1]);
    expect((await titles(stage.secretariat.client)).filter((title) => title === '评分临近截止仍未交齐')).toHaveLength(1);
    const { body } = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/progress/judges`));
    expect(body.find((judge: { judgeId: string }) => judge.judgeId === late.judgeId).remindedAt).toMatch(/^2026-04-06T01:30/);
  });
});
