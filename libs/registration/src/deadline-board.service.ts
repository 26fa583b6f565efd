import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks } from '#libs/contests';
import { AccessService, dayInChina, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, type Page } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import type { BoardCounts, BoardQuery, BoardRow, UnitReminderInput, UnitReminderResult } from './dto/office.dto.js';
import { forEdition, topPath } from './entry-scope.js';

type UnitKind = 'prefecture' | 'county' | 'school';

const SENT_ON: Record<UnitKind, string> = { school: 'approve', county: 'recommendCounty', prefecture: 'recommendPrefecture' };
const ADMIN: Record<UnitKind, string> = { school: 'school_admin', county: 'county_admin', prefecture: 'prefecture_admin' };
const BELOW: UnitKind[] = ['prefecture', 'prefecture', 'county', 'school', 'school'];
const STANDING = `CASE WHEN sent_on > 0 THEN 'sentOn' WHEN handed_in > 0 THEN 'handedIn' WHEN drafts > 0 THEN 'draft' ELSE 'none' END`;

/** Unit by unit: who has not begun, who is at work, who has handed in; and a word to those who are late. */
@Injectable()
export class DeadlineBoard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly notices: Notices,
  ) {}

  async list(actor: Actor, query: BoardQuery): Promise<Page<BoardRow>> {
    const { sql, values } = this.units(actor, query);
    const where = query.standing ? `WHERE ${STANDING} = $5` : 'WHERE $5::text IS NULL';
    const given = [...values, query.standing ?? null];
    const total = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM (${sql}) AS units ${where}`, given);
    const rows = await this.database.query<Omit<BoardRow, 'remindedAt'> & { remindedAt: Date | null }>(
      `SELECT id AS "unitId", kind, name, parent_name AS "parentName", ${STANDING} AS standing, drafts, handed_in AS "handedIn", sent_on AS "sentOn",
              EXISTS (SELECT 1 FROM role_grant g WHERE g.org_unit_id = units.id AND g.state = 'active' AND g.role = units.kind || '_admin') AS "hasOffice",
              (SELECT max(sent_at) FROM unit_reminder r WHERE r.edition_id = $1 AND r.unit_id = units.id) AS "remindedAt"
       FROM (${sql}) AS units ${where} ORDER BY handed_in, drafts, path LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      given,
    );
    return { rows: rows.map((row) => ({ ...row, remindedAt: row.remindedAt?.toISOString() ?? null })), total: total?.count ?? 0, page: query.page, size: query.size };
  }

  async counts(actor: Actor, query: BoardQuery): Promise<BoardCounts> {
    const { sql, values } = this.units(actor, query);
    const rows = await this.database.query<{ standing: string; count: number }>(`SELECT ${STANDING} AS standing, count(*)::int AS count FROM (${sql}) AS units GROUP BY 1`, values);
    return { counts: Object.fromEntries(rows.map((row) => [row.standing, row.count])) };
  }

  /** Reminds the offices of these units of the end of their stage; a unit once a day. Refuses NOT_FOUND for a unit outside the caller's area. */
  remind(actor: Actor, input: UnitReminderInput): Promise<UnitReminderResult> {
    return this.database.transaction(async () => {
      const ids = [...new Set(input.unitIds)];
      const units = await this.database.query<{ id: string; kind: UnitKind; name: string }>(
        `SELECT id, kind, name FROM org_unit WHERE id = ANY ($1::uuid[]) AND kind <> 'province' AND path <@ ANY ($2::ltree[]) ORDER BY id`,
        [ids, this.access.orgPaths(forEdition(actor, input.editionId), 'entry.remind')],
      );
      if (units.length !== ids.length) throw new Refusal('missing', 'NOT_FOUND');
      const { document } = await this.rulebooks.of(input.editionId);
      const edition = await this.editions.facts(input.editionId);
      const result = { told: 0, already: 0, withoutOffice: 0 };
      const today = dayInChina(this.clock.now());
      for (const unit of units) {
        const stage = document.chain.find((step) => step.level === unit.kind)?.stage ?? 'school';
        const { closesAt } = await this.editions.requireOpen(input.editionId, stage);
        const accounts = await this.database.query<{ id: string }>(`SELECT DISTINCT account_id AS id FROM role_grant WHERE org_unit_id = $1 AND role = $2 AND state = 'active'`, [unit.id, ADMIN[unit.kind]]);
        if (accounts.length === 0) {
          result.withoutOffice += 1;
          continue;
        }
        const fresh = await this.database.query('INSERT INTO unit_reminder (edition_id, unit_id, day, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING unit_id', [
          input.editionId, unit.id, today, actor.accountId, this.clock.now(),
        ]);
        if (fresh.length === 0) {
          result.already += 1;
          continue;
        }
        result.told += await this.notices.send({
          to: accounts.map((account) => account.id), template: 'deadlineReminder', params: { unit: unit.name, edition: edition.name, closesAt: inChina(closesAt) }, link: '/workbench',
          dedupeKey: `reminder:${input.editionId}:${unit.id}:${today}`,
        });
      }
      await this.audit.record({ action: 'entry.unitsReminded', subject: { type: 'edition', id: input.editionId }, after: { units: units.length, ...result } });
      return result;
    });
  }

  /** The units with their figures; `$1` edition, `$2` paths, `$3` kind, `$4` what is looked for. */
  private units(actor: Actor, query: BoardQuery): { sql: string; values: unknown[] } {
    const paths = this.access.orgPaths(forEdition(actor, query.editionId), 'entry.list');
    const top = topPath(paths);
    const depth = top === '' ? 0 : top.split('.').length;
    const kind = (query.kind ?? BELOW[depth] ?? 'school') as UnitKind;
    const sql = `
      SELECT u.id, u.kind, u.name, u.path, parent.name AS parent_name,
             count(e.id) FILTER (WHERE e.submitted_at IS NULL AND e.state <> 'withdrawn')::int AS drafts,
             count(e.id) FILTER (WHERE e.submitted_at IS NOT NULL AND e.state <> 'withdrawn')::int AS handed_in,
             count(e.id) FILTER (WHERE e.state <> 'withdrawn' AND EXISTS (SELECT 1 FROM entry_decision d WHERE d.entry_id = e.id AND d.action = '${SENT_ON[kind]}'))::int AS sent_on
      FROM org_unit u LEFT JOIN org_unit parent ON parent.id = u.parent_id LEFT JOIN entry e ON e.edition_id = $1 AND e.${kind}_id = u.id
      WHERE u.kind = $3 AND u.status = 'active' AND u.path <@ ANY ($2::ltree[]) AND ($4::text IS NULL OR u.name LIKE '%' || $4 || '%')
      GROUP BY u.id, parent.name`;
    return { sql, values: [query.editionId, paths, kind, query.q?.trim() ? query.q.trim().replace(/[\\%_]/g, '\\$&') : null] };
  }
}
