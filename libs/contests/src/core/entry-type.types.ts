import type { Labelled, SchoolStage, Words } from './rulebook-terms.types.js';

/** One kind of entry: what is asked, of whom, with what proof. */
export interface EntryTypeRules extends Labelled {
  groups: string[];
  /** Whether a school's pupils or one teacher enter. */
  entrant: 'students' | 'teacher';
  title: { min: number; max: number };
  team: TeamRules;
  coaches: CoachRules;
  /** Full years of every member on the reference day, both ends included. */
  age?: { min: number; max: number; on: string };
  /** The work must be finished inside this half-open span of days: from <= end < until. */
  window?: { field: string; startField?: string; from: string; until: string };
  classes?: ClassRules[];
  /** Each class has ranks, shortlist and prizes of its own. Without it the classes of a group compete together. */
  rankedByClass?: boolean;
  disciplineRequired: boolean;
  fields: FormField[];
  materials: MaterialSlot[];
  signatures: SignatureRule[];
  /** What a prize of an earlier edition means for its winners now. Without it: nothing. */
  pastWinners?: PastWinnerRules;
  /** What a work of an earlier edition means for one like it now. Without it: nothing. */
  earlierWorks?: EarlierWorkRules;
}

/** `flag`: somebody looks at it · `refuse`: it stands in the way. */
export type Consequence = 'flag' | 'refuse';

export interface PastWinnerRules {
  /** Prizes that count, by the keys of the scoring rules. */
  awards: string[];
  /** How many editions back. */
  editions: number;
  /** Whether only a prize in the same entry type counts. */
  sameType: boolean;
  effect: Consequence;
}

export interface EarlierWorkRules {
  /** The same title by a member of this entry. */
  ownTitle?: Consequence;
  /** The same title by anybody. */
  anyTitle?: Consequence;
  /** A file with the very same content. */
  sameFile?: Consequence;
  /** An entry that declares it goes on with an earlier work is not held back by its own. */
  declared?: FieldCondition;
}

export interface CoachRules {
  min: number;
  max: number;
  /** Each belongs to a school of the system. */
  inService?: boolean;
  /** Each one's post must be told. */
  postRequired?: boolean;
}

export interface TeamRules {
  min: number;
  max: number;
  /** From how many members on an entry counts as collective. */
  collectiveFrom: number;
  sameStage: boolean;
  /** `prefecture`: one prefecture or one county · `county`: one county · `school`: one school, the coaches' too · `none`: no rule. */
  sameArea: 'none' | 'county' | 'prefecture' | 'school';
  /** A person may be a member of one entry of the edition only. */
  oneEntryPerPerson: boolean;
  /** Each member's share must be described when there are several. */
  shares: boolean;
  /** Whether identity number and birth date of each member are needed; default yes. */
  identity?: boolean;
  /** Each belongs to a school of the system. */
  inService?: boolean;
  /** Whether a member is told apart from namesakes: people of the same name and birth date or school are shown to a human. */
  lookalikes?: 'flag' | 'ignore';
}

export interface ClassRules extends Labelled {
  /** School stages that may not enter in this class. */
  refused: SchoolStage[];
}

/**
 * When a field or material is asked for: by the value of another field, or by `@class`, `@group`, `@discipline` of the entry.
 * A flag that was never touched is false.
 */
export type FieldCondition = { field: string; is: string | number | boolean } | { any: FieldCondition[] } | { all: FieldCondition[] };

export interface FormField extends Labelled {
  kind: 'text' | 'longText' | 'day' | 'flag' | 'number' | 'choice' | 'choices';
  required: boolean;
  /** Asked for only when this holds. */
  when?: FieldCondition;
  /** Characters of a text, or the bounds of a number. */
  min?: number;
  max?: number;
  options?: Labelled[];
  /** Of a day: must lie before the day in another field / not after the day of submission. */
  before?: string;
  /** Of a day: must not lie before the day in another field. */
  notBefore?: string;
  notAfterSubmission?: boolean;
  /** Of a number: whole numbers only / not below the number of members. */
  whole?: boolean;
  atLeastMembers?: boolean;
  /** Of a text: must not be the name of one of these people (a group's name is no person's). */
  notNameOf?: 'members' | 'people';
  /** Checked for names that would give the authors away. */
  blind?: boolean;
  /** Code told when the field is missing (a flag that must be ticked: not ticked) or its day is wrong; default FIELD_REQUIRED, FIELD_NOT_TICKED, DAY_ORDER. */
  missingCode?: string;
  orderCode?: string;
}

export type FileKind = 'pdf' | 'jpg' | 'png' | 'mp4';

export interface MaterialSlot extends Labelled {
  /** Files asked for. */
  min: number;
  max: number;
  kinds: FileKind[];
  maxBytes: number;
  maxPages?: number;
  /** Pixels of the longer side of an image. */
  minLongSide?: number;
  minShortSide?: number;
  /** Dots per inch that an image must state. */
  minDpi?: number;
  /** Length of a video in seconds. */
  minSeconds?: number;
  maxSeconds?: number;
  when?: FieldCondition;
  /** Shown to judges in blind review. */
  forJudges: boolean;
  /** Needed before this step: `submit` or a level's approval. */
  neededFor: 'submit' | 'school';
  /** Holds the signed and stamped print of the application form: before this level decides for the entry, the print must be that of the present content. */
  printedForm?: 'school' | 'county';
  /** Code told when it is missing; default FILE_MISSING. */
  missingCode?: string;
}

export interface SignatureRule {
  by: 'member' | 'coach';
  /** Version and wording of what is signed. */
  version: string;
  text: Words;
}
