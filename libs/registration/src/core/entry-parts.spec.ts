import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { innovationRulebook, type EntryTypeRules } from '#libs/contests';
import { partProblems, partsOf, resolveSave } from './entry-parts.js';

const rules = innovationRulebook(2025).types[0] as EntryTypeRules;

describe('saving a draft in parts', () => {
  it('takes the parts that were sent and no others', () => expect(partsOf({ title: 'a', form: { abstract: 'b', aiUse: null } })).toEqual({ title: 'a', 'form.abstract': 'b', 'form.aiUse': null }));

  it('refuses fields that do not exist and values that could never be right', () => {
    expect(partProblems({ title: 'x', 'form.nothing': 1, 'form.usesHumans': 'yes', 'form.abstract': 7, 'form.aiUse': ['none'] }, rules).map((problem) => `${problem.code} ${problem.path}`)).toEqual([
      'UNKNOWN_FIELD parts.form.nothing', 'FIELD_KIND parts.form.usesHumans', 'FIELD_KIND parts.form.abstract', 'FIELD_KIND parts.form.aiUse',
    ]);
    expect(partProblems({ 'form.usesHumans': true, 'form.abstract': '', 'form.aiUse': null }, rules)).toEqual([]);
  });

  it.each<[string, number, object]>([
    ['the page is up to date', 5, { changes: { title: 'new' }, clashes: [] }],
    ['the page is old but nobody touched this part', 4, { changes: { title: 'new' }, clashes: [] }],
    ['somebody changed it since', 2, { changes: {}, clashes: [{ path: 'title', yours: 'new', current: 'old' }] }],
  ])('%s', (_name, seen, expected) => expect(resolveSave({ title: 'new' }, { title: 'old' }, { title: 3 }, seen)).toEqual(expected));

  it('is done when the value is there already, however old the page', () => expect(resolveSave({ title: 'x' }, { title: 'x' }, { title: 9 }, 1)).toEqual({ changes: {}, clashes: [] }));

  it('loses nothing: of two tabs each part is either written, there already, or told with both values', () => {
    const part = fc.dictionary(fc.constantFrom('title', 'form.a', 'form.b', 'form.c'), fc.string());
    fc.assert(
      fc.property(part, part, part, (stored, first, second) => {
        const one = resolveSave(first, stored, {}, 1);
        const after = { ...stored, ...one.changes };
        const versions = Object.fromEntries(Object.keys(one.changes).map((path) => [path, 2]));
        const two = resolveSave(second, after, versions, 1);
        for (const [path, value] of Object.entries(second)) {
          const told = two.clashes.find((clash) => clash.path === path);
          expect(two.changes[path] === value || after[path] === value || (told?.yours === value && told.current === after[path])).toBe(true);
        }
      }),
    );
  });
});
