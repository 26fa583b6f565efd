import { beforeAll, describe, expect, it } from '@jest/globals';
import { Files } from '#libs/platform';
import { JudgingStage, must, type StagedEntry, type StagedJudge } from '../support/judging-stage.js';
import { startSystem, type TestSystem } from '../support/system.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Two reports with the same pages that say other things about themselves, equally long. */
const report = (author: string): Buffer =>
  bytes(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Author (${author})>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF`);

/** A file can tell more than its name does: its own metadata must not reach a judge either. */
describe('what files say about themselves', () => {
  let system: TestSystem;
  let stage: JudgingStage;
  let entry: StagedEntry;
  let judge: StagedJudge;
  let address: string;

  const put = async (slot: string, content: Buffer): Promise<string> => {
    const file = await system.api.get(Files, { strict: false }).putBuffer({ content, name: '文件', purpose: 'material' });
    await system.db.query(
      `INSERT INTO material (entry_id, slot, file_id, number, name, kind, size_bytes, sha256, added_by, added_at) VALUES ($1, $2, $3, 1, '文件', $4, $5, $6, $7, $8)`,
      [entry.id, slot, file.id, file.type === 'image/jpeg' ? 'jpg' : 'pdf', file.size, file.sha256, stage.secretariat.accountId, system.clock.now()],
    );
    return file.id;
  };
  const seen = async (number: number, headers: Record<string, string> = {}): Promise<{ status: number; tag: string | null; content: Buffer }> => {
    const response = await fetch(`${system.url}${address}/materials/${number}`, { headers: { cookie: judge.client.cookieHeader(), ...headers } });
    return { status: response.status, tag: response.headers.get('etag'), content: Buffer.from(await response.arrayBuffer()) };
  };

  beforeAll(async () => {
    system = await startSystem({ worker: true, now: '2026-03-10T09:00:00+08:00' });
    stage = await JudgingStage.set(system);
    await stage.addEntries(3);
    [entry] = stage.entries as [StagedEntry];
    await stage.addJudges(5);
    [judge] = stage.judges as [StagedJudge];
    await put('report', report('Huang Xiaojia'));
    await put('images', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 34]), bytes('Exif\0\0II*\0Qinghe School Changsha'), Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])]));
    await stage.openPanel('initial', stage.judges);
    await stage.assign('initial');
    const codes = await stage.codes('initial');
    const { body } = await must(judge.client.get('/api/judge/queue?size=50'));
    address = `/api/judge/assignments/${body.rows.find((row: { code: string }) => codes.get(row.code) === entry.id).assignmentId}`;
  });

  it('does not reach a judge, whole or in parts', async () => {
    const whole = await seen(1);
    expect([whole.status, whole.content.includes('%PDF-1.4'), whole.content.includes('Huang')]).toEqual([200, true, false]);
    const at = report('Huang Xiaojia').indexOf('Huang');
    const part = await seen(1, { range: `bytes=${at - 3}-${at + 5}` });
    expect([part.status, part.content.equals(whole.content.subarray(at - 3, at + 6)), part.content.includes('uang')]).toEqual([206, true, false]);
    const picture = await seen(2);
    expect([picture.status, picture.content.includes('Qinghe'), picture.content.subarray(-5).toString('hex')]).toEqual([200, false, '010203ffd9']);
  });

  it('answers the same bytes and tag whoever the author is', async () => {
    const before = await seen(1);
    await system.db.query('ALTER TABLE material DISABLE TRIGGER USER');
    await system.db.query(`DELETE FROM material WHERE entry_id = $1 AND slot = 'report'`, [entry.id]);
    await put('report', report('Tan Yunlingia'));
    expect(await seen(1)).toEqual(before);
  });
});
