import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Quotas, Rulebooks, type Level } from '#libs/contests';
import { Clock, Database, Refusal } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import type { EntryState } from './core/entry-state.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryCapacity } from './entry-capacity.service.js';
import type { FreedPlaces, PlaceLevel } from './entry-places.service.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';

/** Where places are waited for: a unit's quota, or the edition itself. */
export type CallLevel = PlaceLevel | 'edition';

interface Called {
  id: string;
  entryId: string;
  editionId: string;
  level: CallLevel;
  unitId: string;
  entryType: string;
  holdsPlace: boolean;
}

const CALLED = `id, entry_id AS "entryId", edition_id AS "editionId", level, unit_id AS "unitId", entry_type AS "entryType", holds_place AS "holdsPlace"`;

/** Where an entry stands while it can be called at a level. */
export const CALLABLE: Record<CallLevel, EntryState> = { county: 'school_approved', prefecture: 'county_recommended', edition: 'waiting' };
const NEXT: Record<PlaceLevel, Level> = { county: 'prefecture', prefecture: 'province' };

/** Calls substitutes up, one for each place that falls free, and takes calls back that nobody answered. */
@Injectable()
export class SubstituteCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly quotas: Quotas,
    private readonly notices: EntryNotices,
    private readonly capacity: EntryCapacity,
    private readonly waitingList: WaitingListCalls,
  ) {}

  /**
   * Calls the next waiting substitute for each freed place, as long as the level above still decides. Effects of a call: the place is
   * taken for the entry, its makers get a notice with the time until which they can answer. A place that is not there is not offered.
   */
  async callNext(freed: FreedPlaces[]): Promise<void> {
    for (const places of freed) {
      const answerBy = await this.answerBy(places);
      if (!answerBy) continue;
      for (let left = places.count; left > 0; left -= 1) if (!(await this.callOne(places, answerBy))) break;
    }
  }

  /** Entries that moved on, or out: their turn as substitutes is over, and a place held for them goes to the next. */
  async leave(entryIds: string[]): Promise<void> {
    if (entryIds.length === 0) return;
    const gone = await this.end(
      `entry_id = ANY ($2::uuid[]) AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = entry_id AND e.state = CASE level WHEN 'county' THEN '${CALLABLE.county}' WHEN 'prefecture' THEN '${CALLABLE.prefecture}' ELSE '${CALLABLE.edition}' END)`,
      [entryIds], 'removed',
    );
    await this.passOn(gone);
  }

  /** Calls of the units whose time is over: the place goes to the next. How many there were. */
  expire(): Promise<number> {
    return this.database.transaction(async () => {
      const late = await this.end(`state = 'called' AND level <> 'edition' AND answer_by <= $1`, [], 'expired');
      for (const one of late) {
        const entry = await this.database.first<{ id: string; title: string }>('SELECT id, title FROM entry WHERE id = $1', [one.entryId]);
        if (entry) await this.notices.tellMakers(entry, 'substituteExpired', one.id);
      }
      await this.passOn(late);
      return late.length;
    });
  }

  /** The makers do not want the place. */
  async decline(id: string): Promise<void> {
    await this.passOn(await this.end(`id = $2 AND state = 'called'`, [id], 'declined'));
  }

  private async callOne(places: FreedPlaces, answerBy: Date): Promise<boolean> {
    const waiting = await this.database.query<{ id: string; entryId: string; title: string; group: string | null }>(
      `SELECT s.id, s.entry_id AS "entryId", e.title, e.group_key AS "group" FROM substitute s JOIN entry e ON e.id = s.entry_id
       WHERE s.edition_id = $1 AND s.level = $2 AND s.unit_id = $3 AND s.entry_type = $4 AND s.state = 'waiting' AND e.state = $5 ORDER BY s.position FOR UPDATE OF s`,
      [places.editionId, places.level, places.unitId, places.type, CALLABLE[places.level]],
    );
    // A place may fall free in a group; the first one for whom it fits is called.
    const full = new Set<string | null>();
    for (const next of waiting) {
      if (full.has(next.group)) continue;
      const counted = await this.takeFor(places, next.group);
      if (counted === 'full') full.add(next.group);
      else return this.call(places, next, counted, answerBy);
    }
    return false;
  }

  private async takeFor(places: FreedPlaces, group: string | null): Promise<boolean | 'full'> {
    try {
      return await this.quotas.take(places.editionId, places.level, places.unitId, places.type, 1, group);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'QUOTA_EXCEEDED') return 'full';
      throw error;
    }
  }

  private async call(places: FreedPlaces, next: { id: string; entryId: string; title: string }, counted: boolean, answerBy: Date): Promise<true> {
    await this.database.query(`UPDATE substitute SET state = 'called', holds_place = $2, called_at = $3, answer_by = $4 WHERE id = $1`, [next.id, counted, this.clock.now(), answerBy]);
    await this.audit.record({ action: 'substitute.called', subject: { type: 'entry', id: next.entryId }, after: { level: places.level, unitId: places.unitId, answerBy: answerBy.toISOString() } });
    await this.notices.tellMakers({ id: next.entryId, title: next.title }, 'substituteCalled', next.id, { answerBy: inChina(answerBy) });
    return true;
  }

  /** Until when an answer counts: the hours of the rulebook, but not beyond the end of the level above. Undefined: nobody is called. */
  private async answerBy({ editionId, level }: FreedPlaces): Promise<Date | undefined> {
    const { document } = await this.rulebooks.of(editionId);
    const hours = document.chain.find((step) => step.level === level)?.substitutes?.answerHours;
    const above = document.chain.find((step) => step.level === NEXT[level])?.stage;
    if (hours === undefined || above === undefined) return undefined;
    const window = await this.editions.stageWindow(editionId, above);
    // Up to the full minute, as the notice says it.
    const wanted = Math.ceil((this.clock.millis() + hours * 3_600_000) / 60_000) * 60_000;
    const answerBy = new Date(Math.min(wanted, window.closesAt.getTime()));
    return answerBy > this.clock.now() ? answerBy : undefined;
  }

  /** `$1` of the condition is now. */
  private async end(condition: string, values: unknown[], state: 'removed' | 'expired' | 'declined'): Promise<Called[]> {
    const ended = await this.database.query<Called>(
      `WITH gone AS (SELECT ${CALLED} FROM substitute WHERE state IN ('waiting', 'called') AND ${condition} ORDER BY id FOR UPDATE)
       UPDATE substitute s SET state = '${state}', holds_place = false, ended_at = $1 FROM gone WHERE s.id = gone.id RETURNING gone.*`,
      [this.clock.now(), ...values],
    );
    for (const one of ended) await this.audit.record({ action: `substitute.${state}`, subject: { type: 'entry', id: one.entryId }, after: { level: one.level, unitId: one.unitId } });
    return ended;
  }

  private async passOn(ended: Called[]): Promise<void> {
    for (const one of ended.filter((gone) => gone.holdsPlace)) {
      if (one.level === 'edition') {
        await this.capacity.lock(one.editionId);
        await this.capacity.giveBack([one.entryId]);
        await this.waitingList.fill(one.editionId);
        continue;
      }
      const entry = await this.database.first<{ group: string | null }>('SELECT group_key AS "group" FROM entry WHERE id = $1', [one.entryId]);
      await this.quotas.giveBack(one.editionId, one.level, one.unitId, one.entryType, 1, entry?.group);
      await this.callNext([{ editionId: one.editionId, level: one.level, unitId: one.unitId, type: one.entryType, count: 1 }]);
    }
  }
}
