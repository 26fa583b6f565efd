import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Documents, Files, Handles, Outbox, Refusal, sendFile, text, withContext, type FileReply } from '#libs/platform';
import { makesShortlist, ResultLabels } from '#libs/results';
import { hashOf, score, type GroupResult, type ScoreOutput } from '#libs/scoring';
import { criteriaFigures } from './core/criteria-figures.js';
import { printedReliability } from './core/printed-reliability.js';
import { correctionDiagnostics } from './core/correction-diagnostics.js';
import { groupReliability, type Cut } from './core/reliability.js';
import type { StoredReliability } from './core/stored-reliability.js';
import type { ReliabilityAsked, ReliabilityView } from './dto/reliability.dto.js';
import { InnovationFamily } from './innovation-family.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { ReportReliability } from './reliability-job.js';
import { printOf } from './reliability-print.js';
import { StageReviews, type StageReview } from './stage-reviews.queries.js';

/** How far a stage's result can be relied on, for the jury: made once every panel is locked, as figures and as a PDF. */
@Injectable()
export class ReliabilityReports {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly documents: Documents,
    private readonly files: Files,
    private readonly stages: JudgedStages,
    private readonly family: InnovationFamily,
    private readonly reviews: StageReviews,
    private readonly people: JudgingPeople,
  ) {}

  /** Refused while a panel is open: until then nobody but its judge sees a score. */
  async ask(actor: Actor, editionId: string, stageKey: string): Promise<ReliabilityAsked> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.stages.of(editionId, stageKey);
    return this.database.transaction(async () => {
      const open = await this.openPanels(editionId, stageKey);
      if (open > 0) throw new Refusal('conflict', 'PANELS_OPEN', { count: open });
      await this.audit.record({ action: 'judging.reliabilityAsked', subject: { type: 'edition', id: editionId }, after: { stageKey } });
      return { jobId: await this.enqueue(editionId, stageKey) };
    });
  }

  enqueue(editionId: string, stageKey: string): Promise<string> {
    return this.outbox.add(ReportReliability, { editionId, stageKey }, { dedupeKey: `${editionId}:${stageKey}` });
  }

  /** The same sheets under the same rules are reported on once. */
  @Handles(ReportReliability)
  report(payload: { editionId: string; stageKey: string }): Promise<void> {
    return withContext({ ...currentContext(), language: 'zh' }, () => this.make(payload));
  }

  private async make({ editionId, stageKey }: { editionId: string; stageKey: string }): Promise<void> {
    if ((await this.openPanels(editionId, stageKey)) > 0) return;
    const stage = await this.stages.of(editionId, stageKey);
    const input = await this.family.scoreInput(editionId, stageKey);
    const digest = hashOf(input);
    if (await this.database.first('SELECT 1 FROM reliability_report WHERE edition_id = $1 AND stage_key = $2 AND input_sha256 = $3', [editionId, stageKey, digest])) return;
    const reviews = await this.reviews.of(stage);
    const figures = await this.figures(stage, score(input), reviews, digest);
    const edition = await this.database.first<{ name: string }>('SELECT name FROM edition WHERE id = $1', [editionId]);
    const content = await this.documents.render(printedReliability, printOf(figures, { edition: edition?.name ?? '', stage: stage.label.zh, sheets: reviews.length, digest, madeAt: this.clock.now() }));
    const file = await this.files.putBuffer({ content, name: `${text('judging.reliability.fileName', { stage: stage.label.zh })}.pdf`, purpose: 'reliability-report' });
    await this.database.query(
      `INSERT INTO reliability_report (edition_id, stage_key, input_sha256, made_at, sheets, figures, file_id) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [editionId, stageKey, digest, this.clock.now(), reviews.length, JSON.stringify(figures), file.id],
    );
  }

  async view(actor: Actor, editionId: string, stageKey: string): Promise<ReliabilityView> {
    const found = await this.newest(actor, editionId, stageKey);
    return { madeAt: found?.madeAt.toISOString() ?? null, sheets: found?.sheets ?? 0, inputSha256: found?.digest ?? null, figures: found ? { ...found.figures } : null };
  }

  async send(actor: Actor, editionId: string, stageKey: string, reply: FileReply): Promise<void> {
    const found = await this.newest(actor, editionId, stageKey);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    await sendFile(reply, await this.files.open(found.fileId), {});
  }

  private async newest(actor: Actor, editionId: string, stageKey: string) {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    return this.database.first<{ madeAt: Date; sheets: number; figures: StoredReliability; fileId: string; digest: string }>(
      `SELECT made_at AS "madeAt", sheets, figures, file_id AS "fileId", input_sha256 AS digest FROM reliability_report
       WHERE edition_id = $1 AND stage_key = $2 ORDER BY made_at DESC, id DESC LIMIT 1`,
      [editionId, stageKey],
    );
  }

  private async figures(stage: JudgedStage, output: ScoreOutput, reviews: readonly StageReview[], seed: string): Promise<StoredReliability> {
    const labels = new ResultLabels(stage.rulebook);
    const codes = await this.database.query<{ entry: string; codeId: string; code: string; needed: number }>(
      `SELECT c.entry_id AS entry, c.id AS "codeId", c.code, p.reviews_per_entry AS needed FROM entry_code c JOIN panel p ON p.id = c.panel_id WHERE c.edition_id = $1 AND c.stage_key = $2`,
      [stage.editionId, stage.key],
    );
    const names = await this.people.names(reviews.map((review) => review.judge));
    const ofEntry = new Map(codes.map((row) => [row.entry, row]));
    const needed = Math.max(1, ...codes.map((row) => row.needed));
    const rules = stage.rulebook.scoring.stages.find((one) => one.key === stage.key);
    const correction = rules?.kind === 'sheets' ? rules.correction : undefined;
    return {
      correction: correction && correction.method !== 'none' ? correction.method : null,
      groups: output.groups.map((group) => {
        const official = group.rows.flatMap((row) => {
          const code = ofEntry.get(row.entry)?.code;
          const own = row.stages[stage.key];
          return code === undefined ? [] : [{ entry: code, rank: row.rank, score: own?.score ?? null, raw: own?.raw ?? null }];
        });
        const inGroup = new Set(official.map((row) => row.entry));
        const own = reviews.filter((review) => inGroup.has(review.code));
        const marked = own.map(({ code, judge, sheet, values }) => ({ entry: code, judge, sheet: sheet ?? '', values }));
        const sheets = own.map(({ code, judge, y, order }) => ({ entry: code, judge, y, order: order ?? 0 }));
        const found = groupReliability({ sheets, official, cuts: cutsOf(group, output, labels), needed, seed });
        const diagnostics = correctionDiagnostics(found, group.corrections.find((one) => one.stage === stage.key), sheets);
        const criteria = stage.sheets.flatMap(({ name, rules: sheet }) => {
          const labels = new Map(sheet.items.map((item) => [item.key, item.label[currentContext().language]]));
          return criteriaFigures(name, sheet, marked).map((one) => ({ ...one, label: labels.get(one.key) ?? one.key }));
        });
        const named = <Judged extends { judge: string }>(one: Judged): Judged => ({ ...one, judge: names.get(one.judge) ?? '' });
        return {
          key: group.group, label: labels.rankingGroup(group.group), ...found, severity: found.severity.map(named), diagnostics: { ...diagnostics, judges: diagnostics.judges.map(named) }, criteria,
        };
      }),
    };
  }

  private async openPanels(editionId: string, stageKey: string): Promise<number> {
    const row = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM panel WHERE edition_id = $1 AND stage_key = $2 AND state = 'open'`, [editionId, stageKey]);
    return row?.count ?? 0;
  }
}

/** Where the result draws lines: the finalists at an earlier stage, the grades of the first award at the last one. */
function cutsOf(group: GroupResult, output: ScoreOutput, labels: ResultLabels): Cut[] {
  const inGroup = new Set(group.rows.map((row) => row.entry));
  const finalists = output.selections.filter((one) => makesShortlist(one.selection)).flatMap((one) => one.chosen).filter((entry) => inGroup.has(entry)).length;
  const levels = group.awards[0]?.levels ?? [];
  let sum = 0;
  const cuts = levels.map((level) => ({ name: labels.award(level.level) ?? level.level, places: (sum += level.awarded) }));
  const all = [...(finalists > 0 ? [{ name: text('judging.reliability.finalists'), places: finalists }] : []), ...cuts];
  return all.filter((cut) => cut.places > 0 && cut.places < group.rows.length);
}
