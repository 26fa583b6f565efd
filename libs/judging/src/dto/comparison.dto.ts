import { Flag, Id, ListOf, Nested, Numeric, OneOf, Text, Whole } from '#libs/platform';

export class PanelToCompare {
  @Id() panelId: string;
  @Text() panel: string;
  @Text() editionName: string;
  @Text() stageLabel: string;
  @Whole({ description: 'Pairs the caller has compared.' }) answered: number;
  @Whole({ description: 'Pairs after which the comparison says enough.' }) enough: number;
}

/** An entry as its judge knows it. */
export class ComparedEntry {
  @Id() codeId: string;
  @Id() assignmentId: string;
  @Text() code: string;
  @Text() title: string;
  @Text() groupLabel: string;
}

export class ComparedPair {
  @Nested(() => ComparedEntry) left: ComparedEntry;
  @Nested(() => ComparedEntry) right: ComparedEntry;
}

export class ComparisonRow {
  @Text() code: string;
  @Whole() wins: number;
  @Whole() equals: number;
  @Whole() losses: number;
  @Numeric({ nullable: true, description: 'Chance of being preferred to a middling entry of the group; null: not compared.' }) preferred: number | null;
  @Whole({ nullable: true, description: 'Null: not compared, or parts of the group were never compared with each other.' }) place: number | null;
}

export class ComparisonGroup {
  @Text() label: string;
  @Whole() comparisons: number;
  @Whole({ description: 'Parts that no comparison links; 1 is good.' }) parts: number;
  @ListOf(() => ComparisonRow) rows: ComparisonRow[];
}

export class Comparing {
  @Id() panelId: string;
  @Text() panel: string;
  @Whole({ description: 'Pairs the caller has compared.' }) answered: number;
  @Whole({ description: 'Pairs after which the comparison says enough.' }) enough: number;
  @Nested(() => ComparedPair, { nullable: true, description: 'Null: nothing is left to compare.' }) next: ComparedPair | null;
  @Nested(() => ComparedPair, { nullable: true, description: 'The pair answered last; answering it again changes the answer.' }) last: ComparedPair | null;
  @ListOf(() => ComparisonGroup, { nullable: true, description: 'Once the panel is locked, of the entries the caller has judged; advice only.' }) outcome: ComparisonGroup[] | null;
}

export class ComparisonInput {
  @Text({ min: 8, max: 80, description: 'Chosen by the sender; the same one again is the same answer.' }) clientKey: string;
  @Id({ description: 'Code of one entry.' }) left: string;
  @Id({ description: 'Code of the other.' }) right: string;
  @OneOf(['left', 'right', 'equal'], { description: 'Which one is better.' }) answer: 'left' | 'right' | 'equal';
}

export class ComparingJudge {
  @Text() name: string;
  @Whole() answered: number;
}

export class PanelComparisons {
  @Flag() locked: boolean;
  @ListOf(() => ComparingJudge) judges: ComparingJudge[];
  @ListOf(() => ComparisonGroup, { nullable: true, description: 'Null until the panel is locked.' }) outcome: ComparisonGroup[] | null;
}
