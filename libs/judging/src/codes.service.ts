import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Random, Refusal } from '#libs/platform';
import { Notices } from '#libs/notices';
import { EntryProgress } from '#libs/registration';
import { Conflicts } from './conflicts.service.js';
import { drawCodes } from './core/entry-codes.js';
import type { CodesIssued, CodesOpening, OpenedCode } from './dto/assignment.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';

/** The custody of codes: issued by chance, opened only by who holds that right, each opening on record. */
@Injectable()
export class Codes {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly stages: JudgedStages,
    private readonly progress: EntryProgress,
    private readonly conflicts: Conflicts,
    private readonly notices: Notices,
  ) {}

  /**
   * Gives every entry of the stage that has none a random code in the panel whose filter lets it in (the narrowest one where
   * several do, and evenly among those that are equally narrow), and opens those panels. At the first stage the eligible entries
   * go into review with it. May be called again for entries that were added later.
   */
  async issue(actor: Actor, editionId: string, stageKey: string): Promise<CodesIssued> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    return this.database.transaction(async () => {
      await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('judging.codes ' || $1 || ' ' || $2, 0))`, [editionId, stageKey]);
      if (stage.first) await this.progress.startReview(editionId);
      const open = await this.withoutCode(stage);
      const placed = open.filter((entry) => entry.panelId !== null);
      const taken = await this.database.query<{ code: string }>('SELECT code FROM entry_code WHERE edition_id = $1 AND stage_key = $2', [editionId, stageKey]);
      const codes = drawCodes(placed.length, new Set(taken.map(({ code }) => code)), (count) => this.random.bytes(count));
      const rows = placed.map(({ id, panelId }, index) => ({ entry: id, panel: panelId, code: codes[index] }));
      await this.database.query(
        `INSERT INTO entry_code (edition_id, stage_key, entry_id, panel_id, code, issued_at)
         SELECT $1, $2, r.entry, r.panel, r.code, $4 FROM jsonb_to_recordset($3::jsonb) AS r (entry uuid, panel uuid, code text) ORDER BY r.code`,
        [editionId, stageKey, JSON.stringify(rows), this.clock.now()],
      );
      await this.database.query(`UPDATE panel SET state = 'open' WHERE state = 'draft' AND id IN (SELECT panel_id FROM entry_code WHERE edition_id = $1 AND stage_key = $2)`, [editionId, stageKey]);
      await this.conflicts.look(editionId, stageKey);
      await this.audit.record({ action: 'judging.codesIssued', subject: { type: 'edition', id: editionId }, after: { stage: stageKey, issued: rows.length } });
      return { issued: rows.length, total: taken.length + rows.length, withoutPanel: open.length - placed.length };
    });
  }

  /** Which entry hides behind which code. Every opening is audited with its reason. */
  async open(actor: Actor, editionId: string, stageKey: string, { reason, codes }: CodesOpening): Promise<OpenedCode[]> {
    this.access.sees(actor, 'codes.open', { editionId });
    await this.requireApart(actor, editionId);
    return this.database.transaction(async () => {
      const rows = await this.database.query<OpenedCode>(
        `SELECT c.code, e.id AS "entryId", e.entry_no AS "entryNo", e.title, school.name AS school FROM entry_code c JOIN entry e ON e.id = c.entry_id
         JOIN org_unit school ON school.id = e.school_id WHERE c.edition_id = $1 AND c.stage_key = $2 AND ($3::text[] IS NULL OR c.code = ANY($3)) ORDER BY c.code`,
        [editionId, stageKey, codes && codes.length > 0 ? codes : null],
      );
      await this.audit.record({ action: 'judging.codesOpened', subject: { type: 'edition', id: editionId }, after: { stage: stageKey, count: rows.length, codes: codes ?? 'all' }, reason });
      await this.tell(actor, editionId, stageKey, rows.length, reason);
      return rows;
    });
  }

  /** The custody lies with people who neither assign nor judge, whatever other roles an account was given. */
  private async requireApart(actor: Actor, editionId: string): Promise<void> {
    const judges = await this.database.first(
      `SELECT 1 FROM judge j JOIN panel_judge s ON s.judge_id = j.id AND s.state IN ('invited', 'accepted') JOIN panel p ON p.id = s.panel_id AND p.edition_id = $2 WHERE j.account_id = $1`,
      [actor.accountId, editionId],
    );
    if (judges || this.access.covers(actor, 'judging.manage', { editionId })) throw new Refusal('forbidden', 'CUSTODY_APART');
  }

  /** Every opening is told to those who watch: the supervisors and the others who could have opened. */
  private async tell(actor: Actor, editionId: string, stageKey: string, count: number, reason: string): Promise<void> {
    const watch = await this.database.query<{ id: string }>(
      `SELECT DISTINCT g.account_id AS id FROM role_grant g LEFT JOIN org_unit o ON o.id = g.org_unit_id
       WHERE g.role IN ('supervisor', 'province_admin') AND g.state = 'active' AND (g.edition_id IS NULL OR g.edition_id = $1) AND (o.kind IS NULL OR o.kind = 'province') AND g.account_id <> $2 ORDER BY 1`,
      [editionId, actor.accountId],
    );
    const stage = await this.stages.of(editionId, stageKey);
    await this.notices.send({
      to: watch.map(({ id }) => id), template: 'judging.codesOpened', params: { name: actor.name, stage: stage.label.zh, count, reason },
      link: '/admin/audit', dedupeKey: `codes-opened:${editionId}:${stageKey}:${this.clock.now().toISOString()}`,
    });
  }

  /** Entries without a code, each with its panel: of several that are equally narrow, the one with the fewest entries. */
  private async withoutCode(stage: JudgedStage): Promise<{ id: string; panelId: string | null }[]> {
    const open = await this.database.query<{ id: string; panels: string[] }>(
      `SELECT e.id, coalesce((SELECT array_agg(fits.id ORDER BY fits.created_at, fits.id) FROM (
         SELECT p.id, p.created_at, rank() OVER (ORDER BY (p.types <> '{}')::int + (p.group_keys <> '{}')::int + (p.disciplines <> '{}')::int DESC) AS place FROM panel p
         WHERE p.edition_id = $1 AND p.stage_key = $2 AND p.state <> 'locked'
           AND (p.types = '{}' OR e.type = ANY(p.types)) AND (p.group_keys = '{}' OR e.group_key = ANY(p.group_keys)) AND (p.disciplines = '{}' OR e.discipline = ANY(p.disciplines))
       ) fits WHERE fits.place = 1), '{}') AS panels
       FROM entry e WHERE e.edition_id = $1 AND e.state = $3
         AND NOT EXISTS (SELECT 1 FROM entry_code c WHERE c.entry_id = e.id AND c.stage_key = $2) ORDER BY e.id`,
      [stage.editionId, stage.key, stage.first ? 'in_review' : 'finalist'],
    );
    const held = await this.database.query<{ id: string; count: number }>('SELECT panel_id AS id, count(*)::int AS count FROM entry_code WHERE edition_id = $1 AND stage_key = $2 GROUP BY panel_id', [stage.editionId, stage.key]);
    const filled = new Map(held.map(({ id, count }) => [id, count]));
    return open.map(({ id, panels }) => {
      const [first, ...others] = panels;
      if (first === undefined) return { id, panelId: null };
      const panelId = others.reduce((least, one) => ((filled.get(one) ?? 0) < (filled.get(least) ?? 0) ? one : least), first);
      filled.set(panelId, (filled.get(panelId) ?? 0) + 1);
      return { id, panelId };
    });
  }
}
