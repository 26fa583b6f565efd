import type { ApiSession } from './api-session.js';
import { contentOf, type EntryContent } from './entry-contents.js';
import { ENTRY_TYPES, type EntryType } from './entry-kinds.js';
import { pdf } from './made-up-files.js';
import type { MadeUpPeople, MadeUpPerson } from './made-up-people.js';
import type { MadeUpWorks } from './made-up-works.js';
import type { SchoolActor, Stage } from './season-people.js';
import { calendarOf, dayBefore, type SeasonPlan } from './season-plan.js';
import type { Seeded } from './seeded.js';

const DISCIPLINES: Record<Stage, string[]> = {
  primary: ['MS', 'LS', 'PE', 'TD', 'PS'],
  junior: ['MA', 'PH', 'CH', 'CS', 'ES', 'EN', 'ZO', 'BO', 'MH', 'EV', 'BS'],
  senior: ['MA', 'PH', 'CH', 'CS', 'ES', 'EN', 'ZO', 'BO', 'MI', 'MH', 'BC', 'EV', 'BS'],
};
/** Youngest and oldest on the opening day; a painter of the junior stage must not turn fifteen before the day the rules count on. */
const AGES: Record<Stage, [number, number]> = { primary: [8, 11], junior: [12, 14], senior: [15, 17] };
const PAINTERS: [number, number] = [8, 13];
const GRADES: Record<Stage, string[]> = { primary: ['三年级', '四年级', '五年级'], junior: ['初一', '初二', '初三'], senior: ['高一', '高二', '高三'] };

/** What is to become of an entry, decided before it begins. */
export interface EntryScript {
  type: EntryType;
  school: SchoolActor;
  content: EntryContent;
  /** A teacher's project has one teacher and nobody else. */
  members: (MadeUpPerson & { grade: string })[];
  /** Beside the coach who prepares the entry. */
  coach?: MadeUpPerson;
  /** The school sends it back once before it approves. */
  returnedOnce: boolean;
  /** The guardian of a pupil under 14 says no: the entry must stay a draft. */
  guardianRefuses: boolean;
}

interface EntryAnswer {
  id: string;
  version: number;
  state: string;
  members: { id: string; personId: string; consentRequired: boolean }[];
  coaches: { personId: string }[];
}

function sizeOf(type: EntryType, random: Seeded): number {
  if (type === 'teacher' || type === 'painting') return 1;
  if (type === 'practice') return random.whole(2, 4);
  return random.chance(0.68) ? 1 : random.chance(0.5) ? 2 : 3;
}

function membersOf(type: EntryType, stage: Stage, random: Seeded, people: MadeUpPeople, today: string): EntryScript['members'] {
  const [youngest, oldest] = type === 'teacher' ? [26, 55] : AGES[stage];
  const most = type === 'painting' ? Math.min(oldest, PAINTERS[1]) : oldest;
  return Array.from({ length: sizeOf(type, random) }, () => ({ ...people.person(random.whole(youngest, most), today), grade: type === 'teacher' ? '' : random.pick(GRADES[stage]) }));
}

/** Writes the scripts of all entries. The same plan and seed give the same works by the same people. */
export function writeScripts(plan: SeasonPlan, random: Seeded, people: MadeUpPeople, works: MadeUpWorks, schools: SchoolActor[]): EntryScript[] {
  const today = dayBefore(plan, 0);
  const types = random.shuffled(ENTRY_TYPES.flatMap((type) => Array.from({ length: plan.types[type].entries }, () => type)));
  return types.map((type, index) => {
    const fitting = type === 'painting' ? schools.filter((school) => school.stage !== 'senior') : schools;
    const school = fitting[index % fitting.length] as SchoolActor;
    const { stage } = school;
    const own: Record<string, string> = { project: stage !== 'primary' && random.chance(0.2) ? 'A' : 'B', teacher: random.chance(0.5) ? 'plan' : 'making' };
    const content = contentOf(type, {
      work: works.work(type), stage, mark: `${plan.editionNumber}-${index}`, discipline: random.pick(DISCIPLINES[stage]), dayBefore: (days) => dayBefore(plan, days), classKey: own[type],
    });
    const members = membersOf(type, stage, random, people, today);
    const needsCoach = type === 'project' || type === 'practice' || type === 'video';
    return {
      type, school, content, members, ...(needsCoach ? { coach: people.person(random.whole(28, 55), today) } : {}),
      returnedOnce: random.chance(0.03), guardianRefuses: stage === 'primary' && type !== 'teacher' && random.chance(0.01),
    };
  });
}

async function attach(by: ApiSession, entryId: string, slot: string, content: Uint8Array, name: string): Promise<EntryAnswer> {
  const fileId = await by.upload(content, { filename: name, purpose: 'material', entryId, slot });
  return by.post<EntryAnswer>(`/api/entries/${entryId}/materials`, { slot, fileId });
}

