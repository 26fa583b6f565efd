import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

interface Slot { code: string; room: string; panelId: string; startsAt: string; endsAt: string }

describe('call-backs of the final', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panels: [string, string];
  let student: Awaited<ReturnType<JudgingStage['cast']['as']>>;
  let first: StagedEntry;
  let codes: string[];
  let made: { id: string };
  const office = () => stage.secretariat.client;
  const calls = () => ({ day: '2026-04-18', from: 900, length: 10, cycle: 15, calls: [{ panelId: panels[0], codes: codes.slice(0, 3) }, { panelId: panels[1], codes: [...codes.slice(0, 2), codes[4]] }] });
  const slotsOf = async (id: string): Promise<Slot[]> => (await must(office().get(`/api/judging/timetables/${id}/slots`))).body;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-04-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(4, { group: 'junior' });
    await stage.addEntries(3, { group: 'senior' });
    [first] = stage.entries as [StagedEntry];
    await system.db.query(`UPDATE edition_stage SET opens_at = opens_at - interval '60 days', closes_at = closes_at - interval '20 days' WHERE edition_id = $1`, [stage.editionId]);
    await system.db.query(`UPDATE entry SET state = 'finalist' WHERE edition_id = $1`, [stage.editionId]);
    await stage.addJudges(10);
    student = await stage.cast.as('student');
    await system.db.query('UPDATE entry_member SET person_id = $1 WHERE entry_id = $2', [student.personId, first.id]);
    panels = [await stage.openPanel('final', stage.judges.slice(0, 5), { groups: ['junior'] }), await stage.openPanel('final', stage.judges.slice(5), { groups: ['senior'] })];
    await must(office().post(stage.url('final', '/codes')));
    const byEntry = new Map([...(await stage.codes('final'))].map(([code, entry]) => [entry, code]));
    codes = stage.entries.map((entry) => byEntry.get(entry.id) as string);
  }, 120_000);

  it('need the interviews first', async () => {
    expect(await office().post(stage.url('final', '/call-backs'), calls())).toMatchObject({ status: 409, body: { code: 'CALL_BACKS_NEED_TIMETABLE' } });
    const { body } = await must(office().post(stage.url('final', '/timetables'), {
      days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 720 }] }], length: 20, cycle: 30, gap: 10, travel: 10, keep: false,
      rooms: [{ panelId: panels[0], room: '301', place: '主楼' }, { panelId: panels[1], room: '102', place: '主楼' }],
    }));
    for (let tries = 0; tries < 1_000 && (await must(office().get(stage.url('final', '/timetables')))).body[0].state === 'queued'; tries++) await new Promise((resolve) => setTimeout(resolve, 40));
    await must(office().post(`/api/judging/timetables/${body.id}/publish`));
  });

  it('are refused with everything that is wrong: past, unknown, twice, into interviews that are published', async () => {
    const wrong = { ...calls(), day: '2026-04-09', cycle: 5, calls: [{ panelId: panels[0], codes: [codes[0], codes[0], 'X99'] }] };
    const answer = await office().post(stage.url('final', '/call-backs'), wrong);
    expect(answer.status).toBe(422);
    expect(answer.body.problems.map(({ code }: { code: string }) => code)).toEqual(['CYCLE_TOO_SHORT', 'CALL_BACKS_PAST', 'CALLED_ALREADY', 'CODE_UNKNOWN']);
    expect(await office().post(stage.url('final', '/call-backs'), { ...calls(), from: 545 })).toMatchObject({ status: 409, body: { code: 'CALL_BACKS_CLASH' } });
    expect((await stage.judges[0]!.client.post(stage.url('final', '/call-backs'), calls())).status).toBe(403);
  });

  it('are a draft in the fewest slots: each panel each code once, nobody twice in a slot', async () => {
    made = (await must(office().post(stage.url('final', '/call-backs'), calls()))).body;
    expect(made).toMatchObject({ kind: 'callBack', state: 'draft', interviews: 6 });
    const slots = await slotsOf(made.id);
    expect(new Set(slots.map((slot) => slot.startsAt)).size).toBe(3);
    expect(new Set(slots.map((slot) => `${slot.code} ${slot.startsAt}`)).size).toBe(6);
    expect(new Set(slots.map((slot) => `${slot.room} ${slot.startsAt}`)).size).toBe(6);
    expect(slots.filter((slot) => slot.code === codes[0]).map((slot) => slot.room).sort()).toEqual(['102', '301']);
    expect((await must(student.client.get('/api/interviews/mine'))).body).toHaveLength(1);
  });

  it('the database holds no interview of another panel in the timetable itself, and no clash in force', async () => {
    const [timetable] = await system.db.query<{ id: string }>(`SELECT id FROM interview_timetable WHERE kind = 'first' AND state = 'published'`);
    await expect(system.db.query('UPDATE interview_slot SET panel_id = $2 WHERE timetable_id = $1 AND panel_id = $3', [timetable!.id, panels[0], panels[1]])).rejects.toThrow(/held by the panel/);
    await expect(system.db.transaction(async () => {
      await system.db.query(`UPDATE interview_slot SET starts_at = starts_at - interval '6 hours', ends_at = ends_at - interval '6 hours' WHERE timetable_id = $1`, [made.id]);
      await system.db.query(`UPDATE interview_timetable SET state = 'published', published_by = created_by, published_at = created_at WHERE id = $1`, [made.id]);
    })).rejects.toThrow(/already takes/);
  });

  it('published, makers and judges are told and see them; a panel calls nobody back a second time', async () => {
    await must(office().post(`/api/judging/timetables/${made.id}/publish`));
    const { body: mine } = await must(student.client.get('/api/interviews/mine'));
    expect(mine.map((one: { callBack: boolean }) => one.callBack)).toEqual([false, true, true]);
    expect(new Set(mine.map((one: { ticket: string }) => one.ticket)).size).toBe(1);
    const { body: heard } = await must((stage.judges[5] as StagedJudge).client.get('/api/judge/interviews'));
    expect(heard.filter((one: { callBack: boolean }) => one.callBack)).toHaveLength(3);
    const told = await system.db.query(`SELECT 1 FROM notice WHERE template = 'judging.callBack' AND account_id = $1`, [student.accountId]);
    expect(told).toHaveLength(1);
    const again = await office().post(stage.url('final', '/call-backs'), { ...calls(), from: 1020, calls: [{ panelId: panels[0], codes: [codes[0]] }] });
    expect(again).toMatchObject({ status: 422, body: { problems: [{ code: 'CALLED_ALREADY' }] } });
    const more = await must(office().post(stage.url('final', '/call-backs'), { ...calls(), from: 1020, calls: [{ panelId: panels[0], codes: [codes[3]] }] }));
    await must(office().post(`/api/judging/timetables/${more.body.id}/publish`));
  });

  it('the screen in the hall shows who is heard and who is next, without codes or people', async () => {
    await stage.moveTo('2026-04-18T15:02:00+08:00');
    const { body, text } = await must(office().get(stage.url('final', '/board')));
    expect(body.map((room: { room: string; now: unknown[]; next: unknown[] }) => [room.room, room.now.length, room.next.length])).toEqual([['102', 1, 2], ['301', 1, 2]]);
    expect(body[1].now[0]).toMatchObject({ callBack: true, arrived: false });
    for (const code of codes) expect(text).not.toContain(code);
    expect((await stage.judges[0]!.client.get(stage.url('final', '/board'))).status).toBe(403);
  });

  it('withdrawn, whoever was called is told why, and nobody has to come', async () => {
    expect((await office().post(`/api/judging/call-backs/${made.id}/withdraw`, { reason: '短' })).status).toBe(400);
    await must(office().post(`/api/judging/call-backs/${made.id}/withdraw`, { reason: '评审组意见已一致' }));
    student.client = await stage.cast.logIn(student.login);
    expect((await must(student.client.get('/api/interviews/mine'))).body.filter((one: { callBack: boolean }) => one.callBack)).toEqual([]);
    const told = await system.db.query<{ params: { reason: string } }>(`SELECT params FROM notice WHERE template = 'judging.callBackWithdrawn' AND account_id = $1`, [student.accountId]);
    expect(told).toMatchObject([{ params: { reason: '评审组意见已一致' } }]);
    expect(await office().post(`/api/judging/call-backs/${made.id}/withdraw`, { reason: '再撤回一次' })).toMatchObject({ status: 409, body: { code: 'CALL_BACKS_OVER' } });
  });
});
