import { Injectable } from '@nestjs/common';
import { Editions, type CapacityLimit } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Database, type Page } from '#libs/platform';
import type { CapacityLimitView, WaitingListQuery, WaitingListRow, WaitingListSummary } from './dto/waiting-list.dto.js';
import { scopeOf } from './entry-scope.js';
import { WAITING_ORDER, WaitingListCalls } from './waiting-list-calls.service.js';

type StoredRow = Omit<WaitingListRow, 'joinedAt' | 'calledAt' | 'answerBy' | 'endedAt'> & { joinedAt: Date; calledAt: Date | null; answerBy: Date | null; endedAt: Date | null };

/** An edition's waiting list as its offices see it: the order is that of all, the lines those of the own area. */
@Injectable()
export class WaitingListQueries {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly editions: Editions, private readonly calls: WaitingListCalls) {}

  async list(actor: Actor, query: WaitingListQuery): Promise<Page<WaitingListRow>> {
    const rules = await this.calls.rules(query.editionId);
    const order = rules?.waitingList?.order ?? 'handedIn';
    const scope = scopeOf(this.access, actor, { editionId: query.editionId });
    const states = query.show === 'ended' ? `('accepted', 'declined', 'expired', 'removed')` : `('waiting', 'called')`;
    const from = `FROM substitute s JOIN entry e ON e.id = s.entry_id JOIN org_unit school ON school.id = e.school_id WHERE s.level = 'edition' AND s.state IN ${states} AND ${scope.sql}`;
    const total = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count ${from}`, scope.values);
    const hidden = rules !== undefined && (await this.calls.awaitsLot(query.editionId, rules));
    const rows = await this.database.query<StoredRow>(
      `WITH places AS (
         SELECT s.id, (row_number() OVER (ORDER BY ${WAITING_ORDER[order]}))::int AS place FROM substitute s JOIN entry e ON e.id = s.entry_id
         WHERE s.edition_id = $1 AND s.level = 'edition' AND s.state = 'waiting')
       SELECT s.id, s.entry_id AS "entryId", e.title, e.entry_no AS "entryNo", e.type, e.group_key AS "groupKey", school.name AS "schoolName",
              (SELECT name FROM org_unit WHERE id = e.county_id) AS "countyName", ${hidden ? 'NULL::int' : '(SELECT place FROM places WHERE places.id = s.id)'} AS place,
              s.state, s.created_at AS "joinedAt", s.called_at AS "calledAt", s.answer_by AS "answerBy", s.ended_at AS "endedAt"
       ${from} ORDER BY CASE s.state WHEN 'called' THEN 0 ELSE 1 END, s.ended_at DESC NULLS FIRST, ${WAITING_ORDER[order]} LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      scope.values,
    );
    return {
      rows: rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString(), calledAt: row.calledAt?.toISOString() ?? null, answerBy: row.answerBy?.toISOString() ?? null, endedAt: row.endedAt?.toISOString() ?? null })),
      total: total?.count ?? 0, page: query.page, size: query.size,
    };
  }

  /** Places and rules of the list; the places of single units only inside the caller's area. */
  async summary(actor: Actor, editionId: string): Promise<WaitingListSummary> {
    const rules = await this.calls.rules(editionId);
    const paths = this.access.orgPaths(actor, 'entry.list');
    const counts = await this.database.first<{ waiting: number; called: number }>(
      `SELECT count(*) FILTER (WHERE s.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE s.state = 'called')::int AS called
       FROM substitute s JOIN entry e ON e.id = s.entry_id JOIN org_unit school ON school.id = e.school_id WHERE s.edition_id = $1 AND s.level = 'edition' AND school.path <@ ANY ($2::ltree[])`, [editionId, paths],
    );
    const drawn = await this.database.first<{ seed: string; drawnAt: Date }>('SELECT seed, drawn_at AS "drawnAt" FROM waiting_draw WHERE edition_id = $1', [editionId]);
    const stage = rules?.waitingList && (await this.calls.lastStage(editionId, rules));
    return {
      limited: rules !== undefined, order: rules?.waitingList?.order ?? null, waiting: counts?.waiting ?? 0, called: counts?.called ?? 0,
      limits: rules ? await this.limits(editionId, rules.limits, paths) : [],
      callsUntil: stage ? (await this.editions.stageWindow(editionId, stage)).closesAt.toISOString() : null,
      seed: drawn?.seed ?? null, drawnAt: drawn?.drawnAt.toISOString() ?? null,
      mayManage: this.access.holdsThroughout(actor, 'waitingList.manage', editionId),
    };
  }

  /** As the rulebook in force limits them; a unit's own places once it has had an entry. */
  private async limits(editionId: string, limits: CapacityLimit[], paths: string[]): Promise<CapacityLimitView[]> {
    const rows = await this.database.query<{ type: string | null; group: string | null; kind: string | null; unitName: string | null; used: number; held: number }>(
      `SELECT c.entry_type AS type, c.group_key AS "group", u.kind, u.name AS "unitName", c.used,
              (SELECT count(*) FROM capacity_place p JOIN substitute s ON s.entry_id = p.entry_id AND s.level = 'edition' AND s.state = 'called' WHERE p.capacity_id = c.id)::int AS held FROM capacity c LEFT JOIN org_unit u ON u.id = c.unit_id
       WHERE c.edition_id = $1 AND (c.unit_id IS NULL OR u.path <@ ANY ($2::ltree[])) ORDER BY u.path NULLS FIRST LIMIT 500`,
      [editionId, paths],
    );
    return limits.flatMap(({ places, type = null, group = null, per = null }) => {
      const own = rows.filter((row) => row.type === type && row.group === group && row.kind === per);
      const shown = per === null && own.length === 0 ? [{ unitName: null, used: 0, held: 0 }] : own;
      return shown.map(({ unitName, used, held }) => ({ type, group, unitName, places, used, held }));
    });
  }
}
