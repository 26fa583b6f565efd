import { beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations, SchoolMerges } from '#libs/identity';
import { Cast, idNumber } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on' } });
  cast = await Cast.assemble(system);
});

const proposal = (name: string, countyId = cast.units.here.county) => ({ countyId, name, schoolType: 'ordinary', stages: ['senior', 'junior'] });

describe('divisions', () => {
  it('are there once however often they are seeded, 14 prefectures and 122 counties', async () => {
    const organisations = system.api.get(Organisations, { strict: false });
    expect(await organisations.seedProvince('43')).toBe(0);
    await system.db.query(`UPDATE org_unit SET name = 'old name' WHERE code = '430102'`);
    expect(await organisations.seedProvince('43')).toBe(1);
    const answer = await system.client().get('/api/divisions');
    const kinds = (kind: string): number => answer.body.filter((unit: { kind: string }) => unit.kind === kind).length;
    expect([kinds('province'), kinds('prefecture'), kinds('county')]).toEqual([1, 14, 122]);
    expect(answer.body.find((unit: { code: string }) => unit.code === '430102').name).toBe('芙蓉区');
  });

  it('offer their active schools to whoever registers', async () => {
    const answer = await system.client().get(`/api/school-choices?countyId=${cast.units.here.county}&q=${encodeURIComponent('青荷')}`);
    expect(answer.body).toEqual([{ id: cast.units.here.school, name: '青荷中学', stages: ['primary', 'junior', 'senior'] }]);
    expect((await system.client().get(`/api/school-choices?countyId=${cast.units.here.county}&q=%25`)).body).toEqual([]);
  });
});

