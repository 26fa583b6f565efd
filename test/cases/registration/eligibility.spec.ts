import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { innovationRulebook, isLate, type EntryTypeRules, type Rulebook, type SchoolStage } from '#libs/contests';
import { ageOn } from '#libs/identity';
import { checkEntry } from '../../../libs/registration/src/core/eligibility.js';
import type { CheckedEntry, MaterialFacts, MemberFacts } from '../../../libs/registration/src/core/entry-facts.js';
import { consentOf } from '../../../libs/registration/src/entry-people.queries.js';

interface Case {
  id: string;
  input: any;
  expected: unknown;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const rulebook = read<Pick<Rulebook, 'groups' | 'disciplines' | 'blind' | 'types'>>('rules.json');
const STAGES: Record<string, SchoolStage> = { 小学: 'primary', 初中: 'junior', 高中: 'senior' };

const member = (change: Partial<MemberFacts>): MemberFacts => ({
  name: '林知夏', stage: 'junior', birthDate: null, hasIdentity: false, countyId: '430102', prefectureId: '4301', schoolName: '', enteredElsewhere: false, share: '', consent: 'notNeeded', signed: true,
  inService: true, pastPrizes: [], lookalikes: [], contested: [], ...change,
});
const figure = (): MaterialFacts => ({ slot: 'figures', name: 'a.jpg', kind: 'jpg', bytes: 1000, pages: null, longSide: 2000, shortSide: 1500, dpi: 300, seconds: null });

/** Codes of the whole engine over an entry of rules that ask for nothing else. */
function codes(rules: EntryTypeRules, change: Partial<CheckedEntry>): string[] {
  return checkEntry({
    rules, rulebook, title: '名称', groupKey: 'any', discipline: null, classKey: null, form: {}, members: [member({})], coaches: [], materials: [], earlierWorks: [], stampedPrints: [], today: '2026-01-01', ...change,
  }).map((problem) => problem.code);
}

const typed = (key: string, change: Partial<EntryTypeRules> = {}): EntryTypeRules => ({ ...(rulebook.types.find((type) => type.key === key) as EntryTypeRules), ...change });

/** What each kind of case asks, in the words of the engine; the input's shape is the case's own. */
const ASK: Record<string, (input: any) => unknown> = {
  'VAL-TEAM': ({ members, already_entered: entered }) => {
    const errors = codes(typed('collective'), {
      members: members.map((one: any) => member({ name: one.id, stage: STAGES[one.stage] ?? null, countyId: one.county, prefectureId: one.county.slice(0, 4), enteredElsewhere: entered.includes(one.id) })),
    });
    return { valid: errors.length === 0, errors };
  },
  'VAL-WINDOW': ({ final_year: year, dates }) => {
    const { window } = innovationRulebook(year).types[0] as EntryTypeRules;
    return dates.map((date: string) => ({ date, ok: codes(typed('collective', { window }), { form: { endDate: date } }).length === 0 }));
  },
  'VAL-CLASS': ({ entries }) => entries.map(([stage, cls]: [string, string]) => ({
    stage, cls, ok: codes(typed('classed'), { groupKey: STAGES[stage] ?? null, classKey: cls, members: [member({ stage: STAGES[stage] ?? null })] }).length === 0,
  })),
  'VAL-DOC': ({ docs }) => docs.map(([chars, figures]: [number, number]) => ({
    chars, figures, ok: codes(typed('creative'), { form: { text: '字'.repeat(chars) }, materials: Array.from({ length: figures }, figure) }).length === 0,
  })),
  'VAL-AGE-001': ({ reference, births }) => births.map((birth: string) => ({
    birth, age: ageOn(birth, reference), ok: codes(typed('collective', { age: { min: 5, max: 14, on: reference } }), { members: [member({ birthDate: birth })] }).length === 0,
  })),
  'VAL-AGE-002': ({ on, births }) => births.map((birth: string) => ({
    birth, age: ageOn(birth, on), consent_required: consentOf({ birthDate: birth, addedAt: new Date(`${on}T12:00:00+08:00`), decision: null, requested: false }, 14) === 'missing',
  })),
  'ROB-REG': ({ teams }) => teams.map(({ students, coaches, schools, in_other_events: elsewhere }: any) => {
    const collective = typed('collective');
    const rules = { ...collective, team: { ...collective.team, max: 4, sameArea: 'school' as const }, coaches: { min: 1, max: 1 } };
    const found = codes(rules, {
      members: students.map((name: string, index: number) => member({ name, schoolName: schools[index] ?? schools[0], enteredElsewhere: elsewhere.includes(name) })),
      coaches: coaches.map((name: string) => ({ name, schoolName: schools[students.length] ?? schools[0], post: '', inService: true, signed: true })),
    });
    const named = { STUDENT_ALREADY_ENTERED: 'STUDENT_IN_OTHER_EVENT', COACH_COUNT: 'COACH_COUNT', DIFFERENT_SCHOOL: 'MULTI_SCHOOL' };
    expect(found.filter((code) => !(code in named))).toEqual([]);
    const errors = Object.entries(named).flatMap(([code, name]) => (found.includes(code) ? [name] : []));
    return { valid: found.length === 0, errors };
  }),
  'VAL-DEADLINE': ({ deadline, times, last_second: last }) => times.map((time: string) => ({ time, ok: !isLate(new Date(time), new Date(deadline), last ?? 'included') })),
};

const kindOf = (id: string): string => Object.keys(ASK).find((kind) => id.startsWith(kind)) ?? '';

describe.each(['domain-cases.json', 'variations.json'])('%s', (file) => {
  const cases = read<Case[]>(file);
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, { id, input, expected }) => expect(ASK[kindOf(id)]?.(input)).toEqual(expected));
});
