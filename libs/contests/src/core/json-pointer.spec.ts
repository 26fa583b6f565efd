import { describe, expect, it } from '@jest/globals';
import { differences, valueAt } from './json-pointer.js';

describe('JSON pointers', () => {
  const document = { types: [{ key: 'project', team: { max: 3 } }], 'a/b': { '~': 1 } };

  it('finds a value, also behind escaped keys, and nothing where there is nothing', () => {
    expect(valueAt(document, '/types/0/team/max')).toBe(3);
    expect(valueAt(document, '/a~1b/~0')).toBe(1);
    expect(valueAt(document, '/types/1/team')).toBeUndefined();
    expect(valueAt(document, '/types/0/toString')).toBeUndefined();
  });

  it('lists what differs and nothing else', () => {
    expect(differences(document, structuredClone(document))).toEqual([]);
    expect(differences({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3, 4] })).toEqual(['/b/1', '/b/2']);
    expect(differences({ a: { x: 1 } }, { a: [1] })).toEqual(['/a']);
    expect(differences({ a: 1 }, {})).toEqual(['/a']);
  });
});
