import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryTypeRules, Rulebook } from '#libs/contests';
import { completeTyped } from '../support/entry-types.js';
import { must, pdf, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
const codesOf = async (id: string): Promise<string[]> => {
  const { client } = await desk.cast.as('school_admin');
  return must(await client.get(desk.url(id, '/check'))).problems.map((problem: any) => `${problem.code} ${problem.path}`);
};

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 20);
});

describe.each([
  ['teacher', 'making'], ['teacher', 'plan'], ['painting', undefined], ['practice', undefined], ['video', undefined],
] as const)('a %s entry (%s)', (type, classKey) => {
  it('goes from draft to the province through every level', async () => {
    const view = await completeTyped(desk, type, { classKey, by: await desk.cast.hire('coach') });
    expect(await codesOf(view.id)).toEqual([]);
    const { client } = await desk.cast.as('school_admin');
    let entry = must(await client.post(desk.url(view.id, '/submit'), { version: view.version }));
    for (const [role, action, state] of [
      ['school_admin', 'approve', 'school_approved'], ['county_admin', 'recommend', 'county_recommended'], ['prefecture_admin', 'recommend', 'prefecture_recommended'], ['province_admin', 'declareEligible', 'eligible'],
    ] as const) {
      entry = must(await desk.decide(await desk.cast.as(role), entry, action));
      expect(entry.state).toBe(state);
    }
    expect(entry.contentSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what is particular to a type', () => {
  it('a teacher enters alone, once, and a plan only when it has begun', async () => {
    const by = await desk.cast.hire('coach');
    const first = await completeTyped(desk, 'teacher', { by, classKey: 'plan', form: { planStart: null, planEnd: '2026-10-01' } });
    expect(first.members).toEqual([expect.objectContaining({ personId: by.personId, consent: 'notNeeded' })]);
    expect(await codesOf(first.id)).toEqual(['IMPLEMENTATION_MISSING form.planStart']);
    let entry = must(await by.client.patch(desk.url(first.id), { version: first.version, parts: { form: { planStart: '2026-12-02', planEnd: '2026-11-30' } } }));
    expect(await codesOf(first.id)).toEqual(expect.arrayContaining(['DAY_IN_FUTURE form.planStart', 'DAY_TOO_EARLY form.planEnd']));
    entry = must(await by.client.patch(desk.url(first.id), { version: entry.version, parts: { form: { planStart: '2026-09-01' } } }));
    must(await by.client.post(desk.url(first.id, '/submit'), { version: entry.version }));
    const second = await completeTyped(desk, 'teacher', { by, classKey: 'making' });
    expect(await codesOf(second.id)).toEqual(['STUDENT_ALREADY_ENTERED members[0]']);
    const pupil = desk.pupil();
    expect((await by.client.post(desk.url(second.id, '/members'), { ...pupil, name: '另一位教师' })).status).toBe(200);
    expect(await codesOf(second.id)).toContain('TEAM_TOO_LARGE members');
  });

  it('a painter is five to fourteen on the day the rulebook names, and confirms the sheet', async () => {
    const view = await completeTyped(desk, 'painting', { members: [desk.pupil({ birthDate: '2012-01-31', schoolStage: 'junior' })], form: { sheetSize: false } });
    expect(await codesOf(view.id)).toEqual(expect.arrayContaining(['AGE members[0].birthDate', 'FIELD_NOT_TICKED form.sheetSize']));
    const old = await completeTyped(desk, 'painting', { members: [desk.pupil({ birthDate: '2012-02-01', schoolStage: 'junior' })] });
    expect(await codesOf(old.id)).toEqual([]);
  });

  it("a group is not called after one of its people, and is not smaller than its members", async () => {
    const view = await completeTyped(desk, 'practice', { members: [desk.pupil({ name: '米热古丽·艾力' }), desk.pupil(), desk.pupil()], form: { groupName: '米热古丽 艾力', headcount: 2.5 } });
    expect(await codesOf(view.id)).toEqual(expect.arrayContaining(['FIELD_IS_A_PERSON form.groupName', 'FIELD_NOT_WHOLE form.headcount']));
    const { client } = await desk.cast.as('coach');
    must(await client.patch(desk.url(view.id), { version: view.version, parts: { form: { groupName: '护水小队', headcount: 2 } } }));
    expect(await codesOf(view.id)).toContain('FIELD_BELOW_MEMBERS form.headcount');
  });

  it('a pupil may carry a practice activity and enter a project, but not two works of one author', async () => {
    const pupil = desk.pupil();
    const { client } = await desk.cast.as('coach');
    const practice = await completeTyped(desk, 'practice', { members: [pupil, desk.pupil()] });
    must(await client.post(desk.url(practice.id, '/submit'), { version: practice.version }));
    const project = await completeTyped(desk, 'project', { members: [pupil] });
    must(await client.post(desk.url(project.id, '/submit'), { version: project.version }));
    const video = await completeTyped(desk, 'video', { members: [pupil] });
    expect(await codesOf(video.id)).toEqual(['STUDENT_ALREADY_ENTERED members[0]']);
  });

  it('a namesake of the same birth is shown to those who decide, not to the makers', async () => {
    const born = { name: '欧阳双生', birthDate: '2012-03-09' };
    const one = await completeTyped(desk, 'video', { members: [desk.pupil({ ...born, schoolId: desk.cast.units.here.sister })] });
    const two = await completeTyped(desk, 'project', { members: [desk.pupil(born)] });
    expect(one.members[0].personId).not.toBe(two.members[0].personId);
    const check = async (role: 'coach' | 'school_admin') => must(await (await desk.cast.as(role)).client.get(desk.url(two.id, '/check')));
    expect((await check('coach')).toLookAt).toEqual([]);
    const seen = await check('school_admin');
    expect(seen.toLookAt.map((one: any) => one.code)).toEqual(['PERSON_LOOKALIKE']);
    expect(seen.ready).toBe(true);
    expect(JSON.stringify(seen.toLookAt)).toContain('另一所学校');
    expect(JSON.stringify(seen.toLookAt)).not.toContain('白鹭小学');
    must(await (await desk.cast.as('coach')).client.post(desk.url(two.id, '/submit'), { version: two.version }));
    const county = await desk.cast.as('county_admin');
    expect(JSON.stringify(must(await county.client.get(desk.url(two.id, '/check'))).toLookAt)).toContain('白鹭小学');
  });

  it('the same identity number is the same person, the number itself stands nowhere', async () => {
    const pupil = desk.pupil();
    const one = await completeTyped(desk, 'video', { members: [pupil] });
    const two = await completeTyped(desk, 'project', { members: [pupil] });
    expect(one.members[0].personId).toBe(two.members[0].personId);
    const rows = await system.db.query<{ row: string }>('SELECT person::text AS row FROM person');
    expect(rows.filter(({ row }) => row.includes(String(pupil.idNumber)))).toEqual([]);
  });
});

describe('a sixth type', () => {
  const sixth: EntryTypeRules = {
    key: 'creative', label: { zh: '科技创意', en: 'Creative proposal' }, groups: ['junior'], entrant: 'students', title: { min: 2, max: 30 },
    team: { min: 1, max: 1, collectiveFrom: 2, sameStage: true, sameArea: 'none', oneEntryPerPerson: true, shares: false }, coaches: { min: 0, max: 1 }, disciplineRequired: false,
    fields: [
      { key: 'proposal', kind: 'longText', required: true, min: 10, max: 2000, blind: true, label: { zh: '创意正文', en: 'Proposal' } },
      { key: 'sample', kind: 'flag', required: false, label: { zh: '已做出样品', en: 'A prototype exists' } },
      { key: 'sampleCost', kind: 'number', required: true, when: { field: 'sample', is: true }, min: 0, max: 500, label: { zh: '样品费用（元）', en: 'Cost of the prototype' } },
    ],
    materials: [{ key: 'figures', label: { zh: '插图', en: 'Figures' }, min: 1, max: 5, kinds: ['png'], maxBytes: 5_000_000, forJudges: true, neededFor: 'submit' }],
    signatures: [{ by: 'member', version: '2027-1', text: { zh: '本人承诺创意为原创。', en: 'I declare that the idea is mine.' } }],
  };

  it('with a conditional field is added in the rulebook editor and entered, without a line of code', async () => {
    const office = await desk.cast.as('province_admin');
    const { document } = must<{ document: Rulebook }>(await office.client.get(`/api/editions/${desk.editionId}/rulebook`));
    const withSheet = (rules: Rulebook['scoring']): Rulebook['scoring'] => ({
      ...rules,
      stages: rules.stages.map((stage) => (stage.kind === 'sheets' ? { ...stage, sheetFor: [...(stage.sheetFor ?? []), { when: { type: 'creative' }, sheet: 'projectInitial' }] } : stage)),
    });
    const withoutSheet = { ...document, types: [...document.types, sixth] };
    expect(must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/check`, { document: withoutSheet })).problems.map((problem: any) => `${problem.code} ${problem.path}`)).toEqual(['RULE_NO_SHEET /scoring/stages/0/sheetFor', 'RULE_NO_SHEET /scoring/stages/1/sheetFor']);
    const wrong = { ...document, scoring: withSheet(document.scoring), types: [...document.types, { ...sixth, fields: sixth.fields.map((field) => (field.key === 'sampleCost' ? { ...field, when: { field: 'nothing', is: true } } : field)) }] };
    expect(must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/check`, { document: wrong })).problems.map((problem: any) => `${problem.code} ${problem.path}`)).toEqual(['RULE_NAMES_NOTHING /types/5/fields/2/when']);
    must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/amendments`, { document: { ...withoutSheet, scoring: withSheet(document.scoring) }, reason: '组委会决定增设科技创意' }));
    const listed = must<any[]>(await system.client().get('/api/public/contests'))[0].editions[0].types;
    expect(listed.map((type: any) => type.key)).toContain('creative');

    const { client } = await desk.cast.as('coach');
    const { id, version, groupKey } = must(await client.post('/api/entries', { editionId: desk.editionId, type: 'creative' }));
    expect(groupKey).toBe('junior');
    must(await client.patch(desk.url(id), { version, parts: { title: '会预报的雨伞', form: { proposal: '伞柄感到气压下降时亮起提示灯。', sample: true } } }));
    must(await client.post(desk.url(id, '/members'), desk.pupil()));
    expect(await codesOf(id)).toEqual(['SIGN_MEMBER members[0].signature', 'FIELD_REQUIRED form.sampleCost', 'FILE_MISSING materials.figures']);
    let entry = must(await client.get(desk.url(id)));
    entry = must(await client.patch(desk.url(id), { version: entry.version, parts: { form: { sampleCost: 501 } } }));
    expect(await codesOf(id)).toContain('FIELD_RANGE form.sampleCost');
    entry = must(await client.patch(desk.url(id), { version: entry.version, parts: { form: { sample: false } } }));
    expect(await codesOf(id)).not.toContain('FIELD_RANGE form.sampleCost');
    const figure = (await import('../../apps/cli/src/demo/made-up-files.js')).png(64, 48, 1);
    must(await desk.attach(client, id, 'figures', Buffer.from(figure), '图.png'));
    const member = entry.members[0];
    entry = must(await client.post(desk.url(id, '/signatures'), { personId: member.personId, signedAs: 'member', method: 'paper', textVersion: '2027-1' }));
    entry = must(await client.post(desk.url(id, '/submit'), { version: entry.version }));
    entry = must(await desk.decide(await desk.cast.as('school_admin'), entry, 'approve'));
    expect(must(await desk.decide(await desk.cast.as('county_admin'), entry, 'recommend')).state).toBe('county_recommended');
  });
});

describe('the printed application form', () => {
  const print = async (id: string) => must(await (await desk.cast.as('coach')).client.post(desk.url(id, '/printed-forms')));

  it('is a PDF with the hash of what it says; unchanged content is the same print', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await completeTyped(desk, 'practice', { unstamped: true });
    const [one, again] = [await print(view.id), await print(view.id)];
    expect(again).toEqual(one);
    const answer = await client.get(desk.url(view.id, `/printed-forms/${one.number}/file`));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.text.startsWith('%PDF-')).toBe(true);
    const stranger = await desk.cast.as('coach', 'elsewhere');
    for (const path of ['/printed-forms', `/printed-forms/${one.number}/file`]) expect((await stranger.client.get(desk.url(view.id, path))).status).toBe(404);
    expect((await stranger.client.post(desk.url(view.id, '/printed-forms'))).status).toBe(404);
    const nobody = system.client();
    expect(must(await nobody.get(`/api/public/forms/${one.sha256}`))).toEqual({ state: 'current', code: one.code, editionName: '第47届', entryNo: null, printedAt: expect.any(String) });
    must(await client.patch(desk.url(view.id), { version: view.version, parts: { form: { sites: '别处' } } }));
    expect(must(await nobody.get(`/api/public/forms/${one.sha256}`)).state).toBe('outdated');
    expect(must(await nobody.get(`/api/public/forms/${'0'.repeat(64)}`)).state).toBe('unknown');
  });

  it('scanned and then outdated by a change is told to the school and refused at the county', async () => {
    const { client } = await desk.cast.as('coach');
    let entry = await completeTyped(desk, 'video');
    const [before] = must(await client.get(desk.url(entry.id, '/printed-forms'))).prints;
    entry = must(await client.patch(desk.url(entry.id), { version: entry.version, parts: { title: '改了名字的影片' } }));
    expect(await codesOf(entry.id)).toEqual(['FORM_OUTDATED materials.stampedForm']);
    const status = must(await client.get(desk.url(entry.id, '/printed-forms')));
    expect(status.scans).toEqual([expect.objectContaining({ code: before.code, current: false, named: false })]);
    entry = must(await client.post(desk.url(entry.id, '/submit'), { version: entry.version }));
    entry = must(await desk.decide(await desk.cast.as('school_admin'), entry, 'approve'));
    const county = await desk.cast.as('county_admin');
    expect(await desk.decide(county, entry, 'recommend')).toMatchObject({ status: 422, body: { code: 'FORM_OUTDATED' } });
    const preview = must(await county.client.post('/api/entry-decisions/preview', { editionId: desk.editionId, action: 'recommend', entryIds: [entry.id] }));
    expect(preview.rows[0]).toMatchObject({ possible: false, code: 'FORM_OUTDATED' });

    entry = must(await desk.decide(county, entry, 'return', { reason: '申报书与系统内容不一致，请重新打印盖章' }));
    const now = await print(entry.id);
    must(await client.delete(desk.url(entry.id, `/materials/${status.scans[0].materialId}`)));
    entry = must(await desk.attach(client, entry.id, 'stampedForm', pdf(2, 'second scan'), '申报书2.pdf'));
    expect(await codesOf(entry.id)).toEqual([]);

    const scan = must(await client.get(desk.url(entry.id, '/printed-forms'))).scans[0];
    const put = (code: string) => client.put(desk.url(entry.id, `/scans/${scan.materialId}`), { code });
    expect((await put('0000 0000')).text).toContain('PRINT_UNKNOWN');
    expect((await put(before.code.slice(0, 4))).text).toContain('PRINT_UNKNOWN');
    expect(must(await put(before.code)).scans[0]).toMatchObject({ code: before.code, current: false, named: true });
    expect(await codesOf(entry.id)).toEqual(['FORM_OUTDATED materials.stampedForm']);
    expect(must(await put(now.code.toLowerCase().slice(0, 9))).scans[0]).toMatchObject({ current: true });
    entry = must(await client.post(desk.url(entry.id, '/submit'), { version: (must(await client.get(desk.url(entry.id)))).version }));
    entry = must(await desk.decide(await desk.cast.as('school_admin'), entry, 'approve'));
    expect(must(await desk.decide(county, entry, 'recommend')).state).toBe('county_recommended');
  });

  it('never printed by the system is not taken', async () => {
    const { client } = await desk.cast.as('coach');
    const view = await completeTyped(desk, 'video', { unstamped: true });
    must(await desk.attach(client, view.id, 'stampedForm', pdf(1, 'home-made'), '自制.pdf'));
    expect(await codesOf(view.id)).toEqual(['FORM_NOT_PRINTED materials.stampedForm']);
    await expect(system.db.query('UPDATE printed_form SET number = number + 1000')).rejects.toThrow();
  });
});

describe('a coach with several entries', () => {
  it('copies one: form and coaches, no files, signatures or members unless asked for', async () => {
    const { client } = await desk.cast.as('coach');
    const source = await completeTyped(desk, 'video');
    const key = 'copy-key-0001';
    const [copy, again] = await Promise.all([1, 2].map(() => client.post(desk.url(source.id, '/clone'), { requestKey: key })));
    expect(must(copy!).id).toBe(must(again!).id);
    expect(must(copy!)).toMatchObject({ state: 'draft', type: 'video', form: source.form, members: [], materials: [], title: `${source.title}（副本）`, entryNo: null });
    expect(must(copy!).coaches.map((coach: any) => [coach.personId, coach.signed])).toEqual(source.coaches.map((coach: any) => [coach.personId, false]));
    const withPeople = must(await client.post(desk.url(source.id, '/clone'), { members: true }));
    expect(withPeople.members.map((one: any) => [one.personId, one.signed])).toEqual(source.members.map((one: any) => [one.personId, false]));
    expect((await (await desk.cast.as('coach', 'elsewhere')).client.post(desk.url(source.id, '/clone'), {})).status).toBe(404);
  });

  it('hands one to another coach of the school, who is told, or to a pupil of it; to nobody else', async () => {
    const [from, to, stranger] = [await desk.cast.hire('coach'), await desk.cast.hire('coach'), await desk.cast.as('coach', 'elsewhere')];
    const student = await desk.cast.hire('student');
    const view = await completeTyped(desk, 'video', { by: from, members: [{ personId: student.personId }] });
    const path = desk.url(view.id, '/handover');
    const listed = must<any[]>(await from.client.get(path));
    expect(listed.map((one) => one.accountId)).toEqual(expect.arrayContaining([to.accountId, student.accountId]));
    expect(listed.map((one) => one.accountId)).not.toContain(stranger.accountId);
    expect((await from.client.post(path, { version: view.version, accountId: stranger.accountId })).text).toContain('HANDOVER_TARGET');
    expect((await student.client.post(path, { version: view.version, accountId: student.accountId })).status).toBe(403);
    expect((await stranger.client.post(path, { version: view.version, accountId: stranger.accountId })).status).toBe(404);
    expect((await from.client.post(path, { version: view.version - 1, accountId: to.accountId })).status).toBe(409);

    expect(must(await from.client.post(path, { version: view.version, accountId: to.accountId, note: '请继续完善脚本' }))).toMatchObject({ accountId: to.accountId, stillSeen: false });
    expect((await from.client.get(desk.url(view.id))).status).toBe(404);
    const taken = must(await to.client.get(desk.url(view.id)));
    expect(taken.coaches.map((coach: any) => [coach.personId, coach.signed])).toEqual([[to.personId, false]]);
    expect(must<any[]>(await to.client.get('/api/entries/mine')).map((row) => row.id)).toContain(view.id);
    expect(must<any[]>(await from.client.get('/api/entries/mine')).map((row) => row.id)).not.toContain(view.id);
    const told = await system.db.query(`SELECT params FROM notice WHERE account_id = $1 AND template = 'entryTakenOver'`, [to.accountId]);
    expect(told).toEqual([{ params: expect.objectContaining({ title: view.title, note: '请继续完善脚本' }) }]);
    expect(await system.db.query(`SELECT 1 FROM audit_record WHERE action = 'entry.handedOver' AND subject_id = $1`, [view.id])).toHaveLength(1);

    must(await to.client.post(path, { version: taken.version, accountId: student.accountId }));
    expect(must(await to.client.get(desk.url(view.id))).coaches).toHaveLength(1);
    must(await student.client.patch(desk.url(view.id), { version: taken.version + 1, parts: { title: '学生自己改的名字' } }));
  });
});

describe('the record of earlier editions', () => {
  it('holds back an own work entered before unless it is declared, and shows what is only alike', async () => {
    const { client } = await desk.cast.as('coach');
    const pupil = desk.pupil();
    const title = '会唱歌的水车';
    const earlier = await completeTyped(desk, 'project', { members: [pupil], title });
    must(await client.post(desk.url(earlier.id, '/submit'), { version: earlier.version }));
    // The edition of the year before: the same contest, so that the entry moves there as it is.
    const [old] = await system.db.query<{ id: string }>(
      `INSERT INTO edition (contest_id, family, number, year, name, created_at) SELECT contest_id, family, number - 1, year - 1, '第46届', created_at FROM edition WHERE id = $1 RETURNING id`, [desk.editionId]);
    await system.db.query(`UPDATE entry_member SET edition_id = $2 WHERE entry_id = $1`, [earlier.id, old!.id]);
    await system.db.query(`UPDATE entry SET edition_id = $2 WHERE id = $1`, [earlier.id, old!.id]);

    const view = await completeTyped(desk, 'project', { members: [pupil], title: '会唱歌的 水车！' });
    expect(await codesOf(view.id)).toEqual(['DUPLICATE_ENTRY title']);
    expect((await client.post(desk.url(view.id, '/submit'), { version: view.version })).text).toContain('第46届');
    must(await client.patch(desk.url(view.id), { version: view.version, parts: { form: { continuation: true, previousEntry: title, whatIsNew: '增加了第二级叶轮和音高调节，并在三条水渠里重新测量了一个雨季的转速，得到了新的结论，改写了报告的第三部分。' } } }));
    expect(await codesOf(view.id)).not.toContain('DUPLICATE_ENTRY title');

    const other = await completeTyped(desk, 'project', { title });
    expect(await codesOf(other.id)).toEqual([]);
    const { toLookAt } = must(await (await desk.cast.as('school_admin')).client.get(desk.url(other.id, '/check')));
    expect(toLookAt.map((one: any) => one.code)).toContain('DUPLICATE_TITLE');
  });

  it('tells who won before, as long as the prize stands', async () => {
    const pupil = desk.pupil();
    const won = await completeTyped(desk, 'project', { members: [pupil], title: '获奖的旧作' });
    const [old] = await system.db.query<{ id: string }>(`SELECT id FROM edition WHERE number = 46`);
    const publication = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    // What an earlier season left behind: only the rows that are read.
    await system.db.transaction(async () => {
      await system.db.query('SET LOCAL session_replication_role = replica');
      await system.db.query('UPDATE entry SET edition_id = $2 WHERE id = $1', [won.id, old!.id]);
      await system.db.query(
        `INSERT INTO publication (id, edition_id, kind, version, proposal_id, snapshot_id, rulebook_version_id, digest, posted_by, posted_at, notice_days, notice_closes_at, state, confirmed_by, confirmed_at)
         VALUES ($1, $2, 'awards', 1, $1, $1, $1, 'd', $3, now() - interval '9 days', 7, now() - interval '1 day', 'confirmed', $3, now())`, [publication, old!.id, (await desk.cast.as('province_admin')).accountId]);
      await system.db.query(
        `INSERT INTO publication_row (publication_id, position, entry_id, type, group_key, title, members, coaches, school, prefecture, award)
         VALUES ($1, 1, $2, 'project', 'project.junior', '获奖的旧作', '[]', '[]', '', '', 'first')`, [publication, won.id]);
    });
    const view = await completeTyped(desk, 'project', { members: [pupil] });
    const look = async () => must(await (await desk.cast.as('school_admin')).client.get(desk.url(view.id, '/check'))).toLookAt.map((one: any) => one.code);
    expect(await look()).toContain('PAST_WINNER');
    await system.db.query(`INSERT INTO revocation (edition_id, entry_id, award, reason, decided_by, decided_at) VALUES ($1, $2, 'first', '撤销', $3, now())`, [old!.id, won.id, (await desk.cast.as('province_admin')).accountId]);
    expect(await look()).not.toContain('PAST_WINNER');
  });
});
