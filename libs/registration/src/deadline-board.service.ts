import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks } from '#libs/contests';
import { AccessService, dayInChina, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Handles, Outbox, Refusal, type JobRun, type Page } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import type { BoardCounts, BoardQuery, BoardRow, UnitReminderInput, UnitReminderResult } from './dto/office.dto.js';
import { RemindUnits } from './registration.jobs.js';
import { forEdition, topPath } from './entry-scope.js';

type UnitKind = 'prefecture' | 'county' | 'school';

const SENT_ON: Record<UnitKind, string> = { school: 'approve', county: 'recommendCounty', prefecture: 'recommendPrefecture' };
const BELOW: UnitKind[] = ['prefecture', 'prefecture', 'county', 'school', 'school'];
const STANDING = `CASE WHEN sent_on > 0 THEN 'sentOn' WHEN handed_in > 0 THEN 'handedIn' WHEN drafts > 0 THEN 'draft' ELSE 'none' END`;

/** Those who run the units `$1`, each with the unit. */
const OFFICES = `SELECT DISTINCT g.org_unit_id AS unit_id, g.account_id FROM role_grant g JOIN org_unit u ON u.id = g.org_unit_id AND g.role = u.kind || '_admin'
  WHERE g.org_unit_id = ANY ($1::uuid[]) AND g.state = 'active'`;

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
    private readonly outbox: Outbox,
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

  /**
   * Reminds the offices of these units of the end of their stage; a unit once a day. Who is told is one query; the telling is a job.
   * Refuses NOT_FOUND for a unit outside the caller's area, and a stage that does not run.
   */
  remind(actor: Actor, input: UnitReminderInput): Promise<UnitReminderResult> {
    return this.database.transaction(async () => {
      const ids = [...new Set(input.unitIds)];
      const units = await this.database.query<{ id: string; kind: UnitKind }>(
        `SELECT id, kind FROM org_unit WHERE id = ANY ($1::uuid[]) AND kind <> 'province' AND path <@ ANY ($2::ltree[]) ORDER BY id`,
        [ids, this.access.orgPaths(forEdition(actor, input.editionId), 'entry.remind')],
      );
      if (units.length !== ids.length) throw new Refusal('missing', 'NOT_FOUND');
      for (const kind of new Set(units.map((unit) => unit.kind))) await this.editions.requireOpen(input.editionId, await this.stageOf(input.editionId, kind));
      const day = dayInChina(this.clock.now());
      const fresh = await this.database.first<{ offices: number; told: number; unitIds: string[] }>(
        `WITH offices AS (${OFFICES}), fresh AS (
           INSERT INTO unit_reminder (edition_id, unit_id, day, sent_by, sent_at) SELECT DISTINCT $2::uuid, unit_id, $3::date, $4::uuid, $5::timestamptz FROM offices ON CONFLICT DO NOTHING RETURNING unit_id)
         SELECT (SELECT count(DISTINCT unit_id) FROM offices)::int AS offices, (SELECT count(*) FROM offices JOIN fresh USING (unit_id))::int AS told, ARRAY(SELECT unit_id FROM fresh ORDER BY 1) AS "unitIds"`,
        [ids, input.editionId, day, actor.accountId, this.clock.now()],
      );
      const unitIds = fresh?.unitIds ?? [];
      if (unitIds.length > 0) await this.outbox.add(RemindUnits, { editionId: input.editionId, day, unitIds });
      const result = { told: fresh?.told ?? 0, already: (fresh?.offices ?? 0) - unitIds.length, withoutOffice: ids.length - (fresh?.offices ?? 0) };
      await this.audit.record({ action: 'entry.unitsReminded', subject: { type: 'edition', id: input.editionId }, after: { units: units.length, ...result } });
      return result;
    });
  }

  /** Tells the offices; the people of all units are found at once. */
  @Handles(RemindUnits)
  async tell({ editionId, day, unitIds }: { editionId: string; day: string; unitIds: string[] }, run: JobRun): Promise<void> {
    const edition = await this.editions.facts(editionId);
    const units = await this.database.query<{ id: string; name: string; kind: UnitKind; accounts: string[] }>(
      `SELECT u.id, u.name, u.kind, array_agg(o.account_id ORDER BY o.account_id) AS accounts FROM (${OFFICES}) o JOIN org_unit u ON u.id = o.unit_id GROUP BY u.id ORDER BY u.path`, [unitIds],
    );
    const ends = new Map<UnitKind, string>();
    for (const kind of new Set(units.map((unit) => unit.kind))) ends.set(kind, inChina((await this.editions.stageWindow(editionId, await this.stageOf(editionId, kind))).closesAt));
    for (const [index, unit] of units.entries()) {
      await this.notices.send({
        to: unit.accounts, template: 'deadlineReminder', params: { unit: unit.name, edition: edition.name, closesAt: ends.get(unit.kind) ?? '' }, link: '/workbench', dedupeKey: `reminder:${editionId}:${unit.id}:${day}`,
      });
      await run.report(index + 1, units.length);
    }
  }

  private async stageOf(editionId: string, kind: UnitKind): Promise<string> {
    const { document } = await this.rulebooks.of(editionId);
    return document.chain.find((step) => step.level === kind)?.stage ?? 'school';
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
