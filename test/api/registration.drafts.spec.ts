import { beforeAll, describe, expect, it } from '@jest/globals';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { orderedExport } from '../support/list-export.js';
import { startSystem, type TestSystem } from '../support/system.js';

const HOSTILE = [`'; DROP TABLE entry; --`, '<script>alert(1)</script><img src=x onerror=alert(1)>', '🌱👩‍🔬', '㛃𠅤', '买买提·吐尔逊', '"}],{"a":', '=HYPERLINK("http://x")', '\u202e倒'];

let system: TestSystem;
let desk: RegistrationDesk;

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
});

const draft = async (): Promise<any> => must(await (await desk.cast.as('coach')).client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));

describe('a draft in two tabs', () => {
  it('merges what does not touch and tells both versions of what does', async () => {
    const { client } = await desk.cast.as('coach');
    const { id, version } = await draft();
    const first = must(await client.patch(desk.url(id), { version, parts: { title: '甲', form: { abstract: '一' } } }));
    const second = must(await client.patch(desk.url(id), { version, parts: { discipline: 'PH', form: { aiUse: 'none' } } }));
    expect(second).toMatchObject({ title: '甲', discipline: 'PH', form: { abstract: '一', aiUse: 'none' } });
    const clash = await client.patch(desk.url(id), { version, parts: { title: '乙', groupKey: 'junior' } });
    expect(clash).toMatchObject({ status: 409, body: { code: 'ENTRY_CHANGED', problems: [{ code: 'PART_CHANGED', path: 'title', params: { yours: '乙', current: '甲' } }] } });
    expect(must(await client.get(desk.url(id)))).toMatchObject({ title: '甲', groupKey: null });
    expect(must(await client.patch(desk.url(id), { version: second.version, parts: { title: '乙', groupKey: 'junior' } }))).toMatchObject({ title: '乙', groupKey: 'junior' });
    expect(first.version).toBeLessThan(second.version);
  });

  it('saves the same thing twice as once', async () => {
    const { client } = await desk.cast.as('coach');
    const { id, version } = await draft();
    const save = { version, parts: { title: '同一次保存' } };
    const one = must(await client.patch(desk.url(id), save));
    expect(must(await client.patch(desk.url(id), save)).version).toBe(one.version);
  });

  it('begins the same draft once, also in parallel', async () => {
    const { client } = await desk.cast.as('coach');
    const order = { editionId: desk.editionId, type: 'project', requestKey: 'page-7c1d-9' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.post('/api/entries', order)));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
  });
});

describe('what people type', () => {
  it.each(HOSTILE)('keeps %j as it is', async (text) => {
    const { client } = await desk.cast.as('coach');
    const { id, version } = await draft();
    const view = must(await client.patch(desk.url(id), { version, parts: { title: text, form: { abstract: text, previousEntry: text } } }));
    expect(view).toMatchObject({ title: text, form: { abstract: text, previousEntry: text } });
    const named = must(await client.post(desk.url(id, '/members'), desk.pupil({ name: text, share: text, idNumber: undefined })));
    expect(named.members[0]).toMatchObject({ name: text.trim(), share: text });
    const office = (await desk.cast.as('school_admin')).client;
    const list = must(await office.get(`/api/entries?editionId=${desk.editionId}&q=${encodeURIComponent(text)}`));
    expect(list.rows.some((row: any) => row.id === id)).toBe(true);
  });

  it.each<[string, object, string]>([
    ['an unknown field of the form', { form: { nonsense: 'x' } }, 'UNKNOWN_FIELD'],
    ['a number for a text', { form: { abstract: 7 } }, 'FIELD_KIND'],
    ['a text for a yes or no', { form: { usesHumans: 'yes' } }, 'FIELD_KIND'],
    ['a text without end', { form: { abstract: 'x'.repeat(20_001) } }, 'FIELD_KIND'],
    ['a NUL', { form: { abstract: 'a\0b' } }, 'FIELD_KIND'],
    ['an object for a title', { title: {} }, 'NOT_TEXT'],
    ['a list for a form', { form: [] }, 'NOT_AN_OBJECT'],
    ['a part that does not exist', { state: 'confirmed' }, 'UNKNOWN_FIELD'],
  ])('refuses %s', async (_name, parts, code) => {
    const { client } = await desk.cast.as('coach');
    const { id, version } = await draft();
    const answer = await client.patch(desk.url(id), { version, parts });
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.problems.map((problem: any) => problem.code)).toContain(code);
    expect(must(await client.get(desk.url(id))).version).toBe(version);
  });
});

