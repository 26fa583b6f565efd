import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, hashOf, sha256Hex } from './canonical-json.js';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 'é': 1, z: 2, Z: 3, '': 4 }, '{"":4,"Z":3,"z":2,"é":1}'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
    [[-0, 1e21, 0.1, 100], '[0,1e+21,0.1,100]'],
    ['"\\\u2028\n', '"\\"\\\\\u2028\\n"'],
    [{ nested: { y: {}, x: [] } }, '{"nested":{"x":[],"y":{}}}'],
  ])('%j', (value, expected) => expect(canonicalJson(value)).toBe(expected));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 10n, () => 1])('refuses %p', (value) => expect(() => canonicalJson(value)).toThrow(TypeError));

  it('says the same of equal documents, and means the same when read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('hashes as FIPS 180-4 says', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashOf({ b: 1, a: 2 })).toBe(sha256Hex('{"a":2,"b":1}'));
    expect(sha256Hex('青赛')).toHaveLength(64);
  });
});
