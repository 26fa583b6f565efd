import { Flag, Id, Instant, Json, OneOf, Text, Whole } from '#libs/platform';

export class IdentityExportInput {
  @Id() editionId: string;
  @Text({ max: 200, optional: true, description: 'One state or several with commas.' }) state?: string;
  @Text({ max: 40, optional: true }) type?: string;
  @Id({ optional: true }) prefectureId?: string;
  @Text({ min: 5, max: 500, description: 'What the numbers are needed for; the law asks for it.' }) reason: string;
}

export class IdentityExportQuery {
  @Id() editionId: string;
}

export class IdentityExportDecision {
  @Flag() approve: boolean;
  @Text({ max: 500, optional: true, description: 'Needed to refuse.' }) reason?: string;
}

export class IdentityExportView {
  @Id() id: string;
  @Json() filters: Record<string, unknown>;
  @Text() reason: string;
  @OneOf(['requested', 'approved', 'refused', 'collected']) state: string;
  @Text() requestedBy: string;
  @Flag({ description: 'It is the caller\'s own.' }) own: boolean;
  @Instant() requestedAt: string;
  @Text({ nullable: true }) decidedBy: string | null;
  @Text() decisionReason: string;
  @Instant({ nullable: true }) collectBy: string | null;
  @Whole({ nullable: true }) people: number | null;
}
