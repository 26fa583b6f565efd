import { Injectable } from '@nestjs/common';
import { conditionValues, Editions, entryType, sheetFor, type Rulebook, type SheetFacts, type Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { currentContext, Database, Refusal } from '#libs/platform';
import { ResultLabels } from '#libs/results';
import { blindFields } from './core/blind-fields.js';
import { neutralMaterials, type NeutralMaterial, type StoredMaterial } from './core/blind-materials.js';
import type { SheetState } from './core/judging-states.js';
import { usualMarks } from './core/usual-marks.js';
import type { BlindEntry, OwnSheet, Queue, QueueQuery, QueueRow, UsualMark } from './dto/desk.dto.js';
import { JudgedStages, SHEET_FACTS, type JudgedStage } from './judged-stages.service.js';
import { TrainingGate } from './training-gate.service.js';

interface QueueSource {
  assignmentId: string;
  panelId: string;
  editionId: string;
  stageKey: string;
  code: string;
  title: string;
  type: string;
  groupKey: string;
  discipline: string | null;
  classKey: string | null;
  sheetState: SheetState;
  total: string | null;
  version: number;
}

interface EntrySource extends QueueSource {
  entryId: string;
  form: Record<string, unknown>;
  panelState: string;
}

/** Only the judge's own live assignments on panels where the judge sits. $1 account. */
const OWN = `FROM assignment a JOIN judge j ON j.id = a.judge_id AND j.account_id = $1 JOIN panel p ON p.id = a.panel_id
  JOIN panel_judge s ON s.panel_id = a.panel_id AND s.judge_id = a.judge_id AND s.state = 'accepted'
  JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id WHERE a.state = 'assigned'`;
const COLUMNS = `a.id AS "assignmentId", a.panel_id AS "panelId", p.edition_id AS "editionId", p.stage_key AS "stageKey", c.code, e.title, e.type,
  e.group_key AS "groupKey", e.discipline, e.class_key AS "classKey", a.sheet_state AS "sheetState", a.sheet_total AS total, a.sheet_version AS version`;

/** What a judge sees. Names a code and the work; nothing that says who, where or when. */
@Injectable()
export class Desk {
  constructor(private readonly database: Database, private readonly stages: JudgedStages, private readonly editions: Editions, private readonly gate: TrainingGate) {}

  /** By code, which is random: the order tells nothing. The search looks at codes and titles only. */
  async queue(actor: Actor, query: QueueQuery): Promise<Queue> {
    const where = `AND ($2::uuid IS NULL OR a.panel_id = $2) AND ($3::text IS NULL OR a.sheet_state = $3) AND ($4::text IS NULL OR c.code ILIKE $4 OR e.title ILIKE $4)`;
    const values = [actor.accountId, query.panelId ?? null, query.state ?? null, query.q ? `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${OWN} ${where}`, values);
    const sums = await this.database.first<{ assigned: number; submitted: number; drafts: number }>(
      `SELECT count(*)::int AS assigned, count(*) FILTER (WHERE a.sheet_state = 'submitted')::int AS submitted,
         count(*) FILTER (WHERE a.sheet_state IN ('draft', 'reopened'))::int AS drafts ${OWN} AND ($2::uuid IS NULL OR a.panel_id = $2)`,
      values.slice(0, 2),
    );
    const rows = await this.database.query<QueueSource>(`SELECT ${COLUMNS} ${OWN} ${where} ORDER BY c.code, a.id LIMIT $5 OFFSET $6`, [...values, query.size, (query.page - 1) * query.size]);
    const books = new Map<string, Rulebook>();
    for (const row of rows) if (!books.has(row.editionId)) books.set(row.editionId, (await this.stages.of(row.editionId, row.stageKey)).rulebook);
    return {
      rows: rows.map((row) => queueRow(row, books.get(row.editionId))),
      total: counted?.total ?? 0, page: query.page, size: query.size,
      assigned: sums?.assigned ?? 0, submitted: sums?.submitted ?? 0, drafts: sums?.drafts ?? 0,
    };
  }

  async entry(actor: Actor, assignmentId: string): Promise<BlindEntry> {
    const source = await this.source(actor, assignmentId);
    const stage = await this.stages.of(source.editionId, source.stageKey);
    const type = entryType(stage.rulebook, source.type);
    const window = await this.editions.stageWindow(source.editionId, source.stageKey);
    const { sheetState: _state, total: _total, version: _version, sheet: _name, ...row } = queueRow(source, stage.rulebook);
    return {
      ...row,
      fields: blindFields(type, conditionValues(source), say),
      materials: (await this.materialsOf(source, stage.rulebook)).map(({ fileId: _file, ...shown }) => shown),
      sheetRules: { ...stage.sheetOf(source).rules },
      sheet: await this.sheet(source),
      usual: await this.usual(actor, source, stage),
      writable: source.panelState === 'open' && source.sheetState !== 'submitted' && (window.status === 'running' || source.sheetState === 'reopened'),
      closesAt: window.closesAt.toISOString(),
    };
  }

  /** The file behind a number of the blind entry. */
  async material(actor: Actor, assignmentId: string, number: number): Promise<NeutralMaterial> {
    const source = await this.source(actor, assignmentId);
    const stage = await this.stages.of(source.editionId, source.stageKey);
    const found = (await this.materialsOf(source, stage.rulebook)).find((one) => one.number === number);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    return found;
  }

  private async source(actor: Actor, assignmentId: string): Promise<EntrySource> {
    const source = await this.database.first<EntrySource>(`SELECT ${COLUMNS}, e.id AS "entryId", e.form, p.state AS "panelState" ${OWN} AND a.id = $2`, [actor.accountId, assignmentId]);
    if (!source) throw new Refusal('missing', 'NOT_FOUND');
    await this.gate.requirePassed(assignmentId);
    return source;
  }

  private async materialsOf(source: EntrySource, rulebook: Rulebook): Promise<NeutralMaterial[]> {
    const type = entryType(rulebook, source.type);
    // Files that judges do not get are not even read: how many there are would show in the time it takes.
    const stored = await this.database.query<StoredMaterial>(
      'SELECT file_id AS "fileId", slot, number, kind, size_bytes::float8 AS bytes FROM material WHERE entry_id = $1 AND ended_at IS NULL AND slot = ANY($2)',
      [source.entryId, type.materials.filter((slot) => slot.forJudges).map((slot) => slot.key)],
    );
    return neutralMaterials(type, stored, say);
  }

  /** From the judge's own other sheets of the stage that were handed in, as far as they are of the same kind. */
  private async usual(actor: Actor, source: EntrySource, stage: JudgedStage): Promise<UsualMark[]> {
    const rules = stage.panel.unusualMarks;
    if (!rules) return [];
    const rows = await this.database.query<SheetFacts & { values: Record<string, unknown> }>(
      `SELECT (SELECT v.values FROM score_sheet v WHERE v.assignment_id = a.id AND v.version = a.sheet_version) AS values, ${SHEET_FACTS}
       ${OWN} AND p.edition_id = $2 AND p.stage_key = $3 AND a.sheet_state = 'submitted' AND a.id <> $4`,
      [actor.accountId, source.editionId, source.stageKey, source.assignmentId],
    );
    const { name, rules: sheet } = stage.sheetOf(source);
    return usualMarks(sheet, rows.filter((row) => stage.sheetOf(row).name === name).map((row) => row.values), rules);
  }

  private async sheet(source: EntrySource): Promise<OwnSheet> {
    const last = await this.database.first<Omit<OwnSheet, 'state' | 'version' | 'reopenReason'> & { reason: string | null }>(
      `SELECT values, total, private_note AS "privateNote", jury_comment AS "juryComment", participant_comment AS "participantComment", seconds AS "secondsSpent",
         (SELECT o.reason FROM score_sheet o WHERE o.assignment_id = score_sheet.assignment_id AND o.state = 'reopened' ORDER BY o.version DESC LIMIT 1) AS reason
       FROM score_sheet WHERE assignment_id = $1 AND version = $2`,
      [source.assignmentId, source.version],
    );
    if (!last) return { state: 'blank', version: 0, values: {}, total: null, privateNote: '', juryComment: '', participantComment: '', reopenReason: null, secondsSpent: null };
    const { reason, ...content } = last;
    return { state: source.sheetState, version: source.version, ...content, reopenReason: source.sheetState === 'reopened' ? reason : null };
  }
}

const say = (words: Words): string => words[currentContext().language];

function queueRow(row: QueueSource, rulebook: Rulebook | undefined): QueueRow {
  const labels = rulebook ? new ResultLabels(rulebook) : undefined;
  return {
    assignmentId: row.assignmentId,
    panelId: row.panelId,
    code: row.code,
    title: row.title,
    typeLabel: labels?.type(row.type) ?? row.type,
    groupLabel: labels?.group(row.groupKey) ?? row.groupKey,
    disciplineLabel: labels ? labels.discipline(row.discipline) : row.discipline,
    sheetState: row.sheetState,
    total: row.total,
    version: row.version,
    sheet: (rulebook && sheetFor(rulebook, row.stageKey, row)?.name) ?? '',
  };
}
