import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { Clock, Database, PROCESS_ROLE, type ProcessRole } from '#libs/platform';
import { JudgedStages } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { OpenInvitations } from './open-invitations.service.js';
import { Screening } from './screening.service.js';

const EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;

interface OpenPanel {
  id: string;
  name: string;
  editionId: string;
  stageKey: string;
  closesAt: Date;
}

/** Looks after every stage that is being judged: reminders at the hours that the rulebook names, and the screens every hour. Runs in the worker. */
@Injectable()
export class JudgingWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('judging');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly people: JudgingPeople,
    private readonly screening: Screening,
    private readonly invitations: OpenInvitations,
    @Inject(PROCESS_ROLE) private readonly role: ProcessRole,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role !== 'worker') return;
    this.timer = setInterval(() => void this.look().catch((error: unknown) => this.log.warn(`Not looked after: ${String(error)}`)), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** How many reminders went out and how many stages are screened again. */
  async look(): Promise<{ reminded: number; toOffice: number; screened: number; unanswered: number }> {
    const now = this.clock.now();
    const panels = await this.database.query<OpenPanel>(
      `SELECT p.id, p.name, p.edition_id AS "editionId", p.stage_key AS "stageKey", s.closes_at AS "closesAt" FROM panel p JOIN edition_stage s ON s.edition_id = p.edition_id AND s.key = p.stage_key
       WHERE p.state = 'open' AND s.opens_at <= $1 AND s.closes_at > $1 ORDER BY p.id`,
      [now],
    );
    let [reminded, toOffice] = [0, 0];
    for (const panel of panels) {
      const rules = (await this.stages.of(panel.editionId, panel.stageKey)).panel.reminders;
      if (!rules) continue;
      const hoursLeft = (panel.closesAt.getTime() - now.getTime()) / HOUR_MS;
      // Of several that are due after a pause only the last one is sent.
      const due = Math.min(...rules.hoursBefore.filter((hours) => hoursLeft <= hours));
      if (Number.isFinite(due)) reminded += await this.remindJudges(panel, due);
      if (hoursLeft <= rules.officeHoursBefore) toOffice += await this.tellOffice(panel, rules.officeHoursBefore);
    }
    return { reminded, toOffice, screened: await this.screenAgain(now), unanswered: await this.invitations.remind() };
  }

  /** The end belongs to the mark: when it is moved, its reminders are new ones. */
  private mark = (panel: OpenPanel, kind: string, hours: number): string => `${kind}:${hours}:${panel.closesAt.toISOString()}`;

  private remindJudges(panel: OpenPanel, hours: number): Promise<number> {
    return this.database.transaction(async () => {
      const mark = this.mark(panel, 'judge', hours);
      const late = await this.database.query<{ judgeId: string }>(
        `INSERT INTO judging_reminder (panel_id, judge_id, mark, sent_at)
         SELECT a.panel_id, a.judge_id, $2, $3 FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id AND e.state NOT IN ('disqualified', 'withdrawn', 'absent')
         WHERE a.panel_id = $1 AND a.state = 'assigned' AND a.sheet_state <> 'submitted' GROUP BY a.panel_id, a.judge_id
         ON CONFLICT ON CONSTRAINT judging_reminder_once DO NOTHING RETURNING judge_id AS "judgeId"`,
        [panel.id, mark, this.clock.now()],
      );
      for (const { judgeId } of late) {
        const open = await this.database.first<{ accountId: string; open: number }>(
          `SELECT j.account_id AS "accountId", count(*)::int AS open FROM assignment a JOIN judge j ON j.id = a.judge_id
           WHERE a.panel_id = $1 AND a.judge_id = $2 AND a.state = 'assigned' AND a.sheet_state <> 'submitted' GROUP BY j.account_id`,
          [panel.id, judgeId],
        );
        if (open) await this.notices.send({ to: [open.accountId], template: 'judging.reminder', params: { panel: panel.name, open: open.open }, link: '/judge', dedupeKey: `reminder:${panel.id}:${mark}` });
      }
      return late.length;
    });
  }

  private tellOffice(panel: OpenPanel, hours: number): Promise<number> {
    return this.database.transaction(async () => {
      const left = await this.database.first<{ judges: number; open: number }>(
        `SELECT count(DISTINCT a.judge_id)::int AS judges, count(*)::int AS open FROM assignment a WHERE a.panel_id = $1 AND a.state = 'assigned' AND a.sheet_state <> 'submitted'`,
        [panel.id],
      );
      if (!left || left.open === 0) return 0;
      const mark = this.mark(panel, 'office', hours);
      const first = await this.database.query(
        'INSERT INTO judging_reminder (panel_id, judge_id, mark, sent_at) VALUES ($1, NULL, $2, $3) ON CONFLICT ON CONSTRAINT judging_reminder_once DO NOTHING RETURNING id',
        [panel.id, mark, this.clock.now()],
      );
      if (first.length === 0) return 0;
      await this.notices.send({
        to: await this.people.secretariat(panel.editionId), template: 'judging.late', params: { panel: panel.name, ...left }, link: `/secretariat/panels/${panel.id}?part=judges`, dedupeKey: `late:${panel.id}:${mark}`,
      });
      return 1;
    });
  }

  /** Stages with sheets handed in since they were last looked at, an hour ago or more. */
  private async screenAgain(now: Date): Promise<number> {
    const due = await this.database.query<{ editionId: string; stageKey: string }>(
      `SELECT p.edition_id AS "editionId", p.stage_key AS "stageKey" FROM panel p JOIN assignment a ON a.panel_id = p.id AND a.state = 'assigned' AND a.sheet_state = 'submitted'
       LEFT JOIN stage_screening g ON g.edition_id = p.edition_id AND g.stage_key = p.stage_key
       WHERE p.state = 'open' AND (g.made_at IS NULL OR g.made_at <= $1) GROUP BY p.edition_id, p.stage_key, g.sheets HAVING count(*) <> coalesce(g.sheets, 0)`,
      [new Date(now.getTime() - HOUR_MS)],
    );
    for (const { editionId, stageKey } of due) await this.database.transaction(() => this.screening.enqueue(editionId, stageKey));
    return due.length;
  }
}
