import { Id, Instant, Json, ListOf, Numeric, Text, Texts, Whole } from '#libs/platform';

export class ReliabilityAsked {
  @Id() jobId: string;
}

export class ReliabilityView {
  @Instant({ nullable: true, description: 'Null: there is no report yet.' }) madeAt: string | null;
  @Whole() sheets: number;
  @Text({ nullable: true, description: 'Digest of the input of the result that is reported on.' }) inputSha256: string | null;
  @Json({ nullable: true, description: 'Figures by group: variances, ICC, alpha, W, severity, and for each entry raw and adjusted score, rank interval and chances at the cuts.' }) figures: Record<string, unknown> | null;
}

/** A judge's scale beside the others'. */
export class CorrectionJudge {
  @Text() judge: string;
  @Whole() entries: number;
  @Numeric({ nullable: true }) mean: number | null;
  @Numeric({ description: 'Points above the others; below 0 is severe.' }) effect: number;
  @Numeric({ description: '95 % interval.' }) low: number;
  @Numeric() high: number;
  @Numeric({ nullable: true, description: 'Standard deviation of the scores.' }) spread: number | null;
  @Numeric({ nullable: true, description: '95 % interval.' }) spreadLow: number | null;
  @Numeric({ nullable: true }) spreadHigh: number | null;
  @Texts({ description: 'Why the judge could not be corrected, in words.' }) flags: string[];
}

export class CorrectionRow {
  @Text() code: string;
  @Whole({ nullable: true, description: 'Rank of the result.' }) rank: number | null;
  @Text({ nullable: true }) raw: string | null;
  @Text({ nullable: true, description: 'By the correction that counts, or by the model where none does.' }) corrected: string | null;
  @Whole({ nullable: true }) rawPlace: number | null;
  @Whole({ nullable: true }) correctedPlace: number | null;
}

export class CorrectionGroup {
  @Text() key: string;
  @Text() label: string;
  @Text({ nullable: true, description: 'The correction worked out with the result; null: none.' }) method: string | null;
  @Numeric({ description: 'Variance between entries.' }) varEntry: number;
  @Numeric({ description: 'Variance between judges.' }) varJudge: number;
  @Numeric() varResidual: number;
  @Numeric({ nullable: true }) reliability: number | null;
  @Whole({ description: 'Parts of the judge-entry graph that nobody connects; 1 is good.' }) parts: number;
  @Texts({ description: 'What limits the correction or forbids it, in words.' }) limits: string[];
  @ListOf(() => CorrectionJudge) judges: CorrectionJudge[];
  @ListOf(() => CorrectionRow) rows: CorrectionRow[];
}

export class StageCorrection {
  @Instant({ nullable: true, description: 'Null: there is no report yet.' }) madeAt: string | null;
  @Text({ nullable: true, description: 'The correction that counts by the rulebook; null: the raw scores count.' }) counts: string | null;
  @ListOf(() => CorrectionGroup) groups: CorrectionGroup[];
}
