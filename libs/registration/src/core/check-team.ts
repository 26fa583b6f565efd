import type { EntryTypeRules, TeamRules } from '#libs/contests';
import { ageOn } from '#libs/identity';
import { entryProblem, type CoachFacts, type EntryProblem, type MemberFacts } from './entry-facts.js';

/** What the rules of a team need of a member. */
export type TeamMember = Pick<MemberFacts, 'name' | 'stage' | 'countyId' | 'prefectureId' | 'schoolName' | 'enteredElsewhere'>;

/** Size, one stage, one city, county or school (then the coaches' too), one entry per person (national rule 2021: at most 3, same stage, same city or county). */
export function checkTeam(members: TeamMember[], rules: TeamRules, coaches: Pick<CoachFacts, 'schoolName'>[] = []): EntryProblem[] {
  const problems: EntryProblem[] = [];
  if (members.length < rules.min) problems.push(entryProblem('TEAM_TOO_SMALL', 'members', { min: rules.min }));
  if (members.length > rules.max) problems.push(entryProblem('TEAM_TOO_LARGE', 'members', { max: rules.max }));
  const stages = new Set(members.flatMap((member) => member.stage ?? []));
  if (rules.sameStage && stages.size > 1) problems.push(entryProblem('MIXED_STAGE', 'members'));
  const areas = new Set(members.map((member) => areaOf(member, rules.sameArea)));
  if (rules.sameArea === 'school') {
    const schools = new Set([...members, ...coaches].map((one) => one.schoolName));
    if (areas.size > 1 || schools.size > 1) problems.push(entryProblem('DIFFERENT_SCHOOL', 'members'));
  } else if (areas.size > 1) problems.push(entryProblem('DIFFERENT_CITY', 'members'));
  if (rules.oneEntryPerPerson) {
    for (const [index, member] of members.entries()) {
      if (member.enteredElsewhere) problems.push(entryProblem('STUDENT_ALREADY_ENTERED', `members[${index}]`, { name: member.name }));
    }
  }
  return problems;
}

/** What must be the same for all members; schools of one name in two counties are two. */
function areaOf(member: TeamMember, sameArea: TeamRules['sameArea']): string {
  switch (sameArea) {
    case 'none':
      return '';
    case 'prefecture':
      return member.prefectureId;
    case 'county':
      return member.countyId;
    case 'school':
      return `${member.countyId} ${member.schoolName}`;
  }
}

/** Full years on the reference day, both ends included. */
export function checkAge(birthDate: string, age: NonNullable<EntryTypeRules['age']>, path: string): EntryProblem[] {
  const years = ageOn(birthDate, age.on);
  return years < age.min || years > age.max ? [entryProblem('AGE', path, { age: years, min: age.min, max: age.max, on: age.on })] : [];
}

/** What each member must have: identity, birth date, stage of the group, age, share, signature, guardian's consent. */
export function checkMembers(members: MemberFacts[], rules: EntryTypeRules, groupStages: readonly string[] | undefined): EntryProblem[] {
  const mustSign = rules.signatures.some((signature) => signature.by === 'member');
  return members.flatMap((member, index) => {
    const path = `members[${index}]`;
    const params = { name: member.name };
    const problems: EntryProblem[] = [];
    const identity = rules.team.identity ?? true;
    if (rules.team.inService && !member.inService) problems.push(entryProblem('NOT_IN_SERVICE', path, params));
    if (identity && !member.hasIdentity) problems.push(entryProblem('IDENTITY_MISSING', `${path}.idNumber`, params));
    if (member.birthDate === null) problems.push(...(identity || rules.age ? [entryProblem('BIRTH_MISSING', `${path}.birthDate`, params)] : []));
    else if (rules.age) problems.push(...checkAge(member.birthDate, rules.age, `${path}.birthDate`));
    if (rules.entrant === 'students') {
      if (member.stage === null) problems.push(entryProblem('STAGE_MISSING', `${path}.schoolStage`, params));
      else if (groupStages && !groupStages.includes(member.stage)) problems.push(entryProblem('GROUP_STAGE', `${path}.schoolStage`, params));
    }
    if (rules.team.shares && members.length >= rules.team.collectiveFrom && member.share.trim() === '') problems.push(entryProblem('SHARE_MISSING', `${path}.share`, params));
    if (mustSign && !member.signed) problems.push(entryProblem('SIGN_MEMBER', `${path}.signature`, params));
    if (member.consent === 'refused' || member.consent === 'withdrawn') problems.push(entryProblem('CONSENT_REFUSED', `${path}.consent`, params));
    else if (member.consent !== 'granted' && member.consent !== 'notNeeded') problems.push(entryProblem('CONSENT_MISSING', `${path}.consent`, params));
    return problems;
  });
}

export function checkCoaches(coaches: CoachFacts[], rules: EntryTypeRules): EntryProblem[] {
  const { min, max } = rules.coaches;
  const problems: EntryProblem[] = coaches.length < min || coaches.length > max ? [entryProblem('COACH_COUNT', 'coaches', { min, max })] : [];
  for (const [index, coach] of coaches.entries()) {
    const path = `coaches[${index}]`;
    if (rules.coaches.inService && !coach.inService) problems.push(entryProblem('NOT_IN_SERVICE', path, { name: coach.name }));
    if (rules.coaches.postRequired && coach.post.trim() === '') problems.push(entryProblem('COACH_POST', `${path}.post`, { name: coach.name }));
  }
  if (rules.signatures.some((signature) => signature.by === 'coach')) {
    for (const [index, coach] of coaches.entries()) if (!coach.signed) problems.push(entryProblem('SIGN_COACH', `coaches[${index}].signature`, { name: coach.name }));
  }
  return problems;
}
