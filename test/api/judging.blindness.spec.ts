import { beforeAll, describe, expect, it } from '@jest/globals';
import { AccessDeclarations, answersTo, Grants, type Endpoint, type Role } from '#libs/identity';
import { BlindProbe, type Call, type OpenApi, type Seen } from '../support/blind-probe.js';
import type { HttpClient } from '../support/http-client.js';
import { JudgingStage, must, sheetOf, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { SqlWatch } from '../support/sql-watch.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** What a hidden fact could show through: the body (the request's id and the running clock aside), and the headers that speak of the content. */
async function seen(client: HttpClient, path: string, language: string): Promise<string> {
  const answer = await client.get(path, { 'accept-language': language });
  const headers = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified', 'cache-control', 'link', 'location'].map((name) => `${name}: ${answer.headers.get(name) ?? ''}`);
  const body = answer.text.replace(/"(requestId|now)":"[^"]*"/g, '"$1":""');
  return [answer.status, ...headers, body].join('\n');
}

/** Blind means blind: change what a judge must not know, and everything a judge can ask answers the same bytes. */
describe('blind review', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let judge: StagedJudge;
  let entry: StagedEntry;
  let assignmentId: string;
  let panel: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(6);
    [entry] = stage.entries as [StagedEntry];
    await stage.addMaterial(entry, 'report', '青荷中学-黄小甲-研究报告.pdf');
    await stage.addMaterial(entry, 'novelty', '查新-青荷中学.pdf');
    await stage.addJudges(5);
    [judge] = stage.judges as [StagedJudge];
    panel = await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    const codes = await stage.codes('initial');
    const { body } = await must(judge.client.get('/api/judge/queue?size=50'));
    assignmentId = body.rows.find((row: { code: string }) => codes.get(row.code) === entry.id).assignmentId;
    await must(judge.client.put(`/api/judge/assignments/${assignmentId}/sheet`, { clientKey: 'first-save', baseVersion: 0, values: sheetOf(70) }));
  });

  const views = (): string[] => [
    '/api/judge/queue', '/api/judge/queue?size=2&page=2', `/api/judge/queue?panelId=${panel}`, '/api/judge/queue?state=draft', '/api/judge/queue?sort=-title',
    `/api/judge/queue?q=${encodeURIComponent('装置')}`, `/api/judge/queue?q=${encodeURIComponent('青荷')}`, `/api/judge/queue?q=${encodeURIComponent('黄')}`,
    `/api/judge/queue?q=${encodeURIComponent('龙老师')}`, `/api/judge/queue?q=${entry.no}`, `/api/judge/queue?q=${encodeURIComponent('长沙')}`,
    `/api/judge/assignments/${assignmentId}`, `/api/judge/assignments/${assignmentId}/materials/1`, `/api/judge/assignments/${assignmentId}/materials/2`,
    `/api/judge/assignments/${assignmentId}/materials/1?download`, `/api/judge/assignments/${assignmentId}/receipts`, '/api/judge/panels', '/api/judge/profile', '/api/judge/interests',
    `/api/judging/panels/${panel}/scores`, `/api/judging/panels/${panel}/assignments`, `/api/judging/panels/${panel}/progress/entries`, `/api/judging/panels/${panel}/divergence`,
    stage.url('initial', '/progress'), stage.url('initial', '/conflicts'), `/api/entries/${entry.id}`, `/api/entries/${entry.id}/materials`, `/api/judging/entries/${entry.id}/comments`,
    '/api/results/mine', `/api/public/results/${stage.editionId}`, `/api/results/editions/${stage.editionId}/stages/initial/snapshots`,
  ];

  const everything = async (): Promise<Map<string, string>> => {
    const asked = (['zh', 'en'] as const).flatMap((language) => views().map((path) => ({ language, path })));
    const found = new Map<string, string>();
    for (let start = 0; start < asked.length; start += 8) {
      const batch = asked.slice(start, start + 8);
      const answers = await Promise.all(batch.map(({ path, language }) => seen(judge.client, path, language)));
      batch.forEach(({ path, language }, index) => found.set(`${language} ${path}`, answers[index] ?? ''));
    }
    return found;
  };

  it('shows the work: title, abstract, discipline, and the files under neutral names', async () => {
    const { body } = await must(judge.client.get(`/api/judge/assignments/${assignmentId}`));
    expect(body).toMatchObject({ title: entry.title, disciplineLabel: '物理', fields: [{ key: 'abstract' }], materials: [{ number: 1, name: '研究报告-1.pdf', slot: 'report' }] });
    expect(body.materials).toHaveLength(1);
    const file = await judge.client.get(`/api/judge/assignments/${assignmentId}/materials/1`);
    expect(file.status).toBe(200);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('研究报告-1.pdf');
    expect(file.text).toContain('%PDF-1.4');
  });

  it('answers the same bytes whatever the hidden facts are', async () => {
    // Evidence does not change in life; here each fact is changed for itself.
    await system.db.query('ALTER TABLE material DISABLE TRIGGER USER');
    const before = await everything();
    const { elsewhere } = stage.cast.units;
    const changes: [string, string, unknown[]][] = [
      ['member', `UPDATE person SET name = '完全另一个人', birth_date = '2009-09-09', sex = 'F' WHERE id = $1`, [entry.memberId]],
      ['coach', `UPDATE person SET name = '另一位老师' WHERE id = $1`, [entry.coachId]],
      ['team', `INSERT INTO entry_member (entry_id, edition_id, person_id, position, bound, added_at) SELECT $1, $2, id, 2, false, now() FROM person WHERE id = $3`, [entry.id, stage.editionId, stage.entries[5]?.memberId]],
      ['place', 'UPDATE entry SET school_id = $2, county_id = $3, prefecture_id = $4 WHERE id = $1', [entry.id, elsewhere.school, elsewhere.county, elsewhere.prefecture]],
      ['number and times', `UPDATE entry SET entry_no = 'ZZZ999', created_at = created_at - interval '40 days', updated_at = updated_at + interval '3 hours', submitted_at = now(), version = 77 WHERE id = $1`, [entry.id]],
      ['other form fields', `UPDATE entry SET form = form || '{"startDate":"2024-09-09","aiUse":"none","secretNote":"青荷中学"}' WHERE id = $1`, [entry.id]],
      ['file names and times', `UPDATE material SET name = '云岭中学-张三.pdf', added_at = added_at - interval '9 days' WHERE entry_id = $1`, [entry.id]],
      ['stored file names', `UPDATE file_object SET name = '云岭中学-张三.pdf', created_at = created_at - interval '9 days' WHERE id IN (SELECT file_id FROM material WHERE entry_id = $1)`, [entry.id]],
      ['files not meant for judges', `DELETE FROM material WHERE entry_id = $1 AND slot = 'novelty'`, [entry.id]],
      ['school names', `UPDATE org_unit SET name = name || '附属学校' WHERE kind = 'school'`, []],
      ['other judges', `UPDATE account SET name = '别的评委' WHERE id = $1`, [stage.judges[1]?.accountId]],
    ];
    for (const [fact, sql, parameters] of changes) {
      await system.db.query(sql, parameters);
      const after = await everything();
      for (const [view, bytes] of before) expect({ fact, view, bytes: after.get(view) }).toEqual({ fact, view, bytes });
    }
  }, 120_000);

  describe('at every address', () => {
    let probe: BlindProbe;
    let watch: SqlWatch;
    let endpoints: Endpoint[];
    let twins: [StagedEntry, StagedEntry];
    /** Takes a code for a moment while two entries change theirs. */
    let spare: StagedEntry;
    const HIDDEN = '湘见小远';

    beforeAll(async () => {
      twins = [stage.entries[2] as StagedEntry, stage.entries[3] as StagedEntry];
      spare = await stage.addEntry();
      await system.db.query(`UPDATE entry SET state = 'draft' WHERE id = $1`, [spare.id]);
      await system.db.query('UPDATE person SET name = $2 WHERE id = $1', [entry.memberId, HIDDEN]);
      await must(stage.secretariat.client.patch(`/api/judging/panels/${panel}/judges/${judge.judgeId}`, { lead: true }));
      const interest = await must(judge.client.post('/api/judge/interests', { kind: 'person', personName: '无此人名', note: '同学' }));
      const [file, code] = await Promise.all([
        system.db.first<{ id: string }>('SELECT file_id AS id FROM material WHERE entry_id = $1 LIMIT 1', [entry.id]),
        system.db.first<{ id: string; code: string }>('SELECT id, code FROM entry_code WHERE entry_id = $1', [entry.id]),
      ]);
      const question = await system.db.first<{ id: string }>(
        `INSERT INTO judging_question (edition_id, stage_key, panel_id, kind, asked_of, code_id, evidence, asked_at) VALUES ($1, 'initial', $2, 'divergence', 'leader', $3, '{"range":"20"}', $4) RETURNING id`,
        [stage.editionId, panel, code?.id, system.clock.now()],
      );
      await system.db.query(
        `INSERT INTO panel_message (panel_id, code_id, kind, text, client_key, said_by, said_at) SELECT $1, id, 'said', '方法可靠', 'said-of-' || code, $2, $3 FROM entry_code WHERE entry_id = ANY($4)`,
        [panel, judge.accountId, system.clock.now(), twins.map(({ id }) => id)],
      );
      const { body } = await must(judge.client.get('/api/openapi.json'));
      endpoints = system.api.get(AccessDeclarations, { strict: false }).endpoints();
      watch = await SqlWatch.on(system);
      probe = new BlindProbe(system.url, body as OpenApi, {
        places: { editionId: stage.editionId, stageKey: 'initial', panelId: panel, number: '1', judgeId: judge.judgeId, entryId: entry.id, accountId: judge.accountId },
        ids: [assignmentId, entry.id, entry.memberId, stage.editionId, file?.id ?? '', interest.body.id, question?.id ?? '', code?.id ?? '', twins[0].id],
        values: {
          values: sheetOf(70), baseVersion: 1, clientKey: 'a-key-of-the-probe', codeId: code?.id, codeIds: [code?.id], code: code?.code, codes: [code?.code], judgeId: judge.judgeId, judgeIds: [judge.judgeId], accountIds: [judge.accountId],
          personName: HIDDEN, '/api/judge/interests kind': 'person', '/api/account/second-factor/confirmation code': '123456', juryComment: `${HIDDEN}同学`, participantComment: `${HIDDEN}同学`, disciplines: ['PH'], types: ['project'], groups: ['junior'], fields: ['PH'], termsVersion: '1',
          aliases: ['pupil@example.cn'], email: 'pupil@example.cn', phone: '13107310731', employer: '青荷中学', employerOrgId: null, prefectureId: null, panelIds: [panel], keep: false, q: '装置',
        },
        words: [HIDDEN, '青荷', '长沙', entry.no],
      }, watch);
    }, 60_000);

    const key = (method: string, path: string): string => `${method} ${path.replace(/^\/api/, '').replace(/\{(\w+)\}|:(\w+)/g, '{}')}`;
    /** What a role may call, the public addresses aside: those cannot tell it more than they tell everyone. */
    const open = (role: Role): Set<string> =>
      new Set(endpoints.filter((one) => one.access && !('public' in one.access) && answersTo(one, role)).map((one) => key(one.method, one.path)));

    /** The same calls before and after a change: every answer and every statement asked of the database. Reads are asked once before, so that what is kept in memory is. */
    const unmoved = async (who: HttpClient, calls: readonly Call[], change: () => Promise<unknown>): Promise<Map<string, Seen>> => {
      if (calls.every(({ method }) => method === 'GET')) await probe.ask(who, calls);
      const before = await probe.ask(who, calls);
      await change();
      const after = await probe.ask(who, calls);
      const lines = (seen: Seen | undefined): string[] => [...(seen?.answer.split('\n') ?? []), ...(seen?.sql ?? [])];
      const only = (these: string[], those: string[]): string[] => these.filter((line, index) => line !== those[index]);
      const moved = [...before].flatMap(([call, seen]) => {
        const [was, is] = [lines(seen), lines(after.get(call))];
        return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ call, was: only(was, is), is: only(is, was) }];
      });
      expect(moved.slice(0, 3)).toEqual([]);
      return before;
    };

    const dry = async <T>(work: () => Promise<T>): Promise<T> => {
      watch.dry = true;
      return work().finally(() => { watch.dry = false; });
    };
    let changes = 0;
    const changeHidden = async (): Promise<void> => {
      const now = ++changes;
      const place = stage.cast.units[now % 2 === 1 ? 'here' : 'elsewhere'];
      if (now % 2 === 1) await stage.addMaterial(entry, 'novelty', '查新-枫林小学.pdf');
      else await system.db.query(`DELETE FROM material WHERE entry_id = $1 AND slot = 'novelty'`, [entry.id]);
      for (const [sql, parameters] of [
        [`UPDATE person SET name = '${HIDDEN}${now}', birth_date = '2010-10-10', sex = 'M', phone = '13107310731', email = 'pupil@example.cn' WHERE id = $1`, [entry.memberId]],
        [`UPDATE person SET name = '第${now}位老师', phone = '13207310731', title = '高级教师' WHERE id = $1`, [entry.coachId]],
        [`UPDATE entry SET entry_no = 'YYY88${now}', authorisation_no = 'B-77', created_at = created_at - interval '3 days', school_rank = 9, version = 99 WHERE id = $1`, [entry.id]],
        [`UPDATE entry SET school_id = $2, county_id = $3, prefecture_id = $4 WHERE id = $1`, [entry.id, place.sister, place.county, place.prefecture]],
        [`UPDATE entry_member SET position = position + 10 WHERE entry_id = $1`, [entry.id]],
        [`UPDATE material SET name = '第${now}个文件名-枫林小学.pdf' WHERE entry_id = $1`, [entry.id]],
        [`UPDATE org_unit SET name = '改${now}' || name WHERE kind = 'school'`, []],
      ] as [string, unknown[]][]) await system.db.query(sql, parameters);
    };
    const swapTwins = async (): Promise<void> => {
      const [one, other] = twins;
      await system.db.query('ALTER TABLE entry_code DISABLE TRIGGER USER');
      for (const [from, to] of [[one.id, spare.id], [other.id, one.id], [spare.id, other.id]]) await system.db.query('UPDATE entry_code SET entry_id = $2 WHERE entry_id = $1', [from, to]);
      await system.db.query('ALTER TABLE entry_code ENABLE TRIGGER USER');
    };

    it('a judge who leads the panel reads the same bytes, by the same statements with the same number of rows', async () => {
      const may = open('judge');
      const calls = probe.reads((endpoint) => may.has(key('GET', endpoint)));
      const asked = new Set(calls.map((call) => key('GET', call.endpoint)));
      expect([...may].filter((one) => one.startsWith('GET ') && !asked.has(one))).toEqual([]);
      const seen = await unmoved(judge.client, calls, changeHidden);
      expect([...seen.values()].filter(({ answer }) => answer.startsWith('200')).length).toBeGreaterThan(60);
      expect([...seen.values()].filter(({ sql }) => sql.length > 1).length).toBeGreaterThan(60);
    }, 120_000);

    it('everything a judge writes is answered alike, refusals too', async () => {
      const may = open('judge');
      const calls = probe.writes((endpoint, method) => may.has(key(method, endpoint)));
      const asked = new Set(calls.map((call) => key(call.method, call.endpoint)));
      // Answers to HEAD have no body; uploads are asked with their own headers.
      expect([...may].filter((one) => !/^(GET|HEAD) /.test(one) && !asked.has(one))).toEqual([]);
      const seen = await dry(() => unmoved(judge.client, calls, changeHidden));
      // Bodies made from the schemas get past the first look, or the test would prove nothing.
      const past = new Set([...seen].filter(([, { answer }]) => !answer.startsWith('400')).map(([call]) => call.split(' ').slice(1, 3).join(' ').replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{}')));
      expect([...asked].filter((one) => !past.has(one.replace(' ', ' /api')))).toEqual([]);
      expect(past.size).toBeGreaterThan(20);
    }, 120_000);

    it('the office that assigns reads and writes alike, whichever entry hides behind a code', async () => {
      const may = open('secretariat');
      const reads = probe.reads((endpoint) => may.has(key('GET', endpoint)));
      const manages = new Set(endpoints.filter((one) => one.access && 'permission' in one.access && one.access.permission === 'judging.manage').map((one) => key(one.method, one.path)));
      const writes = probe.writes((endpoint, method) => manages.has(key(method, endpoint)));
      expect([...manages].filter((one) => !one.startsWith('GET ') && !writes.some((call) => key(call.method, call.endpoint) === one))).toEqual([]);
      const seen = await unmoved(stage.secretariat.client, reads, swapTwins);
      const written = await dry(() => unmoved(stage.secretariat.client, writes, swapTwins));
      expect(new Set([...written].filter(([, { answer }]) => answer.startsWith('2')).map(([call]) => call.split(' ')[2]?.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{}'))).size).toBeGreaterThan(8);
      expect([...seen.values()].filter(({ answer }) => answer.startsWith('200')).length).toBeGreaterThan(60);
    }, 240_000);

    it('a stream of live updates says the same, and nothing of what others do', async () => {
      const job = await system.db.first<{ id: string }>(`INSERT INTO outbox (name, queue, payload, request_id, run_at, state, error) VALUES ('probe', 'scores', '{}', 'probe', now(), 'dead', 'none') RETURNING id`);
      const stream = async (): Promise<string> => {
        const stop = new AbortController();
        const answer = await fetch(`${system.url}/api/live?topics=results:${stage.editionId},job:${job?.id ?? ''}`, { headers: { cookie: judge.client.cookieHeader(), 'last-event-id': '0' }, signal: stop.signal });
        const reader = answer.body?.getReader();
        let text = '';
        const read = (async () => { for (;;) { const part = await reader?.read(); if (!part || part.done) return; text += Buffer.from(part.value).toString(); } })().catch(() => undefined);
        await must(stage.judges[1]!.client.get('/api/judge/queue'));
        await must(stage.secretariat.client.post(`/api/judging/panels/${panel}/remind`, {}));
        await new Promise((resolve) => setTimeout(resolve, 400));
        stop.abort();
        await read;
        return text;
      };
      const before = await stream();
      await changeHidden();
      expect(await stream()).toBe(before);
      expect(before).toContain('retry: 2000');
      for (const topic of [`entry:${entry.id}`, `panel:${panel}`, `judging:${stage.editionId}`]) {
        expect(await judge.client.get(`/api/live?topics=${topic}`)).toMatchObject({ status: 403, body: { code: 'TOPIC_NOT_YOURS' } });
      }
    });
  });

  it('does not let other judges\' work show before the lock', async () => {
    const before = await everything();
    const [, other] = stage.judges as [StagedJudge, StagedJudge];
    const { body } = await must(other.client.get('/api/judge/queue?size=50'));
    for (const row of body.rows) {
      await must(other.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, { clientKey: `other-${row.assignmentId}`, baseVersion: row.version, values: sheetOf(95), juryComment: '很好' }));
    }
    expect(await everything()).toEqual(before);
  });

  it('keeps the codes in custody: opened only with that right, with a reason, on record', async () => {
    const open = stage.url('initial', '/codes/open');
    expect((await judge.client.post(open, { reason: '我想看看' })).status).toBe(403);
    expect((await stage.secretariat.client.post(open, { reason: '核对申诉材料' })).status).toBe(403);
    expect((await stage.province.client.post(open, {})).status).toBe(400);
    const { body } = await must(stage.province.client.post(open, { reason: '核对申诉材料' }));
    expect(body).toHaveLength(6);
    const [record] = await system.db.query(`SELECT reason, after FROM audit_record WHERE action = 'judging.codesOpened'`);
    expect(record).toMatchObject({ reason: '核对申诉材料', after: { stage: 'initial', count: 6 } });
    // The other holder of the key hears of it; the judge does not.
    const told = await system.db.query<{ account: string }>(`SELECT account_id AS account FROM notice WHERE template = 'judging.codesOpened'`);
    expect(told.map(({ account }) => account)).toContain(stage.deputy.accountId);
    expect(told.map(({ account }) => account)).not.toContain(judge.accountId);
    expect(told.map(({ account }) => account)).not.toContain(stage.province.accountId);
    // Who is given both roles loses the key.
    await system.api.get(Grants, { strict: false }).put({ accountId: stage.deputy.accountId, role: 'secretariat' });
    const both = await stage.cast.logIn(stage.deputy.login);
    expect(await both.post(open, { reason: '核对申诉材料' })).toMatchObject({ status: 403, body: { code: 'CUSTODY_APART' } });
    const progress = await must(stage.secretariat.client.get(`/api/judging/panels/${panel}/progress/entries?size=50`));
    for (const one of stage.entries) expect(progress.text).not.toContain(one.id);
  });
});
