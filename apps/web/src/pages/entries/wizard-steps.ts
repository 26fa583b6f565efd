import type { EntryTypeRules } from './rulebook-parts.js';

/** The steps of preparing an entry, in order. */
export const STEPS = ['project', 'content', 'members', 'coaches', 'materials', 'consents', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** The steps of a type: where the rulebook wants no coaches, nobody is asked for them. */
export const stepsOf = (type: Pick<EntryTypeRules, 'coaches'>): Step[] => STEPS.filter((step) => step !== 'coaches' || type.coaches.max > 0);

/** A step's name as the type has it: a teacher's own project and a work of one author have no members. */
export const stepName = (step: Step, type: Pick<EntryTypeRules, 'entrant' | 'team'>): string =>
  step !== 'members' ? `step.${step}` : type.entrant === 'teacher' ? 'step.teacher' : type.team.max === 1 ? 'step.author' : 'step.members';

export const isStep = (text: string | undefined): text is Step => STEPS.includes(text as Step);

/** The step on which the field of a problem stands; what belongs to no field (deadlines, quotas) is shown at the review. */
export function stepOf(path: string | undefined): Step {
  if (/\.(consent|signature)$/.test(path ?? '')) return 'consents';
  const root = /^[^.[]+/.exec(path ?? '')?.[0] ?? '';
  if (['title', 'classKey', 'discipline', 'groupKey', 'type', 'schoolId'].includes(root)) return 'project';
  if (root === 'form') return 'content';
  if (root === 'members') return 'members';
  if (root === 'coaches') return 'coaches';
  if (root === 'materials') return 'materials';
  if (root === 'consents' || root === 'signatures') return 'consents';
  return 'review';
}
