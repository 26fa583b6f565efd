import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { explainRefusal, type InterviewProof } from '#libs/planning';
import { Clock, currentContext, Database, Outbox, Random, Refusal, refuseIfAny, text, violatedConstraint, type Problem } from '#libs/platform';
import type { TimetableSettings } from './core/interview-plan.js';
import { drawCodes } from './core/entry-codes.js';
import type { InterviewSlotView, TimetableInput, TimetableView } from './dto/interview.dto.js';
import type { TimetableState } from './entities/interview.entities.js';
import { PlanInterviews } from './interview-planner.service.js';
import { inReach } from './judging-scope.js';
import { JudgedStages } from './judged-stages.service.js';

export interface TimetableReport {
  proof?: InterviewProof;
  undecided?: boolean;
  moved?: number;
  /** Digest of the codes that are to be heard, to see whether the timetable still holds. */
  codes?: number;
}

interface TimetableRow {
  id: string;
  editionId: string;
  stageKey: string;
  kind: 'first' | 'callBack';
  state: TimetableState;
  settings: TimetableSettings;
  report: TimetableReport;
  interviews: number;
  createdAt: Date;
  publishedAt: Date | null;
}

const ROW = `SELECT t.id, t.edition_id AS "editionId", t.stage_key AS "stageKey", t.kind, t.state, t.settings, t.report, t.created_at AS "createdAt", t.published_at AS "publishedAt",
  (SELECT count(*)::int FROM interview_slot s WHERE s.timetable_id = t.id) AS interviews FROM interview_timetable t`;

