import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Database, Refusal, refuseIfAny } from '#libs/platform';
import { ChainSteps } from './chain-steps.service.js';
import type { ChainAction } from './core/recommendation-chain.js';
import type { Decision } from './dto/chain.dto.js';
import type { EntryView } from './dto/entry.dto.js';
import { EntryReach } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';

/** Decisions about one entry, by the level whose turn it is. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: Database,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
    private readonly steps: ChainSteps,
  ) {}

  /** Takes one step. Refuses a stale version, a level whose turn it is not, a closed stage, a missing reason, a full quota. */
  decide(actor: Actor, id: string, input: Decision): Promise<EntryView> {
    return this.database.transaction(async () => {
      const [entry] = await this.reach.forDecision(actor, [id]);
      if (!entry) {
        await this.reach.seen(actor, id);
        throw new Refusal('forbidden', 'FORBIDDEN');
      }
      if (entry.version !== input.version) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: entry.version });
      const details = { ...input, action: input.action as ChainAction };
      refuseIfAny(await this.steps.detailProblems(entry.editionId, details));
      const standpoint = await this.steps.standpoint(entry, details);
      if ('refusal' in standpoint) throw standpoint.refusal;
      await this.steps.take([entry], standpoint.level, standpoint.step, details);
      return this.views.view(actor, id);
    });
  }
}
