import { beforeAll, describe, expect, it } from '@jest/globals';
import { innovationRulebook } from '#libs/contests';
import { violatedConstraint } from '#libs/platform';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let entryId: string;

type Role = 'coach' | 'school_admin' | 'county_admin' | 'prefecture_admin' | 'province_admin' | 'supervisor';
const seen = async (role: Role, id = entryId) => (await desk.cast.as(role)).client.get(desk.url(id, '/hints'));
const decide = async (role: Role, key: string, verdict: string, reason = '已与两校学籍核对') => (await desk.cast.as(role)).client.post(desk.url(entryId, '/hints'), { key, verdict, reason });

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  const rules = innovationRulebook(2027);
  for (const step of rules.chain) if (step.level === 'county') step.hintsDecided = true;
  desk = await RegistrationDesk.open(system, rules);
  const twin = { name: '欧阳双生', birthDate: '2012-03-09' };
  await desk.complete({ members: [desk.pupil({ ...twin, schoolId: desk.cast.units.here.sister })], title: '先到的一件' });
  const view = await desk.complete({ members: [desk.pupil(twin)], title: '后到的一件' });
  entryId = view.id;
  must(await (await desk.cast.as('coach')).client.post(desk.url(entryId, '/submit'), { version: view.version }));
}, 120_000);

describe('hints of the checks', () => {
  it('are shown with what each may know: makers see none, a school not where the namesake is', async () => {
    expect(must(await seen('coach'))).toEqual([]);
    const [hint] = must<any[]>(await seen('school_admin'));
    expect(hint).toMatchObject({ code: 'PERSON_LOOKALIKE', present: true, mayDecide: true, decisions: [] });
    expect(hint.message).toContain('另一所学校');
    expect(must<any[]>(await seen('county_admin'))[0].message).toContain('白鹭小学');
    expect(must<any[]>(await seen('supervisor'))[0]).toMatchObject({ key: hint.key, mayDecide: false });
    expect((await (await desk.cast.as('county_admin', 'elsewhere')).client.get(desk.url(entryId, '/hints'))).status).toBe(404);
  });

  it('are decided with a reason, once for the same words, and the decision is kept', async () => {
    const [{ key }] = must<any[]>(await seen('school_admin'));
    expect((await decide('coach', key, 'cleared')).status).toBe(403);
    expect((await decide('school_admin', key, 'cleared', ' ')).body.code).toBe('INVALID_INPUT');
    expect((await decide('school_admin', '0'.repeat(32), 'cleared')).body.code).toBe('HINT_GONE');
    must(await decide('school_admin', key, 'cleared', '两人学籍号不同'));
    const [after] = must<any[]>(await decide('school_admin', key, 'cleared', '两人学籍号不同'));
    expect(after.decisions).toEqual([{ verdict: 'cleared', reason: '两人学籍号不同', level: 'school', decidedBy: expect.any(String), decidedAt: expect.stringMatching(/^2026-12-01T01:/) }]);
    const records = await system.db.query<any>(`SELECT reason, after FROM audit_record WHERE action = 'hint.cleared' AND subject_id = $1`, [entryId]);
    expect(records).toEqual([{ reason: '两人学籍号不同', after: expect.objectContaining({ hint: key, code: 'PERSON_LOOKALIKE', level: 'school' }) }]);
    expect(JSON.stringify(records)).not.toContain('欧阳双生');
    const broken = (sql: string) => system.db.query(sql, [entryId]).then(() => 'nothing', (error: unknown) => violatedConstraint(error));
    expect(await broken('DELETE FROM hint_decision WHERE entry_id = $1')).toBe('evidence_is_kept');
    expect(await broken(`UPDATE hint_decision SET verdict = 'upheld' WHERE entry_id = $1`)).toBe('evidence_is_kept');
  });

  it('found to be true stop the entry, whoever decides next, until an official of no lower level clears them', async () => {
    const [{ key }] = must<any[]>(await seen('county_admin'));
    must(await decide('county_admin', key, 'upheld', '确为同一名学生'));
    expect((await decide('school_admin', key, 'cleared')).body.code).toBe('HINT_DECIDED_ABOVE');
    expect(must<any[]>(await seen('school_admin'))[0].mayDecide).toBe(false);
    const school = await desk.cast.as('school_admin');
    const view = must(await school.client.get(desk.url(entryId)));
    expect(await desk.decide(school, view, 'approve')).toMatchObject({ status: 409, body: { code: 'HINT_UPHELD' } });
    const batch = { editionId: desk.editionId, action: 'approve', entryIds: [entryId] };
    expect(must(await school.client.post('/api/entry-decisions/preview', batch)).rows[0]).toMatchObject({ possible: false, code: 'HINT_UPHELD' });
    must(await decide('county_admin', key, 'cleared', '已补交户籍证明，确为两人'));
    must(await desk.decide(school, view, 'approve'));
    expect(must<any[]>(await seen('school_admin'))[0].decisions.map((one: any) => one.verdict)).toEqual(['cleared', 'upheld', 'cleared']);
  });

  it('of new facts are new ones; where the rules want it nothing goes on before they are decided, and old words stay', async () => {
    await system.db.query(`UPDATE org_unit SET name = '白鹭实验小学' WHERE id = $1`, [desk.cast.units.here.sister]);
    const county = await desk.cast.as('county_admin');
    const hints = must<any[]>(await seen('county_admin'));
    expect(hints.map((one) => [one.present, one.mayDecide, one.decisions.length])).toEqual([[true, true, 0], [false, false, 3]]);
    expect(hints[1].message).toContain('白鹭小学');
    const view = must(await county.client.get(desk.url(entryId)));
    expect(await desk.decide(county, view, 'recommend')).toMatchObject({ status: 409, body: { code: 'HINTS_OPEN', params: { count: 1 } } });
    must(await decide('county_admin', hints[0].key, 'cleared'));
    expect(must(await desk.decide(county, view, 'recommend')).state).toBe('county_recommended');
  });
});
