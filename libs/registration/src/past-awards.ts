import { Injectable } from '@nestjs/common';

/** A prize of an earlier edition as the room that gave it tells it. */
export interface PastAward {
  personId: string;
  award: string;
  /** Entry type of the work. */
  type: string;
  title: string;
  editionNumber: number;
}

/** A room that knows who won what. */
export interface AwardSource {
  /** Standing prizes of these people in editions of the same contest before `editionId`. */
  awardsBefore(editionId: string, personIds: string[]): Promise<PastAward[]>;
}

/** Rooms further right say here who won; registration knows none of them. */
@Injectable()
export class PastAwards {
  private readonly sources: AwardSource[] = [];

  register(source: AwardSource): void {
    this.sources.push(source);
  }

  async before(editionId: string, personIds: string[]): Promise<PastAward[]> {
    if (personIds.length === 0) return [];
    return (await Promise.all(this.sources.map((source) => source.awardsBefore(editionId, personIds)))).flat();
  }
}
