import { describe, expect, it } from '@jest/globals';
import { innovationRulebook } from '#libs/contests';
import { changesSince, columnOf, entryColumns, entryOf, namelessPeople, naturalKey, type TakenValues } from './entry-sheet.js';

const rulebook = innovationRulebook(2027);
const rules = rulebook.types.find((type) => type.key === 'project')!;
const columns = entryColumns(rules, rulebook, 'zh', (key, params) => `${key}${params ? JSON.stringify(params) : ''}`);

describe('the sheet of an entry type', () => {
  it('has a column for every field of the rulebook and every person of a full team, no two with one title', () => {
    const keys = columns.map((column) => column.key);
    expect(keys).toEqual(expect.arrayContaining(rules.fields.map((field) => `form.${field.key}`)));
    expect(keys).toEqual(expect.arrayContaining(['key', 'title', 'groupKey', 'm1.idNumber', `m${rules.team.max}.share`, `c${rules.coaches.max}.name`]));
    expect(keys).not.toContain(`m${rules.team.max + 1}.name`);
    expect(new Set(columns.map((column) => column.title)).size).toBe(columns.length);
    expect(columns.find((column) => column.key === 'form.aiUse')?.options?.map((option) => option.value)).toEqual(['none', 'used']);
  });

  const row = (values: Record<string, unknown>) => ({ number: 2, values, problems: [] });

  it('reads people with a name, and tells of cells without one', () => {
    const read = row({ title: '光', 'm1.name': '贺知秋', 'm1.sex': 'F', 'm2.name': null, 'm2.grade': '初二', 'c1.name': null, 'form.aiUse': 'none' });
    expect(entryOf(read)).toMatchObject({ parts: { title: '光', 'form.aiUse': 'none' }, members: [{ name: '贺知秋', sex: 'F', grade: null }], coaches: [] });
    expect(namelessPeople(read)).toEqual(['m2.name']);
  });

  it('knows an entry again by its number, else by its title however spaced', () => {
    expect(naturalKey(row({ title: '光 的 折射', key: null }))).toBe(naturalKey(row({ title: '光的折射', key: null })));
    expect(naturalKey(row({ title: '光的折射', key: 'Ａ１' }))).toBe('no:a1');
    expect(naturalKey(row({}))).toBeUndefined();
  });

  it('finds the cell a rule speaks of', () => {
    expect(columnOf('members[1].birthDate')).toBe('m2.birthDate');
    expect(columnOf('coaches[0].name')).toBe('c1.name');
    expect(columnOf('form.abstract')).toBe('form.abstract');
    expect(columnOf('members')).toBeUndefined();
  });

  it('tells what changed since the last upload', () => {
    const last: TakenValues = { parts: { title: '光', discipline: 'PH' }, members: [], coaches: [{ name: '贺', post: null, phone: null }] };
    expect(changesSince(last, { ...last, parts: { title: '光', discipline: 'EN' } })).toEqual({ parts: { discipline: 'EN' }, team: false, coaches: false });
    expect(changesSince(last, { ...last, coaches: [] })).toEqual({ parts: {}, team: false, coaches: true });
  });
});
