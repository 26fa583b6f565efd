import { Flag, Id, Instant, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { PROPOSAL_KINDS } from '../core/proposal-state.js';
import { PUBLICATION_STATES } from '../core/publication-state.js';

export class PublishInput {
  @Text({ max: 1000, optional: true, description: 'Why the posted list is corrected; asked for when one is posted already.' }) correction?: string;
}

export class DisqualifyInput {
  @Text({ min: 5, max: 2000 }) reason: string;
}

export class PublicationView {
  @Id() id: string;
  @Id() editionId: string;
  @OneOf(PROPOSAL_KINDS) kind: string;
  @Whole() version: number;
  @Id() proposalId: string;
  @Id() snapshotId: string;
  @Whole() rulebookNumber: number;
  @Text() digest: string;
  @Text({ nullable: true }) correction: string | null;
  @Instant() postedAt: string;
  @Instant() noticeClosesAt: string;
  @Flag() noticeOver: boolean;
  @OneOf(PUBLICATION_STATES) state: string;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @Whole() rows: number;
}

export class PublicListQuery extends PageQuery {
  @OneOf(PROPOSAL_KINDS, { optional: true }) kind: 'shortlist' | 'awards' = 'awards';
  @Text({ max: 80, optional: true }) award?: string;
  @Text({ max: 80, optional: true }) type?: string;
  @Text({ max: 80, optional: true }) group?: string;
  @Text({ max: 80, optional: true }) discipline?: string;
  @Text({ max: 80, optional: true }) prefecture?: string;
}

export class PrintQuery {
  @OneOf(PROPOSAL_KINDS, { optional: true }) kind: 'shortlist' | 'awards' = 'awards';
  @Flag({ optional: true, description: 'Saved instead of shown.' }) download?: boolean;
}

export class PublicCount {
  @Text() award: string;
  @Text() label: string;
  @Whole() count: number;
}

export class PublicList {
  @Id() publicationId: string;
  @Id() editionId: string;
  @Text() editionName: string;
  @OneOf(PROPOSAL_KINDS) kind: string;
  @Whole() version: number;
  @OneOf(PUBLICATION_STATES) state: string;
  @Text({ nullable: true }) correction: string | null;
  @Instant() postedAt: string;
  @Instant() noticeClosesAt: string;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @Text({ description: 'SHA-256 of the canonical JSON of all rows.' }) digest: string;
  @Flag({ description: 'The printable form can be fetched; it is made soon after posting.' }) printReady: boolean;
  @Whole() rulebookNumber: number;
  @Text() rulebookSha256: string;
  @Text() disclaimer: string;
  @ListOf(() => PublicCount) counts: PublicCount[];
  @Texts() prefectures: string[];
}

export class PublicRow {
  @Whole() position: number;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() type: string;
  @Text() typeLabel: string;
  @Text() group: string;
  @Text() groupLabel: string;
  @Text({ nullable: true }) discipline: string | null;
  @Text({ nullable: true }) disciplineLabel: string | null;
  @Text() title: string;
  @Texts({ description: 'Names as they may be shown.' }) members: string[];
  @Texts() coaches: string[];
  @Text() school: string;
  @Text() prefecture: string;
  @Text() award: string;
  @Text() awardLabel: string;
}

/** The public list: what was posted, and one page of its rows. */
export class PublicListPage {
  @ListOf(() => PublicRow) rows: PublicRow[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

export class PublicListIndex {
  @Id() editionId: string;
  @Text() editionName: string;
  @Whole() year: number;
  @OneOf(PROPOSAL_KINDS) kind: string;
  @Whole() version: number;
  @OneOf(PUBLICATION_STATES) state: string;
  @Instant() postedAt: string;
  @Instant() noticeClosesAt: string;
  @Whole() rows: number;
}

export class OwnStageScore {
  @Text() stage: string;
  @Text() label: string;
  @Text({ nullable: true }) score: string | null;
}

export class OwnResult {
  @Id() entryId: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @Id() editionId: string;
  @Text() editionName: string;
  @OneOf(PROPOSAL_KINDS) kind: string;
  @Text({ nullable: true }) award: string | null;
  @Text() awardLabel: string;
  @Whole({ nullable: true }) rank: number | null;
  @Whole({ nullable: true, description: 'Ranked entries of the group.' }) of: number | null;
  @Text({ nullable: true }) total: string | null;
  @ListOf(() => OwnStageScore) stages: OwnStageScore[];
  @Text({ description: 'How the result came about, in the language of the request.' }) explanation: string;
  @Instant() postedAt: string;
  @Instant() noticeClosesAt: string;
  @OneOf(PUBLICATION_STATES) state: string;
}
