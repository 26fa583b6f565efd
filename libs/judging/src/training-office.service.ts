import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { checkSheet } from '#libs/scoring';
import type { TrainingEntryInput, TrainingJudgeRow, TrainingSettings, TrainingSetView } from './dto/training.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { TrainingMaterials } from './training-materials.service.js';

/** What a stage begins with until the secretariat says otherwise. */
const UNTIL_SET: TrainingSettings = { required: false, tolerancePercent: 15, attempts: 3, toPass: 1 };

/** The secretariat's side of the training: known entries, the gate, results, waivers. */
@Injectable()
export class TrainingOffice {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly materials: TrainingMaterials,
  ) {}

  async view(actor: Actor, editionId: string, stageKey: string): Promise<TrainingSetView> {
    this.access.sees(actor, 'judging.read', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const settings = await this.settings(editionId, stageKey);
    const entries = await this.database.query<TrainingSetView['entries'][number]>(
      `SELECT e.id, e.title, e.text, e.sheet, e.reference, e.reasons, (SELECT count(DISTINCT judge_id)::int FROM training_attempt a WHERE a.training_entry_id = e.id) AS judges,
         (SELECT count(*)::int FROM training_material m WHERE m.training_entry_id = e.id) AS files
       FROM training_entry e WHERE e.edition_id = $1 AND e.stage_key = $2 AND e.ended_at IS NULL ORDER BY e.added_at, e.id`,
      [editionId, stageKey],
    );
    return { ...(settings ?? UNTIL_SET), sheets: stage.sheets.map(({ name, rules }) => ({ name, label: rules.label?.[currentContext().language] ?? name, rules: { ...rules } })), entries };
  }

  /** The gate cannot ask for more entries than there are: nobody could pass it. */
  async save(actor: Actor, editionId: string, stageKey: string, input: TrainingSettings): Promise<TrainingSetView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.stages.of(editionId, stageKey);
    await this.database.transaction(async () => {
      await this.hold(editionId, stageKey);
      const before = await this.settings(editionId, stageKey);
      await this.requireEnough(editionId, stageKey, input);
      await this.store(actor, editionId, stageKey, input);
      await this.audit.record({ action: 'training.saved', subject: { type: 'edition', id: editionId }, before: before ?? undefined, after: { stage: stageKey, ...input } });
    });
    return this.view(actor, editionId, stageKey);
  }

  async addEntry(actor: Actor, editionId: string, stageKey: string, input: TrainingEntryInput): Promise<TrainingSetView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const sheet = input.sheet === undefined ? stage.sheets[0] : stage.sheets.find((one) => one.name === input.sheet);
    if (!sheet) throw new Refusal('unprocessable', 'KEY_UNKNOWN', { key: input.sheet ?? '' }, [{ code: 'KEY_UNKNOWN', path: 'sheet', params: { key: input.sheet ?? '' } }]);
    const { problems } = checkSheet(sheet.rules, input.reference);
    if (problems.length > 0) throw new Refusal('unprocessable', 'REFERENCE_INCOMPLETE', { count: problems.length }, problems.map(({ path }) => ({ code: 'REFERENCE_INCOMPLETE', path: `reference.${path}`, params: { count: problems.length } })));
    await this.database.transaction(async () => {
      await this.hold(editionId, stageKey);
      if (!(await this.settings(editionId, stageKey))) await this.store(actor, editionId, stageKey, UNTIL_SET);
      const made = await this.database.first<{ id: string }>(
        `INSERT INTO training_entry (edition_id, stage_key, title, text, reference, reasons, added_at, sheet) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [editionId, stageKey, input.title.trim(), input.text.trim(), JSON.stringify(input.reference), JSON.stringify(input.reasons), this.clock.now(), sheet.name],
      );
      await this.materials.add(actor, made?.id ?? '', editionId, input.fileIds ?? []);
      await this.audit.record({ action: 'training.entryAdded', subject: { type: 'training_entry', id: made?.id ?? '' }, after: { editionId, stage: stageKey, title: input.title, files: input.fileIds?.length ?? 0 } });
    });
    return this.view(actor, editionId, stageKey);
  }

  /** Attempts that were made with it stay; nobody gets it any more. */
  async endEntry(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.database.first<{ editionId: string; stageKey: string }>(
        'SELECT edition_id AS "editionId", stage_key AS "stageKey" FROM training_entry WHERE id = $1 AND ended_at IS NULL FOR UPDATE', [id],
      );
      if (!found) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      await this.hold(found.editionId, found.stageKey);
      await this.database.query('UPDATE training_entry SET ended_at = $2 WHERE id = $1', [id, this.clock.now()]);
      const settings = await this.settings(found.editionId, found.stageKey);
      if (settings) await this.requireEnough(found.editionId, found.stageKey, settings);
      await this.audit.record({ action: 'training.entryEnded', subject: { type: 'training_entry', id } });
    });
  }

  /** Every judge who sits or is asked to sit on a panel of the stage. */
  async judges(actor: Actor, editionId: string, stageKey: string): Promise<TrainingJudgeRow[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    const settings = (await this.settings(editionId, stageKey)) ?? UNTIL_SET;
    const rows = await this.database.query<{ judgeId: string; name: string; within: number; tries: number; exhausted: boolean; meanDistance: string | null; passed: boolean; reason: string | null }>(
      `SELECT j.id AS "judgeId", a.name, coalesce(work.within, 0) AS within, coalesce(work.tries, 0) AS tries, coalesce(work.exhausted, false) AS exhausted, work.mean AS "meanDistance",
         p.judge_id IS NOT NULL AS passed, p.reason
       FROM judge j JOIN account a ON a.id = j.account_id
         LEFT JOIN training_pass p ON p.judge_id = j.id AND p.edition_id = $1 AND p.stage_key = $2
         LEFT JOIN LATERAL (
           SELECT count(DISTINCT t.training_entry_id) FILTER (WHERE t.within)::int AS within, count(*)::int AS tries,
             count(*) >= $3::int * (SELECT count(*) FROM training_entry x WHERE x.edition_id = $1 AND x.stage_key = $2 AND x.ended_at IS NULL) AS exhausted,
             round(avg(mean.share), 1)::text AS mean
           FROM training_attempt t JOIN training_entry e ON e.id = t.training_entry_id AND e.edition_id = $1 AND e.stage_key = $2
             CROSS JOIN LATERAL (SELECT avg(CASE WHEN (c->>'tolerance')::numeric > 0 THEN (c->>'distance')::numeric / (c->>'tolerance')::numeric * $4::int END) AS share FROM jsonb_array_elements(t.criteria) c) mean
           WHERE t.judge_id = j.id) work ON true
       WHERE EXISTS (SELECT 1 FROM panel_judge s JOIN panel x ON x.id = s.panel_id WHERE s.judge_id = j.id AND s.state IN ('invited', 'accepted') AND x.edition_id = $1 AND x.stage_key = $2)
       ORDER BY a.name, j.id`,
      [editionId, stageKey, settings.attempts, settings.tolerancePercent],
    );
    return rows.map(({ exhausted, passed, ...row }) => ({ ...row, state: passed ? (row.reason === null ? 'passed' : 'waived') : exhausted && row.tries > 0 ? 'exhausted' : 'open' }));
  }

  /** Lets a judge through who has not passed, with a reason that is kept. */
  async waive(actor: Actor, editionId: string, stageKey: string, judgeId: string, reason: string): Promise<TrainingJudgeRow[]> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.database.transaction(async () => {
      if (!(await this.settings(editionId, stageKey))) throw new Refusal('missing', 'NOT_FOUND');
      const made = await this.database.query(
        `INSERT INTO training_pass (edition_id, stage_key, judge_id, passed_at, waived_by, reason)
         SELECT $1, $2, j.id, $4, $5, $6 FROM judge j WHERE j.id = $3 ON CONFLICT DO NOTHING RETURNING judge_id`,
        [editionId, stageKey, judgeId, this.clock.now(), actor.accountId, reason],
      );
      if (made.length === 0) throw new Refusal('conflict', 'TRAINING_PASSED');
      await this.audit.record({ action: 'training.waived', subject: { type: 'judge', id: judgeId }, after: { editionId, stage: stageKey }, reason });
    });
    return this.judges(actor, editionId, stageKey);
  }

  private async requireEnough(editionId: string, stageKey: string, { required, toPass }: TrainingSettings): Promise<void> {
    const counted = await this.database.first<{ count: number }>('SELECT count(*)::int AS count FROM training_entry WHERE edition_id = $1 AND stage_key = $2 AND ended_at IS NULL', [editionId, stageKey]);
    const count = counted?.count ?? 0;
    if (required && count < toPass) throw new Refusal('conflict', 'TRAINING_TOO_FEW', { count, toPass }, [{ code: 'TRAINING_TOO_FEW', path: 'toPass', params: { count, toPass } }]);
  }

  private hold(editionId: string, stageKey: string): Promise<unknown> {
    return this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('judging.training ' || $1 || ' ' || $2, 0))`, [editionId, stageKey]);
  }

  private settings(editionId: string, stageKey: string): Promise<TrainingSettings | undefined> {
    return this.database.first<TrainingSettings>(
      `SELECT required, tolerance_percent AS "tolerancePercent", attempts, to_pass AS "toPass" FROM training_set WHERE edition_id = $1 AND stage_key = $2`, [editionId, stageKey],
    );
  }

  private async store(actor: Actor, editionId: string, stageKey: string, { required, tolerancePercent, attempts, toPass }: TrainingSettings): Promise<void> {
    await this.database.query(
      `INSERT INTO training_set (edition_id, stage_key, required, tolerance_percent, attempts, to_pass, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (edition_id, stage_key) DO UPDATE SET required = EXCLUDED.required, tolerance_percent = EXCLUDED.tolerance_percent, attempts = EXCLUDED.attempts, to_pass = EXCLUDED.to_pass,
         saved_by = EXCLUDED.saved_by, saved_at = EXCLUDED.saved_at`,
      [editionId, stageKey, required, tolerancePercent, attempts, toPass, actor.accountId, this.clock.now()],
    );
  }
}
