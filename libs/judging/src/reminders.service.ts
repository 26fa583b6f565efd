import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database } from '#libs/platform';
import type { ReminderAnswer, ReminderInput } from './dto/progress.dto.js';
import { Panels } from './panels.service.js';

/** Reminds judges of sheets that are still open. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly panels: Panels,
  ) {}

  /** One notice a judge and hour at most, however often the button is pressed. */
  async remind(actor: Actor, panelId: string, { judgeIds }: ReminderInput): Promise<ReminderAnswer> {
    return this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      const late = await this.database.query<{ accountId: string; judgeId: string; open: number }>(
        `SELECT j.account_id AS "accountId", j.id AS "judgeId", count(*)::int AS open FROM assignment a JOIN judge j ON j.id = a.judge_id
         WHERE a.panel_id = $1 AND a.state = 'assigned' AND a.sheet_state <> 'submitted' AND ($2::uuid[] IS NULL OR j.id = ANY($2)) GROUP BY j.account_id, j.id ORDER BY 1`,
        [panelId, judgeIds && judgeIds.length > 0 ? judgeIds : null],
      );
      const hour = this.clock.now().toISOString().slice(0, 13);
      for (const { accountId, judgeId, open } of late) {
        await this.database.query('INSERT INTO judging_reminder (panel_id, judge_id, mark, sent_at) VALUES ($1, $2, $3, $4) ON CONFLICT ON CONSTRAINT judging_reminder_once DO NOTHING', [
          panelId, judgeId, `asked:${hour}`, this.clock.now(),
        ]);
        await this.notices.send({ to: [accountId], template: 'judging.reminder', params: { panel: panel.name, open }, link: '/judge', dedupeKey: `reminder:${panelId}:${hour}` });
      }
      await this.audit.record({ action: 'judging.reminded', subject: { type: 'panel', id: panelId }, after: { judges: late.length } });
      return { reminded: late.length };
    });
  }
}
