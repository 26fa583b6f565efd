import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, likePattern, Refusal, refuseIfAny, violatedConstraint, type Page, type Problem } from '#libs/platform';
import { isLate, stageStatus, type StageStatus } from './core/calendar.js';
import type { CalendarRules } from './core/rulebook.types.js';
import type { CalendarInput, EditionChange, EditionInput, EditionListQuery, EditionView } from './dto/contest.dto.js';
import { EDITION_SELECT, editionView, type EditionRow } from './edition-rows.js';
import { RulebookEditor } from './rulebook-editor.service.js';
import { Rulebooks, type RulebookInForce, type RulesAtStage } from './rulebooks.service.js';

/** What other rooms need of an edition. */
export interface EditionFacts {
  id: string;
  contestId: string;
  contestCode: string;
  family: string;
  number: number;
  year: number;
  name: string;
  state: string;
  rulebookVersionId: string | null;
}

/** One stage of the calendar, half-open, and where the server's clock stands in it. */
export interface StageWindow {
  key: string;
  opensAt: Date;
  closesAt: Date;
  lastSecond: CalendarRules['lastSecond'];
  now: Date;
  status: StageStatus;
}

@Injectable()
export class Editions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rulebooks: RulebookEditor,
    private readonly inForce: Rulebooks,
  ) {}

  /** Editions, newest first. Those in preparation are shown only to the people who prepare them. */
  async list(actor: Actor, query: EditionListQuery): Promise<Page<EditionView>> {
    const conditions: string[] = [];
    const values: unknown[] = [];
    const add = (sql: string, value: unknown): void => void conditions.push(sql.replace('?', `$${values.push(value)}`));
    if (!preparesEditions(actor)) conditions.push(`e.state <> 'preparing'`);
    if (query.state) add('e.state = ?', query.state);
    if (query.family) add('e.family = ?', query.family);
    if (query.contestId) add('e.contest_id = ?', query.contestId);
    const named = likePattern(query.q);
    if (named) add('e.name ILIKE ?', named);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const total = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM edition e ${where}`, values);
    const rows = await this.database.query<EditionRow>(
      `${EDITION_SELECT} ${where} ORDER BY e.year DESC, e.number DESC, e.id LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      values,
    );
    return { rows: rows.map((row) => editionView(row, this.clock.now())), total: total?.count ?? 0, page: query.page, size: query.size };
  }

  async view(actor: Actor, id: string): Promise<EditionView> {
    const view = await this.load(id);
    if (view.state === 'preparing' && !preparesEditions(actor)) throw new Refusal('missing', 'NOT_FOUND');
    return view;
  }

  /** Begins the preparation of an edition; the contest's family gives the first rulebook. */
  create(actor: Actor, input: EditionInput): Promise<EditionView> {
    return this.database.transaction(async () => {
      const contest = await this.database.first<{ family: string }>('SELECT family FROM contest WHERE id = $1', [input.contestId]);
      if (!contest) throw new Refusal('missing', 'NOT_FOUND');
      const id = await this.insert({ ...input, family: contest.family });
      await this.rulebooks.begin(actor, id, contest.family, input.year);
      await this.audit.record({ action: 'edition.created', subject: { type: 'edition', id }, after: { ...input } });
      return this.load(id);
    });
  }

  change(_actor: Actor, id: string, input: EditionChange): Promise<EditionView> {
    return this.database.transaction(async () => {
      const before = await this.lock(id, input.version);
      const after = { name: input.name ?? before.name, nameEn: input.nameEn ?? before.nameEn, year: input.year ?? before.year };
      if (after.year !== before.year && before.state !== 'preparing') throw new Refusal('conflict', 'EDITION_ALREADY_OPEN');
      await this.database.query('UPDATE edition SET name = $2, name_en = $3, year = $4, version = version + 1 WHERE id = $1', [id, after.name, after.nameEn, after.year]);
      await this.audit.record({ action: 'edition.changed', subject: { type: 'edition', id }, before: { name: before.name, year: before.year }, after });
      return this.load(id);
    });
  }

  /** Replaces the calendar. Every stage must be one of the rulebook's and end after it begins. */
  setCalendar(_actor: Actor, id: string, input: CalendarInput): Promise<EditionView> {
    return this.database.transaction(async () => {
      const before = await this.lock(id, input.version);
      if (before.state === 'closed' || before.state === 'archived') throw new Refusal('conflict', 'EDITION_CLOSED');
      const order = await this.stageOrder(id);
      refuseIfAny(calendarProblems(input, order), 'CALENDAR_INVALID');
      await this.database.query('DELETE FROM edition_stage WHERE edition_id = $1', [id]);
      await this.database.query(
        `INSERT INTO edition_stage (edition_id, key, position, opens_at, closes_at)
         SELECT $1, s.key, array_position($3::text[], s.key), s."opensAt", s."closesAt" FROM jsonb_to_recordset($2) AS s (key text, "opensAt" timestamptz, "closesAt" timestamptz)`,
        [id, JSON.stringify(input.stages), order],
      );
      await this.database.query('UPDATE edition SET version = version + 1 WHERE id = $1', [id]);
      const after = await this.load(id);
      await this.audit.record({ action: 'edition.calendarSet', subject: { type: 'edition', id }, before: spans(before), after: spans(after) });
      return after;
    });
  }

  async facts(id: string): Promise<EditionFacts> {
    const row = await this.database.oftenFirst<EditionFacts>(
      `SELECT e.id, e.contest_id AS "contestId", c.code AS "contestCode", e.family, e.number, e.year, e.name, e.state, e.rulebook_version_id AS "rulebookVersionId"
       FROM edition e JOIN contest c ON c.id = e.contest_id WHERE e.id = $1`,
      [id],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  /** A stage of the calendar. Refuses STAGE_NOT_PLANNED where the office has not set it. */
  async stageWindow(editionId: string, key: string): Promise<StageWindow> {
    return (await this.stage(editionId, key)).window;
  }

  /**
   * Refuses unless the edition is open and its stage runs by the server's clock: EDITION_NOT_OPEN, STAGE_NOT_OPEN, DEADLINE_PASSED.
   * `extendedTo`: an individual later end, as a return with a fix-by time gives it.
   */
  async requireOpen(editionId: string, key: string, extendedTo?: Date | null): Promise<StageWindow> {
    const { state, window } = await this.stage(editionId, key);
    return open(key, state, window, extendedTo);
  }

  /** The rules in force, and a check of the calendar as {@link requireOpen} makes it, in one question. Refuses NOT_FOUND and RULEBOOK_NONE. */
  async ruled(editionId: string, key: string): Promise<{ rules: RulebookInForce; requireOpen(): StageWindow }> {
    const row = await this.inForce.atStage(editionId, key);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (!row.rules) throw new Refusal('conflict', 'RULEBOOK_NONE');
    return { rules: row.rules, requireOpen: () => open(key, row.editionState, this.windowOf(key, row)) };
  }

  /** Inserts the row of an edition in preparation; its id. */
  async insert(edition: { contestId: string; family: string; number: number; year: number; name: string; nameEn?: string; clonedFrom?: string }): Promise<string> {
    try {
      const row = await this.database.first<{ id: string }>(
        `INSERT INTO edition (contest_id, family, number, year, name, name_en, cloned_from, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [edition.contestId, edition.family, edition.number, edition.year, edition.name, edition.nameEn ?? '', edition.clonedFrom ?? null, this.clock.now()],
      );
      return row?.id as string;
    } catch (error) {
      if (violatedConstraint(error) === 'edition_number_key') throw new Refusal('conflict', 'EDITION_NUMBER_TAKEN', { number: edition.number });
      throw error;
    }
  }

  async load(id: string): Promise<EditionView> {
    const row = await this.database.first<EditionRow>(`${EDITION_SELECT} WHERE e.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return editionView(row, this.clock.now());
  }

  /** Locks the row and refuses a stale version. */
  async lock(id: string, version?: number): Promise<EditionView> {
    const row = await this.database.first<{ version: number }>('SELECT version FROM edition WHERE id = $1 FOR UPDATE', [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (version !== undefined && row.version !== version) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: row.version });
    return this.load(id);
  }

  private async stage(editionId: string, key: string): Promise<{ state: string; window: StageWindow }> {
    const row = await this.inForce.atStage(editionId, key);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return { state: row.editionState, window: this.windowOf(key, row) };
  }

  private windowOf(key: string, { editionState, opensAt, closesAt, rules }: RulesAtStage): StageWindow {
    if (opensAt === null || closesAt === null) throw new Refusal('conflict', editionState === 'preparing' ? 'EDITION_NOT_OPEN' : 'STAGE_NOT_PLANNED', { stage: key });
    const now = this.clock.now();
    const span = { opensAt, closesAt };
    const lastSecond = rules?.document.calendar.lastSecond ?? 'excluded';
    return { key, ...span, lastSecond, now, status: stageStatus(now, span, lastSecond) };
  }

  private async stageOrder(id: string): Promise<string[]> {
    const row = await this.database.first<{ keys: string[] }>(
      `SELECT array(SELECT stage ->> 'key' FROM jsonb_array_elements(v.document #> '{calendar,stages}') WITH ORDINALITY AS s (stage, place) ORDER BY place) AS keys
       FROM edition e JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = $1`,
      [id],
    );
    if (!row) throw new Refusal('conflict', 'RULEBOOK_NONE');
    return row.keys;
  }
}

function open(key: string, state: string, window: StageWindow, extendedTo?: Date | null): StageWindow {
  if (state !== 'open') throw new Refusal('conflict', 'EDITION_NOT_OPEN');
  const extended = extendedTo && !isLate(window.now, extendedTo, window.lastSecond);
  if (extended) return window;
  if (window.status === 'coming') throw new Refusal('conflict', 'STAGE_NOT_OPEN', { stage: key, opensAt: window.opensAt.toISOString() });
  if (window.status === 'over') throw new Refusal('conflict', 'DEADLINE_PASSED', { stage: key, closesAt: window.closesAt.toISOString() });
  return window;
}

/** Who may see an edition before it opens. */
export const preparesEditions = (actor: Actor): boolean =>
  actor.grants.some((grant) => ['province_admin', 'secretariat', 'supervisor', 'system_admin'].includes(grant.role));

const spans = (edition: EditionView): Record<string, string> =>
  Object.fromEntries(edition.stages.map((stage) => [stage.key, `${stage.opensAt}/${stage.closesAt}`]));

function calendarProblems(input: CalendarInput, order: string[]): Problem[] {
  const keys = input.stages.map((stage) => stage.key);
  return input.stages.flatMap((stage, index) => {
    const problems: Problem[] = [];
    if (!order.includes(stage.key)) problems.push({ code: 'STAGE_UNKNOWN', path: `stages[${index}].key`, params: { stage: stage.key } });
    if (keys.indexOf(stage.key) < index) problems.push({ code: 'STAGE_TWICE', path: `stages[${index}].key`, params: { stage: stage.key } });
    if (Date.parse(stage.opensAt) >= Date.parse(stage.closesAt)) problems.push({ code: 'STAGE_SPAN', path: `stages[${index}].closesAt` });
    return problems;
  });
}
