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
  /** Belongs to a school that is active in the system. */
  inService: boolean;
  /** Prizes in earlier editions of the contest. */
  pastPrizes: PastPrize[];
  /** Other people on record who may be the same human: same name with the same birth date or school. */
  lookalikes: { name: string; schoolName: string; birthDate: string | null }[];
  /** Other records with the same identity document, under another name. */
  contested: { name: string; schoolName: string }[];
}

/** `editionsAgo` 1 is the edition before this one. */
export interface PastPrize {
  award: string;
  type: string;
  title: string;
  editionsAgo: number;
}

export interface CoachFacts {
  name: string;
  schoolName: string;
  post: string;
  inService: boolean;
  signed: boolean;
}

/** A work entered before that this one is like. `ownTitle`: the same title by a member · `anyTitle` by somebody else · `sameFile`: one file is the same, byte for byte. */
export interface EarlierWork {
  like: 'ownTitle' | 'anyTitle' | 'sameFile';
  title: string;
  entryNo: string;
  edition: string;
  /** Of the same file: the slot it now lies in. */
  slot?: string;
}

/** The stamped print of the form in a slot: the content it was printed from, and the content now (SHA-256). `printed` is null where it was never printed. */
export interface StampedPrint {
  slot: string;
  printed: string | null;
  current: string;
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
  earlierWorks: EarlierWork[];
  stampedPrints: StampedPrint[];
  /** Day of submission where the contest is held. */
  today: string;
}

/** From which step on something must be right; `look` stands in nobody's way, a human has to look at it. */
export type NeededFor = 'submit' | 'school' | 'county' | 'look';

/** One thing that stands in the way, from which step on, and where. `words` are the rulebook's names the sentence needs. */
export interface EntryProblem {
  code: string;
  path: string;
  params: Record<string, string | number>;
  words?: Record<string, Words>;
  neededFor: NeededFor;
}

export const entryProblem = (code: string, path: string, params: Record<string, string | number> = {}, words?: Record<string, Words>): EntryProblem => ({
  code, path, params, ...(words ? { words } : {}), neededFor: 'submit',
});

/** The same as a remark for the official who decides. */
export const toLookAt = (problem: EntryProblem): EntryProblem => ({ ...problem, neededFor: 'look' });
