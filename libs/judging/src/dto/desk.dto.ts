import { Flag, Id, Instant, Json, ListOf, Nested, Numeric, OneOf, PageQuery, Text, Whole } from '#libs/platform';
import { CONCERN_KINDS, SHEET_STATES } from '../core/judging-states.js';

export class QueueQuery extends PageQuery {
  @Id({ optional: true }) panelId?: string;
  @OneOf(SHEET_STATES, { optional: true }) state?: string;
}

export class QueueRow {
  @Id() assignmentId: string;
  @Id() panelId: string;
  @Text() code: string;
  @Text() title: string;
  @Text() typeLabel: string;
  @Text() groupLabel: string;
  @Text({ nullable: true }) disciplineLabel: string | null;
  @OneOf(SHEET_STATES) sheetState: string;
  @Text({ nullable: true }) total: string | null;
  @Whole() version: number;
  @Text({ description: 'Name of the score sheet this entry is judged on.' }) sheet: string;
}

export class Queue {
  @ListOf(() => QueueRow) rows: QueueRow[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
  @Whole() assigned: number;
  @Whole() submitted: number;
  @Whole() drafts: number;
}

export class BlindMaterial {
  @Whole({ description: 'Number for the download.' }) number: number;
  @Text({ description: 'Neutral name; the original one is never shown.' }) name: string;
  @Text() slot: string;
  @Text() slotLabel: string;
  @Text() contentType: string;
  @Whole() bytes: number;
}

export class BlindField {
  @Text() key: string;
  @Text() label: string;
  @Text() value: string;
}

export class OwnSheet {
  @OneOf(SHEET_STATES) state: string;
  @Whole() version: number;
  @Json() values: Record<string, unknown>;
  @Text({ nullable: true }) total: string | null;
  @Text() privateNote: string;
  @Text() juryComment: string;
  @Text() participantComment: string;
  @Text({ nullable: true, description: 'Why it was reopened.' }) reopenReason: string | null;
  @Whole({ nullable: true, description: 'Seconds at the desk so far.' }) secondsSpent: number | null;
}

/** The judge's own marks for a criterion so far; one outside `low` to `high` is asked about. */
export class UsualMark {
  @Text({ description: 'Criterion of the sheet.' }) key: string;
  @Numeric() low: number;
  @Numeric() high: number;
  @Numeric({ description: 'Lowest own mark.' }) least: number;
  @Numeric({ description: 'Highest own mark.' }) most: number;
  @Whole({ description: 'Own sheets it rests on.' }) sheets: number;
}

/** What a judge may know of an entry: a code and the work itself. */
export class BlindEntry {
  @Id() assignmentId: string;
  @Id() panelId: string;
  @Text() code: string;
  @Text() title: string;
  @Text() typeLabel: string;
  @Text() groupLabel: string;
  @Text({ nullable: true }) disciplineLabel: string | null;
  @ListOf(() => BlindField) fields: BlindField[];
  @ListOf(() => BlindMaterial) materials: BlindMaterial[];
  @Json({ description: 'The score sheet as the rulebook describes it (SheetRules of the scoring library).' }) sheetRules: Record<string, unknown>;
  @Nested(() => OwnSheet) sheet: OwnSheet;
  @ListOf(() => UsualMark) usual: UsualMark[];
  @Flag({ description: 'The panel is open and the sheet not handed in.' }) writable: boolean;
  @Instant({ nullable: true }) closesAt: string | null;
}

export class SheetSave {
  @Text({ min: 8, max: 80, description: 'Chosen by the sender, new for every save; sending the same one again is the same save.' }) clientKey: string;
  @Whole({ min: 0, description: 'Version that was on the screen; another one in between is refused.' }) baseVersion: number;
  @Json({ description: 'Items of the score sheet by key; a criterion is a decimal as text.' }) values: Record<string, unknown>;
  @Text({ max: 4000, optional: true, description: 'For the judge alone.' }) privateNote?: string;
  @Text({ max: 4000, optional: true, description: 'For the jury after the panel is locked.' }) juryComment?: string;
  @Text({ max: 4000, optional: true, description: 'For the participant after publication.' }) participantComment?: string;
  @Whole({ min: 0, max: 1_000_000, optional: true, description: 'Seconds the sheet was in front of the judge, all visits together.' }) secondsSpent?: number;
}

/** Something to look at that does not stop the save (a blank item of a draft, a comment that may name somebody). */
export class SheetWarning {
  @Text() code: string;
  @Text() path: string;
  @Text() message: string;
}

/** Proof that a save arrived; the same for every repetition of it. */
export class SheetReceipt {
  @Id() receiptId: string;
  @Id() assignmentId: string;
  @Text() clientKey: string;
  @Whole() version: number;
  @OneOf(['draft', 'submitted', 'reopened']) state: string;
  @Text({ nullable: true }) total: string | null;
  @Text() sha256: string;
  @Instant() savedAt: string;
  @ListOf(() => SheetWarning) warnings: SheetWarning[];
}

export class DeclineInput {
  @Text({ min: 5, max: 500 }) reason: string;
}

export class ConcernInput {
  @OneOf(CONCERN_KINDS) kind: 'leak' | 'plagiarism' | 'ethics' | 'other';
  @Text({ min: 5, max: 2000 }) text: string;
  @Text({ min: 8, max: 80, optional: true, description: 'Chosen by the sender; the same one again is the same report.' }) clientKey?: string;
}

export class ConcernRow {
  @Id() id: string;
  @Text() code: string;
  @OneOf(CONCERN_KINDS) kind: string;
  @Text() text: string;
  @Instant() raisedAt: string;
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
}

export class ConcernAnswer {
  @Text({ min: 2, max: 2000 }) answer: string;
}
