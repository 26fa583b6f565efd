import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Rulebooks } from '#libs/contests';
import { AccessService, ImportKinds, type Actor, type ImportedRow, type ImportKind, type ImportTarget, type RowProblem, type RowVerdict } from '#libs/identity';
import { Clock, currentContext, Database, Refusal, text, type SheetColumn } from '#libs/platform';
import { Aggregation } from '#libs/results';

interface Ground {
  editionId: string;
  stageKey: string;
  label: string;
  max: number | null;
}

interface KnownEntry {
  id: string;
  no: string;
  title: string;
  state: string;
  score: string | null;
}

/** Entries that can still get a score. */
const TAKING_PART = new Set(['eligible', 'in_review', 'finalist', 'final_scored']);

/** Scores of a stage that comes from elsewhere (the rulebook's `given` stages: a skills test), from a table by entry number. */
@Injectable()
export class ScoreImport implements ImportKind, OnModuleInit {
  readonly key = 'scores';
  readonly mostRows = 5_000;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly aggregation: Aggregation,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async columns(actor: Actor, target: ImportTarget): Promise<{ columns: SheetColumn[]; notes: string[]; fileName: string }> {
    const { label, max } = await this.ground(actor, target);
    return {
      columns: [
        { key: 'entryNo', title: text('judging.scoreImport.entryNo'), kind: 'text', required: true, max: 40 },
        { key: 'score', title: text('judging.scoreImport.score'), kind: 'number', required: true, ...(max === null ? {} : { hint: text('judging.scoreImport.max', { max }) }) },
      ],
      notes: [text('judging.scoreImport.note')],
      fileName: text('judging.scoreImport.fileName', { stage: label }),
    };
  }

  async check(actor: Actor, target: ImportTarget, rows: ImportedRow[]): Promise<RowVerdict[]> {
    const ground = await this.ground(actor, target);
    await this.requireOpen(ground);
    const known = new Map((await this.entries(ground, rows)).map((entry) => [entry.no, entry]));
    const seen = new Map<string, number>();
    return rows.map((row): RowVerdict => {
      const no = numberOf(row);
      const entry = known.get(no);
      const problems: RowProblem[] = [...row.problems];
      const score = row.values.score === undefined ? null : Number(row.values.score);
      if (no !== '' && seen.has(no)) problems.push({ code: 'IMPORT_TWICE', params: { number: seen.get(no) ?? 0 } });
      else if (no !== '') seen.set(no, row.number);
      if (no !== '' && !entry) problems.push({ column: 'entryNo', code: 'SCORE_ENTRY_UNKNOWN' });
      if (entry && !TAKING_PART.has(entry.state)) problems.push({ column: 'entryNo', code: 'SCORE_ENTRY_OUT' });
      if (score !== null && (score < 0 || (ground.max !== null && score > ground.max))) problems.push({ column: 'score', code: 'SCORE_OUT_OF_RANGE', params: { max: ground.max ?? '–' } });
      const found = entry === undefined ? {} : { existingId: entry.id };
      if (problems.length > 0) return { title: entry?.title ?? no, outcome: 'problem', problems, hints: [], ...found };
      const same = entry?.score !== null && entry?.score !== undefined && Number(entry.score) === score;
      return { title: entry?.title ?? no, outcome: same ? 'same' : entry?.score === null ? 'add' : 'change', problems, hints: [], ...found };
    });
  }

  /** Adds a version; the one before stays. The stage after it is worked out anew once its panels are locked. */
  async take(actor: Actor, target: ImportTarget, row: ImportedRow, verdict: RowVerdict): Promise<string> {
    const ground = await this.ground(actor, target);
    await this.requireOpen(ground);
    if (verdict.existingId === undefined) throw new Refusal('conflict', 'CHANGED_MEANWHILE');
    const added = await this.database.first<{ id: string; version: number }>(
      `INSERT INTO given_score (edition_id, stage_key, entry_id, version, score, given_by, given_at)
       SELECT $1, $2, $3, coalesce(max(g.version), 0) + 1, $4, $5, $6 FROM given_score g WHERE g.stage_key = $2 AND g.entry_id = $3 RETURNING id, version`,
      [ground.editionId, ground.stageKey, verdict.existingId, String(row.values.score), actor.accountId, this.clock.now()],
    );
    await this.audit.record({ action: 'judging.scoreGiven', subject: { type: 'entry', id: verdict.existingId }, after: { stage: ground.stageKey, version: added?.version } });
    await this.aggregate(ground);
    return verdict.existingId;
  }

  private entries(ground: Ground, rows: readonly ImportedRow[]): Promise<KnownEntry[]> {
    return this.database.query<KnownEntry>(
      `SELECT e.id, e.entry_no AS no, e.title, e.state, g.score::text AS score FROM entry e
       LEFT JOIN LATERAL (SELECT score FROM given_score s WHERE s.entry_id = e.id AND s.stage_key = $2 ORDER BY s.version DESC LIMIT 1) g ON true
       WHERE e.edition_id = $1 AND e.entry_no = ANY($3)`,
      [ground.editionId, ground.stageKey, [...new Set(rows.map(numberOf))]],
    );
  }

  private async ground(actor: Actor, { editionId, stageKey }: ImportTarget): Promise<Ground> {
    if (!this.access.can(actor, 'judging.manage')) throw new Refusal('forbidden', 'FORBIDDEN');
    if (editionId === undefined || stageKey === undefined) throw new Refusal('invalid', 'IMPORT_TARGET');
    this.access.sees(actor, 'judging.manage', { editionId });
    const { document } = await this.rulebooks.of(editionId);
    const stage = document.scoring.stages.find((one) => one.key === stageKey);
    if (stage?.kind !== 'given') throw new Refusal('unprocessable', 'IMPORT_TARGET');
    return { editionId, stageKey, label: stage.label[currentContext().language], max: stage.max === undefined ? null : Number(stage.max) };
  }

  /** Once a judged stage that comes after is closed, its result stands. */
  private async requireOpen(ground: Ground): Promise<void> {
    const closed = await this.database.first('SELECT 1 FROM stage_closing WHERE edition_id = $1 AND stage_key = ANY($2)', [ground.editionId, await this.after(ground)]);
    if (closed) throw new Refusal('conflict', 'STAGE_CLOSED');
  }

  private async aggregate(ground: Ground): Promise<void> {
    const locked = await this.database.query<{ stageKey: string }>(
      `SELECT stage_key AS "stageKey" FROM panel WHERE edition_id = $1 AND stage_key = ANY($2) GROUP BY stage_key HAVING bool_and(state = 'locked')`,
      [ground.editionId, await this.after(ground)],
    );
    for (const { stageKey } of locked) await this.aggregation.enqueue(ground.editionId, stageKey, 'requested');
  }

  /** Judged stages whose result holds this one: those later in the rulebook, and the last one. */
  private async after(ground: Ground): Promise<string[]> {
    const { document } = await this.rulebooks.of(ground.editionId);
    const keys = document.scoring.stages.map((stage) => stage.key);
    const judged = keys.filter((key) => document.panels.some((panel) => panel.stage === key));
    const later = judged.filter((key) => keys.indexOf(key) > keys.indexOf(ground.stageKey));
    return later.length > 0 ? later : judged.slice(-1);
  }
}

const numberOf = (row: ImportedRow): string => (typeof row.values.entryNo === 'string' ? row.values.entryNo.trim() : '');
