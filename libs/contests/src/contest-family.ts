import { Injectable } from '@nestjs/common';
import { Refusal } from '#libs/platform';
import type { ScoreInput } from '#libs/scoring';

/** What a kind of contest (innovation, robotics, olympiad) gives to `results`, which knows none of them. */
export interface ContestFamily {
  /** The family of the editions it serves. */
  readonly key: string;
  /** All that the result of a stage depends on: rules, entries, sheets, recusals, draws. */
  scoreInput(editionId: string, stageKey: string): Promise<ScoreInput>;
  /** Opens a locked stage again after a correction was decided; the reason is kept. */
  reopenStage(editionId: string, stageKey: string, reason: string): Promise<void>;
}

/** The families of this installation. Each registers itself when its module starts; a fourth one is one new folder. */
@Injectable()
export class Families {
  private readonly byKey = new Map<string, ContestFamily>();

  /** @throws Error when two claim the same key: a fault of the programme, told at the start. */
  register(family: ContestFamily): void {
    if (this.byKey.has(family.key)) throw new Error(`the contest family "${family.key}" is registered twice`);
    this.byKey.set(family.key, family);
  }

  /** Refuses FAMILY_UNKNOWN. */
  of(key: string): ContestFamily {
    const family = this.byKey.get(key);
    if (!family) throw new Refusal('unprocessable', 'FAMILY_UNKNOWN', { family: key });
    return family;
  }
}
