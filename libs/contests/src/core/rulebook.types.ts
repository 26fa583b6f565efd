import type { ScoringRules } from '#libs/scoring';
import type { CapacityRules } from './capacity.types.js';
import type { EntryTypeRules } from './entry-type.types.js';
import type { Labelled, Level, SchoolStage, Words } from './rulebook-terms.types.js';

/**
 * Everything that may differ from one edition to the next, as one JSON document. Its JSON Schema is
 * `rulebook.schema.ts`; what a schema cannot say is checked by `rulebook-check.ts`.
 */
export interface Rulebook {
  format: 'qingsai-rulebook/1';
  family: 'innovation' | 'robotics' | 'olympiad';
  title: Words;
  /** Number of the contest's approval by the ministry; printed where the law asks for it. */
  approvalNumber?: string;
  /** Sentence that goes on every certificate and public page. */
  disclaimer: Words;
  /** Who is ranked against whom. */
  groups: GroupRules[];
  disciplines: DisciplineRules[];
  /** Kinds of entries, each with its form, team, conditions and materials. */
  types: EntryTypeRules[];
  /** The way of an entry upwards. */
  chain: ChainStep[];
  /** Without it an edition takes in whatever is handed in. */
  capacity?: CapacityRules;
  calendar: CalendarRules;
  consent: ConsentRules;
  blind: BlindRules;
  /** Without it works are not compared. */
  similarity?: SimilarityRules;
  /** Sheets, aggregation, ranking, awards and selection, as the scoring library reads them. */
  scoring: ScoringRules;
  panels: PanelRules[];
  publication: PublicationRules;
  retention: RetentionRules;
  /** Rules for which no source was found, each pointing at its value; the office confirms them before opening. */
  defaults: DefaultRule[];
}

export interface GroupRules extends Labelled {
  /** Empty for a group of teachers. */
  schoolStages: SchoolStage[];
}

export interface DisciplineRules extends Labelled {
  groups: string[];
}

export interface ChainStep {
  level: Level;
  /** Stage of the calendar in which this level decides. */
  stage: string;
  /** `none`: no limit · `ifSet`: a limit where the level above has set one · `required`: without places nobody goes on. */
  quota: 'none' | 'ifSet' | 'required';
  /** Points an official ticks before deciding. Without a `required` one no entry goes on. */
  checklist: (Labelled & { required?: boolean })[];
  /** Whether an entry goes on only when an official has decided about every hint of its checks. Default: no. */
  hintsDecided?: boolean;
  /** Ordered substitutes: when an entry with a place is withdrawn the next one is called and has so many hours to answer. Default: none. */
  substitutes?: { answerHours: number };
  /** What happens to entries this level returned: when their makers are reminded, and what becomes of those not put right in time. Default: nothing. */
  returns?: { reminderHours: number; afterwards: 'stays' | 'notRecommended' };
}

export interface CalendarRules {
  /** Stages in the order of the season. */
  stages: (Labelled & { kind: 'submission' | 'recommendation' | 'check' | 'review' | 'notice' })[];
  /** Whether the very second named as the end of a stage is still in time. */
  lastSecond: 'included' | 'excluded';
  /** Minutes after the first stage's end in which uploads begun before it may still arrive; default none. */
  uploadGraceMinutes?: number;
}

export interface ConsentRules {
  /** Days for which a guardian's link can be answered; default 120. */
  linkDays?: number;
  /** A guardian must consent for pupils younger than this on the day their data is collected. */
  underAge: number;
  /** Texts by version; the last one is asked for. */
  texts: { version: string; purpose: Words; method?: Words; scope: Words; storage: Words; safety?: Words; refusal: Words; rights: Words; contact: Words }[];
}

export interface BlindRules {
  /** Words that give an author away besides the names on the entry itself. */
  words: string[];
  /** Which undecided findings of the scan keep the blind review from beginning; default: none, they are only listed. */
  blocks?: 'none' | 'high' | 'all';
}

/** From where on two works are shown as alike. It never refuses anything: a human looks. */
export interface SimilarityRules {
  /** Share of common pairs of characters of two titles, 0 to 1. */
  title: number;
  /** Share of the shorter text that stands in the other, 0 to 1. */
  text: number;
  /** Characters in a row that count as a common passage. */
  passage: number;
  /** Bits of 64 in which the hashes of two pictures may differ. */
  image: number;
}

