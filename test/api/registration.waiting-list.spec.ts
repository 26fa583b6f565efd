import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { seededRandom } from '#libs/planning';
import { violatedConstraint } from '#libs/platform';
import { WaitingList } from '../../libs/registration/src/waiting-list.service.js';
import { campRulebook } from '../support/camp-rulebook.js';
import type { Player } from '../support/cast.js';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let coach: Player;
let office: Player;
const drafts: string[] = [];
const letters: ParsedMail[] = [];
let smtp: SMTPServer;

const look = () => system.api.get(WaitingList, { strict: false }).look();
const version = async (id: string): Promise<number> => (await system.db.first<{ version: number }>('SELECT version FROM entry WHERE id = $1', [id]))?.version ?? 0;
const states = async (ids: string[]): Promise<Record<string, number>> => {
  const rows = await system.db.query<{ state: string; count: number }>('SELECT state, count(*)::int AS count FROM entry WHERE id = ANY ($1::uuid[]) GROUP BY 1', [ids]);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
};
const stateOf = async (id: string): Promise<string> => Object.keys(await states([id]))[0] as string;
const submit = async (id: string, joinWaitingList?: boolean) => coach.client.post(desk.url(id, '/submit'), { version: await version(id), ...(joinWaitingList === undefined ? {} : { joinWaitingList }) });
const answer = (id: string, accept: boolean) => coach.client.post(desk.url(id, '/substitute-answer'), { accept });
const withdraw = async (id: string) => coach.client.post(desk.url(id, '/withdraw'), { version: await version(id), reason: '不参加了' });
const listed = async (): Promise<any[]> => must(await office.client.get(`/api/waiting-list?editionId=${desk.editionId}&size=100`)).rows;
const summary = async (): Promise<any> => must(await office.client.get(`/api/waiting-list/summary?editionId=${desk.editionId}`));
/** The constraint that keeps the database from it. */
const broken = (sql: string, values: unknown[] = []): Promise<string | undefined> => system.db.query(sql, values).then(() => 'nothing', (error: unknown) => violatedConstraint(error));
const used = async (): Promise<number> => (await system.db.first<{ used: number }>('SELECT used FROM capacity WHERE entry_type IS NULL AND group_key IS NULL AND unit_id IS NULL'))?.used ?? 0;
const amend = async (change: (capacity: any) => void): Promise<void> => {
  const { document } = must(await office.client.get(`/api/editions/${desk.editionId}/rulebook`));
  change(document.capacity);
  must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/amendments`, { document, reason: '营地床位有变化' }));
};
/** Every entry is a draft again, and nobody holds or waits for anything. */
const startAgain = () =>
  system.db.transaction(async () => {
    await system.db.query('DELETE FROM capacity_place');
    await system.db.query('DELETE FROM substitute');
    await system.db.query('DELETE FROM waiting_draw');
    await system.db.query('UPDATE entry_member SET bound = false');
    await system.db.query(`UPDATE entry SET state = 'draft', returned_by = NULL, fix_by = NULL, school_rank = NULL`);
  });

async function draft(index: number): Promise<string> {
  const groupKey = index % 2 === 0 ? 'junior' : 'primary';
  const { id, version: first } = must(await coach.client.post('/api/entries', { editionId: desk.editionId, type: 'camp' }));
  must(await coach.client.patch(desk.url(id), { version: first, parts: { title: `营员${index}`, groupKey } }));
  must(await coach.client.post(desk.url(id, '/members'), desk.pupil({ schoolStage: groupKey, birthDate: '2011-03-04', grade: '一' })));
  return id as string;
}

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void simpleParser(stream).then((letter) => {
      letters.push(letter);
      done();
    }),
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  system = await startSystem({
    now: '2026-12-01T09:00:00+08:00', worker: true,
    env: { PUBLIC_URL: 'https://qingsai.example', SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, SMTP_FROM: 'Qingsai <no-reply@qingsai.example>' },
  });
  desk = await RegistrationDesk.open(system, campRulebook(2027));
  coach = await desk.cast.as('coach');
  office = await desk.cast.as('province_admin');
  for (let index = 0; index < 50; index += 1) drafts.push(await draft(index));
}, 120_000);

afterAll(async () => {
  await system.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

describe('an edition with so many places', () => {
  it('takes in no more than it has, however many come at once, and says what can be done', async () => {
    const answers = await Promise.all(drafts.map((id) => submit(id)));
    const taken = answers.filter((one) => one.status === 200);
    expect(taken).toHaveLength(20);
    expect(answers.filter((one) => one.status !== 200).map((one) => [one.status, one.body.code])).toEqual(Array.from({ length: 30 }, () => [409, 'CAPACITY_WAIT']));
    expect(await states(drafts)).toEqual({ submitted: 20, draft: 30 });
    expect(await used()).toBe(20);
    const outside = drafts.find((id) => !taken.some((one) => one.body.id === id)) as string;
    expect(must(await coach.client.get(desk.url(outside, '/check'))).capacity).toEqual({ full: true, left: 0, waitingList: true, waiting: 0 });
    expect(await broken('UPDATE capacity SET used = used + 1 WHERE entry_type IS NULL AND group_key IS NULL')).toBe('capacity_not_exceeded');
    expect(await broken('INSERT INTO capacity_place SELECT c.id, $1 FROM capacity c WHERE c.group_key IS NULL', [outside])).toBe('capacity_not_exceeded');
    expect(await broken(`UPDATE entry SET state = 'waiting' WHERE id = $1`, [outside])).toBe('entry_waits_once');
    expect(await broken(`UPDATE entry SET state = 'withdrawn' WHERE id = $1`, [taken[0]!.body.id])).toBe('entry_left_its_place');
  });

  it('lets whoever agrees wait in the order of handing in, and shows the place', async () => {
    const outside = (await system.db.query<{ id: string }>(`SELECT id FROM entry WHERE state = 'draft' ORDER BY id`)).map((row) => row.id);
    for (const id of outside.slice(0, 4)) expect((await submit(id, true)).body.state).toBe('waiting');
    expect((await listed()).map((row) => [row.entryId, row.place, row.state])).toEqual(outside.slice(0, 4).map((id, index) => [id, index + 1, 'waiting']));
    expect(must<any[]>(await coach.client.get(desk.url(outside[2]!, '/substitute')))[0]).toMatchObject({ level: 'edition', state: 'waiting', place: 3, waiting: 4 });
    const notices = await system.db.query<any>(`SELECT params FROM notice WHERE template = 'entryWaits' AND account_id = $1 ORDER BY created_at, id`, [coach.accountId]);
    expect(notices.map((row) => row.params.place)).toEqual([1, 2, 3, 4]);
    expect(await answer(outside[0]!, true)).toMatchObject({ status: 409, body: { code: 'SUBSTITUTE_NOT_CALLED' } });
    const there = await desk.cast.as('school_admin', 'elsewhere');
    expect(must(await there.client.get(`/api/waiting-list?editionId=${desk.editionId}`)).rows).toEqual([]);
    expect((await coach.client.get(`/api/waiting-list?editionId=${desk.editionId}`)).status).toBe(403);
  });

  it('calls the first for whom a place fits, holds it, and lets a taken one go on its way', async () => {
    const before = await listed();
    const [gone] = await system.db.query<{ id: string; group: string }>(`SELECT id, group_key AS "group" FROM entry WHERE state = 'submitted' AND group_key = 'primary' ORDER BY id LIMIT 1`);
    const juniors = (await system.db.first<{ used: number }>(`SELECT used FROM capacity WHERE group_key = 'junior'`))?.used ?? 0;
    must(await withdraw(gone!.id));
    const next = before.find((row) => juniors < 12 || row.groupKey === 'primary') as any;
    const [called] = (await listed()).filter((row) => row.state === 'called');
    expect(called).toMatchObject({ entryId: next.entryId, place: null, answerBy: expect.stringMatching(/^2026-12-03T01:/) });
    expect(await used()).toBe(20);
    expect((await system.db.query<any>(`SELECT params, link FROM notice WHERE template = 'waitingListCalled' AND account_id = $1`, [coach.accountId]))).toEqual([{ params: expect.objectContaining({ answerBy: expect.stringMatching(/^2026-12-03 09:/) }), link: `/entries/${called.entryId}` }]);
    expect((await submit(drafts.find((id) => !before.some((row) => row.entryId === id) && id !== gone!.id && id !== called.entryId)!)).status).toBeLessThan(500);
    expect((await (await desk.cast.as('coach', 'elsewhere')).client.post(desk.url(called.entryId, '/substitute-answer'), { accept: true })).status).toBe(404);
    const answers = await Promise.all([true, true, false].map((accept) => answer(called.entryId, accept)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(await used()).toBe(20);
    expect(['submitted', 'withdrawn']).toContain(await stateOf(called.entryId));
  });

  it('writes to whom a place is offered, once: which entry, until when, where to answer', async () => {
    await startAgain();
    await amend((capacity) => Object.assign(capacity, { limits: [{ places: 1 }] }));
    await system.db.query(`UPDATE account SET email = 'coach@example.org' WHERE id = $1`, [coach.accountId]);
    await system.db.query('UPDATE account SET email_verified_at = now() WHERE id = $1', [coach.accountId]);
    for (const id of drafts.slice(0, 3)) must(await submit(id, true));
    letters.length = 0;
    must(await withdraw(drafts[0]!));
    await Promise.all([look(), look()]);
    const offers = () => letters.filter((letter) => letter.text?.includes('轮到'));
    for (const end = Date.now() + 20_000; Date.now() < end && offers().length === 0; await pause(25));
    const [called] = await listed();
    const letter = offers()[0];
    expect(letter?.subject).toContain('有名额了，请答复');
    expect(letter?.text).toContain(`《${called.title}》`);
    expect(letter?.text).toMatch(/2026-12-\d\d \d\d:\d\d/);
    expect(letter?.text).toContain(`https://qingsai.example/entries/${drafts[1]}`);
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(25)) {
      const open = await system.db.first<{ count: number }>(`SELECT count(*)::int AS count FROM delivery WHERE state IN ('waiting', 'sending')`);
      if (open?.count === 0) break;
    }
    expect(offers()).toHaveLength(1);
    await system.db.query(`UPDATE account SET email = NULL WHERE id = $1`, [coach.accountId]);
  });

  it('whoever does not answer in time goes to the end; a second look does nothing more', async () => {
    await startAgain();
    await amend((capacity) => Object.assign(capacity, { limits: [{ places: 2 }] }));
    for (const id of drafts.slice(0, 5)) must(await submit(id, true));
    must(await withdraw(drafts[0]!));
    const [called] = await listed();
    expect(called).toMatchObject({ entryId: drafts[2], state: 'called' });
    await desk.moveTo(called.answerBy);
    expect(await answer(drafts[2]!, true)).toMatchObject({ status: 409, body: { code: 'SUBSTITUTE_OVER' } });
    // The worker looks by itself too, once a minute: whoever is first, it is done once.
    await Promise.all([look(), look()]);
    expect(await look()).toEqual({ called: 0, expired: 0, closed: 0 });
    expect((await listed()).map((row) => [row.entryId, row.state, row.place])).toEqual([[drafts[3], 'called', null], [drafts[4], 'waiting', 1], [drafts[2], 'waiting', 2]]);
    must(await answer(drafts[3]!, false));
    expect(await stateOf(drafts[3]!)).toBe('withdrawn');
    expect((await listed())[0]).toMatchObject({ entryId: drafts[4], state: 'called' });
    must(await answer(drafts[4]!, true));
    expect(await stateOf(drafts[4]!)).toBe('submitted');
    // More places by an amendment: the look finds them. By the rule `out`, who lets the time go by is out, and the pupil is free again.
    await amend((capacity) => { capacity.limits = [{ places: 3 }]; capacity.waitingList.afterExpiry = 'out'; });
    await look();
    expect(await listed()).toEqual([expect.objectContaining({ entryId: drafts[2], state: 'called' })]);
    await desk.moveTo((await listed())[0].answerBy);
    await look();
    expect(await stateOf(drafts[2]!)).toBe('not_recommended');
    expect(await system.db.query('SELECT 1 FROM entry_member WHERE entry_id = $1 AND bound', [drafts[2]])).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('calls out of order only by the province, with a reason, where a place fits', async () => {
    await startAgain();
    await amend((capacity) => { capacity.limits = [{ places: 1, group: 'junior' }, { places: 1, group: 'primary' }]; });
    for (const id of [drafts[0]!, drafts[2]!, drafts[4]!]) must(await submit(id, true));
    const rows = await listed();
    expect(rows.map((row) => row.entryId)).toEqual([drafts[2], drafts[4]]);
    const call = (by: Player, reason: string, id = rows[1].id) => by.client.post(`/api/waiting-list/${id}/call`, { reason });
    expect((await call(await desk.cast.as('prefecture_admin'), '因故调整')).status).toBe(403);
    expect((await call(office, '')).status).toBe(400);
    expect(await call(office, '因故调整')).toMatchObject({ status: 409, body: { code: 'CAPACITY_NO_ROOM' } });
    // The primary group has a place, which nobody of the juniors keeps it from.
    expect((await submit(drafts[1]!)).body.state).toBe('submitted');
    await amend((capacity) => { capacity.waitingList.order = 'lot'; });
    must(await withdraw(drafts[0]!));
    expect((await listed()).map((row) => [row.state, row.place])).toEqual([['waiting', null], ['waiting', null]]);
    // Before the lot is drawn nobody is called, and nobody gets in past those who wait.
    expect(await submit(drafts[6]!)).toMatchObject({ status: 409, body: { code: 'CAPACITY_WAIT' } });
    expect((await call(office, '监护人说明了特殊情况')).status).toBe(204);
    expect((await listed())[0]).toMatchObject({ entryId: drafts[4], state: 'called' });
    expect(await system.db.first(`SELECT reason FROM audit_record WHERE action = 'waitingList.calledOutOfOrder'`)).toEqual({ reason: '监护人说明了特殊情况' });
  });

  it('draws the order once, from a seed anybody can draw again', async () => {
    await startAgain();
    await amend((capacity) => { capacity.limits = [{ places: 1 }]; });
    for (const id of drafts.slice(0, 8)) must(await submit(id, true));
    expect((await (await desk.cast.as('prefecture_admin')).client.post('/api/waiting-list/draw', { editionId: desk.editionId })).status).toBe(403);
    expect(must(await office.client.post('/api/waiting-list/draw', { editionId: desk.editionId, seed: '福彩双色球2026139期' }))).toMatchObject({ seed: '福彩双色球2026139期', mayManage: true });
    const numbered = await system.db.query<{ id: string }>('SELECT id FROM entry WHERE id = ANY ($1::uuid[]) ORDER BY entry_no', [drafts.slice(1, 8)]);
    const order = seededRandom('福彩双色球2026139期').shuffle(numbered.map((row) => row.id));
    expect((await listed()).map((row) => row.entryId)).toEqual(order);
    expect(await office.client.post('/api/waiting-list/draw', { editionId: desk.editionId })).toMatchObject({ status: 409, body: { code: 'LOT_DRAWN' } });
    must(await submit(drafts[9]!, true));
    expect((await listed()).map((row) => row.entryId)).toEqual([...order, drafts[9]]);
    must(await withdraw(drafts[0]!));
    expect((await listed())[0]).toMatchObject({ entryId: order[0], state: 'called' });
  });

  it('by rank calls who stands first in the own school; the list ends with its level', async () => {
    await startAgain();
    await amend((capacity) => { capacity.waitingList.order = 'rank'; capacity.waitingList.until = 'county'; });
    for (const id of drafts.slice(0, 4)) must(await submit(id, true));
    const school = await desk.cast.as('school_admin');
    must(await school.client.put('/api/entry-rankings', { editionId: desk.editionId, level: 'school', unitId: desk.cast.units.here.school, type: 'camp', entryIds: [drafts[3], drafts[1], drafts[2]] }));
    expect((await listed()).map((row) => row.entryId)).toEqual([drafts[3], drafts[1], drafts[2]]);
    // After the end of handing in a called entry may still pass its school, until the list's own end.
    await desk.moveTo('2027-02-14T10:00:00+08:00');
    must(await withdraw(drafts[0]!));
    must(await answer(drafts[3]!, true));
    const late = { editionId: desk.editionId, level: 'school', unitId: desk.cast.units.here.school, type: 'camp', entryIds: [drafts[1]] };
    expect(await (await desk.cast.as('school_admin')).client.put('/api/entry-rankings', late)).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });
    must(await desk.decide(await desk.cast.as('school_admin'), { id: drafts[3]!, version: await version(drafts[3]!) }, 'approve'));
    await desk.moveTo('2027-02-15T17:00:00+08:00');
    await look();
    expect(await states(drafts.slice(0, 4))).toEqual({ withdrawn: 1, school_approved: 1, not_recommended: 2 });
    expect(await summary()).toMatchObject({ limited: true, waiting: 0, called: 0, limits: [{ places: 1, used: 1 }] });
  });
});

