import type { ApiSession } from './api-session.js';
import { pdf, png } from './made-up-files.js';
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
const AGES: Record<Stage, [number, number]> = { primary: [8, 11], junior: [12, 14], senior: [15, 17] };
const GRADES: Record<Stage, string[]> = { primary: ['三年级', '四年级', '五年级'], junior: ['初一', '初二', '初三'], senior: ['高一', '高二', '高三'] };

/** What is to become of an entry, decided before it begins. */
export interface EntryScript {
  school: SchoolActor;
  title: string;
  abstract: string;
  discipline: string;
  classKey: 'A' | 'B';
  members: (MadeUpPerson & { grade: string })[];
  coach: MadeUpPerson;
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

/** Writes the scripts of all entries. The same plan and seed give the same works by the same people. */
export function writeScripts(plan: SeasonPlan, random: Seeded, people: MadeUpPeople, works: MadeUpWorks, schools: SchoolActor[]): EntryScript[] {
  const today = dayBefore(plan, 0);
  return Array.from({ length: plan.entries }, (_, index) => {
    const school = schools[index % schools.length] as SchoolActor;
    const size = random.chance(0.68) ? 1 : random.chance(0.5) ? 2 : 3;
    const members = Array.from({ length: size }, () => ({ ...people.person(random.whole(...AGES[school.stage]), today), grade: random.pick(GRADES[school.stage]) }));
    return {
      school,
      ...works.work(),
      discipline: random.pick(DISCIPLINES[school.stage]),
      classKey: school.stage !== 'primary' && random.chance(0.2) ? 'A' : 'B',
      members,
      coach: people.person(random.whole(28, 55), today),
      returnedOnce: random.chance(0.03),
      guardianRefuses: school.stage === 'primary' && random.chance(0.01),
    };
  });
}

const report = pdf('Research report', 6);
const novelty = pdf('Novelty search', 2);
const notebook = pdf('Lab notebook', 4);
const stamped = pdf('Application form, signed and stamped', 2);
const pictures = [0, 1, 2, 3].map((tint) => png(640, 480, tint));

async function attach(coach: ApiSession, entryId: string, slot: string, content: Uint8Array, name: string): Promise<EntryAnswer> {
  const fileId = await coach.upload(content, { filename: name, purpose: 'material', entryId, slot });
  return coach.post<EntryAnswer>(`/api/entries/${entryId}/materials`, { slot, fileId });
}

async function decideAsGuardian(coach: ApiSession, guardian: ApiSession, entry: EntryAnswer, memberId: string, refuses: boolean): Promise<void> {
  const { link } = await coach.post<{ link: string }>(`/api/entries/${entry.id}/members/${memberId}/consent-link`);
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const page = await guardian.get<{ text: { version: string } }>(`/api/public/consents/${token}`);
  await guardian.post(`/api/public/consents/${token}`, {
    decision: refuses ? 'refused' : 'granted', guardianName: '演示家长', relation: 'mother', textVersion: page.text.version, ...(refuses ? { reason: '不同意公开孩子的信息' } : {}),
  });
}

/** Prepares one entry as its coach does, part by part, up to where it can be submitted. */
export async function prepareEntry(script: EntryScript, editionId: string, guardian: ApiSession, plan: SeasonPlan): Promise<EntryAnswer> {
  const { coach } = script.school;
  let entry = await coach.post<EntryAnswer>('/api/entries', { editionId, type: 'project', schoolId: script.school.id });
  entry = await coach.patch<EntryAnswer>(`/api/entries/${entry.id}`, {
    version: entry.version,
    parts: {
      title: script.title,
      groupKey: script.school.stage,
      discipline: script.discipline,
      classKey: script.classKey,
      form: { abstract: script.abstract, startDate: dayBefore(plan, 300), endDate: dayBefore(plan, 60), noveltyDate: dayBefore(plan, 30), aiUse: 'none' },
    },
  });
  for (const member of script.members) {
    entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/members`, {
      name: member.name, sex: member.sex, birthDate: member.birthDate, idKind: 'resident', idNumber: member.idNumber,
      schoolId: script.school.id, schoolStage: script.school.stage, grade: member.grade, guardianPhone: member.phone, share: '参与选题、设计、实验与撰写',
    });
  }
  entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/coaches`, { name: script.coach.name, schoolId: script.school.id, post: '科技辅导员', phone: script.coach.phone });
  for (const member of entry.members) {
    entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/signatures`, { personId: member.personId, signedAs: 'member', method: 'paper', textVersion: '2025-1' });
  }
  for (const adviser of entry.coaches) {
    entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/signatures`, { personId: adviser.personId, signedAs: 'coach', method: 'paper', textVersion: '2025-1' });
  }
  await attach(coach, entry.id, 'report', report, '研究报告.pdf');
  await attach(coach, entry.id, 'novelty', novelty, '查新报告.pdf');
  await attach(coach, entry.id, 'raw', notebook, '实验记录.pdf');
  await attach(coach, entry.id, 'images', pictures[entry.id.charCodeAt(0) % 2] as Uint8Array, '图1.png');
  await attach(coach, entry.id, 'images', pictures[2 + (entry.id.charCodeAt(1) % 2)] as Uint8Array, '图2.png');
  entry = await attach(coach, entry.id, 'stampedForm', stamped, '申报书盖章.pdf');
  for (const member of entry.members) {
    if (member.consentRequired) await decideAsGuardian(coach, guardian, entry, member.id, script.guardianRefuses);
  }
  return coach.get<EntryAnswer>(`/api/entries/${entry.id}`);
}

/** From draft to the school's approval, with a return on the way where the script has one; null where it must stay a draft. */
export async function handIn(script: EntryScript, editionId: string, guardian: ApiSession, plan: SeasonPlan): Promise<string | null> {
  const { coach, admin } = script.school;
  let entry = await prepareEntry(script, editionId, guardian, plan);
  const needsConsent = entry.members.some((member) => member.consentRequired);
  if (script.guardianRefuses && needsConsent) {
    await coach.mustBeRefused('POST', `/api/entries/${entry.id}/submit`, { version: entry.version }, 'CONSENT_REFUSED');
    return null;
  }
  entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/submit`, { version: entry.version });
  if (script.returnedOnce) {
    entry = await admin.post<EntryAnswer>(`/api/entries/${entry.id}/decision`, { action: 'return', version: entry.version, reason: '请补充每位成员的分工说明', fixBy: calendarOf(plan).school[1].toISOString() });
    entry = await coach.patch<EntryAnswer>(`/api/entries/${entry.id}`, { version: entry.version, parts: { form: { abstract: `${script.abstract}分工已在报告中写明。` } } });
    entry = await coach.post<EntryAnswer>(`/api/entries/${entry.id}/submit`, { version: entry.version });
  }
  await admin.post(`/api/entries/${entry.id}/decision`, { action: 'approve', version: entry.version, checked: ['enrolled', 'formStamped'] });
  return entry.id;
}
