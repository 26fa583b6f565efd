import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { seededRandom } from '#libs/planning';
import { Clock, Database, Random, Refusal, text } from '#libs/platform';
import type { WaitingDrawInput } from './dto/waiting-list.dto.js';
import { EntryCapacity } from './entry-capacity.service.js';
import { EntryMoves } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';

interface LateLine {
  id: string;
  entryId: string;
}

export interface WaitingListWork {
  called: number;
  expired: number;
  closed: number;
}

/** Answers to the calls of an edition's waiting list, what the office does with it, and what happens by itself when a time has come. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly reach: EntryReach,
    private readonly moves: EntryMoves,
    private readonly capacity: EntryCapacity,
    private readonly calls: WaitingListCalls,
    private readonly notices: EntryNotices,
  ) {}

  /**
   * The makers' answer to the offered place, inside the caller's transaction that holds the line. Accepting hands the entry in to its school,
   * which may decide about it until the list's own end; declining takes it out of the contest, and the next one is called.
   */
  async answer(actor: Actor, entry: ReachedEntry, lineId: string, accept: boolean): Promise<void> {
    if (!accept) {
      await this.end(lineId, 'declined', actor.accountId);
      await this.letOut(entry, { action: 'withdraw', reason: text('chain.placeDeclined', {}, 'zh') });
      return;
    }
    await this.end(lineId, 'accepted', actor.accountId);
    const [moved] = await this.moves.move([entry.id], { action: 'admit' });
    if (!moved) throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
    const rules = await this.calls.rules(entry.editionId);
    // The extension of a returned entry, for the same reason: the levels below have no time of their own left.
    await this.database.query('UPDATE entry SET returned_by = COALESCE(returned_by, $2) WHERE id = $1', [entry.id, rules?.waitingList?.until ?? null]);
    await this.notices.tellMakers(entry, 'entrySubmitted', String(moved.version));
  }

  /** Offers a place to an entry whose turn it is not. Refuses NOT_FOUND, WAITING_NOT, CAPACITY_NO_ROOM where none is free for it, WAITING_CLOSED. */
  callByHand(actor: Actor, lineId: string, reason: string): Promise<void> {
    return this.database.transaction(async () => {
      const line = await this.database.first<{ editionId: string; entryId: string; path: string }>(
        `SELECT s.edition_id AS "editionId", s.entry_id AS "entryId", school.path::text AS path FROM substitute s JOIN entry e ON e.id = s.entry_id JOIN org_unit school ON school.id = e.school_id WHERE s.id = $1 AND s.level = 'edition'`, [lineId],
      );
      if (!line) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'waitingList.manage', { orgPath: line.path, editionId: line.editionId });
      const rules = await this.calls.rules(line.editionId);
      const window = rules && (await this.calls.window(line.editionId, rules));
      if (!rules || !window?.open) throw new Refusal('conflict', 'WAITING_CLOSED');
      await this.reach.unscoped(line.entryId);
      await this.capacity.lock(line.editionId);
      const entry = (await this.calls.waiting(line.editionId, rules)).find((one) => one.lineId === lineId);
      if (!entry) throw new Refusal('conflict', 'WAITING_NOT');
      if (!(await this.calls.call(entry, rules, window.answerBy, reason))) throw new Refusal('conflict', 'CAPACITY_NO_ROOM');
    });
  }

  /** Draws the order of those who wait, once. Seed and order are kept and audited; who joins later stands behind. Refuses LOT_NOT_USED, LOT_DRAWN, WAITING_NONE. */
  draw(actor: Actor, input: WaitingDrawInput): Promise<void> {
    return this.database.transaction(async () => {
      const rules = await this.calls.rules(input.editionId);
      this.access.throughout(actor, 'waitingList.manage', input.editionId);
      if (rules?.waitingList?.order !== 'lot') throw new Refusal('conflict', 'LOT_NOT_USED');
      await this.capacity.lock(input.editionId);
      if (!(await this.calls.awaitsLot(input.editionId, rules))) throw new Refusal('conflict', 'LOT_DRAWN');
      const lines = await this.database.query<{ id: string; entryId: string }>(
        `SELECT s.id, s.entry_id AS "entryId" FROM substitute s JOIN entry e ON e.id = s.entry_id WHERE s.edition_id = $1 AND s.level = 'edition' AND s.state = 'waiting' ORDER BY e.entry_no, e.id`, [input.editionId],
      );
      if (lines.length === 0) throw new Refusal('conflict', 'WAITING_NONE');
      const seed = input.seed?.trim() ?? this.random.token(16);
      const drawn = seededRandom(seed).shuffle([...lines]);
      await this.database.query(`UPDATE substitute SET position = position + 1000000 WHERE edition_id = $1 AND level = 'edition' AND state = 'waiting'`, [input.editionId]);
      await this.database.query('UPDATE substitute s SET position = d.place FROM unnest($1::uuid[]) WITH ORDINALITY AS d (id, place) WHERE s.id = d.id', [drawn.map((line) => line.id)]);
      const entries = drawn.map((line) => line.entryId);
      await this.database.query('INSERT INTO waiting_draw (edition_id, seed, drawn_from, drawn_order, drawn_by, drawn_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        input.editionId, seed, lines.map((line) => line.entryId), entries, actor.accountId, this.clock.now(),
      ]);
      await this.audit.record({ action: 'waitingList.drawn', subject: { type: 'edition', id: input.editionId }, after: { seed, entries } });
      await this.calls.fill(input.editionId);
    });
  }

  /** Everything that is due: calls nobody answered, places that became free by an amendment, lists whose time is over. Twice at once does no harm. */
  async look(): Promise<WaitingListWork> {
    const work: WaitingListWork = { called: 0, expired: 0, closed: 0 };
    const late = await this.database.query<LateLine>(`SELECT id, entry_id AS "entryId" FROM substitute WHERE state = 'called' AND level = 'edition' AND answer_by <= $1 ORDER BY answer_by, id LIMIT 500`, [this.clock.now()]);
    for (const line of late) if (await this.database.transaction(() => this.expire(line))) work.expired += 1;
    const editions = await this.database.query<{ id: string }>(`SELECT DISTINCT edition_id AS id FROM substitute WHERE state IN ('waiting', 'called') AND level = 'edition' ORDER BY 1`);
    for (const { id } of editions) {
      const rules = await this.calls.rules(id);
      const window = rules && (await this.calls.window(id, rules));
      if (window?.open) work.called += await this.database.transaction(() => this.calls.fill(id));
      else if (window?.over) work.closed += await this.close(id);
    }
    return work;
  }

  private async expire(line: LateLine): Promise<boolean> {
    const entry = await this.reach.unscoped(line.entryId);
    const still = await this.database.first(`SELECT 1 FROM substitute WHERE id = $1 AND state = 'called' AND answer_by <= $2 FOR UPDATE`, [line.id, this.clock.now()]);
    if (!still) return false;
    const round = (await this.end(line.id, 'expired', null)) + 1;
    const rules = await this.calls.rules(entry.editionId);
    if (rules?.waitingList?.afterExpiry === 'end') {
      await this.capacity.lock(entry.editionId);
      await this.capacity.giveBack([entry.id]);
      await this.calls.append(entry, round);
      await this.notices.tellMakers(entry, 'waitingListExpired', line.id);
      await this.calls.fill(entry.editionId);
    } else {
      await this.letOut(entry, { action: 'lapse', reason: text('chain.placeNotAnswered', {}, 'zh') });
      await this.notices.tellMakers(entry, 'waitingListOut', line.id);
    }
    return true;
  }

  /** The list is over: who still waits gets no place. One entry at a time, so that nothing waits for a long transaction. */
  private async close(editionId: string): Promise<number> {
    const lines = await this.database.query<LateLine>(`SELECT id, entry_id AS "entryId" FROM substitute WHERE edition_id = $1 AND state = 'waiting' AND level = 'edition' ORDER BY id LIMIT 2000`, [editionId]);
    let closed = 0;
    for (const line of lines) {
      closed += await this.database.transaction(async () => {
        const entry = await this.reach.unscoped(line.entryId);
        if (!(await this.database.first(`SELECT 1 FROM substitute WHERE id = $1 AND state = 'waiting' FOR UPDATE`, [line.id]))) return 0;
        await this.end(line.id, 'removed', null);
        await this.letOut(entry, { action: 'lapse', reason: text('chain.waitingClosed', {}, 'zh') });
        await this.notices.tellMakers(entry, 'waitingListClosed', line.id);
        return 1;
      });
    }
    return closed;
  }

  /** Its members are free again; what place it held is given back with the move. */
  private async letOut(entry: ReachedEntry, move: { action: 'withdraw' | 'lapse'; reason: string }): Promise<void> {
    const moved = await this.moves.move([entry.id], move);
    if (moved.length === 0) throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
    await this.database.query('UPDATE entry_member SET bound = false WHERE entry_id = $1', [entry.id]);
  }

  /** Ends a line; how many calls it had let go by before. */
  private async end(lineId: string, state: 'accepted' | 'declined' | 'expired' | 'removed', by: string | null): Promise<number> {
    const row = await this.database.first<{ round: number; entryId: string }>(
      `UPDATE substitute SET state = $2, holds_place = false, ended_at = $3, ended_by = $4 WHERE id = $1 RETURNING round, entry_id AS "entryId"`, [lineId, state, this.clock.now(), by],
    );
    await this.audit.record({ action: `waitingList.${state}`, subject: { type: 'entry', id: row?.entryId as string } });
    return row?.round ?? 0;
  }
}
