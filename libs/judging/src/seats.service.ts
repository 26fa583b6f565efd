import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal } from '#libs/platform';
import { Aggregation } from '#libs/results';
import { Conflicts } from './conflicts.service.js';
import type { PanelDetail, SeatChange, SeatEndView, SeatsInput } from './dto/panel.dto.js';
import { TERMS_VERSION } from './judge-terms.js';
import { Judges } from './judges.service.js';
import { Panels } from './panels.service.js';
import { Refills } from './refills.service.js';

/** Who sits on a panel. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly panels: Panels,
    private readonly judges: Judges,
    private readonly conflicts: Conflicts,
    private readonly refills: Refills,
    private readonly aggregation: Aggregation,
  ) {}

  /** Asks judges to sit on a panel, or seats them at once where they agreed on paper. Who sits there already is left alone. */
  async invite(actor: Actor, panelId: string, { accountIds, accepted = false }: SeatsInput): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      if (panel.state === 'locked') throw new Refusal('conflict', 'PANEL_LOCKED');
      const now = this.clock.now();
      for (const accountId of [...new Set(accountIds)].sort()) {
        const judgeId = await this.judges.idOf(accountId);
        await this.database.query(
          `INSERT INTO panel_judge (panel_id, judge_id, state, lead, invited_at, answered_at, terms_version)
           VALUES ($1, $2, $3, false, $4, $5, $6)
           ON CONFLICT (panel_id, judge_id) DO UPDATE SET state = EXCLUDED.state, invited_at = EXCLUDED.invited_at, answered_at = EXCLUDED.answered_at,
             terms_version = EXCLUDED.terms_version, reason = NULL, ended_at = NULL WHERE panel_judge.state IN ('declined', 'removed')`,
          [panelId, judgeId, accepted ? 'accepted' : 'invited', now, accepted ? now : null, accepted ? TERMS_VERSION : null],
        );
      }
      if (accepted) await this.conflicts.look(panel.editionId, panel.stageKey);
      else await this.notices.send({ to: accountIds, template: 'judging.invited', params: { panel: panel.name }, link: '/judge', dedupeKey: `invited:${panelId}:${now.toISOString()}` });
      await this.audit.record({ action: accepted ? 'panel.judgesSeated' : 'panel.judgesInvited', subject: { type: 'panel', id: panelId }, after: { accountIds } });
    });
    return this.panels.detail(panelId);
  }

  async change(actor: Actor, panelId: string, judgeId: string, { lead, senior, maxLoad }: SeatChange): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      await this.panels.lock(actor, panelId);
      if (lead) await this.database.query('UPDATE panel_judge SET lead = false WHERE panel_id = $1 AND judge_id <> $2 AND lead', [panelId, judgeId]);
      const changed = await this.database.query(
        `UPDATE panel_judge SET lead = coalesce($3, lead), senior = coalesce($6, senior), max_load = CASE WHEN $4 THEN $5::int ELSE max_load END
         WHERE panel_id = $1 AND judge_id = $2 AND state IN ('invited', 'accepted') RETURNING id`,
        [panelId, judgeId, lead ?? null, maxLoad !== undefined, maxLoad ?? null, senior ?? null],
      );
      if (changed.length === 0) throw new Refusal('missing', 'NOT_FOUND');
      await this.audit.record({ action: 'panel.seatChanged', subject: { type: 'panel', id: panelId }, after: { judgeId, lead, senior, maxLoad } });
    });
    return this.panels.detail(panelId);
  }

  /**
   * A judge leaves the panel. All of the judge's sheets in this panel are void for every entry (domain R7). In an open panel
   * others take over what is missing; in a locked one the result is worked out again without the judge.
   */
  async withdraw(actor: Actor, panelId: string, judgeId: string, reason: string): Promise<SeatEndView> {
    return this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      const seat = await this.database.first<{ state: string }>('SELECT state FROM panel_judge WHERE panel_id = $1 AND judge_id = $2 FOR UPDATE', [panelId, judgeId]);
      if (!seat) throw new Refusal('missing', 'NOT_FOUND');
      if (seat.state !== 'invited' && seat.state !== 'accepted') throw new Refusal('conflict', 'SEAT_STEP', { state: seat.state });
      const now = this.clock.now();
      await this.database.query(`UPDATE panel_judge SET state = $3, reason = $4, ended_at = $5, lead = false WHERE panel_id = $1 AND judge_id = $2`, [
        panelId, judgeId, seat.state === 'invited' ? 'removed' : 'withdrawn', reason, now,
      ]);
      const ended = await this.database.query<{ codeId: string; submitted: boolean }>(
        `UPDATE assignment SET state = 'withdrawn', ended_at = $3, ended_by = $4, end_reason = $5 WHERE panel_id = $1 AND judge_id = $2 AND state = 'assigned'
         RETURNING code_id AS "codeId", sheet_state = 'submitted' AS submitted`,
        [panelId, judgeId, now, actor.accountId, reason],
      );
      await this.audit.record({ action: 'panel.judgeWithdrawn', subject: { type: 'panel', id: panelId }, after: { judgeId, assignments: ended.length }, reason });
      const voidSheets = ended.filter((one) => one.submitted).length;
      if (panel.state === 'locked') {
        await this.aggregation.enqueue(panel.editionId, panel.stageKey, 'requested');
        return { voidSheets, runId: null };
      }
      return { voidSheets, runId: await this.refills.ask(actor.accountId, panelId, ended.map((one) => one.codeId)) };
    });
  }
}
