import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, refuseIfAny, violatedConstraint, type Problem } from '#libs/platform';
import { planCallBacks, type Call, type TimedCall } from './core/call-back-plan.js';
import { instantOf, type TimetableSettings } from './core/interview-plan.js';
import type { CallBackInput, TimetableView } from './dto/interview.dto.js';
import { Interviews } from './interviews.service.js';
import { JudgedStages } from './judged-stages.service.js';

interface CalledCode {
  id: string;
  code: string;
  heard: boolean;
  people: string[];
}

const DAY_MINUTES = 24 * 60;

/** Panels hear some of the finalists a second time: each panel a finalist once, nobody in two rooms at once. */
@Injectable()
export class CallBacks {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly interviews: Interviews,
  ) {}

  /** A draft in the fewest slots from the given moment on, in the rooms of the timetable in force. It replaces an earlier draft. */
  async plan(actor: Actor, editionId: string, stageKey: string, input: CallBackInput): Promise<TimetableView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    if ((await this.stages.of(editionId, stageKey)).panel.blind) throw new Refusal('conflict', 'INTERVIEWS_NOT_BLIND');
    const id = await this.database.transaction(async () => {
      const inForce = await this.database.first<{ settings: TimetableSettings }>(
        `SELECT settings FROM interview_timetable WHERE edition_id = $1 AND stage_key = $2 AND state = 'published' AND kind = 'first'`, [editionId, stageKey],
      );
      if (!inForce) throw new Refusal('conflict', 'CALL_BACKS_NEED_TIMETABLE');
      const { rooms } = inForce.settings;
      const codes = await this.codes(editionId, stageKey, input);
      refuseIfAny(await this.faults(editionId, stageKey, input, { codes, rooms }));
      const timed = planCallBacks(callsOf(input, codes));
      const last = timed.reduce((most, call) => Math.max(most, call.slot), 0);
      if (input.from + last * input.cycle + input.length > DAY_MINUTES) throw new Refusal('unprocessable', 'CALL_BACKS_TOO_LONG', { slots: last + 1 }, [{ code: 'CALL_BACKS_TOO_LONG', path: 'from', params: { slots: last + 1 } }]);
      const settings: TimetableSettings = {
        days: [{ day: input.day, blocks: [{ from: input.from, to: input.from + last * input.cycle + input.length }] }], length: input.length, cycle: input.cycle, gap: 0, travel: 0, keep: false,
        rooms: rooms.filter(({ panelId }) => timed.some((call) => call.panel === panelId)),
      };
      await this.database.query(`UPDATE interview_timetable SET state = 'discarded' WHERE edition_id = $1 AND stage_key = $2 AND kind = 'callBack' AND state = 'draft'`, [editionId, stageKey]);
      const made = await this.database.first<{ id: string }>(
        `INSERT INTO interview_timetable (edition_id, stage_key, kind, state, settings, report, created_by, created_at) VALUES ($1, $2, 'callBack', 'draft', $3, '{}', $4, $5) RETURNING id`,
        [editionId, stageKey, JSON.stringify(settings), actor.accountId, this.clock.now()],
      );
      await this.store(made?.id ?? '', settings, timed);
      await this.refuseClashes(made?.id ?? '');
      await this.audit.record({ action: 'callBacks.planned', subject: { type: 'interview_timetable', id: made?.id ?? '' }, after: { stage: stageKey, calls: timed.length, slots: last + 1 } });
      return made?.id ?? '';
    });
    return this.interviews.view(id);
  }

  /** A list that is in force no longer holds; whoever was called is told why. A draft is simply let go. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.database.first<{ editionId: string; stageKey: string; state: string }>(
        `SELECT edition_id AS "editionId", stage_key AS "stageKey", state FROM interview_timetable WHERE id = $1 AND kind = 'callBack' FOR UPDATE`, [id],
      );
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'judging.manage', { editionId: row.editionId });
      if (row.state !== 'published' && row.state !== 'draft') throw new Refusal('conflict', 'CALL_BACKS_OVER');
      const { makers, judges } = await this.interviews.concerned(id, null);
      await this.database.query('UPDATE interview_timetable SET state = $2, withdrawn_reason = $3 WHERE id = $1', [id, row.state === 'published' ? 'superseded' : 'discarded', reason]);
      await this.audit.record({ action: 'callBacks.withdrawn', subject: { type: 'interview_timetable', id }, after: { stage: row.stageKey }, reason });
      if (row.state === 'draft') return;
      const { label } = await this.stages.of(row.editionId, row.stageKey);
      await this.notices.send({ to: makers, template: 'judging.callBackWithdrawn', params: { stage: label.zh, reason }, link: '/results/interviews', dedupeKey: `call-backs-withdrawn:${id}` });
      await this.notices.send({ to: judges, template: 'judging.interviewsToHear', params: { stage: label.zh }, link: '/judge/interviews', dedupeKey: `call-backs-withdrawn-to-hear:${id}` });
    });
  }

  private codes(editionId: string, stageKey: string, input: CallBackInput): Promise<CalledCode[]> {
    return this.database.query<CalledCode>(
      `SELECT c.id, c.code, e.state IN ('in_review', 'finalist') AS heard, coalesce(array_agg(m.person_id::text ORDER BY m.position) FILTER (WHERE m.person_id IS NOT NULL), '{}') AS people
       FROM entry_code c JOIN entry e ON e.id = c.entry_id LEFT JOIN entry_member m ON m.entry_id = e.id
       WHERE c.edition_id = $1 AND c.stage_key = $2 AND c.code = ANY($3) GROUP BY c.id, c.code, e.state`,
      [editionId, stageKey, input.calls.flatMap((call) => call.codes)],
    );
  }

  private async faults(editionId: string, stageKey: string, input: CallBackInput, { codes, rooms }: { codes: CalledCode[]; rooms: TimetableSettings['rooms'] }): Promise<Problem[]> {
    const problems: Problem[] = [];
    if (input.cycle < input.length) problems.push({ code: 'CYCLE_TOO_SHORT', path: 'cycle' });
    if (instantOf({ days: [{ day: input.day, blocks: [] }] }, input.from) <= this.clock.now()) problems.push({ code: 'CALL_BACKS_PAST', path: 'from' });
    const called = await this.database.query<{ code: string; panelId: string }>(
      `SELECT c.code, s.panel_id AS "panelId" FROM interview_slot s JOIN interview_timetable t ON t.id = s.timetable_id AND t.kind = 'callBack' AND t.state = 'published'
         JOIN entry_code c ON c.id = s.code_id WHERE t.edition_id = $1 AND t.stage_key = $2`,
      [editionId, stageKey],
    );
    const open = await this.database.query<{ id: string; name: string }>(`SELECT id, name FROM panel WHERE edition_id = $1 AND stage_key = $2 AND state = 'open'`, [editionId, stageKey]);
    input.calls.forEach((call, index) => {
      const path = `calls[${index}]`;
      const panel = open.find(({ id }) => id === call.panelId);
      if (!panel) problems.push({ code: 'PANEL_UNKNOWN', path: `${path}.panelId` });
      else if (!rooms.some(({ panelId }) => panelId === call.panelId)) problems.push({ code: 'PANEL_WITHOUT_ROOM', path: `${path}.panelId`, params: { panel: panel.name } });
      for (const [at, code] of call.codes.entries()) {
        const known = codes.find((one) => one.code === code);
        const twice = call.codes.indexOf(code) < at || input.calls.slice(0, index).some((other) => other.panelId === call.panelId && other.codes.includes(code));
        if (!known) problems.push({ code: 'CODE_UNKNOWN', path: `${path}.codes[${at}]` });
        else if (!known.heard) problems.push({ code: 'ENTRY_NOT_HEARD', path: `${path}.codes[${at}]` });
        else if (twice || called.some((one) => one.code === code && one.panelId === call.panelId)) problems.push({ code: 'CALLED_ALREADY', path: `${path}.codes[${at}]`, params: { code } });
      }
    });
    return problems;
  }

  private async store(id: string, settings: TimetableSettings, timed: readonly TimedCall[]): Promise<void> {
    const rooms = new Map(settings.rooms.map(({ panelId, room }) => [panelId, room]));
    const from = settings.days[0]?.blocks[0]?.from ?? 0;
    const slots = timed.map(({ panel, code, slot }) => {
      const start = from + slot * settings.cycle;
      return { code, panel, room: rooms.get(panel), starts: instantOf(settings, start), ends: instantOf(settings, start + settings.length) };
    });
    await this.database
      .query(
        `INSERT INTO interview_slot (timetable_id, code_id, panel_id, room, starts_at, ends_at, moved)
         SELECT $1, r.code, r.panel, r.room, r.starts, r.ends, false FROM jsonb_to_recordset($2::jsonb) AS r (code uuid, panel uuid, room text, starts timestamptz, ends timestamptz)`,
        [id, JSON.stringify(slots)],
      )
      .catch((error: unknown) => {
        if (['interview_room_taken', 'interview_person_taken'].includes(violatedConstraint(error) ?? '')) throw new Refusal('conflict', 'CALL_BACKS_CLASH', { codes: '' });
        throw error;
      });
  }

  /** The database refuses a clash on publishing; here it is told while there is still something to choose. */
  private async refuseClashes(id: string): Promise<void> {
    const rows = await this.database.query<{ code: string }>(
      `SELECT DISTINCT c.code FROM interview_slot s JOIN interview_timetable own ON own.id = s.timetable_id JOIN interview_slot o ON tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at)
         JOIN interview_timetable t ON t.id = o.timetable_id AND t.state = 'published' AND t.edition_id = own.edition_id AND t.stage_key = own.stage_key
         JOIN entry_code c ON c.id = s.code_id JOIN entry_code d ON d.id = o.code_id
       WHERE s.timetable_id = $1 AND (s.room = o.room OR s.panel_id = o.panel_id OR EXISTS (SELECT 1 FROM entry_member m JOIN entry_member n ON n.person_id = m.person_id AND n.entry_id = d.entry_id WHERE m.entry_id = c.entry_id))
       ORDER BY 1`,
      [id],
    );
    if (rows.length > 0) {
      const codes = rows.map(({ code }) => code).join('、');
      throw new Refusal('conflict', 'CALL_BACKS_CLASH', { codes }, [{ code: 'CALL_BACKS_CLASH', path: 'from', params: { codes } }]);
    }
  }
}

const callsOf = (input: CallBackInput, codes: readonly CalledCode[]): Call[] =>
  input.calls.flatMap(({ panelId, codes: called }) => called.flatMap((code) => {
    const known = codes.find((one) => one.code === code);
    return known ? [{ panel: panelId, code: known.id, people: known.people }] : [];
  }));
