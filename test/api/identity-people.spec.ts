import { beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { KeyRotation, People } from '#libs/identity';
import { FieldCrypto } from '#libs/platform';
import { Cast, idNumber, PASSWORD, type Player } from '../support/cast.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem({ env: { QINGSAI_DEMO: 'on' } });
  cast = await Cast.assemble(system);
});

let sequence = 100;
const pupil = (over: Record<string, unknown> = {}) => ({ kind: 'student', name: '李小明', schoolId: cast.units.here.school, stage: 'junior', grade: '八年级', idNumber: idNumber('2012-05-06', ++sequence), ...over });
const viewed = async (id: string): Promise<number> => (await system.db.query(`SELECT 1 FROM audit_record WHERE action = 'person.viewed' AND subject_id = $1`, [id])).length;

describe('entering people', () => {
  it('takes birth date and sex from the identity number and keeps the number sealed', async () => {
    const school = await cast.as('school_admin');
    const number = idNumber('2012-05-06', 11);
    const { status, body } = await school.client.post('/api/people', pupil({ idNumber: ` ${number.toLowerCase()} ` }));
    expect(status).toBe(200);
    const view = await school.client.get(`/api/people/${body.id}`);
    expect(view.body).toMatchObject({ name: '李小明', sex: 'M', birthDate: '2012-05-06', idKind: 'resident', idChecked: true, hasIdNumber: true, school: '青荷中学', hasAccount: false });
    expect(view.body.idMasked).toBe(`${number.slice(0, 4)}************${number.slice(-2)}`);
    expect(view.text).not.toContain(number);
    const rows = await system.db.query(`SELECT p::text AS whole FROM person p WHERE id = $1 UNION ALL SELECT a::text FROM audit_record a`, [body.id]);
    expect(JSON.stringify(rows)).not.toContain(number);
    expect(await system.api.get(People, { strict: false }).openIdNumber(body.id, 'national filing')).toBe(number);
    expect(await system.db.first(`SELECT reason FROM audit_record WHERE action = 'person.id_opened' AND subject_id = $1`, [body.id])).toEqual({ reason: 'national filing' });
  });

  it('tells everything that is wrong with it', async () => {
    const school = await cast.as('school_admin');
    const problems = async (over: Record<string, unknown>): Promise<string[]> => (await school.client.post('/api/people', pupil(over))).body.problems.map((problem: { code: string; path: string }) => `${problem.path} ${problem.code}`);
    expect(await problems({ sex: 'F', birthDate: '2012-05-07', idNumber: idNumber('2012-05-06', 13) })).toEqual(['birthDate ID_OTHER_BIRTH_DATE', 'sex ID_OTHER_SEX']);
    expect(await problems({ idNumber: '439901201305060023' })).toEqual(['idNumber ID_CHECK_DIGIT']);
    expect(await problems({ idKind: 'passport', idNumber: 'E1234567' })).toEqual(['birthDate BIRTH_DATE_NEEDED', 'sex SEX_NEEDED']);
    expect(await problems({ name: '', nick: 'x' })).toEqual(expect.arrayContaining(['nick UNKNOWN_FIELD', 'name LENGTH']));
  });

  it('takes rare names and other documents', async () => {
    const school = await cast.as('school_admin');
    for (const name of ['㛃𠅤', '买买提·吐尔逊', "O'Neil <b>"]) {
      const { body } = await school.client.post('/api/people', pupil({ name }));
      expect((await school.client.get(`/api/people/${body.id}`)).body.name).toBe(name);
    }
    const other = await school.client.post('/api/people', pupil({ idKind: 'hk_macao', idNumber: 'h 1234567', sex: 'F', birthDate: '2011-11-11' }));
    expect((await school.client.get(`/api/people/${other.body.id}`)).body).toMatchObject({ idKind: 'hk_macao', idMasked: '******67', idChecked: false });
    expect((await school.client.post('/api/people', pupil({ idKind: 'hk_macao', idNumber: 'H1234567', sex: 'F', birthDate: '2011-11-11' }))).body.code).toBe('PERSON_EXISTS');
  });

  it('knows a document again, and says where only to those who may know', async () => {
    const body = pupil();
    const here = await cast.as('school_admin');
    const elsewhere = await cast.as('school_admin', 'elsewhere');
    const { id } = (await here.client.post('/api/people', body)).body;
    const again = await here.client.post('/api/people', body);
    expect([again.status, again.body.code, again.body.params]).toEqual([409, 'PERSON_EXISTS', { id }]);
    const far = await elsewhere.client.post('/api/people', { ...body, schoolId: cast.units.elsewhere.school });
    expect([far.status, Object.keys(far.body)]).toEqual([200, ['id']]);
    expect(await system.db.first('SELECT id_contested_with AS with FROM person WHERE id = $1', [far.body.id])).toEqual({ with: id });
    expect((await here.client.post('/api/people/look-up', { idNumber: body.idNumber })).body.id).toBe(id);
    expect((await elsewhere.client.post('/api/people/look-up', { idNumber: body.idNumber })).status).toBe(404);
    const both = pupil();
    const answers = await Promise.all(Array.from({ length: 6 }, () => here.client.post('/api/people', both)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('lets a coach enter students of the own school and nobody else', async () => {
    const coach = await cast.as('coach');
    const { here, elsewhere } = cast.units;
    expect((await coach.client.post('/api/people', pupil())).status).toBe(200);
    expect((await coach.client.post('/api/people', pupil({ schoolId: here.sister }))).status).toBe(403);
    expect((await coach.client.post('/api/people', pupil({ schoolId: elsewhere.school }))).status).toBe(403);
    expect((await coach.client.post('/api/people', pupil({ kind: 'coach' }))).status).toBe(403);
    expect((await (await cast.as('student')).client.post('/api/people', pupil())).status).toBe(403);
    expect((await (await cast.as('supervisor')).client.post('/api/people', pupil())).status).toBe(403);
  });
});

describe('looking at people', () => {
  it('lists the own scope without documents or contact and writes the look down', async () => {
    const school = await cast.as('school_admin');
    await school.client.post('/api/people', pupil({ name: '周列表', phone: '13811112222' }));
    const list = await school.client.get(`/api/people?q=${encodeURIComponent('周列')}&kind=student`);
    expect(list.body).toMatchObject({ total: 1, rows: [{ name: '周列表', school: '青荷中学' }] });
    expect(Object.keys(list.body.rows[0]).sort()).toEqual(['createdAt', 'grade', 'hasAccount', 'hasIdNumber', 'id', 'kind', 'name', 'schoolId', 'school', 'sex', 'stage'].sort());
    const elsewhere = await cast.as('school_admin', 'elsewhere');
    expect((await elsewhere.client.get(`/api/people?q=${encodeURIComponent('周列')}`)).body.total).toBe(0);
    expect((await (await cast.as('prefecture_admin')).client.get(`/api/people?q=${encodeURIComponent('周列')}`)).body.total).toBe(1);
    expect(await system.db.query(`SELECT 1 FROM audit_record WHERE action = 'person.listed' AND account_id = $1`, [school.accountId])).not.toHaveLength(0);
  });

  it('shows a record to those above it, once each written down, and to nobody beside', async () => {
    const { id } = (await (await cast.as('school_admin')).client.post('/api/people', pupil())).body;
    for (const role of ['school_admin', 'county_admin', 'prefecture_admin', 'province_admin', 'supervisor'] as const) expect([role, (await (await cast.as(role)).client.get(`/api/people/${id}`)).status]).toEqual([role, 200]);
    for (const role of ['school_admin', 'county_admin', 'prefecture_admin', 'coach'] as const) expect([role, (await (await cast.as(role, 'elsewhere')).client.get(`/api/people/${id}`)).status]).toEqual([role, 404]);
    for (const role of ['student', 'guardian', 'judge', 'secretariat'] as const) expect([role, (await (await cast.as(role)).client.get(`/api/people/${id}`)).status]).toEqual([role, 403]);
    expect(await viewed(id)).toBe(5);
  });

  it('lets a coach list the school’s students but open only those it entered', async () => {
    const coach = await cast.as('coach');
    const own = (await coach.client.post('/api/people', pupil({ name: '吴自录' }))).body.id;
    const schools = (await (await cast.as('school_admin')).client.post('/api/people', pupil({ name: '吴校录' }))).body.id;
    const list = await coach.client.get(`/api/people?q=${encodeURIComponent('吴')}&sort=name`);
    expect(list.body.rows.map((row: { id: string }) => row.id).sort()).toEqual([own, schools].sort());
    expect((await coach.client.get(`/api/people/${own}`)).status).toBe(200);
    expect((await coach.client.get(`/api/people/${schools}`)).status).toBe(404);
    expect((await coach.client.patch(`/api/people/${schools}`, { grade: '九年级' })).status).toBe(404);
    expect((await coach.client.patch(`/api/people/${own}`, { grade: '九年级' })).status).toBe(204);
  });
});

describe('changing people', () => {
  it('checks a correction together with what stays', async () => {
    const school = await cast.as('school_admin');
    const { id } = (await school.client.post('/api/people', pupil({ idNumber: idNumber('2012-05-06', 301) }))).body;
    expect((await school.client.patch(`/api/people/${id}`, { birthDate: '2012-05-07' })).body.problems).toMatchObject([{ code: 'ID_OTHER_BIRTH_DATE' }]);
    expect((await school.client.patch(`/api/people/${id}`, { idNumber: idNumber('2012-05-08', 303), birthDate: '2012-05-08' })).status).toBe(204);
    expect((await school.client.get(`/api/people/${id}`)).body).toMatchObject({ birthDate: '2012-05-08', sex: 'M' });
    const other = pupil();
    await school.client.post('/api/people', other);
    expect((await school.client.patch(`/api/people/${id}`, { idNumber: other.idNumber, birthDate: '2012-05-06', sex: Number(String(other.idNumber)[16]) % 2 ? 'M' : 'F' })).body.code).toBe('PERSON_EXISTS');
  });

  it('moves a student with its role to a school in the scope', async () => {
    const moved = await cast.hire('student');
    const county = await cast.as('county_admin');
    const order = (schoolId: string) => ({ schoolId, reason: '转学' });
    expect((await county.client.post(`/api/people/${moved.personId}/move`, order(cast.units.elsewhere.school))).status).toBe(403);
    expect((await (await cast.as('county_admin', 'elsewhere')).client.post(`/api/people/${moved.personId}/move`, order(cast.units.elsewhere.school))).status).toBe(404);
    expect((await county.client.post(`/api/people/${moved.personId}/move`, order(cast.units.here.sister))).status).toBe(204);
    expect((await moved.client.get('/api/session')).body.account.grants).toMatchObject([{ role: 'student', orgUnitId: cast.units.here.sister }]);
    expect((await moved.client.get('/api/account/person')).body.school).toBe('白鹭小学');
  });

  it('lets everybody correct the own contact, not the own document', async () => {
    const own = await cast.hire('student');
    expect((await own.client.patch('/api/account/person', { grade: '九年级', phone: '13900001111' })).status).toBe(204);
    expect((await own.client.get('/api/account/person')).body).toMatchObject({ grade: '九年级', phone: '13900001111' });
    expect((await own.client.patch('/api/account/person', { idNumber: idNumber() })).status).toBe(400);
  });
});

describe('a new key', () => {
  it('takes over what older keys sealed, and documents are still found', async () => {
    const school = await cast.as('school_admin');
    const body = pupil({ idNumber: idNumber('2012-07-08', 401) });
    const { id } = (await school.client.post('/api/people', body)).body;
    const enrol = async (who: Player): Promise<string[]> => {
      const { uri } = (await who.client.post('/api/account/second-factor')).body;
      const code = new TOTP({ secret: Secret.fromBase32(new URL(uri).searchParams.get('secret') ?? '') }).generate({ timestamp: system.clock.millis() });
      return (await who.client.post('/api/account/second-factor/confirmation', { code })).body.codes;
    };
    const [coach, early] = [await cast.hire('coach'), await cast.hire('coach')];
    const [recovery = ''] = await enrol(coach);
    await enrol(early);
    // As codes were kept before they were sealed: by a keyed hash.
    await system.db.query(`UPDATE account SET recovery_sealed = '{}', recovery_hashes = '{0123}' WHERE id = $1`, [early.accountId]);
    await system.db.query(`INSERT INTO delivery (letter_key, sealed_letter, channel, created_at, changed_at) VALUES ('l', $1, 'email', now(), now())`, [system.api.get(FieldCrypto, { strict: false }).seal('{}')]);
    const [oldKey, newKey] = [system.config.settings.secretKey ?? '', Buffer.alloc(32, 9).toString('base64')];
    const both = await startSystem({ databaseUrl: system.databaseUrl, env: { QINGSAI_SECRET_KEY: newKey, QINGSAI_OLD_SECRET_KEYS: oldKey } });
    const people = both.api.get(People, { strict: false });
    expect(await people.idOfDocument('resident', String(body.idNumber))).toBe(id);
    const moved = await both.api.get(KeyRotation, { strict: false }).reseal();
    expect(moved.people).toBeGreaterThan(5);
    expect(moved).toMatchObject({ accounts: 2, letters: 1, codesToRenew: 1 });
    expect((await early.client.get('/api/notices')).body.rows[0]).toMatchObject({ title: '请重新生成备用码' });
    expect(await both.api.get(KeyRotation, { strict: false }).reseal()).toEqual({ people: 0, accounts: 0, letters: 0, codesToRenew: 0 });
    await both.close();
    const only = await startSystem({ databaseUrl: system.databaseUrl, env: { QINGSAI_SECRET_KEY: newKey } });
    expect(await only.api.get(People, { strict: false }).idOfDocument('resident', String(body.idNumber))).toBe(id);
    expect(await only.api.get(People, { strict: false }).openIdNumber(id, 'after the rotation')).toBe(body.idNumber);
    // Nothing sealed is left that only the old key opens.
    const sealed = await only.db.query<{ sealed: string }>(
      `SELECT id_sealed AS sealed FROM person WHERE id_sealed IS NOT NULL UNION ALL SELECT totp_sealed FROM account WHERE totp_sealed IS NOT NULL
       UNION ALL SELECT unnest(recovery_sealed) FROM account UNION ALL SELECT sealed_letter FROM delivery WHERE sealed_letter IS NOT NULL`,
    );
    expect(sealed.filter((row) => !only.api.get(FieldCrypto, { strict: false }).isCurrent(row.sealed))).toEqual([]);
    expect((await only.client().post('/api/session', { login: coach.login, password: PASSWORD, code: recovery })).status).toBe(200);
    expect((await only.client().post('/api/session', { login: coach.login, password: PASSWORD, code: recovery })).body.code).toBe('SECOND_FACTOR_WRONG');
    await only.close();
  });
});
