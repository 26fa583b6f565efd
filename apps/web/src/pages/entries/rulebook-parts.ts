import type { Condition } from './form/conditions.js';

/** A text that the rulebook gives in both languages, or one that the server has already put in the reader's. */
export type Words = string | { zh: string; en: string };

/** What the pages need of an edition's rulebook; the whole document's schema is at `/api/rulebook-schema`. */
export interface Labelled {
  key: string;
  label: Words;
  hint?: Words;
}

export interface FormField extends Labelled {
  kind: 'text' | 'longText' | 'day' | 'flag' | 'number' | 'choice' | 'choices';
  required: boolean;
  when?: Condition;
  /** Characters of a text, or the bounds of a number. */
  min?: number;
  max?: number;
  options?: Labelled[];
  before?: string;
  notBefore?: string;
  notAfterSubmission?: boolean;
  whole?: boolean;
  atLeastMembers?: boolean;
  notNameOf?: 'members' | 'people';
  blind?: boolean;
  missingCode?: string;
  orderCode?: string;
}

export interface MaterialSlot extends Labelled {
  min: number;
  max: number;
  kinds: ('pdf' | 'jpg' | 'png' | 'mp4')[];
  maxBytes: number;
  maxPages?: number;
  minLongSide?: number;
  minShortSide?: number;
  minDpi?: number;
  minSeconds?: number;
  maxSeconds?: number;
  when?: Condition;
  forJudges: boolean;
  neededFor: 'submit' | 'school';
  /** Holds the stamped print of the application form; from this level on it must be that of the present content. */
  printedForm?: 'school' | 'county';
}

export interface EntryTypeRules extends Labelled {
  groups: string[];
  entrant: 'students' | 'teacher';
  title: { min: number; max: number };
  team: { min: number; max: number; collectiveFrom: number; shares: boolean; identity?: boolean };
  coaches: { min: number; max: number };
  /** The work must be finished from <= field < until. */
  window?: { field: string; startField?: string; from: string; until: string };
  classes?: (Labelled & { refused?: string[] })[];
  disciplineRequired: boolean;
  fields: FormField[];
  materials: MaterialSlot[];
  signatures: { by: 'member' | 'coach'; version: string; text: Words }[];
}

export type Level = 'school' | 'county' | 'prefecture' | 'province';

export interface EditionRules {
  title: Words;
  groups: (Labelled & { schoolStages: string[] })[];
  disciplines: (Labelled & { groups: string[] })[];
  types: EntryTypeRules[];
  chain: { level: Level; stage: string; quota: 'none' | 'ifSet' | 'required'; checklist: (Labelled & { required?: boolean })[]; substitutes?: { answerHours: number } }[];
  capacity?: { limits: { places: number }[]; waitingList?: { order: 'handedIn' | 'lot' | 'rank' } };
  calendar: { stages: Labelled[] };
}
