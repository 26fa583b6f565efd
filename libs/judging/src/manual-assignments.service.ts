import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import { Aggregation } from '#libs/results';
import { AssignmentQueries } from './assignment.queries.js';
import type { AssignmentEnd, AssignmentReplacement, AssignmentRow, ManualAssignment, RefillView } from './dto/assignment.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { Panels } from './panels.service.js';
import { Refills } from './refills.service.js';
import { WorkNotices } from './work-notices.service.js';

const REFUSED_BY: Record<string, string> = { assignment_conflict: 'CONFLICT_OF_INTEREST', assignment_seat: 'NOT_ON_PANEL', assignment_live: 'ASSIGNED_ALREADY' };

export interface LiveAssignment {
  id: string;
  panelId: string;
  codeId: string;
  judgeId: string;
  state: string;
  sheetState: string;
  panelState: string;
  editionId: string;
  stageKey: string;
}

/** What the secretariat changes by hand, always with a reason. */
@Injectable()
export class ManualAssignments {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly panels: Panels,
    private readonly refills: Refills,
    private readonly queries: AssignmentQueries,
    private readonly aggregation: Aggregation,
    private readonly stages: JudgedStages,
    private readonly told: WorkNotices,
  ) {}

  /** One more judge for one entry. Conflicts and missing seats are refused here as in the plan. */
  async assign(actor: Actor, panelId: string, { code, judgeId, reason }: ManualAssignment): Promise<AssignmentRow> {
    const id = await this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      if (panel.state !== 'open') throw new Refusal('conflict', panel.state === 'locked' ? 'PANEL_LOCKED' : 'PANELS_NOT_OPEN');
      const found = await this.database.first<{ id: string }>('SELECT id FROM entry_code WHERE panel_id = $1 AND code = upper($2)', [panelId, code.trim()]);
      if (!found) throw new Refusal('unprocessable', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: 'code' }]);
      const made = await this.insert(panelId, found.id, judgeId, reason);
      await this.audit.record({ action: 'judging.assignedByHand', subject: { type: 'assignment', id: made }, after: { panelId, codeId: found.id, judgeId }, reason });
      return made;
    });
    return this.queries.one(id);
  }

  /**
   * Takes an entry off a judge; a sheet that was written no longer counts. In an open panel another judge is looked for, in a
   * locked one the result is worked out again. With `conflict` the pair is a recusal (domain R6) and never comes back.
   */
  async end(actor: Actor, id: string, { reason, refill = true, conflict = false }: AssignmentEnd): Promise<RefillView> {
    return this.database.transaction(async () => {
      const found = await this.hold(id);
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      await this.stop(actor, found, conflict ? 'recused' : 'removed', reason);
      if (found.panelState === 'locked') {
        await this.aggregation.enqueue(found.editionId, found.stageKey, 'requested');
        return { assignmentId: id, runId: null };
      }
      if (!conflict && !refill) await this.requireMinimum(found);
      return { assignmentId: id, runId: refill ? await this.refills.ask(actor.accountId, found.panelId, [found.codeId]) : null };
    });
  }

  /** One judge for another in one step, so that the entry never has too few. */
  async replace(actor: Actor, id: string, { judgeId, reason }: AssignmentReplacement): Promise<AssignmentRow> {
    const made = await this.database.transaction(async () => {
      const found = await this.hold(id);
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      if (found.panelState !== 'open') throw new Refusal('conflict', 'PANEL_LOCKED');
      await this.stop(actor, found, 'removed', reason);
      const next = await this.insert(found.panelId, found.codeId, judgeId, reason);
      await this.audit.record({ action: 'judging.replacedByHand', subject: { type: 'assignment', id: next }, before: { assignmentId: id, judgeId: found.judgeId }, after: { judgeId }, reason });
      return next;
    });
    return this.queries.one(made);
  }

  private async insert(panelId: string, codeId: string, judgeId: string, reason: string): Promise<string> {
    const made = await this.database
      .first<{ id: string }>(
        `INSERT INTO assignment (panel_id, code_id, judge_id, state, source, reason, sheet_version, sheet_state, created_at)
         VALUES ($1, $2, $3, 'assigned', 'manual', $4, 0, 'blank', $5) RETURNING id`,
        [panelId, codeId, judgeId, reason, this.clock.now()],
      )
      .catch((error: unknown) => {
        const constraint = violatedConstraint(error) ?? '';
        const refused = REFUSED_BY[constraint] ?? (constraint.includes('fkey') ? 'NOT_ON_PANEL' : undefined);
        if (refused) throw new Refusal('conflict', refused);
        throw error;
      });
    await this.told.given(panelId, [judgeId]);
    return made?.id ?? '';
  }

  /** Nobody takes so many judges off an entry by hand that the rules no longer give it a score. */
  private async requireMinimum(found: LiveAssignment): Promise<void> {
    const { panel } = await this.stages.of(found.editionId, found.stageKey);
    const left = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM assignment WHERE code_id = $1 AND state = 'assigned'`, [found.codeId]);
    if ((left?.count ?? 0) < panel.minimumJudges) throw new Refusal('conflict', 'BELOW_MINIMUM', { left: left?.count ?? 0, minimum: panel.minimumJudges });
  }

  /** The assignment and its panel, held against other writers. */
  async hold(id: string): Promise<LiveAssignment> {
    const found = await this.database.first<LiveAssignment>(
      `SELECT a.id, a.panel_id AS "panelId", a.code_id AS "codeId", a.judge_id AS "judgeId", a.state, a.sheet_state AS "sheetState", p.state AS "panelState",
         p.edition_id AS "editionId", p.stage_key AS "stageKey" FROM assignment a JOIN panel p ON p.id = a.panel_id WHERE a.id = $1 FOR UPDATE`,
      [id],
    );
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    return found;
  }

  /** Ends a live pair; a recusal also becomes a conflict, so that no plan brings the pair back. */
  async stop(actor: Actor, found: LiveAssignment, state: 'declined' | 'recused' | 'removed', reason: string): Promise<void> {
    if (found.state !== 'assigned') throw new Refusal('conflict', 'ASSIGNMENT_ENDED');
    const now = this.clock.now();
    await this.database.query('UPDATE assignment SET state = $2, ended_at = $3, ended_by = $4, end_reason = $5 WHERE id = $1', [found.id, state, now, actor.accountId, reason]);
    if (state === 'recused') {
      await this.database.query(
        `INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at) SELECT $1, entry_id, 'recused', true, $3 FROM entry_code WHERE id = $2
         ON CONFLICT (judge_id, entry_id, kind) WHERE lifted_at IS NULL DO NOTHING`,
        [found.judgeId, found.codeId, now],
      );
    }
    await this.audit.record({ action: `judging.${state}`, subject: { type: 'assignment', id: found.id }, before: { sheetState: found.sheetState }, reason });
    await this.told.ended([found.id]);
  }
}
