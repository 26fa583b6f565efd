import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal, type FileReply } from '#libs/platform';
import { checkSheet, type SheetRules } from '#libs/scoring';
import { sheetsOfPanels, worksToTrainOn, type PanelScope } from './core/training-sheets.js';
import { distanceToReference, type CriterionDistance } from './core/training.js';
import type { OwnTraining, TrainingAttemptView, TrainingTask } from './dto/training.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { Judges } from './judges.service.js';
import { TrainingMaterials } from './training-materials.service.js';

interface KnownEntry {
  id: string;
  editionId: string;
  stageKey: string;
  title: string;
  text: string;
  sheet: string;
  reference: Record<string, unknown>;
  reasons: Record<string, string>;
  tolerancePercent: number;
  attempts: number;
  toPass: number;
  passed: boolean;
}

const SEATED = `EXISTS (SELECT 1 FROM panel_judge s JOIN panel p ON p.id = s.panel_id WHERE s.judge_id = $1 AND s.state IN ('invited', 'accepted') AND p.edition_id = t.edition_id AND p.stage_key = t.stage_key)`;

/** A judge scores known works, sees how far from the reference and why, and passes the gate. */
@Injectable()
export class Training {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly judges: Judges,
    private readonly materials: TrainingMaterials,
  ) {}

  /** The trainings of the stages where the judge sits. */
  async own(actor: Actor): Promise<OwnTraining[]> {
    const judgeId = await this.judges.idOf(actor.accountId);
    const rows = await this.database.query<Omit<OwnTraining, 'stageLabel' | 'state' | 'entries'> & { entries: (OwnTraining['entries'][number] & { sheet: string })[]; passed: boolean; waived: boolean }>(
      `SELECT t.edition_id AS "editionId", edition.name AS "editionName", t.stage_key AS "stageKey", t.required, t.tolerance_percent AS "tolerancePercent", t.attempts, t.to_pass AS "toPass",
         p.judge_id IS NOT NULL AS passed, p.waived_by IS NOT NULL AS waived,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'sheet', e.sheet, 'tried', coalesce(w.tried, 0), 'within', coalesce(w.within, false)) ORDER BY e.added_at, e.id), '[]')
          FROM training_entry e LEFT JOIN LATERAL (SELECT count(*)::int AS tried, bool_or(a.within) AS within FROM training_attempt a WHERE a.training_entry_id = e.id AND a.judge_id = $1) w ON true
          WHERE e.edition_id = t.edition_id AND e.stage_key = t.stage_key AND e.ended_at IS NULL) AS entries
       FROM training_set t JOIN edition ON edition.id = t.edition_id LEFT JOIN training_pass p ON p.edition_id = t.edition_id AND p.stage_key = t.stage_key AND p.judge_id = $1
       WHERE ${SEATED} ORDER BY t.saved_at DESC, t.stage_key`,
      [judgeId],
    );
    return Promise.all(
      rows.filter((row) => row.entries.length > 0).map(async ({ passed, waived, ...row }) => {
        const stage = await this.stages.of(row.editionId, row.stageKey);
        const entries = worksToTrainOn(row.entries, sheetsOfPanels(stage.rulebook, stage.key, await this.panelsOf(judgeId, row))).map(({ sheet: _sheet, ...entry }) => entry);
        const exhausted = entries.every((entry) => entry.tried >= row.attempts);
        return { ...row, entries, toPass: Math.min(row.toPass, entries.length), stageLabel: say(stage.label), state: waived ? 'waived' : passed ? 'passed' : exhausted ? 'exhausted' : 'open' };
      }),
    );
  }

  async task(actor: Actor, id: string): Promise<TrainingTask> {
    const judgeId = await this.judges.idOf(actor.accountId);
    const entry = await this.entry(judgeId, id);
    const stage = await this.stages.of(entry.editionId, entry.stageKey);
    const tries = await this.tries(judgeId, entry, stage);
    return {
      id, editionId: entry.editionId, stageKey: entry.stageKey, title: entry.title, text: entry.text, materials: await this.materials.of(id), sheetRules: { ...sheetOf(stage, entry) }, left: Math.max(0, entry.attempts - tries.length), passed: entry.passed, tries,
    };
  }

  /** A file of a known work, for judges who train on it. */
  async material(actor: Actor, id: string, number: number, reply: FileReply): Promise<void> {
    await this.entry(await this.judges.idOf(actor.accountId), id);
    await this.materials.send(id, number, reply);
  }

  /** Scores a known work once more. The reference shows itself only in the answer. */
  async attempt(actor: Actor, id: string, values: Record<string, unknown>): Promise<TrainingTask> {
    const judgeId = await this.judges.idOf(actor.accountId);
    await this.database.transaction(async () => {
      await this.database.query('SELECT 1 FROM judge WHERE id = $1 FOR UPDATE', [judgeId]);
      const entry = await this.entry(judgeId, id);
      const stage = await this.stages.of(entry.editionId, entry.stageKey);
      const { problems } = checkSheet(sheetOf(stage, entry), values);
      if (problems.length > 0) throw new Refusal('unprocessable', 'SHEET_INVALID', { count: problems.length }, problems.map(({ path }) => ({ code: 'ITEM_TO_SCORE', path })));
      const counted = await this.database.first<{ tried: number }>('SELECT count(*)::int AS tried FROM training_attempt WHERE training_entry_id = $1 AND judge_id = $2', [id, judgeId]);
      const number = (counted?.tried ?? 0) + 1;
      if (number > entry.attempts) throw new Refusal('conflict', 'TRAINING_EXHAUSTED', { attempts: entry.attempts });
      const criteria = distanceToReference(sheetOf(stage, entry), values, entry.reference, entry.tolerancePercent);
      const within = criteria.every((one) => one.within);
      await this.database.query(
        `INSERT INTO training_attempt (training_entry_id, judge_id, number, values, criteria, within, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, judgeId, number, JSON.stringify(values), JSON.stringify(criteria), within, this.clock.now()],
      );
      if (within) await this.passIfEnough(judgeId, entry, stage);
    });
    return this.task(actor, id);
  }

  /** Never more works than the judge has to train on: nobody could pass it. */
  private async passIfEnough(judgeId: string, entry: KnownEntry, stage: JudgedStage): Promise<void> {
    const works = await this.database.query<{ id: string; sheet: string }>(
      'SELECT id, sheet FROM training_entry WHERE edition_id = $1 AND stage_key = $2 AND ended_at IS NULL', [entry.editionId, entry.stageKey],
    );
    const own = worksToTrainOn(works, sheetsOfPanels(stage.rulebook, stage.key, await this.panelsOf(judgeId, entry)));
    const passed = await this.database.query(
      `INSERT INTO training_pass (edition_id, stage_key, judge_id, passed_at)
       SELECT $1, $2, $3, $4 WHERE (SELECT count(DISTINCT a.training_entry_id) FROM training_attempt a JOIN training_entry e ON e.id = a.training_entry_id
         WHERE a.judge_id = $3 AND a.within AND e.edition_id = $1 AND e.stage_key = $2) >= $5
       ON CONFLICT DO NOTHING RETURNING judge_id`,
      [entry.editionId, entry.stageKey, judgeId, this.clock.now(), Math.min(entry.toPass, own.length)],
    );
    if (passed.length > 0) await this.audit.record({ action: 'training.passed', subject: { type: 'judge', id: judgeId }, after: { editionId: entry.editionId, stage: entry.stageKey } });
  }

  private panelsOf(judgeId: string, { editionId, stageKey }: { editionId: string; stageKey: string }): Promise<PanelScope[]> {
    return this.database.query<PanelScope>(
      `SELECT p.types, p.group_keys AS groups, p.disciplines FROM panel_judge s JOIN panel p ON p.id = s.panel_id
       WHERE s.judge_id = $1 AND s.state IN ('invited', 'accepted') AND p.edition_id = $2 AND p.stage_key = $3`,
      [judgeId, editionId, stageKey],
    );
  }

  private async entry(judgeId: string, id: string): Promise<KnownEntry> {
    const found = await this.database.first<KnownEntry>(
      `SELECT e.id, e.edition_id AS "editionId", e.stage_key AS "stageKey", e.title, e.text, e.sheet, e.reference, e.reasons, t.tolerance_percent AS "tolerancePercent", t.attempts, t.to_pass AS "toPass",
         EXISTS (SELECT 1 FROM training_pass p WHERE p.edition_id = t.edition_id AND p.stage_key = t.stage_key AND p.judge_id = $1) AS passed
       FROM training_entry e JOIN training_set t ON t.edition_id = e.edition_id AND t.stage_key = e.stage_key WHERE e.id = $2 AND e.ended_at IS NULL AND ${SEATED}`,
      [judgeId, id],
    );
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    return found;
  }

  private async tries(judgeId: string, entry: KnownEntry, stage: JudgedStage): Promise<TrainingAttemptView[]> {
    const rows = await this.database.query<{ number: number; values: Record<string, unknown>; criteria: CriterionDistance[]; within: boolean; madeAt: Date }>(
      `SELECT number, values, criteria, within, made_at AS "madeAt" FROM training_attempt WHERE training_entry_id = $1 AND judge_id = $2 ORDER BY number`,
      [entry.id, judgeId],
    );
    const labels = new Map(sheetOf(stage, entry).items.map((item) => [item.key, say(item.label)]));
    return rows.map((row) => ({
      ...row, madeAt: row.madeAt.toISOString(), criteria: row.criteria.map((one) => ({ ...one, label: labels.get(one.key) ?? one.key, why: entry.reasons[one.key] ?? '' })),
    }));
  }
}

/** Rules of the sheet a known work is scored on. */
function sheetOf(stage: JudgedStage, { sheet }: { sheet: string }): SheetRules {
  const found = stage.sheets.find((one) => one.name === sheet);
  if (!found) throw new Refusal('conflict', 'SHEET_NONE');
  return found.rules;
}

const say = (words: Words): string => words[currentContext().language];
