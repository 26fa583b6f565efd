import { describe, expect, it } from '@jest/globals';
import { innovationRulebook, type EntryTypeRules, type TeamRules } from '#libs/contests';
import { checkClass, checkFields, checkWindow } from './check-form.js';
import { checkFile, checkMaterials } from './check-materials.js';
import { checkAge, checkTeam, type TeamMember } from './check-team.js';
import { checkEntry } from './eligibility.js';
import type { CheckedEntry, CoachFacts, MaterialFacts, MemberFacts } from './entry-facts.js';

const rulebook = innovationRulebook(2025);
const rules = rulebook.types[0] as EntryTypeRules;
const codes = (problems: { code: string }[]): string[] => problems.map((problem) => problem.code);

const member = (change: Partial<MemberFacts> = {}): MemberFacts => ({
  name: '林知夏', stage: 'junior', birthDate: '2010-05-01', hasIdentity: true, countyId: '430102', prefectureId: '4301', schoolName: '长沙市清溪中学',
  enteredElsewhere: false, share: '', consent: 'notNeeded', signed: true, inService: true, pastPrizes: [], lookalikes: [], contested: [], ...change,
});
const coach = (change: Partial<CoachFacts> = {}): CoachFacts => ({ name: '周远航', schoolName: '长沙市清溪中学', post: '科技教师', inService: true, signed: true, ...change });
const file = (slot: string, change: Partial<MaterialFacts> = {}): MaterialFacts => ({ slot, name: 'a.pdf', kind: 'pdf', bytes: 1000, pages: 12, longSide: null, shortSide: null, dpi: null, seconds: null, ...change });
const picture = (): MaterialFacts => file('images', { name: 'b.jpg', kind: 'jpg', pages: null, longSide: 2000, shortSide: 1500 });

const complete = (change: Partial<CheckedEntry> = {}): CheckedEntry => ({
  rules, rulebook, title: '基于光敏电阻的自动浇花装置', groupKey: 'junior', discipline: 'EN', classKey: 'B',
  form: { abstract: '我们设计了一种装置。'.repeat(12), startDate: '2024-01-05', endDate: '2024-09-01', noveltyDate: '2024-09-10', aiUse: 'none' },
  members: [member()], coaches: [coach()],
  materials: [file('report'), file('novelty'), file('raw'), picture(), picture(), file('stampedForm')],
  earlierWorks: [], stampedPrints: [], today: '2024-10-01', ...change,
});
const withForm = (form: Record<string, unknown>): CheckedEntry => complete({ form: { ...complete().form, ...form } });

describe('a complete entry', () => {
  it('has nothing against it', () => expect(checkEntry(complete())).toEqual([]));
});

describe('all that is wrong is told at once', () => {
  it('of an empty draft', () => {
    const problems = checkEntry({ ...complete(), title: '', groupKey: null, discipline: null, classKey: null, form: {}, members: [], coaches: [], materials: [] });
    expect(new Set(codes(problems))).toEqual(new Set([
      'TITLE_MISSING', 'GROUP_MISSING', 'DISCIPLINE_MISSING', 'CLASS_MISSING', 'TEAM_TOO_SMALL', 'COACH_COUNT', 'FIELD_REQUIRED', 'FILE_MISSING', 'MISSING_NOVELTY', 'MISSING_RAW', 'SIGN_SCHOOL',
    ]));
    expect(problems.find((problem) => problem.code === 'SIGN_SCHOOL')?.neededFor).toBe('school');
  });
});

