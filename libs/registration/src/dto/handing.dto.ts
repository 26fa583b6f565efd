import { Flag, Id, OneOf, Text, Whole } from '#libs/platform';

export class EntryCopy {
  @Text({ min: 8, max: 64, optional: true, description: 'Made by the page; the same key sent twice gives the same copy.' }) requestKey?: string;
  @Flag({ optional: true, description: 'Copies the members too; they still have to sign for the new entry.' }) members?: boolean;
}

export class Handover {
  @Whole({ min: 1 }) version: number;
  @Id() accountId: string;
  @Text({ max: 500, optional: true, description: 'Told to the one who takes over.' }) note?: string;
}

export class HandoverCandidate {
  @Id() accountId: string;
  @Text() name: string;
  @OneOf(['coach', 'student'], { description: 'A coach of the school, or a member of the entry with an own account.' }) as: string;
}

export class HandedOver {
  @Id() accountId: string;
  @Text() name: string;
  @Flag({ description: 'The caller still has to do with the entry.' }) stillSeen: boolean;
}
