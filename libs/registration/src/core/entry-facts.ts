import type { EntryTypeRules, Rulebook, SchoolStage, Words } from '#libs/contests';

export type ConsentState = 'notNeeded' | 'missing' | 'requested' | 'granted' | 'refused' | 'withdrawn';

/** A member as the rules see it. `birthDate` is YYYY-MM-DD. */
export interface MemberFacts {
  name: string;
  stage: SchoolStage | null;
  birthDate: string | null;
  hasIdentity: boolean;
  countyId: string;
  prefectureId: string;
  schoolName: string;
  /** Bound by another entry of this edition. */
  enteredElsewhere: boolean;
  share: string;
  consent: ConsentState;
  signed: boolean;
}

export interface CoachFacts {
  name: string;
  schoolName: string;
  signed: boolean;
}

/**
 * Why a file's content serves nobody: it needs a password, cannot be read, unpacks to more than is sensible, has more pixels than can be
 * shown, or is larger than what is looked into.
 */
export type UnfitContent = 'encrypted' | 'damaged' | 'bomb' | 'pixels' | 'large';

/** A file in a slot. `pages`, `longSide`, `shortSide` (pixels), `dpi` and `seconds` are null where the content does not tell. */
export interface MaterialFacts {
  slot: string;
  name: string;
  kind: string;
  bytes: number;
  pages: number | null;
  longSide: number | null;
  shortSide: number | null;
  dpi: number | null;
  seconds: number | null;
  unfit?: UnfitContent;
}

/** All that decides whether an entry may be handed in. */
export interface CheckedEntry {
  rules: EntryTypeRules;
  rulebook: Pick<Rulebook, 'groups' | 'disciplines' | 'blind'>;
  title: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  form: Record<string, unknown>;
  members: MemberFacts[];
  coaches: CoachFacts[];
  materials: MaterialFacts[];
  /** Day of submission where the contest is held. */
  today: string;
}

/** One thing that stands in the way, from which step on, and where. `words` are the rulebook's names the sentence needs. */
export interface EntryProblem {
  code: string;
  path: string;
  params: Record<string, string | number>;
  words?: Record<string, Words>;
  neededFor: 'submit' | 'school';
}

export const entryProblem = (code: string, path: string, params: Record<string, string | number> = {}, words?: Record<string, Words>): EntryProblem => ({
  code, path, params, ...(words ? { words } : {}), neededFor: 'submit',
});
