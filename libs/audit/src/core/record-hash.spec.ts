import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHAIN_START, linkHash, orderedJson, recordHash, type HashedRecord } from './record-hash.js';
import { redact } from './redact.js';

const record: HashedRecord = { id: 'a', at: '2026-03-01T08:00:00.000Z', accountId: null, requestId: 'r', action: 'entry.submitted', subjectType: 'entry', subjectId: '1', before: null, after: { b: 1, a: [2, { d: 3, c: 4 }] }, reason: null };

describe('recordHash', () => {
  it('does not depend on the order in which members were written', () => {
    expect(recordHash({ ...record, after: { a: [2, { c: 4, d: 3 }], b: 1 } })).toBe(recordHash(record));
    expect(orderedJson({ b: undefined, a: 'é"\n' })).toBe('{"a":"é\\"\\n"}');
  });

  it('changes with every field', () => {
    const changes: Partial<HashedRecord>[] = [{ id: 'b' }, { at: '2026-03-01T08:00:00.001Z' }, { accountId: 'x' }, { requestId: 's' }, { action: 'entry.returned' }, { subjectType: 'person' }, { subjectId: '2' }, { before: {} }, { after: null }, { reason: '' }];
    const hashes = changes.map((change) => recordHash({ ...record, ...change }));
    expect(new Set([recordHash(record), ...hashes]).size).toBe(changes.length + 1);
  });

  it('is the same for what the database gives back', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => orderedJson(JSON.parse(orderedJson(value))) === orderedJson(value)));
  });
});

describe('linkHash', () => {
  it('depends on what came before, the place and the record', () => {
    const link = linkHash(CHAIN_START, 1, 'id', 'sha');
    for (const other of [linkHash(link, 1, 'id', 'sha'), linkHash(CHAIN_START, 2, 'id', 'sha'), linkHash(CHAIN_START, 1, 'other', 'sha'), linkHash(CHAIN_START, 1, 'id', 'other')]) expect(other).not.toBe(link);
  });
});

describe('redact', () => {
  it('takes out identity numbers and secrets at any depth and leaves the rest', () => {
    expect(redact({ title: '编号430102201001011234，', list: ['43010220100101123X', 12, null], password: 'p', deep: { TOTPSecret: 's', token: null }, phone: '13900000000' })).toEqual({
      title: '编号[redacted]，', list: ['[redacted]', 12, null], password: '[redacted]', deep: { TOTPSecret: '[redacted]', token: null }, phone: '13900000000',
    });
    expect([redact(undefined), redact('1234567890123456789')]).toEqual([null, '1234567890123456789']);
  });
});
