import { beforeAll, describe, expect, it } from '@jest/globals';
import { JudgingStage, must, sheetOf, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

describe('each kind of entry on its own score sheet', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let judge: StagedJudge;
  let painting: StagedEntry;
  let rows: { assignmentId: string; code: string; sheet: string }[];
  const rowOf = async (entry: StagedEntry) => {
    const codes = await stage.codes('initial');
    return rows.find((row) => codes.get(row.code) === entry.id) as (typeof rows)[number];
  };
  const of = async (entry: StagedEntry, path = '') => `/api/judge/assignments/${(await rowOf(entry)).assignmentId}${path}`;
  let plan: StagedEntry;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system, (rulebook) => {
      rulebook.publication.feedback!.scores = 'criteria';
      for (const type of rulebook.types) if (type.key === 'teacher') type.rankedByClass = true;
    });
    await stage.addEntries(4);
    for (const title of ['海底城市', '云上的学校', '会走路的树', '月亮图书馆']) painting = await stage.addEntry({ type: 'painting', group: 'primary', classKey: null, discipline: null, title, birthDate: '2016-05-06' });
    await stage.addEntry({ type: 'teacher', group: 'teacher', classKey: 'making', discipline: null, title: '磁场演示教具' });
    plan = await stage.addEntry({ type: 'teacher', group: 'teacher', classKey: 'plan', discipline: null, title: '校园气象活动方案' });
    await stage.addJudges(5);
    [judge] = stage.judges as [StagedJudge];
    await stage.openPanel('initial', stage.judges);
    expect((await stage.assign('initial')).state).toBe('done');
    rows = (await must(judge.client.get('/api/judge/queue?size=50'))).body.rows;
  });

  it('the queue of one panel names the sheet of each code, the desk shows its criteria', async () => {
    expect(rows.map((row) => row.sheet).sort()).toEqual(['aidInitial', 'painting', 'painting', 'painting', 'painting', 'planInitial', 'projectInitial', 'projectInitial', 'projectInitial', 'projectInitial']);
    const { body } = await must(judge.client.get(await of(painting)));
    expect(body.sheetRules.items.map((item: { key: string; max: number }) => [item.key, item.max])).toEqual([['imagination', 50], ['science', 25], ['art', 25]]);
    expect(body.sheet.state).toBe('blank');
    expect((await must(judge.client.get(await of(plan)))).body.sheetRules.items.map((item: { key: string }) => item.key)).toEqual(['innovation', 'science', 'carrying', 'effect']);
  });

  it('criteria of another type, or more than its own sheet allows, are refused', async () => {
    const send = async (values: Record<string, string>) => judge.client.put(await of(painting, '/sheet'), { clientKey: `painting-${Object.keys(values).join('-')}`, baseVersion: 0, values });
    expect(await send({ practice: '10' })).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID' } });
    expect(await send({ imagination: '50', art: '25.5' })).toMatchObject({ status: 422, body: { code: 'SHEET_INVALID' } });
    expect((await must(send({ imagination: '44', art: '20' }))).body).toMatchObject({ state: 'draft', version: 1 });
    const short = await judge.client.post(await of(painting, '/submit'), { clientKey: 'painting-short', baseVersion: 1, values: { imagination: '44', art: '20' } });
    expect(short).toMatchObject({ status: 422, body: { problems: [{ path: 'values/science' }] } });
    const whole = await must(judge.client.post(await of(painting, '/submit'), { clientKey: 'painting-whole', baseVersion: 1, values: { imagination: '44', science: '20', art: '20' } }));
    expect(whole.body.total).toBe('84');
  });

  it('known works to train on belong to a sheet; who judges paintings trains on paintings', async () => {
    const training = stage.url('initial', '/training');
    const known = (title: string, sheet: string) => ({ title, text: '往年的一件作品。', sheet, reference: sheetOf(70, 'initial', sheet), reasons: {} });
    const office = stage.secretariat.client;
    expect(await office.post(`${training}/entries`, { ...known('错表', 'painting'), reference: sheetOf(70) })).toMatchObject({ status: 422, body: { code: 'REFERENCE_INCOMPLETE' } });
    expect(await office.post(`${training}/entries`, { ...known('无此表', 'painting'), sheet: 'poster' })).toMatchObject({ status: 422, body: { code: 'KEY_UNKNOWN' } });
    await must(office.post(`${training}/entries`, known('往年科幻画', 'painting')));
    const { body } = await must(office.post(`${training}/entries`, known('往年成果', 'projectInitial')));
    expect(body.entries.map((entry: { sheet: string }) => entry.sheet)).toEqual(['painting', 'projectInitial']);
    expect(body.sheets.find((sheet: { name: string }) => sheet.name === 'painting').label).toBe('科学幻想绘画评分表');
    await must(office.put(training, { required: false, tolerancePercent: 15, attempts: 3, toPass: 2 }));
    const [painter] = await stage.addJudges(1);
    const made = await must(office.post(stage.url('initial', '/panels'), { name: '绘画组', types: ['painting'], groups: [], disciplines: [] }));
    await must(office.post(`/api/judging/panels/${made.body.id}/judges`, { accountIds: [painter!.accountId], accepted: true }));
    const { body: own } = await must(painter!.client.get('/api/judge/training'));
    expect(own).toMatchObject([{ toPass: 1, entries: [{ title: '往年科幻画' }] }]);
    const task = await must(painter!.client.post(`/api/judge/training/${own[0].entries[0].id}/attempts`, { values: sheetOf(70, 'initial', 'painting') }));
    expect(task.body).toMatchObject({ passed: true, tries: [{ within: true }] });
    await must(office.delete(`/api/judging/panels/${made.body.id}`));
    stage.judges.splice(stage.judges.indexOf(painter!), 1);
  });

  it('sheets are added up each by its own criteria, ranked in their groups, explained and worked out again', async () => {
    const level = new Map(stage.entries.map((entry, index) => [entry.id, 60 + 3 * index]));
    await stage.judgeAll('initial', (entryId) => level.get(entryId));
    for (const panel of (await must(stage.secretariat.client.get(stage.url('initial', '/panels')))).body) await must(stage.secretariat.client.post(`/api/judging/panels/${panel.id}/lock`, { gaps: [] }));
    await must(stage.secretariat.client.post(stage.url('initial', '/close')));
    const snapshotId = await stage.snapshot('initial');
    const list = await must(stage.secretariat.client.get(`/api/results/snapshots/${snapshotId}/rows?size=100`));
    const found = (list.body.rows as { group: string; total: string; rank: number; entryId: string }[]).filter((row) => row.group === 'painting.primary');
    expect(found).toHaveLength(4);
    // Four judges gave the last painting 81, one 84 by its own three criteria: the highest and lowest are left out.
    expect(found.find((row) => row.entryId === painting.id)).toMatchObject({ rank: 1, total: '81.00' });
    // The rules rank the two classes of teachers' projects by themselves, and those of pupils' projects together.
    const groups = (list.body.rows as { group: string; groupLabel: string; rank: number }[]).filter((row) => row.group.startsWith('teacher.')).map(({ group, groupLabel, rank }) => [group, groupLabel, rank]).sort();
    expect(groups).toEqual([
      ['teacher.teacher.making', expect.stringMatching(/ · .*科教制作/), 1],
      ['teacher.teacher.plan', expect.stringMatching(/ · .*科教方案/), 1],
    ]);
    expect(new Set((list.body.rows as { group: string }[]).map(({ group }) => group).filter((group) => group.startsWith('project.')))).toEqual(new Set(['project.junior']));
    const published = await stage.publish('shortlist', snapshotId);
    expect((await must(stage.province.client.get(`/api/results/publications/${published.id}/recomputation`))).body).toMatchObject({ same: true, rowsIntact: true, mismatches: 0 });
    const coach = await stage.cast.as('coach');
    const { body: criteria } = await must(coach.client.get(`/api/judging/entries/${painting.id}/criteria`));
    expect(criteria.map((one: { label: string; max: string }) => [one.label, one.max])).toEqual([['想象力', '50'], ['科学性', '25'], ['绘画艺术', '25']]);
  });
});
