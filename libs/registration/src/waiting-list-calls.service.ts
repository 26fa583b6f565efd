import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, isLate, Rulebooks, type CapacityRules, type WaitingListRules } from '#libs/contests';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { fullScope, scopeKey, scopesOf, type CapacityScope } from './core/capacity.js';
import { inChina } from './core/contest-time.js';
import type { CapacityView } from './dto/waiting-list.dto.js';
import { HAS_LEFT, type EntryState } from './core/entry-state.js';
import { EntryCapacity, type PlaceSeeker } from './entry-capacity.service.js';
import { EntryNotices } from './entry-notices.service.js';

export interface WaitingEntry extends PlaceSeeker {
  /** Id of its line in the list. */
  lineId: string;
  title: string;
}

/** Whether places can be offered now, and until when an answer counts. */
export type CallWindow = { open: true; answerBy: Date } | { open: false; over: boolean };

/** Order of the list, over `substitute s JOIN entry e`: who let a call go by comes after everybody else. */
export const WAITING_ORDER: Record<WaitingListRules['order'], string> = { handedIn: 's.round, s.position', lot: 's.round, s.position', rank: 's.round, e.school_rank NULLS LAST, s.position' };

const OPEN_LINES = `FROM substitute s JOIN entry e ON e.id = s.entry_id WHERE s.edition_id = $1 AND s.level = 'edition'`;

