import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { OWN_ENTRY } from '#libs/results';
import { Absences } from './absences.service.js';
import { inReach } from './judging-scope.js';
import type { BoardLine, BoardRoom, CheckedIn, JudgeInterview, OwnInterview } from './dto/interview.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { Judges } from './judges.service.js';

/** The day itself: who is heard where and when, who has come, who has not. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly judges: Judges,
    private readonly absences: Absences,
  ) {}

  /** The interviews of one's own entries, with what is shown at the door. */
  async own(actor: Actor): Promise<OwnInterview[]> {
    const rows = await this.database.query<Omit<OwnInterview, 'startsAt' | 'endsAt' | 'arrivedAt' | 'stageLabel'> & { editionId: string; stageKey: string; startsAt: Date; endsAt: Date; arrivedAt: Date | null }>(
      `SELECT e.id AS "entryId", e.title, edition.name AS "editionName", t.edition_id AS "editionId", t.stage_key AS "stageKey", t.kind = 'callBack' AS "callBack", s.room,
         coalesce((SELECT r.place FROM jsonb_to_recordset(t.settings->'rooms') AS r ("panelId" uuid, place text) WHERE r."panelId" = s.panel_id LIMIT 1), '') AS place,
         s.starts_at AS "startsAt", s.ends_at AS "endsAt", k.ticket, k.arrived_at AS "arrivedAt"
       FROM interview_slot s JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' JOIN edition ON edition.id = t.edition_id
         JOIN entry_code c ON c.id = s.code_id JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist', 'absent', 'final_scored') JOIN interview_ticket k ON k.code_id = c.id
       WHERE ${OWN_ENTRY} ORDER BY s.starts_at, e.id`,
      [actor.accountId, actor.personId ?? null],
    );
    return Promise.all(rows.map(async ({ editionId, stageKey, ...row }) => ({
      ...row, stageLabel: await this.label(editionId, stageKey), startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), arrivedAt: row.arrivedAt?.toISOString() ?? null,
    })));
  }

  /** What the judge's panels hear, by code. */
  async toHear(actor: Actor): Promise<JudgeInterview[]> {
    const judgeId = await this.judges.idOf(actor.accountId);
    const rows = await this.database.query<Omit<JudgeInterview, 'startsAt' | 'endsAt' | 'stageLabel'> & { editionId: string; stageKey: string; startsAt: Date; endsAt: Date }>(
      `SELECT p.id AS "panelId", p.name AS panel, edition.name AS "editionName", t.edition_id AS "editionId", t.stage_key AS "stageKey", t.kind = 'callBack' AS "callBack", c.code, s.room, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
       FROM interview_slot s JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' JOIN edition ON edition.id = t.edition_id JOIN entry_code c ON c.id = s.code_id
         JOIN panel p ON p.id = s.panel_id AND p.state = 'open' JOIN panel_judge seat ON seat.panel_id = p.id AND seat.state = 'accepted' AND seat.judge_id = $1
       ORDER BY s.starts_at, s.room, c.code LIMIT 1000`,
      [judgeId],
    );
    return Promise.all(rows.map(async ({ editionId, stageKey, ...row }) => ({ ...row, stageLabel: await this.label(editionId, stageKey), startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() })));
  }

  /** Room by room: whose time has come, and the next two; for the screen in the hall. Who is out of the contest is not called. */
  async board(actor: Actor, editionId: string, stageKey: string): Promise<BoardRoom[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    if ((await this.stages.of(editionId, stageKey)).panel.blind) throw new Refusal('conflict', 'INTERVIEWS_NOT_BLIND');
    const now = this.clock.now();
    const rows = await this.database.query<Omit<BoardLine, 'startsAt' | 'endsAt'> & { room: string; panel: string; startsAt: Date; endsAt: Date }>(
      `SELECT s.room, p.name AS panel, e.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", t.kind = 'callBack' AS "callBack", k.arrived_at IS NOT NULL AS arrived
       FROM interview_slot s JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' JOIN panel p ON p.id = s.panel_id
         JOIN entry_code c ON c.id = s.code_id JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist') LEFT JOIN interview_ticket k ON k.code_id = c.id
       WHERE t.edition_id = $1 AND t.stage_key = $2 AND s.ends_at > $3 AND ${inReach('e.prefecture_id', 4)} ORDER BY s.room, s.starts_at`,
      [editionId, stageKey, now, this.access.orgPaths(actor, 'judging.read')],
    );
    return [...new Set(rows.map((row) => row.room))].map((room) => {
      const own = rows.filter((row) => row.room === room);
      const shown = (lines: typeof rows): BoardLine[] => lines.map(({ title, startsAt, endsAt, callBack, arrived }) => ({ title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), callBack, arrived }));
      return { room, panel: own[0]?.panel ?? '', now: shown(own.filter((row) => row.startsAt <= now).slice(0, 1)), next: shown(own.filter((row) => row.startsAt > now).slice(0, 2)) };
    });
  }

  /** Somebody shows a ticket. Shown twice, it counts once. */
  async checkIn(actor: Actor, editionId: string, stageKey: string, ticket: string): Promise<CheckedIn> {
    this.access.sees(actor, 'judging.manage', { editionId });
    return this.database.transaction(async () => {
      const shown = ticket.trim().toUpperCase();
      const found = await this.database.first<{ codeId: string; ticket: string; room: string; panel: string; startsAt: Date; arrivedAt: Date | null; state: string }>(
        `SELECT c.id AS "codeId", k.ticket, s.room, p.name AS panel, s.starts_at AS "startsAt", k.arrived_at AS "arrivedAt", e.state
         FROM interview_ticket k JOIN entry_code c ON c.id = k.code_id AND c.edition_id = $1 AND c.stage_key = $2 JOIN entry e ON e.id = c.entry_id
           JOIN interview_slot s ON s.code_id = c.id JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' AND t.kind = 'first' JOIN panel p ON p.id = s.panel_id
         WHERE k.ticket = $3 OR replace(k.ticket, '-', '') = $3 FOR UPDATE OF k, e`,
        [editionId, stageKey, shown],
      );
      if (!found) throw new Refusal('unprocessable', 'TICKET_UNKNOWN', {}, [{ code: 'TICKET_UNKNOWN', path: 'ticket' }]);
      if (found.state !== 'finalist' && found.state !== 'in_review') throw new Refusal('conflict', 'ENTRY_NOT_HEARD');
      const now = this.clock.now();
      if (!found.arrivedAt) {
        await this.database.query('UPDATE interview_ticket SET arrived_at = $2, recorded_by = $3 WHERE code_id = $1', [found.codeId, now, actor.accountId]);
        await this.audit.record({ action: 'interviews.arrived', subject: { type: 'entry_code', id: found.codeId } });
      }
      return { ticket: found.ticket, room: found.room, panel: found.panel, startsAt: found.startsAt.toISOString(), arrivedAt: (found.arrivedAt ?? now).toISOString(), again: found.arrivedAt !== null };
    });
  }

  /** Who has not come by the end of the interview is absent by the rules; refused for those who have checked in or whose time is still to come. */
  async markAbsent(actor: Actor, editionId: string, stageKey: string, codes: readonly string[], reason: string): Promise<void> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.database.transaction(async () => {
      for (const code of [...new Set(codes.map((one) => one.trim().toUpperCase()))].sort()) {
        const found = await this.database.first<{ panelId: string; endsAt: Date; arrivedAt: Date | null }>(
          `SELECT s.panel_id AS "panelId", s.ends_at AS "endsAt", k.arrived_at AS "arrivedAt" FROM entry_code c JOIN interview_slot s ON s.code_id = c.id
             JOIN interview_timetable t ON t.id = s.timetable_id AND t.state = 'published' AND t.kind = 'first' JOIN interview_ticket k ON k.code_id = c.id
           WHERE c.edition_id = $1 AND c.stage_key = $2 AND c.code = $3 FOR UPDATE OF k`,
          [editionId, stageKey, code],
        );
        if (!found) throw new Refusal('unprocessable', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: code }]);
        if (found.arrivedAt) throw new Refusal('conflict', 'CHECKED_IN', { code });
        if (found.endsAt > this.clock.now()) throw new Refusal('conflict', 'INTERVIEW_TO_COME', { code });
        await this.absences.mark(actor, found.panelId, { code, reason });
      }
    });
  }

  private async label(editionId: string, stageKey: string): Promise<string> {
    return (await this.stages.of(editionId, stageKey)).label[currentContext().language];
  }
}
