import { Flag, Id, Ids, Instant, Json, ListOf, Nested, OneOf, PageQuery, Text, Whole } from '#libs/platform';

export const STANDINGS = ['none', 'draft', 'handedIn', 'sentOn'] as const;
const UNIT_KINDS = ['prefecture', 'county', 'school'] as const;

export class BoardQuery extends PageQuery {
  @Id() editionId: string;
  @OneOf(UNIT_KINDS, { optional: true, description: "Default: the kind right below the caller's own unit." }) kind?: string;
  @OneOf(STANDINGS, { optional: true }) standing?: string;
}

export class BoardRow {
  @Id() unitId: string;
  @OneOf(UNIT_KINDS) kind: string;
  @Text() name: string;
  @Text({ nullable: true }) parentName: string | null;
  @OneOf(STANDINGS, { description: 'none: nothing begun · draft: nothing handed in yet · handedIn: something handed in · sentOn: something passed the unit.' }) standing: string;
  @Whole() drafts: number;
  @Whole() handedIn: number;
  @Whole({ description: 'What the unit itself has approved or recommended.' }) sentOn: number;
  @Flag({ description: 'Somebody administers the unit and can be reminded.' }) hasOffice: boolean;
  @Instant({ nullable: true }) remindedAt: string | null;
}

export class BoardCounts {
  @Json({ description: 'Units by standing.' }) counts: Record<string, number>;
}

export class UnitReminderInput {
  @Id() editionId: string;
  @Ids({ min: 1, max: 500 }) unitIds: string[];
}

export class UnitReminderResult {
  @Whole({ description: 'People who were told.' }) told: number;
  @Whole({ description: 'Units that were reminded today already.' }) already: number;
  @Whole({ description: 'Units nobody administers.' }) withoutOffice: number;
}

export class Compared {
  @Text() key: string;
  @Text() label: string;
  @Whole() now: number;
  @Whole() before: number;
}

export class EditionBefore {
  @Id() id: string;
  @Text() name: string;
}

export class ComparisonView {
  @Nested(() => EditionBefore, { nullable: true }) before: EditionBefore | null;
  @Whole() totalNow: number;
  @Whole() totalBefore: number;
  @ListOf(() => Compared) byUnit: Compared[];
  @ListOf(() => Compared) byType: Compared[];
  @ListOf(() => Compared) byGroup: Compared[];
}

export class EntryMessageInput {
  @Id() editionId: string;
  @Ids({ min: 1, max: 2000 }) entryIds: string[];
  @OneOf(['makers', 'schools'], { description: 'makers: who made the entries · schools: who administers their schools.' }) audience: string;
  @Text({ min: 2, max: 60 }) subject: string;
  @Text({ min: 2, max: 1000 }) body: string;
}

export class MessageOrder extends EntryMessageInput {
  @Text({ min: 8, max: 64, description: 'Made by the page; the same key sent twice is one message.' }) requestKey: string;
}

export class MessagePreview {
  @Whole() recipients: number;
  @Whole({ description: 'Entries of which nobody has an account to be reached at.' }) unreached: number;
  @Text() title: string;
  @Text() body: string;
}

export class MessageSent {
  @Id() id: string;
  @Whole() recipients: number;
  @Instant() sentAt: string;
}

export class ListViewsQuery {
  @OneOf(['entries']) list: string;
}

export class ListViewInput extends ListViewsQuery {
  @Text({ min: 1, max: 40 }) name: string;
  @Text({ max: 1000, description: 'The query of the address, as the page keeps it.' }) query: string;
  @Id({ optional: true, description: 'Unit to share it with; one of the own.' }) unitId?: string;
}

export class ListViewView {
  @Id() id: string;
  @Text() name: string;
  @Text() query: string;
  @Flag() own: boolean;
  @Text({ nullable: true, description: 'Unit with which it is shared.' }) sharedWith: string | null;
}
