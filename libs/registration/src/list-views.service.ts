import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny } from '#libs/platform';
import type { ListViewInput, ListViewView } from './dto/office.dto.js';

const MOST = 50;

/** Filters somebody keeps under a name, for the account alone or for everybody with a role at one of its units. */
@Injectable()
export class ListViews {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  list(actor: Actor, list: string): Promise<ListViewView[]> {
    return this.database.query<ListViewView>(
      `SELECT v.id, v.name, v.query, v.account_id = $1 AS own, u.name AS "sharedWith" FROM list_view v LEFT JOIN org_unit u ON u.id = v.unit_id
       WHERE v.list = $2 AND (v.account_id = $1 OR v.unit_id = ANY ($3::uuid[])) ORDER BY v.account_id <> $1, v.name, v.id LIMIT 200`,
      [actor.accountId, list, unitsOf(actor)],
    );
  }

  /** Keeps a view; the same name again replaces it. Refuses a unit that is not the caller's, and LIST_VIEWS_MOST. */
  keep(actor: Actor, input: ListViewInput): Promise<ListViewView[]> {
    return this.database.transaction(async () => {
      if (input.unitId !== undefined && !unitsOf(actor).includes(input.unitId)) refuseIfAny([{ code: 'LIST_VIEW_UNIT', path: 'unitId' }]);
      const there = await this.database.first<{ count: number }>('SELECT count(*)::int AS count FROM list_view WHERE account_id = $1 AND name <> $2', [actor.accountId, input.name.trim()]);
      if ((there?.count ?? 0) >= MOST) throw new Refusal('conflict', 'LIST_VIEWS_MOST', { most: MOST });
      await this.database.query(
        `INSERT INTO list_view (account_id, unit_id, list, name, query, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT list_view_name DO UPDATE SET query = excluded.query, unit_id = excluded.unit_id`,
        [actor.accountId, input.unitId ?? null, input.list, input.name.trim(), input.query, this.clock.now()],
      );
      return this.list(actor, input.list);
    });
  }

  /** Only one's own; NOT_FOUND for anybody else's. */
  async drop(actor: Actor, id: string): Promise<ListViewView[]> {
    const [gone] = await this.database.query<{ list: string }>('DELETE FROM list_view WHERE id = $1 AND account_id = $2 RETURNING list', [id, actor.accountId]);
    if (!gone) throw new Refusal('missing', 'NOT_FOUND');
    return this.list(actor, gone.list);
  }
}

const unitsOf = (actor: Actor): string[] => [...new Set(actor.grants.flatMap((grant) => grant.orgId ?? []))];
