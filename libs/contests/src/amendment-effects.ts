import { Injectable } from '@nestjs/common';

/** What an amendment changes: JSON pointers, and which scoring stages and entry types they touch. */
export interface AmendmentChange {
  changed: string[];
  stages: string[];
  types: string[];
}

/** Rows of another room that an amendment affects. `what` names them; texts are `amendment.<what>`. */
export interface AffectedBy {
  what: string;
  count: number;
  /** Ids of a few of them. */
  examples: string[];
}

/** A room that keeps something the rules decide about. */
export interface EffectSource {
  affectedBy(editionId: string, change: AmendmentChange): Promise<AffectedBy[]>;
}

/** Rooms further right say here what a change of rules touches; contests knows none of them. */
@Injectable()
export class AmendmentEffects {
  private readonly sources: EffectSource[] = [];

  register(source: EffectSource): void {
    this.sources.push(source);
  }

  async of(editionId: string, change: AmendmentChange): Promise<AffectedBy[]> {
    const lists: AffectedBy[][] = [];
    for (const source of this.sources) lists.push(await source.affectedBy(editionId, change));
    return lists.flat().filter((rows) => rows.count > 0);
  }
}
