import { Flag, Id, Ids, Instant, Json, ListOf, Text, Texts, Whole } from '#libs/platform';

export class RulebookSave {
  @Json() document: Record<string, unknown>;
  @Whole({ min: 0, description: 'Revision that was read; another save in between is refused. 0 for the first save.' }) revision: number;
}

export class RulebookDocument {
  @Json() document: Record<string, unknown>;
}

export class RulebookAmendment {
  @Json() document: Record<string, unknown>;
  @Text({ min: 5, max: 1000 }) reason: string;
}

export class RulebookView {
  @Id() id: string;
  @Id() editionId: string;
  @Whole() number: number;
  @Whole() revision: number;
  @Text() sha256: string;
  @Text() reason: string;
  @Instant({ nullable: true }) frozenAt: string | null;
  @Instant() createdAt: string;
  @Json() document: Record<string, unknown>;
}

export class RulebookVersionRow {
  @Id() id: string;
  @Whole() number: number;
  @Text() sha256: string;
  @Text() reason: string;
  @Flag() frozen: boolean;
  @Instant() createdAt: string;
}

export class RulebookProblem {
  @Text() code: string;
  @Text({ description: 'JSON pointer into the document.' }) path: string;
  @Text() message: string;
}

export class RulebookCheck {
  @Flag() valid: boolean;
  @ListOf(() => RulebookProblem) problems: RulebookProblem[];
}

export class AffectedRows {
  @Text({ description: 'What is affected: entries, scoreSheets, results …' }) what: string;
  @Text() label: string;
  @Whole() count: number;
  @Ids({ max: 10 }) examples: string[];
}

export class AmendmentPreview {
  @Flag() valid: boolean;
  @ListOf(() => RulebookProblem) problems: RulebookProblem[];
  @Texts({ description: 'JSON pointers of the changed values.' }) changed: string[];
  @Texts({ description: 'Keys of the stages whose results must be computed again.' }) stages: string[];
  @ListOf(() => AffectedRows) affected: AffectedRows[];
}
