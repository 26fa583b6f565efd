import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { Judges } from './judges.service.js';
import { ManualAssignments, type LiveAssignment } from './manual-assignments.service.js';
import { Refills } from './refills.service.js';

/** A judge gives an entry back: out of interest (recusal) or for another reason, and another judge is looked for. */
@Injectable()
export class Recusals {
  constructor(
    private readonly database: Database,
    private readonly judges: Judges,
    private readonly assignments: ManualAssignments,
    private readonly refills: Refills,
  ) {}

  /** Not possible once the sheet is handed in. */
  async decline(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.own(actor, id);
      if (found.sheetState === 'submitted') throw new Refusal('conflict', 'SHEET_SUBMITTED');
      await this.assignments.stop(actor, found, 'declined', reason);
      await this.refills.ask(actor.accountId, found.panelId, [found.codeId]);
    });
  }

  /** Also after the sheet is handed in, while the panel is open: the score is void (domain R6). */
  async recuse(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.own(actor, id);
      await this.assignments.stop(actor, found, 'recused', reason);
      await this.refills.ask(actor.accountId, found.panelId, [found.codeId]);
    });
  }

  private async own(actor: Actor, id: string): Promise<LiveAssignment> {
    const judgeId = await this.judges.idOf(actor.accountId);
    const found = await this.assignments.hold(id);
    if (found.judgeId !== judgeId) throw new Refusal('missing', 'NOT_FOUND');
    if (found.panelState !== 'open') throw new Refusal('conflict', 'PANEL_LOCKED');
    return found;
  }
}
