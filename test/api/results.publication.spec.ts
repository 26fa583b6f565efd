import { beforeAll, describe, expect, it } from '@jest/globals';
import { ListPrints } from '../../libs/results/src/list-prints.service.js';
import { JudgingStage, must } from '../support/judging-stage.js';
import { pdfPages } from '../support/pdf-text.js';
import { startSystem, type TestSystem } from '../support/system.js';

const SCORES = [96, 92, 88, 84, 80, 76, 72, 68];

/** Posted lists: what the public sees, corrections, and what nobody can change. */
describe('publication', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let rows: string;
  let list: string;

  /** The printed list once the worker has made version `version`; as bytes. */
  const printed = async (version: number): Promise<{ pdf: Buffer; headers: Headers }> => {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await fetch(`${system.url}${list}/list.pdf`);
      const pdf = Buffer.from(await answer.arrayBuffer());
      if (answer.status === 200 && pdfPages(pdf).join('').includes(`第${version}号`)) return { pdf, headers: answer.headers };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no print of version ${version}`);
  };

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-04-12T09:00:00+08:00' });
    stage = await JudgingStage.set(system, (rulebook) => {
      rulebook.scoring.stages = [rulebook.scoring.stages[1]!];
      rulebook.scoring.total = { method: 'stage', stage: 'final', places: 2 };
      rulebook.scoring.ranking = { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] };
      rulebook.scoring.selections = [];
      rulebook.scoring.awards![0]!.levels = rulebook.scoring.awards![0]!.levels.map((level, index) => ({ ...level, share: [0.25, 0.25, 0.25][index] }));
      rulebook.panels = [rulebook.panels[1]!];
    });
    await system.db.query(`UPDATE edition_stage SET opens_at = $2 WHERE edition_id = $1 AND key = 'final'`, [stage.editionId, new Date('2026-04-01T00:00:00Z')]);
    await stage.addEntry({ member: '欧阳小娜', birthDate: '2010-01-01', title: '<script>alert(1)</script>灯' });
    await stage.addEntry({ member: '李小明', birthDate: '2012-04-28', title: '会唱歌的水杯' });
    await stage.addEntry({ member: '买买提·吐尔逊', birthDate: '2009-01-01', where: 'elsewhere' });
    await stage.addEntry({ member: '张三', birthDate: '2009-01-01', where: 'elsewhere' });
    await stage.addEntries(4);
    await system.db.query(`INSERT INTO consent (entry_id, person_id, decision, guardian_name, relation, text_version, channel, recorded_by, decided_at) VALUES ($1, $2, 'refused', '张父', 'father', '1', 'paper', $3, now())`, [
      stage.entries[3]?.id, stage.entries[3]?.memberId, stage.secretariat.accountId,
    ]);
    await stage.addJudges(7);
    // The only stage of this rulebook: eligible entries go straight into it.
    const panel = await stage.openPanel('final', stage.judges);
    await stage.assign('final');
    await stage.judgeAll('final', (entryId) => SCORES[stage.entries.findIndex(({ id }) => id === entryId)]);
    await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/lock`));
    await system.db.query(`UPDATE entry SET state = 'final_scored' WHERE edition_id = $1`, [stage.editionId]);
    rows = `/api/public/results/${stage.editionId}/rows`;
    list = `/api/public/results/${stage.editionId}`;
  });

  it('shows nothing before: not to the public, not to participants', async () => {
    const nobody = system.client();
    for (const path of [rows, list, `${rows}?kind=shortlist`, `${list}/list.pdf`]) expect(await nobody.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_PUBLISHED' } });
    expect((await must(nobody.get('/api/public/results'))).body).toEqual([]);
    const coach = await stage.cast.logIn((await stage.cast.as('coach')).login);
    expect((await must(coach.get('/api/results/mine'))).body).toEqual([]);
    expect((await must(coach.get(`/api/judging/entries/${stage.entries[0]?.id}/comments`))).body).toEqual([]);
    expect((await coach.get(`/api/results/editions/${stage.editionId}/stages/final/snapshots`)).status).toBe(403);
  });

  it('posts the list with masked names, the notice closing seven days later', async () => {
    await stage.moveTo('2026-04-27T08:00:00+08:00');
    const posted = await stage.publish('awards', await stage.snapshot('final'));
    expect(posted).toMatchObject({ version: 1, rows: 6, noticeClosesAt: '2026-05-04T15:59:59.000Z' });
    const { body } = await must(system.client().get(rows));
    expect(body.total).toBe(6);
    // Under 14 is masked up to the day before the birthday; a refusal masks at any age; the dot of a long name does not hinder.
    expect(body.rows.slice(0, 4).map((row: { members: string[] }) => row.members)).toEqual([['欧阳小娜'], ['李*明'], ['买买提·吐尔逊'], ['张*']]);
    expect(body.rows.map((row: { award: string }) => row.award)).toEqual(['first', 'first', 'second', 'second', 'third', 'third']);
    const text = JSON.stringify(body);
    for (const secret of ['entryId', 'total":"96', '2012-04-28', 'rank', ...stage.entries.map(({ id }) => id), ...stage.entries.map(({ memberId }) => memberId)]) expect(text).not.toContain(secret);
  });

  it('is printed: what the web list shows, in groups, with number, digest and pages, and nothing more', async () => {
    const { pdf, headers } = await printed(1);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain("inline; filename=");
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain("第47届获奖名单公示（第1号）.pdf");
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const said = pdfPages(pdf).join('');
    const { body } = await must(system.client().get(rows));
    const { body: head } = await must(system.client().get(list));
    expect(head.printReady).toBe(true);
    for (const row of body.rows) for (const shown of [row.title, row.entryNo, row.school, row.prefecture, row.awardLabel, ...row.members, ...row.coaches]) expect(said).toContain(shown);
    expect(said).toContain('一等奖（2项）');
    expect(said).toContain(head.digest);
    expect(said).toContain('2026-05-04 23:59');
    expect(said).toContain('第 1 页，共 1 页');
    // Names that are masked, birth dates, marks and entries without a prize are all in the database.
    for (const secret of ['李小明', '张三', '2012-04-28', '2009-01-01', '96.00', '88.00', stage.entries[6]?.title ?? '', stage.entries[7]?.title ?? '', stage.entries[0]?.id ?? '', stage.entries[0]?.memberId ?? '']) {
      expect([secret, said.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('is printed once, however often the job runs', async () => {
    const prints = (): Promise<unknown[]> => system.db.query(`SELECT id FROM file_object WHERE purpose = 'publication-print'`);
    const before = await prints();
    expect(before).toHaveLength(1);
    const posted = await system.db.first<{ id: string }>('SELECT id FROM publication');
    const publicationId = posted?.id ?? '';
    const jobs = system.api.get(ListPrints, { strict: false });
    await Promise.all([jobs.print({ publicationId }), jobs.print({ publicationId }), jobs.print({ publicationId })]);
    expect(await prints()).toEqual(before);
    await expect(system.db.query('DELETE FROM publication_print')).rejects.toThrow(/publication_print is evidence/);
    await expect(jobs.print({ publicationId: '00000000-0000-4000-8000-000000000000' })).rejects.toThrow('There is no publication');
    // A browser that holds it already does not fetch it again.
    const first = await fetch(`${system.url}${list}/list.pdf`);
    expect((await fetch(`${system.url}${list}/list.pdf`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await fetch(`${system.url}${list}/list.pdf?download=true`)).headers.get('content-disposition')).toContain('attachment');
  });

  it('is searched and paged without surprises', async () => {
    const find = async (query: string): Promise<string[]> => (await must(system.client().get(`${rows}?${query}`))).body.rows.map((row: { title: string }) => row.title);
    expect(await find(`q=${encodeURIComponent('水杯')}`)).toEqual(['会唱歌的水杯']);
    expect(await find(`q=${encodeURIComponent('<script>')}`)).toEqual(['<script>alert(1)</script>灯']);
    expect(await find(`q=${encodeURIComponent("' OR 1=1 --")}`)).toEqual([]);
    expect(await find('q=%25')).toEqual([]);
    expect(await find(`q=${encodeURIComponent('李小明')}`)).toEqual([]);
    expect(await find('award=third&size=1&page=2')).toEqual([stage.entries[5]?.title]);
    expect(await find(`prefecture=${encodeURIComponent('株洲市')}`)).toHaveLength(2);
    expect((await system.client().get(`${rows}?size=100000`)).status).toBe(400);
    expect((await system.client().get(`${rows}?surprise=1`)).status).toBe(400);
  });

  it('is answered from caches until it changes', async () => {
    const nobody = system.client();
    const first = await must(nobody.get(list));
    expect(first.body).toMatchObject({ version: 1, state: 'in_notice', correction: null, counts: [{ award: 'first', label: '一等奖', count: 2 }, { award: 'second', count: 2 }, { award: 'third', count: 2 }] });
    expect(first.headers.get('cache-control')).toContain('public');
    const tag = first.headers.get('etag') ?? '';
    expect(await nobody.get(list, { 'if-none-match': tag })).toMatchObject({ status: 304, text: '' });
    nobody.language = 'en';
    expect((await nobody.get(list, { 'if-none-match': tag })).status).toBe(200);
    const page = await must(nobody.get(rows));
    expect((await nobody.get(rows, { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await nobody.get(`${rows}?page=2`, { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(200);
  });

  it('is not touched by later changes, nor can it be changed', async () => {
    const before = (await must(system.client().get(rows))).text;
    await system.db.query(`UPDATE entry SET title = '改名' WHERE id = $1`, [stage.entries[0]?.id]);
    await system.db.query(`UPDATE person SET name = '改名' WHERE id = $1`, [stage.entries[0]?.memberId]);
    expect((await must(system.client().get(rows))).text).toBe(before);
    for (const sql of ['UPDATE publication_row SET award = \'first\'', 'DELETE FROM publication_row', 'DELETE FROM publication', 'UPDATE publication SET notice_closes_at = now()', `UPDATE publication SET digest = 'x'`]) {
      await expect(system.db.query(sql)).rejects.toThrow();
    }
    await expect(system.db.query(`UPDATE publication SET state = 'confirmed', confirmed_at = posted_at, confirmed_by = posted_by`)).rejects.toThrow(/confirmed_after_notice/);
  });

  it('a prize revoked during the notice stays void; the correction says why and the notice begins afresh (INN-AWARD-009, PUB-NOTICE-002)', async () => {
    await stage.moveTo('2026-05-01T12:00:00+08:00');
    const old = await stage.snapshot('final');
    expect((await stage.province.client.post(`/api/results/entries/${stage.entries[1]?.id}/disqualify`, { reason: '查实抄袭他人作品' })).status).toBe(204);
    // The posted list stands until its correction is approved.
    expect((await must(system.client().get(rows))).body.total).toBe(6);
    const snapshot = await stage.snapshot('final', old);
    const made = await must(stage.secretariat.client.post('/api/results/proposals', { snapshotId: snapshot, kind: 'awards' }));
    const { body } = await must(stage.secretariat.client.post(`/api/results/proposals/${made.body.id}/propose`));
    for (const approver of [stage.province, stage.deputy]) await must(approver.client.post(`/api/results/proposals/${body.id}/approve`, { digest: body.digest }));
    expect(await stage.province.client.post(`/api/results/proposals/${body.id}/publish`, {})).toMatchObject({ status: 409, body: { code: 'CORRECTION_NEEDS_REASON' } });
    const posted = await must(stage.province.client.post(`/api/results/proposals/${body.id}/publish`, { correction: '一项作品因抄袭被取消' }));
    expect(posted.body).toMatchObject({ version: 2, rows: 5, correction: '一项作品因抄袭被取消', noticeClosesAt: '2026-05-08T15:59:59.000Z' });
    const { body: now } = await must(system.client().get(rows));
    expect(now.rows.map((row: { award: string }) => row.award)).toEqual(['first', 'second', 'second', 'third', 'third']);
    const { body: publications } = await must(stage.province.client.get(`/api/results/editions/${stage.editionId}/publications`));
    expect(publications.map((one: { version: number; state: string }) => [one.version, one.state])).toEqual([[2, 'in_notice'], [1, 'superseded']]);
    for (const { id } of publications) expect((await must(stage.province.client.get(`/api/results/publications/${id}/recomputation`))).body).toMatchObject({ same: true, rowsIntact: true, mismatches: 0 });
    expect(await stage.province.client.post(`/api/results/publications/${publications[1].id}/confirm`)).toMatchObject({ status: 409, body: { code: 'PUBLICATION_STEP' } });
  });

  it('is printed anew for the correction, which says why; the print before it stays', async () => {
    const { pdf } = await printed(2);
    const said = pdfPages(pdf).join('');
    expect(said).toContain('一项作品因抄袭被取消');
    expect(said).not.toContain('会唱歌的水杯');
    expect(await system.db.query('SELECT 1 FROM publication_print')).toHaveLength(2);
  });

  it('says so while the print is being made', async () => {
    // What the worker has not done yet: the row is missing.
    await system.db.query('ALTER TABLE publication_print DISABLE TRIGGER USER');
    await system.db.query('DELETE FROM publication_print');
    await system.db.query('ALTER TABLE publication_print ENABLE TRIGGER USER');
    const answer = await system.client().get(`${list}/list.pdf`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'PRINT_BEING_MADE' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await must(system.client().get(list))).body.printReady).toBe(false);
  });

  it('an entry disqualified on its own page loses its posted prize in the same act, and the database knows no other way', async () => {
    const [, , entry, other] = stage.entries;
    await expect(system.db.query(`UPDATE entry SET state = 'disqualified' WHERE id = $1`, [other?.id])).rejects.toThrow(/same act/);
    const before = await stage.snapshot('final');
    expect((await stage.secretariat.client.post(`/api/entries/${entry?.id}/disqualify`, { reason: '查实由他人代做' })).status).toBe(200);
    expect(await system.db.query('SELECT reason, decided_by AS by FROM revocation WHERE entry_id = $1', [entry?.id])).toEqual([{ reason: '查实由他人代做', by: stage.secretariat.accountId }]);
    const after = await stage.snapshot('final', before);
    const { body } = await must(stage.secretariat.client.get(`/api/results/snapshots/${after}/rows?size=50`));
    expect(body.rows.find((row: { entryId: string }) => row.entryId === entry?.id)).toMatchObject({ rank: 3 });
    // Once more changes nothing.
    await must(stage.province.client.post(`/api/results/entries/${entry?.id}/disqualify`, { reason: '再次点击同一按钮' }));
    expect(await system.db.query(`SELECT 1 FROM audit_record WHERE action = 'results.prizeRevoked' AND subject_id = $1`, [entry?.id])).toHaveLength(1);
  });

  it('a supervisor of one prefecture reads that prefecture\'s results only', async () => {
    const { prefecture } = stage.cast.units.elsewhere;
    const part = await stage.cast.hire('supervisor', 'elsewhere', prefecture);
    const whole = await stage.cast.as('supervisor');
    const latest = await stage.snapshot('final');
    const mine = await must(part.client.get(`/api/results/snapshots/${latest}/rows?size=50`));
    expect(mine.body.total).toBe(2);
    expect(mine.body.rows.map((row: { prefecture: string }) => row.prefecture)).toEqual(['株洲市', '株洲市']);
    expect((await must(whole.client.get(`/api/results/snapshots/${latest}/rows?size=50`))).body.total).toBe(8);
    const [proposal] = (await must(part.client.get(`/api/results/editions/${stage.editionId}/proposals`))).body;
    expect((await must(part.client.get(`/api/results/proposals/${proposal.id}/rows?size=50`))).body.total).toBe(2);
    const others = stage.entries.filter((_entry, index) => index !== 2 && index !== 3);
    for (const path of [`snapshots/${latest}`, `snapshots/${latest}/rows?size=50`, `proposals/${proposal.id}`, `proposals/${proposal.id}/rows?size=50`]) {
      const { text } = await must(part.client.get(`/api/results/${path}`));
      for (const { id, no, title } of others) for (const secret of [id, no, title]) expect({ path, secret, told: text.includes(secret) }).toEqual({ path, secret, told: false });
    }
    expect((await part.client.get(`/api/results/snapshots/${latest}/bundle`)).body.code).toBe('SCOPE_TOO_NARROW');
    expect((await whole.client.get(`/api/results/snapshots/${latest}/bundle`)).status).toBe(200);
  });

  it('the recomputation notices any tampering', async () => {
    const { body: publications } = await must(stage.province.client.get(`/api/results/editions/${stage.editionId}/publications`));
    const [current] = publications;
    await system.db.query('ALTER TABLE publication_row DISABLE TRIGGER USER');
    await system.db.query(`UPDATE publication_row SET award = 'first' WHERE publication_id = $1 AND position = 5`, [current.id]);
    await system.db.query('ALTER TABLE publication_row ENABLE TRIGGER USER');
    expect((await must(stage.province.client.get(`/api/results/publications/${current.id}/recomputation`))).body).toMatchObject({ same: true, rowsIntact: false, mismatches: 1 });
  });
});
