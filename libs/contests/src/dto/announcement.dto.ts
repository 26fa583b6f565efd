import { Flag, Id, Instant, OneOf, PageQuery, Text, Whole } from '#libs/platform';

const STATES = ['draft', 'published', 'withdrawn'] as const;

export class AnnouncementInput {
  @Id({ optional: true, nullable: true }) editionId?: string | null;
  @Text({ min: 2, max: 120 }) title: string;
  @Text({ min: 1, max: 20_000 }) body: string;
  @Flag({ optional: true }) pinned?: boolean;
}

export class AnnouncementChange {
  @Whole({ min: 1 }) version: number;
  @Text({ min: 2, max: 120, optional: true }) title?: string;
  @Text({ min: 1, max: 20_000, optional: true }) body?: string;
  @Flag({ optional: true }) pinned?: boolean;
}

export class AnnouncementQuery extends PageQuery {
  @Id({ optional: true }) editionId?: string;
  @OneOf(STATES, { optional: true }) state?: string;
}

export class PublicAnnouncementQuery extends PageQuery {
  @Id({ optional: true }) editionId?: string;
}

export class AnnouncementView {
  @Id() id: string;
  @Id({ nullable: true }) editionId: string | null;
  @Text({ nullable: true }) editionName: string | null;
  @Text() title: string;
  @Text() body: string;
  @Flag() pinned: boolean;
  @OneOf(STATES) state: string;
  @Whole() version: number;
  @Instant({ nullable: true }) publishedAt: string | null;
}
