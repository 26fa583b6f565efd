import { describe, expect, it } from '@jest/globals';
import { innovationRulebook, type EntryTypeRules } from '#libs/contests';
import { Documents, SettableClock, withContext } from '#libs/platform';
import { applicationForm } from './application-form-template.js';
import { applicationOf } from './application-form.js';
import { formHash, type FormContent } from './core/form-content.js';
import './index.js';

const rulebook = innovationRulebook(2026);

/** A filled-in form of the type, with texts that would be code if anything took them for it. */
function filled(rules: EntryTypeRules): FormContent {
  const value = (field: EntryTypeRules['fields'][number]): unknown =>
    ({ flag: true, number: 42, day: '2026-01-01', choice: field.options?.[0]?.key, choices: [field.options?.[0]?.key], text: '#panic("no") $x$', longText: '#read("/etc/passwd") <b>粗</b> 㛃' })[field.kind];
  return {
    entryId: 'e', editionId: 'd', type: rules.key, groupKey: rules.groups[0] ?? null, discipline: null, classKey: rules.classes?.[0]?.key ?? null, title: '“会\\唱歌”的 #水车 𠅤',
    form: Object.fromEntries(rules.fields.map((field) => [field.key, value(field)])), school: '青荷中学',
    members: Array.from({ length: rules.team.max }, (_, index) => ({ name: `买买提·吐尔逊${index}`, sex: 'M', birthDate: '2012-05-06', school: '青荷中学', stage: 'junior', grade: null, share: index === 0 ? '设计' : '' })),
    coaches: rules.coaches.max > 0 ? [{ name: '周远航', school: null, post: null }] : [], materials: [{ slot: 'report', name: 'a*_b.pdf', sha256: 'ab'.repeat(32) }],
  };
}

describe.each(rulebook.types.map((rules) => [rules.key, rules] as const))('the printed form of a %s', (_key, rules) => {
  const documents = new Documents(new SettableClock());

  it.each(['zh', 'en'] as const)('is set in %s, whatever people wrote', async (language) => {
    const content = filled(rules);
    const said = await withContext({ requestId: 'spec', language }, async () => {
      const form = applicationOf(content, rulebook, '第48届', `https://contest.example/forms/${formHash(content)}`);
      return { form, pdf: await documents.render(applicationForm, form) };
    });
    expect(said.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(said.form.check.code).toBe(formHash(content).slice(0, 16).toUpperCase().replace(/(.{4})(?=.)/g, '$1 '));
    expect(said.form.commitments.texts.flatMap((one) => one.signers)).toHaveLength(rules.team.max + (rules.coaches.max > 0 ? 1 : 0));
    const labels = JSON.stringify([said.form.people.columns, said.form.commitments, said.form.stamps, said.form.facts.map(([label]) => label)]);
    expect(labels).not.toMatch(/applicationForm\.|undefined/);
    if (language === 'en') expect(JSON.stringify(said.form.stamps)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the hash of a form', () => {
  const content = filled(rulebook.types[0] as EntryTypeRules);

  it('is that of the content, in whatever order it comes', () => {
    const reversed = Object.fromEntries(Object.entries(content).reverse()) as unknown as FormContent;
    expect(formHash(reversed)).toBe(formHash(content));
  });

  it.each<[string, Partial<FormContent>]>([
    ['the title', { title: '别的' }], ['a field', { form: { ...content.form, abstract: '别的' } }], ['the order of members', { members: [...content.members].reverse() }],
    ['a coach', { coaches: [] }], ['a file', { materials: [{ slot: 'report', name: 'a*_b.pdf', sha256: 'cd'.repeat(32) }] }], ['the class', { classKey: 'B' }],
  ])('changes with %s', (_what, change) => expect(formHash({ ...content, ...change })).not.toBe(formHash(content)));
});
