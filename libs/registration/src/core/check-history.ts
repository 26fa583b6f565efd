import { conditionHolds, type Consequence } from '#libs/contests';
import { askedBy } from './check-form.js';
import { entryProblem, toLookAt, type CheckedEntry, type EntryProblem } from './entry-facts.js';

const withEffect = (problem: EntryProblem, effect: Consequence): EntryProblem => (effect === 'refuse' ? problem : toLookAt(problem));

/** Prizes that the members won in earlier editions, as far back as the rulebook looks. */
export function checkPastWinners(entry: Pick<CheckedEntry, 'rules' | 'members'>): EntryProblem[] {
  const { pastWinners } = entry.rules;
  if (!pastWinners) return [];
  return entry.members.flatMap((member, index) =>
    member.pastPrizes
      .filter((prize) => pastWinners.awards.includes(prize.award) && prize.editionsAgo <= pastWinners.editions && (!pastWinners.sameType || prize.type === entry.rules.key))
      .map((prize) => withEffect(entryProblem('PAST_WINNER', `members[${index}]`, { name: member.name, title: prize.title, ago: prize.editionsAgo }), pastWinners.effect)),
  );
}

const CODES = { ownTitle: 'DUPLICATE_ENTRY', anyTitle: 'DUPLICATE_TITLE', sameFile: 'DUPLICATE_FILE' } as const;

/** Works entered before that this one is like. Who declares an own earlier work as continued is not held back by it. */
export function checkEarlierWorks(entry: Pick<CheckedEntry, 'rules' | 'form' | 'classKey' | 'groupKey' | 'discipline' | 'earlierWorks'>): EntryProblem[] {
  const { earlierWorks: rules } = entry.rules;
  if (!rules) return [];
  const declared = rules.declared !== undefined && conditionHolds(rules.declared, askedBy(entry));
  return entry.earlierWorks.flatMap((work): EntryProblem[] => {
    const effect = rules[work.like];
    if (effect === undefined || (declared && work.like === 'ownTitle')) return [];
    const path = work.slot === undefined ? 'title' : `materials.${work.slot}`;
    return [withEffect(entryProblem(CODES[work.like], path, { title: work.title, entryNo: work.entryNo, edition: work.edition }), effect)];
  });
}

/** People on record who may be the same human as a member: for a human to decide. */
export function checkLookalikes(entry: Pick<CheckedEntry, 'rules' | 'members'>): EntryProblem[] {
  if ((entry.rules.team.lookalikes ?? 'flag') === 'ignore') return [];
  return entry.members.flatMap((member, index) =>
    member.lookalikes.map((other) =>
      toLookAt(entryProblem('PERSON_LOOKALIKE', `members[${index}]`, { name: member.name, school: other.schoolName, birth: other.birthDate ?? '', elsewhere: other.schoolName === member.schoolName ? 0 : 1 })),
    ),
  );
}

/** Members whose document is on record for somebody else as well: for the offices above, who see both. */
export function checkContested(entry: Pick<CheckedEntry, 'members'>): EntryProblem[] {
  return entry.members.flatMap((member, index) =>
    member.contested.map((other) => toLookAt(entryProblem('DOCUMENT_CONTESTED', `members[${index}].idNumber`, { name: member.name, other: other.name, school: other.schoolName }))));
}
