import { Flag, Id, Ids, Instant, OneOf, Text, Whole } from '#libs/platform';

const LEVELS = ['county', 'prefecture'] as const;
export const SUBSTITUTE_STATES = ['waiting', 'called', 'accepted', 'declined', 'expired', 'removed'] as const;

export class SubstitutesQuery {
  @Id() editionId: string;
  @OneOf(LEVELS) level: string;
  @Id() unitId: string;
  @Text({ min: 1, max: 40 }) type: string;
}

export class SubstitutesInput extends SubstitutesQuery {
  @Ids({ max: 500, description: 'All substitutes that wait, the first to be called first.' }) entryIds: string[];
}

export class SubstituteView {
  @Id() id: string;
  @Id() entryId: string;
  @Text() title: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() schoolName: string;
  @OneOf([...LEVELS, 'edition']) level: string;
  @Text() unitName: string;
  @Whole() position: number;
  @Whole({ nullable: true, description: "In the edition's waiting list: its place among those who wait; null before the lot is drawn." }) place: number | null;
  @Whole({ nullable: true, description: "In the edition's waiting list: how many wait." }) waiting: number | null;
  @OneOf(SUBSTITUTE_STATES) state: string;
  @Instant({ nullable: true }) calledAt: string | null;
  @Instant({ nullable: true, description: 'Until when the makers can answer.' }) answerBy: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
}

export class SubstituteAnswer {
  @Flag({ description: 'true: takes the place and is recommended at once · false: the next one is called.' }) accept: boolean;
}

export class HeldQuery {
  @Id() editionId: string;
  @OneOf(LEVELS) level: string;
  @Id() unitId: string;
}

export class HeldPlaces {
  @Text({ description: 'Entry type, a type in one group (project/primary), or * for all together.' }) entryType: string;
  @Whole({ description: 'Places that are counted as used because called substitutes have not answered yet.' }) held: number;
}
