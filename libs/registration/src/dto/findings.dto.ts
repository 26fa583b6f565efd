import { Flag, Id, Ids, Instant, ListOf, Nested, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { ENTRY_STATES } from '../core/entry-state.js';
import { LEAK_KINDS, SEVERITIES } from '../core/leaks/leak-words.js';
import { LEAK_SOURCES } from '../core/leaks/scan-content.js';

export const LEAK_STATES = ['open', 'leak', 'notLeak', 'gone'] as const;
export const SIMILARITY_STATES = ['open', 'cleared', 'concern', 'gone'] as const;
export const SIMILARITY_KINDS = ['title', 'text', 'image', 'file'] as const;

export class PassageView {
  @Text() before: string;
  @Text() match: string;
  @Text() after: string;
}

export class LeakView {
  @OneOf(LEAK_SOURCES, { description: 'fact: what a file says about itself.' }) source: string;
  @Id({ nullable: true }) materialId: string | null;
  @Text({ description: "Key of the form's field, or name of the file's fact." }) field: string;
  @Whole({ nullable: true }) page: number | null;
  @OneOf(LEAK_KINDS) kind: string;
  @OneOf(SEVERITIES) severity: string;
  @Text() word: string;
  @Whole() occurrences: number;
  @ListOf(() => PassageView) passages: PassageView[];
  @Flag({ description: 'Blind copies leave it out by themselves.' }) scrubbed: boolean;
}

export class LeakPreview {
  @Whole({ description: 'Files that are still to be looked into.' }) waiting: number;
  @ListOf(() => LeakView) leaks: LeakView[];
}

export class LeakQuery extends PageQuery {
  @Id() editionId: string;
  @Text({ max: 60, optional: true, description: 'One state or several with commas; default open,leak.' }) state?: string;
  @OneOf(SEVERITIES, { optional: true }) severity?: string;
  @OneOf(['yes', 'no'], { optional: true, description: 'no: only what would reach a judge.' }) scrubbed?: string;
  @Id({ optional: true }) entryId?: string;
}

export class LeakFindingRow extends LeakView {
  @Id() id: string;
  @Id() entryId: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @OneOf(ENTRY_STATES) entryState: string;
  @Whole() entryVersion: number;
  @Text({ nullable: true }) fileName: string | null;
  @Text({ nullable: true }) slot: string | null;
  @OneOf(LEAK_STATES) state: string;
  @Text() reason: string;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant() foundAt: string;
}

export class ScanQuery {
  @Id() editionId: string;
}

export class FindingsSummary {
  @Whole({ description: 'Entries at the province.' }) entries: number;
  @Whole() scanned: number;
  @OneOf(['none', 'high', 'all'], { description: 'Which undecided findings keep the blind review from beginning.' }) blocks: string;
  @Whole({ description: 'Entries that keep it from beginning now.' }) blocking: number;
  @Whole() openHigh: number;
  @Whole() openMedium: number;
  @Whole() openLow: number;
  @Whole({ description: 'Confirmed, not yet put right.' }) confirmed: number;
  @Whole() similarOpen: number;
}

export class ScanOrdered {
  @Id({ description: 'Progress at /api/jobs/{id}.' }) jobId: string;
}

export class LeakDecision {
  @Ids({ min: 1, max: 200 }) ids: string[];
  @OneOf(['leak', 'notLeak']) decision: string;
  @Text({ min: 2, max: 500 }) reason: string;
}

export class DecidedCount {
  @Whole() decided: number;
}

export class LeakReturn {
  @Whole({ min: 1 }) version: number;
  @Instant({ optional: true }) fixBy?: string;
  @Text({ max: 300, optional: true, description: 'Added below the passages.' }) note?: string;
}

export class BlindReplacementInput {
  @Id() materialId: string;
  @Id({ description: 'File finished at /api/uploads for the purpose blindCopy.' }) fileId: string;
  @Text({ min: 2, max: 500 }) reason: string;
}

export class SimilarityQuery extends PageQuery {
  @Id() editionId: string;
  @Text({ max: 60, optional: true, description: 'One state or several with commas; default open,concern.' }) state?: string;
  @OneOf(SIMILARITY_KINDS, { optional: true }) kind?: string;
  @OneOf(['other', 'continuation'], { optional: true }) relation?: string;
  @Id({ optional: true }) entryId?: string;
}

export class ComparedWork {
  @Id() id: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @Text() editionName: string;
  @Whole() year: number;
  @Text() schoolName: string;
  @OneOf(ENTRY_STATES) state: string;
}

export class SimilarityRow {
  @Id() id: string;
  @OneOf(SIMILARITY_KINDS) kind: string;
  @Whole({ description: 'Of 1000.' }) score: number;
  @OneOf(['other', 'continuation'], { description: 'continuation: a member of one is a member of the other.' }) relation: string;
  @Nested(() => ComparedWork) work: ComparedWork;
  @Nested(() => ComparedWork) other: ComparedWork;
  @OneOf(SIMILARITY_STATES) state: string;
  @Text() note: string;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant() foundAt: string;
}

export class SharedPassageView {
  @OneOf(['title', 'abstract', 'report']) part: string;
  @OneOf(['title', 'abstract', 'report']) otherPart: string;
  @Whole() length: number;
  @Nested(() => PassageView) here: PassageView;
  @Nested(() => PassageView) there: PassageView;
}

export class SimilarityView extends SimilarityRow {
  @ListOf(() => SharedPassageView) passages: SharedPassageView[];
  @Id({ nullable: true }) materialId: string | null;
  @Id({ nullable: true }) otherMaterialId: string | null;
  @Texts({ description: 'Years in which members of the first work entered before.' }) earlierYears: string[];
}

export class SimilarityDecision {
  @OneOf(['cleared', 'concern']) decision: string;
  @Text({ min: 2, max: 1000 }) note: string;
}