/** Who must be together on an entry, and who not. Absent: no rule. */
export interface PanelComposition {
  /** Fewest leading judges (the group leader and those marked so on the panel). */
  leads?: number;
  /** Fewest judges of the entry's own discipline. */
  ofField?: number;
  /** Most judges of one employer. */
  perEmployer?: number;
  /** Most judges of one prefecture. */
  perRegion?: number;
  /** Expertise points (of 1000) that a judge of the entry's own prefecture is worth less. */
  sameRegionPenalty?: number;
  /** Most likely that any judge is drawn for any entry, in percent; nobody can count on a pair. */
  mostChance?: number;
}

export interface PanelRules {
  stage: string;
  /** Which sheets the judges fill in is said by the stage's scoring rules (`sheet`, `sheetFor`); where they have one for all it may be repeated here. */
  sheet?: string;
  /**
   * Whether it is a secret who hides behind a code. Judges are shown codes only at every stage; where participants stand before them with their
   * number (domain 4.1) the code is none, and only there may interviews be held.
   */
  blind: boolean;
  judgesPerEntry: number;
  minimumJudges: number;
  /** Most entries one judge gets. */
  mostPerJudge: number;
  /** Interests beyond school, team and coach; default: prefectures do not matter, a former employer counts for three years, and so does having worked with somebody of the entry (`chains`, hard). */
  conflicts?: { samePrefecture?: 'none' | 'soft' | 'hard'; pastYears?: number; chains?: 'none' | 'soft' | 'hard' };
  /** Hours before the stage's end at which judges with open sheets are reminded, and at which the secretariat is told who is late; default: nobody is. */
  reminders?: { hoursBefore: number[]; officeHoursBefore: number };
  /** Hours after which an invitation without an answer is brought to mind, and after which the secretariat is told of it; default: nobody is. */
  invitations?: { remindHours: number; officeHours: number };
  /** The panel may talk about an entry: each judge once the own sheet is handed in, or all once the panel is locked; default: not at all. */
  discussion?: { from: 'ownSheet' | 'locked' };
  /** Entries may be compared two by two as advice for the jury, by a judge whose own sheets for both are in, or by all once the panel is locked; default: not at all. */
  comparisons?: { from: 'ownSheet' | 'locked' };
  /** Hard rules for who judges an entry together; a run of the assignment may be stricter. */
  composition?: PanelComposition;
  /** Sheets filled in on paper count once a second person has entered the same; default: there are none. */
  paperSheets?: 'twoPersons';
  /** A judge is asked whether a mark is meant that lies far from the judge's own marks so far; default: nobody is. */
  unusualMarks?: UnusualMarkRules;
  /** The secretariat is asked about judges who hand in most of their sheets just before the stage ends; default: it is not. */
  lastMinute?: LastMinuteRules;
}

/** Far is beyond both limits, measured from the middle of the judge's own marks for the criterion. */
export interface UnusualMarkRules {
  /** Own sheets that must be handed in before. */
  after: number;
  /** Standard deviations, estimated from the middle distance. */
  deviations: number;
  /** Share of the criterion's whole range, 0 to 1. */
  share: number;
}

export interface LastMinuteRules {
  /** How long before the stage's end counts as the last minute. */
  hours: number;
  /** Share of a judge's sheets handed in then, 0 to 1. */
  share: number;
  /** Sheets a judge must have handed in then. */
  fewest: number;
}

export interface PublicationRules {
  noticeDays: number;
  dayCount: 'calendar' | 'working';
  names: 'masked' | 'full' | 'maskedUnderAge';
  objectionAnswerDays: number;
  /** What an entry's own people see of the judging; default: everything but the criteria, from the posting on. */
  feedback?: FeedbackRules;
}

export interface FeedbackRules {
  /** Comments that judges wrote for the participant. */
  comments: boolean;
  /** `stages`: the score of each stage · `criteria`: also the mean of every criterion. */
  scores: 'none' | 'stages' | 'criteria';
  /** From the posting of the list, or from the end of its notice period. */
  from: 'posted' | 'noticeEnded';
  to: ('members' | 'coaches' | 'submitter')[];
}

export interface RetentionRules {
  identityDaysAfterEdition: number;
  draftDays: number;
  reviewDays: number;
}

export interface DefaultRule {
  /** JSON pointer to the value inside this document. */
  pointer: string;
  label: Words;
  /** Why this value was taken. */
  reason: Words;
}
