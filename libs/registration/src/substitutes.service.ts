import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, text } from '#libs/platform';
import { ChainSteps } from './chain-steps.service.js';
import type { HeldPlaces, HeldQuery, SubstitutesInput, SubstitutesQuery, SubstituteView } from './dto/substitute.dto.js';
import type { PlaceLevel } from './entry-places.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { CALLABLE, SubstituteCalls, type CallLevel } from './substitute-calls.service.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';
import { WaitingList } from './waiting-list.service.js';

interface OpenCall {
  id: string;
  level: CallLevel;
  holdsPlace: boolean;
  answerBy: Date;
}

const STEP = { county: 'recommendCounty', prefecture: 'recommendPrefecture' } as const;
const UNIT = { county: 'countyId', prefecture: 'prefectureId' } as const;

/** The order in which a unit's entries move up when a place falls free, and the answers of those who are called. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly steps: ChainSteps,
    private readonly calls: SubstituteCalls,
    private readonly waitingList: WaitingList,
    private readonly waitingCalls: WaitingListCalls,
  ) {}

  /** Those of a unit and type: called ones first, then the waiting in their order, then what has ended. */
  async list(actor: Actor, query: SubstitutesQuery): Promise<SubstituteView[]> {
    await this.refuseUnseen(actor, query);
    return this.rows('s.edition_id = $1 AND s.level = $2 AND s.unit_id = $3 AND s.entry_type = $4', [query.editionId, query.level, query.unitId, query.type]);
  }

  /** How many of a unit's used places are only held, for substitutes who have been called: in all, by type, and by type and group. */
  async held(actor: Actor, query: HeldQuery): Promise<HeldPlaces[]> {
    await this.refuseUnseen(actor, query);
    return this.database.query<HeldPlaces>(
      `SELECT kind AS "entryType", count(*)::int AS held FROM substitute s JOIN entry e ON e.id = s.entry_id
       CROSS JOIN LATERAL unnest(ARRAY['*', s.entry_type, s.entry_type || '/' || e.group_key]) AS kind
       WHERE s.edition_id = $1 AND s.level = $2 AND s.unit_id = $3 AND s.holds_place AND kind IS NOT NULL GROUP BY kind ORDER BY kind`,
      [query.editionId, query.level, query.unitId],
    );
  }

  /** The open place of one entry in such an order, for whoever may see the entry. */
  async ofEntry(actor: Actor, entryId: string): Promise<SubstituteView[]> {
    const entry = await this.reach.seen(actor, entryId);
    const rows = await this.rows('s.entry_id = $1', [entryId]);
    if (entry.state !== 'waiting') return rows;
    const place = await this.waitingCalls.placeOf(entry.editionId, entryId);
    const waiting = await this.waitingCalls.howMany(entry.editionId);
    return rows.map((row) => (row.level === 'edition' && row.state === 'waiting' ? { ...row, place, waiting } : row));
  }

  /**
   * Names the substitutes anew, in order; calls that are open stay. Refuses SUBSTITUTES_NONE where the rulebook has none, a closed stage,
   * and with SUBSTITUTE_ENTRY every entry that does not wait at this unit.
   */
  set(actor: Actor, input: SubstitutesInput): Promise<SubstituteView[]> {
    return this.database.transaction(async () => {
      const level = input.level as PlaceLevel;
      const { document } = await this.rulebooks.of(input.editionId);
      const step = document.chain.find((one) => one.level === level);
      if (!step?.substitutes) throw new Refusal('conflict', 'SUBSTITUTES_NONE');
      await this.editions.requireOpen(input.editionId, step.stage);
      await this.locked(actor, input);
      const found = new Map((await this.reach.forDecision(actor, input.entryIds)).map((entry) => [entry.id, entry]));
      const fits = (entry: ReachedEntry | undefined, index: number): boolean =>
        entry !== undefined && entry[UNIT[level]] === input.unitId && entry.editionId === input.editionId && entry.type === input.type && entry.levels.includes(level) && entry.state === CALLABLE[level] && input.entryIds.indexOf(entry.id) === index;
      refuseIfAny(input.entryIds.flatMap((id, index) => (fits(found.get(id), index) ? [] : [{ code: 'SUBSTITUTE_ENTRY', path: `entryIds[${index}]` }])));
      await this.database.query(
        `UPDATE substitute SET state = 'removed', ended_at = $5, ended_by = $6 WHERE edition_id = $1 AND level = $2 AND unit_id = $3 AND entry_type = $4 AND state = 'waiting'`,
        [input.editionId, level, input.unitId, input.type, this.clock.now(), actor.accountId],
      );
      await this.database.query(
        `INSERT INTO substitute (entry_id, edition_id, level, unit_id, entry_type, position, created_by, created_at)
         SELECT o.id, $2, $3, $4, $5, o.place, $6, $7 FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, place)
         WHERE NOT EXISTS (SELECT 1 FROM substitute s WHERE s.entry_id = o.id AND s.state = 'called')`,
        [input.entryIds, input.editionId, level, input.unitId, input.type, actor.accountId, this.clock.now()],
      );
      await this.audit.record({ action: 'substitute.listed', subject: { type: 'org_unit', id: input.unitId }, after: { level, type: input.type, entryIds: input.entryIds } });
      return this.list(actor, input);
    });
  }

  /** The makers' answer to a call. Accepting recommends the entry with the place that was held for it. Refuses SUBSTITUTE_NOT_CALLED and, by the server's clock, SUBSTITUTE_OVER. */
  answer(actor: Actor, entryId: string, accept: boolean): Promise<SubstituteView[]> {
    return this.database.transaction(async () => {
      const entry = await this.reach.made(actor, entryId);
      const call = await this.database.first<OpenCall>(`SELECT id, level, holds_place AS "holdsPlace", answer_by AS "answerBy" FROM substitute WHERE entry_id = $1 AND state = 'called' FOR UPDATE`, [entryId]);
      if (!call) throw new Refusal('conflict', 'SUBSTITUTE_NOT_CALLED');
      if (this.clock.now() >= call.answerBy) throw new Refusal('conflict', 'SUBSTITUTE_OVER', { answerBy: call.answerBy.toISOString() });
      if (call.level === 'edition') await this.waitingList.answer(actor, entry, call.id, accept);
      else if (accept) await this.moveUp(actor, entry, { ...call, level: call.level });
      else await this.calls.decline(call.id);
      return this.rows('s.entry_id = $1', [entryId]);
    });
  }

  private async refuseUnseen(actor: Actor, { unitId, editionId }: HeldQuery): Promise<void> {
    const unit = await this.database.first<{ path: string }>('SELECT path::text AS path FROM org_unit WHERE id = $1', [unitId]);
    if (!unit) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'entry.list', { orgPath: unit.path, editionId });
  }

  private async moveUp(actor: Actor, entry: ReachedEntry, call: OpenCall & { level: PlaceLevel }): Promise<void> {
    // From here on the place is the entry's own: it is not given back when the substitute's turn ends.
    await this.database.query(`UPDATE substitute SET state = 'accepted', holds_place = false, ended_at = $2, ended_by = $3 WHERE id = $1`, [call.id, this.clock.now(), actor.accountId]);
    await this.steps.take([entry], call.level, STEP[call.level], { action: 'recommend', reason: text('chain.asSubstitute', {}, 'zh'), placesHeld: call.holdsPlace ? [entry.id] : [] });
  }

  /** One order of a unit at a time is written. */
  private async locked(actor: Actor, { editionId, unitId, level }: SubstitutesInput): Promise<void> {
    const unit = await this.database.first<{ path: string }>('SELECT path::text AS path FROM org_unit WHERE id = $1 AND kind = $2', [unitId, level]);
    if (!unit) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'entry.decide', { orgPath: unit.path, editionId });
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`qingsai.substitutes ${editionId} ${unitId}`]);
  }

  private async rows(where: string, values: unknown[]): Promise<SubstituteView[]> {
    const rows = await this.database.query<Omit<SubstituteView, 'calledAt' | 'answerBy' | 'endedAt'> & { calledAt: Date | null; answerBy: Date | null; endedAt: Date | null }>(
      `SELECT s.id, s.entry_id AS "entryId", e.title, e.entry_no AS "entryNo", school.name AS "schoolName", s.level, unit.name AS "unitName", s.position, s.state, NULL::int AS place, NULL::int AS waiting,
              s.called_at AS "calledAt", s.answer_by AS "answerBy", s.ended_at AS "endedAt"
       FROM substitute s JOIN entry e ON e.id = s.entry_id JOIN org_unit school ON school.id = e.school_id JOIN org_unit unit ON unit.id = s.unit_id
       WHERE ${where} ORDER BY CASE s.state WHEN 'called' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, s.ended_at DESC NULLS FIRST, s.position, s.id LIMIT 500`,
      values,
    );
    return rows.map((row) => ({ ...row, calledAt: row.calledAt?.toISOString() ?? null, answerBy: row.answerBy?.toISOString() ?? null, endedAt: row.endedAt?.toISOString() ?? null }));
  }
}