describe('any way through a waiting list', () => {
  interface Act { entry: number; act: 'submit' | 'withdraw' | 'accept' | 'decline' | 'notApproved' | 'expire' | 'byHand' }
  const act = fc.record({ entry: fc.nat({ max: 9 }), act: fc.constantFrom<Act['act']>('submit', 'submit', 'submit', 'withdraw', 'withdraw', 'accept', 'accept', 'decline', 'notApproved', 'expire', 'byHand') });

  it('loses no entry, leaves none in two states, keeps the order and never holds more places than there are', async () => {
    await desk.moveTo('2026-12-20T09:00:00+08:00');
    await amend((capacity) => { capacity.limits = [{ places: 3 }, { places: 2, group: 'junior' }]; capacity.waitingList = { order: 'handedIn', answerHours: 1, afterExpiry: 'end', until: 'prefecture' }; });
    const school = await desk.cast.as('school_admin');
    school.client = await desk.cast.logIn(school.login);
    const seen = new Map<string, number>();
    const take = async ({ entry, act: what }: Act): Promise<void> => {
      // Answers are given where there is a call, so that the walk gets somewhere.
      const [called] = what === 'accept' || what === 'decline' ? await system.db.query<{ id: string }>(`SELECT entry_id AS id FROM substitute WHERE state = 'called' ORDER BY called_at, id LIMIT 1`) : [];
      const id = called?.id ?? (drafts[10 + entry] as string);
      if (what === 'expire') {
        system.clock.set(new Date(system.clock.millis() + 61 * 60_000));
        await look();
        for (const player of [coach, office, school]) player.client = await desk.cast.logIn(player.login);
        return;
      }
      const line = what === 'byHand' ? await system.db.first<{ id: string }>(`SELECT id FROM substitute WHERE entry_id = $1 AND state = 'waiting'`, [id]) : undefined;
      if (what === 'byHand' && !line) return;
      const reply = what === 'submit' ? await submit(id, true) : what === 'withdraw' ? await withdraw(id) : what === 'byHand' ? await office.client.post(`/api/waiting-list/${line?.id}/call`, { reason: '特殊情况' })
        : what === 'notApproved' ? await desk.decide(school, { id, version: await version(id) }, 'decline', { reason: '名额有限' }) : await answer(id, what === 'accept');
      expect(reply.status).toBeLessThan(500);
      seen.set(`${what} ${reply.status < 300 ? 'done' : 'refused'}`, (seen.get(`${what} ${reply.status < 300 ? 'done' : 'refused'}`) ?? 0) + 1);
    };
    const check = async (): Promise<void> => {
      expect(await system.db.query(`SELECT c.id FROM capacity c WHERE used <> (SELECT count(*) FROM capacity_place p WHERE p.capacity_id = c.id) OR used > places`)).toEqual([]);
      expect(await system.db.query(
        `SELECT e.id, e.state FROM entry e WHERE (e.state = 'waiting') <> EXISTS (SELECT 1 FROM substitute s WHERE s.entry_id = e.id AND s.state IN ('waiting', 'called'))
         OR (e.state = 'submitted' OR EXISTS (SELECT 1 FROM substitute s WHERE s.entry_id = e.id AND s.state = 'called')) <> EXISTS (SELECT 1 FROM capacity_place p WHERE p.entry_id = e.id)`,
      )).toEqual([]);
      // Who was called by the rule: nobody of the same group, ahead in the order, still waited then.
      expect(await system.db.query(
        `SELECT c.id FROM substitute c JOIN entry ce ON ce.id = c.entry_id, substitute w JOIN entry we ON we.id = w.entry_id
         WHERE c.called_at IS NOT NULL AND ce.group_key = we.group_key AND w.id <> c.id AND (w.round, w.position) < (c.round, c.position) AND w.created_at <= c.called_at
           AND COALESCE(w.called_at, w.ended_at, 'infinity') > c.called_at
           AND NOT EXISTS (SELECT 1 FROM audit_record a WHERE a.action = 'waitingList.calledOutOfOrder' AND a.subject_id = c.entry_id::text)`,
      )).toEqual([]);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 24 }), fc.integer({ min: 1, max: 5 }), async (acts, together) => {
        await startAgain();
        for (const id of drafts.slice(10, 15)) must(await submit(id, true));
        for (let at = 0; at < acts.length; at += together) {
          system.clock.set(new Date(system.clock.millis() + 1000));
          await Promise.all(acts.slice(at, at + together).map(take));
          await check();
        }
      }),
      { numRuns: 8 },
    );
    expect(seen.get('submit done') ?? 0).toBeGreaterThan(10);
    expect((seen.get('accept done') ?? 0) + (seen.get('decline done') ?? 0)).toBeGreaterThan(0);
  }, 180_000);
});
