import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, type Problem } from '#libs/platform';
import { shiftDays, shiftYears } from './core/calendar.js';
import { defaultsDigest, defaultsInEffect } from './core/defaults.js';
import { checkRulebook } from './core/rulebook-check.js';
import type { CloneInput, DefaultsView, EditionView } from './dto/contest.dto.js';
import { inLanguage } from './edition-rows.js';
import { Editions } from './editions.service.js';
import { RulebookEditor } from './rulebook-editor.service.js';
import { Rulebooks } from './rulebooks.service.js';

/** An edition's way: in preparation, open for the season, closed, archived; and next year's beginning from it. */
@Injectable()
export class EditionLife {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly editor: RulebookEditor,
  ) {}

  /** Every default in effect, with its value and its place in the rulebook. */
  async defaults(id: string): Promise<DefaultsView> {
    const { document } = await this.rulebooks.of(id);
    const row = await this.database.first<{ defaults_sha256: string | null; defaults_confirmed_at: Date | null }>(
      'SELECT defaults_sha256, defaults_confirmed_at FROM edition WHERE id = $1',
      [id],
    );
    const sha256 = defaultsDigest(document);
    return {
      sha256,
      confirmed: row?.defaults_sha256 === sha256,
      confirmedAt: row?.defaults_confirmed_at?.toISOString() ?? null,
      defaults: defaultsInEffect(document).map((rule) => ({
        pointer: rule.pointer, label: inLanguage(rule.label), reason: inLanguage(rule.reason), holds: { value: rule.value },
      })),
    };
  }

  /** The office confirms the defaults it was shown; `sha256` is theirs, so that it cannot confirm others. */
  confirmDefaults(actor: Actor, id: string, sha256: string): Promise<DefaultsView> {
    return this.database.transaction(async () => {
      const edition = await this.editions.lock(id);
      const shown = await this.defaults(id);
      if (shown.sha256 !== sha256) throw new Refusal('conflict', 'DEFAULTS_CHANGED');
      if (edition.state === 'archived') throw new Refusal('conflict', 'EDITION_CLOSED');
      await this.database.query('UPDATE edition SET defaults_sha256 = $2, defaults_confirmed_by = $3, defaults_confirmed_at = $4 WHERE id = $1', [
        id, sha256, actor.accountId, this.clock.now(),
      ]);
      await this.audit.record({ action: 'edition.defaultsConfirmed', subject: { type: 'edition', id }, after: { sha256 } });
      return this.defaults(id);
    });
  }

  /**
   * Opens the season. Effects: the rulebook is frozen; entries may begin once the calendar's first stage runs. Refuses with all that
   * is missing: EDITION_STATE, STAGE_NOT_PLANNED for each stage without dates, DEFAULTS_UNCONFIRMED, faults of the rulebook.
   */
  open(_actor: Actor, id: string): Promise<EditionView> {
    return this.database.transaction(async () => {
      const edition = await this.editions.lock(id);
      if (edition.state !== 'preparing') throw new Refusal('conflict', 'EDITION_ALREADY_OPEN');
      const { document } = await this.rulebooks.of(id);
      const planned = new Set(edition.stages.map((stage) => stage.key));
      const problems: Problem[] = [
        ...document.calendar.stages.filter((stage) => !planned.has(stage.key)).map((stage) => ({ code: 'STAGE_NOT_PLANNED', path: 'stages', params: { stage: inLanguage(stage.label) } })),
        ...((await this.defaults(id)).confirmed ? [] : [{ code: 'DEFAULTS_UNCONFIRMED', path: 'defaults' }]),
        ...checkRulebook(document).map((fault) => ({ code: fault.code, path: `rulebook${fault.path}`, params: fault.params })),
      ];
      refuseIfAny(problems, 'EDITION_NOT_READY');
      const sha256 = await this.editor.freeze(id);
      await this.database.query(`UPDATE edition SET state = 'open', opened_at = $2, version = version + 1 WHERE id = $1`, [id, this.clock.now()]);
      await this.audit.record({ action: 'edition.opened', subject: { type: 'edition', id }, before: { state: 'preparing' }, after: { state: 'open', rulebook: sha256 } });
      return this.editions.load(id);
    });
  }

  /** Ends the season: nothing of it changes any more, except objections and corrections with their own record. */
  close(_actor: Actor, id: string): Promise<EditionView> {
    return this.move(id, 'open', 'closed', 'closed_at', 'edition.closed');
  }

  archive(_actor: Actor, id: string): Promise<EditionView> {
    return this.move(id, 'closed', 'archived', 'archived_at', 'edition.archived');
  }

  /**
   * Begins the next edition from this one in one step: rules and calendar with every day moved by the difference of the years,
   * on request the places too, all unused. Confirmations, entries and announcements stay behind.
   */
  clone(actor: Actor, id: string, input: CloneInput): Promise<EditionView> {
    return this.database.transaction(async () => {
      const source = await this.editions.lock(id);
      const years = input.year - source.year;
      const created = await this.editions.insert({ ...input, contestId: source.contestId, family: source.family, clonedFrom: id });
      const { document } = await this.rulebooks.of(id);
      await this.editor.insertFirst(actor, created, shiftDays(document, years));
      const stages = source.stages.map((stage, index) => ({
        key: stage.key, position: index + 1, opens_at: shiftYears(new Date(stage.opensAt), years), closes_at: shiftYears(new Date(stage.closesAt), years),
      }));
      await this.database.query(
        `INSERT INTO edition_stage (edition_id, key, position, opens_at, closes_at)
         SELECT $1, s.key, s.position, s.opens_at, s.closes_at FROM jsonb_to_recordset($2) AS s (key text, position int, opens_at timestamptz, closes_at timestamptz)`,
        [created, JSON.stringify(stages)],
      );
      if (input.quotas) {
        await this.database.query(
          `INSERT INTO quota (edition_id, level, unit_id, entry_type, places, used, updated_at)
           SELECT $2, level, unit_id, entry_type, places, 0, $3 FROM quota WHERE edition_id = $1 AND places IS NOT NULL`,
          [id, created, this.clock.now()],
        );
      }
      await this.audit.record({ action: 'edition.cloned', subject: { type: 'edition', id: created }, after: { ...input, from: id } });
      return this.editions.load(created);
    });
  }

  private move(id: string, from: string, to: string, column: 'closed_at' | 'archived_at', action: string): Promise<EditionView> {
    return this.database.transaction(async () => {
      const edition = await this.editions.lock(id);
      if (edition.state !== from) throw new Refusal('conflict', 'EDITION_STATE', { state: edition.state });
      await this.database.query(`UPDATE edition SET state = $2, ${column} = $3, version = version + 1 WHERE id = $1`, [id, to, this.clock.now()]);
      await this.audit.record({ action, subject: { type: 'edition', id }, before: { state: from }, after: { state: to } });
      return this.editions.load(id);
    });
  }
}
