import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint, type Problem } from '#libs/platform';
import type { PanelState } from './core/judging-states.js';
import type { PanelDetail, PanelInput, PanelSeatView, PanelView } from './dto/panel.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';

const VIEW = `p.id, p.edition_id AS "editionId", p.stage_key AS "stageKey", p.name, p.types, p.group_keys AS groups, p.disciplines,
  p.reviews_per_entry AS "reviewsPerEntry", p.min_load AS "minLoad", p.max_load AS "maxLoad", p.state, p.locked_at AS "lockedAt",
  coalesce(seats.judges, 0) AS judges, coalesce(codes.entries, 0) AS entries, coalesce(work.assigned, 0) AS assigned, coalesce(work.submitted, 0) AS submitted,
  seats.lead AS "leadName"
  FROM panel p
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE s.state = 'accepted')::int AS judges, max(a.name) FILTER (WHERE s.lead AND s.state IN ('invited', 'accepted')) AS lead
    FROM panel_judge s JOIN judge j ON j.id = s.judge_id JOIN account a ON a.id = j.account_id WHERE s.panel_id = p.id) seats ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS entries FROM entry_code c WHERE c.panel_id = p.id) codes ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS assigned, count(*) FILTER (WHERE s.sheet_state = 'submitted')::int AS submitted
    FROM assignment s WHERE s.panel_id = p.id AND s.state = 'assigned') work ON true`;

export interface PanelFacts {
  id: string;
  editionId: string;
  stageKey: string;
  name: string;
  state: PanelState;
  reviewsPerEntry: number;
  minLoad: number;
  maxLoad: number;
}

