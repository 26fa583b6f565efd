import { beforeAll, describe, expect, it } from '@jest/globals';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
});

describe('merging a school in the middle of a season', () => {
  it('takes its entries along, on whatever level they are, and the people who work on them', async () => {
    const { school: from, sister: into } = desk.cast.units.here;
    const submitted = await desk.submitted();
    const recommended = await desk.atPrefecture();
    const draft = await desk.complete();
    const office = await desk.cast.as('prefecture_admin');
    const answer = must(await office.client.post(`/api/schools/${from}/merge`, { intoId: into, reason: '两校合并' }));
    expect(answer.moved).toEqual(expect.arrayContaining([{ table: 'entry', rows: 3 }]));
    const head = await desk.cast.hire('school_admin', 'here', into);
    for (const entry of [submitted, recommended, draft]) expect(must(await head.client.get(desk.url(entry.id))).id).toBe(entry.id);
    const coach = await desk.cast.as('coach');
    const again = must(await coach.client.get(desk.url(draft.id)));
    must(await coach.client.post(desk.url(draft.id, '/submit'), { version: again.version }));
    const view = must(await head.client.get(desk.url(submitted.id)));
    must(await desk.decide(head, view, 'approve'));
    expect(await system.db.query(`SELECT 1 FROM entry WHERE school_id = $1 UNION ALL SELECT 1 FROM person WHERE school_id = $1`, [from])).toEqual([]);
  });
});
