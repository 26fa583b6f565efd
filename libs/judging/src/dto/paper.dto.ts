import { Flag, Id, Instant, Json, ListOf, OneOf, Text, Texts, Whole } from '#libs/platform';

export class PaperRow {
  @Id() assignmentId: string;
  @Text() code: string;
  @Text() judge: string;
  @Text({ description: 'Name of the score sheet of this entry.' }) sheet: string;
  @OneOf(['open', 'entered', 'verified', 'handedIn'], { description: 'entered: a second person is needed · handedIn: by the judge at the desk.' }) state: string;
  @Whole({ description: 'For the next entry.' }) version: number;
  @Text({ nullable: true }) enteredBy: string | null;
  @Instant({ nullable: true }) enteredAt: string | null;
  @Text({ nullable: true }) verifiedBy: string | null;
  @Flag({ description: 'The caller entered it and so cannot confirm it.' }) own: boolean;
  @Whole({ description: 'Second readings that differed.' }) differences: number;
}

export class PaperList {
  @Json({ description: 'The stage\'s score sheets by name, as the rulebook describes them.' }) sheets: Record<string, unknown>;
  @ListOf(() => PaperRow) rows: PaperRow[];
}

export class PaperInput {
  @Json({ description: 'Items of the sheet by key, as they stand on the paper.' }) values: Record<string, unknown>;
  @Whole({ min: 0 }) baseVersion: number;
}

/** What came of an entry: kept for the second person, counted, or different from the first. */
export class PaperAnswer {
  @OneOf(['entered', 'verified', 'different']) outcome: string;
  @Texts({ description: 'Items in which the two differ; look at the paper again.' }) differing: string[];
}