describe('whose draft it is', () => {
  it('is unknown to other schools, to units above and to strangers, in reading and writing', async () => {
    const { id, version } = await draft();
    const { client } = await desk.cast.as('coach');
    must(await client.patch(desk.url(id), { version, parts: { title: '不可泄露的题目' } }));
    const view = must(await client.post(desk.url(id, '/members'), desk.pupil({ name: '不可泄露' })));
    const strangers = [
      await desk.cast.as('coach', 'elsewhere'), await desk.cast.as('school_admin', 'elsewhere'), await desk.cast.as('county_admin'), await desk.cast.as('prefecture_admin', 'elsewhere'),
      await desk.cast.as('student'), await desk.cast.hire('coach'), await desk.cast.hire('school_admin', 'here', desk.cast.units.here.sister), await desk.cast.as('judge'),
    ];
    for (const stranger of strangers) {
      const answers = [
        await stranger.client.get(desk.url(id)), await stranger.client.get(desk.url(id, '/check')), await stranger.client.get(desk.url(id, '/history')),
        await stranger.client.get(desk.url(id, '/materials')), await stranger.client.patch(desk.url(id), { version: view.version, parts: { title: 'x' } }),
        await stranger.client.post(desk.url(id, '/submit'), { version: view.version }), await stranger.client.post(desk.url(id, '/members'), desk.pupil()),
        await stranger.client.delete(desk.url(id, `/members/${view.members[0].id}`)), await stranger.client.post(desk.url(id, '/withdraw'), { version: view.version, reason: 'xx' }),
        await stranger.client.post(desk.url(id, '/decision'), { action: 'approve', version: view.version }),
      ];
      expect(answers.filter((answer) => ![403, 404].includes(answer.status)).map((answer) => answer.text)).toEqual([]);
      expect(answers.map((answer) => answer.text).join()).not.toContain('不可泄露');
    }
    const school = await desk.cast.as('school_admin');
    expect(must(await school.client.get(desk.url(id))).title).toBe('不可泄露的题目');
    expect(must(await client.get(desk.url(id))).members).toHaveLength(1);
  });

  it('never shows an identity number', async () => {
    const { id } = await draft();
    const { client } = await desk.cast.as('coach');
    const pupil = desk.pupil();
    const added = await client.post(desk.url(id, '/members'), pupil);
    expect(must(added).members[0]).toMatchObject({ hasIdentity: true });
    const school = (await desk.cast.as('school_admin')).client;
    for (const path of [desk.url(id), desk.url(id, '/check'), `/api/entries?editionId=${desk.editionId}`, await orderedExport(school, { editionId: desk.editionId, format: 'csv' })]) {
      const answer = await school.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain(String(pupil.idNumber));
    }
    const logged = await system.db.query<{ row: string }>(`SELECT row_to_json(r)::text AS row FROM audit_record r WHERE row_to_json(r)::text LIKE '%' || $1 || '%'`, [pupil.idNumber]);
    expect(logged).toEqual([]);
  });

  it('a student begins for oneself, is the first member and signs with the own account', async () => {
    const student = await desk.cast.as('student');
    const view = must(await student.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
    expect(view.members).toEqual([expect.objectContaining({ personId: student.personId, position: 1, signed: false })]);
    expect(await student.client.post(desk.url(view.id, '/signatures'), { personId: student.personId, signedAs: 'member', method: 'paper', textVersion: '2025-1' })).toMatchObject({ status: 403 });
    const signed = must(await student.client.post(desk.url(view.id, '/signatures'), { personId: student.personId, signedAs: 'member', method: 'account', textVersion: '2025-1' }));
    expect(signed.members[0].signed).toBe(true);
    expect(must<any[]>(await student.client.get('/api/entries/mine')).map((row) => row.id)).toContain(view.id);
  });

  it('the same pupil by identity number is the same person; a number with another name tells nothing', async () => {
    const { client } = await desk.cast.as('coach');
    const pupil = desk.pupil();
    const [one, two] = [await draft(), await draft()];
    const first = must(await client.post(desk.url(one.id, '/members'), pupil)).members[0];
    must(await client.post(desk.url(one.id, '/members'), pupil));
    expect(must(await client.get(desk.url(one.id))).members).toHaveLength(1);
    expect(must(await client.post(desk.url(two.id, '/members'), pupil)).members[0].personId).toBe(first.personId);
    const other = await client.post(desk.url(two.id, '/members'), { ...pupil, name: '另一个人' });
    expect(other).toMatchObject({ status: 409, body: { code: 'PERSON_OTHER_NAME' } });
    expect(other.text).not.toContain(first.personId);
  });

  it('a coach of another school learns nothing from a number that is on record; the office sees both', async () => {
    const known = desk.pupil();
    const mine = await draft();
    must(await (await desk.cast.as('coach')).client.post(desk.url(mine.id, '/members'), known));
    const there = await desk.cast.as('coach', 'elsewhere');
    const add = async (member: Record<string, unknown>) => {
      const entry = must(await there.client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
      const answer = await there.client.post(desk.url(entry.id, '/members'), member);
      return { id: entry.id as string, answer };
    };
    const fresh = desk.pupil({ name: '冒名生' });
    const [strange, contested] = [await add(fresh), await add({ ...known, name: '冒名生' })];
    // The same answer whether the number is on record or not.
    const shape = ({ answer }: typeof strange): unknown => ({ status: answer.status, members: answer.body.members.map(({ id: _id, personId: _person, ...member }: any) => ({ ...member, sex: null })) });
    expect(shape(contested)).toEqual(shape(strange));
    const looked = must(await there.client.get(desk.url(contested.id, '/check')));
    expect(JSON.stringify(looked)).not.toMatch(/CONTESTED|青荷中学/);
    const school = must(await (await desk.cast.as('school_admin', 'elsewhere')).client.get(desk.url(contested.id, '/check')));
    expect(JSON.stringify(school)).not.toContain('CONTESTED');
    expect(await system.db.first('SELECT c.name, o.name AS owner FROM person c JOIN person o ON o.id = c.id_contested_with')).toEqual({ name: '冒名生', owner: known.name });
    await system.db.query(`UPDATE entry SET state = 'submitted', submitted_at = created_at WHERE id = $1`, [contested.id]);
    const above = must(await (await desk.cast.as('province_admin')).client.get(desk.url(contested.id, '/check')));
    expect(above.toLookAt).toContainEqual(expect.objectContaining({ code: 'DOCUMENT_CONTESTED', params: { name: '冒名生', other: known.name, school: '青荷中学' } }));
    // Once the number is put right nothing is contested; who knows number and name has the same human being, thirty a day.
    await system.db.query(`UPDATE entry SET state = 'draft', submitted_at = NULL WHERE id = $1`, [contested.id]);
    const person = must(await there.client.get(desk.url(contested.id))).members[0].personId;
    const other = desk.pupil();
    expect((await (await desk.cast.as('school_admin', 'elsewhere')).client.patch(`/api/people/${person}`, { idNumber: other.idNumber, sex: other.sex, birthDate: other.birthDate })).status).toBe(204);
    expect(await system.db.query('SELECT 1 FROM person WHERE id_contested_with IS NOT NULL')).toEqual([]);
    expect(must((await add(known)).answer).members[0].name).toBe(known.name);
    await system.db.query(
      `WITH many AS (INSERT INTO person (kind, name) SELECT 'staff', '某人' || n FROM generate_series(1, 30) n RETURNING id) INSERT INTO document_match (account_id, person_id, at) SELECT $1, id, $2 FROM many`,
      [there.accountId, system.clock.now()],
    );
    expect((await add(known)).answer).toMatchObject({ status: 429, body: { code: 'MATCHES_MOST' } });
  });
});