describe.each<[string, CheckedEntry, string, string]>([
  ['a title over 40 characters', complete({ title: '题'.repeat(41) }), 'TITLE_LENGTH', 'title'],
  ['rare characters count as one', complete({ title: `${'𠅤'.repeat(40)}㛃` }), 'TITLE_LENGTH', 'title'],
  ['a discipline of another group', complete({ discipline: 'LS' }), 'DISCIPLINE_GROUP', 'discipline'],
  ['an unknown discipline', complete({ discipline: 'XX' }), 'DISCIPLINE_GROUP', 'discipline'],
  ['a pupil of another stage than the group', complete({ members: [member({ stage: 'senior' })] }), 'GROUP_STAGE', 'members[0].schoolStage'],
  ['no identity number', complete({ members: [member({ hasIdentity: false })] }), 'IDENTITY_MISSING', 'members[0].idNumber'],
  ['no birth date', complete({ members: [member({ birthDate: null })] }), 'BIRTH_MISSING', 'members[0].birthDate'],
  ['a team member without a share', complete({ members: [member({ share: '设计' }), member()] }), 'SHARE_MISSING', 'members[1].share'],
  ['a member who has not signed', complete({ members: [member({ signed: false })] }), 'SIGN_MEMBER', 'members[0].signature'],
  ['a coach who has not signed', complete({ coaches: [coach({ signed: false })] }), 'SIGN_COACH', 'coaches[0].signature'],
  ['four coaches', complete({ coaches: [coach(), coach(), coach(), coach()] }), 'COACH_COUNT', 'coaches'],
  ['consent not asked for', complete({ members: [member({ consent: 'missing' })] }), 'CONSENT_MISSING', 'members[0].consent'],
  ['consent asked for and not answered', complete({ members: [member({ consent: 'requested' })] }), 'CONSENT_MISSING', 'members[0].consent'],
  ['consent refused', complete({ members: [member({ consent: 'refused' })] }), 'CONSENT_REFUSED', 'members[0].consent'],
  ['consent withdrawn', complete({ members: [member({ consent: 'withdrawn' })] }), 'CONSENT_REFUSED', 'members[0].consent'],
  ['an abstract of 99 characters', withForm({ abstract: '字'.repeat(99) }), 'FIELD_TOO_SHORT', 'form.abstract'],
  ['an abstract of 501 characters', withForm({ abstract: '字'.repeat(501) }), 'FIELD_TOO_LONG', 'form.abstract'],
  ['a day that does not exist', withForm({ endDate: '2024-02-30' }), 'FIELD_NOT_A_DAY', 'form.endDate'],
  ['a choice that is none', withForm({ aiUse: 'perhaps' }), 'FIELD_OPTION', 'form.aiUse'],
  ['work that ends before it begins', withForm({ startDate: '2024-09-02' }), 'WINDOW_ORDER', 'form.startDate'],
  ['a novelty search of tomorrow', withForm({ noveltyDate: '2024-10-02' }), 'DAY_IN_FUTURE', 'form.noveltyDate'],
  ['AI used without saying which', withForm({ aiUse: 'used' }), 'FIELD_REQUIRED', 'form.aiTools'],
  ['a continuation without saying of what', withForm({ continuation: true }), 'FIELD_REQUIRED', 'form.previousEntry'],
  ['animals without a permit', withForm({ usesAnimals: true, experimentDate: '2024-03-01' }), 'ETHICS_REQUIRED', 'form.ethicsDate'],
  ['animals without the permit as a file', withForm({ usesAnimals: true, experimentDate: '2024-03-01', ethicsDate: '2024-02-01' }), 'ETHICS_REQUIRED', 'materials.permit'],
  ['a permit of the day the experiments began', withForm({ usesHumans: true, experimentDate: '2024-03-01', ethicsDate: '2024-03-01' }), 'ETHICS_LATE', 'form.ethicsDate'],
  ['a name in the title', complete({ title: '林知夏的浇花装置' }), 'BLIND_LEAK', 'title'],
  ["the coach's name in the abstract, with spaces", withForm({ abstract: `感谢周 远 航老师。${'字'.repeat(100)}` }), 'BLIND_LEAK', 'form.abstract'],
  ['the school in the abstract', withForm({ abstract: `在长沙市清溪中学完成。${'字'.repeat(100)}` }), 'BLIND_LEAK', 'form.abstract'],
  ['a telling word', withForm({ abstract: `在我校完成。${'字'.repeat(100)}` }), 'BLIND_LEAK', 'form.abstract'],
  ['a foreign name with another dot', complete({ members: [member({ name: '买买提·吐尔逊' })], title: '买买提•吐尔逊的装置' }), 'BLIND_LEAK', 'title'],
])('%s', (_name, entry, code, path) => {
  it(`is told as ${code} at ${path}`, () => expect(checkEntry(entry).map((problem) => `${problem.code} ${problem.path}`)).toContain(`${code} ${path}`));
});