/** The secretariat's timetables of interviews: asked for, looked at, published, replaced. */
@Injectable()
export class Interviews {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
  ) {}

  async list(actor: Actor, editionId: string, stageKey: string): Promise<TimetableView[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    const rows = await this.database.query<TimetableRow>(`${ROW} WHERE t.edition_id = $1 AND t.stage_key = $2 AND t.state <> 'discarded' ORDER BY t.created_at DESC, t.id LIMIT 20`, [editionId, stageKey]);
    return Promise.all(rows.map((row) => this.viewOf(row)));
  }

  /** Has a timetable worked out in the background; nothing is in force before it is published. */
  async plan(actor: Actor, editionId: string, stageKey: string, input: TimetableInput): Promise<TimetableView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    // Whoever is heard in person is known: a timetable would be the key to the codes.
    if ((await this.stages.of(editionId, stageKey)).panel.blind) throw new Refusal('conflict', 'INTERVIEWS_NOT_BLIND');
    refuseIfAny(await this.faults(editionId, stageKey, input));
    const id = await this.database.transaction(async () => {
      await this.database.query(`UPDATE interview_timetable SET state = 'discarded' WHERE edition_id = $1 AND stage_key = $2 AND kind = 'first' AND state IN ('queued', 'draft', 'impossible')`, [editionId, stageKey]);
      const made = await this.database.first<{ id: string }>(
        `INSERT INTO interview_timetable (edition_id, stage_key, kind, state, settings, report, created_by, created_at) VALUES ($1, $2, 'first', 'queued', $3, '{}', $4, $5) RETURNING id`,
        [editionId, stageKey, JSON.stringify({ ...input, days: [...input.days].sort((a, b) => (a.day < b.day ? -1 : 1)) } satisfies TimetableSettings), actor.accountId, this.clock.now()],
      );
      const timetableId = made?.id ?? '';
      await this.outbox.add(PlanInterviews, { timetableId });
      await this.audit.record({ action: 'interviews.planned', subject: { type: 'interview_timetable', id: timetableId }, after: { stage: stageKey, keep: input.keep } });
      return timetableId;
    });
    return this.viewOf(await this.row(id));
  }

  async slots(actor: Actor, id: string): Promise<InterviewSlotView[]> {
    const row = await this.row(id);
    this.access.sees(actor, 'judging.read', { editionId: row.editionId });
    const rows = await this.database.query<Omit<InterviewSlotView, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }>(
      `SELECT c.code, s.panel_id AS "panelId", p.name AS panel, s.room, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.moved,
         CASE WHEN e.state = 'absent' THEN 'absent' WHEN k.arrived_at IS NOT NULL THEN 'arrived' ELSE 'expected' END AS presence
       FROM interview_slot s JOIN entry_code c ON c.id = s.code_id JOIN entry e ON e.id = c.entry_id JOIN panel p ON p.id = s.panel_id LEFT JOIN interview_ticket k ON k.code_id = c.id
       WHERE s.timetable_id = $1 AND ${inReach('e.prefecture_id', 2)} ORDER BY s.starts_at, s.room, c.code`,
      [id, this.access.orgPaths(actor, 'judging.read')],
    );
    return rows.map((slot) => ({ ...slot, startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() }));
  }

  /** From now on it is the one in force. Whoever has another room or time than before is told, and nobody else. */
  async publish(actor: Actor, id: string): Promise<TimetableView> {
    await this.database.transaction(async () => {
      const row = await this.row(id);
      this.access.sees(actor, 'judging.manage', { editionId: row.editionId });
      await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('judging.interviews ' || $1 || ' ' || $2, 0))`, [row.editionId, row.stageKey]);
      if ((await this.row(id)).state !== 'draft') throw new Refusal('conflict', 'TIMETABLE_NOT_DRAFT');
      const missing = row.kind === 'callBack' ? undefined : await this.database.first<{ count: number }>(
        `SELECT count(*)::int AS count FROM entry_code c JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist')
         WHERE c.edition_id = $1 AND c.stage_key = $2 AND NOT EXISTS (SELECT 1 FROM interview_slot s WHERE s.timetable_id = $3 AND s.code_id = c.id)`,
        [row.editionId, row.stageKey, id],
      );
      if (missing && missing.count > 0) throw new Refusal('conflict', 'TIMETABLE_OUTDATED', { count: missing.count });
      const now = this.clock.now();
      const before = row.kind === 'callBack' ? undefined : await this.database.first<{ id: string }>(`UPDATE interview_timetable SET state = 'superseded' WHERE edition_id = $1 AND stage_key = $2 AND kind = 'first' AND state = 'published' RETURNING id`, [row.editionId, row.stageKey]);
      const put = await this.database.query(`UPDATE interview_timetable SET state = 'published', published_by = $2, published_at = $3 WHERE id = $1 AND state = 'draft' RETURNING id`, [id, actor.accountId, now]).catch((error: unknown) => {
        const code = { interviews_clash: 'INTERVIEWS_CLASH', call_back_once: 'CALLED_BACK_MEANWHILE' }[violatedConstraint(error) ?? ''];
        throw code ? new Refusal('conflict', code) : error;
      });
      if (put.length === 0) throw new Refusal('conflict', 'TIMETABLE_NOT_DRAFT');
      await this.giveTickets(id);
      await this.tell(row, id, before?.id ?? null);
      await this.audit.record({ action: 'interviews.published', subject: { type: 'interview_timetable', id }, before: before && { timetableId: before.id }, after: { stage: row.stageKey, interviews: row.interviews } });
    });
    return this.viewOf(await this.row(id));
  }

  private async giveTickets(id: string): Promise<void> {
    const open = await this.database.query<{ id: string }>('SELECT DISTINCT s.code_id AS id FROM interview_slot s WHERE s.timetable_id = $1 AND NOT EXISTS (SELECT 1 FROM interview_ticket k WHERE k.code_id = s.code_id) ORDER BY 1', [id]);
    const taken = await this.database.query<{ ticket: string }>('SELECT ticket FROM interview_ticket');
    const tickets = drawCodes(open.length, new Set(taken.map(({ ticket }) => ticket)), (count) => this.random.bytes(count));
    await this.database.query('INSERT INTO interview_ticket (code_id, ticket) SELECT r.code, r.ticket FROM jsonb_to_recordset($1::jsonb) AS r (code uuid, ticket text)', [
      JSON.stringify(open.map((code, index) => ({ code: code.id, ticket: tickets[index] }))),
    ]);
  }

  private async tell(row: TimetableRow, id: string, before: string | null): Promise<void> {
    const { makers, judges } = await this.concerned(id, before);
    const stage = await this.stages.of(row.editionId, row.stageKey);
    const params = { stage: stage.label.zh };
    const template = row.kind === 'callBack' ? 'judging.callBack' : before ? 'judging.interviewMoved' : 'judging.interviewSet';
    await this.notices.send({ to: makers, template, params, link: '/results/interviews', dedupeKey: `interviews:${id}` });
    await this.notices.send({ to: judges, template: 'judging.interviewsToHear', params, link: '/judge/interviews', dedupeKey: `interviews-to-hear:${id}` });
  }

  /** Accounts of whoever is heard and of whoever hears, other than by the timetable before. */
  async concerned(id: string, before: string | null): Promise<{ makers: string[]; judges: string[] }> {
    const changed = `FROM interview_slot s WHERE s.timetable_id = $1 AND NOT EXISTS (
      SELECT 1 FROM interview_slot o WHERE o.timetable_id = $2 AND o.code_id = s.code_id AND o.room = s.room AND o.starts_at = s.starts_at)`;
    const makers = await this.database.query<{ accountId: string }>(
      `SELECT DISTINCT a.id AS "accountId" FROM (SELECT s.code_id ${changed}) s JOIN entry_code c ON c.id = s.code_id JOIN entry e ON e.id = c.entry_id
         JOIN account a ON a.id = COALESCE(e.keeper_id, e.created_by) OR a.person_id IN (SELECT m.person_id FROM entry_member m WHERE m.entry_id = e.id UNION SELECT k.person_id FROM entry_coach k WHERE k.entry_id = e.id)
       WHERE a.status = 'active' ORDER BY 1`,
      [id, before],
    );
    const judges = await this.database.query<{ accountId: string }>(
      `SELECT DISTINCT j.account_id AS "accountId" FROM (SELECT s.panel_id ${changed}) s JOIN panel_judge seat ON seat.panel_id = s.panel_id AND seat.state = 'accepted' JOIN judge j ON j.id = seat.judge_id ORDER BY 1`,
      [id, before],
    );
    return { makers: makers.map((one) => one.accountId), judges: judges.map((one) => one.accountId) };
  }

  async view(id: string): Promise<TimetableView> {
    return this.viewOf(await this.row(id));
  }

  private async faults(editionId: string, stageKey: string, input: TimetableInput): Promise<Problem[]> {
    const problems: Problem[] = [];
    if (input.cycle < input.length) problems.push({ code: 'CYCLE_TOO_SHORT', path: 'cycle' });
    input.days.forEach(({ day, blocks }, index) => {
      if (input.days.findIndex((other) => other.day === day) < index) problems.push({ code: 'DAY_TWICE', path: `days[${index}].day` });
      blocks.forEach(({ from, to }, at) => {
        if (to - from < input.length) problems.push({ code: 'BLOCK_TOO_SHORT', path: `days[${index}].blocks[${at}].to` });
        if (at > 0 && from < (blocks[at - 1]?.to ?? 0)) problems.push({ code: 'BLOCKS_OVERLAP', path: `days[${index}].blocks[${at}].from` });
      });
    });
    const panels = await this.database.query<{ id: string; name: string; codes: number }>(
      `SELECT p.id, p.name, (SELECT count(*)::int FROM entry_code c JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist') WHERE c.panel_id = p.id) AS codes
       FROM panel p WHERE p.edition_id = $1 AND p.stage_key = $2 AND p.state = 'open' ORDER BY p.name`,
      [editionId, stageKey],
    );
    input.rooms.forEach(({ panelId, room }, index) => {
      if (!panels.some(({ id }) => id === panelId)) problems.push({ code: 'PANEL_UNKNOWN', path: `rooms[${index}].panelId` });
      if (input.rooms.findIndex((other) => other.room.trim() === room.trim() || other.panelId === panelId) < index) problems.push({ code: 'ROOM_TWICE', path: `rooms[${index}].room` });
    });
    for (const { id, name, codes } of panels) if (codes > 0 && !input.rooms.some(({ panelId }) => panelId === id)) problems.push({ code: 'PANEL_WITHOUT_ROOM', path: 'rooms', params: { panel: name } });
    return problems;
  }

  private async row(id: string): Promise<TimetableRow> {
    const row = await this.database.first<TimetableRow>(`${ROW} WHERE t.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private async viewOf(row: TimetableRow): Promise<TimetableView> {
    const { proof, undecided, moved } = row.report;
    return {
      ...row.settings, id: row.id, kind: row.kind, state: row.state, interviews: row.interviews, moved: moved ?? 0,
      obstacle: proof ? await this.inWords(proof) : undecided ? text('judging.interviews.undecided') : null,
      advice: proof || undecided ? ['moreHours', 'shorter', 'splitPanel'].map((key) => text(`judging.interviews.advice.${key}`)) : [],
      createdAt: row.createdAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null,
    };
  }

  /** The proof with codes in place of ids. */
  private async inWords(proof: InterviewProof): Promise<string> {
    let sentence = explainRefusal(proof, currentContext().language);
    const ids = [...new Set(sentence.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])];
    const names = await this.database.query<{ id: string; code: string }>('SELECT id, code FROM entry_code WHERE id = ANY($1::uuid[])', [ids]);
    for (const { id, code } of names) sentence = sentence.replaceAll(id, code);
    return sentence;
  }
}
