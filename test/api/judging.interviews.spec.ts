import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpClient } from '../support/http-client.js';
import { JudgingStage, must, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

interface Slot { code: string; room: string; panelId: string; startsAt: string; endsAt: string; moved: boolean; presence: string }

describe('interviews of the final', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let panels: [string, string];
  let settings: Record<string, unknown>;
  let published: { id: string };
  let student: { client: HttpClient; accountId: string; personId?: string };
  const office = () => stage.secretariat.client;
  const url = () => stage.url('final', '/timetables');

  async function planned(input: Record<string, unknown>): Promise<any> {
    const { body } = await must(office().post(url(), input));
    for (let tries = 0; tries < 1_000; tries++) {
      const found = (await must(office().get(url()))).body.find((one: { id: string }) => one.id === body.id);
      if (found.state !== 'queued') return found;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error('the timetable did not come');
  }
  const slotsOf = async (id: string): Promise<Slot[]> => (await must(office().get(`/api/judging/timetables/${id}/slots`))).body;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-04-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(5, { group: 'junior' });
    await stage.addEntries(4, { group: 'senior' });
    await system.db.query(`UPDATE edition_stage SET opens_at = opens_at - interval '60 days', closes_at = closes_at - interval '20 days' WHERE edition_id = $1`, [stage.editionId]);
    await system.db.query(`UPDATE entry SET state = 'finalist' WHERE edition_id = $1`, [stage.editionId]);
    await stage.addJudges(10);
    student = await stage.cast.as('student');
    // One pupil with works before both panels.
    await system.db.query('UPDATE entry_member SET person_id = $1, bound = (entry_id = $3) WHERE entry_id = ANY($2)', [student.personId, [stage.entries[0]!.id, stage.entries[5]!.id], stage.entries[0]!.id]);
    panels = [await stage.openPanel('final', stage.judges.slice(0, 5), { groups: ['junior'] }), await stage.openPanel('final', stage.judges.slice(5), { groups: ['senior'] })];
    await must(office().post(stage.url('final', '/codes')));
    settings = {
      days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 660 }, { from: 840, to: 960 }] }, { day: '2026-04-19', blocks: [{ from: 540, to: 720 }] }],
      length: 20, cycle: 30, gap: 10, travel: 10, keep: false,
      rooms: [{ panelId: panels[0], room: '301', place: '主楼' }, { panelId: panels[1], room: '102', place: '东楼' }],
    };
  });

  it('what cannot be a timetable is said field by field', async () => {
    const answer = await office().post(url(), { ...settings, cycle: 10, days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 550 }] }], rooms: [(settings.rooms as object[])[0]] });
    expect(answer.status).toBe(422);
    expect(answer.body.problems.map(({ code }: { code: string }) => code)).toEqual(['CYCLE_TOO_SHORT', 'BLOCK_TOO_SHORT', 'PANEL_WITHOUT_ROOM']);
    const short = await planned({ ...settings, days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 600 }] }] });
    expect(short).toMatchObject({ state: 'impossible', interviews: 0 });
    expect(short.obstacle).not.toMatch(/[0-9a-f]{8}-/);
    expect(short.advice).toHaveLength(3);
  });

  it('is a draft that everybody can look at, and nobody is in two places', async () => {
    const made = await planned(settings);
    expect(made).toMatchObject({ state: 'draft', interviews: 9, obstacle: null });
    const slots = await slotsOf(made.id);
    const codes = await stage.codes('final');
    const own = slots.filter(({ code }) => [stage.entries[0]!.id, stage.entries[5]!.id].includes(codes.get(code) ?? '')).map(({ startsAt }) => new Date(startsAt).getTime());
    expect(Math.abs(own[0]! - own[1]!)).toBeGreaterThanOrEqual(40 * 60_000);
    expect((await must(student.client.get('/api/interviews/mine'))).body).toEqual([]);
    const [first, second] = await system.db.query<{ id: string }>('SELECT id FROM interview_slot WHERE timetable_id = $1 AND panel_id = $2 ORDER BY starts_at LIMIT 2', [made.id, panels[0]]);
    await expect(system.db.query('UPDATE interview_slot SET starts_at = o.starts_at, ends_at = o.ends_at FROM interview_slot o WHERE interview_slot.id = $1 AND o.id = $2', [second?.id, first?.id])).rejects.toThrow(/taken at that time/);
    published = (await must(office().post(`/api/judging/timetables/${made.id}/publish`))).body;
    expect(published).toMatchObject({ state: 'published' });
  });

  it('participants and judges see their own, with a ticket and nothing of others', async () => {
    const { body: mine, text } = await must(student.client.get('/api/interviews/mine'));
    expect(mine).toHaveLength(2);
    expect(mine.map(({ room }: { room: string }) => room).sort()).toEqual(['102', '301']);
    expect(mine[0].ticket).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    for (const [code] of await stage.codes('final')) expect(text).not.toContain(code);
    const judge = stage.judges[0] as StagedJudge;
    const { body: heard, text: seen } = await must(judge.client.get('/api/judge/interviews'));
    expect(heard).toHaveLength(5);
    expect(heard.every(({ room }: { room: string }) => room === '301')).toBe(true);
    for (const { ticket } of mine) expect(seen).not.toContain(ticket);
    const told = await system.db.query<{ template: string; account: string }>(`SELECT template, account_id AS account FROM notice WHERE template LIKE 'judging.interview%'`);
    expect(told.filter(({ template, account }) => template === 'judging.interviewSet' && account === student.accountId)).toHaveLength(1);
    expect(told.filter(({ template }) => template === 'judging.interviewsToHear')).toHaveLength(10);
    expect((await (await stage.cast.as('guardian')).client.get('/api/interviews/mine')).body).toEqual([]);
  });

  it('a late change moves the fewest, and only they hear of it', async () => {
    const before = new Map((await slotsOf(published.id)).map((slot) => [slot.code, slot]));
    const judge = stage.judges[0] as StagedJudge;
    // Fewer than five of the first panel can come on the first day: what it would have heard then goes to the second.
    await must(judge.client.put('/api/judge/profile', { employerOrgId: null, employer: '某研究所', post: '', prefectureId: null, fields: [], loadWish: null, away: [{ from: '2026-04-18', to: '2026-04-18' }] }));
    await system.db.query('DELETE FROM notice');
    const made = await planned({ ...settings, keep: true });
    expect(made).toMatchObject({ state: 'draft', interviews: 9 });
    const slots = await slotsOf(made.id);
    const elsewhere = slots.filter((slot) => before.get(slot.code)?.startsAt !== slot.startsAt);
    expect(made.moved).toBe(elsewhere.length);
    expect(elsewhere.every(({ panelId }) => panelId === panels[0])).toBe(true);
    expect(slots.filter(({ panelId }) => panelId === panels[0]).every(({ startsAt }) => startsAt >= '2026-04-18T16:00')).toBe(true);
    published = (await must(office().post(`/api/judging/timetables/${made.id}/publish`))).body;
    const told = await system.db.query<{ account: string }>(`SELECT DISTINCT account_id AS account FROM notice WHERE template = 'judging.interviewsToHear'`);
    expect(told.map(({ account }) => account).sort()).toEqual(stage.judges.slice(0, 5).map(({ accountId }) => accountId).sort());
    expect((await must(office().get(url()))).body.filter(({ state }: { state: string }) => state === 'published')).toHaveLength(1);
  });

  it('there are none where the rulebook keeps the codes secret: whoever comes is known', async () => {
    expect((await must(office().get(stage.url('initial', '/progress')))).body.codesSecret).toBe(true);
    const input = (await must(office().get(url()))).body.find(({ state }: { state: string }) => state === 'published');
    const body = { days: input.days, length: input.length, cycle: input.cycle, gap: input.gap, travel: input.travel, rooms: input.rooms, keep: false };
    expect(await office().post(stage.url('initial', '/timetables'), body)).toMatchObject({ status: 409, body: { code: 'INTERVIEWS_NOT_BLIND' } });
    await expect(system.db.query(`INSERT INTO interview_timetable (edition_id, stage_key, state, settings, report, created_by, created_at) SELECT edition_id, 'initial', 'queued', settings, report, created_by, now() FROM interview_timetable LIMIT 1`))
      .rejects.toThrow(/codes are secret/);
  });

  it('a ticket shown at the door counts once; a wrong one is refused', async () => {
    await stage.moveTo('2026-04-18T08:30:00+08:00');
    student.client = await stage.cast.logIn((await stage.cast.as('student')).login);
    const mine = (await must(student.client.get('/api/interviews/mine'))).body;
    const at = stage.url('final', '/check-ins');
    expect(await office().post(at, { ticket: 'ZZZZZZ' })).toMatchObject({ status: 422, body: { code: 'TICKET_UNKNOWN' } });
    const shown = await must(office().post(at, { ticket: mine[0].ticket.replace('-', '').toLowerCase() }));
    expect(shown.body).toMatchObject({ ticket: mine[0].ticket, room: mine[0].room, again: false });
    // The desk at the door learns a room and a time, not whose code it is.
    for (const [code] of await stage.codes('final')) expect(shown.text).not.toContain(code);
    expect((await must(office().post(at, { ticket: mine[0].ticket }))).body).toMatchObject({ again: true, arrivedAt: shown.body.arrivedAt });
    expect((await stage.judges[0]!.client.post(at, { ticket: mine[0].ticket })).status).toBe(403);
  });

  it('who has not come is absent by the rules, but not before the time is over and not who checked in', async () => {
    const slots = await slotsOf(published.id);
    const arrived = slots.find(({ presence }) => presence === 'arrived') as Slot;
    const missing = slots.find(({ presence, panelId }) => presence === 'expected' && panelId === panels[1]) as Slot;
    const absent = stage.url('final', '/check-ins/absent');
    expect(await office().post(absent, { codes: [missing.code], reason: '点名三次未到' })).toMatchObject({ status: 409, body: { code: 'INTERVIEW_TO_COME' } });
    await stage.moveTo('2026-04-19T18:00:00+08:00');
    expect(await office().post(absent, { codes: [arrived.code], reason: '点名三次未到' })).toMatchObject({ status: 409, body: { code: 'CHECKED_IN' } });
    expect(await office().post(`/api/judging/panels/${arrived.panelId}/absent`, { code: arrived.code, reason: '点名三次未到' })).toMatchObject({ status: 409, body: { code: 'CHECKED_IN' } });
    await expect(system.db.query(`UPDATE entry SET state = 'absent' WHERE id = $1`, [(await stage.codes('final')).get(arrived.code)])).rejects.toThrow(/not absent/);
    expect((await office().post(absent, { codes: [missing.code], reason: '点名三次未到' })).status).toBe(204);
    const entry = (await stage.codes('final')).get(missing.code);
    expect(await system.db.first('SELECT state FROM entry WHERE id = $1', [entry])).toEqual({ state: 'absent' });
    expect((await slotsOf(published.id)).find(({ code }) => code === missing.code)).toMatchObject({ presence: 'absent' });
  });
});
