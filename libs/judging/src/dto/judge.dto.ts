import { Day, Flag, Id, Instant, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { INTEREST_KINDS, RELATIONS, PANEL_JUDGE_STATES, PANEL_STATES } from '../core/judging-states.js';

/** Days on which a judge cannot come, both included. */
export class AwayDays {
  @Day() from: string;
  @Day() to: string;
}

export class JudgeProfileInput {
  @Id({ nullable: true }) employerOrgId: string | null;
  @Text({ max: 120 }) employer: string;
  @Text({ max: 80 }) post: string;
  @Id({ nullable: true }) prefectureId: string | null;
  @Texts({ max: 30 }) fields: string[];
  @Whole({ min: 1, max: 1000, nullable: true }) loadWish: number | null;
  @Texts({ max: 10, optional: true, description: 'Other e-mail addresses and telephone numbers, only to recognise the same person; absent: as they are.' }) aliases?: string[];
  @ListOf(() => AwayDays, { max: 40, optional: true, description: 'When the judge cannot come; absent: as it is.' }) away?: AwayDays[];
}

export class JudgeView {
  @Id() id: string;
  @Id() accountId: string;
  @Text() name: string;
  @Id({ nullable: true }) employerOrgId: string | null;
  @Text() employer: string;
  @Text() post: string;
  @Id({ nullable: true }) prefectureId: string | null;
  @Text({ nullable: true }) prefecture: string | null;
  @Texts() fields: string[];
  @Whole({ nullable: true }) loadWish: number | null;
  @Texts({ description: 'Shown to the judge alone.' }) aliases: string[];
  @ListOf(() => AwayDays) away: AwayDays[];
  @Flag({ description: 'The profile has been filled in.' }) complete: boolean;
}

export class JudgeRow extends JudgeView {
  @Whole({ description: 'Panels the judge sits on now.' }) panels: number;
  @Whole({ description: 'Entries assigned now.' }) load: number;
}

export class JudgeQuery extends PageQuery {
  @Text({ max: 80, optional: true, description: 'Only judges of this field.' }) field?: string;
}

export class InterestInput {
  @OneOf(INTEREST_KINDS) kind: 'school' | 'organisation' | 'person';
  @Id({ optional: true, description: 'School or organisation.' }) orgId?: string;
  @Text({ min: 1, max: 60, optional: true, description: 'Relative, pupil or partner by name.' }) personName?: string;
  @Whole({ min: 1950, max: 2200, optional: true, description: 'First year.' }) fromYear?: number;
  @Whole({ min: 1950, max: 2200, optional: true, description: 'Last year of a past employment; absent: it lasts.' }) untilYear?: number;
  @OneOf(RELATIONS, { optional: true, description: 'What the named person is to the judge.' }) relation?: string;
  @Text({ max: 500 }) note: string;
}

export class InterestView {
  @Id() id: string;
  @OneOf(INTEREST_KINDS) kind: string;
  @Id({ nullable: true }) orgId: string | null;
  @Text({ nullable: true }) orgName: string | null;
  @Text({ nullable: true }) personName: string | null;
  @Whole({ nullable: true }) fromYear: number | null;
  @Whole({ nullable: true }) untilYear: number | null;
  @OneOf(RELATIONS) relation: string;
  @Text() note: string;
  @Instant() declaredAt: string;
}

export class InvitationAnswer {
  @Flag() accept: boolean;
  @Text({ max: 40, optional: true, description: 'Version of the terms agreed to; asked for when accepting.' }) termsVersion?: string;
  @Text({ max: 500, optional: true, description: 'Asked for when declining.' }) reason?: string;
}

export class JudgePanelView {
  @Id() panelId: string;
  @Id() editionId: string;
  @Text() editionName: string;
  @Text() stageKey: string;
  @Text() stageLabel: string;
  @Text() name: string;
  @OneOf(PANEL_STATES) state: string;
  @OneOf(PANEL_JUDGE_STATES) seat: string;
  @Flag() lead: boolean;
  @Instant({ nullable: true, description: 'When the judging of the stage ends.' }) closesAt: string | null;
  @Whole() assigned: number;
  @Whole() submitted: number;
  @Text({ description: 'Version of the terms a judge agrees to.' }) termsVersion: string;
  @Text({ description: 'The terms, in the language of the request.' }) terms: string;
}
