import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { innovationRulebook, type EntryTypeRules } from '#libs/contests';
import { typedProblems } from '../../../apps/web/src/pages/entries/typed-checks.js';
import { checkFields, checkHead, checkWindow } from '../../../libs/registration/src/core/check-form.js';
import type { CoachFacts, MemberFacts } from '../../../libs/registration/src/core/entry-facts.js';

const rulebook = innovationRulebook(2026);
const DAYS = ['2023-12-31', '2024-07-01', '2025-03-01', '2025-03-02', '2026-06-30', '2026-07-01', '2026-02-30', 'soon'];
const names = fc.constantFrom('林知夏', '米热古丽·艾力', '护水小队');

/** Values people type into a field of that kind, right and wrong ones. */
const valueOf = (field: EntryTypeRules['fields'][number]): fc.Arbitrary<unknown> => {
  const nothing = fc.constantFrom(undefined, null, '', '  ');
  const text = fc.oneof(names, fc.integer({ min: 0, max: 60 }).map((length) => '字'.repeat(length)), fc.constantFrom('字'.repeat(99), '𠅤'.repeat(100), '字'.repeat(500), '字'.repeat(501), '字'.repeat(3001)));
  const option = fc.constantFrom(...(field.options ?? []).map((one) => one.key), 'none-of-them');
  switch (field.kind) {
    case 'flag': return fc.constantFrom(undefined, null, true, false);
    case 'number': return fc.oneof(nothing, fc.integer({ min: -2, max: 6000 }), fc.constantFrom(2.5, 1, 2, 3));
    case 'day': return fc.oneof(nothing, fc.constantFrom(...DAYS));
    case 'choice': return fc.oneof(nothing, option);
    case 'choices': return fc.oneof(nothing, fc.array(option));
    default: return fc.oneof(nothing, text);
  }
};

describe.each(rulebook.types.map((type) => [type.key, type] as const))('the form of a %s', (_key, rules) => {
  it('is judged while one types as it is at the server: the same codes at the same places', () => {
    const form = fc.record(Object.fromEntries(rules.fields.map((field) => [field.key, valueOf(field)])), { requiredKeys: [] });
    const people = fc.array(names, { maxLength: 4 });
    const head = fc.record({
      title: fc.constantFrom('', ' ', '题', '题'.repeat(40), '题'.repeat(41)), groupKey: fc.constantFrom(null, 'primary', 'junior', 'senior', 'teacher'), classKey: fc.constantFrom(null, 'A', 'B', 'making', 'plan'),
      discipline: fc.constantFrom(null, 'EN', 'TD', 'XX'), form, members: people, coaches: people,
    });
    let wrong = 0;
    fc.assert(
      fc.property(head, ({ members, coaches, ...typed }) => {
        const today = '2025-06-01';
        const named = (list: string[]): { name: string }[] => list.map((name) => ({ name }));
        const entry = { rules, rulebook, today, ...typed, members: named(members) as MemberFacts[], coaches: named(coaches) as CoachFacts[] };
        const server = [...checkHead(entry), ...checkFields(entry), ...(rules.window ? checkWindow(rules.window, entry.form) : [])].map(({ code, path }) => `${code} ${path}`);
        const page = typedProblems({ ...typed, members: named(members), coaches: named(coaches), today }, rules, rulebook).map(({ code, path }) => `${code} ${path}`);
        expect(page.sort()).toEqual(server.sort());
        wrong += server.length;
      }),
      { numRuns: 300 },
    );
    expect(wrong).toBeGreaterThan(300);
  });
});
