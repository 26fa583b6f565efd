import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { Clock, Database } from '#libs/platform';
import { JudgedStages } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';

const HOUR_MS = 3_600_000;

interface OpenSeat {
  judgeId: string;
  accountId: string;
  name: string;
  panelId: string;
  panel: string;
  editionId: string;
  stageKey: string;
  invitedAt: Date;
}

/** Invitations without an answer: brought to the judge's mind, then told to the secretariat, after the hours that the rulebook names; each once. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly people: JudgingPeople,
  ) {}

  /** How many notices went out. */
  async remind(): Promise<number> {
    const now = this.clock.now();
    const seats = await this.database.query<OpenSeat>(
      `SELECT s.judge_id AS "judgeId", j.account_id AS "accountId", a.name, p.id AS "panelId", p.name AS panel, p.edition_id AS "editionId", p.stage_key AS "stageKey", s.invited_at AS "invitedAt"
       FROM panel_judge s JOIN panel p ON p.id = s.panel_id AND p.state <> 'locked' JOIN judge j ON j.id = s.judge_id JOIN account a ON a.id = j.account_id
       WHERE s.state = 'invited' AND s.invited_at < $1 ORDER BY p.id, s.judge_id`,
      [now],
    );
    let told = 0;
    for (const seat of seats) {
      const rules = (await this.stages.of(seat.editionId, seat.stageKey)).panel.invitations;
      if (!rules) continue;
      const hours = (now.getTime() - seat.invitedAt.getTime()) / HOUR_MS;
      if (hours >= rules.remindHours) told += await this.once(seat, 'invited', [seat.accountId], 'judging.invitationOpen', '/judge');
      if (hours >= rules.officeHours) told += await this.once(seat, 'invitedOffice', await this.people.secretariat(seat.editionId), 'judging.invitationUnanswered', `/secretariat/panels/${seat.panelId}?part=judges`);
    }
    return told;
  }

  /** The day of the invitation belongs to the mark: who is asked again is reminded again. */
  private once(seat: OpenSeat, kind: string, to: string[], template: string, link: string): Promise<number> {
    return this.database.transaction(async () => {
      const mark = `${kind}:${seat.invitedAt.toISOString()}`;
      const first = await this.database.query(
        'INSERT INTO judging_reminder (panel_id, judge_id, mark, sent_at) VALUES ($1, $2, $3, $4) ON CONFLICT ON CONSTRAINT judging_reminder_once DO NOTHING RETURNING id', [seat.panelId, seat.judgeId, mark, this.clock.now()],
      );
      if (first.length === 0) return 0;
      await this.notices.send({ to, template, params: { panel: seat.panel, name: seat.name }, link, dedupeKey: `${kind}:${seat.panelId}:${seat.judgeId}:${seat.invitedAt.toISOString()}` });
      return 1;
    });
  }
}
