import { beforeAll, describe, expect, it } from '@jest/globals';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('an entry from its first draft to the province', () => {
  let system: TestSystem;
  let desk: RegistrationDesk;

  beforeAll(async () => {
    system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
    desk = await RegistrationDesk.open(system);
  });

  it('goes through school, county and prefecture and is frozen there', async () => {
    const { cast } = desk;
    const coach = await cast.as('coach');
    let entry = await desk.complete();
    expect(must(await coach.client.get(desk.url(entry.id, '/check')))).toMatchObject({ ready: true, problems: [] });
    entry = must(await coach.client.post(desk.url(entry.id, '/submit'), { version: entry.version }));
    expect(entry).toMatchObject({ state: 'submitted', entryNo: expect.stringMatching(/^4701\d{6}$/) });
    entry = must(await desk.decide(await cast.as('school_admin'), entry, 'approve', { checked: ['enrolled', 'formStamped'] }));
    entry = must(await desk.decide(await cast.as('county_admin'), entry, 'recommend'));
    expect(entry).toMatchObject({ state: 'county_recommended', contentSha256: null });

    const prefecture = await cast.as('prefecture_admin');
    const without = await desk.decide(prefecture, entry, 'recommend');
    expect(without).toMatchObject({ status: 409, body: { code: 'QUOTA_EXCEEDED', params: { places: 0, left: 0 } } });
    must(await desk.setPlaces('prefecture', cast.units.here.prefecture, 2));
    entry = must(await desk.decide(prefecture, entry, 'recommend'));
    expect(entry).toMatchObject({ state: 'prefecture_recommended', contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/), authorisationNo: '4701-4301-0001' });
    entry = must(await desk.decide(await cast.as('province_admin'), entry, 'declareEligible'));
    expect(entry).toMatchObject({ state: 'eligible', may: ['disqualify'] });

    const history = must<any[]>(await coach.client.get(desk.url(entry.id, '/history')));
    expect(history.map((step) => step.action)).toEqual(['submit', 'approve', 'recommendCounty', 'recommendPrefecture', 'declareEligible']);
    expect(history[1]).toMatchObject({ checked: ['enrolled', 'formStamped'], decidedBy: null, level: 'school' });
    const notices = await system.db.query<{ template: string }>('SELECT template FROM notice WHERE account_id = $1 ORDER BY created_at, id', [coach.accountId]);
    expect(notices.map((notice) => notice.template)).toEqual(['entrySubmitted', 'entryApproved', 'entryRecommended', 'entryRecommended', 'entryEligible']);
  });

  it('is returned by the prefecture, put right in time after the school stage has ended, and goes up again', async () => {
    const { cast } = desk;
    const [coach, prefecture, county, school] = [await cast.as('coach'), await cast.as('prefecture_admin'), await cast.as('county_admin'), await cast.as('school_admin')];
    let entry = await desk.atPrefecture();
    must(await desk.setPlaces('county', cast.units.here.county, 5));
    const usedBefore = await used(cast.units.here.county);
    expect(await desk.decide(prefecture, entry, 'return')).toMatchObject({ status: 422, body: { problems: [{ code: 'REASON_NEEDED', path: 'reason' }] } });
    expect(await desk.decide(prefecture, entry, 'return', { reason: '图片不清晰', fixBy: '2027-03-01T00:00:00+08:00' })).toMatchObject({ status: 422, body: { code: 'FIX_BY_RANGE' } });
    entry = must(await desk.decide(prefecture, entry, 'return', { reason: '图片不清晰', fixBy: '2027-02-20T12:00:00+08:00' }));
    expect(entry).toMatchObject({ state: 'returned', returnReason: '图片不清晰', fixBy: '2027-02-20T04:00:00.000Z' });
    expect(await used(cast.units.here.county)).toBe(usedBefore - 1);

    await desk.moveTo('2027-02-18T09:00:00+08:00');
    entry = must(await coach.client.patch(desk.url(entry.id), { version: entry.version, parts: { title: '改正后的浇花装置' } }));
    expect(await coach.client.post(desk.url(entry.id, '/members'), desk.pupil())).toMatchObject({ status: 409, body: { code: 'MEMBERS_LOCKED' } });
    entry = await desk.restamp(coach.client, entry.id);
    entry = must(await coach.client.post(desk.url(entry.id, '/submit'), { version: entry.version }));
    entry = must(await desk.decide(school, entry, 'approve'));
    entry = must(await desk.decide(county, entry, 'recommend'));
    entry = must(await desk.decide(prefecture, entry, 'recommend'));
    expect(entry).toMatchObject({ state: 'prefecture_recommended', fixBy: null, title: '改正后的浇花装置' });
    await desk.moveTo('2026-12-01T09:00:00+08:00');
  });

  const used = async (unitId: string): Promise<number> =>
    (await system.db.first<{ used: number }>(`SELECT used FROM quota WHERE unit_id = $1 AND entry_type = '*' AND edition_id = $2`, [unitId, desk.editionId]))?.used ?? 0;

  it('withdrawn before the recommendation ends gives its places and its members back', async () => {
    const { cast } = desk;
    const coach = await cast.as('coach');
    const pupil = desk.pupil();
    let entry = await desk.atPrefecture({ members: [pupil] });
    const before = await used(cast.units.here.county);
    const again = await desk.complete({ members: [pupil] });
    expect(await coach.client.post(desk.url(again.id, '/submit'), { version: again.version })).toMatchObject({
      status: 422, body: { code: 'ENTRY_INCOMPLETE', problems: [{ code: 'STUDENT_ALREADY_ENTERED', path: 'members[0]' }] },
    });
    entry = must(await coach.client.post(desk.url(entry.id, '/withdraw'), { version: entry.version, reason: '学生转学' }));
    expect(entry.state).toBe('withdrawn');
    expect(await used(cast.units.here.county)).toBe(before - 1);
    expect(must(await coach.client.post(desk.url(again.id, '/submit'), { version: again.version })).state).toBe('submitted');
  });

  it('in a county without an office is handled by its prefecture', async () => {
    const { cast } = desk;
    const county = await cast.as('county_admin');
    let entry = must(await desk.decide(await cast.as('school_admin'), await desk.submitted(), 'approve'));
    const prefecture = await cast.as('prefecture_admin');
    expect(await desk.decide(prefecture, entry, 'recommend')).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_TURN' } });
    await system.db.query(`UPDATE role_grant SET state = 'revoked', ended_at = now() WHERE account_id = $1`, [county.accountId]);
    entry = must(await desk.decide(prefecture, entry, 'recommend'));
    expect(entry.state).toBe('county_recommended');
    await system.db.query(`UPDATE role_grant SET state = 'active', ended_at = NULL WHERE account_id = $1`, [county.accountId]);
  });
});