/** Juries of a stage and the entries they take. */
@Injectable()
export class Panels {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
  ) {}

  async list(actor: Actor, editionId: string, stageKey: string): Promise<PanelView[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    const rows = await this.database.query<Omit<PanelView, 'lockedAt'> & { lockedAt: Date | null }>(`SELECT ${VIEW} WHERE p.edition_id = $1 AND p.stage_key = $2 ORDER BY p.name`, [editionId, stageKey]);
    return rows.map(viewOf);
  }

  async view(actor: Actor, panelId: string): Promise<PanelDetail> {
    const facts = await this.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: facts.editionId });
    return this.detail(panelId);
  }

  async create(actor: Actor, editionId: string, stageKey: string, input: PanelInput): Promise<PanelDetail> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const values = this.checked(stage, input);
    const id = await this.database.transaction(async () => {
      const made = await this.database
        .first<{ id: string }>(
          `INSERT INTO panel (edition_id, stage_key, name, types, group_keys, disciplines, reviews_per_entry, min_load, max_load, state, created_by, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10, $11) RETURNING id`,
          [editionId, stageKey, ...values, actor.accountId, this.clock.now()],
        )
        .catch(refuseSameName);
      await this.audit.record({ action: 'panel.created', subject: { type: 'panel', id: made?.id ?? '' }, after: { editionId, stageKey, ...input } });
      return made?.id ?? '';
    });
    return this.detail(id);
  }

  /** Name and loads may change while the panel is open; which entries it takes only before they got their codes. */
  async change(actor: Actor, panelId: string, input: PanelInput): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      const before = await this.lock(actor, panelId);
      if (before.state === 'locked') throw new Refusal('conflict', 'PANEL_LOCKED');
      const values = this.checked(await this.stages.of(before.editionId, before.stageKey), input);
      const fixed = await this.database.first(
        `SELECT 1 FROM panel p WHERE p.id = $1 AND EXISTS (SELECT 1 FROM entry_code c WHERE c.panel_id = p.id)
           AND (p.types <> $2::text[] OR p.group_keys <> $3::text[] OR p.disciplines <> $4::text[])`,
        [panelId, input.types, input.groups, input.disciplines],
      );
      if (fixed) throw new Refusal('conflict', 'PANEL_HAS_ENTRIES');
      await this.database
        .query('UPDATE panel SET name = $2, types = $3, group_keys = $4, disciplines = $5, reviews_per_entry = $6, min_load = $7, max_load = $8 WHERE id = $1', [panelId, ...values])
        .catch(refuseSameName);
      await this.audit.record({ action: 'panel.changed', subject: { type: 'panel', id: panelId }, before, after: input });
    });
    return this.detail(panelId);
  }

  /** Only a panel that nothing hangs on can go. */
  async remove(actor: Actor, panelId: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.lock(actor, panelId);
      const used = await this.database.first('SELECT 1 FROM entry_code WHERE panel_id = $1', [panelId]);
      if (used) throw new Refusal('conflict', 'PANEL_HAS_ENTRIES');
      await this.database.query('DELETE FROM panel_judge WHERE panel_id = $1', [panelId]);
      await this.database.query('DELETE FROM panel WHERE id = $1', [panelId]);
      await this.audit.record({ action: 'panel.removed', subject: { type: 'panel', id: panelId }, before });
    });
  }

  async facts(panelId: string, forUpdate = false): Promise<PanelFacts> {
    const row = await this.database.first<PanelFacts>(
      `SELECT id, edition_id AS "editionId", stage_key AS "stageKey", name, state, reviews_per_entry AS "reviewsPerEntry", min_load AS "minLoad", max_load AS "maxLoad"
       FROM panel WHERE id = $1 ${forUpdate ? 'FOR UPDATE' : ''}`,
      [panelId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  /** The panel for a change by the secretariat, held against other writers. */
  async lock(actor: Actor, panelId: string): Promise<PanelFacts> {
    const facts = await this.facts(panelId, true);
    this.access.sees(actor, 'judging.manage', { editionId: facts.editionId });
    return facts;
  }

  async detail(panelId: string): Promise<PanelDetail> {
    const row = await this.database.first<Omit<PanelView, 'lockedAt'> & { lockedAt: Date | null }>(`SELECT ${VIEW} WHERE p.id = $1`, [panelId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const seats = await this.database.query<Omit<PanelSeatView, 'invitedAt' | 'answeredAt'> & { invitedAt: Date; answeredAt: Date | null }>(
      `SELECT s.judge_id AS "judgeId", a.name, j.employer, j.fields, s.state, s.lead, s.senior, s.max_load AS "maxLoad", s.reason, s.invited_at AS "invitedAt", s.answered_at AS "answeredAt", s.terms_version AS "termsVersion"
       FROM panel_judge s JOIN judge j ON j.id = s.judge_id JOIN account a ON a.id = j.account_id WHERE s.panel_id = $1 ORDER BY s.lead DESC, a.name, s.judge_id`,
      [panelId],
    );
    return { ...viewOf(row), seats: seats.map((seat) => ({ ...seat, invitedAt: seat.invitedAt.toISOString(), answeredAt: seat.answeredAt?.toISOString() ?? null })) };
  }

  /** Columns of the panel; what is not said comes from the rulebook. Keys that the rulebook does not know are refused together. */
  private checked(stage: JudgedStage, input: PanelInput): unknown[] {
    const known = {
      types: stage.rulebook.types.map((one) => one.key),
      groups: stage.rulebook.groups.map((one) => one.key),
      disciplines: stage.rulebook.disciplines.map((one) => one.key),
    };
    const problems: Problem[] = (['types', 'groups', 'disciplines'] as const).flatMap((list) =>
      input[list].flatMap((key, index) => (known[list].includes(key) ? [] : [{ code: 'KEY_UNKNOWN', path: `${list}[${index}]`, params: { key } }])),
    );
    const reviews = input.reviewsPerEntry ?? stage.panel.judgesPerEntry;
    const maxLoad = input.maxLoad ?? stage.panel.mostPerJudge;
    const minLoad = input.minLoad ?? 0;
    if (reviews < stage.panel.minimumJudges) problems.push({ code: 'TOO_FEW_REVIEWS', path: 'reviewsPerEntry', params: { minimum: stage.panel.minimumJudges } });
    if (minLoad > maxLoad) problems.push({ code: 'TOO_LARGE', path: 'minLoad' });
    if (problems.length > 0) throw new Refusal('unprocessable', 'INVALID_INPUT', { count: problems.length }, problems);
    return [input.name.trim(), input.types, input.groups, input.disciplines, reviews, minLoad, maxLoad];
  }
}

const viewOf = (row: Omit<PanelView, 'lockedAt'> & { lockedAt: Date | null }): PanelView => ({ ...row, lockedAt: row.lockedAt?.toISOString() ?? null });

function refuseSameName(error: unknown): never {
  if (violatedConstraint(error) === 'panel_name') throw new Refusal('conflict', 'PANEL_NAME_TAKEN', {}, [{ code: 'PANEL_NAME_TAKEN', path: 'name' }]);
  throw error;
}
