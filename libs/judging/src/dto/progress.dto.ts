import { Flag, Id, Ids, Instant, ListOf, Nested, OneOf, PageQuery, Text, Whole } from '#libs/platform';
import { PANEL_STATES } from '../core/judging-states.js';

export class PanelProgress {
  @Id() panelId: string;
  @Text() name: string;
  @OneOf(PANEL_STATES) state: string;
  @Whole() judges: number;
  @Whole() entries: number;
  @Whole() needed: number;
  @Whole() assigned: number;
  @Whole() drafts: number;
  @Whole() submitted: number;
  @Whole({ description: 'Entries with fewer sheets handed in than the panel needs.' }) short: number;
  @Whole({ description: 'Entries whose scores lie further apart than the rulebook allows.' }) diverging: number;
}

/** What the rulebook demands of the judges of one entry; null: nothing. */
export class CompositionView {
  @Whole({ nullable: true }) leads: number | null;
  @Whole({ nullable: true }) ofField: number | null;
  @Whole({ nullable: true }) perEmployer: number | null;
  @Whole({ nullable: true }) perRegion: number | null;
  @Whole({ nullable: true }) sameRegionPenalty: number | null;
  @Whole({ nullable: true }) mostChance: number | null;
}

export class StageProgress {
  @Text() stageKey: string;
  @Text() stageLabel: string;
  @Flag() closed: boolean;
  @Flag({ description: 'By the rulebook it is a secret who hides behind a code: no interviews.' }) codesSecret: boolean;
  @Instant({ nullable: true }) closesAt: string | null;
  @Whole({ description: 'Entries in this stage.' }) entries: number;
  @Whole({ description: 'Entries without a code in a panel.' }) withoutPanel: number;
  @Nested(() => CompositionView) composition: CompositionView;
  @ListOf(() => PanelProgress) panels: PanelProgress[];
}

export class JudgeProgress {
  @Id() judgeId: string;
  @Text() name: string;
  @Flag() lead: boolean;
  @Flag({ description: 'Counts as a leading judge, as the group leader does.' }) senior: boolean;
  @Instant() invitedAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Text({ nullable: true, description: 'Version of the terms the judge agreed to.' }) termsVersion: string | null;
  @Text({ nullable: true, description: 'Why the judge declined or left.' }) reason: string | null;
  @Text() state: string;
  @Whole() assigned: number;
  @Whole() drafts: number;
  @Whole() submitted: number;
  @Instant({ nullable: true }) lastSavedAt: string | null;
  @Instant({ nullable: true, description: 'Last reminder.' }) remindedAt: string | null;
}

export class EntryProgressRow {
  @Id() codeId: string;
  @Text() code: string;
  @Whole() needed: number;
  @Whole() assigned: number;
  @Whole() drafts: number;
  @Whole() submitted: number;
  @Flag() diverging: boolean;
  @Text({ nullable: true, description: 'Why the panel may be locked without its sheets.' }) gap: string | null;
}

export class EntryProgressQuery extends PageQuery {
  @Flag({ optional: true, description: 'Only entries that lack sheets.' }) short?: boolean;
}

export class DivergenceRow {
  @Id() codeId: string;
  @Text() code: string;
  @Whole() scores: number;
  @Text() range: string;
  @Text() sd: string;
  @Flag() overRange: boolean;
  @Flag() overSd: boolean;
}

export class ReminderInput {
  @Ids({ max: 500, optional: true, description: 'Only these judges; none: all with open sheets.' }) judgeIds?: string[];
}

export class ReminderAnswer {
  @Whole() reminded: number;
}

export class GapInput {
  @Text({ min: 1, max: 20 }) code: string;
  @Text({ min: 5, max: 500 }) reason: string;
}

export class LockInput {
  @ListOf(() => GapInput, { max: 2000, optional: true, description: 'Entries that lack sheets, each with the reason.' }) gaps?: GapInput[];
}

export class AbsenceInput {
  @Text({ min: 1, max: 20 }) code: string;
  @Text({ min: 5, max: 500 }) reason: string;
}

export class UnlockInput {
  @Text({ min: 5, max: 500 }) reason: string;
}

export class PanelScore {
  @Id() judgeId: string;
  @Text() judgeName: string;
  @Text({ nullable: true }) total: string | null;
  @Text() juryComment: string;
  @Flag({ description: 'Counts; false: declined, recused or withdrawn.' }) counts: boolean;
}

export class PanelScoreRow {
  @Id() codeId: string;
  @Text() code: string;
  @ListOf(() => PanelScore) scores: PanelScore[];
}

export class StageClosed {
  @Text() stageKey: string;
  @Flag() closed: boolean;
}

export class ReleasedCriterion {
  @Text() stageLabel: string;
  @Text() label: string;
  @Text({ description: 'Mean over the counted sheets, two decimals.' }) mean: string;
  @Text() max: string;
}

export class ReleasedComment {
  @Text() stageLabel: string;
  @Text() comment: string;
}
