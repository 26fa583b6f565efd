import { Flag, Id, Ids, Instant, Json, ListOf, Nested, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
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
  @Ids({ description: 'The runs that look for judges who take their entries over, one a panel.' }) runIds: string[];
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

export class ExtraReadersInput {
  @Whole({ min: 1, max: 99, description: 'Share of each panel’s entries that goes on, in percent.' }) cutPercent: number;
  @Whole({ min: 1, max: 10_000, description: 'Reviews to add in each panel at most.' }) budget: number;
  @Whole({ min: 1, max: 10, description: 'Readers to add to one entry at most.' }) perEntry: number;
}

export class JudgesApartInput {
  @Id() one: string;
  @Id() other: string;
}

export class RunInput {
  @Ids({ max: 500, optional: true, description: 'Only these panels; none: all of the stage.' }) panelIds?: string[];
  @Text({ max: 60, optional: true, description: 'The same seed makes the same plan.' }) seed?: string;
  @Flag({ optional: true, description: 'Stop at the plan; it is put into force or discarded later.' }) preview?: boolean;
  @OneOf(['even', 'none'], { optional: true, description: 'Even loads first (default), or expertise alone within the loads.' }) balance?: 'even' | 'none';
  @OneOf(['sum', 'worst-review', 'worst-entry'], { optional: true, description: 'What is made best: the total, the lowest single review, or the worst entry.' }) fairness?: 'sum' | 'worst-review' | 'worst-entry';
  @Flag({ optional: true, description: 'Nobody gets more than they wish to read.' }) keepWishes?: boolean;
  @Whole({ min: 1, max: 20, optional: true, description: 'Most judges of one employer on an entry.' }) perEmployer?: number;
  @Whole({ min: 0, max: 1000, optional: true, description: 'What a judge of the entry’s own prefecture is worth less, of 1000.' }) sameRegionPenalty?: number;
  @Whole({ min: 0, max: 9, optional: true, description: 'Fewest leading judges on an entry.' }) leads?: number;
  @Whole({ min: 0, max: 9, optional: true, description: 'Fewest judges of the entry’s own discipline.' }) ofField?: number;
  @Whole({ min: 1, max: 20, optional: true, description: 'Most judges of one prefecture on an entry.' }) perRegion?: number;
  @ListOf(() => JudgesApartInput, { max: 200, optional: true, description: 'Never together on an entry.' }) apart?: JudgesApartInput[];
  @Whole({ min: 1, max: 99, optional: true, description: 'Drawn by chance: no pair may be likelier than this, in percent.' }) mostChance?: number;
  @Nested(() => ExtraReadersInput, { optional: true, description: 'Instead of a new plan: more readers for entries whose place at the cut is open.' }) extra?: ExtraReadersInput;
}

export class PairReason {
  @Id() judgeId: string;
  @Text() judgeName: string;
  @OneOf(['assigned', 'conflict', 'not-needed']) kind: string;
  @Text() sentence: string;
}

export class ExplainQuery {
  @Text({ min: 1, max: 20 }) code: string;
}

export class BlockingView {
  @Text() panel: string;
  @Text({ description: 'What is in the way, in words.' }) sentence: string;
  @Texts({ description: 'What can be done about it.' }) advice: string[];
  @Texts() codes: string[];
  @Texts() judges: string[];
}

export class JudgeLoad {
  @Id() judgeId: string;
  @Text() name: string;
  @Whole() load: number;
  @Whole() max: number;
}

export class RaisedCode {
  @Text() code: string;
  @Whole() extra: number;
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
  @Whole() added: number;
  @Whole() removed: number;
  @Whole({ description: 'Reviews by a judge of the field, in percent.' }) expertPercent: number;
  @Text({ nullable: true, description: 'The entry with the least expertise.' }) worstCode: string | null;
  @Whole({ nullable: true }) worstExpertise: number | null;
  @Flag({ description: 'Proven: no better plan exists.' }) optimal: boolean;
  @Whole({ nullable: true, description: 'The plan was drawn, and no pair was likelier than this, in percent.' }) chance: number | null;
  @Whole({ description: 'Fewest leading judges on any entry.' }) leastLeads: number;
  @Whole({ description: 'Fewest judges of its discipline on any entry.' }) leastOfField: number;
  @Whole({ description: 'Most judges of one employer on any entry.' }) mostPerEmployer: number;
  @Whole({ description: 'Most judges of one prefecture on any entry.' }) mostPerRegion: number;
  @ListOf(() => JudgeLoad) loads: JudgeLoad[];
  @ListOf(() => RaisedCode, { description: 'Entries that get more readers.' }) raised: RaisedCode[];
  @Texts({ description: 'Entries in the grey zone that got no further reader.' }) leftOut: string[];
}

export class FilledPair {
  @Text() code: string;
  @Text() judgeName: string;
}

export class RunView {
  @Id() id: string;
  @OneOf(['plan', 'refill']) kind: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @OneOf(RUN_STATES) state: string;
  @Text() seed: string;
  @Flag() preview: boolean;
  @Flag({ description: 'A run for extra readers.' }) extra: boolean;
  @Whole() done: number;
  @Whole() total: number;
  @ListOf(() => PanelPlanView) panels: PanelPlanView[];
  @ListOf(() => FilledPair, { description: 'What a refill found.' }) filled: FilledPair[];
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

export class AssignmentReplacement {
  @Id({ description: 'Who takes the entry over.' }) judgeId: string;
  @Text({ min: 5, max: 500 }) reason: string;
}

export class RefillView {
  @Id() assignmentId: string;
  @Id({ nullable: true, description: 'The run that looks for another judge; null: none was asked for.' }) runId: string | null;
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
