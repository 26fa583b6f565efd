import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, currentContext, Database, Refusal, text } from '#libs/platform';
import { Conflicts } from './conflicts.service.js';
import type { InvitationAnswer, JudgePanelView } from './dto/judge.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { TERMS_VERSION } from './judge-terms.js';
import { Judges } from './judges.service.js';
import { JudgingPeople } from './judging-people.queries.js';

/** A judge's seats: asked, accepted with the terms, or declined. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly judges: Judges,
    private readonly stages: JudgedStages,
    private readonly editions: Editions,
    private readonly conflicts: Conflicts,
    private readonly notices: Notices,
    private readonly people: JudgingPeople,
  ) {}

  async own(actor: Actor): Promise<JudgePanelView[]> {
    const judgeId = await this.judges.idOf(actor.accountId);
    const rows = await this.database.query<Omit<JudgePanelView, 'stageLabel' | 'closesAt' | 'termsVersion' | 'terms'>>(
      `SELECT p.id AS "panelId", p.edition_id AS "editionId", e.name AS "editionName", p.stage_key AS "stageKey", p.name, p.state, s.state AS seat, s.lead,
         (SELECT count(*)::int FROM assignment a WHERE a.panel_id = p.id AND a.judge_id = s.judge_id AND a.state = 'assigned') AS assigned,
         (SELECT count(*)::int FROM assignment a WHERE a.panel_id = p.id AND a.judge_id = s.judge_id AND a.state = 'assigned' AND a.sheet_state = 'submitted') AS submitted
       FROM panel_judge s JOIN panel p ON p.id = s.panel_id JOIN edition e ON e.id = p.edition_id
       WHERE s.judge_id = $1 AND s.state IN ('invited', 'accepted') ORDER BY p.created_at DESC, p.id`,
      [judgeId],
    );
    return Promise.all(
      rows.map(async (row) => {
        const stage = await this.stages.of(row.editionId, row.stageKey);
        const span = await this.editions.stageWindow(row.editionId, row.stageKey);
        return {
          ...row,
          stageLabel: stage.label[currentContext().language],
          closesAt: span?.closesAt.toISOString() ?? null,
          termsVersion: TERMS_VERSION,
          terms: text('judging.terms'),
        };
      }),
    );
  }

  /** Accepting needs the terms; declining needs a reason. A seat that was accepted is given back through the secretariat. */
  async answer(actor: Actor, panelId: string, { accept, termsVersion, reason }: InvitationAnswer): Promise<JudgePanelView[]> {
    if (accept && termsVersion !== TERMS_VERSION) throw new Refusal('unprocessable', 'TERMS_NOT_ACCEPTED', {}, [{ code: 'TERMS_NOT_ACCEPTED', path: 'termsVersion' }]);
    if (!accept && !reason?.trim()) throw new Refusal('unprocessable', 'REASON_MISSING', {}, [{ code: 'REASON_MISSING', path: 'reason' }]);
    await this.database.transaction(async () => {
      const judgeId = await this.judges.idOf(actor.accountId);
      const seat = await this.database.first<{ id: string; state: string; editionId: string; stageKey: string; panel: string }>(
        `SELECT s.id, s.state, p.name AS panel, p.edition_id AS "editionId", p.stage_key AS "stageKey" FROM panel_judge s JOIN panel p ON p.id = s.panel_id
         WHERE s.panel_id = $1 AND s.judge_id = $2 FOR UPDATE OF s`,
        [panelId, judgeId],
      );
      if (!seat) throw new Refusal('missing', 'NOT_FOUND');
      if (seat.state !== 'invited') throw new Refusal('conflict', 'SEAT_STEP', { state: seat.state });
      const now = this.clock.now();
      await this.database.query(
        accept
          ? `UPDATE panel_judge SET state = 'accepted', answered_at = $2, terms_version = $3 WHERE id = $1`
          : `UPDATE panel_judge SET state = 'declined', answered_at = $2, reason = $3, ended_at = $2 WHERE id = $1`,
        [seat.id, now, accept ? TERMS_VERSION : reason],
      );
      await this.audit.record({ action: accept ? 'panel.seatAccepted' : 'panel.seatDeclined', subject: { type: 'panel', id: panelId }, after: { judgeId, termsVersion }, reason });
      if (!accept) await this.tellOffice(actor, panelId, seat, reason ?? '');
      if (accept) await this.conflicts.look(seat.editionId, seat.stageKey);
    });
    return this.own(actor);
  }

  /** Who declines is missing from the plan: the secretariat hears of it at once. */
  private async tellOffice(actor: Actor, panelId: string, seat: { id: string; editionId: string; panel: string }, reason: string): Promise<void> {
    await this.notices.send({
      to: await this.people.secretariat(seat.editionId), template: 'judging.seatDeclined', params: { name: actor.name, panel: seat.panel, reason }, link: `/secretariat/panels/${panelId}?part=judges`,
      dedupeKey: `seat-declined:${seat.id}:${this.clock.now().toISOString()}`,
    });
  }
}
