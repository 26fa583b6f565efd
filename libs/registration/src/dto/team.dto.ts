import { Day, Id, Ids, Instant, Nested, OneOf, Text } from '#libs/platform';

/** Either somebody already known (`personId`) or all of the person's facts. */
export class MemberInput {
  @Id({ optional: true }) personId?: string;
  @Text({ min: 1, max: 60, optional: true }) name?: string;
  @OneOf(['M', 'F'], { optional: true }) sex?: string;
  @Day({ optional: true }) birthDate?: string;
  @OneOf(['resident', 'hk_macao', 'taiwan', 'passport'], { optional: true }) idKind?: string;
  @Text({ min: 4, max: 30, optional: true }) idNumber?: string;
  @Id({ optional: true, description: 'Default: the school of the entry.' }) schoolId?: string;
  @OneOf(['primary', 'junior', 'senior'], { optional: true }) schoolStage?: string;
  @Text({ max: 20, optional: true }) grade?: string;
  @Text({ max: 40, optional: true }) guardianPhone?: string;
  @Text({ max: 500, optional: true }) share?: string;
}

export class MemberChange {
  @Text({ max: 500 }) share: string;
}

export class CoachInput {
  @Id({ optional: true }) personId?: string;
  @Text({ min: 1, max: 60, optional: true }) name?: string;
  @Id({ optional: true }) schoolId?: string;
  @Text({ max: 60, optional: true }) post?: string;
  @Text({ max: 40, optional: true }) phone?: string;
}

export class OrderInput {
  @Ids({ min: 1, max: 50, description: 'Member ids, first author first.' }) memberIds: string[];
}

export class MaterialInput {
  @Text({ min: 1, max: 40 }) slot: string;
  @Id({ description: 'File finished at /api/uploads.' }) fileId: string;
}

export class SignatureInput {
  @Id() personId: string;
  @OneOf(['member', 'coach']) signedAs: string;
  @OneOf(['account', 'paper'], { description: 'account: the person signs with the own account · paper: recorded from the signed sheet.' }) method: string;
  @Text({ min: 1, max: 40 }) textVersion: string;
}

export class ConsentLink {
  @Text({ description: 'Address for the guardian; shown once.' }) link: string;
  @Instant() expiresAt: string;
}

export class PaperConsent {
  @Text({ min: 1, max: 60 }) guardianName: string;
  @OneOf(['father', 'mother', 'guardian']) relation: string;
  @OneOf(['granted', 'refused', 'withdrawn']) decision: string;
  @Text({ max: 500, optional: true }) reason?: string;
}

export class ConsentRecord {
  @Text() member: string;
  @OneOf(['requested', 'granted', 'refused', 'withdrawn']) event: string;
  @Text() textVersion: string;
  @OneOf(['link', 'paper']) channel: string;
  @Text({ nullable: true, description: 'Told to the units that decide about the entry, not to its makers.' }) guardianName: string | null;
  @OneOf(['father', 'mother', 'guardian'], { nullable: true }) relation: string | null;
  @Text() reason: string;
  @Text({ nullable: true, description: 'Who asked, or who keeps the paper.' }) recordedBy: string | null;
  @Instant() at: string;
  @Instant({ nullable: true, description: 'Of a link: until when it can be answered.' }) expiresAt: string | null;
}

export class ConsentText {
  @Text() version: string;
  @Text() purpose: string;
  @Text({ optional: true }) method?: string;
  @Text() scope: string;
  @Text() storage: string;
  @Text({ optional: true }) safety?: string;
  @Text() refusal: string;
  @Text() rights: string;
  @Text() contact: string;
}

export class ConsentDecision {
  @OneOf(['granted', 'refused', 'withdrawn']) decision: string;
  @Text({ min: 1, max: 60 }) guardianName: string;
  @OneOf(['father', 'mother', 'guardian']) relation: string;
  @Text({ min: 1, max: 40 }) textVersion: string;
  @Text({ max: 500, optional: true }) reason?: string;
}

export class ConsentPage {
  @Text() studentName: string;
  @Text() schoolName: string;
  @Text() contestName: string;
  @Text() title: string;
  @OneOf(['open', 'granted', 'refused', 'withdrawn', 'over']) state: string;
  @Nested(() => ConsentText) text: ConsentText;
  @Instant() expiresAt: string;
  @Instant({ nullable: true, description: 'When the decision that counts was recorded.' }) decidedAt: string | null;
  @Text({ nullable: true, description: 'Names the record of that decision.' }) receipt: string | null;
}
