import { Flag, Id, Instant, Json, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';

export const FAMILIES = ['innovation', 'robotics', 'olympiad'] as const;
export const EDITION_STATES = ['preparing', 'open', 'closed', 'archived'] as const;

export class ContestInput {
  @Text({ pattern: /^[0-9]{2}$/ }) code: string;
  @OneOf(FAMILIES) family: string;
  @Text({ min: 2, max: 80 }) name: string;
  @Text({ min: 2, max: 160 }) nameEn: string;
  @Text({ max: 120, optional: true }) organiser?: string;
  @Text({ max: 2000, optional: true }) summary?: string;
}

export class ContestChange {
  @Text({ min: 2, max: 80, optional: true }) name?: string;
  @Text({ min: 2, max: 160, optional: true }) nameEn?: string;
  @Text({ max: 120, optional: true }) organiser?: string;
  @Text({ max: 2000, optional: true }) summary?: string;
}

export class ContestView {
  @Id() id: string;
  @Text() code: string;
  @OneOf(FAMILIES) family: string;
  @Text() name: string;
  @Text() nameEn: string;
  @Text() organiser: string;
  @Text() summary: string;
}

export class StageInput {
  @Text({ min: 1, max: 40, pattern: /^[a-z_]+$/ }) key: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
}

export class CalendarInput {
  @Whole({ min: 1 }) version: number;
  @ListOf(() => StageInput, { min: 1, max: 30 }) stages: StageInput[];
}

export class StageView {
  @Text() key: string;
  @Text() label: string;
  @OneOf(['submission', 'recommendation', 'check', 'review', 'notice']) kind: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @OneOf(['coming', 'running', 'over']) status: string;
}

export class EditionInput {
  @Id() contestId: string;
  @Whole({ min: 1, max: 999 }) number: number;
  @Whole({ min: 1980, max: 2200 }) year: number;
  @Text({ min: 2, max: 80 }) name: string;
  @Text({ max: 160, optional: true }) nameEn?: string;
}

export class EditionChange {
  @Whole({ min: 1 }) version: number;
  @Text({ min: 2, max: 80, optional: true }) name?: string;
  @Text({ max: 160, optional: true }) nameEn?: string;
  @Whole({ min: 1980, max: 2200, optional: true }) year?: number;
}

export class CloneInput {
  @Whole({ min: 1, max: 999 }) number: number;
  @Whole({ min: 1980, max: 2200 }) year: number;
  @Text({ min: 2, max: 80 }) name: string;
  @Text({ max: 160, optional: true }) nameEn?: string;
  /** Take last year's places over, all unused. */
  @Flag({ optional: true }) quotas?: boolean;
}

export class EditionListQuery extends PageQuery {
  @OneOf(EDITION_STATES, { optional: true }) state?: string;
  @OneOf(FAMILIES, { optional: true }) family?: string;
  @Id({ optional: true }) contestId?: string;
}

export class EditionView {
  @Id() id: string;
  @Id() contestId: string;
  @Text() contestName: string;
  @OneOf(FAMILIES) family: string;
  @Whole() number: number;
  @Whole() year: number;
  @Text() name: string;
  @Text() nameEn: string;
  @OneOf(EDITION_STATES) state: string;
  @Whole() version: number;
  @Id({ nullable: true }) rulebookVersionId: string | null;
  @Whole({ nullable: true }) rulebookNumber: number | null;
  @Text({ nullable: true }) rulebookSha256: string | null;
  @Flag() rulebookFrozen: boolean;
  @Instant({ nullable: true }) defaultsConfirmedAt: string | null;
  @Flag({ description: 'The confirmed defaults are those in effect now.' }) defaultsConfirmed: boolean;
  @Instant({ nullable: true }) openedAt: string | null;
  @Instant({ description: "The server's clock." }) now: string;
  @Text({ nullable: true, description: 'Key of the stage that runs now.' }) stageNow: string | null;
  @ListOf(() => StageView) stages: StageView[];
}

export class DefaultView {
  @Text() pointer: string;
  @Text() label: string;
  @Text() reason: string;
  @Json({ description: '{ "value": … } as it stands in the rulebook.' }) holds: Record<string, unknown>;
}

export class DefaultsView {
  @Text() sha256: string;
  @Flag() confirmed: boolean;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @ListOf(() => DefaultView) defaults: DefaultView[];
}

export class DefaultsConfirmation {
  @Text({ pattern: /^[0-9a-f]{64}$/ }) sha256: string;
}

export class PublicGroup {
  @Text() key: string;
  @Text() label: string;
  @Texts() schoolStages: string[];
}

export class PublicType {
  @Text() key: string;
  @Text() label: string;
  @Text({ optional: true }) hint?: string;
  @Texts() groups: string[];
  @OneOf(['students', 'teacher']) entrant: string;
}

export class PublicEdition {
  @Id() id: string;
  @Whole() number: number;
  @Whole() year: number;
  @Text() name: string;
  @OneOf(EDITION_STATES) state: string;
  @Text({ nullable: true }) stageNow: string | null;
  @ListOf(() => StageView) stages: StageView[];
  @ListOf(() => PublicGroup) groups: PublicGroup[];
  @ListOf(() => PublicType) types: PublicType[];
  @Text() disclaimer: string;
  @Text({ nullable: true }) approvalNumber: string | null;
}

export class PublicContest {
  @Id() id: string;
  @OneOf(FAMILIES) family: string;
  @Text() name: string;
  @Text() organiser: string;
  @Text() summary: string;
  @ListOf(() => PublicEdition, { description: 'Newest first; the ones in preparation are left out.' }) editions: PublicEdition[];
}
