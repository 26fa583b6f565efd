import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Audit, AuditQueries, AuditSealer, verifyAudit, type AuditVerification } from '#libs/audit';
import { FieldCrypto, withContext } from '#libs/platform';
import { startSystem, type TestSystem } from '../support/system.js';

const ACCOUNT = '7b3c1f9e-0f6e-4a53-9d0e-0d1c5b8a2f11';

describe('the audit log', () => {
  let system: TestSystem;
  let audit: Audit;
  const verify = (knownHead?: AuditVerification['head']) => verifyAudit(system.db, system.api.get(FieldCrypto), knownHead);
  const seal = () => system.api.get(AuditSealer).seal();
  const record = (id: string, after: unknown = { state: 'submitted' }) => audit.record({ action: 'entry.submitted', subject: { type: 'entry', id }, after });
  /** What somebody with the database's superuser could do: the triggers are switched off for one statement. */
  const tamper = (...statements: string[]) =>
    system.db.transaction(async () => {
      await system.db.query(`SET LOCAL session_replication_role = replica`);
      for (const statement of statements) await system.db.query(statement);
    });
  const faults = async () => (await verify()).problems.map((problem) => problem.fault);

  beforeAll(async () => {
    system = await startSystem();
    audit = system.api.get(Audit);
  });
  afterAll(() => system.close());

  it('keeps who, when, which request and what changed, and no identity numbers', async () => {
    system.clock.set(new Date('2026-03-01T08:00:00Z'));
    await withContext({ requestId: 'r-1', language: 'zh', accountId: ACCOUNT }, () =>
      system.db.transaction(() =>
        audit.record({
          action: 'person.changed', subject: { type: 'person', id: 'p-1' }, reason: '更正 430102201001011234 的姓名',
          before: { name: '买买提·吐尔逊', note: '430102201001011234', halfCharacter: '\ud840' }, after: { name: '㛃𠅤', password: 'x', zero: -0, at: new Date(0) },
        }),
      ),
    );
    const { rows } = await system.api.get(AuditQueries).list({ subjectType: 'person', page: 1, size: 20 });
    expect(rows).toEqual([
      expect.objectContaining({
        accountId: ACCOUNT, requestId: 'r-1', action: 'person.changed', subjectId: 'p-1', reason: '更正 [redacted] 的姓名',
        before: { name: '买买提·吐尔逊', note: '[redacted]', halfCharacter: '\ufffd' },
        after: { name: '㛃𠅤', password: '[redacted]', zero: 0, at: '1970-01-01T00:00:00.000Z' },
      }),
    ]);
    expect(rows[0]?.at.slice(0, 16)).toBe('2026-03-01T08:00');
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('vanishes with its transaction, and leaves no gap', async () => {
    const before = await verify();
    await expect(
      system.db.transaction(async () => {
        await record('rolled-back');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await record('kept');
    expect(await verify()).toMatchObject({ ok: true, records: before.records + 1, head: { position: before.head.position + 1 } });
  });

  it('links 200 transactions of 3 records at once without deadlock, retry or gap', async () => {
    const before = await verify();
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        system.db.transaction(async () => {
          for (let j = 0; j < 3; j++) await record(`parallel-${i}`, { j });
        }),
      ),
    );
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(await verify()).toMatchObject({ ok: true, records: before.records + 600 });
  });

  it('links 5,000 records of one transaction', async () => {
    const entries = Array.from({ length: 5_000 }, (_, i) => ({ action: 'entry.shortlisted', subject: { type: 'entry', id: `bulk-${i}` } }));
    await system.db.transaction(() => audit.recordAll(entries));
    expect((await verify()).ok).toBe(true);
  });

  it('seals what was committed within a second', async () => {
    await record('to-be-sealed');
    const { head } = await verify();
    for (let tries = 0; tries < 40 && (await verify()).sealedTo < head.position; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await verify()).sealedTo).toBe(head.position);
  });

  it('refuses to change, delete or empty', async () => {
    for (const sql of ['UPDATE audit_record SET reason = $$x$$', 'DELETE FROM audit_record', 'TRUNCATE audit_record CASCADE', 'DELETE FROM audit_link', 'DELETE FROM audit_seal', 'TRUNCATE audit_head']) {
      await expect(system.db.query(sql)).rejects.toMatchObject({ driverError: { code: 'QA001' } });
    }
  });

  describe('tampering', () => {
    const TABLES = ['audit_record', 'audit_link', 'audit_head', 'audit_seal'];
    const emptied = [...TABLES].reverse().map((table) => `DELETE FROM ${table}`);
    beforeAll(async () => {
      await tamper(...emptied, `INSERT INTO audit_head (position, hash) VALUES (0, repeat('0', 64))`);
      await seal();
      for (const id of ['a', 'b', 'c', 'd', 'e']) await record(id);
      expect(await seal()).toBe(5);
      for (const table of TABLES) await system.db.query(`CREATE TABLE untouched_${table} AS SELECT * FROM ${table}`);
    });
    beforeEach(async () => {
      await tamper(...emptied, ...TABLES.map((table) => `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM untouched_${table}`));
      expect(await faults()).toEqual([]);
    });

    it('a changed field', async () => {
      await tamper(`UPDATE audit_record SET after = '{"state":"awarded"}' WHERE subject_id = 'c'`);
      expect(await faults()).toEqual(['RECORD_CHANGED']);
    });

    it('another actor, time or request', async () => {
      for (const change of [`account_id = '${ACCOUNT}'`, `at = at + interval '1 second'`, `request_id = 'other'`]) await tamper(`UPDATE audit_record SET ${change} WHERE subject_id = 'b'`);
      expect(await faults()).toEqual(['RECORD_CHANGED']);
    });

    it('a removed record in the middle, with and without its link', async () => {
      await tamper(`DELETE FROM audit_record WHERE subject_id = 'c'`);
      expect(await faults()).toEqual(expect.arrayContaining(['RECORD_MISSING']));
      await tamper(`DELETE FROM audit_link WHERE position = 3`);
      expect(await faults()).toEqual(expect.arrayContaining(['LINK_MISSING']));
    });

    it('two records swapped', async () => {
      await tamper(`UPDATE audit_link SET record_id = gen_random_uuid() WHERE position = 2`);
      await tamper(`UPDATE audit_link SET record_id = (SELECT id FROM audit_record WHERE subject_id = 'b') WHERE position = 3`);
      await tamper(`UPDATE audit_link SET record_id = (SELECT id FROM audit_record WHERE subject_id = 'c') WHERE position = 2`);
      expect(await faults()).toEqual(expect.arrayContaining(['LINK_CHANGED']));
    });

    it('a record slipped in without a link', async () => {
      await tamper(`INSERT INTO audit_record (at, request_id, action, subject_type, subject_id, sha256) VALUES (now(), 'x', 'entry.x', 'entry', 'x', repeat('a', 64))`);
      expect(await faults()).toEqual(['RECORD_UNLINKED']);
    });

    it('the tail cut off, head and all', async () => {
      await tamper('DELETE FROM audit_link WHERE position > 3');
      await tamper(`DELETE FROM audit_record WHERE subject_id IN ('d', 'e')`);
      await tamper('UPDATE audit_head SET position = 3, hash = (SELECT hash FROM audit_link WHERE position = 3)');
      expect(await faults()).toEqual(['TAIL_MISSING']);
      expect(await seal()).toBe(5);
      expect(await faults()).toEqual(['TAIL_MISSING']);
    });

    it('the tail cut off and written anew to the same length', async () => {
      await tamper('DELETE FROM audit_link WHERE position > 3');
      await tamper(`DELETE FROM audit_record WHERE subject_id IN ('d', 'e')`);
      await tamper('UPDATE audit_head SET position = 3, hash = (SELECT hash FROM audit_link WHERE position = 3)');
      await record('x');
      await record('y');
      expect(await faults()).toEqual(['SEAL_MISMATCH']);
      await record('z');
      await seal();
      expect(await faults()).toEqual(['SEAL_MISMATCH']);
    });

    it('a forged or a removed seal', async () => {
      await tamper(`UPDATE audit_seal SET position = 2, hash = (SELECT hash FROM audit_link WHERE position = 2)`);
      expect(await faults()).toEqual(['SEAL_FORGED']);
      await tamper('DELETE FROM audit_seal');
      expect(await faults()).toEqual(['SEAL_MISSING']);
      await record('later');
      await seal();
      expect(await faults()).toEqual(['SEAL_MISSING']);
    });

    it('an older database in place of this one, against a head noted elsewhere', async () => {
      const noted = { position: 7, hash: 'f'.repeat(64) };
      expect((await verify(noted)).problems).toEqual([{ fault: 'KNOWN_HEAD_MISMATCH', position: 7 }]);
      const { head } = await verify();
      expect((await verify(head)).ok).toBe(true);
    });
  });
});