describe('what is not wrong', () => {
  it('a permit dated before the experiments', () => {
    const entry = withForm({ usesHumans: true, experimentDate: '2024-03-01', ethicsDate: '2024-02-29' });
    expect(checkEntry({ ...entry, materials: [...entry.materials, file('permit')] })).toEqual([]);
  });

  it('a name of one character does not make every text a leak', () => expect(codes(checkEntry(complete({ coaches: [coach({ name: '光' })] })))).toEqual([]));

  it('a title of exactly 40 rare characters', () => expect(checkEntry(complete({ title: '𠅤'.repeat(40) }))).toEqual([]));

  it('an answer to a question that is not asked', () => expect(codes(checkEntry(withForm({ aiTools: '字'.repeat(999) })))).toEqual([]));
});

describe('files against their slot', () => {
  const slot = { ...rules.materials[0]!, maxBytes: 1000, maxPages: 30 };
  it.each([
    [{ kind: 'pdf', bytes: 1000, pages: 30 }, []],
    [{ kind: 'pdf', bytes: 1001, pages: 31 }, ['FILE_SIZE', 'FILE_PAGES']],
    [{ kind: 'pdf', bytes: 10, pages: null }, ['FILE_PAGES_UNKNOWN']],
    [{ kind: 'jpg', bytes: 10, pages: null }, ['FILE_KIND']],
  ])('%p -> %p', (facts, expected) => expect(codes(checkFile({ ...file('report'), ...facts }, slot, 'x'))).toEqual(expected));

  it('an image below the resolution, a video too short or too long', () => {
    expect(codes(checkFile({ ...picture(), longSide: 3999 }, { ...slot, kinds: ['jpg'], minLongSide: 4000 }, 'x'))).toEqual(['FILE_RESOLUTION']);
    const video = { ...slot, kinds: ['mp4' as const], maxBytes: 1e9, minSeconds: 60, maxSeconds: 180 };
    expect([59, 60, 180, 181, null].map((seconds) => checkFile({ ...file('video'), kind: 'mp4', seconds }, video, 'x').length)).toEqual([1, 0, 0, 1, 1]);
  });

  it('too few and too many', () => {
    expect(codes(checkMaterials({ rules, form: {}, materials: [picture()] }))).toContain('FILE_MISSING');
    expect(codes(checkMaterials({ rules, form: {}, materials: Array.from({ length: 6 }, picture) }))).toContain('FILE_TOO_MANY');
  });
});

describe('the record of earlier editions', () => {
  const winner = (change: Partial<MemberFacts['pastPrizes'][number]> = {}): CheckedEntry =>
    complete({ members: [member({ pastPrizes: [{ award: 'first', type: 'project', title: '旧作', editionsAgo: 1, ...change }] })] });
  const found = (entry: CheckedEntry, change: Partial<EntryTypeRules>): string[] => checkEntry({ ...entry, rules: { ...rules, ...change } }).map((problem) => `${problem.code} ${problem.neededFor}`);
  const rule = { awards: ['first'], editions: 2, sameType: true, effect: 'refuse' as const };

  it.each<[string, CheckedEntry, Partial<EntryTypeRules>, string[]]>([
    ['a prize that the rules count is shown', winner(), {}, ['PAST_WINNER look']],
    ['or stands in the way', winner(), { pastWinners: rule }, ['PAST_WINNER submit']],
    ['not another prize', winner({ award: 'second' }), { pastWinners: rule }, []],
    ['not of another type', winner({ type: 'video' }), { pastWinners: rule }, []],
    ['unless every type counts', winner({ type: 'video' }), { pastWinners: { ...rule, sameType: false } }, ['PAST_WINNER submit']],
    ['up to so many editions back', winner({ editionsAgo: 2 }), { pastWinners: rule }, ['PAST_WINNER submit']],
    ['and no further', winner({ editionsAgo: 3 }), { pastWinners: rule }, []],
    ['nothing where the rules say nothing', winner(), { pastWinners: undefined }, []],
    ['a coach without a school', complete({ coaches: [coach({ inService: false })] }), {}, ['NOT_IN_SERVICE submit']],
    ['a coach without a post where it is asked for', complete({ coaches: [coach({ post: ' ' })] }), { coaches: { min: 1, max: 3, postRequired: true } }, ['COACH_POST submit']],
    ['the same file in another work', complete({ earlierWorks: [{ like: 'sameFile', title: '旧作', entryNo: '1', edition: '第46届', slot: 'report' }] }), {}, ['DUPLICATE_FILE look']],
    ['a form printed before a change', complete({ stampedPrints: [{ slot: 'stampedForm', printed: 'a'.repeat(64), current: 'b'.repeat(64) }] }), {}, ['FORM_OUTDATED county']],
  ])('%s', (_name, entry, change, expected) => expect(found(entry, change)).toEqual(expected));
});

