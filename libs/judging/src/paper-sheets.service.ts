import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { SheetFacts } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import { checkSheet } from '#libs/scoring';
import type { PaperAnswer, PaperInput, PaperList, PaperRow } from './dto/paper.dto.js';
import { JudgedStages, SHEET_FACTS } from './judged-stages.service.js';
import { Panels } from './panels.service.js';
import { Sheets } from './sheets.service.js';

interface HeldAssignment extends SheetFacts {
  id: string;
  panelId: string;
  editionId: string;
  stageKey: string;
  version: number;
  sheetState: string;
}

interface EnteredSheet {
  id: string;
  values: Record<string, unknown>;
  enteredBy: string;
  baseVersion: number;
}

/** Sheets that judges filled in on paper: two different persons enter each, and only what both read alike counts. */
@Injectable()
export class PaperSheets {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly panels: Panels,
    private readonly sheets: Sheets,
  ) {}

  /** Every sheet of the panel with how far it is; no values, so that the second person reads the paper and not the screen. */
  async list(actor: Actor, panelId: string): Promise<PaperList> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.manage', { editionId: panel.editionId });
    const stage = await this.stages.of(panel.editionId, panel.stageKey);
    if (!stage.panel.paperSheets) throw new Refusal('conflict', 'PAPER_NONE');
    const rows = await this.database.query<Omit<PaperRow, 'enteredAt' | 'sheet'> & SheetFacts & { enteredAt: Date | null }>(
      `SELECT ${SHEET_FACTS}, a.id AS "assignmentId", c.code, account.name AS judge, a.sheet_version AS version,
         CASE WHEN p.state = 'entered' THEN 'entered' WHEN a.sheet_state <> 'submitted' THEN 'open' WHEN p.state = 'verified' THEN 'verified' ELSE 'handedIn' END AS state,
         first.name AS "enteredBy", p.entered_at AS "enteredAt", second.name AS "verifiedBy", p.state = 'entered' AND p.entered_by = $2 IS TRUE AS own,
         (SELECT count(*)::int FROM paper_difference d WHERE d.paper_sheet_id = p.id) AS differences
       FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id AND e.state NOT IN ('disqualified', 'withdrawn', 'absent')
       JOIN judge j ON j.id = a.judge_id JOIN account ON account.id = j.account_id
       LEFT JOIN LATERAL (SELECT * FROM paper_sheet s WHERE s.assignment_id = a.id AND s.state <> 'replaced' ORDER BY s.entered_at DESC LIMIT 1) p ON true
       LEFT JOIN account first ON first.id = p.entered_by LEFT JOIN account second ON second.id = p.verified_by
       WHERE a.panel_id = $1 AND a.state = 'assigned' ORDER BY c.code, account.name, a.id`,
      [panelId, actor.accountId],
    );
    return {
      sheets: Object.fromEntries(stage.sheets.map(({ name, rules }) => [name, rules])),
      rows: rows.map(({ type, groupKey, classKey, discipline, ...row }) => ({
        ...row, sheet: stage.sheetOf({ type, groupKey, classKey, discipline }).name, own: row.own ?? false, enteredAt: row.enteredAt?.toISOString() ?? null,
      })),
    };
  }

  /**
   * The first person's entry waits; the second person's makes it count when both are the same, and is kept as a difference when
   * not. The first person may enter anew, which replaces the own entry; nobody confirms an own entry (the database refuses it too).
   */
  async enter(actor: Actor, assignmentId: string, { values, baseVersion }: PaperInput): Promise<PaperAnswer> {
    return this.database.transaction(async () => {
      const held = await this.hold(assignmentId);
      this.access.sees(actor, 'judging.manage', { editionId: held.editionId });
      const stage = await this.stages.of(held.editionId, held.stageKey);
      if (!stage.panel.paperSheets) throw new Refusal('conflict', 'PAPER_NONE');
      if (held.sheetState === 'submitted') throw new Refusal('conflict', 'SHEET_SUBMITTED', { version: held.version });
      if (held.version !== baseVersion) throw new Refusal('conflict', 'SHEET_CHANGED', { version: held.version });
      const checked = checkSheet(stage.sheetOf(held).rules, values);
      this.sheets.requireComplete(checked);
      const first = await this.database.first<EnteredSheet>(
        `SELECT id, values, entered_by AS "enteredBy", base_version AS "baseVersion" FROM paper_sheet WHERE assignment_id = $1 AND state = 'entered' FOR UPDATE`,
        [assignmentId],
      );
      if (first && first.enteredBy !== actor.accountId && first.baseVersion === held.version) return this.second(actor, held, first, { values, points: checked.points });
      if (first) await this.database.query(`UPDATE paper_sheet SET state = 'replaced' WHERE id = $1`, [first.id]);
      await this.database.query(
        `INSERT INTO paper_sheet (assignment_id, base_version, values, total, entered_by, entered_at, state) VALUES ($1, $2, $3, $4, $5, $6, 'entered')`,
        [assignmentId, held.version, JSON.stringify(values), checked.total, actor.accountId, this.clock.now()],
      );
      await this.audit.record({ action: 'judging.paperEntered', subject: { type: 'assignment', id: assignmentId }, after: { replaced: first !== undefined } });
      return { outcome: 'entered', differing: [] };
    });
  }

  private async second(actor: Actor, held: HeldAssignment, first: EnteredSheet, { values, points }: { values: Record<string, unknown>; points: Record<string, unknown> }): Promise<PaperAnswer> {
    const { rules: sheet } = (await this.stages.of(held.editionId, held.stageKey)).sheetOf(held);
    const before = checkSheet(sheet, first.values).points as Record<string, unknown>;
    const differing = sheet.items.map((item) => item.key).filter((key) => String(before[key] ?? '') !== String(points[key] ?? ''));
    if (differing.length > 0) {
      await this.database.query('INSERT INTO paper_difference (paper_sheet_id, values, entered_by, entered_at) VALUES ($1, $2, $3, $4)', [first.id, JSON.stringify(values), actor.accountId, this.clock.now()]);
      await this.audit.record({ action: 'judging.paperDiffers', subject: { type: 'assignment', id: held.id }, after: { differing } });
      return { outcome: 'different', differing };
    }
    const sheetId = await this.sheets.handInFor(actor, held.id, first.values, `paper:${first.id}`);
    await this.database
      .query(`UPDATE paper_sheet SET state = 'verified', verified_by = $2, verified_at = $3, score_sheet_id = $4 WHERE id = $1`, [first.id, actor.accountId, this.clock.now(), sheetId])
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'paper_sheet_two_persons') throw new Refusal('conflict', 'PAPER_OWN');
        throw error;
      });
    await this.audit.record({ action: 'judging.paperVerified', subject: { type: 'assignment', id: held.id }, after: { enteredBy: first.enteredBy } });
    return { outcome: 'verified', differing: [] };
  }

  private async hold(id: string): Promise<HeldAssignment> {
    const held = await this.database.first<HeldAssignment>(
      `SELECT a.id, a.panel_id AS "panelId", p.edition_id AS "editionId", p.stage_key AS "stageKey", a.sheet_version AS version, a.sheet_state AS "sheetState", ${SHEET_FACTS}
       FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id WHERE a.id = $1 AND a.state = 'assigned' FOR UPDATE OF a`,
      [id],
    );
    if (!held) throw new Refusal('missing', 'NOT_FOUND');
    return held;
  }
}
