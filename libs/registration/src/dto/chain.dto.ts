import { Day, Flag, Id, Ids, Instant, Json, ListOf, OneOf, Text, Texts, Whole } from '#libs/platform';
import { ENTRY_STATES } from '../core/entry-state.js';

export const CHAIN_ACTIONS = ['approve', 'recommend', 'return', 'decline', 'declareEligible', 'declareIneligible'] as const;
const LEVELS = ['school', 'county', 'prefecture', 'province'] as const;

/** One official's step on one entry. The level follows from the entry's state. */
export class Decision {
  @OneOf(CHAIN_ACTIONS) action: string;
  @Whole({ min: 1 }) version: number;
  @Text({ max: 1000, optional: true, description: 'Needed to return, to decline and to declare ineligible.' }) reason?: string;
  @Instant({ optional: true, description: 'Of a return: until when it can be put right.' }) fixBy?: string;
  @Texts({ optional: true, max: 50, description: 'Keys of the check list that were ticked.' }) checked?: string[];
}

export class BatchDecision {
  @Id() editionId: string;
  @OneOf(CHAIN_ACTIONS) action: string;
  @Ids({ min: 1, max: 500 }) entryIds: string[];
  @Text({ max: 1000, optional: true }) reason?: string;
  @Instant({ optional: true }) fixBy?: string;
  @Texts({ optional: true, max: 50 }) checked?: string[];
  @Flag({ optional: true, description: 'Takes the step for those that can take it, as far as places go in the given order; the others stay and are told with their reason. Default: all or none.' }) onlyPossible?: boolean;
}

export class BatchRow {
  @Id() entryId: string;
  @Text() title: string;
  @OneOf(ENTRY_STATES) fromState: string;
  @OneOf(ENTRY_STATES, { nullable: true }) toState: string | null;
  @Flag() possible: boolean;
  @Text({ nullable: true, description: 'Code of what stands in the way.' }) code: string | null;
  @Text({ nullable: true }) message: string | null;
}

export class PlacesView {
  @Text() level: string;
  @Id() unitId: string;
  @Text() unitName: string;
  @Text({ description: 'Entry type, a type in one group (project/primary), or * for all together.' }) entryType: string;
  @Text({ description: 'What the places are for, in the reader\'s language.' }) kind: string;
  @Whole({ nullable: true }) places: number | null;
  @Whole() used: number;
  @Whole({ description: 'Places the batch would take.' }) wanted: number;
}

export class BatchPreview {
  @Whole() possible: number;
  @Whole() refused: number;
  @ListOf(() => BatchRow) rows: BatchRow[];
  @ListOf(() => PlacesView) places: PlacesView[];
  @Whole({ description: 'People who will be told.' }) notices: number;
}

export class BatchResult {
  @Whole() done: number;
  @ListOf(() => BatchRow) rows: BatchRow[];
}

export class Withdrawal {
  @Whole({ min: 1 }) version: number;
  @Text({ min: 2, max: 1000 }) reason: string;
}

export class Disqualification {
  @Text({ min: 5, max: 2000 }) reason: string;
}

export class Ranking {
  @Id() editionId: string;
  @OneOf(LEVELS) level: string;
  @Id() unitId: string;
  @Text({ min: 1, max: 40 }) type: string;
  @Ids({ min: 1, max: 2000, description: 'All entries that the unit ranks, best first.' }) entryIds: string[];
}

export class RankingResult {
  @Whole() ranked: number;
}

export class CountBy {
  @Text() key: string;
  @Text() label: string;
  @Whole() count: number;
}

export class DayCount {
  @Day() day: string;
  @Whole() created: number;
  @Whole() submitted: number;
  @Whole() recommended: number;
}

export class UnitCount {
  @Id() unitId: string;
  @Text() name: string;
  @Whole() entries: number;
  @Whole() submitted: number;
  @Whole() recommended: number;
  @Whole({ nullable: true }) places: number | null;
  @Whole() used: number;
}

export class Dashboard {
  @Whole() total: number;
  @ListOf(() => CountBy) byState: CountBy[];
  @ListOf(() => CountBy) byType: CountBy[];
  @ListOf(() => CountBy) byGroup: CountBy[];
  @ListOf(() => UnitCount) byUnit: UnitCount[];
  @ListOf(() => DayCount) byDay: DayCount[];
  @Whole({ description: 'Entries that wait for the caller.' }) waiting: number;
}

export class StateCounts {
  @Json({ description: 'Number of entries by state, inside the scope of the caller.' }) counts: Record<string, number>;
  @Whole() total: number;
}

export class UnitNotBegun {
  @Id() unitId: string;
  @Text() kind: string;
  @Text() name: string;
  @Text({ nullable: true }) parentName: string | null;
}