/** Facts of the domain's validation cases (VAL-*), through the same functions as the server. */
describe('domain cases', () => {
  const STAGES: Record<string, 'primary' | 'junior' | 'senior'> = { 小学: 'primary', 初中: 'junior', 高中: 'senior' };
  const team = (list: { id: string; stage: string; county: string }[], entered: string[] = []): TeamMember[] =>
    list.map((one) => ({ name: one.id, stage: STAGES[one.stage] ?? null, countyId: one.county, prefectureId: one.county.slice(0, 4), schoolName: '', enteredElsewhere: entered.includes(one.id) }));
  const teamRules: TeamRules = rules.team;

  it.each<[string, TeamMember[], string[]]>([
    ['VAL-TEAM-001 same city, two districts', team([{ id: 'x', stage: '高中', county: '430102' }, { id: 'y', stage: '高中', county: '430105' }]), []],
    ['VAL-TEAM-002 mixed stages', team([{ id: 'x', stage: '高中', county: '430102' }, { id: 'y', stage: '初中', county: '430102' }]), ['MIXED_STAGE']],
    ['VAL-TEAM-003 four members', team(['a', 'b', 'c', 'd'].map((id) => ({ id, stage: '小学', county: '430102' }))), ['TEAM_TOO_LARGE']],
    ['VAL-TEAM-004 two errors at once', team([{ id: 'x', stage: '初中', county: '430102' }, { id: 'y', stage: '初中', county: '430621' }], ['y']), ['DIFFERENT_CITY', 'STUDENT_ALREADY_ENTERED']],
  ])('%s', (_id, members, expected) => expect(codes(checkTeam(members, teamRules))).toEqual(expected));

  it.each([['2023-06-30', false], ['2023-07-01', true], ['2025-06-30', true], ['2025-07-01', false]])('VAL-WINDOW-001 work finished %s: %p', (day, ok) =>
    expect(checkWindow(rules.window!, { endDate: day })).toHaveLength(ok ? 0 : 1));

  it.each([['primary', 'A', false], ['primary', 'B', true], ['junior', 'A', true], ['senior', 'A', true]])('VAL-CLASS-001 %s in class %s: %p', (stage, key, ok) =>
    expect(codes(checkClass(rules, key, [stage]))).toEqual(ok ? [] : ['CLASS_STAGE']));

  it.each([['2021-01-31', 5, true], ['2021-02-01', 4, false], ['2011-02-01', 14, true], ['2011-01-31', 15, false], ['2012-02-29', 13, true]])(
    'VAL-AGE-001 born %s is %d on 2026-01-31: %p',
    (birth, age, ok) => {
      const found = checkAge(birth, { min: 5, max: 14, on: '2026-01-31' }, 'x');
      expect(found.map((problem) => problem.params.age)).toEqual(ok ? [] : [age]);
    },
  );

  it.each([[2000, 5, true], [2001, 5, false], [1500, 6, false]])('VAL-DOC-001 %d characters and %d figures: %p', (length, figures, ok) => {
    const creative: EntryTypeRules = {
      ...rules,
      fields: [{ key: 'text', kind: 'longText', required: true, max: 2000, label: { zh: '正文', en: 'Text' } }],
      materials: [{ key: 'figures', label: { zh: '插图', en: 'Figures' }, min: 0, max: 5, kinds: ['jpg'], maxBytes: 5e6, forJudges: true, neededFor: 'submit' }],
    };
    const form = { text: '字'.repeat(length) };
    const materials = Array.from({ length: figures }, () => ({ ...picture(), slot: 'figures' }));
    const problems = [...checkFields({ rules: creative, form, today: '2016-03-01' }), ...checkMaterials({ rules: creative, form, materials })];
    expect(problems.length === 0).toBe(ok);
  });
});