async function decideAsGuardian(by: ApiSession, guardian: ApiSession, entry: EntryAnswer, memberId: string, refuses: boolean): Promise<void> {
  const { link } = await by.post<{ link: string }>(`/api/entries/${entry.id}/members/${memberId}/consent-link`);
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const page = await guardian.get<{ text: { version: string } }>(`/api/public/consents/${token}`);
  await guardian.post(`/api/public/consents/${token}`, {
    decision: refuses ? 'refused' : 'granted', guardianName: '演示家长', relation: 'mother', textVersion: page.text.version, ...(refuses ? { reason: '不同意公开孩子的信息' } : {}),
  });
}

/** Who prepares it: the school's coach, and for a teacher's project the school, so that the author is that teacher. */
const preparerOf = ({ type, school }: EntryScript): ApiSession => (type === 'teacher' ? school.admin : school.coach);

/** The form printed, and a scan of the stamped paper in the place of an older one. */
async function stamp(by: ApiSession, entry: EntryAnswer, mark: string): Promise<EntryAnswer> {
  const { scans } = await by.get<{ scans: { materialId: string }[] }>(`/api/entries/${entry.id}/printed-forms`);
  const { code } = await by.post<{ code: string }>(`/api/entries/${entry.id}/printed-forms`);
  for (const scan of scans) await by.delete(`/api/entries/${entry.id}/materials/${scan.materialId}`);
  return attach(by, entry.id, 'stampedForm', pdf(`Application form ${mark}, code ${code}, signed and stamped`, 2), '申报书盖章.pdf');
}

/** Prepares one entry part by part, up to where it can be submitted. */
export async function prepareEntry(script: EntryScript, editionId: string, guardian: ApiSession, plan: SeasonPlan): Promise<EntryAnswer> {
  const by = preparerOf(script);
  const { content, school, type } = script;
  let entry = await by.post<EntryAnswer>('/api/entries', { editionId, type, schoolId: school.id });
  const { title, groupKey, classKey, discipline, form } = content;
  entry = await by.patch<EntryAnswer>(`/api/entries/${entry.id}`, { version: entry.version, parts: { title, groupKey, classKey, discipline, form } });
  for (const member of script.members) {
    entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/members`, {
      name: member.name, sex: member.sex, birthDate: member.birthDate, idKind: 'resident', idNumber: member.idNumber, schoolId: school.id, guardianPhone: member.phone,
      ...(type === 'teacher' ? {} : { schoolStage: school.stage, grade: member.grade, share: '参与选题、设计、实验与撰写' }),
    });
  }
  if (script.coach) entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/coaches`, { name: script.coach.name, schoolId: school.id, post: '科技辅导员', phone: script.coach.phone });
  for (const member of entry.members) {
    entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/signatures`, { personId: member.personId, signedAs: 'member', method: 'paper', textVersion: '2025-1' });
  }
  for (const adviser of entry.coaches) {
    entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/signatures`, { personId: adviser.personId, signedAs: 'coach', method: 'paper', textVersion: '2025-1' });
  }
  for (const file of content.files) await attach(by, entry.id, file.slot, file.content, file.name);
  entry = await stamp(by, entry, `${plan.editionNumber} ${entry.id}`);
  for (const member of entry.members) {
    if (member.consentRequired) await decideAsGuardian(by, guardian, entry, member.id, script.guardianRefuses);
  }
  return by.get<EntryAnswer>(`/api/entries/${entry.id}`);
}

/** From draft to the school's approval, with a return on the way where the script has one; null where it must stay a draft. */
export async function handIn(script: EntryScript, editionId: string, guardian: ApiSession, plan: SeasonPlan): Promise<string | null> {
  const by = preparerOf(script);
  const { admin } = script.school;
  let entry = await prepareEntry(script, editionId, guardian, plan);
  const needsConsent = entry.members.some((member) => member.consentRequired);
  if (script.guardianRefuses && needsConsent) {
    await by.mustBeRefused('POST', `/api/entries/${entry.id}/submit`, { version: entry.version }, 'CONSENT_REFUSED');
    return null;
  }
  entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/submit`, { version: entry.version });
  if (script.returnedOnce) {
    entry = await admin.post<EntryAnswer>(`/api/entries/${entry.id}/decision`, { action: 'return', version: entry.version, reason: '请核对名称并重新盖章', fixBy: calendarOf(plan).school[1].toISOString() });
    entry = await by.patch<EntryAnswer>(`/api/entries/${entry.id}`, { version: entry.version, parts: { title: script.content.title.slice(0, 35) + '（修订）' } });
    entry = await stamp(by, entry, `${plan.editionNumber} ${entry.id} again`);
    entry = await by.post<EntryAnswer>(`/api/entries/${entry.id}/submit`, { version: entry.version });
  }
  await admin.post(`/api/entries/${entry.id}/decision`, { action: 'approve', version: entry.version, checked: ['enrolled', 'formStamped'] });
  return entry.id;
}