describe('the school registry', () => {
  it('takes a proposal of a school, which its county approves', async () => {
    const teacher = await cast.as('coach');
    const answer = await teacher.client.post('/api/schools', proposal('月湖实验中学'));
    expect([answer.status, answer.body.status]).toEqual([200, 'proposed']);
    const { id } = answer.body;
    expect((await system.client().get(`/api/school-choices?countyId=${cast.units.here.county}&q=${encodeURIComponent('月湖')}`)).body).toEqual([]);
    const other = await cast.as('county_admin', 'elsewhere');
    const own = await cast.as('county_admin');
    expect((await other.client.post(`/api/schools/${id}/approval`)).status).toBe(404);
    expect((await own.client.get(`/api/schools?status=proposed`)).body.rows.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await own.client.post(`/api/schools/${id}/approval`)).status).toBe(204);
    expect((await own.client.post(`/api/schools/${id}/approval`)).body.code).toBe('SCHOOL_ALREADY_DECIDED');
    expect((await own.client.get(`/api/schools/${id}`)).body).toMatchObject({ status: 'active', stages: ['junior', 'senior'], county: '芙蓉区', prefecture: '长沙市', people: 0 });
  });

  it('is active at once when the county itself enters it, and may be rejected with a reason', async () => {
    const county = await cast.as('county_admin');
    expect((await county.client.post('/api/schools', proposal('湘春路小学'))).body.status).toBe('active');
    const teacher = await cast.as('coach');
    const { id } = (await teacher.client.post('/api/schools', proposal('不存在中学'))).body;
    expect((await county.client.post(`/api/schools/${id}/rejection`, { reason: '查无此校' })).status).toBe(204);
    expect((await county.client.get(`/api/schools/${id}`)).body).toMatchObject({ status: 'rejected', decisionReason: '查无此校' });
  });

  it('finds likely duplicates under another spelling before they are entered', async () => {
    const county = await cast.as('county_admin');
    const first = await county.client.post('/api/schools', proposal('长沙市第七十中学'));
    expect(first.status).toBe(200);
    const again = await county.client.post('/api/schools', proposal('长沙七十中'));
    expect([again.status, again.body.code]).toEqual([409, 'LIKELY_DUPLICATE']);
    expect(again.body.problems[0].params).toMatchObject({ id: first.body.id, name: '长沙市第七十中学', similarity: 1 });
    const found = await county.client.get(`/api/schools/likely-duplicates?countyId=${cast.units.here.county}&name=${encodeURIComponent('长沙 70 中学')}`);
    expect(found.body[0]).toMatchObject({ id: first.body.id });
    expect((await county.client.post('/api/schools', { ...proposal('长沙七十中'), notADuplicate: true })).status).toBe(200);
    expect((await county.client.post('/api/schools', { ...proposal('长沙七十中'), notADuplicate: true })).body.code).toBe('SCHOOL_NAME_TAKEN');
  });

  it('keeps equal names apart also when they come at the same moment', async () => {
    const county = await cast.as('county_admin');
    const answers = await Promise.all(Array.from({ length: 6 }, () => county.client.post('/api/schools', { ...proposal('同时登记学校'), notADuplicate: true })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('lets name, code, type and stages be corrected inside the own area', async () => {
    const { id } = (await (await cast.as('county_admin')).client.post('/api/schools', proposal('听泉职业学校'))).body;
    const own = await cast.as('prefecture_admin');
    expect((await (await cast.as('prefecture_admin', 'elsewhere')).client.patch(`/api/schools/${id}`, { name: '别处' })).status).toBe(404);
    expect((await own.client.patch(`/api/schools/${id}`, { name: '听泉职业中专', code: 'HN-2301', schoolType: 'vocational', stages: ['senior'] })).status).toBe(204);
    expect((await own.client.get(`/api/schools/${id}`)).body).toMatchObject({ name: '听泉职业中专', code: 'HN-2301', schoolType: 'vocational', stages: ['senior'] });
    expect((await own.client.patch(`/api/schools/${id}`, { stages: ['senior', 'kindergarten'] })).body.problems).toMatchObject([{ code: 'NOT_ONE_OF', path: 'stages[1]' }]);
    expect((await own.client.patch(`/api/schools/${cast.units.here.school}`, { code: 'HN-2301' })).body.code).toBe('SCHOOL_CODE_TAKEN');
    const audit = await system.db.first(`SELECT before, after FROM audit_record WHERE action = 'school.edited' AND subject_id = $1`, [id]);
    expect(audit).toMatchObject({ before: { name: '听泉职业学校', schoolType: 'ordinary' }, after: { name: '听泉职业中专', schoolType: 'vocational' } });
  });

  it('lists what lies in the scope, by pages, filtered and searched', async () => {
    const names = async (role: 'school_admin' | 'county_admin' | 'prefecture_admin' | 'province_admin' | 'supervisor', where: 'here' | 'elsewhere', query = ''): Promise<string[]> => {
      const answer = await (await cast.as(role, where)).client.get(`/api/schools?size=200&sort=name${query}`);
      return answer.body.rows.map((row: { name: string }) => row.name);
    };
    expect(await names('school_admin', 'here')).toEqual(['青荷中学']);
    expect((await names('county_admin', 'elsewhere')).sort()).toEqual(['云岭中学', '枫林小学'].sort());
    expect(await names('prefecture_admin', 'here')).not.toContain('云岭中学');
    expect(await names('province_admin', 'here')).toEqual(expect.arrayContaining(['青荷中学', '云岭中学']));
    expect(await names('supervisor', 'here')).toEqual(expect.arrayContaining(['青荷中学', '云岭中学']));
    expect((await names('province_admin', 'here', `&unitId=${cast.units.elsewhere.prefecture}`)).sort()).toEqual(['云岭中学', '枫林小学'].sort());
    expect(await names('province_admin', 'here', '&schoolType=vocational')).toEqual(['听泉职业中专']);
    const page = await (await cast.as('province_admin')).client.get('/api/schools?size=2&page=2');
    expect(page.body.rows).toHaveLength(2);
    expect(page.body.total).toBeGreaterThan(5);
  });
});

describe('merging', () => {
  it('moves people, roles and every other reference, is audited, and leaves a pointer', async () => {
    const county = await cast.as('county_admin');
    const from = (await county.client.post('/api/schools', proposal('双生中学甲'))).body.id;
    const into = (await county.client.post('/api/schools', { ...proposal('双生中学乙'), notADuplicate: true })).body.id;
    await system.db.query(`CREATE TABLE other_room (id int, school_id uuid REFERENCES org_unit (id))`);
    await system.db.query(`INSERT INTO other_room VALUES (1, $1), (2, $1), (3, $2)`, [from, into]);
    const pupil = await cast.hire('student', 'here', from);
    const teacher = await cast.hire('coach', 'here', from);
    await system.db.query(`INSERT INTO role_grant (account_id, role, org_unit_id) VALUES ($1, 'coach', $2)`, [teacher.accountId, into]);
    const settled: string[] = [];
    system.api.get(SchoolMerges, { strict: false }).beforeMerge(async (merge) => void settled.push(merge.fromId));
    const office = await cast.as('prefecture_admin');
    expect((await (await cast.as('prefecture_admin', 'elsewhere')).client.post(`/api/schools/${from}/merge`, { intoId: into, reason: '重复登记' })).status).toBe(404);
    const answer = await office.client.post(`/api/schools/${from}/merge`, { intoId: into, reason: '重复登记' });
    expect(answer.status).toBe(200);
    expect(answer.body.moved).toEqual(expect.arrayContaining([{ table: 'other_room', rows: 2 }, { table: 'person', rows: 2 }]));
    expect(settled).toEqual([from]);
    expect(await system.db.query(`SELECT DISTINCT school_id FROM other_room`)).toEqual([{ school_id: into }]);
    expect((await pupil.client.get('/api/session')).body.account.grants).toMatchObject([{ role: 'student', orgUnitId: into }]);
    expect((await teacher.client.get('/api/session')).body.account.grants).toMatchObject([{ role: 'coach', orgUnitId: into }]);
    expect((await office.client.get(`/api/schools/${from}`)).body).toMatchObject({ status: 'merged', mergedIntoId: into });
    expect((await office.client.post(`/api/schools/${from}/merge`, { intoId: into, reason: '重复登记' })).body.code).toBe('SCHOOL_MERGED');
    const audit = await system.db.first<{ reason: string; after: { moved: unknown } }>(`SELECT reason, after FROM audit_record WHERE action = 'school.merged'`);
    expect(audit).toMatchObject({ reason: '重复登记', after: { intoId: into, moved: answer.body.moved } });
    await system.db.query(`DROP TABLE other_room`);
  });

  it('is refused across counties, with itself, and where both have what can be there once', async () => {
    const office = await cast.as('province_admin');
    const { here, elsewhere } = cast.units;
    const reason = '试并';
    expect((await office.client.post(`/api/schools/${here.school}/merge`, { intoId: here.school, reason })).body.code).toBe('MERGE_WITH_ITSELF');
    expect((await office.client.post(`/api/schools/${here.school}/merge`, { intoId: elsewhere.school, reason })).body.code).toBe('MERGE_OTHER_COUNTY');
    await system.db.query(`CREATE TABLE once_only (school_id uuid UNIQUE REFERENCES org_unit (id))`);
    await system.db.query(`INSERT INTO once_only VALUES ($1), ($2)`, [here.school, here.sister]);
    const clash = await office.client.post(`/api/schools/${here.school}/merge`, { intoId: here.sister, reason });
    expect([clash.status, clash.body.code, clash.body.params]).toEqual([409, 'MERGE_CLASH', { table: 'once_only' }]);
    expect((await office.client.get(`/api/schools/${here.school}`)).body.status).toBe('active');
    await system.db.query(`DROP TABLE once_only`);
  });

  it('in both directions at once does one of them', async () => {
    const county = await cast.as('county_admin');
    const one = (await county.client.post('/api/schools', proposal('对开学校东'))).body.id;
    const two = (await county.client.post('/api/schools', { ...proposal('对开学校西'), notADuplicate: true })).body.id;
    await cast.as('school_admin');
    await (await cast.hire('school_admin', 'here', one)).client.post('/api/people', { kind: 'student', name: '赵小一', schoolId: one, idNumber: idNumber('2013-01-01', 7) });
    const office = await cast.as('prefecture_admin');
    const answers = await Promise.all([
      office.client.post(`/api/schools/${one}/merge`, { intoId: two, reason: '同时' }),
      office.client.post(`/api/schools/${two}/merge`, { intoId: one, reason: '同时' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, expect.any(Number)]);
    expect(answers.filter((answer) => answer.status >= 400).map((answer) => answer.body.code)).toEqual([expect.stringMatching(/^(SCHOOL_MERGED|MERGE_TARGET_NOT_ACTIVE)$/)]);
  });
});
