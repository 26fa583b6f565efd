import { Flag, Id, Instant, ListOf, OneOf, PageQuery, Text, Whole } from '#libs/platform';

export class CapacityView {
  @Flag({ description: 'No place is left, or those who wait come first.' }) full: boolean;
  @Whole({ nullable: true, description: 'Free places under the narrowest limit of this entry; null: no limit fits it.' }) left: number | null;
  @Flag({ description: 'Handing in now joins the waiting list.' }) waitingList: boolean;
  @Whole({ description: 'How many wait already.' }) waiting: number;
}

export class WaitingListQuery extends PageQuery {
  @Id() editionId: string;
  @OneOf(['open', 'ended'], { optional: true, description: 'open (default): called and waiting · ended: accepted, declined, expired, removed.' }) show?: string;
}

export class WaitingListRow {
  @Id() id: string;
  @Id() entryId: string;
  @Text() title: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() type: string;
  @Text({ nullable: true }) groupKey: string | null;
  @Text() schoolName: string;
  @Text() countyName: string;
  @Whole({ nullable: true, description: 'Place among all who wait, from 1; null when called, ended, or before the lot is drawn.' }) place: number | null;
  @OneOf(['waiting', 'called', 'accepted', 'declined', 'expired', 'removed']) state: string;
  @Instant() joinedAt: string;
  @Instant({ nullable: true }) calledAt: string | null;
  @Instant({ nullable: true }) answerBy: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
}

export class CapacityLimitView {
  @Text({ nullable: true }) type: string | null;
  @Text({ nullable: true }) group: string | null;
  @Text({ nullable: true, description: 'Unit whose own places these are.' }) unitName: string | null;
  @Whole() places: number;
  @Whole({ description: 'Taken, with the places that are offered to called entries.' }) used: number;
  @Whole({ description: 'Of these, offered and not answered yet.' }) held: number;
}

export class WaitingListSummary {
  @Flag({ description: 'The rulebook limits the places.' }) limited: boolean;
  @OneOf(['handedIn', 'lot', 'rank'], { nullable: true, description: 'null: an entry over the capacity is refused.' }) order: string | null;
  @Whole() waiting: number;
  @Whole() called: number;
  @ListOf(() => CapacityLimitView) limits: CapacityLimitView[];
  @Instant({ nullable: true, description: 'Last moment of a call.' }) callsUntil: string | null;
  @Text({ nullable: true, description: 'Seed of the lot, once it is drawn.' }) seed: string | null;
  @Instant({ nullable: true }) drawnAt: string | null;
  @Flag({ description: 'The caller may draw the lot and call out of order.' }) mayManage: boolean;
}

export class WaitingListEdition {
  @Id() editionId: string;
}

export class WaitingDrawInput extends WaitingListEdition {
  @Text({ min: 4, max: 200, optional: true, description: 'Published beforehand or drawn in public; default: made by the server. The same seed and entries give the same order.' }) seed?: string;
}

export class CallByHand {
  @Text({ min: 2, max: 500, description: 'Why this entry is called out of its turn.' }) reason: string;
}
