import { Injectable } from '@nestjs/common';
import { exactSolver } from '#libs/exact';
import { PlanningUndecided, type TimetabledInterview } from '#libs/planning';
import { Database, Handles, job } from '#libs/platform';
import { instantOf, interviewRequest, minuteOf, replanInterviews, type TimetableSettings, type ToHear } from './core/interview-plan.js';
import { JudgedStages } from './judged-stages.service.js';

export const PlanInterviews = job<{ timetableId: string }>('judging.plan-interviews', { queue: 'scores', attempts: 2 });


interface Queued {
  id: string;
  editionId: string;
  stageKey: string;
  settings: TimetableSettings;
}

/** Works a timetable out in the background. */
@Injectable()
export class InterviewPlanner {
  constructor(private readonly database: Database, private readonly stages: JudgedStages) {}

  @Handles(PlanInterviews)
  async plan({ timetableId }: { timetableId: string }): Promise<void> {
    const row = await this.database.first<Queued>(`SELECT id, edition_id AS "editionId", stage_key AS "stageKey", settings FROM interview_timetable WHERE id = $1 AND state = 'queued' FOR UPDATE`, [timetableId]);
    if (!row) return;
    const request = interviewRequest(row.settings, await this.toHear(row), await this.away(row), row.id);
    const before = row.settings.keep ? await this.inForce(row) : [];
    try {
      const made = replanInterviews(request, before, await exactSolver());
      if (made.kind === 'infeasible') await this.end(row, 'impossible', { proof: made.proof });
      else await this.store(row, made.interviews, new Set(made.moved));
    } catch (error) {
      if (!(error instanceof PlanningUndecided)) throw error;
      await this.end(row, 'impossible', { undecided: true });
    }
  }

  private toHear(row: Queued): Promise<ToHear[]> {
    return this.database.query<ToHear>(
      `SELECT c.id, c.panel_id AS panel, coalesce(array_agg(m.person_id::text ORDER BY m.position) FILTER (WHERE m.person_id IS NOT NULL), '{}') AS people
       FROM entry_code c JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist') LEFT JOIN entry_member m ON m.entry_id = e.id
       WHERE c.edition_id = $1 AND c.stage_key = $2 GROUP BY c.id, c.panel_id ORDER BY c.code`,
      [row.editionId, row.stageKey],
    );
  }

  /** Days on which fewer judges of a panel can come than the rules ask for. */
  private async away(row: Queued): Promise<Map<string, string[]>> {
    const { panel } = await this.stages.of(row.editionId, row.stageKey);
    const rows = await this.database.query<{ panelId: string; days: string[] }>(
      `SELECT p.id AS "panelId", array_agg(d.day ORDER BY d.day) AS days FROM panel p CROSS JOIN unnest($3::text[]) AS d (day)
       WHERE p.edition_id = $1 AND p.stage_key = $2 AND (
         SELECT count(*) FROM panel_judge s WHERE s.panel_id = p.id AND s.state = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM judge_away a WHERE a.judge_id = s.judge_id AND d.day::date BETWEEN a.from_day AND a.to_day)) < $4 GROUP BY p.id`,
      [row.editionId, row.stageKey, row.settings.days.map(({ day }) => day), panel.minimumJudges],
    );
    return new Map(rows.map(({ panelId, days }) => [panelId, days]));
  }

  private async inForce(row: Queued): Promise<TimetabledInterview[]> {
    const rows = await this.database.query<{ interview: string; panel: string; startsAt: Date }>(
      `SELECT s.code_id AS interview, s.panel_id AS panel, s.starts_at AS "startsAt" FROM interview_slot s JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' AND t.kind = 'first'
       WHERE t.edition_id = $1 AND t.stage_key = $2 ORDER BY s.starts_at, s.code_id`,
      [row.editionId, row.stageKey],
    );
    return rows.map(({ interview, panel, startsAt }) => ({ interview, panel, start: minuteOf(row.settings, startsAt) }));
  }

  private async store(row: Queued, interviews: readonly TimetabledInterview[], moved: ReadonlySet<string>): Promise<void> {
    const rooms = new Map(row.settings.rooms.map(({ panelId, room }) => [panelId, room]));
    const slots = interviews.map(({ interview, panel, start }) => ({
      code: interview, panel, room: rooms.get(panel), starts: instantOf(row.settings, start), ends: instantOf(row.settings, start + row.settings.length), moved: moved.has(interview),
    }));
    await this.database.query(
      `INSERT INTO interview_slot (timetable_id, code_id, panel_id, room, starts_at, ends_at, moved)
       SELECT $1, r.code, r.panel, r.room, r.starts, r.ends, r.moved FROM jsonb_to_recordset($2::jsonb) AS r (code uuid, panel uuid, room text, starts timestamptz, ends timestamptz, moved boolean)`,
      [row.id, JSON.stringify(slots)],
    );
    await this.end(row, 'draft', { moved: moved.size });
  }

  private async end(row: Queued, state: 'draft' | 'impossible', report: Record<string, unknown>): Promise<void> {
    await this.database.query('UPDATE interview_timetable SET state = $2, report = $3 WHERE id = $1', [row.id, state, JSON.stringify(report)]);
  }
}
