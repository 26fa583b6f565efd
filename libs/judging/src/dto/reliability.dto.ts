import { Id, Instant, Json, Text, Whole } from '#libs/platform';

export class ReliabilityAsked {
  @Id() jobId: string;
}

export class ReliabilityView {
  @Instant({ nullable: true, description: 'Null: there is no report yet.' }) madeAt: string | null;
  @Whole() sheets: number;
  @Text({ nullable: true, description: 'Digest of the input of the result that is reported on.' }) inputSha256: string | null;
  @Json({ nullable: true, description: 'Figures by group: variances, ICC, alpha, W, severity, and for each entry raw and adjusted score, rank interval and chances at the cuts.' }) figures: Record<string, unknown> | null;
}