/** The list of entries that wait for a place of the edition itself: who gets in at once, who is called when a place falls free. */
@Injectable()
export class WaitingListCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly capacity: EntryCapacity,
    private readonly notices: EntryNotices,
  ) {}

  /**
   * Whether an entry that is handed in gets a place (then it holds it) or has to wait. Nobody gets in past those who wait for the same place.
   * Refuses CAPACITY_FULL where the rulebook has no waiting list or its time is over, CAPACITY_WAIT unless the maker agrees to wait.
   */
  async claim(entry: PlaceSeeker, agreesToWait: boolean): Promise<'taken' | 'waits'> {
    const rules = await this.rules(entry.editionId);
    if (!rules) return 'taken';
    await this.capacity.lock(entry.editionId);
    if (await this.capacity.holdsAll(entry, rules.limits)) return 'taken';
    await this.fill(entry.editionId);
    const queue = await this.waiting(entry.editionId, rules);
    const full = (await this.wantedByOthers(entry, rules, queue)) ?? (await this.capacity.take(entry, rules.limits));
    if (!full) return 'taken';
    const params = { places: full.limit ?? 0, waiting: queue.length };
    const window = await this.window(entry.editionId, rules);
    if (!rules.waitingList || (!window.open && window.over)) throw new Refusal('conflict', 'CAPACITY_FULL', params);
    if (!agreesToWait) throw new Refusal('conflict', 'CAPACITY_WAIT', params);
    // What it held for what it was before is not kept beside its turn in the list.
    await this.capacity.giveBack([entry.id]);
    return 'waits';
  }

  /** What would happen if the entry were handed in now; null where the edition takes in everybody. Nothing is held by looking. */
  async outlook(entry: PlaceSeeker): Promise<CapacityView | null> {
    const rules = await this.rules(entry.editionId);
    if (!rules) return null;
    const queue = await this.waiting(entry.editionId, rules);
    const used = await this.capacity.used(entry.editionId);
    const scopes = scopesOf(rules.limits, entry);
    const left = scopes.filter((scope) => scope.limit !== null).map((scope) => Math.max(0, (scope.limit ?? 0) - (used.get(scopeKey(scope)) ?? 0)));
    const full = (left.includes(0) || (await this.wantedByOthers(entry, rules, queue)) !== undefined) && !(await this.capacity.holdsAll(entry, rules.limits));
    const window = await this.window(entry.editionId, rules);
    return { full, left: left.length === 0 ? null : Math.min(...left), waitingList: rules.waitingList !== undefined && !(!window.open && window.over), waiting: queue.length };
  }

  /** Puts an entry that now stands as waiting at the end of the list; its place there, null before the lot is drawn. */
  async join(entry: PlaceSeeker, title: string): Promise<number | null> {
    const line = await this.append(entry, 0);
    const place = await this.placeOf(entry.editionId, entry.id);
    await this.fill(entry.editionId);
    await this.notices.tellMakers({ id: entry.id, title }, place === null ? 'entryWaitsForLot' : 'entryWaits', line, { place: place ?? 0 });
    return place;
  }

  /** Entries that have left give back their places; the next ones are called. */
  async release(entryIds: string[]): Promise<void> {
    for (const editionId of await this.capacity.editionsOf(entryIds)) {
      await this.capacity.lock(editionId);
      await this.capacity.giveBack(entryIds);
      await this.fill(editionId);
    }
  }

  /** Calls as many as there is room for, in order. An entry for whose own limits there is no room lets those behind it pass. How many were called. */
  async fill(editionId: string): Promise<number> {
    const rules = await this.rules(editionId);
    if (!rules?.waitingList) return 0;
    const window = await this.window(editionId, rules);
    if (!window.open) return 0;
    await this.capacity.lock(editionId);
    const queue = await this.waiting(editionId, rules);
    if (queue.length === 0 || (await this.awaitsLot(editionId, rules))) return 0;
    let called = 0;
    for (let next = await this.firstThatFits(editionId, rules, queue); next; next = await this.firstThatFits(editionId, rules, queue)) {
      queue.splice(queue.indexOf(next), 1);
      if (await this.call(next, rules, window.answerBy)) called += 1;
    }
    return called;
  }

  /** Offers a place to one entry, in or out of its turn. False where there is none, or the entry waits no longer. Call under the edition's lock. */
  async call(entry: WaitingEntry, rules: CapacityRules, answerBy: Date, reason?: string): Promise<boolean> {
    const there = await this.database.first(`SELECT 1 FROM substitute WHERE id = $1 AND state = 'waiting' FOR UPDATE`, [entry.lineId]);
    if (!there || (await this.capacity.take(entry, rules.limits))) return false;
    await this.database.query(`UPDATE substitute SET state = 'called', holds_place = true, called_at = $2, answer_by = $3 WHERE id = $1`, [entry.lineId, this.clock.now(), answerBy]);
    await this.audit.record({
      action: reason === undefined ? 'waitingList.called' : 'waitingList.calledOutOfOrder', subject: { type: 'entry', id: entry.id }, after: { answerBy: answerBy.toISOString() }, ...(reason === undefined ? {} : { reason }),
    });
    await this.notices.tellMakers(entry, 'waitingListCalled', entry.lineId, { answerBy: inChina(answerBy) });
    return true;
  }

  /** A new line at the end; its id. */
  async append(entry: Pick<PlaceSeeker, 'id' | 'editionId' | 'schoolId' | 'type'>, round: number): Promise<string> {
    const row = await this.database.first<{ id: string }>(
      `INSERT INTO substitute (entry_id, edition_id, level, unit_id, entry_type, position, round, created_by, created_at)
       SELECT $1, $2, 'edition', $3, $4, (SELECT COALESCE(max(position), 0) + 1 FROM substitute WHERE edition_id = $2 AND level = 'edition'), $5, COALESCE($6, (SELECT created_by FROM entry WHERE id = $1)), $7 RETURNING id`,
      [entry.id, entry.editionId, entry.schoolId, entry.type, round, currentContext().accountId ?? null, this.clock.now()],
    );
    return row?.id as string;
  }

  /** The entry's place among those who wait, from 1; null before the lot is drawn, and when it does not wait. */
  async placeOf(editionId: string, entryId: string): Promise<number | null> {
    const rules = await this.rules(editionId);
    if (!rules?.waitingList || (await this.awaitsLot(editionId, rules))) return null;
    const row = await this.database.first<{ place: number }>(
      `SELECT place FROM (SELECT e.id, (row_number() OVER (ORDER BY ${WAITING_ORDER[rules.waitingList.order]}))::int AS place ${OPEN_LINES} AND s.state = 'waiting') AS line WHERE id = $2`, [editionId, entryId],
    );
    return row?.place ?? null;
  }

  async howMany(editionId: string): Promise<number> {
    return (await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM substitute WHERE edition_id = $1 AND level = 'edition' AND state = 'waiting'`, [editionId]))?.count ?? 0;
  }

  async rules(editionId: string): Promise<CapacityRules | undefined> {
    return (await this.rulebooks.of(editionId)).document.capacity;
  }

  /** Whether the order is still to be drawn. */
  async awaitsLot(editionId: string, rules: CapacityRules): Promise<boolean> {
    if (rules.waitingList?.order !== 'lot') return false;
    return !(await this.database.first('SELECT 1 FROM waiting_draw WHERE edition_id = $1', [editionId]));
  }

  /** Calls run from the opening of the edition to the end of the level the rulebook names; never past it. */
  async window(editionId: string, rules: CapacityRules): Promise<CallWindow> {
    const stage = await this.lastStage(editionId, rules);
    if (!rules.waitingList || stage === undefined) return { open: false, over: false };
    const window = await this.editions.stageWindow(editionId, stage);
    if (isLate(window.now, window.closesAt, window.lastSecond)) return { open: false, over: true };
    const wanted = Math.ceil((this.clock.millis() + rules.waitingList.answerHours * 3_600_000) / 60_000) * 60_000;
    const answerBy = new Date(Math.min(wanted, window.closesAt.getTime()));
    return answerBy > window.now ? { open: true, answerBy } : { open: false, over: true };
  }

  /** Stage at whose end the calls end. */
  async lastStage(editionId: string, rules: CapacityRules): Promise<string | undefined> {
    const { document } = await this.rulebooks.of(editionId);
    return document.chain.find((step) => step.level === rules.waitingList?.until)?.stage;
  }

  /** Those who wait, in order. */
  async waiting(editionId: string, { waitingList }: CapacityRules): Promise<WaitingEntry[]> {
    if (!waitingList) return [];
    return this.database.query<WaitingEntry>(
      `SELECT s.id AS "lineId", e.id, e.title, e.edition_id AS "editionId", e.type, e.group_key AS "groupKey", e.school_id AS "schoolId", e.county_id AS "countyId", e.prefecture_id AS "prefectureId"
       ${OPEN_LINES} AND s.state = 'waiting' AND e.state = 'waiting' ORDER BY ${WAITING_ORDER[waitingList.order]}`,
      [editionId],
    );
  }

  /** What becomes of those who hold places and leave, in one word for the caller of a move. */
  async follow(moved: { id: string; toState: EntryState }[]): Promise<void> {
    const gone = moved.filter((entry) => HAS_LEFT.includes(entry.toState)).map((entry) => entry.id);
    if (gone.length > 0) await this.release(gone);
  }

  /** A limit that somebody who waits, and could be called, shares with the entry: its free places are theirs first. */
  private async wantedByOthers(entry: PlaceSeeker, rules: CapacityRules, queue: WaitingEntry[]): Promise<CapacityScope | undefined> {
    if (queue.length === 0) return undefined;
    const used = await this.capacity.used(entry.editionId);
    const theirs = new Set(queue.filter((one) => !fullScope(scopesOf(rules.limits, one), used)).flatMap((one) => scopesOf(rules.limits, one).map(scopeKey)));
    return scopesOf(rules.limits, entry).find((scope) => scope.limit !== null && theirs.has(scopeKey(scope)));
  }

  private async firstThatFits(editionId: string, rules: CapacityRules, queue: WaitingEntry[]): Promise<WaitingEntry | undefined> {
    if (queue.length === 0) return undefined;
    const used = await this.capacity.used(editionId);
    return queue.find((entry) => !fullScope(scopesOf(rules.limits, entry), used));
  }
}
