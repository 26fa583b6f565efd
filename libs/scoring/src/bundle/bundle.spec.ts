import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { innovationExample } from '../../examples/innovation.js';
import { makeBundle, signedText, verifyBundle, type ResultBundle } from './bundle.js';
import { readScoreInput } from './read-input.js';
import { ScoringRefusal } from '../engine/problem.js';

const copy = (bundle: ResultBundle): ResultBundle => JSON.parse(JSON.stringify(bundle)) as ResultBundle;
const failed = (document: unknown): string[] => verifyBundle(document).findings.filter((one) => !one.ok).map((one) => one.check);

describe('result bundles', () => {
  const bundle = makeBundle(innovationExample);

  it('verifies after a journey through JSON, and whatever the order of the lists', () => {
    expect(verifyBundle(copy(bundle))).toMatchObject({ ok: true, differences: [] });
    const turned = copy(bundle);
    turned.input.sheets?.reverse();
    turned.input.entries.reverse();
    expect(failed(turned)).toEqual([]);
    expect(makeBundle(turned.input).inputHash).toBe(bundle.inputHash);
  });

  it('finds one changed score, with and without new hashes', () => {
    const forged = copy(bundle);
    (forged.input.sheets?.[0]?.values as Record<string, number>)['innovation'] = 39.5;
    expect(failed(forged)).toEqual(['inputHash', 'recalculation']);
    forged.inputHash = makeBundle(forged.input).inputHash;
    expect(failed(forged)).toEqual(['recalculation']);
    expect(verifyBundle(forged).differences.length).toBeGreaterThan(0);
  });

  it('finds a changed result and says where', () => {
    const forged = copy(bundle);
    const row = forged.output.groups[0]?.rows[1];
    if (row) row.awards['grade'] = 'first';
    expect(failed(forged)).toEqual(['outputHash', 'recalculation']);
    expect(verifyBundle(forged).differences).toEqual([{ path: '/groups/0/rows/1/awards/grade', published: '"first"', recalculated: '"second"' }]);
  });

  it('checks signatures with the cryptography of the caller', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const signature = {
      signer: 'office',
      algorithm: 'ed25519',
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      signature: sign(null, Buffer.from(signedText(bundle)), privateKey).toString('base64'),
    };
    const check = (one: typeof signature, text: string): boolean => verify(null, Buffer.from(text), one.publicKey, Buffer.from(one.signature, 'base64'));
    const signed = { ...copy(bundle), signatures: [signature] };
    expect(verifyBundle(signed, check).ok).toBe(true);
    expect(verifyBundle({ ...signed, rulebookVersion: '47-2' }, check).findings.filter((one) => !one.ok).map((one) => one.check)).toEqual(['rulebookVersion', 'signature']);
    expect(verifyBundle(signed).findings.at(-1)).toMatchObject({ check: 'signature', params: { checked: 0 } });
  });

  it('refuses what is no bundle, and names each place', () => {
    expect(verifyBundle({ format: 'qingsai-bundle/1', input: { entries: [{ id: 1 }] } }).findings.map((one) => one.params['path'])).toEqual(
      expect.arrayContaining(['output', 'inputHash', 'input/rules', 'input/entries/0/group', 'input/entries/0/id']),
    );
  });
});

describe('readScoreInput', () => {
  it('takes a right document and refuses a wrong one with every place', () => {
    const document = JSON.parse(JSON.stringify(innovationExample)) as typeof innovationExample;
    expect(readScoreInput(document)).toBe(document);
    const wrong = { ...document, entries: [{ id: 'x' }], sheets: 'none' };
    try {
      readScoreInput(wrong);
      throw new Error('taken');
    } catch (error) {
      expect((error as ScoringRefusal).problems.map((one) => [one.code, one.path])).toEqual([
        ['MISSING', 'entries/0/group'],
        ['WRONG_TYPE', 'sheets'],
      ]);
    }
  });
});
