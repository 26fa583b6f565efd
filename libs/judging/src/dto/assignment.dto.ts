import { Flag, Id, Ids, Instant, Json, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { ASSIGNMENT_STATES, CONFLICT_KINDS, RUN_STATES, SHEET_STATES } from '../core/judging-states.js';

export class CodesIssued {
  @Whole() issued: number;
  @Whole({ description: 'Codes of the stage in all.' }) total: number;
  @Whole({ description: 'Entries of the stage that no panel lets in.' }) withoutPanel: number;
}

export class CodesOpening {
  @Text({ min: 5, max: 500, description: 'Why the custody is opened; it stands in the audit log.' }) reason: string;
  @Texts({ max: 2000, optional: true, description: 'Only these codes; none: all of the stage.' }) codes?: string[];
}

export class OpenedCode {
  @Text() code: string;
  @Id() entryId: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @Text() school: string;
}

export class ConflictCounts {
  @Whole() hard: number;
  @Whole() soft: number;
  @Whole({ description: 'Found by this run.' }) found: number;
  @Whole({ description: 'No longer hold and were lifted.' }) lifted: number;
  @Whole({ description: 'Assignments that ended because of a conflict found now.' }) ended: number;
  @Whole({ description: 'Judges who took their entries over.' }) refilled: number;
  @Texts({ description: 'Codes for which nobody without conflict was free.' }) short: string[];
}

export class ConflictQuery extends PageQuery {
  @OneOf(CONFLICT_KINDS, { optional: true }) kind?: string;
  @Flag({ optional: true }) hard?: boolean;
  @Id({ optional: true }) judgeId?: string;
}

export class ConflictRow {
  @Id() id: string;
  @Id() judgeId: string;
  @Text() judgeName: string;
  @Text({ nullable: true, description: 'Code of the entry in this stage.' }) code: string | null;
  @OneOf(CONFLICT_KINDS) kind: string;
  @Text() kindLabel: string;
  @Text({ description: 'What it rests on and what follows, in words; never who stands behind the code.' }) why: string;
  @Flag({ description: 'Rests on a common name or address and may be lifted with a reason.' }) liftable: boolean;
  @Flag() hard: boolean;
  @Instant() foundAt: string;
}

export class RunInput {
  @Ids({ max: 500, optional: true, description: 'Only these panels; none: all of the stage.' }) panelIds?: string[];
  @Text({ max: 60, optional: true, description: 'The same seed makes the same plan.' }) seed?: string;
}

export class BlockingView {
  @Text() panel: string;
  @Text({ description: 'What is in the way, in words.' }) sentence: string;
  @Texts() codes: string[];
  @Texts() judges: string[];
}

export class PanelPlanView {
  @Id() panelId: string;
  @Text() panel: string;
  @Whole() entries: number;
  @Whole() judges: number;
  @Whole() pairs: number;
  @Whole() kept: number;
  @Whole() minLoad: number;
  @Whole() maxLoad: number;
  @Whole({ description: 'Connected parts of the judge-entry graph; 1 is good.' }) parts: number;
}

export class RunView {
  @Id() id: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @OneOf(RUN_STATES) state: string;
  @Text() seed: string;
  @Whole() done: number;
  @Whole() total: number;
  @ListOf(() => PanelPlanView) panels: PanelPlanView[];
  @ListOf(() => BlockingView) blocking: BlockingView[];
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export class AssignmentQuery extends PageQuery {
  @Id({ optional: true }) judgeId?: string;
  @Text({ max: 20, optional: true }) code?: string;
  @OneOf(ASSIGNMENT_STATES, { optional: true }) state?: string;
}

export class AssignmentRow {
  @Id() id: string;
  @Id() codeId: string;
  @Text() code: string;
  @Id() judgeId: string;
  @Text() judgeName: string;
  @OneOf(ASSIGNMENT_STATES) state: string;
  @OneOf(['plan', 'refill', 'manual']) source: string;
  @Text({ nullable: true }) reason: string | null;
  @OneOf(SHEET_STATES) sheetState: string;
  @Text({ nullable: true, description: 'Only once the panel is locked.' }) total: string | null;
  @Instant() createdAt: string;
  @Text({ nullable: true }) endReason: string | null;
}

export class ManualAssignment {
  @Text({ min: 1, max: 20 }) code: string;
  @Id() judgeId: string;
  @Text({ min: 5, max: 500 }) reason: string;
}

export class AssignmentEnd {
  @Text({ min: 5, max: 500 }) reason: string;
  @Flag({ optional: true, description: 'Look for another judge at once; default yes.' }) refill?: boolean;
  @Flag({ optional: true, description: 'The judge has an interest: the pair never comes back.' }) conflict?: boolean;
}

export class RefillView {
  @Id() assignmentId: string;
  @Flag() refilled: boolean;
  @Text({ nullable: true, description: 'Why nobody could take over, in words.' }) obstacle: string | null;
}

export class ReopenInput {
  @Text({ min: 5, max: 500 }) reason: string;
}

export class SheetVersionView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(['draft', 'submitted', 'reopened']) state: string;
  @Json() values: Record<string, unknown>;
  @Text({ nullable: true }) total: string | null;
  @Text() juryComment: string;
  @Text() participantComment: string;
  @Text({ nullable: true }) reason: string | null;
  @Text() sha256: string;
  @Instant() savedAt: string;
}
