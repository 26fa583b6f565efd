import { Flag, Id, Instant, Json, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';

export const IMPORT_KINDS = ['schools', 'entries', 'ranking', 'scores'] as const;
export const IMPORT_STATES = ['checking', 'checked', 'unreadable', 'committing', 'committed', 'discarded'] as const;
export const ROW_OUTCOMES = ['add', 'change', 'same', 'problem', 'added', 'changed', 'kept', 'failed'] as const;

export class ImportTargetQuery {
  @OneOf(IMPORT_KINDS) kind: string;
  @Id({ optional: true, description: 'Of entries and scores: the edition.' }) editionId?: string;
  @Text({ optional: true, max: 40, description: 'Of entries: the type in the rulebook.' }) type?: string;
  @Id({ optional: true, description: 'Of entries: the school, where the caller has several.' }) schoolId?: string;
  @Id({ optional: true, description: 'Of a ranking: the unit that ranks.' }) unitId?: string;
  @OneOf(['school', 'county', 'prefecture'], { optional: true, description: 'Of a ranking: its level.' }) level?: string;
  @Text({ optional: true, max: 64, description: 'Of scores: the stage in the rulebook whose scores come from elsewhere.' }) stageKey?: string;
}

export class BeginImport extends ImportTargetQuery {
  @Id({ description: 'File finished at /api/uploads with the purpose `import`.' }) fileId: string;
}

export class ImportRowsQuery extends PageQuery {
  @Text({ optional: true, max: 100, description: 'One outcome or several with commas.' }) outcome?: string;
}

export class RemarkView {
  @Text({ nullable: true, description: 'Head of the column; null: the row as a whole.' }) column: string | null;
  @Text() code: string;
  @Text() message: string;
}

export class ImportRowView {
  @Whole() number: number;
  @Text() title: string;
  @OneOf(ROW_OUTCOMES) outcome: string;
  @ListOf(() => RemarkView) problems: RemarkView[];
  @ListOf(() => RemarkView) hints: RemarkView[];
  @Id({ nullable: true }) resultId: string | null;
}

export class ImportRunView {
  @Id() id: string;
  @OneOf(IMPORT_KINDS) kind: string;
  @Json() target: Record<string, unknown>;
  @Text() fileName: string;
  @OneOf(IMPORT_STATES) state: string;
  @Id({ nullable: true, description: 'Job whose progress can be followed.' }) jobId: string | null;
  @Text({ nullable: true, description: 'Why the file could not be read.' }) failure: string | null;
  @Texts({ description: 'What is worth knowing about how the file was read.' }) notes: string[];
  @Json({ description: 'Rows by outcome.' }) counts: Record<string, number>;
  @Whole() rows: number;
  @Flag({ description: 'The same file was taken over before; doing it again changes nothing that is unchanged.' }) sentBefore: boolean;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) checkedAt: string | null;
  @Instant({ nullable: true }) committedAt: string | null;
}
