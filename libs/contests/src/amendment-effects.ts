import { Injectable } from '@nestjs/common';
import type { Problem } from '#libs/platform';
import type { Rulebook } from './core/rulebook.types.js';

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

/** A room that must refuse some changes of rules, because they would decide about something that has begun. */
export interface AmendmentGuard {
  /** What is wrong with the change: code, JSON pointer into the new document, and parameters of the sentence. */
  problemsOf(editionId: string, before: Rulebook, after: Rulebook): Promise<Problem[]>;
}

/** Rooms further right say here what a change of rules touches; contests knows none of them. */
@Injectable()
export class AmendmentEffects {
  private readonly sources: EffectSource[] = [];
  private readonly guards: AmendmentGuard[] = [];

  register(source: EffectSource): void {
    this.sources.push(source);
  }

  async of(editionId: string, change: AmendmentChange): Promise<AffectedBy[]> {
    const lists: AffectedBy[][] = [];
    for (const source of this.sources) lists.push(await source.affectedBy(editionId, change));
    return lists.flat().filter((rows) => rows.count > 0);
  }

  guard(guard: AmendmentGuard): void {
    this.guards.push(guard);
  }

  async problemsOf(editionId: string, before: Rulebook, after: Rulebook): Promise<Problem[]> {
    const lists: Problem[][] = [];
    for (const guard of this.guards) lists.push(await guard.problemsOf(editionId, before, after));
    return lists.flat();
  }
}
