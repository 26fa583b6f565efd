import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Outbox, Refusal } from '#libs/platform';
import { EntryProgress } from '#libs/registration';
import { Aggregation } from '#libs/results';
import type { PanelDetail } from './dto/panel.dto.js';
import type { LockInput, StageClosed } from './dto/progress.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { Panels } from './panels.service.js';
import { JUDGED_STATES } from './progress.queries.js';
import { ReportReliability } from './reliability-job.js';
import { Screening } from './screening.service.js';

/** The end of judging: panels are locked one by one, then the stage is closed. */
@Injectable()
export class Locks {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly panels: Panels,
    private readonly progress: EntryProgress,
    private readonly aggregation: Aggregation,
    private readonly screening: Screening,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Locks a panel: from here on no sheet changes and the scores are visible to it. Every entry needs all its sheets, or a
   * stated reason why not. With the last panel of the stage the result is worked out.
   */
  async lockPanel(actor: Actor, panelId: string, { gaps = [] }: LockInput): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      if (panel.state !== 'open') throw new Refusal('conflict', panel.state === 'locked' ? 'PANEL_LOCKED' : 'PANELS_NOT_OPEN');
      const touched = await this.database.first<{ count: number }>(
        `SELECT count(*)::int AS count FROM conflict_touch t JOIN assignment a ON a.id = t.assignment_id AND a.state = 'assigned' WHERE t.settled_at IS NULL AND a.panel_id = $1`,
        [panelId],
      );
      if (touched && touched.count > 0) throw new Refusal('conflict', 'CONFLICTS_TO_SETTLE', { count: touched.count });
      const now = this.clock.now();
      const short = await this.database.query<{ id: string; code: string; submitted: number; needed: number }>(
        `SELECT c.id, c.code, count(a.id) FILTER (WHERE a.sheet_state = 'submitted')::int AS submitted, $2::int + c.extra_readers AS needed FROM entry_code c JOIN entry e ON e.id = c.entry_id
         LEFT JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned' WHERE c.panel_id = $1 AND ${JUDGED_STATES}
         GROUP BY c.id, c.code, c.extra_readers HAVING count(a.id) FILTER (WHERE a.sheet_state = 'submitted') < $2::int + c.extra_readers ORDER BY c.code`,
        [panelId, panel.reviewsPerEntry],
      );
      const reasons = new Map(gaps.map((gap) => [gap.code.trim().toUpperCase(), gap.reason]));
      const open = short.filter(({ code }) => !reasons.has(code));
      if (open.length > 0) {
        throw new Refusal('conflict', 'SHEETS_MISSING', { count: open.length }, open.slice(0, 100).map(({ code, submitted, needed }) => ({
          code: 'SHEETS_MISSING_OF', path: code, params: { code, submitted, needed },
        })));
      }
      for (const { id, code } of short) {
        await this.database.query(
          `INSERT INTO panel_gap (panel_id, code_id, reason, explained_by, explained_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (panel_id, code_id) DO UPDATE SET reason = EXCLUDED.reason, explained_by = EXCLUDED.explained_by, explained_at = EXCLUDED.explained_at`,
          [panelId, id, reasons.get(code), actor.accountId, now],
        );
      }
      await this.database.query(`UPDATE panel SET state = 'locked', locked_at = $2, locked_by = $3 WHERE id = $1`, [panelId, now, actor.accountId]);
      await this.audit.record({ action: 'panel.locked', subject: { type: 'panel', id: panelId }, after: { gaps: short.map(({ code }) => code) } });
      const left = await this.openPanels(panel.editionId, panel.stageKey);
      await this.screening.enqueue(panel.editionId, panel.stageKey);
      if (left === 0) {
        await this.aggregation.enqueue(panel.editionId, panel.stageKey, 'panelsLocked');
        await this.outbox.add(ReportReliability, { editionId: panel.editionId, stageKey: panel.stageKey }, { dedupeKey: `${panel.editionId}:${panel.stageKey}` });
      }
    });
    return this.panels.detail(panelId);
  }

  /** Takes a lock back, with a reason, while the stage is not closed. */
  async unlockPanel(actor: Actor, panelId: string, reason: string): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      if (panel.state !== 'locked') throw new Refusal('conflict', 'PANEL_NOT_LOCKED');
      if (await this.isClosed(panel.editionId, panel.stageKey)) throw new Refusal('conflict', 'STAGE_CLOSED');
      await this.database.query(`UPDATE panel SET state = 'open', locked_at = NULL, locked_by = NULL WHERE id = $1`, [panelId]);
      await this.audit.record({ action: 'panel.unlocked', subject: { type: 'panel', id: panelId }, reason });
    });
    return this.panels.detail(panelId);
  }

  /**
   * Closes a stage once every panel is locked and every entry had one. At the last stage its entries become final-scored; those
   * without any sheet stay finalists until they are marked absent.
   */
  async closeStage(actor: Actor, editionId: string, stageKey: string): Promise<StageClosed> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    await this.database.transaction(async () => {
      await this.database.query('SELECT 1 FROM panel WHERE edition_id = $1 AND stage_key = $2 ORDER BY id FOR UPDATE', [editionId, stageKey]);
      const open = await this.openPanels(editionId, stageKey);
      if (open > 0) throw new Refusal('conflict', 'PANELS_OPEN', { count: open });
      const left = await this.database.first<{ count: number }>(
        `SELECT count(*)::int AS count FROM entry e WHERE e.edition_id = $1 AND e.state = ANY($3) AND NOT EXISTS (SELECT 1 FROM entry_code c WHERE c.entry_id = e.id AND c.stage_key = $2)`,
        [editionId, stageKey, stage.first ? ['eligible', 'in_review'] : ['finalist']],
      );
      if (left && left.count > 0) throw new Refusal('conflict', 'ENTRIES_WITHOUT_PANEL', { count: left.count });
      const closed = await this.database.query(
        `INSERT INTO stage_closing (edition_id, stage_key, closed_by, closed_at) SELECT $1, $2, $3, $4
         WHERE EXISTS (SELECT 1 FROM panel WHERE edition_id = $1 AND stage_key = $2) ON CONFLICT DO NOTHING RETURNING stage_key`,
        [editionId, stageKey, actor.accountId, this.clock.now()],
      );
      if (closed.length === 0) throw new Refusal('conflict', (await this.isClosed(editionId, stageKey)) ? 'STAGE_CLOSED' : 'PANELS_NOT_OPEN');
      if (!stage.first && stage.last) await this.finish(editionId, stageKey);
      await this.aggregation.enqueue(editionId, stageKey, 'stageClosed');
      await this.audit.record({ action: 'judging.stageClosed', subject: { type: 'edition', id: editionId }, after: { stage: stageKey } });
    });
    return { stageKey, closed: true };
  }

  async reopenStage(actor: Actor, editionId: string, stageKey: string, reason: string): Promise<StageClosed> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.stages.of(editionId, stageKey);
    await this.database.transaction(() => this.takeBack(editionId, stageKey, reason));
    return { stageKey, closed: false };
  }

  /** The closing is taken back; panels stay locked until each is unlocked for itself. */
  async takeBack(editionId: string, stageKey: string, reason: string): Promise<void> {
    const reopened = await this.database.query('DELETE FROM stage_closing WHERE edition_id = $1 AND stage_key = $2 RETURNING stage_key', [editionId, stageKey]);
    if (reopened.length === 0) throw new Refusal('conflict', 'STAGE_NOT_CLOSED');
    await this.audit.record({ action: 'judging.stageReopened', subject: { type: 'edition', id: editionId }, after: { stage: stageKey }, reason });
  }

  private async finish(editionId: string, stageKey: string): Promise<void> {
    const scored = await this.database.query<{ id: string }>(
      `SELECT DISTINCT e.id FROM entry_code c JOIN entry e ON e.id = c.entry_id AND e.state = 'finalist'
       JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned' AND a.sheet_state = 'submitted' WHERE c.edition_id = $1 AND c.stage_key = $2`,
      [editionId, stageKey],
    );
    if (scored.length > 0) await this.progress.markFinalScored(scored.map(({ id }) => id));
  }

  private async openPanels(editionId: string, stageKey: string): Promise<number> {
    const row = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM panel p WHERE p.edition_id = $1 AND p.stage_key = $2 AND p.state = 'open'`,
      [editionId, stageKey],
    );
    return row?.count ?? 0;
  }

  private async isClosed(editionId: string, stageKey: string): Promise<boolean> {
    return (await this.database.first('SELECT 1 FROM stage_closing WHERE edition_id = $1 AND stage_key = $2', [editionId, stageKey])) !== undefined;
  }
}
