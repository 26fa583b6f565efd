import type { SchoolStage, Words } from './rulebook.types.js';

export interface Labelled {
  key: string;
  label: Words;
  hint?: Words;
}

/** One kind of entry: what is asked, of whom, with what proof. */
export interface EntryTypeRules extends Labelled {
  groups: string[];
  /** Whether a school's pupils or one teacher enter. */
  entrant: 'students' | 'teacher';
  title: { min: number; max: number };
  team: TeamRules;
  coaches: { min: number; max: number };
  /** Full years of every member on the reference day, both ends included. */
  age?: { min: number; max: number; on: string };
  /** The work must be finished inside this half-open span of days: from <= end < until. */
  window?: { field: string; startField?: string; from: string; until: string };
  classes?: ClassRules[];
  disciplineRequired: boolean;
  fields: FormField[];
  materials: MaterialSlot[];
  signatures: SignatureRule[];
}

export interface TeamRules {
  min: number;
  max: number;
  /** From how many members on an entry counts as collective. */
  collectiveFrom: number;
  sameStage: boolean;
  /** `prefecture`: one prefecture or one county · `county`: one county · `none`: no rule. */
  sameArea: 'none' | 'county' | 'prefecture';
  /** A person may be a member of one entry of the edition only. */
  oneEntryPerPerson: boolean;
  /** Each member's share must be described when there are several. */
  shares: boolean;
}

export interface ClassRules extends Labelled {
  /** School stages that may not enter in this class. */
  refused: SchoolStage[];
}

/** When a field or material is asked for: by the value of another field. */
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
  notAfterSubmission?: boolean;
  /** Checked for names that would give the authors away. */
  blind?: boolean;
  /** Code told when the field is missing or its day is wrong; default FIELD_REQUIRED and DAY_ORDER. */
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
  /** Code told when it is missing; default FILE_MISSING. */
  missingCode?: string;
}

export interface SignatureRule {
  by: 'member' | 'coach';
  /** Version and wording of what is signed. */
  version: string;
  text: Words;
}
