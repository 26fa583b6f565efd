import { Injectable } from '@nestjs/common';
import { Database, Refusal } from '#libs/platform';
import { after, statesBefore, type EntryAction, type EntryState } from './core/entry-state.js';
import { EntryMoves } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { ReviewGate } from './review-gate.queries.js';

export type DisqualificationEffect = (entryId: string, reason: string) => Promise<void>;

/**
 * The later states, for judging and results: set-based, each inside the caller's transaction, each recorded and audited. Entries that do
 * not stand where the step begins stay where they are; the number that moved is answered.
 */
@Injectable()
export class EntryProgress {
  private readonly effects: DisqualificationEffect[] = [];

  constructor(private readonly database: Database, private readonly moves: EntryMoves, private readonly notices: EntryNotices, private readonly gate: ReviewGate) {}

  /** Everything eligible goes into review; from now on its makers are hidden from those who judge. Refuses LEAKS_OPEN where the rulebook says so. */
  async startReview(editionId: string): Promise<number> {
    await this.gate.requireClear(editionId);
    return this.moveAll(await this.standing(editionId, 'startReview'), 'startReview');
  }

  /** The named entries become finalists; with `restNotShortlisted` the others in review are left out. */
  shortlist(editionId: string, ids: string[], restNotShortlisted: boolean): Promise<number> {
    return this.database.transaction(async () => {
      const inReview = await this.standing(editionId, 'shortlist');
      const chosen = new Set(ids);
      const count = await this.moveAll(inReview.filter((id) => chosen.has(id)), 'shortlist');
      if (restNotShortlisted) await this.moveAll(inReview.filter((id) => !chosen.has(id)), 'leaveOut');
      return count;
    });
  }

  /**
   * The posted shortlist was corrected: entries that had been left out come in, those no longer on it go out, both with the correction's reason.
   * Refuses SHORTLIST_TOO_LATE when one that would go out has been judged in the final already.
   */
  correctShortlist(editionId: string, ids: string[], reason: string): Promise<number> {
    return this.database.transaction(async () => {
      const chosen = new Set(ids);
      const judged = await this.database.query<{ id: string }>(`SELECT id FROM entry WHERE edition_id = $1 AND state IN ('final_scored', 'absent', 'awarded', 'in_notice', 'confirmed')`, [editionId]);
      const late = judged.filter(({ id }) => !chosen.has(id)).length;
      if (late > 0) throw new Refusal('conflict', 'SHORTLIST_TOO_LATE', { count: late });
      const leaving = (await this.standing(editionId, 'takeOffShortlist')).filter((id) => !chosen.has(id));
      const coming = (await this.standing(editionId, 'shortlistLater')).filter((id) => chosen.has(id));
      const out = await this.moves.move(leaving, { action: 'takeOffShortlist', reason });
      const into = await this.moves.move(coming, { action: 'shortlistLater', reason });
      return out.length + into.length;
    });
  }

  /** What else a disqualification does where later rooms hold something of the entry (a posted prize); inside the same transaction, perhaps again. */
  onDisqualified(effect: DisqualificationEffect): void {
    this.effects.push(effect);
  }

  markFinalScored(ids: string[]): Promise<number> {
    return this.moveAll(ids, 'markFinalScored');
  }

  markAbsent(ids: string[]): Promise<number> {
    return this.moveAll(ids, 'markAbsent');
  }

  /** The named entries of the edition get their prize; entries without one stay scored. */
  async award(editionId: string, ids: string[]): Promise<number> {
    const chosen = new Set(ids);
    return this.moveAll((await this.standing(editionId, 'award')).filter((id) => chosen.has(id)), 'award');
  }

  async enterNotice(editionId: string): Promise<number> {
    return this.moveAll(await this.standing(editionId, 'enterNotice'), 'enterNotice');
  }

  /** After the notice. `except`: entries with an open objection wait. */
  async confirm(editionId: string, except: string[] = []): Promise<number> {
    const waiting = new Set(except);
    return this.moveAll((await this.standing(editionId, 'confirm')).filter((id) => !waiting.has(id)), 'confirm');
  }

  /** The one way out for cheats, whoever asks: the state and, in the same transaction, everything later rooms hold. From any state that can lose something. Refuses NOT_FOUND and, for drafts and entries that left already, ENTRY_STATE. */
  disqualify(id: string, reason: string): Promise<void> {
    return this.database.transaction(async () => {
      const entry = await this.database.first<{ id: string; title: string; state: EntryState }>('SELECT id, title, state FROM entry WHERE id = $1 FOR UPDATE', [id]);
      if (!entry) throw new Refusal('missing', 'NOT_FOUND');
      for (const effect of this.effects) await effect(id, reason);
      if (entry.state === 'disqualified') return;
      if (after(entry.state, 'disqualify') === undefined) throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
      const [moved] = await this.moves.move([id], { action: 'disqualify', reason });
      await this.notices.tellMakers(entry, 'entryDisqualified', String(moved?.version), { reason });
    });
  }

  private async standing(editionId: string, action: EntryAction): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM entry WHERE edition_id = $1 AND state = ANY ($2::text[]) ORDER BY id', [editionId, statesBefore(action)]);
    return rows.map((row) => row.id);
  }

  private async moveAll(ids: string[], action: EntryAction): Promise<number> {
    return (await this.database.transaction(() => this.moves.move(ids, { action }))).length;
  }
}
