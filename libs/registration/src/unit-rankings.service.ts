import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks, type Level } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny } from '#libs/platform';
import type { EntryState } from './core/entry-state.js';
import type { Ranking, RankingResult } from './dto/chain.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';

/** For each level: which unit of an entry ranks it, where the rank is kept, and while it stands where. */
export const RANKED: Partial<Record<Level, { unit: 'schoolId' | 'countyId' | 'prefectureId'; unitColumn: string; column: string; states: EntryState[] }>> = {
  school: { unit: 'schoolId', unitColumn: 'school_id', column: 'school_rank', states: ['submitted', 'school_approved', 'waiting'] },
  county: { unit: 'countyId', unitColumn: 'county_id', column: 'county_rank', states: ['school_approved', 'county_recommended'] },
  prefecture: { unit: 'prefectureId', unitColumn: 'prefecture_id', column: 'prefecture_rank', states: ['county_recommended', 'prefecture_recommended'] },
};

/** The order a unit gives its own entries of one type. */
@Injectable()
export class UnitRankings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reach: EntryReach,
    private readonly audit: Audit,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** Ranks the named entries 1, 2, 3 … and takes the rank from the unit's others of that type. Refuses STAGE_NOT_OPEN and, after the level's end, DEADLINE_PASSED. */
  rank(actor: Actor, input: Ranking): Promise<RankingResult> {
    return this.database.transaction(async () => {
      const level = input.level as Level;
      const rule = RANKED[level];
      if (!rule) throw new Refusal('unprocessable', 'RANKING_LEVEL');
      const { document } = await this.rulebooks.of(input.editionId);
      await this.editions.requireOpen(input.editionId, document.chain.find((step) => step.level === level)?.stage ?? level);
      const found = new Map((await this.reach.forDecision(actor, input.entryIds)).map((entry) => [entry.id, entry]));
      if (input.entryIds.some((id) => !found.has(id))) throw new Refusal('missing', 'NOT_FOUND');
      const fits = (entry: ReachedEntry | undefined): boolean =>
        entry !== undefined && entry[rule.unit] === input.unitId && entry.editionId === input.editionId && entry.type === input.type && entry.levels.includes(level) && rule.states.includes(entry.state);
      refuseIfAny(
        input.entryIds.flatMap((id, index) => (fits(found.get(id)) && input.entryIds.indexOf(id) === index ? [] : [{ code: 'RANKING_ENTRY', path: `entryIds[${index}]` }])),
      );
      await this.database.query(
        `UPDATE entry SET ${rule.column} = NULL WHERE edition_id = $1 AND type = $2 AND ${rule.unitColumn} = $3 AND ${rule.column} IS NOT NULL AND state = ANY ($4::text[])`,
        [input.editionId, input.type, input.unitId, rule.states],
      );
      await this.database.query(
        `UPDATE entry e SET ${rule.column} = r.place, updated_at = $2 FROM unnest($1::uuid[]) WITH ORDINALITY AS r (id, place) WHERE e.id = r.id`,
        [input.entryIds, this.clock.now()],
      );
      await this.audit.record({ action: 'entry.ranked', subject: { type: 'org_unit', id: input.unitId }, after: { level, type: input.type, entryIds: input.entryIds } });
      return { ranked: input.entryIds.length };
    });
  }
}
